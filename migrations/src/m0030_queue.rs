//! The queue stays fast however much is done: indexes in the order of its pages that hold what its conditions look at; and
//! the views that people keep.

use sea_orm_migration::prelude::*;

use crate::index;

/// Indexes of the queue, and kept views.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["work_item_due", "work_item_office"] {
            manager.drop_index(Index::drop().name(name).table("work_item").to_owned()).await?;
        }
        let ends = ["due_at", "id", "urgency", "kind"];
        index(manager, "work_item_due", "work_item", &[&["state"], &ends[..]].concat()).await?;
        index(manager, "work_item_office", "work_item", &[&["state", "office"], &ends[..]].concat()).await?;
        index(manager, "work_item_urgent", "work_item", &["state", "urgency", "due_at", "id", "office"])
            .await?;
        index(manager, "deadline_by_item", "deadline", &["clock", "state", "item_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("saved_view")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("name").text().not_null())
                    .col(ColumnDef::new("filter").text().not_null())
                    .col(ColumnDef::new("saved_at").timestamp_with_time_zone().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "saved_view_of", "saved_view", &["staff_id", "saved_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("saved_view").to_owned()).await?;
        manager.drop_index(Index::drop().name("deadline_by_item").table("deadline").to_owned()).await?;
        for name in ["work_item_urgent", "work_item_office", "work_item_due"] {
            manager.drop_index(Index::drop().name(name).table("work_item").to_owned()).await?;
        }
        index(manager, "work_item_due", "work_item", &["state", "due_at", "id"]).await?;
        index(manager, "work_item_office", "work_item", &["state", "office", "due_at", "id"]).await
    }
}

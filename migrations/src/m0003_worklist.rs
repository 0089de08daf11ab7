//! Work items, deadlines with their ladders, duty shifts. Nothing in them is personal.

use sea_orm_migration::prelude::*;

use crate::index;

/// The worklist's tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("work_item")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("kind").text().not_null())
                    .col(ColumnDef::new("subject_kind").text().not_null())
                    .col(ColumnDef::new("subject_id").uuid().not_null())
                    .col(ColumnDef::new("reference").text().not_null())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("agency").text())
                    .col(ColumnDef::new("assignee").uuid())
                    .col(ColumnDef::new("role").text())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("urgency").integer().not_null())
                    .col(ColumnDef::new("due_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("language").text())
                    .col(ColumnDef::new("place").text())
                    .col(ColumnDef::new("label").text())
                    .col(ColumnDef::new("level").text())
                    .col(ColumnDef::new("duty").boolean().not_null())
                    .col(ColumnDef::new("child").boolean().not_null())
                    .col(ColumnDef::new("version").integer().not_null())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("done_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("done_by").uuid())
                    .to_owned(),
            )
            .await?;
        index(manager, "work_item_due", "work_item", &["state", "due_at", "id"]).await?;
        index(manager, "work_item_office", "work_item", &["state", "office", "due_at", "id"]).await?;
        index(manager, "work_item_assignee", "work_item", &["state", "assignee", "due_at", "id"]).await?;
        index(manager, "work_item_duty", "work_item", &["state", "duty", "due_at", "id"]).await?;
        index(manager, "work_item_agency", "work_item", &["state", "agency", "due_at", "id"]).await?;
        index(manager, "work_item_subject", "work_item", &["subject_id", "kind", "state"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("deadline")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("subject_kind").text().not_null())
                    .col(ColumnDef::new("subject_id").uuid().not_null())
                    .col(ColumnDef::new("clock").text().not_null())
                    .col(ColumnDef::new("item_id").uuid())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("legal").boolean().not_null())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("began_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("due_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("met_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("met_by").uuid())
                    .col(ColumnDef::new("breached_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        // A clock begins once for one cause: a legal clock, once for its subject.
        manager
            .create_index(
                Index::create()
                    .name("deadline_of")
                    .table("deadline")
                    .col("subject_id")
                    .col("clock")
                    .col("began_at")
                    .unique()
                    .to_owned(),
            )
            .await?;
        index(manager, "deadline_clock", "deadline", &["clock", "due_at", "office", "state"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("rung")
                    .col(ColumnDef::new("deadline_id").uuid().not_null())
                    .col(ColumnDef::new("number").integer().not_null())
                    .col(ColumnDef::new("code").text().not_null())
                    .col(ColumnDef::new("who").text().not_null())
                    .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("crossed_at").timestamp_with_time_zone())
                    .primary_key(Index::create().col("deadline_id").col("number"))
                    .to_owned(),
            )
            .await?;
        index(manager, "rung_at", "rung", &["crossed_at", "at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("duty_shift")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("starts_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("ends_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "duty_shift_ends", "duty_shift", &["ends_at", "starts_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["duty_shift", "rung", "deadline", "work_item"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

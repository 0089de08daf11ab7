//! The same story of several people: keyed traces of what was told, pairs that are alike and what an officer made of
//! them, how many tell of one workplace, which office a complaint is about, and when somebody asks whether she is punished for it.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of what is alike.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("complaint_trace")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("words").binary())
                    .col(ColumnDef::new("phone").binary())
                    .col(ColumnDef::new("employer_phone").binary())
                    .col(ColumnDef::new("employer").binary())
                    .col(ColumnDef::new("place").binary())
                    .col(ColumnDef::new("made_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("marked_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "complaint_trace_of", "complaint_trace", &["complaint_id", "made_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("complaint_mark")
                    .col(ColumnDef::new("sort").text().not_null())
                    .col(ColumnDef::new("mark").binary().not_null())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .primary_key(Index::create().col("sort").col("mark").col("complaint_id"))
                    .to_owned(),
            )
            .await?;
        index(manager, "complaint_mark_of", "complaint_mark", &["complaint_id", "sort"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("complaint_pair")
                    .col(ColumnDef::new("first_id").uuid().not_null())
                    .col(ColumnDef::new("second_id").uuid().not_null())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("phone").boolean().not_null())
                    .col(ColumnDef::new("employer_phone").boolean().not_null())
                    .col(ColumnDef::new("workplace").text())
                    .col(ColumnDef::new("words").integer().not_null())
                    .col(ColumnDef::new("days").integer().not_null())
                    .col(ColumnDef::new("found_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("decided_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("decided_by").uuid())
                    .col(ColumnDef::new("kept_id").uuid())
                    .col(ColumnDef::new("known_by").text())
                    .col(ColumnDef::new("version").integer().not_null())
                    .primary_key(Index::create().col("first_id").col("second_id"))
                    .to_owned(),
            )
            .await?;
        index(manager, "complaint_pair_second", "complaint_pair", &["second_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("check_in")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("clock").text().not_null())
                    .col(ColumnDef::new("planned_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("due_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("done_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("done_by").uuid())
                    .col(ColumnDef::new("answer").text())
                    .to_owned(),
            )
            .await?;
        index(manager, "check_in_of", "check_in", &["complaint_id", "due_at"]).await?;
        for table in ["complaint", "work_item"] {
            manager
                .alter_table(
                    Table::alter().table(table).add_column(ColumnDef::new("cluster").integer()).to_owned(),
                )
                .await?;
        }
        for table in ["complaint", "work_item"] {
            manager
                .alter_table(
                    Table::alter().table(table).add_column(ColumnDef::new("concerned").text()).to_owned(),
                )
                .await?;
        }
        index(manager, "work_item_reference", "work_item", &["reference"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("work_item_reference").table("work_item").to_owned()).await?;
        for table in ["work_item", "complaint"] {
            for column in ["concerned", "cluster"] {
                manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
            }
        }
        for table in ["check_in", "complaint_pair", "complaint_mark", "complaint_trace"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

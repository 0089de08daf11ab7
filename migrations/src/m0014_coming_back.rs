//! What a worker asks for when she comes back, and the days that she told.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of coming back.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("complaint_ask")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("kind").text().not_null())
                    .col(ColumnDef::new("place").text().not_null().unique_key())
                    .col(ColumnDef::new("asked_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("decided_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("decided_by").uuid())
                    .col(ColumnDef::new("decision").text())
                    .to_owned(),
            )
            .await?;
        index(manager, "complaint_ask_of", "complaint_ask", &["complaint_id", "asked_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("told_dates")
                    .col(ColumnDef::new("complaint_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("days").binary().not_null())
                    .col(ColumnDef::new("told_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["told_dates", "complaint_ask"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

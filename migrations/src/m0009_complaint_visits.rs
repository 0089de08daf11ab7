//! Which complaint asked for which visit: sealed, on the complaint's side only.

use sea_orm_migration::prelude::*;

use crate::index;

/// The table of the link.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("complaint_visit")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("request").binary().not_null())
                    .col(ColumnDef::new("tag").binary().not_null().unique_key())
                    .col(ColumnDef::new("source").text().not_null())
                    .col(ColumnDef::new("consent").binary())
                    .col(ColumnDef::new("asked_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("asked_by").uuid())
                    .col(ColumnDef::new("told").text().not_null())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "complaint_visit_of", "complaint_visit", &["complaint_id", "asked_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("complaint_visit").to_owned()).await
    }
}

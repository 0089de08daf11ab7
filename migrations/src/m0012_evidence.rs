//! Evidence: photos, papers and recordings of a complaint. The files themselves lie sealed in the data folder.

use sea_orm_migration::prelude::*;

use crate::index;

/// The evidence's table.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("evidence")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("text_id").uuid())
                    .col(ColumnDef::new("number").integer().not_null())
                    .col(ColumnDef::new("said").text().not_null())
                    .col(ColumnDef::new("format").text().not_null())
                    .col(ColumnDef::new("name").binary().not_null())
                    .col(ColumnDef::new("tag").binary().not_null())
                    .col(ColumnDef::new("file").text().not_null().unique_key())
                    .col(ColumnDef::new("file_key").binary().not_null())
                    .col(ColumnDef::new("size").big_integer().not_null())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("shown").text().not_null())
                    .col(ColumnDef::new("shown_format").text())
                    .col(ColumnDef::new("shown_file").text().unique_key())
                    .col(ColumnDef::new("shown_key").binary())
                    .col(ColumnDef::new("added_by").text().not_null())
                    .col(ColumnDef::new("added_staff").uuid())
                    .col(ColumnDef::new("added_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        unique(manager, "evidence_number", "number").await?;
        unique(manager, "evidence_tag", "tag").await?;
        index(manager, "evidence_text", "evidence", &["text_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("evidence").to_owned()).await
    }
}

/// No two pieces of one complaint have the same number, or the same content.
async fn unique(manager: &SchemaManager<'_>, name: &'static str, column: &'static str) -> Result<(), DbErr> {
    let index =
        Index::create().name(name).table("evidence").col("complaint_id").col(column).unique().to_owned();
    manager.create_index(index).await
}

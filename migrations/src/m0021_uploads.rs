//! Files that come in pieces over a bad line: what was begun, and which pieces are on the disk. The ministry's own papers,
//! and figures that were withdrawn.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of files that are on their way, and of what is published.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("upload")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("token").binary().not_null().unique_key())
                    .col(ColumnDef::new("owner").binary().not_null())
                    .col(ColumnDef::new("stranger").boolean().not_null())
                    .col(ColumnDef::new("content").binary().not_null())
                    .col(ColumnDef::new("digest").binary().not_null())
                    .col(ColumnDef::new("name").binary().not_null())
                    .col(ColumnDef::new("length").big_integer().not_null())
                    .col(ColumnDef::new("received").big_integer().not_null())
                    .col(ColumnDef::new("taken").boolean().not_null())
                    .col(ColumnDef::new("begun_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("expires_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "upload_owner", "upload", &["owner"]).await?;
        index(manager, "upload_expires", "upload", &["expires_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("upload_piece")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("upload_id").uuid().not_null())
                    .col(ColumnDef::new("starts").big_integer().not_null())
                    .col(ColumnDef::new("file").text().not_null().unique_key())
                    .col(ColumnDef::new("file_key").binary().not_null())
                    .to_owned(),
            )
            .await?;
        let once = Index::create()
            .name("upload_piece_once")
            .table("upload_piece")
            .col("upload_id")
            .col("starts")
            .unique()
            .to_owned();
        manager.create_index(once).await?;
        published(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["figure_withdrawal", "publication_file", "publication", "upload_piece", "upload"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

async fn published(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("publication")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("code").text().not_null().unique_key())
                .col(ColumnDef::new("titles").text().not_null())
                .col(ColumnDef::new("dated").text().not_null())
                .col(ColumnDef::new("standing").text().not_null())
                .col(ColumnDef::new("published_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("published_by").uuid().not_null())
                .col(ColumnDef::new("ended_at").timestamp_with_time_zone())
                .col(ColumnDef::new("ended_by").uuid())
                .col(ColumnDef::new("reason").text())
                .col(ColumnDef::new("version").integer().not_null())
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("publication_file")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("publication_id").uuid().not_null())
                .col(ColumnDef::new("language").text().not_null())
                .col(ColumnDef::new("size").big_integer().not_null())
                .col(ColumnDef::new("pdf").binary().not_null())
                .to_owned(),
        )
        .await?;
    let once = Index::create()
        .name("publication_file_once")
        .table("publication_file")
        .col("publication_id")
        .col("language")
        .unique()
        .to_owned();
    manager.create_index(once).await?;
    manager
        .create_table(
            Table::create()
                .table("figure_withdrawal")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("from_day").text().not_null())
                .col(ColumnDef::new("to_day").text().not_null())
                .col(ColumnDef::new("figures").text().not_null())
                .col(ColumnDef::new("released_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("released_by").uuid().not_null())
                .col(ColumnDef::new("withdrawn_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("withdrawn_by").uuid().not_null())
                .col(ColumnDef::new("reason").text().not_null())
                .to_owned(),
        )
        .await
}

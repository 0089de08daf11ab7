//! Words that stand for a code, and mails that carry a note.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of what is kept of a receipt.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("kept_words")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("tag").integer().not_null())
                    .col(ColumnDef::new("digest").text().not_null())
                    .col(ColumnDef::new("received_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("set_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("revoked_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "kept_words_tag", "kept_words", &["tag"]).await?;
        index(manager, "kept_words_of", "kept_words", &["complaint_id"]).await?;
        manager
            .alter_table(Table::alter().table("mail").add_column(ColumnDef::new("note").binary()).to_owned())
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("mail").drop_column("note").to_owned()).await?;
        manager.drop_table(Table::drop().table("kept_words").to_owned()).await
    }
}

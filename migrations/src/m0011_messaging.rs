//! Mails.

use sea_orm_migration::prelude::*;

use crate::index;

/// The mails' table.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("mail")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("subject_id").uuid().not_null())
                    .col(ColumnDef::new("address").binary().not_null())
                    .col(ColumnDef::new("kind").text().not_null())
                    .col(ColumnDef::new("language").text().not_null())
                    .col(ColumnDef::new("message_id").text().not_null().unique_key())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("sent_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "mail_subject", "mail", &["subject_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("mail").to_owned()).await
    }
}

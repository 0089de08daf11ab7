//! Passkeys, the challenges that were used up, and accounts at a provider of sign-ins.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of other ways to sign in.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("passkey")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("tag").binary().not_null().unique_key())
                    .col(ColumnDef::new("credential").binary().not_null())
                    .col(ColumnDef::new("name").binary().not_null())
                    .col(ColumnDef::new("public_key").binary().not_null())
                    .col(ColumnDef::new("counter").big_integer().not_null())
                    .col(ColumnDef::new("may_be_copied").boolean().not_null())
                    .col(ColumnDef::new("made_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("last_used_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "passkey_of", "passkey", &["staff_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("spent_challenge")
                    .col(ColumnDef::new("digest").binary().not_null().primary_key())
                    .col(ColumnDef::new("spent_at").timestamp_with_time_zone().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "spent_challenge_at", "spent_challenge", &["spent_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("provider_link")
                    .col(ColumnDef::new("staff_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("tag").binary().not_null().unique_key())
                    .col(ColumnDef::new("made_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("last_used_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["provider_link", "spent_challenge", "passkey"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

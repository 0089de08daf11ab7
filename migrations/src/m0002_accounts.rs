//! People who sign in: staff and users of agencies, their sessions, tokens, conflicts and absences.

use sea_orm_migration::prelude::*;

use crate::index;

/// The accounts' tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("staff")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("sign_in").text().not_null().unique_key())
                    .col(ColumnDef::new("name").text().not_null())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("agency").text())
                    .col(ColumnDef::new("roles").text().not_null())
                    .col(ColumnDef::new("languages").text().not_null())
                    .col(ColumnDef::new("sex").text())
                    .col(ColumnDef::new("disabled_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("password_hash").text().not_null())
                    .col(ColumnDef::new("totp").binary().not_null())
                    .col(ColumnDef::new("totp_last_step").big_integer().not_null())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("staff_conflict")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("establishment_id").uuid().not_null())
                    .col(ColumnDef::new("declared_at").timestamp_with_time_zone().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "staff_conflict_of", "staff_conflict", &["staff_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("absence")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("from_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("until_at").timestamp_with_time_zone().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "absence_of", "absence", &["staff_id", "from_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("session")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("digest").binary().not_null())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("last_seen_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("expires_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("revoked_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "session_of", "session", &["staff_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("api_token")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("digest").binary().not_null())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("name").text().not_null())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("expires_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("revoked_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "api_token_of", "api_token", &["staff_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["api_token", "session", "absence", "staff_conflict", "staff"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

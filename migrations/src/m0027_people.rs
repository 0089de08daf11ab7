//! What keeps an account one's own: when the second factor was last shown, what a session came from, codes for when the
//! authenticator is lost, bounds and last use of tokens; and records that two people opened for a time.

use sea_orm_migration::prelude::*;

use crate::index;

/// Columns of sessions and tokens; codes and openings.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn added() -> [(&'static str, ColumnDef); 4] {
    [
        ("session", ColumnDef::new("fresh_at").timestamp_with_time_zone().to_owned()),
        ("session", ColumnDef::new("agent").text().to_owned()),
        ("api_token", ColumnDef::new("scopes").text().to_owned()),
        ("api_token", ColumnDef::new("last_used_at").timestamp_with_time_zone().to_owned()),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in added() {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("recovery_code")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("digest").binary().not_null())
                    .col(ColumnDef::new("made_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("used_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "recovery_code_of", "recovery_code", &["staff_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("opening")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("reference").text().not_null())
                    .col(ColumnDef::new("asked_by").uuid().not_null())
                    .col(ColumnDef::new("asked_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("why").binary().not_null())
                    .col(ColumnDef::new("decided_by").uuid())
                    .col(ColumnDef::new("decided_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("ends_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("ended_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "opening_by", "opening", &["asked_by", "ends_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["opening", "recovery_code"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for (table, column) in added() {
            let name = column.get_column_name();
            manager.alter_table(Table::alter().table(table).drop_column(name).to_owned()).await?;
        }
        Ok(())
    }
}

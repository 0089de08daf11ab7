//! Wage claims and safe contact of a complaint; calls asked for in her language; reports of wordings.

use sea_orm_migration::prelude::*;

use crate::index;

/// The journey's columns and tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            ColumnDef::new("claims").binary().to_owned(),
            ColumnDef::new("contact_quiet").boolean().not_null().default(false).to_owned(),
            ColumnDef::new("contact_open").boolean().not_null().default(false).to_owned(),
        ];
        // SQLite adds one column a statement.
        for column in columns {
            manager.alter_table(Table::alter().table("complaint").add_column(column).to_owned()).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("call_back")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("reference").text().not_null().unique_key())
                    .col(ColumnDef::new("language").text().not_null())
                    .col(ColumnDef::new("about").text().not_null())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("interpreter_sex").text())
                    .col(ColumnDef::new("asked_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("due_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("contact").binary().not_null())
                    .col(ColumnDef::new("done_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("done_by").uuid())
                    .col(ColumnDef::new("outcome").text())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "call_back_asked", "call_back", &["asked_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("wording")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("reference").text().not_null().unique_key())
                    .col(ColumnDef::new("language").text().not_null())
                    .col(ColumnDef::new("place").text().not_null())
                    .col(ColumnDef::new("told_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("words").binary().not_null())
                    .col(ColumnDef::new("done_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("done_by").uuid())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "wording_told", "wording", &["told_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["wording", "call_back"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for column in ["contact_open", "contact_quiet", "claims"] {
            manager.alter_table(Table::alter().table("complaint").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

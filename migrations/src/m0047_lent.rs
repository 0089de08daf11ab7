//! A session that somebody lends: a worker answers on the asker's device, and nothing else opens there.

use sea_orm_migration::prelude::*;

/// A column of sessions.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let lent = ColumnDef::new("lent").text().to_owned();
        manager.alter_table(Table::alter().table("session").add_column(lent).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("session").drop_column("lent").to_owned()).await
    }
}

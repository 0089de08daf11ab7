//! Who was trained to interview workers, and since when that is noted.

use sea_orm_migration::prelude::*;

/// A column of accounts.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let trained = ColumnDef::new("trained_at").timestamp_with_time_zone().to_owned();
        manager.alter_table(Table::alter().table("staff").add_column(trained).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("staff").drop_column("trained_at").to_owned()).await
    }
}

//! Days that start clocks against her and that the house learnt for another purpose, beside those that were told.

use sea_orm_migration::prelude::*;

/// A column of her days.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let learnt = ColumnDef::new("learnt").blob().to_owned();
        manager.alter_table(Table::alter().table("told_dates").add_column(learnt).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("told_dates").drop_column("learnt").to_owned()).await
    }
}

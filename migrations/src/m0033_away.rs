//! Who stands in for a person who is away.

use sea_orm_migration::prelude::*;

/// A column of absences.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let deputy = ColumnDef::new("deputy").uuid().to_owned();
        manager.alter_table(Table::alter().table("absence").add_column(deputy).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("absence").drop_column("deputy").to_owned()).await
    }
}

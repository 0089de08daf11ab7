//! Which other offices a person reaches: those of a governorate, for who works for several.

use sea_orm_migration::prelude::*;

/// A column of staff.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let also = ColumnDef::new("also").text().to_owned();
        manager.alter_table(Table::alter().table("staff").add_column(also).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("staff").drop_column("also").to_owned()).await
    }
}

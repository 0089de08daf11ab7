//! Who took a visit over from somebody who left: reads it and follows its measures, and was not there.

use sea_orm_migration::prelude::*;

/// A column of who goes.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = ColumnDef::new("took_over").boolean().not_null().default(false).to_owned();
        manager.alter_table(Table::alter().table("visit_inspector").add_column(column).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::alter().table("visit_inspector").drop_column("took_over").to_owned();
        manager.alter_table(table).await
    }
}

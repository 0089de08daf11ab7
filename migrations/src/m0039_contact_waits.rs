//! How a worker may be reached, changed by a code that somebody on the staff has seen: sealed, until a second person
//! confirms it.

use sea_orm_migration::prelude::*;

/// A column of the complaint.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let waiting = ColumnDef::new("contact_waiting").binary().to_owned();
        manager.alter_table(Table::alter().table("complaint").add_column(waiting).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("complaint").drop_column("contact_waiting").to_owned()).await
    }
}

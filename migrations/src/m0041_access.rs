//! Which other offices wait for a second person, and when its owner showed the second factor for a token.

use sea_orm_migration::prelude::*;

/// A column of what waits, and one of tokens.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let also = ColumnDef::new("also").text().to_owned();
        manager.alter_table(Table::alter().table("confirmation").add_column(also).to_owned()).await?;
        let proven = ColumnDef::new("proven_at").timestamp_with_time_zone().to_owned();
        manager.alter_table(Table::alter().table("api_token").add_column(proven).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("api_token").drop_column("proven_at").to_owned()).await?;
        manager.alter_table(Table::alter().table("confirmation").drop_column("also").to_owned()).await
    }
}

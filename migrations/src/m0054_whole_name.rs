//! Of an employer's name as it was told: the whole of it, and its trades, as keyed traces. Who only begin alike are not one.
//! And how often talks confirmed what had been pointed to, by nationality and quarter: counts that belong to no record.

use sea_orm_migration::prelude::*;

/// Columns of what was told, and a table of counts.
#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 2] = ["employer_whole", "trade"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            let added = ColumnDef::new(column).binary().to_owned();
            manager.alter_table(Table::alter().table("complaint_trace").add_column(added).to_owned()).await?;
        }
        let counts = Table::create()
            .table("judged_nationality")
            .col(ColumnDef::new("quarter").text().not_null())
            .col(ColumnDef::new("nationality").text().not_null())
            .col(ColumnDef::new("pointed").text().not_null())
            .col(ColumnDef::new("found").text().not_null())
            .col(ColumnDef::new("many").big_integer().not_null())
            .primary_key(Index::create().col("quarter").col("nationality").col("pointed").col("found"))
            .to_owned();
        manager.create_table(counts).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("judged_nationality").to_owned()).await?;
        for column in COLUMNS {
            manager
                .alter_table(Table::alter().table("complaint_trace").drop_column(column).to_owned())
                .await?;
        }
        Ok(())
    }
}

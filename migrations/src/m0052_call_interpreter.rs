//! A call in a language that the office lacks: when the officer calls and how an interpreter joins, and who interpreted.

use sea_orm_migration::prelude::*;

/// Columns of calls that were asked for.
#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 4] = ["join_at", "join_how", "join_by", "interpreted_by"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [at, how, by, interpreted] = COLUMNS;
        for column in [
            ColumnDef::new(at).timestamp_with_time_zone().to_owned(),
            ColumnDef::new(how).binary().to_owned(),
            ColumnDef::new(by).uuid().to_owned(),
            ColumnDef::new(interpreted).uuid().to_owned(),
        ] {
            manager.alter_table(Table::alter().table("call_back").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            let table = Table::alter().table("call_back").drop_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        Ok(())
    }
}

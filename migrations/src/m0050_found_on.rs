//! The day on which an inspector was there and found what the record tells: the month to file an infringement runs from
//! it, and not from the day on which the record was closed.

use sea_orm_migration::prelude::*;

/// Columns of visits.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// The day as it stands, and who corrected it, when and why.
const COLUMNS: [&str; 4] = ["found_on", "corrected_by", "corrected_at", "corrected_why"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [day, by, at, why] = COLUMNS;
        for column in [
            ColumnDef::new(day).date().to_owned(),
            ColumnDef::new(by).uuid().to_owned(),
            ColumnDef::new(at).timestamp_with_time_zone().to_owned(),
            ColumnDef::new(why).binary().to_owned(),
        ] {
            manager.alter_table(Table::alter().table("visit").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            manager.alter_table(Table::alter().table("visit").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

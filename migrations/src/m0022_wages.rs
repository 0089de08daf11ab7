//! What is owed by dated law, each calculation kept; and settlements, with the second person who approves one that is
//! below it.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of wages and settlements.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("wage_calculation")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("number").integer().not_null())
                    .col(ColumnDef::new("place").text().not_null().unique_key())
                    .col(ColumnDef::new("made_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("made_by").uuid())
                    .col(ColumnDef::new("pack").text().not_null())
                    .col(ColumnDef::new("content").binary().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "wage_calculation_of", "wage_calculation", &["complaint_id", "number"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("settlement")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("place").text().not_null().unique_key())
                    .col(ColumnDef::new("outcome").text().not_null())
                    .col(ColumnDef::new("terms").binary().not_null())
                    .col(ColumnDef::new("proposed_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("proposed_by").uuid())
                    .col(ColumnDef::new("decided_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("decided_by").uuid())
                    .col(ColumnDef::new("decision").text())
                    .to_owned(),
            )
            .await?;
        index(manager, "settlement_of", "settlement", &["complaint_id", "proposed_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["settlement", "wage_calculation"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

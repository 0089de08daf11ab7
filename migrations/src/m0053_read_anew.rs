//! What people say of single indicators; how many assessments a complaint has, and why one was made; with which instruments
//! and lexicons the house began, and how far what is open was read anew with them.

use sea_orm_migration::prelude::*;

use crate::index;

/// Tables of screening.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let occasion = ColumnDef::new("occasion").text().to_owned();
        manager.alter_table(Table::alter().table("assessment").add_column(occasion).to_owned()).await?;
        let assessed = Table::create()
            .table("assessed")
            .col(ColumnDef::new("complaint_id").uuid().not_null().primary_key())
            .col(ColumnDef::new("number").integer().not_null())
            .to_owned();
        manager.create_table(assessed).await?;
        let said = Table::create()
            .table("indicator_said")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(ColumnDef::new("complaint_id").uuid().not_null())
            .col(ColumnDef::new("assessment_id").uuid().not_null())
            .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
            .col(ColumnDef::new("by").uuid())
            .col(ColumnDef::new("said").binary().not_null())
            .to_owned();
        manager.create_table(said).await?;
        index(manager, "indicator_said_of", "indicator_said", &["complaint_id", "at"]).await?;
        let walk = Table::create()
            .table("rules_walk")
            .col(ColumnDef::new("number").integer().not_null().primary_key())
            .col(ColumnDef::new("stamp").text().not_null())
            .col(ColumnDef::new("began_at").timestamp_with_time_zone().not_null())
            .col(ColumnDef::new("ended_at").timestamp_with_time_zone())
            .col(ColumnDef::new("after").uuid())
            .col(ColumnDef::new("looked").integer().not_null())
            .col(ColumnDef::new("made").integer().not_null())
            .col(ColumnDef::new("raised").integer().not_null())
            .col(ColumnDef::new("broken").integer().not_null())
            .to_owned();
        manager.create_table(walk).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["rules_walk", "indicator_said", "assessed"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        let occasion = Table::alter().table("assessment").drop_column("occasion").to_owned();
        manager.alter_table(occasion).await
    }
}

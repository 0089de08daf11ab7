//! Who files for others: organisations and their users, what was told at the telephone or the counter, who filed for
//! whom, what a worker lets them see, and which complaints belong together.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of filers.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        partners(manager).await?;
        manager
            .create_table(
                Table::create()
                    .table("intake")
                    .col(ColumnDef::new("complaint_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("taken_by").uuid())
                    .col(ColumnDef::new("taken_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("herself").boolean().not_null())
                    .col(ColumnDef::new("interpreter").text().not_null())
                    .col(ColumnDef::new("private").boolean().not_null())
                    .col(ColumnDef::new("answer_by").text().not_null())
                    .col(ColumnDef::new("told").binary())
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("filing")
                    .col(ColumnDef::new("complaint_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("organisation_id").uuid().not_null())
                    .col(ColumnDef::new("filed_by").uuid().not_null())
                    .col(ColumnDef::new("filed_at").timestamp_with_time_zone().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "filing_of", "filing", &["organisation_id", "complaint_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("filer_sight")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("given_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("given_by").uuid())
                    .col(ColumnDef::new("until_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("ended_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "filer_sight_of", "filer_sight", &["complaint_id", "until_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("complaint_group")
                    .col(ColumnDef::new("complaint_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("group_id").uuid().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "complaint_group_of", "complaint_group", &["group_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["complaint_group", "filer_sight", "filing", "intake", "partner", "organisation"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

async fn partners(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("organisation")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("filer").text().not_null())
                .col(ColumnDef::new("name").text().not_null())
                .col(ColumnDef::new("folded").text().not_null().unique_key())
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("partner")
                .col(ColumnDef::new("staff_id").uuid().not_null().primary_key())
                .col(ColumnDef::new("organisation_id").uuid().not_null())
                .to_owned(),
        )
        .await
}

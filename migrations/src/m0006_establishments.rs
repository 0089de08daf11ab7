//! Establishments, their worksites, names, the keys by which names are found, and declared ties.

use sea_orm_migration::prelude::*;

use crate::index;

/// The establishments room's tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        establishment(manager).await?;
        worksite(manager).await?;
        names(manager).await?;
        ties(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in
            ["establishment_tie", "establishment_key", "establishment_name", "worksite", "establishment"]
        {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// A company's names stand here in the clear; those of homes and of persons only sealed, beside.
async fn establishment(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("establishment")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("reference").text().not_null().unique_key())
                .col(ColumnDef::new("kind").text().not_null())
                .col(ColumnDef::new("name").text())
                .col(ColumnDef::new("other_name").text())
                .col(ColumnDef::new("sort_name").text().not_null())
                .col(ColumnDef::new("registration").text())
                .col(ColumnDef::new("sector").text())
                .col(ColumnDef::new("regime").text().not_null())
                .col(ColumnDef::new("governorate").text())
                .col(ColumnDef::new("office").text())
                .col(ColumnDef::new("added_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("version").integer().not_null())
                .to_owned(),
        )
        .await?;
    index(manager, "establishment_sorted", "establishment", &["sort_name", "reference"]).await?;
    index(manager, "establishment_place", "establishment", &["governorate", "sort_name", "reference"])
        .await?;
    index(manager, "establishment_office", "establishment", &["office", "sort_name", "reference"]).await?;
    index(manager, "establishment_registration", "establishment", &["registration"]).await
}

async fn worksite(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("worksite")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("establishment_id").uuid().not_null())
                .col(ColumnDef::new("place").text())
                .col(ColumnDef::new("sealed_place").binary())
                .col(ColumnDef::new("governorate").text())
                .col(ColumnDef::new("office").text())
                .col(ColumnDef::new("added_at").timestamp_with_time_zone().not_null())
                .to_owned(),
        )
        .await?;
    index(manager, "worksite_of", "worksite", &["establishment_id", "added_at", "id"]).await
}

async fn names(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("establishment_name")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("establishment_id").uuid().not_null())
                .col(ColumnDef::new("role").text().not_null())
                .col(ColumnDef::new("text").text())
                .col(ColumnDef::new("sealed").binary())
                .col(ColumnDef::new("folded").text())
                .col(ColumnDef::new("skeleton").text())
                .col(ColumnDef::new("added_at").timestamp_with_time_zone().not_null())
                .to_owned(),
        )
        .await?;
    index(manager, "establishment_name_of", "establishment_name", &["establishment_id", "added_at", "id"])
        .await?;
    manager
        .create_table(
            Table::create()
                .table("establishment_key")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("establishment_id").uuid().not_null())
                .col(ColumnDef::new("key").text().not_null())
                .to_owned(),
        )
        .await?;
    index(manager, "establishment_key_of", "establishment_key", &["key", "establishment_id"]).await
}

async fn ties(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("establishment_tie")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("establishment_id").uuid().not_null())
                .col(ColumnDef::new("staff_id").uuid().not_null())
                .col(ColumnDef::new("tie").text().not_null())
                .col(ColumnDef::new("words").binary())
                .col(ColumnDef::new("declared_at").timestamp_with_time_zone().not_null())
                .to_owned(),
        )
        .await?;
    index(manager, "establishment_tie_of", "establishment_tie", &["staff_id", "establishment_id"]).await
}

//! What anybody may look up: numbers of badges, codes on papers, and the figures that were made public.

use sea_orm_migration::prelude::*;

/// The public tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .alter_table(Table::alter().table("staff").add_column(ColumnDef::new("badge").text()).to_owned())
            .await?;
        manager
            .create_index(Index::create().name("staff_badge").table("staff").col("badge").unique().to_owned())
            .await?;
        // No time, no visit: a code tells that it is ours, and nothing else.
        manager
            .create_table(
                Table::create()
                    .table("paper_code")
                    .col(ColumnDef::new("digest").binary().not_null().primary_key())
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("figure_release")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("from_day").text().not_null().unique_key())
                    .col(ColumnDef::new("to_day").text().not_null())
                    .col(ColumnDef::new("figures").text().not_null())
                    .col(ColumnDef::new("released_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("released_by").uuid().not_null())
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["figure_release", "paper_code"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        manager.drop_index(Index::drop().name("staff_badge").table("staff").to_owned()).await?;
        manager.alter_table(Table::alter().table("staff").drop_column("badge").to_owned()).await
    }
}

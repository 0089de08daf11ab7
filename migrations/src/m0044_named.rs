//! Which workplaces a complaint may tell of before anybody linked it: who has a tie to one of them does not read it.

use sea_orm_migration::prelude::*;

use crate::index;

/// Two tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("workplace_mark")
                    .col(ColumnDef::new("establishment_id").uuid().not_null())
                    .col(ColumnDef::new("name").integer().not_null())
                    .col(ColumnDef::new("mark").binary().not_null())
                    .col(ColumnDef::new("together").integer().not_null())
                    .primary_key(Index::create().col("mark").col("establishment_id").col("name"))
                    .to_owned(),
            )
            .await?;
        index(manager, "workplace_mark_of", "workplace_mark", &["establishment_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("complaint_named")
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("establishment_id").uuid().not_null())
                    .primary_key(Index::create().col("establishment_id").col("complaint_id"))
                    .to_owned(),
            )
            .await?;
        index(manager, "complaint_named_of", "complaint_named", &["complaint_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["complaint_named", "workplace_mark"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

//! In which talk a worker said what is recorded of her consent: when, and who heard it.

use sea_orm_migration::prelude::*;

/// Two columns of consents.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let said = ColumnDef::new("said_at").timestamp_with_time_zone().to_owned();
        let heard = ColumnDef::new("heard_by").uuid().to_owned();
        for column in [said, heard] {
            manager
                .alter_table(Table::alter().table("referral_consent").add_column(column).to_owned())
                .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["heard_by", "said_at"] {
            manager
                .alter_table(Table::alter().table("referral_consent").drop_column(column).to_owned())
                .await?;
        }
        Ok(())
    }
}

//! Of whose office a flag tells: that office's people do not see it by duty.

use sea_orm_migration::prelude::*;

/// A column of flags.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let concerned = ColumnDef::new("concerned").text().to_owned();
        manager.alter_table(Table::alter().table("flag").add_column(concerned).to_owned()).await?;
        // What was raised before knows it from its complaint.
        let known = "UPDATE flag SET concerned = (SELECT concerned FROM complaint WHERE complaint.id = flag.complaint_id)";
        manager.get_connection().execute_unprepared(known).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("flag").drop_column("concerned").to_owned()).await
    }
}

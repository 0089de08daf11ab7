//! Figures leave out what was corrected: that look-up needs an index of its own.

use sea_orm_migration::prelude::*;

use crate::index;

/// The index of corrections.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        index(manager, "event_corrects", "event", &["corrects"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("event_corrects").table("event").to_owned()).await
    }
}

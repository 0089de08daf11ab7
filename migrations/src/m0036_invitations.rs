//! Invitations, by which people choose their own secrets, and what waits for a second person: roles that read.

use sea_orm_migration::prelude::*;

use crate::index;

/// Two tables beside staff.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("invitation")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("digest").binary().not_null())
                    .col(ColumnDef::new("anew").boolean().not_null())
                    .col(ColumnDef::new("made_by").uuid())
                    .col(ColumnDef::new("made_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("expires_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("ended_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "invitation_of", "invitation", &["staff_id", "expires_at"]).await?;
        index(manager, "invitation_open", "invitation", &["ended_at", "expires_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("confirmation")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("what").text().not_null())
                    .col(ColumnDef::new("roles").text().not_null())
                    .col(ColumnDef::new("asked_by").uuid())
                    .col(ColumnDef::new("asked_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("decided_by").uuid())
                    .col(ColumnDef::new("decided_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("agreed").boolean())
                    .to_owned(),
            )
            .await?;
        index(manager, "confirmation_of", "confirmation", &["staff_id", "decided_at"]).await?;
        index(manager, "confirmation_open", "confirmation", &["decided_at", "asked_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["confirmation", "invitation"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

//! Assessments, flags and the decisions about them.

use sea_orm_migration::prelude::*;

use crate::index;

/// The screening room's tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("assessment")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("made_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("level").text())
                    .col(ColumnDef::new("urgent").boolean().not_null())
                    .col(ColumnDef::new("instruments").text().not_null())
                    .col(ColumnDef::new("result").binary().not_null())
                    .col(ColumnDef::new("pack_version").text().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "assessment_of", "assessment", &["complaint_id", "made_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("flag")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("reference").text().not_null().unique_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("complaint_reference").text().not_null())
                    .col(ColumnDef::new("assessment_id").uuid().not_null())
                    .col(ColumnDef::new("level").text().not_null())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("language").text().not_null())
                    .col(ColumnDef::new("kind").text().not_null())
                    .col(ColumnDef::new("age").text().not_null())
                    .col(ColumnDef::new("filed_by").text().not_null())
                    .col(ColumnDef::new("filer_has_interest").boolean().not_null())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("raised_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("safe_until").timestamp_with_time_zone())
                    .col(ColumnDef::new("watch_until").timestamp_with_time_zone())
                    .col(ColumnDef::new("proposed_by").uuid())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "flag_office", "flag", &["office", "state", "raised_at", "id"]).await?;
        index(manager, "flag_complaint", "flag", &["complaint_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("flag_decision")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("flag_id").uuid().not_null())
                    .col(ColumnDef::new("question").text().not_null())
                    .col(ColumnDef::new("decision").text().not_null())
                    .col(ColumnDef::new("reason").text().not_null())
                    .col(ColumnDef::new("words").binary().not_null())
                    .col(ColumnDef::new("decided_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("decided_by").uuid().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "flag_decision_of", "flag_decision", &["flag_id", "decided_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["flag_decision", "flag", "assessment"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

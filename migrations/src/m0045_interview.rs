//! Guided interviews: the interview, what she agreed to item by item, and her answers, sealed until they are weighed and
//! then gone.

use sea_orm_migration::prelude::*;

use crate::index;

/// Three tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut interview = Table::create();
        interview
            .table("interview")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(ColumnDef::new("complaint_id").uuid().not_null())
            .col(ColumnDef::new("place").text().not_null().unique_key())
            .col(ColumnDef::new("asker").uuid().not_null())
            .col(ColumnDef::new("language").text().not_null())
            .col(ColumnDef::new("interpreter").text().not_null())
            .col(ColumnDef::new("state").text().not_null())
            .col(ColumnDef::new("reason").text())
            .col(ColumnDef::new("begun_at").timestamp_with_time_zone().not_null())
            .col(ColumnDef::new("touched_at").timestamp_with_time_zone().not_null())
            .col(ColumnDef::new("ended_at").timestamp_with_time_zone())
            .col(ColumnDef::new("assessment_id").uuid())
            .col(ColumnDef::new("level").text())
            .col(ColumnDef::new("possible").text())
            .col(ColumnDef::new("profile").text())
            .col(ColumnDef::new("route").text())
            .col(ColumnDef::new("version").integer().not_null());
        manager.create_table(interview).await?;
        index(manager, "interview_of", "interview", &["complaint_id", "begun_at"]).await?;
        index(manager, "interview_open", "interview", &["ended_at", "touched_at"]).await?;
        let mut consent = Table::create();
        consent
            .table("interview_consent")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(ColumnDef::new("interview_id").uuid().not_null())
            .col(ColumnDef::new("complaint_id").uuid().not_null())
            .col(ColumnDef::new("item").text().not_null())
            .col(ColumnDef::new("yes").boolean().not_null())
            .col(ColumnDef::new("at").timestamp_with_time_zone().not_null());
        manager.create_table(consent).await?;
        index(manager, "interview_consent_of", "interview_consent", &["interview_id", "at"]).await?;
        let mut answer = Table::create();
        answer
            .table("interview_answer")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(ColumnDef::new("interview_id").uuid().not_null())
            .col(ColumnDef::new("complaint_id").uuid().not_null())
            .col(ColumnDef::new("question").text().not_null())
            .col(ColumnDef::new("answer").binary().not_null());
        manager.create_table(answer).await?;
        index(manager, "interview_answer_of", "interview_answer", &["interview_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["interview_answer", "interview_consent", "interview"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

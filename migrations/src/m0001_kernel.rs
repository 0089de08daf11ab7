//! Data keys, audit, history, jobs, kept answers.

use sea_orm_migration::prelude::*;

use crate::index;

/// The kernel's tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("subject_key")
                    .col(ColumnDef::new("subject_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("wrapped").binary().not_null())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("destroyed_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("audit_entry")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("actor_kind").text().not_null())
                    .col(ColumnDef::new("actor_id").uuid())
                    .col(ColumnDef::new("action").text().not_null())
                    .col(ColumnDef::new("subject_kind").text().not_null())
                    .col(ColumnDef::new("subject_id").uuid().not_null())
                    .col(ColumnDef::new("purpose").text())
                    .col(ColumnDef::new("reads_sealed").boolean().not_null())
                    .col(ColumnDef::new("mac").binary().not_null())
                    .col(ColumnDef::new("batch").big_integer())
                    .col(ColumnDef::new("place").big_integer())
                    .to_owned(),
            )
            .await?;
        index(manager, "audit_entry_batch", "audit_entry", &["batch", "place"]).await?;
        index(manager, "audit_entry_subject", "audit_entry", &["subject_id", "at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("audit_batch")
                    .col(ColumnDef::new("number").big_integer().not_null().primary_key())
                    .col(ColumnDef::new("sealed_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("entries").big_integer().not_null())
                    .col(ColumnDef::new("root").binary().not_null())
                    .col(ColumnDef::new("previous").binary().not_null())
                    .col(ColumnDef::new("signature").binary().not_null())
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("event")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("happened_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("recorded_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("subject_kind").text().not_null())
                    .col(ColumnDef::new("subject_id").uuid().not_null())
                    .col(ColumnDef::new("what").text().not_null())
                    .col(ColumnDef::new("from_state").text())
                    .col(ColumnDef::new("to_state").text())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("dimensions").text().not_null())
                    .col(ColumnDef::new("actor_id").uuid())
                    .col(ColumnDef::new("pack_version").text().not_null())
                    .col(ColumnDef::new("corrects").uuid())
                    .to_owned(),
            )
            .await?;
        index(manager, "event_subject", "event", &["subject_id", "happened_at", "id"]).await?;
        index(manager, "event_what", "event", &["what", "happened_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("job")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("kind").text().not_null())
                    .col(ColumnDef::new("payload").text().not_null())
                    .col(ColumnDef::new("effect_key").text().unique_key())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("run_after").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("leased_until").timestamp_with_time_zone())
                    .col(ColumnDef::new("attempts").integer().not_null())
                    .col(ColumnDef::new("last_error").text())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("finished_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "job_due", "job", &["state", "run_after", "id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("idempotency")
                    .col(ColumnDef::new("key_mac").binary().not_null().primary_key())
                    .col(ColumnDef::new("body_mac").binary().not_null())
                    .col(ColumnDef::new("answer").binary().not_null())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "idempotency_age", "idempotency", &["created_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["idempotency", "job", "event", "audit_batch", "audit_entry", "subject_key"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

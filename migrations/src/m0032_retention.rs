//! What was erased and by which rule; lists that wait for two people; legal holds; requests for erasure.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of keeping and erasing.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let at = |name: &'static str| ColumnDef::new(name).timestamp_with_time_zone().to_owned();
        manager
            .create_table(
                Table::create()
                    .table("tombstone")
                    .col(ColumnDef::new("subject_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("reference_tag").binary().not_null().unique_key())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("class").text().not_null())
                    .col(ColumnDef::new("pack").text().not_null())
                    .col(at("erased_at").not_null().to_owned())
                    .col(ColumnDef::new("batch_id").uuid().not_null())
                    .col(ColumnDef::new("approved_by").uuid())
                    .col(ColumnDef::new("confirmed_by").uuid())
                    .to_owned(),
            )
            .await?;
        index(manager, "tombstone_when", "tombstone", &["erased_at", "subject_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("erasure_batch")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("number").text().not_null().unique_key())
                    .col(ColumnDef::new("class").text().not_null())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("pack").text().not_null())
                    .col(at("prepared_at").not_null().to_owned())
                    .col(at("approved_at"))
                    .col(ColumnDef::new("approved_by").uuid())
                    .col(at("confirmed_at"))
                    .col(ColumnDef::new("confirmed_by").uuid())
                    .col(at("ended_at"))
                    .col(ColumnDef::new("erased").integer().not_null())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "erasure_batch_state", "erasure_batch", &["state", "prepared_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("erasure_entry")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("batch_id").uuid().not_null())
                    .col(ColumnDef::new("subject_id").uuid().not_null())
                    .col(ColumnDef::new("place").text().not_null().unique_key())
                    .col(ColumnDef::new("reference").text().not_null())
                    .col(at("due_at").not_null().to_owned())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(at("ended_at"))
                    .to_owned(),
            )
            .await?;
        index(manager, "erasure_entry_of", "erasure_entry", &["batch_id", "state", "id"]).await?;
        index(manager, "erasure_entry_subject", "erasure_entry", &["subject_id", "state"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("legal_hold")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid())
                    .col(ColumnDef::new("establishment_id").uuid())
                    .col(ColumnDef::new("reference").text().not_null())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("ground").text().not_null())
                    .col(ColumnDef::new("why").binary())
                    .col(ColumnDef::new("review_on").date().not_null())
                    .col(at("put_at").not_null().to_owned())
                    .col(ColumnDef::new("put_by").uuid().not_null())
                    .col(at("ended_at"))
                    .col(ColumnDef::new("ended_by").uuid())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "legal_hold_complaint", "legal_hold", &["complaint_id"]).await?;
        index(manager, "legal_hold_establishment", "legal_hold", &["establishment_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("erasure_request")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("place").text().not_null().unique_key())
                    .col(ColumnDef::new("reference").text().not_null())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("way").text().not_null())
                    .col(at("asked_at").not_null().to_owned())
                    .col(ColumnDef::new("recorded_by").uuid().not_null())
                    .col(at("decided_at"))
                    .col(ColumnDef::new("decided_by").uuid())
                    .col(ColumnDef::new("decision").text())
                    .col(ColumnDef::new("why").binary())
                    .to_owned(),
            )
            .await?;
        index(manager, "erasure_request_of", "erasure_request", &["complaint_id"]).await?;
        index(manager, "complaint_closed", "complaint", &["state", "closed_at", "id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("complaint_closed").table("complaint").to_owned()).await?;
        for table in ["erasure_request", "legal_hold", "erasure_entry", "erasure_batch", "tombstone"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

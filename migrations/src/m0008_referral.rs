//! Referral cases, her answers, grounds, hand-overs, and the register of transfers.

use sea_orm_migration::prelude::*;

use crate::index;

/// The referral room's tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        cases(manager).await?;
        grounds(manager).await?;
        hand_overs(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "transfer",
            "hand_over_note",
            "hand_over",
            "referral_ground",
            "referral_consent",
            "referral_case",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

async fn cases(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("referral_case")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("reference").text().not_null().unique_key())
                .col(ColumnDef::new("flag_id").uuid().not_null().unique_key())
                .col(ColumnDef::new("flag_reference").text().not_null())
                .col(ColumnDef::new("complaint_id").uuid().not_null())
                .col(ColumnDef::new("complaint_reference").text().not_null())
                .col(ColumnDef::new("level").text().not_null())
                .col(ColumnDef::new("age").text().not_null())
                .col(ColumnDef::new("language").text().not_null())
                .col(ColumnDef::new("office").text())
                .col(ColumnDef::new("state").text().not_null())
                .col(ColumnDef::new("due_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("protection_status").text().not_null())
                .col(ColumnDef::new("protection_status_at").timestamp_with_time_zone())
                .col(ColumnDef::new("opened_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("opened_by").uuid())
                .col(ColumnDef::new("closed_at").timestamp_with_time_zone())
                .col(ColumnDef::new("outcome").text())
                .col(ColumnDef::new("version").integer().not_null())
                .to_owned(),
        )
        .await?;
    index(manager, "referral_due", "referral_case", &["state", "due_at", "id"]).await
}

async fn grounds(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("referral_consent")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("case_id").uuid().not_null())
                .col(ColumnDef::new("number").integer().not_null())
                .col(ColumnDef::new("receiver").text().not_null())
                .col(ColumnDef::new("purpose").text().not_null())
                .col(ColumnDef::new("answer").text().not_null())
                .col(ColumnDef::new("asked_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("ends_at").timestamp_with_time_zone())
                .col(ColumnDef::new("language").text().not_null())
                .col(ColumnDef::new("how").text().not_null())
                .col(ColumnDef::new("interpreter").text().not_null())
                .col(ColumnDef::new("alone").boolean().not_null())
                .col(ColumnDef::new("present").text().not_null())
                .col(ColumnDef::new("limits_told").boolean().not_null())
                .col(ColumnDef::new("words").binary())
                .col(ColumnDef::new("recorded_by").uuid())
                .col(ColumnDef::new("withdrawn_at").timestamp_with_time_zone())
                .col(ColumnDef::new("withdrawn_by").uuid())
                .col(ColumnDef::new("version").integer().not_null())
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("referral_ground")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("case_id").uuid().not_null())
                .col(ColumnDef::new("number").integer().not_null())
                .col(ColumnDef::new("kind").text().not_null())
                .col(ColumnDef::new("receiver").text().not_null())
                .col(ColumnDef::new("purpose").text().not_null())
                .col(ColumnDef::new("article").text())
                .col(ColumnDef::new("order_number").binary())
                .col(ColumnDef::new("apparent").boolean().not_null())
                .col(ColumnDef::new("told_first").text().not_null())
                .col(ColumnDef::new("words").binary().not_null())
                .col(ColumnDef::new("view").binary())
                .col(ColumnDef::new("recorded_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("recorded_by").uuid())
                .col(ColumnDef::new("approver").uuid())
                .col(ColumnDef::new("decision").text())
                .col(ColumnDef::new("decided_at").timestamp_with_time_zone())
                .col(ColumnDef::new("decided_by").uuid())
                .col(ColumnDef::new("decision_words").binary())
                .col(ColumnDef::new("version").integer().not_null())
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("referral_consent_of")
                .table("referral_consent")
                .col("case_id")
                .col("number")
                .unique()
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("referral_ground_of")
                .table("referral_ground")
                .col("case_id")
                .col("number")
                .unique()
                .to_owned(),
        )
        .await?;
    index(manager, "referral_ground_approver", "referral_ground", &["approver", "decision"]).await
}

async fn hand_overs(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("hand_over")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("reference").text().not_null().unique_key())
                .col(ColumnDef::new("case_id").uuid().not_null())
                .col(ColumnDef::new("agency").text().not_null())
                .col(ColumnDef::new("purpose").text().not_null())
                .col(ColumnDef::new("ground").text().not_null())
                .col(ColumnDef::new("basis_id").uuid().not_null())
                .col(ColumnDef::new("items").text().not_null())
                .col(ColumnDef::new("danger").boolean().not_null())
                .col(ColumnDef::new("child").boolean().not_null())
                .col(ColumnDef::new("office").text())
                .col(ColumnDef::new("state").text().not_null())
                .col(ColumnDef::new("snapshot").binary().not_null())
                .col(ColumnDef::new("sent_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("sent_by").uuid())
                .col(ColumnDef::new("due_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("answered_at").timestamp_with_time_zone())
                .col(ColumnDef::new("answered_by").uuid())
                .col(ColumnDef::new("reason").text())
                .col(ColumnDef::new("consent_withdrawn_at").timestamp_with_time_zone())
                .col(ColumnDef::new("form_key").text().not_null().unique_key())
                .col(ColumnDef::new("version").integer().not_null())
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("hand_over_note")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("hand_over_id").uuid().not_null())
                .col(ColumnDef::new("kind").text().not_null())
                .col(ColumnDef::new("words").binary().not_null())
                .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("by").uuid())
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("transfer")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("case_id").uuid().not_null())
                .col(ColumnDef::new("case_reference").text().not_null())
                .col(ColumnDef::new("hand_over_reference").text().not_null())
                .col(ColumnDef::new("receiver").text().not_null())
                .col(ColumnDef::new("purpose").text().not_null())
                .col(ColumnDef::new("ground").text().not_null())
                .col(ColumnDef::new("article").text())
                .col(ColumnDef::new("items").text().not_null())
                .col(ColumnDef::new("sent_by").uuid())
                .col(ColumnDef::new("approved_by").uuid())
                .col(ColumnDef::new("office").text())
                .to_owned(),
        )
        .await?;
    index(manager, "hand_over_agency", "hand_over", &["agency", "state", "due_at", "id"]).await?;
    index(manager, "hand_over_of", "hand_over", &["case_id", "sent_at"]).await?;
    index(manager, "hand_over_note_of", "hand_over_note", &["hand_over_id", "at"]).await?;
    index(manager, "transfer_at", "transfer", &["at", "id"]).await
}

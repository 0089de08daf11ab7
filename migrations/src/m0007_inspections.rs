//! The pool of requests, visits, what was found and imposed, reports.

use sea_orm_migration::prelude::*;

use crate::index;

/// The inspections room's tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("visit_request")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("reference").text().not_null().unique_key())
                    .col(ColumnDef::new("establishment_id").uuid().not_null())
                    .col(ColumnDef::new("worksite_id").uuid())
                    .col(ColumnDef::new("office").text().not_null())
                    .col(ColumnDef::new("sections").text().not_null())
                    .col(ColumnDef::new("hazards").text().not_null())
                    .col(ColumnDef::new("languages").text().not_null())
                    .col(ColumnDef::new("asked_by").uuid())
                    .col(ColumnDef::new("asked_on").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("due_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("visit_id").uuid())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "visit_request_office", "visit_request", &["office", "state", "due_at", "id"]).await?;
        index(manager, "visit_request_visit", "visit_request", &["visit_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("visit")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("reference").text().not_null().unique_key())
                    .col(ColumnDef::new("batch_id").uuid().not_null())
                    .col(ColumnDef::new("establishment_id").uuid().not_null())
                    .col(ColumnDef::new("worksite_id").uuid())
                    .col(ColumnDef::new("office").text().not_null())
                    .col(ColumnDef::new("sector").text().not_null())
                    .col(ColumnDef::new("regime").text().not_null())
                    .col(ColumnDef::new("home").boolean().not_null())
                    .col(ColumnDef::new("order_number").binary())
                    .col(ColumnDef::new("checklist").text().not_null())
                    .col(ColumnDef::new("checklist_version").text().not_null())
                    .col(ColumnDef::new("sections").text().not_null())
                    .col(ColumnDef::new("hazards").text().not_null())
                    .col(ColumnDef::new("languages").text().not_null())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("starts_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("ends_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("began_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("finished_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("record").binary())
                    .col(ColumnDef::new("interviews").integer())
                    .col(ColumnDef::new("interviews_alone").boolean())
                    .col(ColumnDef::new("cancel_reason").binary())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "visit_office", "visit", &["office", "starts_at", "reference"]).await?;
        index(manager, "visit_establishment", "visit", &["establishment_id", "starts_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("visit_inspector")
                    .col(ColumnDef::new("visit_id").uuid().not_null())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("leads").boolean().not_null())
                    .primary_key(Index::create().col("visit_id").col("staff_id"))
                    .to_owned(),
            )
            .await?;
        index(manager, "visit_inspector_staff", "visit_inspector", &["staff_id", "visit_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("visit_answer")
                    .col(ColumnDef::new("visit_id").uuid().not_null())
                    .col(ColumnDef::new("item").text().not_null())
                    .col(ColumnDef::new("answer").text().not_null())
                    .primary_key(Index::create().col("visit_id").col("item"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("visit_finding")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("visit_id").uuid().not_null())
                    .col(ColumnDef::new("number").integer().not_null())
                    .col(ColumnDef::new("item").text().not_null())
                    .col(ColumnDef::new("article").text().not_null())
                    .col(ColumnDef::new("article_from").text())
                    .col(ColumnDef::new("severity").text().not_null())
                    .col(ColumnDef::new("workers").integer())
                    .col(ColumnDef::new("measure").text())
                    .col(ColumnDef::new("words").binary().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "visit_finding_of", "visit_finding", &["visit_id", "number"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("visit_measure")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("visit_id").uuid().not_null())
                    .col(ColumnDef::new("number").integer().not_null())
                    .col(ColumnDef::new("code").text().not_null())
                    .col(ColumnDef::new("class").text().not_null())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("served_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("due_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("approval").text())
                    .col(ColumnDef::new("approved_by").uuid())
                    .col(ColumnDef::new("words").binary().not_null())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "visit_measure_of", "visit_measure", &["visit_id", "number"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("visit_report")
                    .col(ColumnDef::new("visit_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("number").text().not_null().unique_key())
                    .col(ColumnDef::new("issued_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("snapshot").binary().not_null())
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("visit_paper")
                    .col(ColumnDef::new("visit_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("pdf").binary().not_null())
                    .col(ColumnDef::new("made_at").timestamp_with_time_zone().not_null())
                    .to_owned(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "visit_paper",
            "visit_report",
            "visit_measure",
            "visit_finding",
            "visit_answer",
            "visit_inspector",
            "visit",
            "visit_request",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

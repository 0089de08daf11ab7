//! What comes after an agreement: pay in instalments followed until recovered, papers given back, and sessions of
//! mediation with her private request for one where it is barred.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of recovery and of mediation.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("instalment")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("number").integer().not_null())
                    .col(ColumnDef::new("place").text().not_null().unique_key())
                    .col(ColumnDef::new("due_on").date().not_null())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("evidence").text())
                    .col(ColumnDef::new("content").binary().not_null())
                    .col(ColumnDef::new("agreed_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("agreed_by").uuid())
                    .col(ColumnDef::new("seen_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("seen_by").uuid())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "instalment_of", "instalment", &["complaint_id", "number"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("document_return")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("paper").text().not_null())
                    .col(ColumnDef::new("holder").text())
                    .col(ColumnDef::new("seen_on").date().not_null())
                    .col(ColumnDef::new("noted_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("noted_by").uuid())
                    .col(ColumnDef::new("note").binary())
                    .to_owned(),
            )
            .await?;
        index(manager, "document_return_of", "document_return", &["complaint_id", "seen_on"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("joint_request")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("place").text().not_null().unique_key())
                    .col(ColumnDef::new("contact_id").uuid().not_null())
                    .col(ColumnDef::new("words").binary().not_null())
                    .col(ColumnDef::new("asked_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("asked_by").uuid())
                    .col(ColumnDef::new("decided_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("decided_by").uuid())
                    .col(ColumnDef::new("decision").text())
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("mediation")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("number").integer().not_null())
                    .col(ColumnDef::new("place").text().not_null().unique_key())
                    .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("mediator").uuid().not_null())
                    .col(ColumnDef::new("parties").text().not_null())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("minutes").binary())
                    .col(ColumnDef::new("terms").binary())
                    .col(ColumnDef::new("planned_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("planned_by").uuid())
                    .col(ColumnDef::new("held_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("held_by").uuid())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "mediation_of", "mediation", &["complaint_id", "number"]).await?;
        index(manager, "mediation_by", "mediation", &["mediator", "at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["mediation", "joint_request", "document_return", "instalment"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

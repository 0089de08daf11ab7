//! Complaints, their texts, and the credentials with which people come back.

use sea_orm_migration::prelude::*;

use crate::index;

/// The complaints' tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("complaint")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("reference").text().not_null().unique_key())
                    .col(ColumnDef::new("received_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("acknowledge_by").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("language").text().not_null())
                    .col(ColumnDef::new("kind").text().not_null())
                    .col(ColumnDef::new("filed_by").text().not_null())
                    .col(ColumnDef::new("filer_has_interest").boolean().not_null())
                    .col(ColumnDef::new("channel").text().not_null())
                    .col(ColumnDef::new("confidentiality").text().not_null())
                    .col(ColumnDef::new("governorate").text())
                    .col(ColumnDef::new("office").text())
                    .col(ColumnDef::new("assignee").uuid())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("outcome").text())
                    .col(ColumnDef::new("urgent").boolean().not_null())
                    .col(ColumnDef::new("age").text().not_null())
                    .col(ColumnDef::new("contact_channel").text().not_null())
                    .col(ColumnDef::new("contact_hers_alone").boolean().not_null())
                    .col(ColumnDef::new("interpreter_sex").text())
                    .col(ColumnDef::new("employer").binary())
                    .col(ColumnDef::new("worker").binary())
                    .col(ColumnDef::new("contact").binary())
                    .col(ColumnDef::new("answers").binary())
                    .col(ColumnDef::new("establishment_id").uuid())
                    .col(ColumnDef::new("acknowledged_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("acknowledged_by").uuid())
                    .col(ColumnDef::new("next_step").text())
                    .col(ColumnDef::new("seen_by_worker_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("closed_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "complaint_office", "complaint", &["office", "state", "received_at", "id"]).await?;
        index(manager, "complaint_establishment", "complaint", &["establishment_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("complaint_text")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("kind").text().not_null())
                    .col(ColumnDef::new("author").text().not_null())
                    .col(ColumnDef::new("author_staff").uuid())
                    .col(ColumnDef::new("language").text().not_null())
                    .col(ColumnDef::new("translation_of").uuid())
                    .col(ColumnDef::new("body").binary().not_null())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("seen_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "complaint_text_of", "complaint_text", &["complaint_id", "created_at", "id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("credential")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("holder").text().not_null())
                    .col(ColumnDef::new("digest").binary().not_null())
                    .col(ColumnDef::new("issued_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("issued_by").uuid())
                    .col(ColumnDef::new("revoked_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "credential_of", "credential", &["complaint_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["credential", "complaint_text", "complaint"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

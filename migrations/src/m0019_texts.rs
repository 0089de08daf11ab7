//! Text messages out, numbers that are left alone, and texts that come in.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of text messages.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("text_message")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("subject_id").uuid().not_null())
                    .col(ColumnDef::new("number").binary().not_null())
                    .col(ColumnDef::new("number_tag").binary().not_null())
                    .col(ColumnDef::new("kind").text().not_null())
                    .col(ColumnDef::new("language").text().not_null())
                    .col(ColumnDef::new("effect_tag").binary().not_null().unique_key())
                    .col(ColumnDef::new("note").binary())
                    .col(ColumnDef::new("state").text().not_null())
                    .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("not_after").timestamp_with_time_zone())
                    .col(ColumnDef::new("handed_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("changed_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("version").integer().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "text_message_subject", "text_message", &["subject_id"]).await?;
        index(manager, "text_message_number", "text_message", &["number_tag", "created_at"]).await?;
        index(manager, "text_message_handed", "text_message", &["handed_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("text_stop")
                    .col(ColumnDef::new("number_tag").binary().not_null().primary_key())
                    .col(ColumnDef::new("stopped_at").timestamp_with_time_zone().not_null())
                    .to_owned(),
            )
            .await?;
        drafts(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["text_part", "text_draft", "text_stop", "text_message"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// Texts that come in, part by part, until somebody files what they tell.
async fn drafts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("text_draft")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("reference").text().not_null().unique_key())
                .col(ColumnDef::new("way").text().not_null())
                .col(ColumnDef::new("language").text())
                .col(ColumnDef::new("office").text().not_null())
                .col(ColumnDef::new("received_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("due_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("number").binary().not_null())
                .col(ColumnDef::new("number_tag").binary().not_null())
                .col(ColumnDef::new("hers_alone").boolean().not_null())
                .col(ColumnDef::new("urgent").boolean().not_null())
                .col(ColumnDef::new("answered_at").timestamp_with_time_zone())
                .col(ColumnDef::new("complaint").text())
                .col(ColumnDef::new("outcome").text())
                .col(ColumnDef::new("done_at").timestamp_with_time_zone())
                .col(ColumnDef::new("done_by").uuid())
                .col(ColumnDef::new("version").integer().not_null())
                .to_owned(),
        )
        .await?;
    index(manager, "text_draft_number", "text_draft", &["number_tag", "received_at"]).await?;
    manager
        .create_table(
            Table::create()
                .table("text_part")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("draft_id").uuid().not_null())
                .col(ColumnDef::new("outside_tag").binary().not_null().unique_key())
                .col(ColumnDef::new("body").binary().not_null())
                .col(ColumnDef::new("received_at").timestamp_with_time_zone().not_null())
                .to_owned(),
        )
        .await?;
    index(manager, "text_part_draft", "text_part", &["draft_id", "received_at"]).await
}

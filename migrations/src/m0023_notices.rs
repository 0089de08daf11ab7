//! What the ladder tells staff, the mails that bundle it, breaches with their reason, and the days on which an
//! installation is closed beside those of its pack.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of notices, breaches and closed days.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let rule = ColumnDef::new("rule").text().to_owned();
        manager.alter_table(Table::alter().table("deadline").add_column(rule).to_owned()).await?;
        // Open clocks in the office's time, when a closed day is announced.
        index(manager, "deadline_rule", "deadline", &["state", "rule"]).await?;
        index(manager, "deadline_item", "deadline", &["item_id"]).await?;
        // How many mails went in the last minute.
        index(manager, "mail_sent", "mail", &["sent_at"]).await?;
        notices(manager).await?;
        manager
            .create_table(
                Table::create()
                    .table("breach")
                    .col(ColumnDef::new("deadline_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("breached_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("reason").text())
                    .col(ColumnDef::new("words").binary())
                    .col(ColumnDef::new("words_key").uuid())
                    .col(ColumnDef::new("said_by").uuid())
                    .col(ColumnDef::new("said_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "breach_reason", "breach", &["reason", "breached_at", "deadline_id"]).await?;
        manager
            .get_connection()
            .execute_unprepared(
                "INSERT INTO breach (deadline_id, breached_at) \
                 SELECT id, breached_at FROM deadline WHERE breached_at IS NOT NULL",
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("given_back")
                    .col(ColumnDef::new("item_id").uuid().not_null())
                    .col(ColumnDef::new("staff_id").uuid().not_null())
                    .col(ColumnDef::new("reason").text().not_null())
                    .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
                    .primary_key(Index::create().col("item_id").col("staff_id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("closed_day")
                    .col(ColumnDef::new("day").date().not_null().primary_key())
                    .col(ColumnDef::new("code").text().not_null())
                    .col(ColumnDef::new("added_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("added_by").uuid())
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["closed_day", "given_back", "breach", "mail_way", "notice_mail", "notice"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        manager.drop_index(Index::drop().name("mail_sent").table("mail").to_owned()).await?;
        for name in ["deadline_item", "deadline_rule"] {
            manager.drop_index(Index::drop().name(name).table("deadline").to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("deadline").drop_column("rule").to_owned()).await
    }
}

async fn notices(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("notice")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("effect").text().not_null().unique_key())
                .col(ColumnDef::new("staff_id").uuid().not_null())
                .col(ColumnDef::new("kind").text().not_null())
                .col(ColumnDef::new("item_id").uuid().not_null())
                .col(ColumnDef::new("clock").text())
                .col(ColumnDef::new("due_at").timestamp_with_time_zone())
                .col(ColumnDef::new("urgent").boolean().not_null())
                .col(ColumnDef::new("created_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("seen_at").timestamp_with_time_zone())
                .col(ColumnDef::new("mail_after").timestamp_with_time_zone())
                .to_owned(),
        )
        .await?;
    index(manager, "notice_staff", "notice", &["staff_id", "created_at", "id"]).await?;
    index(manager, "notice_unseen", "notice", &["staff_id", "seen_at"]).await?;
    index(manager, "notice_to_mail", "notice", &["mail_after", "staff_id"]).await?;
    manager
        .create_table(
            Table::create()
                .table("notice_mail")
                .col(ColumnDef::new("staff_id").uuid().not_null())
                .col(ColumnDef::new("number").integer().not_null())
                .col(ColumnDef::new("notices").integer().not_null())
                .col(ColumnDef::new("made_at").timestamp_with_time_zone().not_null())
                .primary_key(Index::create().col("staff_id").col("number"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("mail_way")
                .col(ColumnDef::new("staff_id").uuid().not_null().primary_key())
                .col(ColumnDef::new("subject_id").uuid().not_null())
                .col(ColumnDef::new("address").binary().not_null())
                .col(ColumnDef::new("language").text().not_null())
                .col(ColumnDef::new("set_at").timestamp_with_time_zone().not_null())
                .to_owned(),
        )
        .await
}

//! The electronic patrol: advertisements and where they were seen, what was found in them, what people made of it, the
//! recruiters behind them, and the feeds that bring them. No row here names a complaint or a worker.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of the patrol.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn at(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().to_owned()
}

async fn adverts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("advert")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("reference").text().not_null().unique_key())
                .col(ColumnDef::new("title").text().not_null())
                .col(ColumnDef::new("body").binary().not_null())
                .col(ColumnDef::new("language").text().not_null())
                .col(ColumnDef::new("level").text().not_null())
                .col(ColumnDef::new("hits").text().not_null())
                .col(ColumnDef::new("instrument").text().not_null())
                .col(ColumnDef::new("signature").binary())
                .col(ColumnDef::new("first_seen").date().not_null())
                .col(ColumnDef::new("last_seen").date().not_null())
                .col(ColumnDef::new("sightings").integer().not_null())
                .col(ColumnDef::new("decision").text())
                .col(at("decided_at"))
                .col(at("added_at").not_null().to_owned())
                .col(ColumnDef::new("added_by").uuid())
                .col(at("erased_at"))
                .col(ColumnDef::new("version").integer().not_null())
                .to_owned(),
        )
        .await?;
    index(manager, "advert_added", "advert", &["added_at", "id"]).await?;
    index(manager, "advert_last", "advert", &["last_seen", "id"]).await?;
    manager
        .create_table(
            Table::create()
                .table("advert_mark")
                .col(ColumnDef::new("mark").binary().not_null())
                .col(ColumnDef::new("advert_id").uuid().not_null())
                .primary_key(Index::create().col("mark").col("advert_id"))
                .to_owned(),
        )
        .await?;
    index(manager, "advert_mark_of", "advert_mark", &["advert_id"]).await?;
    manager
        .create_table(
            Table::create()
                .table("advert_indicator")
                .col(ColumnDef::new("advert_id").uuid().not_null())
                .col(ColumnDef::new("indicator").text().not_null())
                .col(ColumnDef::new("verdict").text())
                .primary_key(Index::create().col("advert_id").col("indicator"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("advert_sighting")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("advert_id").uuid().not_null())
                .col(ColumnDef::new("once").binary().not_null().unique_key())
                .col(ColumnDef::new("place").text().not_null())
                .col(ColumnDef::new("address").binary())
                .col(ColumnDef::new("seen_on").date().not_null())
                .col(ColumnDef::new("way").text().not_null())
                .col(ColumnDef::new("feed_id").uuid())
                .col(at("added_at").not_null().to_owned())
                .col(ColumnDef::new("added_by").uuid())
                .to_owned(),
        )
        .await?;
    index(manager, "advert_sighting_of", "advert_sighting", &["advert_id", "seen_on"]).await?;
    index(manager, "advert_sighting_when", "advert_sighting", &["seen_on"]).await?;
    manager
        .create_table(
            Table::create()
                .table("advert_decision")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("advert_id").uuid().not_null())
                .col(ColumnDef::new("decision").text().not_null())
                .col(ColumnDef::new("note").binary())
                .col(at("decided_at").not_null().to_owned())
                .col(ColumnDef::new("decided_by").uuid())
                .to_owned(),
        )
        .await?;
    index(manager, "advert_decision_of", "advert_decision", &["advert_id", "decided_at"]).await?;
    index(manager, "advert_decision_when", "advert_decision", &["decided_at"]).await
}

async fn recruiters(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("recruiter")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("reference").text().not_null().unique_key())
                .col(ColumnDef::new("name").text())
                .col(ColumnDef::new("mask").text().not_null())
                .col(ColumnDef::new("establishment_id").uuid())
                .col(at("linked_at"))
                .col(ColumnDef::new("linked_by").uuid())
                .col(at("added_at").not_null().to_owned())
                .col(ColumnDef::new("version").integer().not_null())
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("recruiter_mark")
                .col(ColumnDef::new("sort").text().not_null())
                .col(ColumnDef::new("mark").binary().not_null())
                .col(ColumnDef::new("recruiter_id").uuid().not_null())
                .col(ColumnDef::new("value").binary())
                .primary_key(Index::create().col("sort").col("mark").col("recruiter_id"))
                .to_owned(),
        )
        .await?;
    index(manager, "recruiter_mark_of", "recruiter_mark", &["recruiter_id"]).await?;
    manager
        .create_table(
            Table::create()
                .table("advert_recruiter")
                .col(ColumnDef::new("advert_id").uuid().not_null())
                .col(ColumnDef::new("recruiter_id").uuid().not_null())
                .primary_key(Index::create().col("advert_id").col("recruiter_id"))
                .to_owned(),
        )
        .await?;
    index(manager, "advert_recruiter_of", "advert_recruiter", &["recruiter_id"]).await?;
    manager
        .create_table(
            Table::create()
                .table("patrol_feed")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("address").text().not_null().unique_key())
                .col(ColumnDef::new("name").text().not_null())
                .col(ColumnDef::new("language").text())
                .col(ColumnDef::new("every_minutes").integer().not_null())
                .col(at("next_at").not_null().to_owned())
                .col(at("fetched_at"))
                .col(ColumnDef::new("found").integer().not_null())
                .col(ColumnDef::new("fault").text())
                .col(at("failing_since"))
                .col(ColumnDef::new("paused").boolean().not_null())
                .col(at("added_at").not_null().to_owned())
                .col(ColumnDef::new("added_by").uuid())
                .col(ColumnDef::new("version").integer().not_null())
                .to_owned(),
        )
        .await?;
    index(manager, "patrol_feed_next", "patrol_feed", &["next_at"]).await
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        adverts(manager).await?;
        recruiters(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "patrol_feed",
            "advert_recruiter",
            "recruiter_mark",
            "recruiter",
            "advert_decision",
            "advert_sighting",
            "advert_indicator",
            "advert_mark",
            "advert",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

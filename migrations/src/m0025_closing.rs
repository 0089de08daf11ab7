//! Closing with a reason and what was done, calls and other attempts to reach people, and questions on safety that are
//! asked again. What was a settlement alone becomes a closing of any kind; what was kept of it goes along.

use sea_orm_migration::prelude::*;

use crate::index;

/// The tables of closing and of contact.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let closing = || {
            let mut table = Table::create();
            table
                .table("closing")
                .col(ColumnDef::new("id").uuid().not_null().primary_key())
                .col(ColumnDef::new("complaint_id").uuid().not_null())
                .col(ColumnDef::new("place").text().not_null().unique_key())
                .col(ColumnDef::new("outcome").text().not_null())
                .col(ColumnDef::new("reason").text())
                .col(ColumnDef::new("second").boolean().not_null())
                .col(ColumnDef::new("terms").binary())
                .col(ColumnDef::new("content").binary())
                .col(ColumnDef::new("text_id").uuid())
                .col(ColumnDef::new("proposed_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("proposed_by").uuid())
                .col(ColumnDef::new("decided_at").timestamp_with_time_zone())
                .col(ColumnDef::new("decided_by").uuid())
                .col(ColumnDef::new("decision").text());
            table
        };
        manager.create_table(closing()).await?;
        index(manager, "closing_of", "closing", &["complaint_id", "proposed_at"]).await?;
        let moved = "INSERT INTO closing (id, complaint_id, place, outcome, second, terms, proposed_at, proposed_by, \
             decided_at, decided_by, decision) SELECT id, complaint_id, place, outcome, decided_at IS NULL OR \
             decision <> 'enough', terms, proposed_at, proposed_by, decided_at, decided_by, decision FROM settlement";
        manager.get_connection().execute_unprepared(moved).await?;
        manager.drop_table(Table::drop().table("settlement").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("contact_attempt")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("noted_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("noted_by").uuid())
                    .col(ColumnDef::new("person").text().not_null())
                    .col(ColumnDef::new("way").text().not_null())
                    .col(ColumnDef::new("language").text())
                    .col(ColumnDef::new("interpreter").text().not_null())
                    .col(ColumnDef::new("private").text().not_null())
                    .col(ColumnDef::new("result").text().not_null())
                    .col(ColumnDef::new("note").binary())
                    .col(ColumnDef::new("next_at").timestamp_with_time_zone())
                    .to_owned(),
            )
            .await?;
        index(manager, "contact_attempt_of", "contact_attempt", &["complaint_id", "at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("rescreening")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("by").uuid())
                    .col(ColumnDef::new("answers").binary().not_null())
                    .col(ColumnDef::new("level").text())
                    .col(ColumnDef::new("bars").boolean().not_null())
                    .to_owned(),
            )
            .await?;
        index(manager, "rescreening_of", "rescreening", &["complaint_id", "at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["rescreening", "contact_attempt"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("settlement")
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("complaint_id").uuid().not_null())
                    .col(ColumnDef::new("place").text().not_null().unique_key())
                    .col(ColumnDef::new("outcome").text().not_null())
                    .col(ColumnDef::new("terms").binary().not_null())
                    .col(ColumnDef::new("proposed_at").timestamp_with_time_zone().not_null())
                    .col(ColumnDef::new("proposed_by").uuid())
                    .col(ColumnDef::new("decided_at").timestamp_with_time_zone())
                    .col(ColumnDef::new("decided_by").uuid())
                    .col(ColumnDef::new("decision").text())
                    .to_owned(),
            )
            .await?;
        index(manager, "settlement_of", "settlement", &["complaint_id", "proposed_at"]).await?;
        let back = "INSERT INTO settlement (id, complaint_id, place, outcome, terms, proposed_at, proposed_by, \
             decided_at, decided_by, decision) SELECT id, complaint_id, place, outcome, terms, proposed_at, \
             proposed_by, decided_at, decided_by, decision FROM closing WHERE terms IS NOT NULL";
        manager.get_connection().execute_unprepared(back).await?;
        manager.drop_table(Table::drop().table("closing").to_owned()).await
    }
}

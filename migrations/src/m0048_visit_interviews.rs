//! What a visit brings to light: the complaint that holds what was seen there, and interviews that are about a visit.

use sea_orm_migration::prelude::*;

use crate::index;

/// A table; two columns of interviews, and another name for what an interview is about.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// The tables that say what an interview is about.
const ABOUT: [&str; 3] = ["interview", "interview_consent", "interview_answer"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut of_visit = Table::create();
        of_visit
            .table("complaint_of_visit")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(ColumnDef::new("complaint_id").uuid().not_null())
            .col(ColumnDef::new("tag").binary().not_null().unique_key());
        manager.create_table(of_visit).await?;
        index(manager, "complaint_of_visit_of", "complaint_of_visit", &["complaint_id"]).await?;
        for table in ABOUT {
            let rename = Table::alter().table(table).rename_column("complaint_id", "about_id").to_owned();
            manager.alter_table(rename).await?;
        }
        for column in ["at_visit", "weighed"] {
            let column = ColumnDef::new(column).boolean().not_null().default(false).to_owned();
            manager.alter_table(Table::alter().table("interview").add_column(column).to_owned()).await?;
        }
        let weighed = "UPDATE interview SET weighed = TRUE WHERE assessment_id IS NOT NULL";
        manager.get_connection().execute_unprepared(weighed).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["at_visit", "weighed"] {
            manager.alter_table(Table::alter().table("interview").drop_column(column).to_owned()).await?;
        }
        for table in ABOUT {
            let rename = Table::alter().table(table).rename_column("about_id", "complaint_id").to_owned();
            manager.alter_table(rename).await?;
        }
        manager.drop_table(Table::drop().table("complaint_of_visit").to_owned()).await
    }
}

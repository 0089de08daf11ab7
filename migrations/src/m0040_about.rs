//! What a piece of work tells of, a complaint or a workplace: who has a tie to it does not see the work.

use sea_orm_migration::prelude::*;

/// A column of the work, filled from what the work is on.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// What each kind of subject tells of. An instalment and a day of asking are a complaint's, and stand as such.
const OF: &[&str] = &[
    "SELECT id FROM complaint WHERE id = work_item.subject_id",
    "SELECT complaint_id FROM complaint_text WHERE id = work_item.subject_id",
    "SELECT complaint_id FROM check_in WHERE id = work_item.subject_id",
    "SELECT complaint_id FROM instalment WHERE id = work_item.subject_id",
    "SELECT complaint_id FROM flag WHERE id = work_item.subject_id",
    "SELECT complaint_id FROM referral_case WHERE id = work_item.subject_id",
    "SELECT c.complaint_id FROM referral_ground g JOIN referral_case c ON c.id = g.case_id \
     WHERE g.id = work_item.subject_id",
    "SELECT c.complaint_id FROM referral_consent g JOIN referral_case c ON c.id = g.case_id \
     WHERE g.id = work_item.subject_id",
    "SELECT c.complaint_id FROM hand_over h JOIN referral_case c ON c.id = h.case_id \
     WHERE h.id = work_item.subject_id",
    "SELECT establishment_id FROM visit WHERE id = work_item.subject_id",
    "SELECT establishment_id FROM visit_request WHERE id = work_item.subject_id",
    "SELECT v.establishment_id FROM visit_measure m JOIN visit v ON v.id = m.visit_id \
     WHERE m.id = work_item.subject_id",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let about = ColumnDef::new("about").uuid().to_owned();
        manager.alter_table(Table::alter().table("work_item").add_column(about).to_owned()).await?;
        for of in OF {
            let fill = format!("UPDATE work_item SET about = ({of}) WHERE about IS NULL");
            manager.get_connection().execute_unprepared(&fill).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("work_item").drop_column("about").to_owned()).await
    }
}

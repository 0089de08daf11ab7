//! The tables of all rooms: one file a migration, each for both databases, up and down.
//!
//! Migrations never use entities: a test compares the two. Numbers are given in order and never used twice.

use sea_orm_migration::prelude::{DbErr, Index};
use sea_orm_migration::{MigrationTrait, async_trait};
pub use sea_orm_migration::{MigratorTrait, SchemaManager};

mod m0001_kernel;
mod m0002_accounts;
mod m0003_worklist;
mod m0004_complaints;
mod m0005_screening;
mod m0006_establishments;
mod m0007_inspections;
mod m0008_referral;
mod m0009_complaint_visits;
mod m0010_statistics;
mod m0011_messaging;
mod m0012_evidence;
mod m0013_receipts;
mod m0014_coming_back;
mod m0015_journey;
mod m0016_public;
mod m0018_filers;
mod m0019_texts;
mod m0020_group_codes;
mod m0021_uploads;
mod m0022_wages;
mod m0023_notices;
mod m0025_closing;
mod m0026_recovery;
mod m0027_people;
mod m0029_same_story;
mod m0030_queue;
mod m0031_passkeys;
mod m0032_retention;
mod m0033_away;
mod m0034_flag_concerned;
mod m0035_reach;
mod m0036_invitations;
mod m0039_contact_waits;
mod m0040_about;
mod m0041_access;
mod m0043_said_in;
mod m0044_named;
mod m0045_interview;
mod m0046_patrol;
mod m0047_lent;
mod m0048_visit_interviews;
mod m0049_learnt_days;
mod m0050_found_on;
mod m0051_took_over;
mod m0052_call_interpreter;
mod m0053_read_anew;
mod m0054_whole_name;
mod m0055_trained;

/// Every migration, in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_kernel::Migration),
            Box::new(m0002_accounts::Migration),
            Box::new(m0003_worklist::Migration),
            Box::new(m0004_complaints::Migration),
            Box::new(m0005_screening::Migration),
            Box::new(m0006_establishments::Migration),
            Box::new(m0007_inspections::Migration),
            Box::new(m0008_referral::Migration),
            Box::new(m0009_complaint_visits::Migration),
            Box::new(m0010_statistics::Migration),
            Box::new(m0011_messaging::Migration),
            Box::new(m0012_evidence::Migration),
            Box::new(m0013_receipts::Migration),
            Box::new(m0014_coming_back::Migration),
            Box::new(m0015_journey::Migration),
            Box::new(m0016_public::Migration),
            Box::new(m0018_filers::Migration),
            Box::new(m0019_texts::Migration),
            Box::new(m0020_group_codes::Migration),
            Box::new(m0021_uploads::Migration),
            Box::new(m0022_wages::Migration),
            Box::new(m0023_notices::Migration),
            Box::new(m0025_closing::Migration),
            Box::new(m0026_recovery::Migration),
            Box::new(m0027_people::Migration),
            Box::new(m0029_same_story::Migration),
            Box::new(m0030_queue::Migration),
            Box::new(m0031_passkeys::Migration),
            Box::new(m0032_retention::Migration),
            Box::new(m0033_away::Migration),
            Box::new(m0034_flag_concerned::Migration),
            Box::new(m0035_reach::Migration),
            Box::new(m0036_invitations::Migration),
            Box::new(m0039_contact_waits::Migration),
            Box::new(m0040_about::Migration),
            Box::new(m0041_access::Migration),
            Box::new(m0043_said_in::Migration),
            Box::new(m0044_named::Migration),
            Box::new(m0045_interview::Migration),
            Box::new(m0046_patrol::Migration),
            Box::new(m0047_lent::Migration),
            Box::new(m0048_visit_interviews::Migration),
            Box::new(m0049_learnt_days::Migration),
            Box::new(m0050_found_on::Migration),
            Box::new(m0051_took_over::Migration),
            Box::new(m0052_call_interpreter::Migration),
            Box::new(m0053_read_anew::Migration),
            Box::new(m0054_whole_name::Migration),
            Box::new(m0055_trained::Migration),
        ]
    }
}

/// Makes an index over these columns.
pub(crate) async fn index(
    manager: &SchemaManager<'_>,
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
) -> Result<(), DbErr> {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(*column);
    }
    manager.create_index(index).await
}

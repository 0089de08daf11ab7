//! A visit: when, where, what to look at. Nothing in it tells why it is made.
use sea_orm::entity::prelude::*;

/// A visit: when, where, what to look at. Nothing in it tells why it is made.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub reference: String,
    pub batch_id: Uuid,
    pub establishment_id: Uuid,
    pub worksite_id: Option<Uuid>,
    pub office: String,
    pub sector: String,
    pub regime: String,
    pub home: bool,
    pub order_number: Option<Vec<u8>>,
    pub checklist: String,
    pub checklist_version: String,
    pub sections: String,
    pub hazards: String,
    pub languages: String,
    pub state: String,
    pub starts_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    pub created_at: DateTimeUtc,
    pub began_at: Option<DateTimeUtc>,
    pub finished_at: Option<DateTimeUtc>,
    pub record: Option<Vec<u8>>,
    pub interviews: Option<i32>,
    pub interviews_alone: Option<bool>,
    pub cancel_reason: Option<Vec<u8>>,
    pub found_on: Option<Date>,
    pub corrected_by: Option<Uuid>,
    pub corrected_at: Option<DateTimeUtc>,
    pub corrected_why: Option<Vec<u8>>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

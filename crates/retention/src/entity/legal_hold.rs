//! That something must not be erased, for how long, and why. The words are sealed under a key of the hold.
use sea_orm::entity::prelude::*;

/// That something must not be erased, for how long, and why. The words are sealed under a key of the hold.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "legal_hold")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Option<Uuid>,
    pub establishment_id: Option<Uuid>,
    pub reference: String,
    pub office: Option<String>,
    pub ground: String,
    pub why: Option<Vec<u8>>,
    pub review_on: Date,
    pub put_at: DateTimeUtc,
    pub put_by: Uuid,
    pub ended_at: Option<DateTimeUtc>,
    pub ended_by: Option<Uuid>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

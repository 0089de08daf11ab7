//! The link from a complaint to a request for a visit: sealed, and on this side only.
use sea_orm::entity::prelude::*;

/// The link from a complaint to a request for a visit.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint_visit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub request: Vec<u8>,
    #[sea_orm(unique)]
    pub tag: Vec<u8>,
    pub source: String,
    pub consent: Option<Vec<u8>>,
    pub asked_at: DateTimeUtc,
    pub asked_by: Option<Uuid>,
    pub told: String,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

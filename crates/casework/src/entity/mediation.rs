//! A session of mediation.
use sea_orm::entity::prelude::*;

/// A session of mediation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mediation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub number: i32,
    /// The complaint and the number.
    #[sea_orm(unique)]
    pub place: String,
    pub at: DateTimeUtc,
    pub mediator: Uuid,
    pub parties: String,
    pub state: String,
    pub minutes: Option<Vec<u8>>,
    pub terms: Option<Vec<u8>>,
    pub planned_at: DateTimeUtc,
    pub planned_by: Option<Uuid>,
    pub held_at: Option<DateTimeUtc>,
    pub held_by: Option<Uuid>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

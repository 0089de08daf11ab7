//! A visit's report: its number and what it says, never changed.
use sea_orm::entity::prelude::*;

/// A visit's report: its number and what it says, never changed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub visit_id: Uuid,
    #[sea_orm(unique)]
    pub number: String,
    pub issued_at: DateTimeUtc,
    pub snapshot: Vec<u8>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

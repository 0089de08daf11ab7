//! The days that start clocks against the worker: those that she or an officer told, and those that the house learnt for
//! another purpose. Sealed.
use sea_orm::entity::prelude::*;

/// The days of one complaint.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "told_dates")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub complaint_id: Uuid,
    pub days: Vec<u8>,
    pub learnt: Option<Vec<u8>>,
    pub told_at: DateTimeUtc,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

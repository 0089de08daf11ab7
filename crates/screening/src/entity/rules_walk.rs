//! With which instruments and lexicons the house began, and how far what is open was read anew with them.
use sea_orm::entity::prelude::*;

/// One way through all open complaints with one set of instruments and lexicons.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rules_walk")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub stamp: String,
    pub began_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    pub after: Option<Uuid>,
    pub looked: i32,
    pub made: i32,
    pub raised: i32,
    pub broken: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

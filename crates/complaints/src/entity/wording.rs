//! A report that a wording is wrong. Nothing personal is asked; what is typed is sealed all the same.
use sea_orm::entity::prelude::*;

/// A report of a wording.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "wording")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub reference: String,
    pub language: String,
    pub place: String,
    pub told_at: DateTimeUtc,
    pub words: Vec<u8>,
    pub done_at: Option<DateTimeUtc>,
    pub done_by: Option<Uuid>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

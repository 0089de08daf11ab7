//! A decision about a flag, with its reason.
use sea_orm::entity::prelude::*;

/// A decision about a flag, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "flag_decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub flag_id: Uuid,
    pub question: String,
    pub decision: String,
    pub reason: String,
    pub words: Vec<u8>,
    pub decided_at: DateTimeUtc,
    pub decided_by: Uuid,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

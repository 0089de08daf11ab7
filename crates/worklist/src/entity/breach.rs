//! A clock that ran out, and why.
use sea_orm::entity::prelude::*;

/// A clock that ran out, and why.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "breach")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub deadline_id: Uuid,
    pub breached_at: DateTimeUtc,
    pub reason: Option<String>,
    pub words: Option<Vec<u8>>,
    pub words_key: Option<Uuid>,
    pub said_by: Option<Uuid>,
    pub said_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

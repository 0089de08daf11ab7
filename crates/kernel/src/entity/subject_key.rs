//! A subject's data key, wrapped.
use sea_orm::entity::prelude::*;

/// A subject's data key, wrapped.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "subject_key")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: Uuid,
    /// The wrapped key; empty once destroyed.
    pub wrapped: Vec<u8>,
    /// When made.
    pub created_at: DateTimeUtc,
    /// When destroyed: the subject is erased.
    pub destroyed_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! One record on such a list.
use sea_orm::entity::prelude::*;

/// One record on such a list.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "erasure_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub batch_id: Uuid,
    pub subject_id: Uuid,
    /// The subject while it waits, the id afterwards: so that it stands on one list at a time.
    #[sea_orm(unique)]
    pub place: String,
    /// Empty once it was erased.
    pub reference: String,
    pub due_at: DateTimeUtc,
    /// `waiting`, `erased`, `held`, `barred`, `left`.
    pub state: String,
    pub ended_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

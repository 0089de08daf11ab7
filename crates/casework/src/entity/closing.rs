//! A closing: outcome, reason, what was done, what was agreed, and who approved it.
use sea_orm::entity::prelude::*;

/// A closing: outcome, reason, what was done, what was agreed, and who approved it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "closing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    /// The complaint while it waits, the id afterwards: so that one waits at a time.
    #[sea_orm(unique)]
    pub place: String,
    pub outcome: String,
    pub reason: Option<String>,
    /// Whether a second person must approve it.
    pub second: bool,
    pub terms: Option<Vec<u8>>,
    pub content: Option<Vec<u8>>,
    /// What she is to read.
    pub text_id: Option<Uuid>,
    pub proposed_at: DateTimeUtc,
    pub proposed_by: Option<Uuid>,
    pub decided_at: Option<DateTimeUtc>,
    pub decided_by: Option<Uuid>,
    /// `enough`, `approved`, `refused`, `taken-back` or `dropped`, absent while it waits.
    pub decision: Option<String>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

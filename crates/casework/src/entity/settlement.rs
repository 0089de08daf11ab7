//! A settlement: what she gets, what was computed, and who agreed to it.
use sea_orm::entity::prelude::*;

/// A settlement: what she gets, what was computed, and who agreed to it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settlement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    /// The complaint while it waits for approval, the id afterwards: so that one waits at a time.
    #[sea_orm(unique)]
    pub place: String,
    pub outcome: String,
    pub terms: Vec<u8>,
    pub proposed_at: DateTimeUtc,
    pub proposed_by: Option<Uuid>,
    pub decided_at: Option<DateTimeUtc>,
    pub decided_by: Option<Uuid>,
    /// `enough`, `approved`, `refused` or `dropped`; absent while it waits.
    pub decision: Option<String>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

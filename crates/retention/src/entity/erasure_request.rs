//! That a worker wishes her complaint to be erased. The reason of the decision is sealed under the complaint'\''s key.
use sea_orm::entity::prelude::*;

/// That a worker wishes her complaint to be erased. The reason of the decision is sealed under the complaint'\''s key.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "erasure_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    /// The complaint while it waits, the id afterwards: so that one waits at a time.
    #[sea_orm(unique)]
    pub place: String,
    pub reference: String,
    pub office: Option<String>,
    pub way: String,
    pub asked_at: DateTimeUtc,
    pub recorded_by: Uuid,
    pub decided_at: Option<DateTimeUtc>,
    pub decided_by: Option<Uuid>,
    pub decision: Option<String>,
    pub why: Option<Vec<u8>>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

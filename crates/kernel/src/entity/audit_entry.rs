//! An audit entry, with a MAC over every column.
use sea_orm::entity::prelude::*;

/// An audit entry, with a MAC over every column.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When.
    pub at: DateTimeUtc,
    /// Kind of actor.
    pub actor_kind: String,
    /// Account, where there is one.
    pub actor_id: Option<Uuid>,
    /// What was done.
    pub action: String,
    /// Kind of subject.
    pub subject_kind: String,
    /// Subject.
    pub subject_id: Uuid,
    /// Why.
    pub purpose: Option<String>,
    /// Whether sealed fields were read.
    pub reads_sealed: bool,
    /// HMAC-SHA-256 over all columns above.
    pub mac: Vec<u8>,
    /// The batch that holds it, once sealed.
    pub batch: Option<i64>,
    /// Its place in the batch.
    pub place: Option<i64>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

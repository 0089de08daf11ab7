//! The one history: what changed, coded, append-only.
use sea_orm::entity::prelude::*;

/// The one history: what changed, coded, append-only.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When it happened.
    pub happened_at: DateTimeUtc,
    /// When it was written.
    pub recorded_at: DateTimeUtc,
    /// Kind of subject.
    pub subject_kind: String,
    /// Subject.
    pub subject_id: Uuid,
    /// Dotted code.
    pub what: String,
    /// State before.
    pub from_state: Option<String>,
    /// State after.
    pub to_state: Option<String>,
    /// Office concerned.
    pub office: Option<String>,
    /// Coded dimensions, a JSON object.
    pub dimensions: String,
    /// Account that caused it.
    pub actor_id: Option<Uuid>,
    /// Pack version under which it was recorded.
    pub pack_version: String,
    /// The event put right by this one.
    pub corrects: Option<Uuid>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A side effect to be done once.
use sea_orm::entity::prelude::*;

/// A side effect to be done once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What to do.
    pub kind: String,
    /// With what: ids and codes, JSON.
    pub payload: String,
    /// The same effect is written once.
    #[sea_orm(unique)]
    pub effect_key: Option<String>,
    /// `ready`, `done`, `dead`.
    pub state: String,
    /// Not before.
    pub run_after: DateTimeUtc,
    /// Claimed until.
    pub leased_until: Option<DateTimeUtc>,
    /// Tries so far.
    pub attempts: i32,
    /// What went wrong last, without anything personal.
    pub last_error: Option<String>,
    /// When written.
    pub created_at: DateTimeUtc,
    /// When done or given up.
    pub finished_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

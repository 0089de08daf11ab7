//! The answer given to an idempotency key, sealed, kept 24 hours.
use sea_orm::entity::prelude::*;

/// The answer given to an idempotency key, sealed, kept 24 hours.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency")]
pub struct Model {
    /// Keyed digest of the key and the door it was used at.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key_mac: Vec<u8>,
    /// Keyed digest of the body.
    pub body_mac: Vec<u8>,
    /// The answer, sealed under a key that only key and body give.
    pub answer: Vec<u8>,
    /// When answered.
    pub created_at: DateTimeUtc,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

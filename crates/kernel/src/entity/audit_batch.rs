//! A sealed batch of audit entries: Merkle root, predecessor, signature.
use sea_orm::entity::prelude::*;

/// A sealed batch of audit entries: Merkle root, predecessor, signature.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_batch")]
pub struct Model {
    /// Number, from 1, without gaps.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// When sealed.
    pub sealed_at: DateTimeUtc,
    /// How many entries.
    pub entries: i64,
    /// Merkle root over the MACs.
    pub root: Vec<u8>,
    /// Digest of the batch before.
    pub previous: Vec<u8>,
    /// Ed25519 over the columns above.
    pub signature: Vec<u8>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

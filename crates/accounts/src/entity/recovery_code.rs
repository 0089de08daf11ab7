//! A code for when the authenticator is lost: kept as a keyed digest, good once.
use sea_orm::entity::prelude::*;

/// A code for when the authenticator is lost: kept as a keyed digest, good once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recovery_code")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub staff_id: Uuid,
    pub digest: Vec<u8>,
    pub made_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

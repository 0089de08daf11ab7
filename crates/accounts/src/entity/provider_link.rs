//! An account at the provider of sign-ins, linked to a person here. Whose it is there is kept as a keyed tag alone.
use sea_orm::entity::prelude::*;

/// A linked account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "provider_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub staff_id: Uuid,
    #[sea_orm(unique)]
    pub tag: Vec<u8>,
    pub made_at: DateTimeUtc,
    pub last_used_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

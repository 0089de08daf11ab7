//! A passkey: the public half of a key that a person's device keeps. What names it (its id, the name given) is sealed
//! under the person's key; it is found by the keyed tag of its id.
use sea_orm::entity::prelude::*;

/// A passkey.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub staff_id: Uuid,
    #[sea_orm(unique)]
    pub tag: Vec<u8>,
    pub credential: Vec<u8>,
    pub name: Vec<u8>,
    pub public_key: Vec<u8>,
    pub counter: i64,
    pub may_be_copied: bool,
    pub made_at: DateTimeUtc,
    pub last_used_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! Where a person wants to be told by mail: the address is sealed under a key of its own.
use sea_orm::entity::prelude::*;

/// Where a person wants to be told by mail: the address is sealed under a key of its own.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_way")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub staff_id: Uuid,
    pub subject_id: Uuid,
    pub address: Vec<u8>,
    pub language: String,
    pub set_at: DateTimeUtc,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

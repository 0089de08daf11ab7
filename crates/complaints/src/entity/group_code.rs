//! By what a second organisation adds workers to a group: a keyed tag, never the code.
use sea_orm::entity::prelude::*;

/// A group's code.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_code")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub tag: Vec<u8>,
    pub group_id: Uuid,
    pub organisation_id: Uuid,
    pub made_by: Uuid,
    pub made_at: DateTimeUtc,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

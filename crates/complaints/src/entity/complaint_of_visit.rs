//! The complaint that holds what was seen at a visit: found by a keyed tag of the visit alone.
use sea_orm::entity::prelude::*;

/// The complaint that holds what was seen at a visit.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint_of_visit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    #[sea_orm(unique)]
    pub tag: Vec<u8>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

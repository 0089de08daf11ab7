//! Whose contacts stand in an advertisement.
use sea_orm::entity::prelude::*;

/// Whose contacts stand in an advertisement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "advert_recruiter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub advert_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub recruiter_id: Uuid,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

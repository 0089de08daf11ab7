//! A place where people work for an establishment.
use sea_orm::entity::prelude::*;

/// A place where people work for an establishment.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "worksite")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub establishment_id: Uuid,
    pub place: Option<String>,
    pub sealed_place: Option<Vec<u8>>,
    pub governorate: Option<String>,
    pub office: Option<String>,
    pub added_at: DateTimeUtc,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

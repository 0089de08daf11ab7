//! A workplace that an unlinked complaint may tell of.
use sea_orm::entity::prelude::*;

/// A complaint and a workplace whose name is told alike.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint_named")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub establishment_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub complaint_id: Uuid,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

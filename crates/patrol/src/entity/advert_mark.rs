//! A keyed mark of a text, by which nearly the same text is found again.
use sea_orm::entity::prelude::*;

/// A keyed mark of a text, by which nearly the same text is found again.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "advert_mark")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub mark: Vec<u8>,
    #[sea_orm(primary_key, auto_increment = false)]
    pub advert_id: Uuid,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! Keyed marks of the names of a workplace to which somebody on the staff has a tie.
use sea_orm::entity::prelude::*;

/// One mark of one name.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "workplace_mark")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub mark: Vec<u8>,
    #[sea_orm(primary_key, auto_increment = false)]
    pub establishment_id: Uuid,
    /// Which of its names.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: i32,
    /// How many marks that name has.
    pub together: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

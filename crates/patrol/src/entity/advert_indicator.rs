//! An indicator that was found in an advertisement, and whether a person saw it there.
use sea_orm::entity::prelude::*;

/// An indicator that was found in an advertisement, and whether a person saw it there.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "advert_indicator")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub advert_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub indicator: String,
    pub verdict: Option<String>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A name of an establishment, in one script, with what it is compared by.
use sea_orm::entity::prelude::*;

/// A name of an establishment, in one script, with what it is compared by.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "establishment_name")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub establishment_id: Uuid,
    pub role: String,
    pub text: Option<String>,
    pub sealed: Option<Vec<u8>>,
    pub folded: Option<String>,
    pub skeleton: Option<String>,
    pub added_at: DateTimeUtc,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

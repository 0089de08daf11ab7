//! How often talks confirmed what had been pointed to, by nationality and quarter: counts that belong to no record.
use sea_orm::entity::prelude::*;

/// A count.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "judged_nationality")]
pub struct Model {
    /// `2026-Q4`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub quarter: String,
    /// ISO 3166-1 alpha-2; empty where it was not told.
    #[sea_orm(primary_key, auto_increment = false)]
    pub nationality: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub pointed: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub found: String,
    pub many: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

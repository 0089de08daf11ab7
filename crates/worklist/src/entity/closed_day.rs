//! A day on which this installation is closed, beside those of its pack.
use sea_orm::entity::prelude::*;

/// A day on which this installation is closed, beside those of its pack.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "closed_day")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    pub code: String,
    pub added_at: DateTimeUtc,
    pub added_by: Option<Uuid>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

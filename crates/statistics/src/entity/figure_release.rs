//! Figures of a period that were made public: what was shown then is shown ever after.
use sea_orm::entity::prelude::*;

/// Figures of a period that were made public: what was shown then is shown ever after.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_release")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub from_day: String,
    pub to_day: String,
    pub figures: String,
    pub released_at: DateTimeUtc,
    pub released_by: Uuid,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

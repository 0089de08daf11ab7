//! Figures that were made public and withdrawn: what was shown is kept, with the reason that everybody reads.
use sea_orm::entity::prelude::*;

/// A released set that was withdrawn; the reason is JSON by language.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_withdrawal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub from_day: String,
    pub to_day: String,
    pub figures: String,
    pub released_at: DateTimeUtc,
    pub released_by: Uuid,
    pub withdrawn_at: DateTimeUtc,
    pub withdrawn_by: Uuid,
    pub reason: String,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

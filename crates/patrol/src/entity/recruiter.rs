//! Whoever recruits, as advertisements show it. `mask` is a contact of which nobody can be called.
use sea_orm::entity::prelude::*;

/// Whoever recruits, as advertisements show it. `mask` is a contact of which nobody can be called.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recruiter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub reference: String,
    pub name: Option<String>,
    pub mask: String,
    pub establishment_id: Option<Uuid>,
    pub linked_at: Option<DateTimeUtc>,
    pub linked_by: Option<Uuid>,
    pub added_at: DateTimeUtc,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

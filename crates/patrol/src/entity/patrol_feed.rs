//! A feed that is fetched again and again.
use sea_orm::entity::prelude::*;

/// A feed that is fetched again and again.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "patrol_feed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub address: String,
    pub name: String,
    pub language: Option<String>,
    pub every_minutes: i32,
    pub next_at: DateTimeUtc,
    pub fetched_at: Option<DateTimeUtc>,
    pub found: i32,
    pub fault: Option<String>,
    pub failing_since: Option<DateTimeUtc>,
    pub paused: bool,
    pub added_at: DateTimeUtc,
    pub added_by: Option<Uuid>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

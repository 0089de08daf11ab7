//! A clock that began for one subject.
use sea_orm::entity::prelude::*;

/// A clock that began for one subject.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deadline")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub clock: String,
    pub item_id: Option<Uuid>,
    pub office: Option<String>,
    pub legal: bool,
    pub state: String,
    pub began_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub met_at: Option<DateTimeUtc>,
    pub met_by: Option<Uuid>,
    pub breached_at: Option<DateTimeUtc>,
    pub version: i32,
    pub rule: Option<String>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

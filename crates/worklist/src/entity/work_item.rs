//! A piece of work of any room.
use sea_orm::entity::prelude::*;

/// A piece of work of any room.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "work_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub about: Option<Uuid>,
    pub reference: String,
    pub office: Option<String>,
    pub agency: Option<String>,
    pub assignee: Option<Uuid>,
    pub role: Option<String>,
    pub state: String,
    pub urgency: i32,
    pub due_at: DateTimeUtc,
    pub language: Option<String>,
    pub place: Option<String>,
    pub label: Option<String>,
    pub level: Option<String>,
    pub cluster: Option<i32>,
    pub concerned: Option<String>,
    pub duty: bool,
    pub child: bool,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub done_at: Option<DateTimeUtc>,
    pub done_by: Option<Uuid>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! What an inspector imposed.
use sea_orm::entity::prelude::*;

/// What an inspector imposed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_measure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub visit_id: Uuid,
    pub number: i32,
    pub code: String,
    pub class: String,
    pub state: String,
    pub served_at: DateTimeUtc,
    pub due_at: Option<DateTimeUtc>,
    pub approval: Option<String>,
    pub approved_by: Option<Uuid>,
    pub words: Vec<u8>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

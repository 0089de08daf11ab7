//! What an inspector saw that is not in order, with the article in force on that day.
use sea_orm::entity::prelude::*;

/// What an inspector saw that is not in order, with the article in force on that day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_finding")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub visit_id: Uuid,
    pub number: i32,
    pub item: String,
    pub article: String,
    pub article_from: Option<String>,
    pub severity: String,
    pub workers: Option<i32>,
    pub measure: Option<String>,
    pub words: Vec<u8>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

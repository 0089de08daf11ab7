//! A photo, a paper or a recording: where its sealed file lies, and what may be done with it.
use sea_orm::entity::prelude::*;

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub text_id: Option<Uuid>,
    pub number: i32,
    pub said: String,
    pub format: String,
    pub name: Vec<u8>,
    pub tag: Vec<u8>,
    #[sea_orm(unique)]
    pub file: String,
    pub file_key: Vec<u8>,
    pub size: i64,
    pub state: String,
    pub shown: String,
    pub shown_format: Option<String>,
    #[sea_orm(unique)]
    pub shown_file: Option<String>,
    pub shown_key: Option<Vec<u8>>,
    pub added_by: String,
    pub added_staff: Option<Uuid>,
    pub added_at: DateTimeUtc,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A call or another attempt to reach somebody about a complaint.
use sea_orm::entity::prelude::*;

/// A call or another attempt to reach somebody about a complaint.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub at: DateTimeUtc,
    pub noted_at: DateTimeUtc,
    pub noted_by: Option<Uuid>,
    pub person: String,
    pub way: String,
    pub language: Option<String>,
    pub interpreter: String,
    pub private: String,
    pub result: String,
    pub note: Option<Vec<u8>>,
    pub next_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

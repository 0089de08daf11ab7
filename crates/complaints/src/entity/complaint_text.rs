//! A text of a complaint: her words, a message, a translation. The body is sealed.
use sea_orm::entity::prelude::*;

/// A text.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint_text")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub kind: String,
    pub author: String,
    pub author_staff: Option<Uuid>,
    pub language: String,
    pub translation_of: Option<Uuid>,
    pub body: Vec<u8>,
    pub created_at: DateTimeUtc,
    pub seen_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

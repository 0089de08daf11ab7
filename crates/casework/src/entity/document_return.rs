//! A paper of hers that she has again.
use sea_orm::entity::prelude::*;

/// A paper of hers that she has again.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document_return")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub paper: String,
    pub holder: Option<String>,
    pub seen_on: Date,
    pub noted_at: DateTimeUtc,
    pub noted_by: Option<Uuid>,
    pub note: Option<Vec<u8>>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! Two words of her own choice, for who cannot keep anything: their slow hash, never the words.
use sea_orm::entity::prelude::*;

/// The words of one complaint.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "kept_words")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub tag: i32,
    pub digest: String,
    pub received_at: DateTimeUtc,
    pub set_at: DateTimeUtc,
    pub revoked_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

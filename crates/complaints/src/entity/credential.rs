//! What somebody comes back with: a keyed digest, never the code.
use sea_orm::entity::prelude::*;

/// A credential.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "credential")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub holder: String,
    pub digest: Vec<u8>,
    pub issued_at: DateTimeUtc,
    pub issued_by: Option<Uuid>,
    pub revoked_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

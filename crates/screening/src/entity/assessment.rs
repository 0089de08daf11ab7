//! What the instruments said at one moment; never altered.
use sea_orm::entity::prelude::*;

/// What the instruments said at one moment; never altered.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub made_at: DateTimeUtc,
    pub level: Option<String>,
    pub urgent: bool,
    pub instruments: String,
    pub result: Vec<u8>,
    pub pack_version: String,
    pub occasion: Option<String>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! An advertisement. Its text is sealed under a key of its own; the title has no number, address or handle in it.
use sea_orm::entity::prelude::*;

/// An advertisement. Its text is sealed under a key of its own; the title has no number, address or handle in it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "advert")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub reference: String,
    pub title: String,
    pub body: Vec<u8>,
    pub language: String,
    pub level: String,
    pub hits: String,
    pub instrument: String,
    pub signature: Option<Vec<u8>>,
    pub first_seen: Date,
    pub last_seen: Date,
    pub sightings: i32,
    pub decision: Option<String>,
    pub decided_at: Option<DateTimeUtc>,
    pub added_at: DateTimeUtc,
    pub added_by: Option<Uuid>,
    pub erased_at: Option<DateTimeUtc>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

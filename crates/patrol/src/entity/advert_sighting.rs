//! Where and when an advertisement was seen; the exact address is sealed under the key of the advertisement.
use sea_orm::entity::prelude::*;

/// Where and when an advertisement was seen; the exact address is sealed under the key of the advertisement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "advert_sighting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub advert_id: Uuid,
    pub once: Vec<u8>,
    pub place: String,
    pub address: Option<Vec<u8>>,
    pub seen_on: Date,
    pub way: String,
    pub feed_id: Option<Uuid>,
    pub added_at: DateTimeUtc,
    pub added_by: Option<Uuid>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

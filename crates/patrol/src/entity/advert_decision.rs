//! What a person decided on an advertisement; the note is sealed under the key of the advertisement.
use sea_orm::entity::prelude::*;

/// What a person decided on an advertisement; the note is sealed under the key of the advertisement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "advert_decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub advert_id: Uuid,
    pub decision: String,
    pub note: Option<Vec<u8>>,
    pub decided_at: DateTimeUtc,
    pub decided_by: Option<Uuid>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

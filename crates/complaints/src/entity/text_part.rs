//! One text of a draft, as it came. The words are sealed under the draft's key.
use sea_orm::entity::prelude::*;

/// A text that came in.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "text_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub draft_id: Uuid,
    #[sea_orm(unique)]
    pub outside_tag: Vec<u8>,
    pub body: Vec<u8>,
    pub received_at: DateTimeUtc,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! Numbers whose phone asked that nothing is sent to it.
use sea_orm::entity::prelude::*;

/// A number that is left alone.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "text_stop")]
pub struct Model {
    /// The number's keyed tag; the number itself is not kept.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number_tag: Vec<u8>,
    /// Since when.
    pub stopped_at: DateTimeUtc,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

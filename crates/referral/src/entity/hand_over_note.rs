//! What agency and coordinator say to one another about a hand-over, sealed under its key.
use sea_orm::entity::prelude::*;

/// What agency and coordinator say to one another about a hand-over, sealed under its key.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hand_over_note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub hand_over_id: Uuid,
    pub kind: String,
    pub words: Vec<u8>,
    pub at: DateTimeUtc,
    pub by: Option<Uuid>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

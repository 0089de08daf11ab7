//! What ties a member of staff to an establishment, as declared.
use sea_orm::entity::prelude::*;

/// What ties a member of staff to an establishment, as declared.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "establishment_tie")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub establishment_id: Uuid,
    pub staff_id: Uuid,
    pub tie: String,
    pub words: Option<Vec<u8>>,
    pub declared_at: DateTimeUtc,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A request for a visit, in the pool. Inspectors can read none.
use sea_orm::entity::prelude::*;

/// A request for a visit, in the pool. Inspectors can read none.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub reference: String,
    pub establishment_id: Uuid,
    pub worksite_id: Option<Uuid>,
    pub office: String,
    pub sections: String,
    pub hazards: String,
    pub languages: String,
    pub asked_by: Option<Uuid>,
    pub asked_on: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub state: String,
    pub visit_id: Option<Uuid>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! An establishment: an employer, a home, an agency, a broker.
use sea_orm::entity::prelude::*;

/// An establishment: an employer, a home, an agency, a broker.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "establishment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub reference: String,
    pub kind: String,
    pub name: Option<String>,
    pub other_name: Option<String>,
    pub sort_name: String,
    pub registration: Option<String>,
    pub sector: Option<String>,
    pub regime: String,
    pub governorate: Option<String>,
    pub office: Option<String>,
    pub added_at: DateTimeUtc,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

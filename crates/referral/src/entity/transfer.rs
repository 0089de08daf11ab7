//! The register of transfers: what went to whom, why, on which ground. Rows are added, never altered.
use sea_orm::entity::prelude::*;

/// The register of transfers: what went to whom, why, on which ground. Rows are added, never altered.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "transfer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: DateTimeUtc,
    pub case_id: Uuid,
    pub case_reference: String,
    pub hand_over_reference: String,
    pub receiver: String,
    pub purpose: String,
    pub ground: String,
    pub article: Option<String>,
    pub items: String,
    pub sent_by: Option<Uuid>,
    pub approved_by: Option<Uuid>,
    pub office: Option<String>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

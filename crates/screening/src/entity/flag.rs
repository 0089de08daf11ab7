//! An assessment that a person must decide about.
use sea_orm::entity::prelude::*;

/// An assessment that a person must decide about.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "flag")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub reference: String,
    pub complaint_id: Uuid,
    pub complaint_reference: String,
    pub assessment_id: Uuid,
    pub level: String,
    pub office: Option<String>,
    pub language: String,
    pub kind: String,
    pub age: String,
    pub filed_by: String,
    pub filer_has_interest: bool,
    pub state: String,
    pub raised_at: DateTimeUtc,
    pub safe_until: Option<DateTimeUtc>,
    pub watch_until: Option<DateTimeUtc>,
    pub proposed_by: Option<Uuid>,
    pub version: i32,
    pub concerned: Option<String>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

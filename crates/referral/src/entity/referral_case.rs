//! A referral case: coded columns clear; what is told about her stands in the rows below it, sealed under the case's own key.
use sea_orm::entity::prelude::*;

/// A referral case: coded columns clear; what is told about her stands in the rows below it, sealed under the case's own key.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_case")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub reference: String,
    #[sea_orm(unique)]
    pub flag_id: Uuid,
    pub flag_reference: String,
    pub complaint_id: Uuid,
    pub complaint_reference: String,
    pub level: String,
    pub age: String,
    pub language: String,
    pub office: Option<String>,
    pub state: String,
    pub due_at: DateTimeUtc,
    pub protection_status: String,
    pub protection_status_at: Option<DateTimeUtc>,
    pub opened_at: DateTimeUtc,
    pub opened_by: Option<Uuid>,
    pub closed_at: Option<DateTimeUtc>,
    pub outcome: Option<String>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A request to be called by somebody who speaks her language: before any complaint, without a name. The number is sealed.
use sea_orm::entity::prelude::*;

/// A request for a call.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "call_back")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub reference: String,
    pub language: String,
    pub about: String,
    pub office: Option<String>,
    pub interpreter_sex: Option<String>,
    pub asked_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub contact: Vec<u8>,
    pub done_at: Option<DateTimeUtc>,
    pub done_by: Option<Uuid>,
    pub outcome: Option<String>,
    pub join_at: Option<DateTimeUtc>,
    pub join_how: Option<Vec<u8>>,
    pub join_by: Option<Uuid>,
    pub interpreted_by: Option<Uuid>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

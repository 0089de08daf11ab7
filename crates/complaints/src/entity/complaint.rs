//! A complaint: coded columns clear, what she told about people and places sealed.
use sea_orm::entity::prelude::*;

/// A complaint.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub reference: String,
    pub received_at: DateTimeUtc,
    pub acknowledge_by: DateTimeUtc,
    pub language: String,
    pub kind: String,
    pub filed_by: String,
    pub filer_has_interest: bool,
    pub channel: String,
    pub confidentiality: String,
    pub governorate: Option<String>,
    pub office: Option<String>,
    pub assignee: Option<Uuid>,
    pub state: String,
    pub outcome: Option<String>,
    pub urgent: bool,
    pub age: String,
    pub contact_channel: String,
    pub contact_hers_alone: bool,
    pub interpreter_sex: Option<String>,
    pub employer: Option<Vec<u8>>,
    pub worker: Option<Vec<u8>>,
    pub contact: Option<Vec<u8>>,
    pub contact_waiting: Option<Vec<u8>>,
    pub answers: Option<Vec<u8>>,
    pub claims: Option<Vec<u8>>,
    pub contact_quiet: bool,
    pub contact_open: bool,
    pub establishment_id: Option<Uuid>,
    pub acknowledged_at: Option<DateTimeUtc>,
    pub acknowledged_by: Option<Uuid>,
    pub next_step: Option<String>,
    pub seen_by_worker_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub cluster: Option<i32>,
    pub concerned: Option<String>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A hand-over to one agency. What was shared is a snapshot under the hand-over's own key.
use sea_orm::entity::prelude::*;

/// A hand-over to one agency. What was shared is a snapshot under the hand-over's own key.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hand_over")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub reference: String,
    pub case_id: Uuid,
    pub agency: String,
    pub purpose: String,
    pub ground: String,
    pub basis_id: Uuid,
    pub items: String,
    pub danger: bool,
    pub child: bool,
    pub office: Option<String>,
    pub state: String,
    pub snapshot: Vec<u8>,
    pub sent_at: DateTimeUtc,
    pub sent_by: Option<Uuid>,
    pub due_at: DateTimeUtc,
    pub answered_at: Option<DateTimeUtc>,
    pub answered_by: Option<Uuid>,
    pub reason: Option<String>,
    pub consent_withdrawn_at: Option<DateTimeUtc>,
    #[sea_orm(unique)]
    pub form_key: String,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! Texts from one number that came in by themselves. The number is sealed under the draft's own key.
use sea_orm::entity::prelude::*;

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "text_draft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub reference: String,
    pub way: String,
    pub language: Option<String>,
    pub office: String,
    pub received_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub number: Vec<u8>,
    pub number_tag: Vec<u8>,
    pub hers_alone: bool,
    pub urgent: bool,
    pub answered_at: Option<DateTimeUtc>,
    pub complaint: Option<String>,
    pub outcome: Option<String>,
    pub done_at: Option<DateTimeUtc>,
    pub done_by: Option<Uuid>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

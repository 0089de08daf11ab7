//! Her answer about one receiver and one purpose: yes or no. Never altered but by withdrawal.
use sea_orm::entity::prelude::*;

/// Her answer about one receiver and one purpose: yes or no. Never altered but by withdrawal.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_consent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub case_id: Uuid,
    pub number: i32,
    pub receiver: String,
    pub purpose: String,
    pub answer: String,
    pub asked_at: DateTimeUtc,
    pub ends_at: Option<DateTimeUtc>,
    pub language: String,
    pub how: String,
    pub interpreter: String,
    pub alone: bool,
    pub present: String,
    pub limits_told: bool,
    pub words: Option<Vec<u8>>,
    pub recorded_by: Option<Uuid>,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub withdrawn_by: Option<Uuid>,
    pub version: i32,
    pub said_at: Option<DateTimeUtc>,
    pub heard_by: Option<Uuid>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

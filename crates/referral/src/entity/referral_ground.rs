//! A ground other than consent, for one receiver and one purpose.
use sea_orm::entity::prelude::*;

/// A ground other than consent, for one receiver and one purpose.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_ground")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub case_id: Uuid,
    pub number: i32,
    pub kind: String,
    pub receiver: String,
    pub purpose: String,
    pub article: Option<String>,
    pub order_number: Option<Vec<u8>>,
    pub apparent: bool,
    pub told_first: String,
    pub words: Vec<u8>,
    pub view: Option<Vec<u8>>,
    pub recorded_at: DateTimeUtc,
    pub recorded_by: Option<Uuid>,
    pub approver: Option<Uuid>,
    pub decision: Option<String>,
    pub decided_at: Option<DateTimeUtc>,
    pub decided_by: Option<Uuid>,
    pub decision_words: Option<Vec<u8>>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

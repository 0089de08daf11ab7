//! A guided interview.
use sea_orm::entity::prelude::*;

/// A guided interview.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "interview")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The complaint or visit that the interview is about.
    pub about_id: Uuid,
    /// Whether it is about a visit.
    pub at_visit: bool,
    /// What it is about, and at a visit who asks, while it is open, so that no second one is begun; its own id afterwards.
    pub place: String,
    pub asker: Uuid,
    pub language: String,
    pub interpreter: String,
    pub state: String,
    pub reason: Option<String>,
    pub begun_at: DateTimeUtc,
    /// When something was last said in it.
    pub touched_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    pub assessment_id: Option<Uuid>,
    pub level: Option<String>,
    pub possible: Option<String>,
    pub profile: Option<String>,
    pub route: Option<String>,
    /// Whether her answers were weighed.
    pub weighed: bool,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! What a worker said to one item of the consent to an interview.
use sea_orm::entity::prelude::*;

/// What a worker said to one item of the consent to an interview.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "interview_consent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub interview_id: Uuid,
    /// The complaint or visit that the interview is about.
    pub about_id: Uuid,
    pub item: String,
    pub yes: bool,
    pub at: DateTimeUtc,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

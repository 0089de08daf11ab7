//! An answer in an interview that has not ended: sealed, and gone with its end.
use sea_orm::entity::prelude::*;

/// An answer in an interview that has not ended: sealed, and gone with its end.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "interview_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub interview_id: Uuid,
    /// The complaint or visit that the interview is about.
    pub about_id: Uuid,
    pub question: String,
    pub answer: Vec<u8>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

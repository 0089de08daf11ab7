//! How a complaint was taken at the telephone or the counter; what was told about collecting the answer is sealed.
use sea_orm::entity::prelude::*;

/// How a complaint was taken at the telephone or the counter; what was told about collecting the answer is sealed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "intake")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub complaint_id: Uuid,
    pub taken_by: Option<Uuid>,
    pub taken_at: DateTimeUtc,
    pub herself: bool,
    pub interpreter: String,
    pub private: bool,
    pub answer_by: String,
    pub told: Option<Vec<u8>>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

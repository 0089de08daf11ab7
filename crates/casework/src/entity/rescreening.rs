//! The questions on safety, asked again.
use sea_orm::entity::prelude::*;

/// The questions on safety, asked again.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rescreening")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub at: DateTimeUtc,
    pub by: Option<Uuid>,
    pub answers: Vec<u8>,
    pub level: Option<String>,
    /// Whether an answer bars mediation.
    pub bars: bool,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

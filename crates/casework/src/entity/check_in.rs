//! A day on which somebody asks a worker, safely, whether she is punished.
use sea_orm::entity::prelude::*;

/// A day on which somebody asks a worker, safely, whether she is punished.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "check_in")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    /// The clock of the pack.
    pub clock: String,
    pub planned_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub done_at: Option<DateTimeUtc>,
    pub done_by: Option<Uuid>,
    /// `well`, `not-reached`, `punished` or `unneeded`; absent while it is to come.
    pub answer: Option<String>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! That the worker lets who filed for her see how it goes, until when.
use sea_orm::entity::prelude::*;

/// That the worker lets who filed for her see how it goes, until when.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "filer_sight")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub given_at: DateTimeUtc,
    pub given_by: Option<Uuid>,
    pub until_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

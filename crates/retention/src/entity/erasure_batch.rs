//! A list of what is to be erased, and the two people who decide on it.
use sea_orm::entity::prelude::*;

/// A list of what is to be erased, and the two people who decide on it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "erasure_batch")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub number: String,
    pub class: String,
    pub office: Option<String>,
    /// `prepared`, `approved`, `confirmed`, `done`, `refused`.
    pub state: String,
    pub pack: String,
    pub prepared_at: DateTimeUtc,
    pub approved_at: Option<DateTimeUtc>,
    pub approved_by: Option<Uuid>,
    pub confirmed_at: Option<DateTimeUtc>,
    pub confirmed_by: Option<Uuid>,
    pub ended_at: Option<DateTimeUtc>,
    pub erased: i32,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

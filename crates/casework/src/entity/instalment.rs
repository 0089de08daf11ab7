//! An instalment of what was agreed, followed until it is recovered.
use sea_orm::entity::prelude::*;

/// An instalment of what was agreed, followed until it is recovered.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "instalment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub number: i32,
    /// The complaint and the number.
    #[sea_orm(unique)]
    pub place: String,
    pub due_on: Date,
    pub state: String,
    pub evidence: Option<String>,
    pub content: Vec<u8>,
    pub agreed_at: DateTimeUtc,
    pub agreed_by: Option<Uuid>,
    pub seen_at: Option<DateTimeUtc>,
    pub seen_by: Option<Uuid>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

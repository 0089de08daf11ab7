//! A calculation of what is owed, as it was saved: never changed, only followed by another.
use sea_orm::entity::prelude::*;

/// A calculation of what is owed, as it was saved.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "wage_calculation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    /// 1 for the first of a complaint.
    pub number: i32,
    /// The complaint and the number: two people cannot save the same one.
    #[sea_orm(unique)]
    pub place: String,
    pub made_at: DateTimeUtc,
    pub made_by: Option<Uuid>,
    /// The pack by whose rows it was worked out.
    pub pack: String,
    pub content: Vec<u8>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! An invitation by which a person chooses their own password and second factor.
use sea_orm::entity::prelude::*;

/// An invitation by which a person chooses their own password and second factor.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub staff_id: Uuid,
    pub digest: Vec<u8>,
    /// In place of secrets that there are.
    pub anew: bool,
    pub made_by: Option<Uuid>,
    pub made_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    /// Used, or replaced by another.
    pub ended_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

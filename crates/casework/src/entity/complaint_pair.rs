//! Two complaints that are alike, why, and what an officer made of it.
use sea_orm::entity::prelude::*;

/// Two complaints that are alike, the earlier id first.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint_pair")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub second_id: Uuid,
    /// `suggested`, `same-person`, `same-workplace` or `different`.
    pub state: String,
    pub phone: bool,
    pub employer_phone: bool,
    /// `linked` where both are linked to one establishment, `told` where the name is told alike, `place` where the same
    /// building is told.
    pub workplace: Option<String>,
    /// How much of the text is the same, in thousandths.
    pub words: i32,
    /// Days between them.
    pub days: i32,
    pub found_at: DateTimeUtc,
    pub decided_at: Option<DateTimeUtc>,
    pub decided_by: Option<Uuid>,
    /// Of one person's two complaints, the one that goes on.
    pub kept_id: Option<Uuid>,
    /// How it is known that they are one person's words.
    pub known_by: Option<String>,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

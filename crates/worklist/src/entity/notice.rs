//! Something that one person was told of.
use sea_orm::entity::prelude::*;

/// Something that one person was told of.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub effect: String,
    pub staff_id: Uuid,
    pub kind: String,
    pub item_id: Uuid,
    pub clock: Option<String>,
    pub due_at: Option<DateTimeUtc>,
    pub urgent: bool,
    pub created_at: DateTimeUtc,
    pub seen_at: Option<DateTimeUtc>,
    pub mail_after: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

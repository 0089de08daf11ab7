//! Her private request for a joint session where one is barred.
use sea_orm::entity::prelude::*;

/// Her private request for a joint session where one is barred.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "joint_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    /// The complaint while it waits, the id afterwards.
    #[sea_orm(unique)]
    pub place: String,
    /// The talk in private in which she asked.
    pub contact_id: Uuid,
    pub words: Vec<u8>,
    pub asked_at: DateTimeUtc,
    pub asked_by: Option<Uuid>,
    pub decided_at: Option<DateTimeUtc>,
    pub decided_by: Option<Uuid>,
    pub decision: Option<String>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

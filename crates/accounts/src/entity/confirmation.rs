//! What waits for a second person: the roles and the other offices that an account is to hold.
use sea_orm::entity::prelude::*;

/// What waits for a second person: the roles and the other offices that an account is to hold.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "confirmation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub staff_id: Uuid,
    pub what: String,
    pub roles: String,
    pub asked_by: Option<Uuid>,
    pub asked_at: DateTimeUtc,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<DateTimeUtc>,
    pub agreed: Option<bool>,
    pub also: Option<String>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

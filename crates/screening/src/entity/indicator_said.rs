//! What somebody said of single indicators, sealed; never altered: of one indicator what was said last counts.
use sea_orm::entity::prelude::*;

/// What somebody said of single indicators at one time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "indicator_said")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub assessment_id: Uuid,
    pub at: DateTimeUtc,
    pub by: Option<Uuid>,
    pub said: Vec<u8>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

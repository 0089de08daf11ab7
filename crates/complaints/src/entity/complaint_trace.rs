//! What was told, as keyed traces: nothing in them can be read back.
use sea_orm::entity::prelude::*;

/// The traces of one telling.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint_trace")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub words: Option<Vec<u8>>,
    pub phone: Option<Vec<u8>>,
    pub employer_phone: Option<Vec<u8>>,
    pub employer: Option<Vec<u8>>,
    pub employer_whole: Option<Vec<u8>>,
    pub trade: Option<Vec<u8>>,
    pub place: Option<Vec<u8>>,
    pub made_at: DateTimeUtc,
    pub marked_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A file that comes in pieces. Whose it is stands here as a keyed tag only; `name` and `digest` are sealed under the
//! upload's own key, which goes with it.
use sea_orm::entity::prelude::*;

/// A file on its way.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upload")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub token: Vec<u8>,
    pub owner: Vec<u8>,
    pub stranger: bool,
    pub content: Vec<u8>,
    pub digest: Vec<u8>,
    pub name: Vec<u8>,
    pub length: i64,
    pub received: i64,
    pub taken: bool,
    pub begun_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

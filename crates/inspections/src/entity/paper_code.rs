//! The code on a paper that was handed out, as a keyed digest: it tells that the paper is ours, and nothing else.
use sea_orm::entity::prelude::*;

/// The code on a paper that was handed out, as a keyed digest: it tells that the paper is ours, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "paper_code")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Vec<u8>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

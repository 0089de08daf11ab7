//! A contact or a name of a recruiter: a keyed mark, and the contact itself sealed under the key of the recruiter.
use sea_orm::entity::prelude::*;

/// A contact or a name of a recruiter: a keyed mark, and the contact itself sealed under the key of the recruiter.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recruiter_mark")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub sort: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub mark: Vec<u8>,
    #[sea_orm(primary_key, auto_increment = false)]
    pub recruiter_id: Uuid,
    pub value: Option<Vec<u8>>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! That a complaint was here and was erased: when, by which rule, by whom. It names no one.
use sea_orm::entity::prelude::*;

/// What is left of a complaint that was erased, beside its codes.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tombstone")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: Uuid,
    /// A keyed tag of its reference: who has the paper finds that it was erased, and nobody finds the paper from it.
    #[sea_orm(unique)]
    pub reference_tag: Vec<u8>,
    pub office: Option<String>,
    pub class: String,
    pub pack: String,
    pub erased_at: DateTimeUtc,
    pub batch_id: Uuid,
    pub approved_by: Option<Uuid>,
    pub confirmed_by: Option<Uuid>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

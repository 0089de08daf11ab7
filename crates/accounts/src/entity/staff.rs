//! A person who signs in: staff, or a user of an agency.
use sea_orm::entity::prelude::*;

/// A person who signs in: staff, or a user of an agency.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "staff")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub sign_in: String,
    pub name: String,
    pub office: Option<String>,
    pub agency: Option<String>,
    pub roles: String,
    pub languages: String,
    pub sex: Option<String>,
    #[sea_orm(unique)]
    pub badge: Option<String>,
    pub disabled_at: Option<DateTimeUtc>,
    pub password_hash: String,
    pub totp: Vec<u8>,
    pub totp_last_step: i64,
    pub version: i32,
    pub also: Option<String>,
    pub trained_at: Option<DateTimeUtc>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! The mails of the house. The address is sealed under the subject's key.
use sea_orm::entity::prelude::*;

/// A mail, queued or sent.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose key seals the address.
    pub subject_id: Uuid,
    /// The address, sealed as `mail.address`.
    pub address: Vec<u8>,
    /// Which words.
    pub kind: String,
    /// In which language.
    pub language: String,
    /// Stable Message-ID: what the receiver counts by.
    #[sea_orm(unique)]
    pub message_id: String,
    /// When queued.
    pub created_at: DateTimeUtc,
    /// When the mail server took it.
    pub sent_at: Option<DateTimeUtc>,
    /// A number and a code to keep, sealed as `mail.note`; gone once it is sent.
    pub note: Option<Vec<u8>>,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

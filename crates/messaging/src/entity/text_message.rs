//! The text messages of the house. Number and note are sealed under the subject's key.
use sea_orm::entity::prelude::*;

/// A text message, queued or done with.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "text_message")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose key seals the number.
    pub subject_id: Uuid,
    /// The number, sealed as `text.number`.
    pub number: Vec<u8>,
    /// Finds messages to the same number.
    pub number_tag: Vec<u8>,
    /// Which words.
    pub kind: String,
    /// In which language.
    pub language: String,
    /// What makes it the same message.
    #[sea_orm(unique)]
    pub effect_tag: Vec<u8>,
    /// A number and a code to keep, sealed as `text.note`; gone once it is sent.
    pub note: Option<Vec<u8>>,
    /// Where it stands.
    pub state: String,
    /// When queued.
    pub created_at: DateTimeUtc,
    /// After this it is not sent any more.
    pub not_after: Option<DateTimeUtc>,
    /// When it was last handed to the gateway.
    pub handed_at: Option<DateTimeUtc>,
    /// When its state last changed.
    pub changed_at: DateTimeUtc,
    /// For optimistic locking.
    pub version: i32,
}

/// No relations: rows are joined by the ids that they carry.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! What an audit entry says: who did what to which subject, for what purpose. Codes and ids, no content.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::audit_entry;
use crate::{Actor, House, SubjectKind};

/// Whether this account has done this to the subject before, by the audit. Without an account nobody has.
///
/// # Errors
/// The database's error.
pub async fn has_done(house: &House, actor: &Actor, action: &str, subject: Uuid) -> Result<bool, DbErr> {
    has_done_since(house, actor, action, subject, None).await
}

/// The same, since then, that moment included; without a moment from the beginning.
///
/// # Errors
/// The database's error.
pub async fn has_done_since(
    house: &House,
    actor: &Actor,
    action: &str,
    subject: Uuid,
    since: Option<DateTime<Utc>>,
) -> Result<bool, DbErr> {
    let Some(account) = actor.account() else { return Ok(false) };
    let mut done = audit_entry::Entity::find()
        .filter(audit_entry::Column::SubjectId.eq(subject))
        .filter(audit_entry::Column::ActorId.eq(account))
        .filter(audit_entry::Column::Action.eq(action));
    if let Some(since) = since {
        done = done.filter(audit_entry::Column::At.gte(since));
    }
    Ok(done.one(house.reader()).await?.is_some())
}

/// An entry to be written with the unit of work.
#[derive(Debug, Clone)]
pub struct Audit {
    pub(crate) action: &'static str,
    pub(crate) subject_kind: SubjectKind,
    pub(crate) subject: Uuid,
    pub(crate) purpose: Option<String>,
    pub(crate) reads_sealed: bool,
}

impl Audit {
    /// A write of a subject.
    #[must_use]
    pub fn write(action: &'static str, kind: SubjectKind, subject: Uuid) -> Self {
        Self { action, subject_kind: kind, subject, purpose: None, reads_sealed: false }
    }

    /// A read of a subject's sealed fields. Only after the unit is committed do they open.
    #[must_use]
    pub fn read(action: &'static str, kind: SubjectKind, subject: Uuid) -> Self {
        Self { action, subject_kind: kind, subject, purpose: None, reads_sealed: true }
    }

    /// Why, as a code or in the person's words.
    #[must_use]
    pub fn purpose(mut self, purpose: impl Into<String>) -> Self {
        self.purpose = Some(purpose.into());
        self
    }
}

//! What an audit entry says: who did what to which subject, for what purpose. Codes and ids, no content.

use uuid::Uuid;

use crate::SubjectKind;

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

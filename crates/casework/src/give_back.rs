//! An interpreter gives a text back: a conflict is declared, or it cannot be done. Another is looked for at once, and the
//! clock runs on (`safeguards.md` 7).

use haqqi_complaints::{ASSIGN_TRANSLATION, Desk, ReadError};
use haqqi_kernel::{Action, Actor, CommitError, Job, judge};
use haqqi_worklist::{ItemKind, give_back};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::translate::{TranslateError, to_translate};

/// Why a text is given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackReason {
    /// Knows somebody concerned, works for one of them, or has filed for one.
    Conflict,
    /// It is in another language or dialect.
    Language,
    /// There is no time before it is due.
    Time,
}

impl BackReason {
    /// Every reason, in order.
    pub const ALL: [Self; 3] = [Self::Conflict, Self::Language, Self::Time];

    /// The code; its words are `casework-back-<code>`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Language => "language",
            Self::Time => "time",
        }
    }

    /// The reason of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// Why it was not given back.
#[derive(Debug, thiserror::Error)]
pub enum BackError {
    /// It is not this person's work.
    #[error("no such work")]
    NotFound,
    /// The commit's answer; stale when it changed in the meantime.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The text cannot be read.
    #[error(transparent)]
    Text(TranslateError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Gives a text back.
///
/// # Errors
/// [`BackError`]; then nothing was written.
pub async fn give_text_back(
    desk: &Desk,
    actor: &Actor,
    item: Uuid,
    reason: BackReason,
) -> Result<(), BackError> {
    judge(actor, Action::Translate).map_err(|_| BackError::NotFound)?;
    let work = to_translate(desk, actor, item).await.map_err(|error| match error {
        TranslateError::Read(ReadError::NotFound) => BackError::NotFound,
        other => BackError::Text(other),
    })?;
    let mut unit = desk.site.house.unit(actor.clone());
    let text = give_back(&mut unit, item, ItemKind::Translation, reason.code()).await?;
    let text = text.ok_or(BackError::NotFound)?;
    let language = work.whose_language();
    let job = Job::new(ASSIGN_TRANSLATION, serde_json::json!({ "text": text, "language": language }));
    let key = format!("translation:{text}:{}", unit.id());
    unit.job(job.key(key));
    unit.commit().await?;
    Ok(())
}

//! Why something was late: a reason of the pack's list, and words where the list asks for them.

use haqqi_complaints::{Desk, LONGEST_TEXT};
use haqqi_kernel::{Actor, CommitError, Reason};
use haqqi_pack::Decision;
use haqqi_worklist::{ExplainError, Sight, explain};
use uuid::Uuid;

/// Why a reason was not taken.
#[derive(Debug, thiserror::Error)]
pub enum LateError {
    /// There is no such breach, or none of this account's.
    #[error("no such breach")]
    NotFound,
    /// The pack has no such reason.
    #[error("no such reason")]
    Reason,
    /// The reason needs words, or they are too long.
    #[error("say it in words")]
    Words,
    /// Somebody has said why, before or at this moment.
    #[error("a reason was given before")]
    Already,
    /// The database's answer.
    #[error(transparent)]
    Explain(ExplainError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(CommitError),
}

/// Says why a clock ran out.
///
/// # Errors
/// [`LateError`]; then nothing was written.
pub async fn say_why_late(
    desk: &Desk,
    actor: &Actor,
    deadline: Uuid,
    reason: &str,
    words: &str,
) -> Result<(), LateError> {
    let sight = Sight::of(actor).map_err(|_| LateError::NotFound)?;
    let row = desk.site.pack.reason(reason).filter(|row| row.decision == Decision::Breach);
    let row = row.ok_or(LateError::Reason)?;
    if (row.words && Reason::parse(words).is_err()) || words.len() > LONGEST_TEXT {
        return Err(LateError::Words);
    }
    let mut unit = desk.site.house.unit(actor.clone());
    explain(&mut unit, &sight, deadline, &row.code, words).await.map_err(|error| match error {
        ExplainError::NotFound => LateError::NotFound,
        ExplainError::Already => LateError::Already,
        other => LateError::Explain(other),
    })?;
    unit.commit().await.map(|_| ()).map_err(|error| match error {
        CommitError::Stale => LateError::Already,
        other => LateError::Commit(other),
    })
}

//! Closing with exactly one outcome of the list (`safeguards.md` 18).

use haqqi_complaints::{AskKind, Desk, ReadError, close_row, summary};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Reference, SubjectKind, Uow, judge};
use haqqi_screening::flags_of_complaint;
use haqqi_worklist::{DeadlineError, ItemKind, finish_items, meet_deadline};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::her_clock::end_all;
use crate::withdrawal::open_ask;

/// Why it was not closed.
#[derive(Debug, thiserror::Error)]
pub enum CloseError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Not an outcome of the list.
    #[error("no such outcome")]
    Outcome,
    /// It is not in a state in which it can be closed.
    #[error("not in this state")]
    State,
    /// She asked to take it back: somebody must speak with her alone first.
    #[error("a withdrawal is asked for")]
    WithdrawalOpen,
    /// A flag is open: somebody must decide it first.
    #[error("a flag is open")]
    FlagOpen,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Closes a complaint.
///
/// # Errors
/// [`CloseError`]; then nothing was written.
pub async fn close(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    outcome: &str,
) -> Result<(), CloseError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if desk.site.pack.outcome(outcome).is_none() {
        return Err(CloseError::Outcome);
    }
    if open_ask(desk, complaint.id, AskKind::Withdrawal).await?.is_some() {
        return Err(CloseError::WithdrawalOpen);
    }
    if flags_of_complaint(&desk.screening, complaint.id).await?.iter().any(|flag| flag.state.is_open()) {
        return Err(CloseError::FlagOpen);
    }
    let mut unit = desk.site.house.unit(actor.clone());
    if !close_row(&mut unit, &complaint, outcome) {
        return Err(CloseError::State);
    }
    finish_work(desk, &mut unit, complaint.id).await?;
    unit.audit(Audit::write("complaint.close", SubjectKind::Complaint, complaint.id).purpose(outcome));
    unit.commit().await?;
    Ok(())
}

/// Ends the work and the clocks of a complaint that is closed in this unit.
pub(crate) async fn finish_work(desk: &Desk, unit: &mut Uow, complaint: Uuid) -> Result<(), DeadlineError> {
    for kind in [
        ItemKind::FirstAssessment,
        ItemKind::Reopened,
        ItemKind::Decision,
        ItemKind::WorkerMessage,
        ItemKind::VisitResult,
    ] {
        finish_items(unit, complaint, kind);
    }
    for clock in ["first-assessment", "decision", "answer-message", "danger"] {
        meet_deadline(unit, complaint, clock).await?;
    }
    end_all(desk, unit, complaint).await
}

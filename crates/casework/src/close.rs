//! Closing with exactly one outcome of the list (`safeguards.md` 18).

use haqqi_complaints::{AskKind, Desk, LONGEST_TEXT, ReadError, State, close_row, summary};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Reference, SubjectKind, Uow, judge};
use haqqi_screening::flags_of_complaint;
use haqqi_wages::LARGEST_AMOUNT;
use haqqi_worklist::{DeadlineError, ItemKind, UnknownClock, finish_items, meet_deadline};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::acknowledge::FIRST_CONTACT;
use crate::her_clock::end_all;
use crate::same::kept_of;
use crate::settlement::{Terms, drop_waiting, is_waiting, keep, propose};
use crate::wages::{WagesError, highest_saved};
use crate::withdrawal::open_ask;

/// The outcome of one person's second complaint, which another goes on for.
const DUPLICATE: &str = "duplicate";

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
    /// Nobody has found yet which complaint of the same person goes on in its place.
    #[error("no complaint of the same person is kept in its place")]
    NothingKept,
    /// A settlement waits for a second person.
    #[error("a settlement waits for approval")]
    SettlementWaits,
    /// A settlement says what she gets: something is computed to be owed to her.
    #[error("say what she gets")]
    Amount,
    /// She would get less than is owed to her at least: a reason is needed, and a second person.
    #[error("the settlement is below what is owed")]
    Below(Box<Terms>),
    /// The reason is longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// The calculation of what is owed cannot be read.
    #[error(transparent)]
    Wages(#[from] WagesError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
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

/// What a settlement gives her, as the officer enters it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// In minor units; absent: not said.
    pub amount: Option<i64>,
    /// Why she should get less than is computed.
    pub reason: String,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// It is closed.
    Closed,
    /// It waits for a second person.
    Proposed,
}

/// Closes a complaint with an outcome that states no amount.
///
/// # Errors
/// [`CloseError`]; then nothing was written.
pub async fn close(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    outcome: &str,
) -> Result<Closing, CloseError> {
    close_settled(desk, actor, reference, outcome, &Settled::default()).await
}

/// Closes a complaint. A settlement that gives her less than the last calculation says is owed at least, waits for a
/// second person instead.
///
/// # Errors
/// [`CloseError`]; then nothing was written.
pub async fn close_settled(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    outcome: &str,
    settled: &Settled,
) -> Result<Closing, CloseError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let row = desk.site.pack.outcome(outcome).ok_or(CloseError::Outcome)?;
    if outcome == DUPLICATE && kept_of(&desk.site.house, complaint.id).await?.is_none() {
        return Err(CloseError::NothingKept);
    }
    if is_waiting(desk, complaint.id).await? {
        return Err(CloseError::SettlementWaits);
    }
    if open_ask(desk, complaint.id, AskKind::Withdrawal).await?.is_some() {
        return Err(CloseError::WithdrawalOpen);
    }
    if flags_of_complaint(&desk.screening, complaint.id).await?.iter().any(|flag| flag.state.is_open()) {
        return Err(CloseError::FlagOpen);
    }
    let terms = if row.amounts { terms(desk, actor, complaint.id, settled).await? } else { None };
    let below = terms.as_ref().is_some_and(|terms| terms.short() > 0);
    if below && !complaint.state.may_become(State::Closed) {
        return Err(CloseError::State);
    }
    let key = desk.site.house.subject_key(complaint.id).await?;
    let mut unit = desk.site.house.unit(actor.clone());
    if let Some(terms) = terms {
        if below {
            if terms.reason.is_empty() {
                return Err(CloseError::Below(Box::new(terms)));
            }
            propose(desk, &mut unit, &complaint, &key, outcome, &terms)?;
            unit.commit().await?;
            return Ok(Closing::Proposed);
        }
        keep(&mut unit, &complaint, &key, outcome, &terms);
    }
    if !close_row(&mut unit, &complaint, outcome) {
        return Err(CloseError::State);
    }
    finish_work(desk, &mut unit, complaint.id).await?;
    unit.audit(Audit::write("complaint.close", SubjectKind::Complaint, complaint.id).purpose(outcome));
    unit.commit().await?;
    Ok(Closing::Closed)
}

/// What is agreed and what it is measured by. Nothing where no amount is said and nothing is computed to be owed.
async fn terms(
    desk: &Desk,
    actor: &Actor,
    complaint: Uuid,
    settled: &Settled,
) -> Result<Option<Terms>, CloseError> {
    if settled.reason.len() > LONGEST_TEXT {
        return Err(CloseError::TooLong);
    }
    let last = highest_saved(desk, actor, complaint).await?;
    let computed = last.as_ref().map(|last| last.calculation.least);
    let Some(amount) = settled.amount else {
        return if computed.is_some_and(|least| least > 0) { Err(CloseError::Amount) } else { Ok(None) };
    };
    if !(0..=LARGEST_AMOUNT).contains(&amount) {
        return Err(CloseError::Amount);
    }
    let reason = settled.reason.trim().to_owned();
    Ok(Some(Terms { amount, computed, calculation: last.map(|last| last.number), reason }))
}

/// Ends the work and the clocks of a complaint that is closed in this unit.
pub(crate) async fn finish_work(desk: &Desk, unit: &mut Uow, complaint: Uuid) -> Result<(), DeadlineError> {
    for kind in [
        ItemKind::FirstAssessment,
        ItemKind::Reopened,
        ItemKind::Decision,
        ItemKind::WorkerMessage,
        ItemKind::VisitResult,
        ItemKind::SettlementToApprove,
    ] {
        finish_items(unit, complaint, kind);
    }
    for clock in
        ["first-assessment", FIRST_CONTACT, "decision", "answer-message", "danger", "settlement-approved"]
    {
        meet_deadline(unit, complaint, clock).await?;
    }
    drop_waiting(unit, complaint).await?;
    end_all(desk, unit, complaint).await
}

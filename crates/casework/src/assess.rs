//! The first assessment: an officer notes what was found out and sets the next step. It meets the clock that the
//! acknowledgement began, and begins the one of the decision, which counts from receipt.

use haqqi_complaints::{
    Desk, LONGEST_TEXT, ReadError, State, Summary, add_note, assess_row, open_next, summary,
};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reference, SubjectKind, happened_to, has_done_since, judge,
};
use haqqi_pack::NextStep;
use haqqi_worklist::{
    DeadlineError, ItemKind, UnknownClock, finish_items, hang_on, is_owed, meet_deadline, open_work,
};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::comes_back::ComesBack;
use crate::danger::{DANGER, chosen, follow, in_danger};

/// What the history calls it.
const ASSESSED: &str = "complaint.assessed";

/// Why it was not noted.
#[derive(Debug, thiserror::Error)]
pub enum AssessError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The note is empty.
    #[error("the note is empty")]
    Empty,
    /// The note is longer than 64 KiB.
    #[error("the note is too long")]
    TooLong,
    /// The pack has no such next step.
    #[error("no such next step")]
    Step,
    /// She is in danger, and this person has not opened what she told last.
    #[error("open the words first")]
    NotRead,
    /// She is in danger, the step reaches out to her, and she left no way that is hers alone.
    #[error("she cannot be reached safely")]
    Contact,
    /// The step calls or asks somebody, and there is nobody: the inspectorate opened it itself.
    #[error("nobody comes back")]
    NoCode,
    /// Nobody has acknowledged it yet, or it is closed.
    #[error("not in this state")]
    State,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

async fn assessed_before(desk: &Desk, complaint: Uuid) -> Result<bool, DbErr> {
    Ok(!happened_to(&desk.site.house, complaint, ASSESSED, None).await?.is_empty())
}

/// In danger a step counts as chosen only by who has opened all that she told, and where it can be done.
async fn may_choose(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
    step: &NextStep,
) -> Result<(), AssessError> {
    let house = &desk.site.house;
    let told = happened_to(house, complaint.id, "complaint.message-in", None).await?.pop();
    let last = told.map_or(complaint.received_at, |one| one.at);
    if !has_done_since(house, actor, "complaint.read", complaint.id, Some(last)).await? {
        return Err(AssessError::NotRead);
    }
    if step.needs_contact && !complaint.reached_safely() { Err(AssessError::Contact) } else { Ok(()) }
}

/// Notes an assessment (sealed, for the office alone) and the next step.
///
/// # Errors
/// [`AssessError`]; then nothing was written.
pub async fn assess(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    step: &str,
    note: &str,
) -> Result<(), AssessError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if note.trim().is_empty() {
        return Err(AssessError::Empty);
    }
    if note.len() > LONGEST_TEXT {
        return Err(AssessError::TooLong);
    }
    let next = desk.site.pack.step(step).ok_or(AssessError::Step)?;
    if matches!(complaint.state, State::Received | State::Closed) {
        return Err(AssessError::State);
    }
    if (next.needs_code || next.needs_contact) && ComesBack::to(desk, &complaint).await? == ComesBack::Own {
        return Err(AssessError::NoCode);
    }
    let house = &desk.site.house;
    let first = !assessed_before(desk, complaint.id).await?;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let protects = next.for_danger && !next.undecided;
    let in_danger = in_danger(desk, &unit, complaint.id).await?;
    if protects && in_danger {
        may_choose(desk, actor, &complaint, next).await?;
    }
    add_note(desk, &mut unit, complaint.id, &key, note);
    assess_row(&mut unit, &complaint, &next.code);
    finish_items(&mut unit, complaint.id, ItemKind::Reopened);
    let assignee = complaint.assignee.or(actor.account());
    if protects {
        chosen(desk, &mut unit, complaint.id).await?;
        if in_danger {
            follow(desk, &mut unit, &complaint, next, assignee)?;
        }
    }
    if !first && is_owed(&unit, complaint.id, "first-assessment").await? {
        meet_deadline(&mut unit, complaint.id, "first-assessment").await?;
    }
    if first {
        let began = complaint.next_step.as_deref().and_then(|code| desk.site.pack.step(code));
        let clock = began.and_then(|step| step.deadline.as_deref()).unwrap_or("first-assessment");
        // The clock of danger is met by a choice alone.
        if clock != DANGER {
            meet_deadline(&mut unit, complaint.id, clock).await?;
        }
        finish_items(&mut unit, complaint.id, ItemKind::FirstAssessment);
        let office = complaint.office.as_deref();
        let clock = desk.clocks().begin_for("decision", complaint.received_at, office, complaint.matter())?;
        let decision = open_next(&mut unit, &complaint, ItemKind::Decision, &clock, assignee);
        // What was chosen before is followed on work of its own.
        if !protects && open_work(house, complaint.id, ItemKind::DangerFollowed).await?.is_none() {
            hang_on(&mut unit, complaint.id, DANGER, decision).await?;
        }
    }
    unit.audit(Audit::write("complaint.assess", SubjectKind::Complaint, complaint.id).purpose(step));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, ASSESSED)
            .office(complaint.office.as_deref())
            .dim("first", if first { "yes" } else { "no" })
            .dim("step", step),
    );
    unit.commit().await?;
    Ok(())
}

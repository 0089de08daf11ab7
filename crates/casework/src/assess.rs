//! The first assessment: an officer notes what was found out and sets the next step. It meets the clock that the
//! acknowledgement began, and begins the one of the decision, which counts from receipt.

use haqqi_complaints::{Desk, LONGEST_TEXT, ReadError, State, add_note, assess_row, open_next, summary};
use haqqi_kernel::entity::event;
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reference, SubjectKind, judge};
use haqqi_worklist::{DeadlineError, ItemKind, UnknownClock, finish_items, hang_on, is_owed, meet_deadline};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::danger::{DANGER, chosen};

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
    let row = event::Entity::find()
        .filter(event::Column::SubjectId.eq(complaint))
        .filter(event::Column::What.eq(ASSESSED))
        .one(desk.site.house.reader())
        .await?;
    Ok(row.is_some())
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
    let house = &desk.site.house;
    let first = !assessed_before(desk, complaint.id).await?;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    add_note(desk, &mut unit, complaint.id, &key, note);
    assess_row(&mut unit, &complaint, &next.code);
    finish_items(&mut unit, complaint.id, ItemKind::Reopened);
    let protects = next.for_danger && !next.undecided;
    if protects {
        chosen(&mut unit, complaint.id).await?;
    }
    if !first && is_owed(&unit, complaint.id, "first-assessment").await? {
        meet_deadline(&mut unit, complaint.id, "first-assessment").await?;
    }
    if first {
        let began = complaint.next_step.as_deref().and_then(|code| desk.site.pack.step(code));
        let clock = began.and_then(|step| step.deadline.as_deref()).unwrap_or("first-assessment");
        meet_deadline(&mut unit, complaint.id, clock).await?;
        finish_items(&mut unit, complaint.id, ItemKind::FirstAssessment);
        let office = complaint.office.as_deref();
        let clock = desk.clocks().begin_for("decision", complaint.received_at, office, complaint.matter())?;
        let assignee = complaint.assignee.or(actor.account());
        let decision = open_next(&mut unit, &complaint, ItemKind::Decision, &clock, assignee);
        if !protects {
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

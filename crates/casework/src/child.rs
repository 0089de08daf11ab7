//! Somebody under 18, or who may be: from then on the child lead sees the complaint, and a flag that a person decides on
//! (`safeguards.md` 3). No words and no rule set an age; a person does, who heard her or read her words.

use haqqi_complaints::{Age, Desk, ReadError, Summary, child_row, summary};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reference, SubjectKey, SubjectKind, Uow, judge,
};
use haqqi_screening::{AssessedSubject, Level, Recorded, ScreenInput, flagged_up_to, record};
use haqqi_worklist::UnknownClock;
use sea_orm::DbErr;

use crate::rescreen::subject;

/// Why nothing was noted.
#[derive(Debug, thiserror::Error)]
pub enum ChildError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Up to which level a flag waits that the child lead sees: one that was raised before anybody knew is none of those.
///
/// # Errors
/// The database's error.
pub async fn flagged_for_child_lead(desk: &Desk, complaint: &Summary) -> Result<Option<Level>, DbErr> {
    match complaint.age {
        Age::Child => flagged_up_to(&desk.screening, complaint.id).await,
        Age::Adult | Age::Unknown => Ok(None),
    }
}

/// Writes within the unit that a child was met or is meant. `flagged` is what [`flagged_for_child_lead`] gave.
///
/// # Errors
/// [`UnknownClock`] where the pack lacks a clock that the flag needs; then the unit must be dropped.
pub fn tell_child_lead(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    key: &SubjectKey,
    flagged: Option<Level>,
) -> Result<Recorded, UnknownClock> {
    let assessed = AssessedSubject { age: Age::Child.code().to_owned(), ..subject(complaint) };
    let input = ScreenInput { child_met: true, flagged, ..ScreenInput::default() };
    let found = record(unit, &desk.screening, &assessed, key, &input)?;
    child_row(unit, complaint);
    Ok(found)
}

/// Notes that the worker, or whom the words mean, is or may be under 18. Said twice it is noted once.
///
/// # Errors
/// [`ChildError`]; then nothing was written.
pub async fn may_be_child(desk: &Desk, actor: &Actor, reference: Reference) -> Result<(), ChildError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if complaint.age == Age::Child {
        return Ok(());
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let flagged = flagged_for_child_lead(desk, &complaint).await?;
    let mut unit = house.unit(actor.clone());
    tell_child_lead(desk, &mut unit, &complaint, &key, flagged)?;
    unit.audit(Audit::write("complaint.may-be-child", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.may-be-child")
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

//! Somebody under 18, or who may be: from then on the child lead sees the complaint, and a flag that a person decides on
//! (`safeguards.md` 3). No words and no rule set an age; a person does, who heard her or read her words.

use haqqi_complaints::{Age, Desk, ReadError, Summary, child_row, summary};
use haqqi_kernel::{Action, Actor, Audit, Event, Reference, SubjectKey, SubjectKind, Uow, judge};
use haqqi_screening::{AssessedSubject, Level, Recorded, ScreenInput, flags_of_child, record};
use haqqi_worklist::{UnknownClock, concerns_child};

use crate::rescreen::subject;
use crate::whole::{Whole, WholeError};

/// What is known of a complaint concerns a child from now on: the record, its flags, and the work on both.
fn mark_child(unit: &mut Uow, complaint: &Summary, found: &Recorded) {
    child_row(unit, complaint, found.urgent);
    flags_of_child(unit, complaint.id);
    concerns_child(unit, complaint.id);
}

/// Writes within the unit that a child was met, whose answers nobody weighs. `flagged` says up to which level a flag waits.
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
    mark_child(unit, complaint, &found);
    Ok(found)
}

/// Notes that the worker, or whom the words mean, is or may be under 18. Said twice it is noted once.
///
/// # Errors
/// [`WholeError`]; then nothing was written.
pub async fn may_be_child(desk: &Desk, actor: &Actor, reference: Reference) -> Result<(), WholeError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if complaint.age == Age::Child {
        return Ok(());
    }
    // All that she told is weighed again: what harms a child is graver.
    let whole = Whole::of(desk, &complaint).await?;
    let mut unit = desk.site.house.unit(actor.clone());
    let found = whole.record_child(desk, &mut unit)?;
    mark_child(&mut unit, &complaint, &found);
    unit.audit(Audit::write("complaint.may-be-child", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.may-be-child")
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

//! The clock of danger: within the hour a person reads and chooses what is done (`safeguards.md` 6). A message to her, or
//! work for an interpreter, is no such choice. What was chosen is followed on a near clock of its own, until somebody has
//! spoken with her alone or chosen again: that it was chosen has protected nobody yet.

use haqqi_complaints::{Desk, Summary, item_of};
use haqqi_kernel::{SubjectKind, Uow};
use haqqi_pack::NextStep;
use haqqi_worklist::{
    DeadlineError, ItemKind, NewDeadline, NewItem, UnknownClock, Urgency, finish_items, is_owed,
    meet_deadline, open_item, set_deadline,
};
use sea_orm::DbErr;
use uuid::Uuid;

/// The clock.
pub(crate) const DANGER: &str = "danger";

/// It, and those on which the steps of the pack are followed.
pub(crate) fn clocks(desk: &Desk) -> Vec<String> {
    let mut all: Vec<String> =
        desk.site.pack.steps().iter().filter_map(|step| step.danger_deadline.clone()).collect();
    all.push(DANGER.to_owned());
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether something is to be chosen for her, or followed.
pub(crate) async fn in_danger(desk: &Desk, unit: &Uow, complaint: Uuid) -> Result<bool, DbErr> {
    for clock in clocks(desk) {
        if is_owed(unit, complaint, &clock).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// It was chosen: a call alone, or a step that protects. A message of hers that was kept open for it is done with, if it
/// was answered.
///
/// # Errors
/// [`DeadlineError`].
pub(crate) async fn chosen(desk: &Desk, unit: &mut Uow, complaint: Uuid) -> Result<(), DeadlineError> {
    let mut met = false;
    for clock in clocks(desk) {
        met |= meet_deadline(unit, complaint, &clock).await?.is_some();
    }
    finish_items(unit, complaint, ItemKind::DangerFollowed);
    if met && !is_owed(unit, complaint, "answer-message").await? {
        finish_items(unit, complaint, ItemKind::WorkerMessage);
    }
    Ok(())
}

/// Follows the step that was chosen in danger: whoever is on duty sees it as well, for its clock does not wait for morning.
///
/// # Errors
/// [`UnknownClock`] where the pack lacks it.
pub(crate) fn follow(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    step: &NextStep,
    assignee: Option<Uuid>,
) -> Result<(), UnknownClock> {
    let (code, office) = (step.danger_deadline.as_deref().unwrap_or(DANGER), complaint.office.as_deref());
    let clock = desk.clocks().begin_for(code, unit.now(), office, complaint.matter())?;
    let item = NewItem {
        assignee,
        urgency: Urgency::Danger,
        duty: true,
        ..item_of(complaint, ItemKind::DangerFollowed, clock.due_at)
    };
    let item = open_item(unit, item);
    let (subject_kind, subject) = (SubjectKind::Complaint, complaint.id);
    set_deadline(unit, &NewDeadline { subject_kind, subject, item: Some(item), office }, &clock);
    Ok(())
}

//! That somebody may be punished: found by the house or told by her, and looked into by an officer within the short
//! clock.

use chrono::TimeDelta;
use haqqi_complaints::{Desk, LONGEST_TEXT, ReadError, Summary, add_note, open_next, summary};
use haqqi_kernel::entity::event;
use haqqi_kernel::{Action, Actor, Audit, Event, House, Reason, Reference, SubjectKind, Uow, judge};
use haqqi_worklist::{ItemKind, finish_items, is_owed, meet_deadline, owed};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::check_in::CheckInError;
use super::{CLOCK, CONTACTED, SUSPECTED, VISITED};

/// So long after a contact a new complaint is looked at for it.
const DAYS: i64 = 365;

/// Opens the work of looking into it, unless it is open.
pub(super) async fn open_suspicion(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    why: &str,
) -> Result<(), CheckInError> {
    if is_owed(unit, complaint.id, CLOCK).await? {
        return Ok(());
    }
    let clock = desk.clocks().begin(CLOCK, unit.now(), complaint.office.as_deref())?;
    let raised = Summary { urgent: true, ..complaint.clone() };
    open_next(unit, &raised, ItemKind::RetaliationSeen, &clock, complaint.assignee);
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, SUSPECTED)
            .change("", why)
            .office(complaint.office.as_deref()),
    );
    Ok(())
}

/// Whether the employer of this complaint was spoken to or visited between these two.
async fn was_contacted(house: &House, other: &Summary, complaint: &Summary) -> Result<bool, DbErr> {
    let since = complaint.received_at - TimeDelta::days(DAYS);
    let many = event::Entity::find()
        .filter(event::Column::SubjectId.eq(other.id))
        .filter(event::Column::What.is_in([CONTACTED, VISITED]))
        .filter(event::Column::HappenedAt.gte(since))
        .filter(event::Column::HappenedAt.lte(complaint.received_at))
        .count(house.reader())
        .await?;
    Ok(many > 0)
}

/// A new complaint that is like one whose employer was contacted before: somebody looks whether it is punishment.
pub(crate) async fn suspect(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    fresh: &[Summary],
) -> Result<(), CheckInError> {
    for other in fresh {
        if other.received_at < complaint.received_at
            && was_contacted(&desk.site.house, other, complaint).await?
        {
            return open_suspicion(desk, unit, complaint, "found").await;
        }
    }
    Ok(())
}

/// Whether somebody must look into it still.
///
/// # Errors
/// The database's error.
pub async fn suspected(house: &House, complaint: Uuid) -> Result<bool, DbErr> {
    let owed = owed(house, complaint).await?;
    Ok(owed.iter().any(|one| one.clock == CLOCK))
}

/// An officer looked into it and says what was found (sealed).
///
/// # Errors
/// [`CheckInError`]; then nothing was written.
pub async fn looked_into(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    punished: bool,
    note: &str,
) -> Result<(), CheckInError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if note.len() > LONGEST_TEXT {
        return Err(CheckInError::TooLong);
    }
    let note = Reason::parse(note).map_err(|_| CheckInError::Empty)?;
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await.map_err(ReadError::from)?;
    let mut unit = house.unit(actor.clone());
    meet_deadline(&mut unit, complaint.id, CLOCK).await?.ok_or(CheckInError::Nothing)?;
    finish_items(&mut unit, complaint.id, ItemKind::RetaliationSeen);
    add_note(desk, &mut unit, complaint.id, &key, note.as_str());
    let found = if punished { "punished" } else { "not-found" };
    unit.audit(Audit::write("complaint.retaliation", SubjectKind::Complaint, complaint.id).purpose(found));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.retaliation-looked-into")
            .change("", found)
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

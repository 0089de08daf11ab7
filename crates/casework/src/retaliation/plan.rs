//! The plan of asking her: one day for each clock of the pack, once for a complaint.

use chrono::{DateTime, Utc};
use haqqi_complaints::{Age, Desk, State, Summary, at_establishment, summary};
use haqqi_kernel::{
    Action, Actor, Audit, Claimed, Done, Event, House, JobFailure, Reference, SubjectKind, Uow, judge,
};
use haqqi_worklist::{About, ItemKind, NewDeadline, NewItem, Urgency, open_item, set_deadline};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use super::CONTACTED;
use super::check_in::{CheckInAnswer, CheckInError};
use crate::entity::check_in::{ActiveModel, Column, Entity};

/// The clocks of a plan, as far as the pack has them.
const CLOCKS: [&str; 3] = ["check-in-first", "check-in-second", "check-in-third"];

/// A day of the plan.
#[derive(Debug, Clone)]
pub struct CheckIn {
    /// Its id, for the form.
    pub id: Uuid,
    /// The clock, a code of the pack.
    pub clock: String,
    /// Until when.
    pub due_at: DateTime<Utc>,
    /// What came of it; none while it is to come.
    pub answer: Option<CheckInAnswer>,
}

/// The plan of a complaint that the caller may read, in order.
///
/// # Errors
/// The database's error.
pub async fn check_ins(house: &House, complaint: Uuid) -> Result<Vec<CheckIn>, DbErr> {
    let rows = Entity::find()
        .filter(Column::ComplaintId.eq(complaint))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .all(house.reader())
        .await?;
    let shown = |row: crate::entity::check_in::Model| CheckIn {
        id: row.id,
        clock: row.clock,
        due_at: row.due_at,
        answer: row.answer.as_deref().and_then(CheckInAnswer::from_code),
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Plans when she is asked, from now, unless days are planned and to come.
///
/// # Errors
/// The database's error.
pub async fn plan_check_ins(desk: &Desk, unit: &mut Uow, complaint: &Summary) -> Result<(), DbErr> {
    let planned = check_ins(&desk.site.house, complaint.id).await?;
    if planned.iter().any(|day| day.answer.is_none()) {
        return Ok(());
    }
    let now = unit.now();
    let mut many = 0;
    for code in CLOCKS {
        let Ok(clock) = desk.clocks().begin(code, now, complaint.office.as_deref()) else { continue };
        let id = unit.id();
        unit.insert(ActiveModel {
            id: Set(id),
            complaint_id: Set(complaint.id),
            clock: Set(code.to_owned()),
            planned_at: Set(now),
            due_at: Set(clock.due_at),
            done_at: Set(None),
            done_by: Set(None),
            answer: Set(None),
        });
        let item = open_item(
            unit,
            NewItem {
                office: complaint.office.clone(),
                assignee: complaint.assignee,
                urgency: if complaint.urgent { Urgency::High } else { Urgency::Normal },
                language: Some(complaint.language.clone()),
                place: complaint.governorate.clone(),
                label: Some(complaint.kind.clone()),
                child: complaint.age == Age::Child,
                ..NewItem::new(
                    ItemKind::CheckIn,
                    SubjectKind::Complaint,
                    id,
                    About::Complaint(complaint.id),
                    complaint.reference,
                    clock.due_at,
                )
            },
        );
        // The clock is the day's own, not the complaint's: her page, which others may see, tells of no visit.
        let office = complaint.office.as_deref();
        let deadline =
            NewDeadline { subject_kind: SubjectKind::Complaint, subject: id, item: Some(item), office };
        set_deadline(unit, &deadline, &clock);
        many += 1;
    }
    if many > 0 {
        unit.event(
            Event::new(SubjectKind::Complaint, complaint.id, "complaint.check-ins-planned")
                .office(complaint.office.as_deref()),
        );
    }
    Ok(())
}

/// An officer spoke with the employer, or wrote to him: from now on somebody asks her.
///
/// # Errors
/// [`CheckInError`]; then nothing was written.
pub async fn note_employer_contact(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<(), CheckInError> {
    let scope = judge(actor, Action::WorkComplaint)
        .map_err(|_| CheckInError::Read(haqqi_complaints::ReadError::NotFound))?;
    let complaint = summary(desk, &scope, reference).await?;
    if complaint.acknowledged_at.is_none() {
        return Err(CheckInError::NotAcknowledged);
    }
    let mut unit = desk.site.house.unit(actor.clone());
    employer_contacted(desk, &mut unit, &complaint).await?;
    unit.audit(Audit::write("complaint.employer-contact", SubjectKind::Complaint, complaint.id));
    unit.commit().await?;
    Ok(())
}

/// The job behind [`haqqi_inspections::VISITED`]: the employer saw an inspector, and may guess who complained, whether or
/// not that visit had to do with her. Done twice it does nothing more.
///
/// # Errors
/// [`JobFailure::Again`] where it may go better later.
pub async fn workplace_visited(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let establishment = claimed.id_of("establishment")?;
    let house = &desk.site.house;
    let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|e| again(&e))?;
    for complaint in at_establishment(desk, &scope, establishment).await.map_err(|e| again(&e))? {
        let asked = check_ins(house, complaint.id).await.map_err(|e| again(&e))?;
        if complaint.state == State::Closed || asked.iter().any(|day| day.answer.is_none()) {
            continue;
        }
        let mut unit = house.unit(Actor::System);
        employer_contacted(desk, &mut unit, &complaint).await.map_err(|e| again(&e))?;
        unit.audit(Audit::write("complaint.employer-contact", SubjectKind::Complaint, complaint.id));
        unit.commit().await.map_err(|e| again(&e))?;
    }
    Ok(())
}

/// The same within the unit of who notes a talk with him, or a session at which he was.
///
/// # Errors
/// The database's error.
pub(crate) async fn employer_contacted(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
) -> Result<(), DbErr> {
    plan_check_ins(desk, unit, complaint).await?;
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, CONTACTED).office(complaint.office.as_deref()),
    );
    Ok(())
}

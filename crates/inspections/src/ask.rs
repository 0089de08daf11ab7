//! Asking for a visit: a request enters the pool. What it comes from is written nowhere here; the side that asks
//! keeps the link, sealed (`safeguards.md` 11).

use std::collections::BTreeSet;

use haqqi_kernel::{Action, Denied, Reference, ReferenceKind, SubjectKind, Uow, judge};
use haqqi_worklist::{About, ItemKind, NewDeadline, NewItem, UnknownClock, open_item, set_deadline};
use sea_orm::{DbErr, Set};
use uuid::Uuid;

use crate::desk::{InspectionDesk, joined, random_id};
use crate::entity::visit_request;
use crate::model::RequestState;
use crate::places::workplace;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// The establishment.
    pub establishment: Uuid,
    /// One of its worksites.
    pub worksite: Option<Uuid>,
    /// The office that visits.
    pub office: String,
    /// What to look at: sections of the checklist.
    pub sections: BTreeSet<String>,
    /// What may hurt somebody there. It always passes on, without its source.
    pub hazards: BTreeSet<String>,
    /// Languages spoken there.
    pub languages: BTreeSet<String>,
}

/// A request in the pool.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Its id, for the sealed link.
    pub id: Uuid,
    /// What planners see of it. No visit ever carries it.
    pub reference: Reference,
}

/// Why nothing was asked.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Not for this account.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such establishment.
    #[error("no such establishment")]
    Establishment,
    /// The office sends no inspectors, or there is none of this code.
    #[error("that office sends no inspectors")]
    Office,
    /// Nothing to look at, or a section that does not hold there.
    #[error("say what to look at")]
    Sections,
    /// The pack has no such hazard.
    #[error("no such hazard")]
    Hazard,
    /// Not a language that is known.
    #[error("no such language")]
    Language,
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Puts a request into the pool, as part of the caller's unit. The day is kept and no hour: the pool shall not be
/// laid beside the times of complaints.
///
/// # Errors
/// [`AskError`]; then nothing was collected.
pub async fn ask(desk: &InspectionDesk, unit: &mut Uow, ask: &Ask) -> Result<Asked, AskError> {
    judge(unit.actor(), Action::RequestVisit)?;
    let place = workplace(desk, ask.establishment).await?.ok_or(AskError::Establishment)?;
    let pack = desk.pack();
    if !pack.office(&ask.office).is_some_and(|office| office.inspections) {
        return Err(AskError::Office);
    }
    let sections = desk.sections(&place.regime);
    if ask.sections.is_empty() || !ask.sections.iter().all(|code| sections.contains(code)) {
        return Err(AskError::Sections);
    }
    if ask.hazards.iter().any(|code| pack.hazard(code).is_none()) {
        return Err(AskError::Hazard);
    }
    if ask.languages.iter().any(|tag| haqqi_language::known(tag).is_none()) {
        return Err(AskError::Language);
    }
    let house = desk.house();
    let calendar = desk.clocks.calendar(Some(&ask.office));
    let day = calendar.instant(calendar.date(unit.now()), chrono::NaiveTime::MIN);
    let clock = desk.clocks.begin("first-visit", day, Some(&ask.office))?;
    let id = random_id(house);
    let reference = unit.reference(ReferenceKind::Visit);
    unit.insert(visit_request::ActiveModel {
        id: Set(id),
        reference: Set(reference.to_string()),
        establishment_id: Set(ask.establishment),
        worksite_id: Set(ask.worksite),
        office: Set(ask.office.clone()),
        sections: Set(joined(sections.iter().filter(|code| ask.sections.contains(*code)))),
        hazards: Set(joined(&ask.hazards)),
        languages: Set(joined(&ask.languages)),
        asked_by: Set(unit.actor().account()),
        asked_on: Set(day),
        due_at: Set(clock.due_at),
        state: Set(RequestState::Waiting.code().to_owned()),
        visit_id: Set(None),
        version: Set(1),
    });
    let item = open_item(
        unit,
        NewItem {
            office: Some(ask.office.clone()),
            role: Some(haqqi_kernel::Role::Planner),
            ..NewItem::new(
                ItemKind::VisitPool,
                SubjectKind::VisitRequest,
                id,
                About::Workplace(ask.establishment),
                reference,
                clock.due_at,
            )
        },
    );
    let deadline = NewDeadline {
        subject_kind: SubjectKind::VisitRequest,
        subject: id,
        item: Some(item),
        office: Some(&ask.office),
    };
    set_deadline(unit, &deadline, &clock);
    Ok(Asked { id, reference })
}

//! Changing what is planned: other people, another time, or no visit at all. Whoever has a conflict with a place is
//! refused here too: there is no door by which such a person is sent (`safeguards.md` 11).

use chrono::{DateTime, Utc};
use haqqi_accounts::StaffView;
use haqqi_kernel::{Action, Actor, Audit, Event, Reason, Reference, Role, SubjectKind, Uow, judge};
use haqqi_worklist::{About, ItemKind, NewItem, finish_items, hand_to, open_item};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, UpdateMany};
use uuid::Uuid;

use crate::batch::{needs_two, seats, tell};
use crate::desk::{InspectionDesk, VisitError, split_set};
use crate::entity::{visit, visit_inspector, visit_request};
use crate::model::{Place, RequestState, Seat, VisitState};
use crate::store;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 1000;

/// Why a plan was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The visit cannot be reached, or its state does not allow it.
    #[error(transparent)]
    Visit(#[from] VisitError),
    /// Nobody was chosen, or somebody who is no inspector of the office.
    #[error("choose inspectors of the office")]
    Team,
    /// Somebody has a conflict with the place.
    #[error("a conflict of interest")]
    Conflict,
    /// Somebody is absent or on another visit then.
    #[error("not free at that time")]
    Taken,
    /// A hazard asks for two people, a home for a woman and a man.
    #[error("two people go there; to a home a woman and a man")]
    Two,
    /// In the past, or outside all measure.
    #[error("not at that time")]
    Time,
    /// No reason, or too long a one.
    #[error("say why")]
    Reason,
}

impl From<haqqi_kernel::CommitError> for ChangeError {
    fn from(error: haqqi_kernel::CommitError) -> Self {
        Self::Visit(error.into())
    }
}

impl From<sea_orm::DbErr> for ChangeError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Visit(error.into())
    }
}

/// A person who could go, and what speaks against it.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Who.
    pub person: StaffView,
    /// Whether nothing does.
    pub able: bool,
    /// Languages of the place that the person speaks.
    pub speaks: Vec<String>,
}

async fn planned(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<visit::Model, VisitError> {
    let scope = judge(actor, Action::ScheduleVisit).map_err(|_| VisitError::NotFound)?;
    let row = store::visit(desk.house(), &scope, reference).await?.ok_or(VisitError::NotFound)?;
    if VisitState::from_code(&row.state) == Some(VisitState::Planned) {
        Ok(row)
    } else {
        Err(VisitError::State)
    }
}

pub(crate) async fn place_of(desk: &InspectionDesk, row: &visit::Model) -> Result<Place, VisitError> {
    let hazards = split_set(&row.hazards);
    let requests = store::requests_of(desk.house(), row.id).await?;
    Ok(Place {
        establishment: row.establishment_id,
        languages: split_set(&row.languages),
        two: needs_two(desk, &hazards),
        home: row.home,
        never: requests.iter().filter_map(|request| request.asked_by).collect(),
    })
}

/// The inspectors of the office, with whether they could go then.
///
/// # Errors
/// [`VisitError`].
pub async fn candidates(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<Vec<Candidate>, VisitError> {
    let row = planned(desk, actor, reference).await?;
    let place = place_of(desk, &row).await?;
    let hours = [(row.starts_at, row.ends_at)];
    let seats = seats(desk.house(), &row.office, &hours, Some(row.id)).await?;
    Ok(seats
        .into_iter()
        .map(|(person, seat)| Candidate {
            able: seat.may_go(&place) && seat.is_free(row.starts_at, row.ends_at),
            speaks: person.languages.iter().filter(|tag| place.languages.contains(*tag)).cloned().collect(),
            person,
        })
        .collect())
}

/// Checks a team for a time: each an inspector of the office, free, without a conflict, and enough of them.
pub(crate) async fn check_team(
    desk: &InspectionDesk,
    row: &visit::Model,
    team: &[Uuid],
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<(), ChangeError> {
    let place = place_of(desk, row).await?;
    let seats = seats(desk.house(), &row.office, &[(from, until)], Some(row.id)).await?;
    let chosen: Vec<&Seat> = team
        .iter()
        .filter_map(|who| seats.iter().map(|(_, seat)| seat).find(|seat| seat.id == *who))
        .collect();
    if chosen.is_empty() || chosen.len() != team.len() || team.len() > 4 {
        return Err(ChangeError::Team);
    }
    if chosen.iter().any(|seat| !seat.may_go(&place)) {
        return Err(ChangeError::Conflict);
    }
    if chosen.iter().any(|seat| !seat.is_free(from, until)) {
        return Err(ChangeError::Taken);
    }
    let has = |sex: &str| chosen.iter().any(|seat| seat.sex.as_deref() == Some(sex));
    if (place.two && chosen.len() < 2) || (place.home && !(has("female") && has("male"))) {
        return Err(ChangeError::Two);
    }
    Ok(())
}

fn guarded(row: &visit::Model) -> UpdateMany<visit::Entity> {
    visit::Entity::update_many()
        .col_expr(visit::Column::Version, Expr::value(row.version + 1))
        .filter(visit::Column::Id.eq(row.id))
        .filter(visit::Column::Version.eq(row.version))
}

fn written(unit: &mut Uow, row: &visit::Model, audit: &'static str, what: &'static str, to: VisitState) {
    unit.audit(Audit::write(audit, SubjectKind::Visit, row.id));
    unit.event(
        Event::new(SubjectKind::Visit, row.id, what)
            .change(row.state.clone(), to.code())
            .office(Some(&row.office)),
    );
}

/// Sends other people; who leads stands first.
///
/// # Errors
/// [`ChangeError`]; then nothing was written.
pub async fn reassign(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
    team: &[Uuid],
) -> Result<(), ChangeError> {
    let row = planned(desk, actor, reference).await?;
    let mut once = Vec::new();
    for who in team {
        if !once.contains(who) {
            once.push(*who);
        }
    }
    check_team(desk, &row, &once, row.starts_at, row.ends_at).await?;
    let mut unit = desk.house().unit(actor.clone());
    send(&mut unit, &row, &once);
    unit.commit().await?;
    Ok(())
}

/// Sends these people, in this unit; who leads stands first.
pub(crate) fn send(unit: &mut Uow, row: &visit::Model, team: &[Uuid]) {
    unit.update_one(guarded(row));
    unit.delete(visit_inspector::Entity::delete_many().filter(visit_inspector::Column::VisitId.eq(row.id)));
    for (at, who) in team.iter().enumerate() {
        unit.insert(visit_inspector::ActiveModel {
            visit_id: Set(row.id),
            staff_id: Set(*who),
            leads: Set(at == 0),
            took_over: Set(false),
        });
    }
    hand_to(unit, row.id, ItemKind::VisitToDo, team.first().copied());
    written(unit, row, "visit.reassign", "visit.reassigned", VisitState::Planned);
}

/// Moves a visit to another time; its people go then, if they can.
///
/// # Errors
/// [`ChangeError`]; then nothing was written.
pub async fn reschedule(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
    from: DateTime<Utc>,
) -> Result<(), ChangeError> {
    let row = planned(desk, actor, reference).await?;
    let now = desk.house().now();
    if from <= now || from > now + chrono::TimeDelta::days(180) {
        return Err(ChangeError::Time);
    }
    let until = from + (row.ends_at - row.starts_at);
    let team = store::teams(desk.house(), &[row.id]).await?.remove(&row.id).unwrap_or_default();
    check_team(desk, &row, &team, from, until).await?;
    let mut unit = desk.house().unit(actor.clone());
    unit.update_one(
        guarded(&row)
            .col_expr(visit::Column::StartsAt, Expr::value(from))
            .col_expr(visit::Column::EndsAt, Expr::value(until)),
    );
    finish_items(&mut unit, row.id, ItemKind::VisitToDo);
    open_item(
        &mut unit,
        NewItem {
            office: Some(row.office.clone()),
            assignee: team.first().copied(),
            role: Some(Role::Inspector),
            ..NewItem::new(
                ItemKind::VisitToDo,
                SubjectKind::Visit,
                row.id,
                About::Workplace(row.establishment_id),
                reference,
                from,
            )
        },
    );
    written(&mut unit, &row, "visit.reschedule", "visit.rescheduled", VisitState::Planned);
    unit.commit().await?;
    Ok(())
}

/// Cancels a visit, with a reason. What it answered goes back into the pool; asked for or not, the office's next batch
/// goes there.
///
/// # Errors
/// [`ChangeError`]; then nothing was written.
pub async fn cancel(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
    reason: &str,
) -> Result<(), ChangeError> {
    let row = planned(desk, actor, reference).await?;
    let reason = Reason::parse(reason).ok().filter(|why| why.length() <= LONGEST_REASON);
    let reason = reason.ok_or(ChangeError::Reason)?;
    let house = desk.house();
    let key = house.subject_key(row.id).await?;
    let requests = store::requests_of(house, row.id).await?;
    let mut unit = house.unit(actor.clone());
    let sealed = unit.seal(&key, "visit.cancel", reason.as_str());
    unit.update_one(
        guarded(&row)
            .col_expr(visit::Column::State, Expr::value(VisitState::Cancelled.code()))
            .col_expr(visit::Column::CancelReason, Expr::value(Some(sealed))),
    );
    finish_items(&mut unit, row.id, ItemKind::VisitToDo);
    for request in &requests {
        back_to_pool(&mut unit, request)?;
        tell(&mut unit, request.id, row.id, "waiting");
    }
    written(&mut unit, &row, "visit.cancel", "visit.cancelled", VisitState::Cancelled);
    unit.commit().await?;
    Ok(())
}

fn back_to_pool(unit: &mut Uow, request: &visit_request::Model) -> Result<(), VisitError> {
    unit.update_one(
        visit_request::Entity::update_many()
            .col_expr(visit_request::Column::State, Expr::value(RequestState::Waiting.code()))
            .col_expr(visit_request::Column::VisitId, Expr::value(Option::<Uuid>::None))
            .col_expr(visit_request::Column::Version, Expr::value(request.version + 1))
            .filter(visit_request::Column::Id.eq(request.id))
            .filter(visit_request::Column::Version.eq(request.version)),
    );
    let reference = request.reference.parse().map_err(|_| VisitError::NotFound)?;
    open_item(
        unit,
        NewItem {
            office: Some(request.office.clone()),
            role: Some(Role::Planner),
            ..NewItem::new(
                ItemKind::VisitPool,
                SubjectKind::VisitRequest,
                request.id,
                About::Workplace(request.establishment_id),
                reference,
                request.due_at,
            )
        },
    );
    Ok(())
}

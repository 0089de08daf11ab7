//! The day on which something was found: the month to file an infringement runs from it, and is worked out anew where the
//! day turns out to be another.

use chrono::{DateTime, NaiveDate, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reason, Reference, SubjectKind, Uow, judge};
use haqqi_worklist::{Clock, Length, UnknownClock, set_again};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::desk::{InspectionDesk, VisitError};
use crate::entity::{visit, visit_finding, visit_measure};
use crate::model::{MeasureState, Record, RecordProblem, VisitDays, VisitState};
use crate::open::Opening;
use crate::store;

/// What starts a clock on the day of the visit, as the pack's rows say it.
const FOUND: &str = "found";
/// The longest reason, in characters.
const LONGEST_REASON: usize = 1000;

/// Why the day was not corrected.
#[derive(Debug, thiserror::Error)]
pub enum DayError {
    /// The visit cannot be reached, or is not recorded yet: then its record is written anew.
    #[error(transparent)]
    Visit(#[from] VisitError),
    /// Nobody can have been there on that day, or it is the day that stands.
    #[error("not on that day")]
    Day,
    /// Whoever was there only makes it earlier; another says that it was later.
    #[error("another person says that it was later")]
    NotYours,
    /// No reason, or too long a one.
    #[error("say why")]
    Reason,
}

impl From<CommitError> for DayError {
    fn from(error: CommitError) -> Self {
        Self::Visit(error.into())
    }
}

impl From<sea_orm::DbErr> for DayError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Visit(error.into())
    }
}

/// The days of a visit, in its office's zone.
pub(crate) fn days_of(desk: &InspectionDesk, row: &visit::Model) -> VisitDays {
    let calendar = desk.clocks.calendar(Some(&row.office));
    VisitDays {
        made: calendar.date(row.created_at),
        planned: calendar.date(row.starts_at),
        began: row.began_at.map(|at| calendar.date(at)),
        today: calendar.date(desk.house().now()),
    }
}

pub(crate) fn no_such_day(message: &'static str) -> RecordProblem {
    RecordProblem { field: "day".to_owned(), message }
}

/// The clock of a measure: from the day of the visit where the pack says that it starts with what was found, else from
/// `served`. With fewer days where the inspector gave fewer than the law's most.
pub(crate) fn clock_from(
    desk: &InspectionDesk,
    row: &visit::Model,
    code: &str,
    days: Option<u16>,
    found: NaiveDate,
    served: DateTime<Utc>,
) -> Result<Clock, UnknownClock> {
    let office = Some(row.office.as_str());
    let calendar = desk.clocks.calendar(office);
    let begins = if starts_with_found(desk, code, found) { calendar.noon(found).min(served) } else { served };
    let mut clock = desk.clocks.begin(code, begins, office)?;
    let Some(days) = days else { return Ok(clock) };
    let due = calendar.due(clock.began_at, Length::Days(u32::from(days)));
    if due < clock.due_at {
        let earlier = clock.due_at - due;
        for rung in &mut clock.rungs {
            rung.at = (rung.at - earlier).max(clock.began_at);
        }
        clock.due_at = due;
        clock.rule = None;
    }
    Ok(clock)
}

fn starts_with_found(desk: &InspectionDesk, code: &str, day: NaiveDate) -> bool {
    desk.pack().deadline(code, day).is_some_and(|rule| rule.starts == FOUND)
}

/// Corrects the day on which a recorded visit was made, with a reason that stays. Whoever was there may only make it
/// earlier, for a later day gives the same person more time to file; a planner or supervisor who was not there says
/// either. Clocks that started on that day run from the right one; a report that was issued stays as it was.
///
/// # Errors
/// [`DayError`]; then nothing was written.
pub async fn correct_day(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
    day: NaiveDate,
    reason: &str,
) -> Result<(), DayError> {
    let house = desk.house();
    let scope = judge(actor, Action::ReadVisit).map_err(|_| VisitError::NotFound)?;
    let row = store::visit(house, &scope, reference).await?.ok_or(VisitError::NotFound)?;
    let state = VisitState::from_code(&row.state);
    if !matches!(state, Some(VisitState::Finished | VisitState::Reported)) {
        return Err(VisitError::State.into());
    }
    let before = row.found_on.unwrap_or_else(|| recorded_on(desk, &row));
    let mut team = store::teams(house, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    // The month runs against whoever took it over just the same.
    team.extend(store::heirs(house, &[row.id]).await?.remove(&row.id).unwrap_or_default());
    if !may_correct(actor, &team, day, before) {
        return Err(DayError::NotYours);
    }
    if day == before || !days_of(desk, &row).may_be(day) {
        return Err(DayError::Day);
    }
    let reason = Reason::parse(reason).ok().filter(|why| why.length() <= LONGEST_REASON);
    let reason = reason.ok_or(DayError::Reason)?;
    let key = house.subject_key(row.id).await.map_err(VisitError::from)?;
    let mut read = house.unit(actor.clone());
    read.audit(Audit::read("visit.read", SubjectKind::Visit, row.id));
    let proof = read.commit().await?;
    let record = Opening { desk, proof: &proof, key: &key }.record(&row)?;
    let mut unit = house.unit(actor.clone());
    let (sealed, now) = (unit.seal(&key, "visit.corrected", reason.as_str()), unit.now());
    unit.update_one(
        visit::Entity::update_many()
            .col_expr(visit::Column::FoundOn, Expr::value(Some(day)))
            .col_expr(visit::Column::CorrectedBy, Expr::value(actor.account()))
            .col_expr(visit::Column::CorrectedAt, Expr::value(Some(now)))
            .col_expr(visit::Column::CorrectedWhy, Expr::value(Some(sealed)))
            .col_expr(visit::Column::Version, Expr::value(row.version + 1))
            .filter(visit::Column::Id.eq(row.id))
            .filter(visit::Column::Version.eq(row.version)),
    );
    for finding in store::findings(house, row.id).await? {
        let in_force = desk.pack().article(&finding.article, day).map(|article| article.from.to_string());
        unit.update_one(
            visit_finding::Entity::update_many()
                .col_expr(visit_finding::Column::ArticleFrom, Expr::value(in_force))
                .filter(visit_finding::Column::Id.eq(finding.id)),
        );
    }
    for measure in store::measures(house, row.id).await? {
        anew(desk, &mut unit, &row, &measure, &record, day).await?;
    }
    unit.audit(
        Audit::write("visit.correct-day", SubjectKind::Visit, row.id).purpose(format!("{before} to {day}")),
    );
    unit.event(
        Event::new(SubjectKind::Visit, row.id, "visit.day-corrected")
            .dim("earlier", if day < before { "yes" } else { "no" })
            .office(Some(&row.office)),
    );
    unit.commit().await?;
    Ok(())
}

/// The day of a record from before it was asked for: the day on which it was closed, as its clocks had it.
fn recorded_on(desk: &InspectionDesk, row: &visit::Model) -> NaiveDate {
    desk.clocks.calendar(Some(&row.office)).date(row.finished_at.unwrap_or(row.starts_at))
}

/// Whether this person may say so.
pub(crate) fn may_correct(actor: &Actor, team: &[Uuid], day: NaiveDate, before: NaiveDate) -> bool {
    if actor.account().is_some_and(|account| team.contains(&account)) {
        day <= before
    } else {
        judge(actor, Action::ScheduleVisit).is_ok()
    }
}

/// A measure that is not settled, from the right day.
async fn anew(
    desk: &InspectionDesk,
    unit: &mut Uow,
    row: &visit::Model,
    measure: &visit_measure::Model,
    record: &Record,
    day: NaiveDate,
) -> Result<(), VisitError> {
    let rule = desk.pack().measure(&measure.code);
    let state = MeasureState::from_code(&measure.state);
    let waits =
        matches!(state, Some(MeasureState::Proposed | MeasureState::Imposed | MeasureState::NotRemedied));
    let Some(rule) = rule.filter(|_| waits) else { return Ok(()) };
    let Some(code) = rule.deadline.as_deref().filter(|code| starts_with_found(desk, code, day)) else {
        return Ok(());
    };
    let days = record.measures.get(&measure.code).and_then(|told| told.days).or(rule.days);
    let clock = clock_from(desk, row, code, days, day, measure.served_at)?;
    set_again(unit, measure.id, &clock).await?;
    unit.update_one(
        visit_measure::Entity::update_many()
            .col_expr(visit_measure::Column::DueAt, Expr::value(Some(clock.due_at)))
            .col_expr(visit_measure::Column::Version, Expr::value(measure.version + 1))
            .filter(visit_measure::Column::Id.eq(measure.id))
            .filter(visit_measure::Column::Version.eq(measure.version)),
    );
    Ok(())
}

//! Deadlines: one row for each clock that began, with the rungs of its ladder.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Event, SubjectKind, Uow};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set as Value};
use uuid::Uuid;

use crate::clock::{Clock, Clocks, UnknownClock};
use crate::entity::{breach, deadline, rung, work_item};
use crate::item::Urgency;
use crate::ladder::subject_kind;
use crate::state::{DeadlineState, NotAllowed};
use crate::store::{breach_rungs, last_deadline};

/// What a clock is begun for.
#[derive(Debug, Clone)]
pub struct NewDeadline<'a> {
    /// Kind of subject.
    pub subject_kind: SubjectKind,
    /// The subject.
    pub subject: Uuid,
    /// The work that climbs when the clock runs out, if any.
    pub item: Option<Uuid>,
    /// The office whose calendar and ladder hold.
    pub office: Option<&'a str>,
}

/// A deadline that was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Set {
    /// Its id.
    pub id: Uuid,
    /// When it is due.
    pub due_at: DateTime<Utc>,
}

/// How a deadline was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Met {
    /// Not later than due.
    pub in_time: bool,
    /// When it was due.
    pub due_at: DateTime<Utc>,
}

/// Why a deadline could not be met or dropped.
#[derive(Debug, thiserror::Error)]
pub enum DeadlineError {
    /// The state does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Begins a clock of the pack now, or at the instant `began_at` of its cause.
///
/// # Errors
/// [`UnknownClock`] when the pack has no such clock in force then.
pub fn begin_clock(
    unit: &mut Uow,
    clocks: &Clocks,
    code: &str,
    began_at: DateTime<Utc>,
    new: &NewDeadline<'_>,
) -> Result<Set, UnknownClock> {
    let clock = clocks.begin(code, began_at, new.office)?;
    Ok(set_deadline(unit, new, &clock))
}

/// Writes a clock that was worked out before: work items need its `due_at` first. A legal clock is begun once:
/// the commit is refused as [`haqqi_kernel::CommitError::Unique`] when it is there.
pub fn set_deadline(unit: &mut Uow, new: &NewDeadline<'_>, clock: &Clock) -> Set {
    let id = unit.id();
    unit.insert(deadline::ActiveModel {
        id: Value(id),
        subject_kind: Value(new.subject_kind.code().to_owned()),
        subject_id: Value(new.subject),
        clock: Value(clock.code.clone()),
        item_id: Value(new.item),
        office: Value(new.office.map(str::to_owned)),
        legal: Value(clock.legal),
        state: Value(DeadlineState::Running.code().to_owned()),
        began_at: Value(clock.began_at),
        due_at: Value(clock.due_at),
        met_at: Value(None),
        met_by: Value(None),
        breached_at: Value(None),
        version: Value(1),
        rule: Value(clock.rule.clone()),
    });
    for (number, step) in (1..).zip(&clock.rungs) {
        unit.insert(rung::ActiveModel {
            deadline_id: Value(id),
            number: Value(number),
            code: Value(step.code.to_owned()),
            who: Value(step.who.clone()),
            at: Value(step.at),
            crossed_at: Value(None),
        });
    }
    Set { id, due_at: clock.due_at }
}

/// Meets the running (or breached) deadline of this clock. `None` when there is none, or it was met before: the
/// first answer stands. Met late before the ladder came by, its breach is written here: it happened when it was due,
/// and is counted whoever notices first.
///
/// # Errors
/// [`DeadlineError`].
pub async fn meet_deadline(unit: &mut Uow, subject: Uuid, clock: &str) -> Result<Option<Met>, DeadlineError> {
    let Some(row) = last_deadline(unit, subject, clock).await? else { return Ok(None) };
    let Some(state @ (DeadlineState::Running | DeadlineState::Breached)) =
        DeadlineState::from_code(&row.state)
    else {
        return Ok(None);
    };
    let in_time = state == DeadlineState::Running && unit.now() <= row.due_at;
    let to = state.change(if in_time { DeadlineState::Met } else { DeadlineState::MetLate }, row.legal)?;
    let mut query = leave(&row, to)
        .col_expr(deadline::Column::MetAt, Expr::value(Some(unit.now())))
        .col_expr(deadline::Column::MetBy, Expr::value(unit.actor().account()));
    if !in_time && row.breached_at.is_none() {
        query = query.col_expr(deadline::Column::BreachedAt, Expr::value(Some(row.due_at)));
    }
    unit.update_one(query);
    if !in_time {
        breach_row(unit, &row);
        let rungs = breach_rungs(unit, row.id).await?;
        // The ladder writes it when it crosses the rung; a rung that it did not cross is forgotten below.
        if let Some(step) = rungs.first().filter(|_| rungs.iter().all(|rung| rung.crossed_at.is_none())) {
            unit.event(stepped(&row, step, "deadline.breached").at(row.due_at));
        }
    }
    forget_rungs(unit, row.id);
    Ok(Some(Met { in_time, due_at: row.due_at }))
}

/// Whether this clock waits to be met for this subject: it runs, or it ran out and is still owed.
///
/// # Errors
/// The database's error.
pub async fn is_owed(unit: &Uow, subject: Uuid, clock: &str) -> Result<bool, DbErr> {
    let state =
        last_deadline(unit, subject, clock).await?.and_then(|row| DeadlineState::from_code(&row.state));
    Ok(matches!(state, Some(DeadlineState::Running | DeadlineState::Breached)))
}

/// Hangs what is owed on this clock on another piece of work, which stands in the queue as soon as the clock is due: the
/// work that it hung on is done, and the clock is not.
///
/// # Errors
/// The database's error.
pub async fn hang_on(unit: &mut Uow, subject: Uuid, clock: &str, item: Uuid) -> Result<(), DbErr> {
    let Some(row) = last_deadline(unit, subject, clock).await? else { return Ok(()) };
    let Some(state @ (DeadlineState::Running | DeadlineState::Breached)) =
        DeadlineState::from_code(&row.state)
    else {
        return Ok(());
    };
    unit.update_one(leave(&row, state).col_expr(deadline::Column::ItemId, Expr::value(Some(item))));
    unit.update(
        work_item::Entity::update_many()
            .col_expr(work_item::Column::DueAt, Expr::value(row.due_at))
            .col_expr(work_item::Column::Urgency, Expr::value(Urgency::Danger.rank()))
            .col_expr(work_item::Column::Duty, Expr::value(true))
            .filter(work_item::Column::Id.eq(item))
            .filter(work_item::Column::DueAt.gt(row.due_at)),
    );
    Ok(())
}

/// Drops a running deadline that is no longer asked for. `false` when none runs.
///
/// # Errors
/// [`DeadlineError::NotAllowed`] for a legal clock: it is never paused, dropped or begun again.
pub async fn drop_deadline(unit: &mut Uow, subject: Uuid, clock: &str) -> Result<bool, DeadlineError> {
    let Some(row) = last_deadline(unit, subject, clock).await? else { return Ok(false) };
    if DeadlineState::from_code(&row.state) != Some(DeadlineState::Running) {
        return Ok(false);
    }
    let to = DeadlineState::Running.change(DeadlineState::Dropped, row.legal)?;
    unit.update_one(leave(&row, to));
    forget_rungs(unit, row.id);
    Ok(true)
}

/// That a clock ran out: kept for good, and a reason is asked for (once, whoever notices it first).
pub(crate) fn breach_row(unit: &mut Uow, row: &deadline::Model) {
    let new = breach::ActiveModel {
        deadline_id: Value(row.id),
        breached_at: Value(row.due_at),
        reason: Value(None),
        words: Value(None),
        words_key: Value(None),
        said_by: Value(None),
        said_at: Value(None),
    };
    unit.insert_or_ignore(new, [breach::Column::DeadlineId]);
}

/// A change of a deadline's state, guarded by the version read.
pub(crate) fn leave(row: &deadline::Model, to: DeadlineState) -> sea_orm::UpdateMany<deadline::Entity> {
    deadline::Entity::update_many()
        .col_expr(deadline::Column::State, Expr::value(to.code()))
        .col_expr(deadline::Column::Version, Expr::col(deadline::Column::Version).add(1))
        .filter(deadline::Column::Id.eq(row.id))
        .filter(deadline::Column::Version.eq(row.version))
}

/// The event of a step of the ladder of this deadline.
pub(crate) fn stepped(row: &deadline::Model, step: &rung::Model, what: &'static str) -> Event {
    Event::new(subject_kind(&row.subject_kind), row.subject_id, what)
        .at(step.at)
        .office(row.office.as_deref())
        .dim("clock", row.clock.clone())
        .dim("rung", step.code.clone())
        .dim("who", step.who.clone())
}

fn forget_rungs(unit: &mut Uow, deadline: Uuid) {
    let query = rung::Entity::delete_many()
        .filter(rung::Column::DeadlineId.eq(deadline))
        .filter(rung::Column::CrossedAt.is_null());
    unit.delete(query);
}

//! Days on which an installation is closed beside those of its pack: announced year by year, from an iCalendar file. A
//! day that is added later moves the open clocks in the office's time, by the rule that each began under; never the
//! legal clock, and never one that was met or ran out.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use haqqi_kernel::{
    Action, Actor, Audit, Claimed, Denied, Done, House, Job, JobFailure, SubjectKind, Uow, judge,
};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use crate::clock::{Clock, Clocks};
use crate::entity::{closed_day, deadline, rung, work_item};
use crate::state::{DeadlineState, ItemState};

/// The kind of the job that moves open clocks.
pub const MOVE_CLOCKS: &str = "worklist.move-clocks";
/// The installation, as a subject.
const HOUSE: Uuid = Uuid::nil();
/// Clocks moved in one go.
const MOST: u64 = 500;

/// A day on which the installation is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedDay {
    /// The day.
    pub day: NaiveDate,
    /// What it is called, a code.
    pub code: String,
}

/// The closed days, in order.
///
/// # Errors
/// The database's error.
pub async fn closed_days(house: &House) -> Result<Vec<ClosedDay>, DbErr> {
    let rows = closed_day::Entity::find().order_by_asc(closed_day::Column::Day).all(house.reader()).await?;
    Ok(rows.into_iter().map(|row| ClosedDay { day: row.day, code: row.code }).collect())
}

/// A closed day moves the clocks of every office.
fn of_the_nation(unit: &Uow) -> Result<(), Denied> {
    let scope = judge(unit.actor(), Action::ManageRoster)?;
    if scope.everything() { Ok(()) } else { Err(Denied) }
}

/// Adds closed days; those that are there stay as they are. Open clocks are moved by a job.
///
/// # Errors
/// [`Denied`] for who does not manage the roster of the nation.
pub fn add_closed_days(unit: &mut Uow, days: &[ClosedDay]) -> Result<(), Denied> {
    of_the_nation(unit)?;
    for day in days {
        let (added_at, added_by) = (unit.now(), unit.actor().account());
        let row = closed_day::ActiveModel {
            day: Set(day.day),
            code: Set(day.code.clone()),
            added_at: Set(added_at),
            added_by: Set(added_by),
        };
        unit.insert_or_ignore(row, [closed_day::Column::Day]);
    }
    changed(unit, "calendar.days-added");
    Ok(())
}

/// Takes a closed day back: the office works after all.
///
/// # Errors
/// [`Denied`] for who does not manage the roster of the nation.
pub fn remove_closed_day(unit: &mut Uow, day: NaiveDate) -> Result<(), Denied> {
    of_the_nation(unit)?;
    unit.delete(closed_day::Entity::delete_many().filter(closed_day::Column::Day.eq(day)));
    changed(unit, "calendar.day-removed");
    Ok(())
}

fn changed(unit: &mut Uow, what: &'static str) {
    unit.audit(Audit::write(what, SubjectKind::House, HOUSE));
    let key = format!("move-clocks:{}", unit.id());
    unit.job(Job::new(MOVE_CLOCKS, serde_json::json!({})).key(key));
}

/// Brings the clocks of this process up to what is in the table. Cheap where nothing changed.
///
/// # Errors
/// The database's error.
pub async fn refresh(house: &House, clocks: &Clocks) -> Result<bool, DbErr> {
    let days: BTreeSet<NaiveDate> = closed_days(house).await?.into_iter().map(|day| day.day).collect();
    Ok(clocks.close(days))
}

/// Works every open clock in the office's time out again, by its own rule, and moves what changed: its due time, the
/// steps that are not crossed, the work that hangs on it. Done twice, it changes nothing the second time.
///
/// # Errors
/// [`JobFailure::Again`] where it cannot be read or written.
pub async fn move_clocks(house: &House, clocks: &Clocks, _claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    refresh(house, clocks).await.map_err(|e| again(&e))?;
    let mut after: Option<Uuid> = None;
    loop {
        let mut open = deadline::Entity::find()
            .filter(deadline::Column::State.eq(DeadlineState::Running.code()))
            .filter(deadline::Column::Rule.is_not_null())
            .filter(deadline::Column::Legal.eq(false))
            .order_by_asc(deadline::Column::Id)
            .limit(MOST);
        if let Some(after) = after {
            open = open.filter(deadline::Column::Id.gt(after));
        }
        let rows = open.all(house.reader()).await.map_err(|e| again(&e))?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.id);
        for row in &rows {
            let rule = row.rule.as_deref().unwrap_or_default();
            let Some(clock) = clocks.again(rule, row.began_at, row.office.as_deref()) else { continue };
            if clock.due_at != row.due_at {
                match move_one(house, row, &clock).await {
                    // Somebody met it at this moment: it needs no other time.
                    Ok(()) | Err(haqqi_kernel::CommitError::Stale) => {}
                    Err(error) => return Err(again(&error)),
                }
            }
        }
    }
}

async fn move_one(
    house: &House,
    row: &deadline::Model,
    clock: &Clock,
) -> Result<(), haqqi_kernel::CommitError> {
    let mut unit = house.unit(Actor::System);
    unit.update_one(
        deadline::Entity::update_many()
            .col_expr(deadline::Column::DueAt, Expr::value(clock.due_at))
            .col_expr(deadline::Column::Version, Expr::col(deadline::Column::Version).add(1))
            .filter(deadline::Column::Id.eq(row.id))
            .filter(deadline::Column::Version.eq(row.version)),
    );
    for (number, step) in (1..).zip(&clock.rungs) {
        unit.update(
            rung::Entity::update_many()
                .col_expr(rung::Column::At, Expr::value(step.at))
                .filter(rung::Column::DeadlineId.eq(row.id))
                .filter(rung::Column::Number.eq(number))
                .filter(rung::Column::Code.eq(step.code))
                .filter(rung::Column::CrossedAt.is_null()),
        );
    }
    if let Some(item) = row.item_id {
        // Only where this clock is what the work is due by.
        unit.update(
            work_item::Entity::update_many()
                .col_expr(work_item::Column::DueAt, Expr::value(clock.due_at))
                .col_expr(work_item::Column::Version, Expr::col(work_item::Column::Version).add(1))
                .filter(work_item::Column::Id.eq(item))
                .filter(work_item::Column::State.eq(ItemState::Open.code()))
                .filter(work_item::Column::DueAt.eq(row.due_at)),
        );
    }
    unit.audit(
        Audit::write("deadline.moved", crate::ladder::subject_kind(&row.subject_kind), row.subject_id)
            .purpose(row.clock.clone()),
    );
    unit.commit().await.map(|_| ())
}

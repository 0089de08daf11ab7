//! A clock whose cause turned out to lie on another day: worked out anew from the right one. What was told stays told,
//! each step once, and what ran out stays on record.

use haqqi_kernel::{Audit, Uow};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::clock::Clock;
use crate::deadlines::{DeadlineError, NewDeadline, leave, meet_deadline, set_deadline};
use crate::entity::{deadline, rung, work_item};
use crate::ladder::subject_kind;
use crate::state::{DeadlineState, ItemState};
use crate::store::last_deadline;

/// What became of a clock that was worked out anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// None is owed: it was met or dropped, or there never was one.
    NotOwed,
    /// It had run out, and has by the right day too: the breach stands.
    RanOut,
    /// It runs from the right day.
    Runs,
}

/// Works the running clock of a subject out from another day. Steps that lie ahead are told when they come, even where the
/// like was told for the wrong day; those that lie in the past are told once and not twice. A clock that ran out ends
/// as late, and its breach stays, where by the right day there is time left: a new one begins beside it.
///
/// # Errors
/// [`DeadlineError::NotAllowed`] for a legal clock: it is never moved.
pub async fn set_again(unit: &mut Uow, subject: Uuid, clock: &Clock) -> Result<Again, DeadlineError> {
    let Some(row) = last_deadline(unit, subject, &clock.code).await? else { return Ok(Again::NotOwed) };
    let Some(state @ (DeadlineState::Running | DeadlineState::Breached)) =
        DeadlineState::from_code(&row.state)
    else {
        return Ok(Again::NotOwed);
    };
    if row.legal {
        state.change(DeadlineState::Dropped, row.legal)?;
    }
    let now = unit.now();
    let ran_out = state == DeadlineState::Breached || row.due_at < now;
    if ran_out && clock.due_at < now {
        return Ok(Again::RanOut);
    }
    let before = rungs(unit, row.id).await?;
    let told = |code: &str, who: &str| {
        before.iter().any(|step| step.crossed_at.is_some() && step.code == code && step.who == who)
    };
    let mut clock = clock.clone();
    clock.rungs.retain(|step| step.at > now || !told(step.code, &step.who));
    move_work(unit, &row, &clock);
    unit.audit(
        Audit::write("deadline.moved", subject_kind(&row.subject_kind), subject).purpose(row.clock.clone()),
    );
    if ran_out {
        meet_deadline(unit, subject, &row.clock).await?;
        let new = NewDeadline {
            subject_kind: subject_kind(&row.subject_kind),
            subject,
            item: row.item_id,
            office: row.office.as_deref(),
        };
        set_deadline(unit, &new, &clock);
    } else {
        move_row(unit, &row, &before, &clock);
    }
    Ok(Again::Runs)
}

async fn rungs(unit: &Uow, deadline: Uuid) -> Result<Vec<rung::Model>, DbErr> {
    rung::Entity::find()
        .filter(rung::Column::DeadlineId.eq(deadline))
        .order_by_asc(rung::Column::Number)
        .all(unit.reader())
        .await
}

/// The row goes on with another beginning and end. Steps get numbers of their own, for a step is told by its number, once.
fn move_row(unit: &mut Uow, row: &deadline::Model, before: &[rung::Model], clock: &Clock) {
    unit.update_one(
        leave(row, DeadlineState::Running)
            .col_expr(deadline::Column::BeganAt, Expr::value(clock.began_at))
            .col_expr(deadline::Column::DueAt, Expr::value(clock.due_at))
            .col_expr(deadline::Column::Rule, Expr::value(clock.rule.clone())),
    );
    unit.delete(
        rung::Entity::delete_many()
            .filter(rung::Column::DeadlineId.eq(row.id))
            .filter(rung::Column::CrossedAt.is_null()),
    );
    let last = before.iter().map(|step| step.number).max().unwrap_or(0);
    for (number, step) in (last + 1..).zip(&clock.rungs) {
        unit.insert(rung::ActiveModel {
            deadline_id: Set(row.id),
            number: Set(number),
            code: Set(step.code.to_owned()),
            who: Set(step.who.clone()),
            at: Set(step.at),
            crossed_at: Set(None),
        });
    }
}

/// The work that hangs on it, where this clock is what it is due by.
fn move_work(unit: &mut Uow, row: &deadline::Model, clock: &Clock) {
    let Some(item) = row.item_id else { return };
    unit.update(
        work_item::Entity::update_many()
            .col_expr(work_item::Column::DueAt, Expr::value(clock.due_at))
            .col_expr(work_item::Column::Version, Expr::col(work_item::Column::Version).add(1))
            .filter(work_item::Column::Id.eq(item))
            .filter(work_item::Column::State.eq(ItemState::Open.code()))
            .filter(work_item::Column::DueAt.eq(row.due_at)),
    );
}

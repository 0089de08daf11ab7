//! Giving work to a person, or taking it oneself.

use haqqi_kernel::{Action, Actor, Audit, SubjectKind, Uow, judge, out_of_reach};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use crate::entity::work_item::{Column, Entity};
use crate::item::ItemKind;
use crate::items::{ItemRef, end_alarm};
use crate::sight::Sight;
use crate::state::ItemState;
use crate::store;
use crate::tell::{GIVEN, NewNotice, write};

/// Why work was not given.
#[derive(Debug, thiserror::Error)]
pub enum AssignError {
    /// There is none, or none that this account may see.
    #[error("no such work")]
    NotFound,
    /// Seen, but not for this account to give.
    #[error("only a supervisor gives work to others")]
    NotYours,
    /// Whoever should get it could not open it.
    #[error("not for somebody who may not open it")]
    NotTheirs,
    /// Whoever should get it has a tie to the workplace of which it tells.
    #[error("not for somebody with a tie to the workplace")]
    Tied,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Gives open work to a person, who has no tie to what it tells of. Staff may take what they see and what nobody has; giving it to another, or taking
/// it from one, needs a supervisor of the office.
///
/// # Errors
/// [`AssignError`]; the commit is stale when somebody was faster.
pub async fn assign(unit: &mut Uow, item: ItemRef, to: &Actor) -> Result<(), AssignError> {
    let sight = Sight::of(unit.actor()).map_err(|_| AssignError::NotFound)?;
    let row = store::item(unit, &sight, item.id).await?.ok_or(AssignError::NotFound)?;
    let tied = out_of_reach(unit.house(), to.ties()).await?;
    if row.about.is_some_and(|about| tied.contains(&about)) {
        return Err(AssignError::Tied);
    }
    if !may_open(&row.kind, to) {
        return Err(AssignError::NotTheirs);
    }
    let to = to.account().ok_or(AssignError::NotFound)?;
    let takes = Some(to) == unit.actor().account() && row.assignee.is_none();
    let gives = judge(unit.actor(), Action::AssignWork)
        .is_ok_and(|scope| scope.covers(row.office.as_deref(), row.assignee, false, false));
    if !takes && !gives {
        return Err(AssignError::NotYours);
    }
    let query = Entity::update_many()
        .col_expr(Column::Assignee, Expr::value(Some(to)))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(item.id))
        .filter(Column::Version.eq(item.version))
        .filter(Column::State.eq(ItemState::Open.code()));
    unit.update_one(query);
    if row.kind != ItemKind::Unrouted.code() {
        end_alarm(unit, row.subject_id);
    }
    if gives && Some(to) != unit.actor().account() {
        write(
            unit,
            NewNotice {
                effect: format!("given:{}:{}:{to}", item.id, item.version),
                staff: to,
                kind: GIVEN,
                item: item.id,
                clock: None,
                due_at: Some(row.due_at),
                urgent: false,
                mail_after: None,
            },
        );
    }
    unit.audit(Audit::write("work.assigned", SubjectKind::Staff, to).purpose(row.reference));
    Ok(())
}

/// Whether this account may open work of this kind at all.
fn may_open(kind: &str, to: &Actor) -> bool {
    let opened_by = ItemKind::from_code(kind).map(ItemKind::opened_by).unwrap_or_default();
    opened_by.iter().any(|action| judge(to, *action).is_ok())
}

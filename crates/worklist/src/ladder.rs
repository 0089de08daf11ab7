//! The ladder: what was not done in time climbs. Run as often as wished, by as many workers as there are.

use std::collections::BTreeMap;

use haqqi_kernel::{Actor, Audit, CommitError, House, Job, Role, SubjectKind};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::deadlines::{breach_row, leave, stepped};
use crate::entity::{deadline, rung, work_item};
use crate::state::{DeadlineState, ItemState};
use crate::tell::TELL;

/// The rung that is the breach itself.
pub(crate) const BREACH: &str = "breach";

/// At most so many rungs are looked at in one go.
const MOST: u64 = 500;

/// What one run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Rungs crossed by this run.
    pub crossed: usize,
    /// Deadlines that became breached.
    pub breached: usize,
    /// Deadlines that another worker, or the person concerned, had just changed.
    pub left_to_others: usize,
    /// More are waiting: run again at once.
    pub more: bool,
}

/// Crosses every rung whose time has come, each once: state, history, audit and escalation of one deadline in one
/// unit. After a year offline each rung is crossed once, and work climbs straight to where it belongs.
///
/// # Errors
/// The database's error; what was committed before stays.
pub async fn tick(house: &House) -> Result<Ticked, DbErr> {
    let now = house.now();
    let due = rung::Entity::find()
        .filter(rung::Column::CrossedAt.is_null())
        .filter(rung::Column::At.lt(now))
        .order_by_asc(rung::Column::At)
        .limit(MOST)
        .all(house.reader())
        .await?;
    let mut ticked = Ticked { more: due.len() as u64 == MOST, ..Ticked::default() };
    let mut by_deadline: BTreeMap<Uuid, Vec<rung::Model>> = BTreeMap::new();
    for step in due {
        by_deadline.entry(step.deadline_id).or_default().push(step);
    }
    for (id, steps) in by_deadline {
        let Some(row) = deadline::Entity::find_by_id(id).one(house.reader()).await? else { continue };
        match climb(house, &row, &steps).await {
            Ok(breached) => {
                ticked.crossed += steps.len();
                ticked.breached += usize::from(breached);
            }
            Err(CommitError::Stale | CommitError::Unique(_)) => ticked.left_to_others += 1,
            Err(error) => return Err(DbErr::Custom(error.to_string())),
        }
    }
    Ok(ticked)
}

/// Crosses these rungs of one deadline.
async fn climb(house: &House, row: &deadline::Model, steps: &[rung::Model]) -> Result<bool, CommitError> {
    let mut unit = house.unit(Actor::System);
    let now = unit.now();
    let state = DeadlineState::from_code(&row.state).unwrap_or(DeadlineState::Dropped);
    let running = matches!(state, DeadlineState::Running | DeadlineState::Breached);
    let breach = state == DeadlineState::Running && now > row.due_at;
    let to = if breach { DeadlineState::Breached } else { state };
    // The version guards against the person who meets the deadline at this very moment.
    let mut query = leave(row, to);
    if breach {
        query = query.col_expr(deadline::Column::BreachedAt, Expr::value(Some(row.due_at)));
    }
    unit.update_one(query);
    let kind = subject_kind(&row.subject_kind);
    for step in steps {
        unit.update_one(
            rung::Entity::update_many()
                .col_expr(rung::Column::CrossedAt, Expr::value(Some(now)))
                .filter(rung::Column::DeadlineId.eq(step.deadline_id))
                .filter(rung::Column::Number.eq(step.number))
                .filter(rung::Column::CrossedAt.is_null()),
        );
        if running {
            let what = if step.code == BREACH { "deadline.breached" } else { "deadline.warned" };
            unit.event(stepped(row, step, what));
            // Who is told is worked out by a job of its own: a crash in between loses nobody, and tells nobody twice.
            if row.item_id.is_some() {
                let job = Job::new(TELL, serde_json::json!({ "deadline": row.id, "rung": step.number }));
                unit.job(job.key(format!("tell:{}:{}", row.id, step.number)));
            }
        }
    }
    if breach {
        breach_row(&mut unit, row);
        unit.audit(Audit::write("deadline.breached", kind, row.subject_id).purpose(row.clock.clone()));
    }
    if let (true, Some(item), Some(last)) = (running, row.item_id, steps.last()) {
        escalate(&mut unit, item, last);
    }
    unit.commit().await?;
    Ok(breach)
}

/// Work that nobody has climbs to the role of the highest rung crossed; work that somebody has stays theirs, and the
/// supervisor sees it in the office's queue.
fn escalate(unit: &mut haqqi_kernel::Uow, item: Uuid, step: &rung::Model) {
    let role = match step.who.as_str() {
        "owner" | "worker" => return,
        "on-duty" => Role::DutyOfficer,
        code => Role::from_code(code).unwrap_or(Role::Supervisor),
    };
    let query = work_item::Entity::update_many()
        .col_expr(work_item::Column::Role, Expr::value(Some(role.code())))
        .col_expr(work_item::Column::Version, Expr::col(work_item::Column::Version).add(1))
        .filter(work_item::Column::Id.eq(item))
        .filter(work_item::Column::State.eq(ItemState::Open.code()))
        .filter(work_item::Column::Assignee.is_null());
    unit.update(query);
}

pub(crate) fn subject_kind(code: &str) -> SubjectKind {
    use SubjectKind as K;
    let all = [
        K::Complaint,
        K::Message,
        K::Flag,
        K::Referral,
        K::HandOver,
        K::Establishment,
        K::Visit,
        K::VisitRequest,
        K::CallBack,
        K::Wording,
        K::TextDraft,
        K::Staff,
    ];
    all.into_iter().find(|kind| kind.code() == code).unwrap_or(K::House)
}

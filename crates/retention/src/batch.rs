//! Lists of what is to be erased: one person approves, another confirms, and only then a job carries them out. Whoever
//! decides sees references and dates, and opens no record by it.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Job, Reach, Scope, SubjectKind, Tells, Uow, judge};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::RetentionDesk;
use crate::entity::{erasure_batch, erasure_entry};
use crate::erase::ERASE;
use crate::model::{BatchState, Decision, EntryState, NotSo, decided};
use crate::work;

/// At most so many in the list of lists.
const MOST: u64 = 100;

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its id, never shown.
    pub id: Uuid,
    /// Its number.
    pub number: String,
    /// The class of the schedule, or `on-request`.
    pub class: String,
    /// Office, a code of the pack.
    pub office: Option<String>,
    /// Where it stands.
    pub state: BatchState,
    /// When it was prepared.
    pub prepared_at: DateTime<Utc>,
    /// Who approved it.
    pub approved_by: Option<Uuid>,
    /// Who confirmed it.
    pub confirmed_by: Option<Uuid>,
    /// When it was carried out or refused.
    pub ended_at: Option<DateTime<Utc>>,
    /// How many are on it.
    pub many: u64,
    /// How many were erased.
    pub erased: i32,
    version: i32,
}

/// What stands on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its reference; empty once it was erased.
    pub reference: String,
    /// Since when its time is over.
    pub due_at: DateTime<Utc>,
    /// What became of it.
    pub state: EntryState,
}

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// There is none, or it is not for this account.
    #[error("not found")]
    NotFound,
    /// Whoever approved it cannot confirm it.
    #[error("somebody else has to confirm it")]
    SamePerson,
    /// It was decided in the meantime.
    #[error("this was decided in the meantime")]
    Decided,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// A list is decided as a whole: who has a tie to one of its workplaces leaves it to others.
fn within(scope: &Scope) -> Condition {
    let reached = scope.condition(Tells::OfNone, |reach| match reach {
        Reach::Offices(offices) => {
            Some(Condition::all().add(erasure_batch::Column::Office.is_in(offices.clone())))
        }
        _ => None,
    });
    let tied = scope.complaints_out_of_reach().map(|complaints| {
        let lists = Query::select()
            .column(erasure_entry::Column::BatchId)
            .from(erasure_entry::Entity)
            .and_where(erasure_entry::Column::SubjectId.in_subquery(complaints))
            .to_owned();
        erasure_batch::Column::Id.not_in_subquery(lists)
    });
    Condition::all().add(reached).add_option(tied)
}

impl Batch {
    fn of(row: erasure_batch::Model, many: u64) -> Option<Self> {
        Some(Self {
            id: row.id,
            number: row.number,
            class: row.class,
            office: row.office,
            state: BatchState::from_code(&row.state)?,
            prepared_at: row.prepared_at,
            approved_by: row.approved_by,
            confirmed_by: row.confirmed_by,
            ended_at: row.ended_at,
            many,
            erased: row.erased,
            version: row.version,
        })
    }
}

fn entries_of(batch: Uuid) -> sea_orm::Select<erasure_entry::Entity> {
    erasure_entry::Entity::find().filter(erasure_entry::Column::BatchId.eq(batch))
}

/// The newest lists: those that wait for a decision first.
///
/// # Errors
/// [`BatchError`].
pub async fn batches(desk: &RetentionDesk, actor: &Actor) -> Result<Vec<Batch>, BatchError> {
    let house = &desk.site().house;
    let scope = judge(actor, Action::ApproveErasure).map_err(|_| BatchError::NotFound)?;
    let rows = erasure_batch::Entity::find()
        .filter(within(&scope))
        // What goes by itself is decided by nobody: it stands in the report.
        .filter(erasure_batch::Column::ConfirmedBy.is_not_null().or(erasure_batch::Column::State.ne("done")))
        .order_by_desc(erasure_batch::Column::Id)
        .limit(MOST)
        .all(house.reader())
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let many = entries_of(row.id).count(house.reader()).await?;
        all.extend(Batch::of(row, many));
    }
    all.sort_by_key(|batch| !matches!(batch.state, BatchState::Prepared | BatchState::Approved));
    Ok(all)
}

/// One list, with what stands on it.
///
/// # Errors
/// [`BatchError`].
pub async fn batch(
    desk: &RetentionDesk,
    actor: &Actor,
    number: &str,
) -> Result<(Batch, Vec<Entry>), BatchError> {
    let house = &desk.site().house;
    let scope = judge(actor, Action::ApproveErasure).map_err(|_| BatchError::NotFound)?;
    let row = erasure_batch::Entity::find()
        .filter(erasure_batch::Column::Number.eq(number))
        .filter(within(&scope))
        .one(house.reader())
        .await?
        .ok_or(BatchError::NotFound)?;
    let rows = entries_of(row.id)
        .order_by_asc(erasure_entry::Column::DueAt)
        .order_by_asc(erasure_entry::Column::Id)
        .all(house.reader())
        .await?;
    let many = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let entries = rows.into_iter().filter_map(|row| {
        let state = EntryState::from_code(&row.state)?;
        Some(Entry { reference: row.reference, due_at: row.due_at, state })
    });
    let entries = entries.collect();
    Ok((Batch::of(row, many).ok_or(BatchError::NotFound)?, entries))
}

async fn decide(
    desk: &RetentionDesk,
    actor: &Actor,
    number: &str,
    decision: Decision,
) -> Result<(), BatchError> {
    use erasure_batch::Column as C;
    let house = &desk.site().house;
    let own = actor.account().ok_or(BatchError::NotFound)?;
    let (found, _) = batch(desk, actor, number).await?;
    let to = decided(found.state, found.approved_by, decision, own).map_err(|not| match not {
        NotSo::Decided => BatchError::Decided,
        NotSo::SamePerson => BatchError::SamePerson,
    })?;
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    let mut row = erasure_batch::Entity::update_many()
        .col_expr(C::State, Expr::value(to.code()))
        .col_expr(C::Version, Expr::value(found.version + 1))
        .filter(C::Id.eq(found.id))
        .filter(C::Version.eq(found.version));
    let what = match decision {
        Decision::Approve => {
            row = row
                .col_expr(C::ApprovedAt, Expr::value(Some(now)))
                .col_expr(C::ApprovedBy, Expr::value(Some(own)));
            // It waits for the second person from now on.
            work::decided(&mut unit, found.id);
            work::list_waits(&mut unit, found.id, &found.number, found.office.as_deref());
            "erasure.approve"
        }
        Decision::Confirm => {
            row = row
                .col_expr(C::ConfirmedAt, Expr::value(Some(now)))
                .col_expr(C::ConfirmedBy, Expr::value(Some(own)));
            unit.job(job(found.id, 0));
            work::decided(&mut unit, found.id);
            "erasure.confirm"
        }
        Decision::Refuse => {
            row = row.col_expr(C::EndedAt, Expr::value(Some(now)));
            work::decided(&mut unit, found.id);
            "erasure.refuse"
        }
    };
    unit.update_one(row);
    if decision == Decision::Refuse {
        for entry in entries_of(found.id).all(house.reader()).await? {
            let left = leaves(&unit, EntryState::Left, entry.id);
            unit.update(left.filter(erasure_entry::Column::Id.eq(entry.id)));
        }
    }
    unit.audit(Audit::write(what, SubjectKind::House, found.id).purpose(found.number));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale) => Err(BatchError::Decided),
        Err(error) => Err(error.into()),
    }
}

/// The job that carries a list out, in rounds.
pub(crate) fn job(batch: Uuid, round: u64) -> Job {
    let payload = serde_json::json!({ "batch": batch, "round": round });
    Job::new(ERASE, payload).key(format!("erase:{batch}:{round}"))
}

/// The first person approves a list.
///
/// # Errors
/// [`BatchError`].
pub async fn approve(desk: &RetentionDesk, actor: &Actor, number: &str) -> Result<(), BatchError> {
    decide(desk, actor, number, Decision::Approve).await
}

/// The second person confirms it: from now on it is carried out.
///
/// # Errors
/// [`BatchError`].
pub async fn confirm(desk: &RetentionDesk, actor: &Actor, number: &str) -> Result<(), BatchError> {
    decide(desk, actor, number, Decision::Confirm).await
}

/// Either of them refuses it. What stands on it comes back after a month.
///
/// # Errors
/// [`BatchError`].
pub async fn refuse(desk: &RetentionDesk, actor: &Actor, number: &str) -> Result<(), BatchError> {
    decide(desk, actor, number, Decision::Refuse).await
}

/// What waits leaves its list, in this state. `place` is its own from now on.
fn leaves(unit: &Uow, to: EntryState, place: Uuid) -> sea_orm::UpdateMany<erasure_entry::Entity> {
    use erasure_entry::Column as C;
    erasure_entry::Entity::update_many()
        .col_expr(C::State, Expr::value(to.code()))
        .col_expr(C::EndedAt, Expr::value(Some(unit.now())))
        .col_expr(C::Place, Expr::value(place.to_string()))
        .filter(C::State.eq(EntryState::Waiting.code()))
}

/// Takes a complaint from the list on which it waits, if it does: a hold was put on it.
pub(crate) fn hold_back(unit: &mut Uow, complaint: Uuid) {
    let place = unit.id();
    let query = leaves(unit, EntryState::Held, place).filter(erasure_entry::Column::SubjectId.eq(complaint));
    unit.update(query);
}

//! Clocks that ran out: each stays visible, and a reason is asked for, from the pack's list and in words.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Audit, Event, House, OpenError, SubjectKey, Uow};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use crate::entity::{breach, deadline, work_item};
use crate::ladder::subject_kind;
use crate::queue::{QueueRow, row_of};
use crate::sight::Sight;

/// The field under which the words of a reason are sealed.
const FIELD: &str = "breach.words";

/// A clock that ran out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The deadline.
    pub deadline: Uuid,
    /// What it was for.
    pub subject: Uuid,
    /// The clock's code.
    pub clock: String,
    /// When it was due.
    pub due_at: DateTime<Utc>,
    /// When it was met after all.
    pub met_at: Option<DateTime<Utc>>,
    /// Why: a code of the pack. None: nobody has said.
    pub reason: Option<String>,
    /// Whether words go with it.
    pub has_words: bool,
    /// Who said it.
    pub said_by: Option<Uuid>,
    /// When.
    pub said_at: Option<DateTime<Utc>>,
    /// The work, where the clock hung on one.
    pub work: Option<QueueRow>,
}

/// Why a reason was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ExplainError {
    /// There is no such breach, or none of this account's.
    #[error("no such breach")]
    NotFound,
    /// Somebody has said why.
    #[error("a reason was given before")]
    Already,
    /// The key of what it is about is gone.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// The breaches of work that is seen.
fn seen(sight: &Sight) -> Select<breach::Entity> {
    use deadline::Column as D;
    let of = Query::select()
        .expr(Expr::value(1))
        .from(deadline::Entity)
        .inner_join(
            work_item::Entity,
            Expr::col((work_item::Entity, work_item::Column::Id)).equals((deadline::Entity, D::ItemId)),
        )
        .and_where(Expr::col((deadline::Entity, D::Id)).equals((breach::Entity, breach::Column::DeadlineId)))
        .cond_where(sight.condition())
        .to_owned();
    breach::Entity::find().filter(Condition::all().add(Expr::exists(of)))
}

fn with_reason(rows: Select<breach::Entity>, given: bool) -> Select<breach::Entity> {
    use breach::Column as C;
    rows.filter(if given { C::Reason.is_not_null() } else { C::Reason.is_null() })
}

/// How many clocks ran out of which nobody has said why.
///
/// # Errors
/// The database's error.
pub async fn unexplained(house: &House, sight: &Sight) -> Result<u64, DbErr> {
    with_reason(seen(sight), false).count(house.reader()).await
}

/// How many clocks ran out of which somebody has said why.
///
/// # Errors
/// The database's error.
pub async fn explained(house: &House, sight: &Sight) -> Result<u64, DbErr> {
    with_reason(seen(sight), true).count(house.reader()).await
}

/// Which of these pieces of work a clock hangs on that ran out.
///
/// # Errors
/// The database's error.
pub async fn ran_out(house: &House, items: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Option<Uuid>> = deadline::Entity::find()
        .select_only()
        .column(deadline::Column::ItemId)
        .filter(deadline::Column::ItemId.is_in(items.to_vec()))
        .filter(deadline::Column::BreachedAt.is_not_null())
        .into_tuple()
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().flatten().collect())
}

/// The clocks that ran out last, with or without a reason.
///
/// # Errors
/// The database's error.
pub async fn breaches(house: &House, sight: &Sight, given: bool, most: u64) -> Result<Vec<Breach>, DbErr> {
    let rows = with_reason(seen(sight), given)
        .order_by_desc(breach::Column::BreachedAt)
        .order_by_desc(breach::Column::DeadlineId)
        .limit(most)
        .all(house.reader())
        .await?;
    with_work(house, rows).await
}

/// One clock that ran out, if this account may open the work it hung on.
///
/// # Errors
/// The database's error.
pub async fn breach(house: &House, sight: &Sight, deadline: Uuid) -> Result<Option<Breach>, DbErr> {
    let rows = seen(sight).filter(breach::Column::DeadlineId.eq(deadline)).all(house.reader()).await?;
    Ok(with_work(house, rows).await?.pop())
}

async fn with_work(house: &House, rows: Vec<breach::Model>) -> Result<Vec<Breach>, DbErr> {
    let ids = rows.iter().map(|row| row.deadline_id).collect::<Vec<_>>();
    let deadlines =
        deadline::Entity::find().filter(deadline::Column::Id.is_in(ids)).all(house.reader()).await?;
    let items = deadlines.iter().filter_map(|row| row.item_id).collect::<Vec<_>>();
    let items =
        work_item::Entity::find().filter(work_item::Column::Id.is_in(items)).all(house.reader()).await?;
    Ok(rows.iter().filter_map(|row| shown(row, &deadlines, &items)).collect())
}

/// The clocks of one subject that ran out, the earliest first.
///
/// # Errors
/// The database's error.
pub async fn breaches_of(house: &House, subject: Uuid) -> Result<Vec<Breach>, DbErr> {
    let deadlines = deadline::Entity::find()
        .filter(deadline::Column::SubjectId.eq(subject))
        .filter(deadline::Column::BreachedAt.is_not_null())
        .order_by_asc(deadline::Column::DueAt)
        .all(house.reader())
        .await?;
    let ids = deadlines.iter().map(|row| row.id).collect::<Vec<_>>();
    let rows =
        breach::Entity::find().filter(breach::Column::DeadlineId.is_in(ids)).all(house.reader()).await?;
    let in_order = deadlines.iter().filter_map(|due| rows.iter().find(|row| row.deadline_id == due.id));
    Ok(in_order.filter_map(|row| shown(row, &deadlines, &[])).collect())
}

fn shown(row: &breach::Model, deadlines: &[deadline::Model], items: &[work_item::Model]) -> Option<Breach> {
    let due = deadlines.iter().find(|due| due.id == row.deadline_id)?;
    let item = items.iter().find(|item| Some(item.id) == due.item_id);
    Some(Breach {
        deadline: row.deadline_id,
        subject: due.subject_id,
        clock: due.clock.clone(),
        due_at: due.due_at,
        met_at: due.met_at,
        reason: row.reason.clone(),
        has_words: row.words.is_some(),
        said_by: row.said_by,
        said_at: row.said_at,
        work: item.cloned().map(row_of),
    })
}

/// Writes why a clock ran out. The first reason stands; whoever may open the work may say it.
///
/// # Errors
/// [`ExplainError`]; the commit is stale when somebody was faster.
pub async fn explain(
    unit: &mut Uow,
    sight: &Sight,
    deadline: Uuid,
    reason: &str,
    words: &str,
) -> Result<(), ExplainError> {
    let due = deadline::Entity::find_by_id(deadline).one(unit.reader()).await?;
    let due = due.ok_or(ExplainError::NotFound)?;
    let item = due.item_id.ok_or(ExplainError::NotFound)?;
    crate::store::item(unit, sight, item).await?.ok_or(ExplainError::NotFound)?;
    let row = breach::Entity::find_by_id(deadline).one(unit.reader()).await?.ok_or(ExplainError::NotFound)?;
    if row.reason.is_some() {
        return Err(ExplainError::Already);
    }
    let sealed = match words.trim() {
        "" => None,
        words => {
            // Of a complaint, under its key: it is erased with it.
            let key = unit.house().subject_key(due.subject_id).await;
            let key: SubjectKey = match key {
                Ok(key) => key,
                Err(_) => {
                    let own = unit.id();
                    unit.new_subject(own)
                }
            };
            Some((key.subject(), unit.seal(&key, FIELD, words)))
        }
    };
    let (words_key, words) = sealed.unzip();
    use breach::Column as C;
    unit.update_one(
        breach::Entity::update_many()
            .col_expr(C::Reason, Expr::value(Some(reason.to_owned())))
            .col_expr(C::Words, Expr::value(words))
            .col_expr(C::WordsKey, Expr::value(words_key))
            .col_expr(C::SaidBy, Expr::value(unit.actor().account()))
            .col_expr(C::SaidAt, Expr::value(Some(unit.now())))
            .filter(C::DeadlineId.eq(deadline))
            .filter(C::Reason.is_null()),
    );
    let kind = subject_kind(&due.subject_kind);
    unit.audit(Audit::write("deadline.explain", kind, due.subject_id).purpose(reason.to_owned()));
    unit.event(
        Event::new(kind, due.subject_id, "deadline.explained")
            .office(due.office.as_deref())
            .dim("clock", due.clock.clone())
            .dim("reason", reason.to_owned()),
    );
    Ok(())
}

/// The words that go with the reasons of these breaches, opened: each read is audited before it is shown.
///
/// # Errors
/// The database's error, or a commit that failed.
pub async fn words_of(mut unit: Uow, of: &[Breach]) -> Result<Vec<(Uuid, String)>, DbErr> {
    let house = unit.house().clone();
    let ids = of.iter().filter(|one| one.has_words).map(|one| one.deadline).collect::<Vec<_>>();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows =
        breach::Entity::find().filter(breach::Column::DeadlineId.is_in(ids)).all(house.reader()).await?;
    for row in &rows {
        if let Some(subject) = row.words_key {
            unit.audit(Audit::read("breach.read", haqqi_kernel::SubjectKind::House, subject).purpose("late"));
        }
    }
    let proof = unit.commit().await.map_err(|error| DbErr::Custom(error.to_string()))?;
    let mut found = Vec::new();
    for row in rows {
        let (Some(subject), Some(words)) = (row.words_key, row.words) else { continue };
        // What was erased since has no words any more.
        if let Ok(key) = house.subject_key(subject).await
            && let Ok(words) = house.open(&proof, &key, FIELD, &words)
        {
            found.push((row.deadline_id, words));
        }
    }
    Ok(found)
}

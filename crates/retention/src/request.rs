//! A worker wishes that what she told be erased. An officer writes it down; somebody else decides, with a reason; granted,
//! it becomes a list of one, that a second person confirms. While the complaint is open, or something holds it, nobody can
//! grant it.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_complaints::{Erasable, erasable_by_reference, erasable_of};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, House, OpenError, Reach, Reason, Reference, Scope, SubjectKind, Tells,
    Uow, happened_to, judge,
};
use haqqi_screening::talks;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use crate::RetentionDesk;
use crate::bars::{Bar, bars};
use crate::entity::erasure_request::{ActiveModel, Column, Entity, Model};
use crate::model::{BatchState, ON_REQUEST, WAYS};
use crate::prepare::{NewBatch, write_batch, write_entry};
use crate::work::{decided, wish_waits};

/// Fewest and most characters of a reason.
const WORDS: std::ops::RangeInclusive<usize> = 10..=2_000;
/// So long after she was met, or wrote, her wish may be written down.
const RECENT: TimeDelta = TimeDelta::days(30);
/// At most so many in the list.
const MOST: u64 = 200;

/// A wish as staff see it.
#[derive(Debug, Clone)]
pub struct Request {
    /// The complaint's reference; empty once it was erased.
    pub reference: String,
    /// How she said it, one of [`WAYS`].
    pub way: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Who wrote it down.
    pub recorded_by: Uuid,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// `granted` or `refused`.
    pub decision: Option<String>,
    /// Why.
    pub why: String,
}

/// A complaint, what she wished of it, and what stands in the way.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The complaint's reference.
    pub reference: Reference,
    /// The newest wish.
    pub request: Option<Request>,
    /// What stands in the way of erasing it now.
    pub bars: Vec<Bar>,
}

/// Why nothing was written down or decided.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// There is none, or it is not for this account.
    #[error("not found")]
    NotFound,
    /// No way of the list.
    #[error("no such way")]
    Way,
    /// The history shows neither a talk with her alone nor, for a message, one of hers within the last days.
    #[error("nothing shows that it was she")]
    NotShown,
    /// No reason, or too long a one.
    #[error("a reason has 10 to 2000 characters")]
    Why,
    /// Whoever wrote it down cannot decide it.
    #[error("somebody else has to decide it")]
    SamePerson,
    /// One waits already, or it was decided in the meantime.
    #[error("this changed in the meantime")]
    Changed,
    /// Something stands in the way.
    #[error("something stands in the way")]
    Barred(Vec<Bar>),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
}

fn changed(error: CommitError) -> RequestError {
    match error {
        CommitError::Stale | CommitError::Unique(_) => RequestError::Changed,
        other => other.into(),
    }
}

fn within(scope: &Scope) -> Condition {
    scope.condition(Tells::of(Column::ComplaintId), |reach| match reach {
        Reach::Offices(offices) => Some(Condition::all().add(Column::Office.is_in(offices.clone()))),
        _ => None,
    })
}

/// Writes down that she wishes it.
///
/// # Errors
/// [`RequestError`].
pub async fn record_request(
    desk: &RetentionDesk,
    actor: &Actor,
    reference: Reference,
    way: &str,
) -> Result<(), RequestError> {
    let house = &desk.site().house;
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| RequestError::NotFound)?;
    let own = actor.account().ok_or(RequestError::NotFound)?;
    let of = erasable_by_reference(house, &scope, reference).await?.ok_or(RequestError::NotFound)?;
    if !WAYS.contains(&way) {
        return Err(RequestError::Way);
    }
    if !shown(house, of.id, way).await? {
        return Err(RequestError::NotShown);
    }
    let mut unit = house.unit(actor.clone());
    let id = unit.id();
    unit.insert(ActiveModel {
        id: Set(id),
        complaint_id: Set(of.id),
        place: Set(of.id.to_string()),
        reference: Set(reference.to_string()),
        office: Set(of.office.clone()),
        way: Set(way.to_owned()),
        asked_at: Set(unit.now()),
        recorded_by: Set(own),
        decided_at: Set(None),
        decided_by: Set(None),
        decision: Set(None),
        why: Set(None),
    });
    wish_waits(&mut unit, of.id, &reference.to_string(), of.office.as_deref());
    unit.audit(Audit::write("erasure.ask", SubjectKind::Complaint, of.id).purpose(way));
    unit.commit().await.map(|_| ()).map_err(changed)
}

/// Whether the history shows that it was she who asked: a talk with her alone, or a message behind a code that nobody of the
/// staff has seen.
async fn shown(house: &House, complaint: Uuid, way: &str) -> Result<bool, DbErr> {
    let since = house.now() - RECENT;
    if way != "message" {
        return Ok(!talks(house, complaint, since).await?.is_empty());
    }
    let messages = happened_to(house, complaint, "complaint.message-in", Some(since)).await?;
    Ok(messages.iter().any(|message| message.dim("code") == Some("hers")))
}

/// The complaint, for those who work on it and those who decide: nothing of its inside.
async fn reached(
    desk: &RetentionDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<Erasable, RequestError> {
    let house = &desk.site().house;
    if let Ok(scope) = judge(actor, Action::WorkComplaint)
        && let Some(of) = erasable_by_reference(house, &scope, reference).await?
    {
        return Ok(of);
    }
    let scope = judge(actor, Action::ApproveErasure).map_err(|_| RequestError::NotFound)?;
    let row = Entity::find()
        .filter(Column::Reference.eq(reference.to_string()))
        .filter(within(&scope))
        .one(house.reader())
        .await?
        .ok_or(RequestError::NotFound)?;
    erasable_of(house, row.complaint_id).await?.ok_or(RequestError::NotFound)
}

/// What she wished of this complaint, and what stands in the way.
///
/// # Errors
/// [`RequestError`].
pub async fn request_of(
    desk: &RetentionDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<Wish, RequestError> {
    let house = &desk.site().house;
    let of = reached(desk, actor, reference).await?;
    let row = Entity::find()
        .filter(Column::ComplaintId.eq(of.id))
        .order_by_desc(Column::Id)
        .one(house.reader())
        .await?;
    let request = match row {
        Some(row) => Some(opened(desk, actor, row).await?),
        None => None,
    };
    Ok(Wish { reference, request, bars: bars(desk, &of, ON_REQUEST).await? })
}

async fn opened(desk: &RetentionDesk, actor: &Actor, row: Model) -> Result<Request, RequestError> {
    let house = &desk.site().house;
    let why = match &row.why {
        None => String::new(),
        Some(sealed) => {
            let key = house.subject_key(row.complaint_id).await?;
            let mut unit = house.unit(actor.clone());
            unit.audit(Audit::read("erasure.read", SubjectKind::Complaint, row.complaint_id));
            let proof = unit.commit().await?;
            house.open(&proof, &key, "erasure.why", sealed)?
        }
    };
    Ok(Request {
        reference: row.reference,
        way: row.way,
        asked_at: row.asked_at,
        recorded_by: row.recorded_by,
        decided_at: row.decided_at,
        decision: row.decision,
        why,
    })
}

/// Wishes that wait for a decision.
///
/// # Errors
/// [`RequestError`].
pub async fn requests(desk: &RetentionDesk, actor: &Actor) -> Result<Vec<Request>, RequestError> {
    let house = &desk.site().house;
    let scope = judge(actor, Action::ApproveErasure).map_err(|_| RequestError::NotFound)?;
    let rows = Entity::find()
        .filter(Column::DecidedAt.is_null())
        .filter(within(&scope))
        .order_by_asc(Column::AskedAt)
        .limit(MOST)
        .all(house.reader())
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(opened(desk, actor, row).await?);
    }
    Ok(all)
}

/// Decides a wish. Granted, it stands on a list of its own that a second person has to confirm.
///
/// # Errors
/// [`RequestError`]; then nothing was decided.
pub async fn decide_request(
    desk: &RetentionDesk,
    actor: &Actor,
    reference: Reference,
    grant: bool,
    why: &str,
) -> Result<(), RequestError> {
    let house = &desk.site().house;
    let scope = judge(actor, Action::ApproveErasure).map_err(|_| RequestError::NotFound)?;
    let own = actor.account().ok_or(RequestError::NotFound)?;
    let row = Entity::find()
        .filter(Column::Reference.eq(reference.to_string()))
        .filter(Column::DecidedAt.is_null())
        .filter(within(&scope))
        .one(house.reader())
        .await?
        .ok_or(RequestError::NotFound)?;
    if row.recorded_by == own {
        return Err(RequestError::SamePerson);
    }
    let why = Reason::parse(why).ok().filter(|why| WORDS.contains(&why.length())).ok_or(RequestError::Why)?;
    let of = erasable_of(house, row.complaint_id).await?.ok_or(RequestError::NotFound)?;
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    if grant {
        let in_the_way = bars(desk, &of, ON_REQUEST).await?;
        if !in_the_way.is_empty() {
            return Err(RequestError::Barred(in_the_way));
        }
        let new = NewBatch {
            class: ON_REQUEST,
            office: of.office.as_deref(),
            state: BatchState::Approved,
            approved_by: Some(own),
            erased: 0,
        };
        let batch = write_batch(&mut unit, &new);
        write_entry(&mut unit, batch, &of, now);
    }
    decided(&mut unit, row.complaint_id);
    let key = house.subject_key(row.complaint_id).await?;
    let sealed = unit.seal(&key, "erasure.why", why.as_str());
    let decision = if grant { "granted" } else { "refused" };
    unit.update_one(
        Entity::update_many()
            .col_expr(Column::Place, Expr::value(row.id.to_string()))
            .col_expr(Column::DecidedAt, Expr::value(Some(now)))
            .col_expr(Column::DecidedBy, Expr::value(Some(own)))
            .col_expr(Column::Decision, Expr::value(Some(decision)))
            .col_expr(Column::Why, Expr::value(Some(sealed)))
            .filter(Column::Id.eq(row.id))
            .filter(Column::DecidedAt.is_null()),
    );
    unit.audit(Audit::write("erasure.decide", SubjectKind::Complaint, row.complaint_id).purpose(decision));
    unit.commit().await.map(|_| ()).map_err(changed)
}

/// Erases reference and reasons of the wishes, within the unit that erases the complaint.
pub(crate) fn erase_requests(unit: &mut Uow, complaint: Uuid) {
    unit.update(
        Entity::update_many()
            .col_expr(Column::Reference, Expr::value(""))
            .col_expr(Column::Why, Expr::value(Option::<Vec<u8>>::None))
            .filter(Column::ComplaintId.eq(complaint)),
    );
}

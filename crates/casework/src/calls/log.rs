//! What the call log tells: whether and when she was met alone, on which days she was tried, and all of it to be read.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use haqqi_complaints::{Desk, ReadError, Summary};
use haqqi_kernel::{Action, Actor, judge};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use super::{Attempt, CallError, FIELD, Interpreter, Person, Private, Tried, Way};
use crate::audited::to_read;
use crate::entity::contact_attempt;

/// Complaints asked for in one query, under the databases' limit of bound values.
const AT_ONCE: usize = 500;

/// The last talk with her in private: its id and when.
pub(crate) async fn last_alone(desk: &Desk, complaint: Uuid) -> Result<Option<(Uuid, DateTime<Utc>)>, DbErr> {
    let row = alone(complaint).one(desk.site.house.reader()).await?;
    Ok(row.map(|row| (row.id, row.at)))
}

/// The last talk in private with each of these, where there was one.
pub(crate) async fn last_talks(
    desk: &Desk,
    complaints: &[Uuid],
) -> Result<HashMap<Uuid, DateTime<Utc>>, DbErr> {
    use contact_attempt::Column as C;
    let mut talks = HashMap::new();
    for ids in complaints.chunks(AT_ONCE) {
        let rows = contact_attempt::Entity::find()
            .select_only()
            .column(C::ComplaintId)
            .column_as(C::At.max(), "last")
            .filter(C::ComplaintId.is_in(ids.iter().copied()))
            .filter(in_private())
            .group_by(C::ComplaintId)
            .into_tuple::<(Uuid, DateTime<Utc>)>();
        talks.extend(rows.all(desk.site.house.reader()).await?);
    }
    Ok(talks)
}

/// By what this person last spoke with her in private since then, if at all.
pub(crate) async fn alone_with(
    desk: &Desk,
    complaint: Uuid,
    account: Uuid,
    since: DateTime<Utc>,
) -> Result<Option<Way>, DbErr> {
    use contact_attempt::Column as C;
    let row = alone(complaint)
        .filter(C::NotedBy.eq(account))
        .filter(C::At.gte(since))
        .one(desk.site.house.reader())
        .await?;
    Ok(row.and_then(|row| Way::from_code(&row.way)))
}

/// Talks with her in private, the last one first.
fn alone(complaint: Uuid) -> Select<contact_attempt::Entity> {
    use contact_attempt::Column as C;
    contact_attempt::Entity::find()
        .filter(C::ComplaintId.eq(complaint))
        .filter(in_private())
        .order_by_desc(C::At)
}

/// What counts as a talk with her in private.
fn in_private() -> Condition {
    use contact_attempt::Column as C;
    Condition::all()
        .add(C::Person.eq(Person::Worker.code()))
        .add(C::Result.eq(Tried::Spoke.code()))
        .add(C::Private.eq(Private::Alone.code()))
}

/// Whether anybody has tried to reach her since then, and has not.
pub(crate) async fn tried_since(desk: &Desk, complaint: Uuid, since: DateTime<Utc>) -> Result<bool, DbErr> {
    let since = contact_attempt::Column::At.gte(since);
    Ok(missed(complaint).filter(since).one(desk.site.house.reader()).await?.is_some())
}

/// Attempts to reach her that did not.
fn missed(complaint: Uuid) -> Select<contact_attempt::Entity> {
    use contact_attempt::Column as C;
    contact_attempt::Entity::find()
        .filter(C::ComplaintId.eq(complaint))
        .filter(C::Person.is_in([Person::Worker.code(), Person::Trusted.code()]))
        .filter(C::Result.ne(Tried::Spoke.code()))
}

/// The days on which she was tried and not reached, each once, in the zone of the office.
pub(crate) async fn days_tried(desk: &Desk, complaint: &Summary) -> Result<Vec<NaiveDate>, DbErr> {
    let by_time = missed(complaint.id).order_by_asc(contact_attempt::Column::At);
    let rows = by_time.all(desk.site.house.reader()).await?;
    let calendar = desk.clocks().calendar(complaint.office.as_deref());
    let mut days: Vec<_> = rows.into_iter().map(|row| calendar.date(row.at)).collect();
    days.dedup();
    Ok(days)
}

/// All attempts, the newest first. Reading them is an entry of the audit.
///
/// # Errors
/// [`CallError`].
pub async fn attempts(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<Vec<Attempt>, CallError> {
    judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let house = &desk.site.house;
    let rows = contact_attempt::Entity::find()
        .filter(contact_attempt::Column::ComplaintId.eq(complaint.id))
        .order_by_desc(contact_attempt::Column::At)
        .order_by_desc(contact_attempt::Column::Id)
        .all(house.reader())
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let (key, proof) = to_read::<CallError>(desk, actor, complaint.id, "complaint.read-contacts").await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let note = row.note.as_ref().map(|sealed| house.open(&proof, &key, FIELD, sealed)).transpose()?;
        all.push(Attempt {
            id: row.id,
            at: row.at,
            by: row.noted_by,
            person: Person::from_code(&row.person).unwrap_or(Person::Other),
            way: Way::from_code(&row.way).unwrap_or(Way::Phone),
            language: row.language,
            interpreter: Interpreter::from_code(&row.interpreter).unwrap_or(Interpreter::None),
            private: Private::from_code(&row.private).unwrap_or(Private::Unknown),
            result: Tried::from_code(&row.result).unwrap_or(Tried::NoAnswer),
            note: note.unwrap_or_default(),
            next_at: row.next_at,
        });
    }
    Ok(all)
}

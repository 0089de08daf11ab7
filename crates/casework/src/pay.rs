//! Pay that was agreed, followed until she has it: instalments with their days, each a piece of work on its day; what was
//! seen of them, and by what; and the outcome that follows from that, for nobody says “paid” of what nobody saw.

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use haqqi_complaints::{Desk, LONGEST_TEXT, ReadError, State, Summary, summary};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, OpenError, Reference, SubjectKey, SubjectKind, Uow, judge,
};
use haqqi_wages::LARGEST_AMOUNT;
use haqqi_worklist::{About, ItemKind, NewItem, UnknownClock, finish_items, open_item};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audited::to_read;
use crate::bars::{Bar, bars};
use crate::entity::instalment;

mod later;
mod model;
pub(crate) use later::follow_again;
use later::looked_again_on;
pub(crate) use later::{end_reminders, look_again};
pub use model::{Evidence, PayState, Recovered, recovered};

/// The field under which amounts and notes are sealed.
const FIELD: &str = "casework.instalment";
/// The clock after which a settlement that nobody saw paid is looked at again.
const VERIFIED: &str = "pay-verified";
/// Most instalments of one agreement.
pub(crate) const MOST: usize = 24;
/// How far ahead an instalment may be due.
const LONGEST: TimeDelta = TimeDelta::days(3 * 366);

/// An instalment to be agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewInstalment {
    /// The day on which it is due.
    pub due_on: NaiveDate,
    /// In minor units.
    pub amount: i64,
}

/// What was seen of an instalment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Paid, in part, or not.
    pub state: PayState,
    /// How much of it she has, where it was paid in part.
    pub amount: Option<i64>,
    /// By what it was seen.
    pub evidence: Option<Evidence>,
    /// For the office alone.
    pub note: String,
}

/// An instalment, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instalment {
    /// 1 for the first of a complaint.
    pub number: i32,
    /// The day on which it is due.
    pub due_on: NaiveDate,
    /// Agreed, in minor units.
    pub amount: i64,
    /// Received, in minor units.
    pub received: i64,
    /// What became of it.
    pub state: PayState,
    /// By what that was seen.
    pub evidence: Option<Evidence>,
    /// What was noted.
    pub note: String,
    /// When it was looked at.
    pub seen_at: Option<DateTime<Utc>>,
    /// By whom.
    pub seen_by: Option<Uuid>,
    id: Uuid,
    version: i32,
}

/// What is sealed.
#[derive(Serialize, Deserialize, Default)]
struct Content {
    amount: i64,
    #[serde(default)]
    received: i64,
    #[serde(default)]
    note: String,
}

/// Why nothing was kept.
#[derive(Debug, thiserror::Error)]
pub enum PayError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Nothing is agreed, more than 24 instalments, an amount that cannot be.
    #[error("say what was agreed")]
    Amount,
    /// Its day lies before the complaint, more than three years ahead, or not after the one before it.
    #[error("not on this day")]
    Day,
    /// No such instalment.
    #[error("no such instalment")]
    Nothing,
    /// Paid, and nobody says by what it was seen.
    #[error("by what was it seen?")]
    Evidence,
    /// The note is longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// A strong flag or one of danger was not dismissed: nothing is agreed with the employer (`safeguards.md` 10).
    #[error("a strong flag bars it")]
    FlagOpen,
    /// Nobody has acknowledged it yet, or it is closed.
    #[error("not in this state")]
    State,
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The commit's answer; unique or stale when another was faster.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

async fn rows_of(desk: &Desk, complaint: Uuid) -> Result<Vec<instalment::Model>, DbErr> {
    instalment::Entity::find()
        .filter(instalment::Column::ComplaintId.eq(complaint))
        .order_by_asc(instalment::Column::Number)
        .all(desk.site.house.reader())
        .await
}

/// All instalments of a complaint. Reading them is an entry of the audit.
///
/// # Errors
/// [`PayError`].
pub async fn instalments(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
) -> Result<Vec<Instalment>, PayError> {
    judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let rows = rows_of(desk, complaint.id).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let house = &desk.site.house;
    let (key, proof) = to_read::<PayError>(desk, actor, complaint.id, "complaint.read-pay").await?;
    let opened = |row: instalment::Model| {
        let text = house.open(&proof, &key, FIELD, &row.content)?;
        let content: Content = serde_json::from_str(&text).map_err(|_| OpenError::Broken)?;
        Ok(Instalment {
            id: row.id,
            number: row.number,
            due_on: row.due_on,
            amount: content.amount,
            received: content.received,
            state: PayState::from_code(&row.state).ok_or(OpenError::Broken)?,
            evidence: row.evidence.as_deref().and_then(Evidence::from_code),
            note: content.note,
            seen_at: row.seen_at,
            seen_by: row.seen_by,
            version: row.version,
        })
    };
    rows.into_iter().map(opened).collect()
}

/// Keeps what was agreed: the instalments that were due before are replaced by these.
///
/// # Errors
/// [`PayError`]; then nothing was written.
pub async fn agree_pay(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    agreed: &[NewInstalment],
) -> Result<(), PayError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    // A sum that a court or an inspector set is followed whatever the kind; what a flag is open about is not bargained.
    if bars(desk, actor, &complaint).await?.contains(&Bar::Flag) {
        return Err(PayError::FlagOpen);
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    keep_agreed(desk, &mut unit, &complaint, &key, agreed).await?;
    unit.commit().await?;
    Ok(())
}

/// The same within the unit of who holds the session in which it was agreed.
pub(crate) async fn keep_agreed(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    key: &SubjectKey,
    agreed: &[NewInstalment],
) -> Result<(), PayError> {
    if matches!(complaint.state, State::Received | State::Closed) {
        return Err(PayError::State);
    }
    let total = agreed.iter().try_fold(0i64, |sum, one| sum.checked_add(one.amount));
    let wrong = agreed.iter().any(|one| one.amount <= 0);
    if agreed.is_empty() || agreed.len() > MOST || wrong || total.is_none_or(|sum| sum > LARGEST_AMOUNT) {
        return Err(PayError::Amount);
    }
    let first = complaint.received_at.date_naive();
    let last = unit.now().date_naive() + LONGEST;
    let outside = agreed.iter().any(|one| one.due_on < first || one.due_on > last);
    if outside || agreed.windows(2).any(|two| matches!(two, [a, b] if a.due_on >= b.due_on)) {
        return Err(PayError::Day);
    }
    let before = rows_of(desk, complaint.id).await?;
    for row in before.iter().filter(|row| row.state == PayState::Due.code()) {
        unit.update_one(
            instalment::Entity::update_many()
                .col_expr(instalment::Column::State, Expr::value(PayState::Replaced.code()))
                .col_expr(instalment::Column::Version, Expr::value(row.version + 1))
                .filter(instalment::Column::Id.eq(row.id))
                .filter(instalment::Column::Version.eq(row.version)),
        );
        finish_items(unit, row.id, ItemKind::PayDue);
    }
    let mut number = before.last().map_or(0, |row| row.number);
    for one in agreed {
        number = number.saturating_add(1);
        insert(desk, unit, complaint, key, number, *one);
    }
    unit.audit(Audit::write("complaint.agree-pay", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.pay-agreed")
            .office(complaint.office.as_deref()),
    );
    Ok(())
}

/// Writes an instalment that is due, with the work on its day.
fn insert(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    key: &SubjectKey,
    number: i32,
    one: NewInstalment,
) {
    let content = Content { amount: one.amount, ..Content::default() };
    let sealed = unit.seal(key, FIELD, &serde_json::json!(content).to_string());
    let (id, now, by) = (unit.id(), unit.now(), unit.actor().account());
    unit.insert(instalment::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint.id),
        number: Set(number),
        place: Set(format!("{}:{number}", complaint.id)),
        due_on: Set(one.due_on),
        state: Set(PayState::Due.code().to_owned()),
        evidence: Set(None),
        content: Set(sealed),
        agreed_at: Set(now),
        agreed_by: Set(by),
        seen_at: Set(None),
        seen_by: Set(None),
        version: Set(1),
    });
    remind(desk, unit, complaint, id, one.due_on);
}

/// Work on the day on which an instalment is due.
fn remind(desk: &Desk, unit: &mut Uow, complaint: &Summary, instalment: Uuid, due_on: NaiveDate) {
    let noon = due_on.and_time(chrono::NaiveTime::MIN) + TimeDelta::hours(12);
    let at = desk.site.pack.zone().from_local_datetime(&noon).earliest();
    let due_at = at.map_or_else(|| noon.and_utc(), |at| at.with_timezone(&Utc));
    open_item(
        unit,
        NewItem {
            office: complaint.office.clone(),
            assignee: complaint.assignee,
            language: Some(complaint.language.clone()),
            place: complaint.governorate.clone(),
            label: Some(complaint.kind.clone()),
            ..NewItem::new(
                ItemKind::PayDue,
                SubjectKind::Complaint,
                instalment,
                About::Complaint(complaint.id),
                complaint.reference,
                due_at,
            )
        },
    );
}

/// Keeps what was seen of an instalment. What was seen wrongly may be seen again: each is an event.
///
/// # Errors
/// [`PayError`]; then nothing was written.
pub async fn see_pay(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    number: i32,
    seen: &Seen,
) -> Result<(), PayError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    // What comes after a closing is seen as well.
    if complaint.state == State::Received {
        return Err(PayError::State);
    }
    if seen.note.len() > LONGEST_TEXT {
        return Err(PayError::TooLong);
    }
    let all = instalments(desk, actor, &complaint).await?;
    let one = all.iter().find(|one| one.number == number && one.state != PayState::Replaced);
    let one = one.ok_or(PayError::Nothing)?;
    let received = match (seen.state, seen.amount) {
        (PayState::Paid, _) => one.amount,
        (PayState::Part, Some(part)) if part > 0 && part < one.amount => part,
        (PayState::Missed, _) => 0,
        (PayState::Part, _) => return Err(PayError::Amount),
        (PayState::Due | PayState::Replaced, _) => return Err(PayError::Nothing),
    };
    // Nothing is missed before its day: who agrees anew replaces it.
    let today = desk.clocks().calendar(complaint.office.as_deref()).date(desk.site.house.now());
    if seen.state == PayState::Missed && today < one.due_on {
        return Err(PayError::Day);
    }
    if received > 0 && seen.evidence.is_none() {
        return Err(PayError::Evidence);
    }
    let evidence = seen.evidence.filter(|_| received > 0);
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let content = Content { amount: one.amount, received, note: seen.note.trim().to_owned() };
    let sealed = unit.seal(&key, FIELD, &serde_json::json!(content).to_string());
    unit.update_one(
        instalment::Entity::update_many()
            .col_expr(instalment::Column::State, Expr::value(seen.state.code()))
            .col_expr(instalment::Column::Evidence, Expr::value(evidence.map(Evidence::code)))
            .col_expr(instalment::Column::Content, Expr::value(sealed))
            .col_expr(instalment::Column::SeenAt, Expr::value(Some(unit.now())))
            .col_expr(instalment::Column::SeenBy, Expr::value(actor.account()))
            .col_expr(instalment::Column::Version, Expr::value(one.version + 1))
            .filter(instalment::Column::Id.eq(one.id))
            .filter(instalment::Column::Version.eq(one.version)),
    );
    finish_items(&mut unit, one.id, ItemKind::PayDue);
    // Closed, and nobody has seen that she has it: it is looked at again, until it is opened again or she has it.
    if complaint.state == State::Closed && !evidence.is_some_and(Evidence::verifies) {
        let day = looked_again_on(desk, &unit, &complaint)?;
        remind(desk, &mut unit, &complaint, one.id, day);
    }
    unit.audit(
        Audit::write("complaint.see-pay", SubjectKind::Complaint, complaint.id).purpose(number.to_string()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.pay-seen")
            .change(one.state.code(), seen.state.code())
            .office(complaint.office.as_deref())
            .dim("state", seen.state.code())
            .dim("evidence", evidence.map_or("none", Evidence::code)),
    );
    unit.commit().await?;
    Ok(())
}

/// Whether an instalment is due still.
pub(crate) async fn is_due(desk: &Desk, complaint: Uuid) -> Result<bool, DbErr> {
    Ok(rows_of(desk, complaint).await?.iter().any(|row| row.state == PayState::Due.code()))
}

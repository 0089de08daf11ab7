//! The job that sends one text message. It is handed to the gateway once: before that the row says so on disk, and
//! whoever finds it so later, after a crash or without an answer, does not send it again but tells the staff.

use std::sync::Arc;

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use haqqi_kernel::{Actor, Audit, Claimed, Done, House, Job, JobFailure, MOST_ATTEMPTS, SubjectKind};
use haqqi_language::Languages;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, UpdateMany};

use crate::Number;
use crate::entity::text_message::{Column, Entity, Model};
use crate::gateway::{TextError, TextGateway, TextMessage};
use crate::report::report_token;
use crate::text::{SEND_TEXT_JOB, TEXT_TROUBLE_JOB, TextKind, TextState, is_stopped};

/// How long handing over may take before nobody is at it any more. Longer than the gateway's patience.
const HANDING: TimeDelta = TimeDelta::seconds(90);
/// How many messages one number gets in a day at most.
const A_DAY: u64 = 8;
/// The hours in which news and reminders come.
const MORNING: u32 = 8;
const EVENING: u32 = 20;

/// What sending needs.
#[derive(Clone)]
pub struct TextDesk {
    /// The house.
    pub house: House,
    /// Her words.
    pub languages: Arc<Languages>,
    /// The way out.
    pub out: Arc<dyn TextGateway>,
    /// Messages a minute that the house sends at most, two at least: one of each sort.
    pub per_minute: u32,
    /// Whose night it is.
    pub zone: Tz,
}

fn again(error: &dyn std::fmt::Display) -> JobFailure {
    JobFailure::Again(error.to_string())
}

fn change(row: &Model, to: TextState, now: DateTime<Utc>) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(to.code()))
        .col_expr(Column::ChangedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::value(row.version + 1))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
}

/// Writes where a message stands now, and tells the room of its subject where staff must see to it.
pub(crate) async fn settle(house: &House, row: &Model, to: TextState) -> Result<(), JobFailure> {
    if !TextState::from_code(&row.state).is_some_and(|from| from.may_become(to)) {
        return Ok(());
    }
    let mut unit = house.unit(Actor::System);
    let mut changed = change(row, to, unit.now());
    if !matches!(to, TextState::Queued | TextState::Sending) {
        changed = changed.col_expr(Column::Note, Expr::value(Option::<Vec<u8>>::None));
    }
    unit.update_one(changed);
    if to.is_trouble() {
        let payload = serde_json::json!({ "text": row.id, "subject": row.subject_id, "state": to.code() });
        unit.job(Job::new(TEXT_TROUBLE_JOB, payload).key(format!("text-trouble:{}:{}", row.id, to.code())));
    }
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}

/// When it may be sent, if not now.
fn waits_until(kind: TextKind, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
    use chrono::Timelike;
    let local = now.with_timezone(&zone);
    if kind.at_night() || (MORNING..EVENING).contains(&local.hour()) {
        return None;
    }
    let day = if local.hour() < MORNING { local.date_naive() } else { local.date_naive() + Days::new(1) };
    let morning = day.and_time(NaiveTime::from_hms_opt(MORNING, 0, 0)?).and_local_timezone(zone).earliest();
    // A morning that the zone leaves out: an hour later there is one.
    Some(morning.map_or(now + TimeDelta::hours(1), |at| at.with_timezone(&Utc)))
}

/// How many of this sort went out since then, to everybody or to one number.
async fn sent_since(
    house: &House,
    since: DateTime<Utc>,
    kind: TextKind,
    tag: Option<&[u8]>,
) -> Result<u64, DbErr> {
    let mut query = Entity::find()
        .filter(Column::HandedAt.gt(since))
        .filter(Column::Kind.is_in(kind.of_its_sort().map(TextKind::code)));
    if let Some(tag) = tag {
        query = query.filter(Column::NumberTag.eq(tag.to_vec()));
    }
    query.count(house.reader()).await
}

/// How many of this sort may go in a minute: half each for what the office says and for what anyone can cause, so that a
/// flood of the latter never keeps her from her news.
fn room(per_minute: u32, kind: TextKind) -> u64 {
    let half = per_minute / 2;
    u64::from(if kind.caused_by_anyone() { half } else { per_minute - half }).max(1)
}

/// Puts the message off, without counting it as a failed try.
async fn put_off(house: &House, row: &Model, until: DateTime<Utc>) -> Done {
    let mut unit = house.unit(Actor::System);
    let key = format!("text:{}:{}", row.id, until.timestamp_micros());
    unit.job(Job::new(SEND_TEXT_JOB, serde_json::json!({ "text": row.id })).key(key).run_after(until));
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}

/// The message that a job names. Queued twice under one effect, the first row has it, and the second job names none.
async fn row_of(house: &House, claimed: &Claimed) -> Result<Option<Model>, JobFailure> {
    Entity::find_by_id(claimed.id_of("text")?).one(house.reader()).await.map_err(|e| again(&e))
}

/// Where no gateway is configured, nothing goes: staff are told at once, for they alone can reach her.
///
/// # Errors
/// [`JobFailure::Again`] where that cannot be written.
pub async fn send_nowhere(house: &House, claimed: &Claimed) -> Done {
    match row_of(house, claimed).await? {
        Some(row) => settle(house, &row, TextState::Refused).await,
        None => Ok(()),
    }
}

/// Sends the text message that the job names.
///
/// # Errors
/// [`JobFailure::Again`] while the gateway certainly takes nothing, [`JobFailure::Never`] for one that can never go.
pub async fn send_text(desk: &TextDesk, claimed: &Claimed) -> Done {
    let house = &desk.house;
    let Some(row) = row_of(house, claimed).await? else { return Ok(()) };
    let now = house.now();
    match TextState::from_code(&row.state) {
        Some(TextState::Queued) => {}
        Some(TextState::Sending) if row.handed_at.is_some_and(|at| now - at < HANDING) => {
            return Err(again(&"it is being handed over"));
        }
        Some(TextState::Sending) => return settle(house, &row, TextState::Uncertain).await,
        _ => return Ok(()),
    }
    let kind =
        TextKind::from_code(&row.kind).ok_or_else(|| JobFailure::Never("unknown kind of text".to_owned()))?;
    if row.not_after.is_some_and(|until| until < now) {
        return settle(house, &row, TextState::Expired).await;
    }
    if is_stopped(house, &row.number_tag).await.map_err(|e| again(&e))? {
        return settle(house, &row, TextState::Stopped).await;
    }
    if let Some(until) = waits_until(kind, now, desk.zone) {
        return put_off(house, &row, until).await;
    }
    let day = sent_since(house, now - TimeDelta::days(1), kind, Some(&row.number_tag));
    if day.await.map_err(|e| again(&e))? >= A_DAY {
        return settle(house, &row, TextState::Held).await;
    }
    let minute = sent_since(house, now - TimeDelta::minutes(1), kind, None).await.map_err(|e| again(&e))?;
    if minute >= room(desk.per_minute, kind) {
        return put_off(house, &row, now + TimeDelta::minutes(1)).await;
    }
    hand_over(desk, claimed, row, kind).await
}

/// Says on disk that it is being sent, and sends it.
async fn hand_over(desk: &TextDesk, claimed: &Claimed, row: Model, kind: TextKind) -> Done {
    let house = &desk.house;
    // Whoever was erased since gets no message.
    let Ok(key) = house.subject_key(row.subject_id).await else { return Ok(()) };
    let mut unit = house.unit(Actor::System);
    let now = unit.now();
    unit.audit(Audit::read("text.send", SubjectKind::Message, row.subject_id));
    unit.update_one(change(&row, TextState::Sending, now).col_expr(Column::HandedAt, Expr::value(Some(now))));
    let proof = unit.commit().await.map_err(|e| again(&e))?;
    let row = Model {
        state: TextState::Sending.code().to_owned(),
        handed_at: Some(now),
        version: row.version + 1,
        ..row
    };
    let opened = house.open(&proof, &key, "text.number", &row.number).ok();
    let note = row.note.as_ref().map(|note| house.open(&proof, &key, "text.note", note)).transpose();
    let to = opened.and_then(|text| Number::read(&text, None).ok());
    let (Some(to), Ok(note)) = (to, note) else {
        settle(house, &row, TextState::Refused).await?;
        return Err(JobFailure::Never("the number cannot be read".to_owned()));
    };
    let language = desk.languages.for_worker(&row.language).unwrap_or_else(|| desk.languages.english());
    let body = note.unwrap_or_else(|| language.attribute(&kind.words()));
    let message = TextMessage { to, body, report: report_token(house, row.id) };
    match desk.out.hand_over(&message).await {
        Ok(()) => settle(house, &row, TextState::Accepted).await,
        Err(TextError::Uncertain(why)) => {
            tracing::warn!(%why, text.id = %row.id, "a text message may or may not have gone");
            settle(house, &row, TextState::Uncertain).await
        }
        Err(TextError::Refused(why)) => {
            settle(house, &row, TextState::Refused).await?;
            Err(JobFailure::Never(why))
        }
        Err(TextError::Away(why)) => {
            let last = claimed.attempt >= MOST_ATTEMPTS;
            settle(house, &row, if last { TextState::Refused } else { TextState::Queued }).await?;
            Err(JobFailure::Again(why))
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn news_waits_for_the_morning_and_what_she_asked_for_comes_at_once() {
        let zone = Tz::Asia__Amman;
        let at = |hour, minute| zone.with_ymd_and_hms(2026, 11, 24, hour, minute, 0).unwrap().to_utc();
        let next = |day, hour| zone.with_ymd_and_hms(2026, 11, day, hour, 0, 0).unwrap().to_utc();
        for kind in [TextKind::News, TextKind::Reminder] {
            assert_eq!(waits_until(kind, at(8, 0), zone), None);
            assert_eq!(waits_until(kind, at(19, 59), zone), None);
            assert_eq!(waits_until(kind, at(20, 0), zone), Some(next(25, 8)));
            assert_eq!(waits_until(kind, at(2, 30), zone), Some(next(24, 8)));
        }
        for kind in [TextKind::Arrived, TextKind::Note, TextKind::Received, TextKind::Genuine] {
            assert_eq!(waits_until(kind, at(3, 0), zone), None, "{kind:?}");
        }
    }
}

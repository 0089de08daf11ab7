//! The alarm of the duty roster: where nobody is on duty within the next days, it is somebody's work to find a person
//! (`safeguards.md` 5). One piece of work, due when the first gap begins; it ends when the roster has no gap that near.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use haqqi_kernel::{Actor, Audit, Claimed, Done, House, Job, JobFailure, ReferenceKind, Role, SubjectKind};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::duty::shifts;
use crate::entity::work_item::{Column, Entity};
use crate::item::{About, ItemKind, NewItem, Urgency};
use crate::items::finish_items;
use crate::roster::{Gap, gaps};
use crate::state::ItemState;
use crate::tell::alarm;
use crate::whom::Colleague;

/// Within this time a gap is an alarm.
pub const ALARM: TimeDelta = TimeDelta::hours(72);
/// The kind of the job that raises it.
pub const ROSTER_ALARM: &str = "roster.alarm";
/// How far back it is looked for where a gap began that is not over.
const BACK: Days = Days::new(7);
/// The one roster of the nation.
const ROSTER: Uuid = Uuid::nil();

/// The first gap that is not over and begins within the time of the alarm.
async fn near(house: &House) -> Result<Option<Gap>, DbErr> {
    let now = house.now();
    // From a midnight on, so that a gap without a beginning is the same gap all day.
    let back = now.date_naive().checked_sub_days(BACK).unwrap_or_default().and_time(NaiveTime::MIN).and_utc();
    let ahead = now + ALARM;
    let shifts = shifts(house, None, back, ahead).await?;
    Ok(gaps(&shifts, back, ahead).into_iter().find(|gap| gap.to > now))
}

fn open() -> sea_orm::Select<Entity> {
    Entity::find()
        .filter(Column::Kind.eq(ItemKind::RosterGap.code()))
        .filter(Column::State.eq(ItemState::Open.code()))
}

/// Looks at the roster: asks for the alarm where there is a gap that nobody was told of, and ends it where there is none.
///
/// # Errors
/// The database's error; then it is looked again.
pub async fn watch_roster(house: &House) -> Result<(), DbErr> {
    let told = open().all(house.reader()).await?;
    let mut unit = house.unit(Actor::System);
    match near(house).await? {
        None if told.is_empty() => return Ok(()),
        None => finish_items(&mut unit, ROSTER, ItemKind::RosterGap),
        Some(gap) if told.iter().any(|item| item.due_at == gap.from) => return Ok(()),
        Some(gap) => {
            // A gap that was filled and opens again is told again.
            let before = Entity::find().filter(Column::Kind.eq(ItemKind::RosterGap.code()));
            let before = before.count(house.reader()).await?;
            let from = gap.from.timestamp_micros();
            let job = Job::new(ROSTER_ALARM, serde_json::json!({ "from": from }));
            unit.job(job.key(format!("roster-gap:{from}:{before}")));
        }
    }
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(error) => Err(DbErr::Custom(error.to_string())),
    }
}

/// Whether the alarm stands: somebody has to be found.
///
/// # Errors
/// The database's error.
pub async fn roster_alarm_stands(house: &House) -> Result<bool, DbErr> {
    Ok(open().count(house.reader()).await? > 0)
}

/// Raises the alarm that the job asks for: work for whoever keeps the roster, of which the directorate is told at once, by
/// mail too where they wish it. It may be that somebody has just emptied the roster.
///
/// # Errors
/// [`JobFailure::Again`] where it cannot be written, [`JobFailure::Never`] for a job that names no time.
pub async fn raise_roster_alarm(house: &House, people: &[Colleague], claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let from = claimed.payload.get("from").and_then(serde_json::Value::as_i64);
    let from = from.and_then(DateTime::<Utc>::from_timestamp_micros);
    let from = from.ok_or_else(|| JobFailure::Never("the job names no time".to_owned()))?;
    let gap = near(house).await.map_err(|e| again(&e))?;
    let told = open().filter(Column::DueAt.eq(from)).count(house.reader()).await.map_err(|e| again(&e))?;
    if told > 0 || gap.is_none_or(|gap| gap.from != from) {
        return Ok(());
    }
    let mut unit = house.unit(Actor::System);
    finish_items(&mut unit, ROSTER, ItemKind::RosterGap);
    let reference = unit.reference(ReferenceKind::Roster);
    let item = NewItem {
        // Of no office: only who stands above the offices may fill it.
        role: Some(Role::Supervisor),
        urgency: Urgency::High,
        ..NewItem::new(ItemKind::RosterGap, SubjectKind::House, ROSTER, About::Nothing, reference, from)
    };
    alarm(&mut unit, people, item).await.map_err(|e| again(&e))?;
    unit.audit(Audit::write("roster.gap-told", SubjectKind::House, ROSTER));
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}

//! The clocks that run against the worker: from the days that she told, by the rows of the pack, to the last day on
//! which to ask. Whether a row may be shown as law is a lawyer's word in the pack; else the page says “ask by …”.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};
use haqqi_kernel::{Job, Uow};
use haqqi_pack::{Deadline, LengthUnit, Pack, Party};
use haqqi_worklist::{Calendar, Length};
use sea_orm::{DbErr, EntityTrait};
use uuid::Uuid;

use crate::Desk;
use crate::come_back::ReturnError;
use crate::entity::complaint;
use crate::open::ReadError;

mod kept;
mod learnt;
pub(crate) use kept::insert_days;
pub use kept::{days_for_staff, days_of_worker, days_version, learn_days, note_days, tell_days};
pub use learnt::{Learnt, last_of_month};

/// The job that reminds her of a day that comes near.
pub const REMIND: &str = "complaint.remind";
/// What the house knows by itself: no day that she tells.
const CLOSED: &str = "closed";
/// How far back a day may lie, in years.
const LONG_AGO: u32 = 60;

/// Her days: the event that starts a clock, a code of the pack, and the day.
pub type ToldDays = BTreeMap<String, NaiveDate>;

/// A clock that runs against her.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HerClock {
    /// Which, a code of the pack.
    pub code: String,
    /// The last day on which to ask.
    pub by: NaiveDate,
    /// A lawyer has approved the row and its article: it may be shown as law.
    pub law: bool,
    /// The article that it rests on, a code of the pack: for staff always, for her where it may be shown as law.
    pub article: Option<String>,
    /// The day is past.
    pub past: bool,
    /// So many days before it she is reminded.
    pub remind: Vec<u32>,
}

/// Why her days were not taken. Nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum DaysError {
    /// The country has no clock that starts with this.
    #[error("no clock starts with {0}")]
    Unknown(String),
    /// The day lies in the future, or too long ago.
    #[error("the day of {0} cannot be")]
    Day(String),
    /// A clock that starts with this event, whose day is left out, waits for somebody to see to it.
    #[error("the clock of {0} waits")]
    Waits(String),
    /// Somebody has changed them since they were read.
    #[error("changed by somebody else")]
    Changed,
    /// As when coming back.
    #[error(transparent)]
    Return(#[from] ReturnError),
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// The last day of a span that begins with a day: `n` days later, or the same day of a later month, clamped to its end.
/// A row that rolls forward moves to the next working day; others show the earlier, safe day.
#[must_use]
pub fn last_day(rule: &Deadline, calendar: &Calendar, start: NaiveDate) -> NaiveDate {
    let noon = calendar.noon(start);
    let length = match rule.unit {
        LengthUnit::Hours => Length::Hours(rule.length),
        LengthUnit::CalendarDays => Length::Days(rule.length),
        LengthUnit::Months => Length::Months(rule.length),
        LengthUnit::WorkingDays => Length::WorkingDays(rule.length),
    };
    calendar.date(if rule.roll_forward {
        calendar.due_rolled(noon, length)
    } else {
        calendar.due(noon, length)
    })
}

/// The days that she may be asked for: what starts a clock against her.
#[must_use]
pub fn days_asked(pack: &Pack) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let rows = pack.deadlines().iter().filter(|row| row.on && row.against == Party::Worker);
    rows.map(|row| row.starts.clone())
        .filter(|starts| starts != CLOSED && seen.insert(starts.clone()))
        .collect()
}

/// The clocks that run from these days, the earliest first. Today is a day of the office's zone.
#[must_use]
pub fn her_clocks(pack: &Pack, calendar: &Calendar, days: &ToldDays, today: NaiveDate) -> Vec<HerClock> {
    let mut clocks: Vec<HerClock> = pack
        .deadlines()
        .iter()
        .filter(|row| row.on && row.against == Party::Worker)
        .filter_map(|row| {
            let start = days.get(&row.starts)?;
            let in_force = row.from <= *start && row.until.is_none_or(|until| *start <= until);
            if !in_force {
                return None;
            }
            let by = last_day(row, calendar, *start);
            let article = row.article.as_deref().map(|code| pack.article(code, *start));
            let law = row.verified && article.is_none_or(|article| article.is_some_and(|row| row.verified));
            let hers = row.warn.iter().filter(|warning| warning.who == "worker");
            let remind =
                hers.filter(|w| w.unit == LengthUnit::CalendarDays).filter_map(|w| w.before).collect();
            let article = row.article.clone();
            Some(HerClock { code: row.code.clone(), by, law, article, past: by < today, remind })
        })
        .collect();
    clocks.sort_by(|one, other| one.by.cmp(&other.by).then_with(|| one.code.cmp(&other.code)));
    clocks
}

/// Today, in the zone of an office.
pub(crate) fn today(desk: &Desk, office: Option<&str>) -> NaiveDate {
    desk.clocks().calendar(office).date(desk.site.house.now())
}

/// Checks days against the pack and the calendar.
///
/// # Errors
/// [`DaysError`].
pub(crate) fn check_days(desk: &Desk, office: Option<&str>, days: &ToldDays) -> Result<(), DaysError> {
    let known = days_asked(&desk.site.pack);
    let today = today(desk, office);
    let first = today.checked_sub_months(Months::new(12 * LONG_AGO)).unwrap_or(NaiveDate::MIN);
    for (code, day) in days {
        if !known.contains(code) {
            return Err(DaysError::Unknown(code.clone()));
        }
        if *day > today || *day < first {
            return Err(DaysError::Day(code.clone()));
        }
    }
    Ok(())
}

/// Plans a reminder for each day that comes near. Whether it may be sent is looked at when it is due.
pub(crate) fn plan_reminders(
    desk: &Desk,
    unit: &mut Uow,
    complaint: Uuid,
    office: Option<&str>,
    days: &ToldDays,
) {
    let calendar = desk.clocks().calendar(office);
    let now = unit.now();
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    for clock in her_clocks(&desk.site.pack, &calendar, days, calendar.date(now)) {
        for before in &clock.remind {
            let Some(day) = clock.by.checked_sub_days(Days::new(u64::from(*before))) else { continue };
            let at: DateTime<Utc> = calendar.instant(day, nine);
            if at > now {
                let payload = serde_json::json!({ "complaint": complaint, "clock": clock.code, "by": clock.by, "before": before });
                let key = format!("remind:{complaint}:{}:{}:{before}", clock.code, clock.by);
                unit.job(Job::new(REMIND, payload).run_after(at).key(key));
            }
        }
    }
}

/// Her clocks, from what she told, in the calendar of the complaint's office.
#[must_use]
pub fn clocks_of(desk: &Desk, office: Option<&str>, days: &ToldDays) -> Vec<HerClock> {
    let calendar = desk.clocks().calendar(office);
    her_clocks(&desk.site.pack, &calendar, days, today(desk, office))
}

/// Noon of a day, for a page to show the day.
pub(crate) fn noon(desk: &Desk, day: NaiveDate) -> DateTime<Utc> {
    let calendar = desk.clocks().calendar(None);
    calendar.instant(day, NaiveTime::MIN) + TimeDelta::hours(12)
}

/// The complaint's row, for the reminder.
pub(crate) async fn row_of(desk: &Desk, id: Uuid) -> Result<Option<complaint::Model>, DbErr> {
    complaint::Entity::find_by_id(id).one(desk.site.house.reader()).await
}

//! When somebody is there to read: an office works, or a duty officer is on the national roster. Where nobody is, the
//! time that was promised cannot be kept, and the page says the true one (`safeguards.md` 5). The clock runs all the same.

use chrono::{DateTime, Days, TimeDelta, Utc};
use haqqi_kernel::House;
use sea_orm::DbErr;

use crate::calendar::Calendar;
use crate::clock::Clocks;
use crate::duty::shifts;

/// How far it is looked ahead: longer than any run of holidays.
const AHEAD: TimeDelta = TimeDelta::days(21);

/// Who is there for less than this, or for less than half of a shorter clock, may not come to read what has just arrived.
const ENOUGH: TimeDelta = TimeDelta::hours(1);

/// What may be promised truthfully.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// Before when a person reads it.
    pub by: DateTime<Utc>,
    /// Until when nobody is there, where the clock would run out in that time.
    pub nobody_until: Option<DateTime<Utc>>,
}

/// Who is on duty in the time to come, as the roster stands when it is read.
#[derive(Debug, Clone)]
pub struct Cover(Vec<(DateTime<Utc>, DateTime<Utc>)>);

/// Reads the roster for clocks that begin at `began` and are due within three weeks.
///
/// # Errors
/// The database's error.
pub async fn cover(house: &House, began: DateTime<Utc>) -> Result<Cover, DbErr> {
    let duty = shifts(house, None, began, began + AHEAD + AHEAD).await?;
    Ok(Cover(duty.into_iter().map(|shift| (shift.from, shift.to)).collect()))
}

impl Cover {
    /// What may be promised of a clock that began at `began` and is due at `due`.
    #[must_use]
    pub fn promise(
        &self,
        clocks: &Clocks,
        office: Option<&str>,
        (began, due): (DateTime<Utc>, DateTime<Utc>),
    ) -> Promise {
        promised(&spans(&clocks.calendar(office), &self.0, began, due + AHEAD), began, due)
    }
}

/// Reads the roster and answers what may be promised of one clock.
///
/// # Errors
/// The database's error.
pub async fn promise(
    house: &House,
    clocks: &Clocks,
    office: Option<&str>,
    (began, due): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Promise, DbErr> {
    Ok(cover(house, began).await?.promise(clocks, office, (began, due)))
}

/// The times in which somebody is there, in order, without overlap.
fn spans(
    calendar: &Calendar,
    duty: &[(DateTime<Utc>, DateTime<Utc>)],
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let mut all = duty.to_vec();
    let mut day = calendar.date(from);
    while day <= calendar.date(to) {
        all.extend(calendar.open_between(day));
        let Some(next) = day.checked_add_days(Days::new(1)) else { break };
        day = next;
    }
    all.sort_unstable();
    let mut joined: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
    for (start, end) in all.into_iter().filter(|(start, end)| start < end && *end > from && *start < to) {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}

fn promised(spans: &[(DateTime<Utc>, DateTime<Utc>)], began: DateTime<Utc>, due: DateTime<Utc>) -> Promise {
    let needed = ((due - began) / 2).min(ENOUGH);
    let there = |(start, end): &(DateTime<Utc>, DateTime<Utc>)| {
        ((*end).min(due) - (*start).max(began)).max(TimeDelta::zero())
    };
    let within = spans.iter().map(there).fold(TimeDelta::zero(), |sum, part| sum + part);
    let next = spans.iter().find(|(start, end)| *end - (*start).max(began) >= needed);
    match next {
        // Who comes too late for it has as long as the clock gave, or as long as they stay.
        Some((start, end)) if within < needed && *start > began => {
            Promise { by: (*start + (due - began)).min(*end), nobody_until: Some(*start) }
        }
        _ => Promise { by: due, nobody_until: None },
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveTime, TimeZone, Weekday};
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::DayHours;

    fn office() -> Calendar {
        let hm = |h, m| NaiveTime::from_hms_opt(h, m, 0).unwrap();
        let hours = DayHours { opens: hm(8, 30), closes: hm(15, 30) };
        Calendar::new(chrono_tz::Asia::Amman, &[Weekday::Fri, Weekday::Sat], hours).unwrap()
    }

    fn at(day: u32, hour: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, day, hour, 0, 0).unwrap()
    }

    fn of(duty: &[(DateTime<Utc>, DateTime<Utc>)], began: DateTime<Utc>, hours: i64) -> Promise {
        let due = began + TimeDelta::hours(hours);
        promised(&spans(&office(), duty, began, due + AHEAD), began, due)
    }

    #[test]
    fn a_weekend_without_a_duty_officer_is_said() {
        // Thursday, when the office has closed; it opens on Sunday at 05:30 UTC.
        let began = at(26, 14);
        let told = of(&[], began, 24);
        assert_eq!(told.nobody_until, Some(at(29, 5) + TimeDelta::minutes(30)));
        assert_eq!(told.by, at(29, 12) + TimeDelta::minutes(30), "before the office closes again");
        assert_eq!(
            of(&[(at(27, 4), at(27, 10))], began, 24).nobody_until,
            None,
            "a shift within the day keeps it"
        );
        let late = of(&[(at(28, 4), at(28, 10))], began, 24);
        assert_eq!((late.nobody_until, late.by), (Some(at(28, 4)), at(28, 10)));
    }

    #[test]
    fn the_last_minutes_of_a_shift_keep_no_promise() {
        // Thursday evening; ten minutes are left of the only shift.
        let began = at(26, 18);
        let last = (began - TimeDelta::hours(3), began + TimeDelta::minutes(10));
        for hours in [1, 24] {
            let told = of(&[last], began, hours);
            assert_eq!(told.nobody_until, Some(at(29, 5) + TimeDelta::minutes(30)), "{hours}");
        }
        let longer = (last.0, began + TimeDelta::minutes(40));
        assert_eq!(of(&[longer], began, 1).nobody_until, None);
        assert!(of(&[longer], began, 24).nobody_until.is_some());
    }

    #[test]
    fn danger_at_night_is_read_within_the_hour_only_where_somebody_is_there() {
        let began = at(24, 22);
        let told = of(&[], began, 1);
        assert_eq!(told.nobody_until, Some(at(25, 5) + TimeDelta::minutes(30)));
        assert_eq!(told.by, at(25, 6) + TimeDelta::minutes(30), "an hour after somebody came");
        let kept = of(&[(at(24, 20), at(25, 4))], began, 1);
        assert_eq!(kept, Promise { by: began + TimeDelta::hours(1), nobody_until: None });
    }

    proptest! {
        #[test]
        fn a_shift_more_never_makes_the_promise_later_and_none_is_earlier_than_the_clock(
            minute in 0i64..40_000, hours in 1i64..48, shifts in prop::collection::vec((0i64..700, 1i64..30), 0..6)
        ) {
            let began = at(1, 0) + TimeDelta::minutes(minute);
            let duty: Vec<_> = shifts
                .iter()
                .map(|(start, long)| (at(1, 0) + TimeDelta::hours(*start), at(1, 0) + TimeDelta::hours(start + long)))
                .collect();
            let (with, without) = (of(&duty, began, hours), of(&[], began, hours));
            let due = began + TimeDelta::hours(hours);
            prop_assert!(with.by >= due || with.nobody_until.is_some());
            prop_assert!(with.by >= due.min(with.nobody_until.unwrap_or(due)));
            prop_assert!(with.nobody_until.unwrap_or(began) <= without.nobody_until.unwrap_or(due + AHEAD));
            if with.nobody_until.is_none() {
                prop_assert_eq!(with.by, due);
            }
        }
    }
}

//! Kinds of clocks, by code, with the rule in force when the clock began, and the rungs of their ladder.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_pack::{Deadline, LengthUnit, Pack, Runs, Warning};

use crate::calendar::{Calendar, CalendarError, Length};

/// The clock of the first promise: a person reads within 24 hours.
pub(crate) const LEGAL: &str = "acknowledgement";

/// No rule of the pack for this clock on that day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the pack has no clock `{0}` in force then")]
pub struct UnknownClock(pub String);

/// One step of a deadline's ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// When it is crossed.
    pub at: DateTime<Utc>,
    /// `half`, `three-quarters`, `nine-tenths`, `warning`, `breach`, `late`.
    pub code: &'static str,
    /// Who is told: `owner` or the code of a role.
    pub who: String,
}

/// A clock that was worked out for one beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The code of its rule.
    pub code: String,
    /// Never paused, moved or begun again.
    pub legal: bool,
    /// When it began.
    pub began_at: DateTime<Utc>,
    /// When it is due.
    pub due_at: DateTime<Utc>,
    /// The ladder, in order of time; the breach is always among them.
    pub rungs: Vec<Rung>,
}

/// All clocks of a pack with the calendars of its offices.
#[derive(Clone)]
pub struct Clocks {
    pack: Arc<Pack>,
    usual: Arc<Calendar>,
    offices: Arc<HashMap<String, Calendar>>,
}

impl Clocks {
    /// The clocks of a pack.
    ///
    /// # Errors
    /// [`CalendarError`] when the pack leaves an office without working time.
    pub fn new(pack: Arc<Pack>) -> Result<Self, CalendarError> {
        let usual = Calendar::of_pack(&pack, None)?;
        let mut offices = HashMap::new();
        for office in pack.offices().iter().filter(|office| office.zone.is_some()) {
            offices.insert(office.code.clone(), Calendar::of_pack(&pack, Some(&office.code))?);
        }
        Ok(Self { pack, usual: Arc::new(usual), offices: Arc::new(offices) })
    }

    /// The working calendar of an office.
    #[must_use]
    pub fn calendar(&self, office: Option<&str>) -> &Calendar {
        office.and_then(|office| self.offices.get(office)).unwrap_or(&self.usual)
    }

    /// Works a clock out from its beginning, by the rule in force then.
    ///
    /// # Errors
    /// [`UnknownClock`] when the pack has none.
    pub fn begin(
        &self,
        code: &str,
        began_at: DateTime<Utc>,
        office: Option<&str>,
    ) -> Result<Clock, UnknownClock> {
        let calendar = self.calendar(office);
        let rule =
            self.pack.deadline(code, calendar.date(began_at)).ok_or_else(|| UnknownClock(code.to_owned()))?;
        Ok(clock_of(rule, calendar, began_at))
    }
}

/// The clock of one rule.
fn clock_of(rule: &Deadline, calendar: &Calendar, began_at: DateTime<Utc>) -> Clock {
    let length = length_of(rule.length, rule.unit);
    let due_at = if rule.roll_forward {
        calendar.due_rolled(began_at, length)
    } else {
        calendar.due(began_at, length)
    };
    let mut rungs = if rule.warn.is_empty() {
        shares(calendar, rule.runs, began_at, due_at)
    } else {
        rule.warn.iter().map(|warning| rung_of(warning, calendar, began_at, due_at)).collect()
    };
    if !rungs.iter().any(|rung| rung.code == "breach") {
        rungs.push(Rung { at: due_at, code: "breach", who: "supervisor".to_owned() });
    }
    rungs.sort_by_key(|rung| rung.at);
    Clock { code: rule.code.clone(), legal: rule.code == LEGAL, began_at, due_at, rungs }
}

fn length_of(length: u32, unit: LengthUnit) -> Length {
    match unit {
        LengthUnit::Hours => Length::Hours(length),
        LengthUnit::WorkingDays => Length::WorkingDays(length),
        LengthUnit::CalendarDays => Length::Days(length),
        LengthUnit::Months => Length::Months(length),
    }
}

/// The usual ladder, for rules that bring none: at 50, 75 and 90 % of the time that the clock runs in.
fn shares(calendar: &Calendar, runs: Runs, began: DateTime<Utc>, due: DateTime<Utc>) -> Vec<Rung> {
    let ladder = [(50, "half", "owner"), (75, "three-quarters", "owner"), (90, "nine-tenths", "supervisor")];
    let whole = match runs {
        Runs::Office => calendar.working_between(began, due),
        Runs::Always | Runs::Calendar => due - began,
    };
    ladder
        .into_iter()
        .map(|(percent, code, who)| {
            let part = TimeDelta::seconds(whole.num_seconds() * percent / 100);
            let at = match runs {
                Runs::Office => calendar.after_working(began, part),
                Runs::Always | Runs::Calendar => began + part,
            };
            Rung { at: at.min(due), code, who: who.to_owned() }
        })
        .collect()
}

/// A step that the rule brings.
fn rung_of(warning: &Warning, calendar: &Calendar, began: DateTime<Utc>, due: DateTime<Utc>) -> Rung {
    let (at, code) = match (warning.after, warning.before, warning.late) {
        (Some(n), _, _) => (calendar.due(began, length_of(n, warning.unit)).min(due), "warning"),
        (_, Some(n), _) => (back(calendar, due, n, warning.unit).max(began), "warning"),
        (_, _, Some(0)) | (None, None, None) => (due, "breach"),
        (_, _, Some(n)) => (calendar.due(due, length_of(n, warning.unit)), "late"),
    };
    Rung { at, code, who: warning.who.clone() }
}

/// So long before an instant.
fn back(calendar: &Calendar, due: DateTime<Utc>, n: u32, unit: LengthUnit) -> DateTime<Utc> {
    match unit {
        LengthUnit::Hours => due - TimeDelta::hours(i64::from(n)),
        LengthUnit::CalendarDays => due - TimeDelta::days(i64::from(n)),
        LengthUnit::Months => due.checked_sub_months(chrono::Months::new(n)).unwrap_or(due),
        LengthUnit::WorkingDays => {
            let mut day = calendar.date(due);
            let mut left = n;
            // At most three closed days a working day on average; the bound keeps a strange pack from hanging us.
            for _ in 0..(n.saturating_add(10)).saturating_mul(4) {
                if left == 0 {
                    break;
                }
                let Some(before) = day.pred_opt() else { break };
                day = before;
                if calendar.is_working_day(day) {
                    left -= 1;
                }
            }
            calendar.open_between(day).map_or(due, |(opens, _)| opens).min(due)
        }
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

    proptest! {
        #[test]
        fn the_ladder_climbs_between_beginning_and_due(minute in 0i64..600_000, days in 1u32..10) {
            let calendar = office();
            let began = Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap() + TimeDelta::minutes(minute);
            let due = calendar.due(began, Length::WorkingDays(days));
            for runs in [Runs::Office, Runs::Always] {
                let rungs = shares(&calendar, runs, began, due);
                prop_assert!(rungs.is_sorted_by_key(|rung| rung.at));
                prop_assert!(rungs.iter().all(|rung| began <= rung.at && rung.at <= due));
            }
        }
    }

    #[test]
    fn a_day_of_24_hours_warns_at_12_18_and_21_36() {
        let began = Utc.with_ymd_and_hms(2026, 11, 24, 6, 0, 0).unwrap();
        let at: Vec<i64> = shares(&office(), Runs::Always, began, began + TimeDelta::hours(24))
            .iter()
            .map(|rung| (rung.at - began).num_minutes())
            .collect();
        assert_eq!(at, [720, 1080, 1296]);
    }
}

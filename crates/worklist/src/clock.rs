//! Kinds of clocks, by code, with the rule in force when the clock began, and the rungs of their ladder.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use haqqi_pack::{Deadline, LengthUnit, Pack, Row, Runs, Step, Warning};

use crate::calendar::{Calendar, CalendarError, Length};
use crate::ladder::BREACH;

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
    /// Who is told: `owner`, `on-duty`, `directorate`, or the code of a role.
    pub who: String,
}

/// What a clock is about, where the pack makes a difference: the kind of a complaint, and whether it is urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matter<'a> {
    /// Code of the kind.
    pub kind: &'a str,
    /// Whether it is urgent.
    pub urgent: bool,
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
    /// The rule of the pack that was in force when it began, for a clock in the office's working time: a holiday that
    /// is announced later moves it by this rule and no other.
    pub rule: Option<String>,
    /// The ladder, in order of time; the breach is always among them.
    pub rungs: Vec<Rung>,
}

/// All clocks of a pack with the calendars of its offices. Clones share the calendars, so that a closed day that is
/// announced while the house serves holds everywhere.
#[derive(Clone)]
pub struct Clocks {
    pack: Arc<Pack>,
    calendars: Arc<RwLock<Calendars>>,
}

struct Calendars {
    usual: Arc<Calendar>,
    offices: HashMap<String, Arc<Calendar>>,
    closed: BTreeSet<NaiveDate>,
}

impl Calendars {
    fn of(pack: &Pack, closed: BTreeSet<NaiveDate>) -> Result<Self, CalendarError> {
        let made = |office: Option<&str>| {
            let mut calendar = Calendar::of_pack(pack, office)?;
            for day in &closed {
                calendar.add_holiday(*day);
            }
            Ok::<_, CalendarError>(Arc::new(calendar))
        };
        let usual = made(None)?;
        let mut offices = HashMap::new();
        for office in pack.offices().iter().filter(|office| office.zone.is_some()) {
            offices.insert(office.code.clone(), made(Some(&office.code))?);
        }
        Ok(Self { usual, offices, closed })
    }
}

impl Clocks {
    /// The clocks of a pack.
    ///
    /// # Errors
    /// [`CalendarError`] when the pack leaves an office without working time.
    pub fn new(pack: Arc<Pack>) -> Result<Self, CalendarError> {
        let calendars = Arc::new(RwLock::new(Calendars::of(&pack, BTreeSet::new())?));
        Ok(Self { pack, calendars })
    }

    /// The working calendar of an office.
    #[must_use]
    pub fn calendar(&self, office: Option<&str>) -> Arc<Calendar> {
        let calendars = self.calendars.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(office.and_then(|office| calendars.offices.get(office)).unwrap_or(&calendars.usual))
    }

    /// Takes these days, beside those of the pack, as closed from now on. `false` when they were the same before.
    pub(crate) fn close(&self, days: BTreeSet<NaiveDate>) -> bool {
        let mut calendars = self.calendars.write().unwrap_or_else(PoisonError::into_inner);
        if calendars.closed == days {
            return false;
        }
        // The pack's own calendar held when it was loaded, and a closed day more takes no hours from it.
        if let Ok(changed) = Calendars::of(&self.pack, days) {
            *calendars = changed;
        }
        true
    }

    /// When a mail that is neither legal nor dangerous may go to staff of this office: gathered for some hours, within
    /// waking hours.
    #[must_use]
    pub fn mail_time(&self, now: DateTime<Utc>, office: Option<&str>) -> DateTime<Utc> {
        let waking = self.pack.identity().waking;
        let calendar = self.calendar(office);
        let today = calendar.date(now);
        let step = TimeDelta::hours(i64::from(waking.hours.max(1)));
        let times = today.iter_days().take(3).flat_map(|day| {
            let (from, until) = (calendar.instant(day, waking.from), calendar.instant(day, waking.until));
            std::iter::successors(Some(from), move |at| Some(*at + step)).take_while(move |at| *at <= until)
        });
        times.into_iter().find(|at| *at >= now).unwrap_or(now)
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
        let rule = self.pack.deadline(code, calendar.date(began_at));
        let rule = rule.ok_or_else(|| UnknownClock(code.to_owned()))?;
        Ok(self.clock_of(rule, &calendar, began_at))
    }

    /// As [`Clocks::begin`], by the rule for this kind and urgency where the pack has one.
    ///
    /// # Errors
    /// [`UnknownClock`] when the pack has none.
    pub fn begin_for(
        &self,
        code: &str,
        began_at: DateTime<Utc>,
        office: Option<&str>,
        matter: Matter<'_>,
    ) -> Result<Clock, UnknownClock> {
        let calendar = self.calendar(office);
        let rule = self.pack.deadline_for(code, calendar.date(began_at), matter.kind, matter.urgent);
        let rule = rule.ok_or_else(|| UnknownClock(code.to_owned()))?;
        Ok(self.clock_of(rule, &calendar, began_at))
    }

    /// Works a clock out again by the rule that it began under; none where the pack has lost the rule.
    pub(crate) fn again(&self, rule: &str, began_at: DateTime<Utc>, office: Option<&str>) -> Option<Clock> {
        let row = self.pack.deadlines().iter().find(|row| name_of(row) == rule)?;
        Some(self.clock_of(row, &self.calendar(office), began_at))
    }

    /// The clock of one rule.
    fn clock_of(&self, rule: &Deadline, calendar: &Calendar, began_at: DateTime<Utc>) -> Clock {
        let length = length_of(rule.length, rule.unit);
        let due_at = if rule.roll_forward {
            calendar.due_rolled(began_at, length)
        } else {
            calendar.due(began_at, length)
        };
        let time = Time { calendar, runs: rule.runs, began: began_at, due: due_at };
        let ladder = &self.pack.identity().ladder;
        let legal = rule.code == LEGAL;
        let rungs = rungs(&rule.warn, ladder, &time);
        let moves = !legal && (rule.runs == Runs::Office || rule.roll_forward);
        Clock { code: rule.code.clone(), legal, began_at, due_at, rule: moves.then(|| name_of(rule)), rungs }
    }
}

/// What a rule is kept as: its key and the day from which it holds.
fn name_of(rule: &Deadline) -> String {
    format!("{} from {}", rule.key(), rule.from)
}

/// The time that a clock runs in.
struct Time<'a> {
    calendar: &'a Calendar,
    runs: Runs,
    began: DateTime<Utc>,
    due: DateTime<Utc>,
}

impl Time<'_> {
    /// The instant at which this percent of the time is over.
    fn share(&self, percent: u32) -> DateTime<Utc> {
        let (began, due) = (self.began, self.due);
        let of =
            |whole: TimeDelta| TimeDelta::seconds(whole.num_seconds() * i64::from(percent.min(100)) / 100);
        let at = match (percent, self.runs) {
            (0, _) => began,
            (100.., _) => due,
            (_, Runs::Office) => {
                self.calendar.after_working(began, of(self.calendar.working_between(began, due)))
            }
            (_, Runs::Always | Runs::Calendar) => began + of(due - began),
        };
        at.min(due)
    }
}

/// The ladder of a clock: its own steps, or the usual ones. One of them is the breach, and only one.
fn rungs(own: &[Warning], usual: &[Step], time: &Time<'_>) -> Vec<Rung> {
    let step =
        |share: u32, who: &str| Rung { at: time.share(share), code: code_of(share), who: who.to_owned() };
    let mut rungs: Vec<Rung> = if own.is_empty() {
        usual.iter().map(|usual| step(usual.share, &usual.who)).collect()
    } else {
        own.iter()
            .map(|warning| match warning.share {
                Some(share) => step(share, &warning.who),
                None => rung_of(warning, time.calendar, time.began, time.due),
            })
            .collect()
    };
    let mut breached = false;
    for rung in &mut rungs {
        if rung.code == BREACH && std::mem::replace(&mut breached, true) {
            rung.code = "late";
        }
    }
    if !breached {
        rungs.push(Rung { at: time.due, code: BREACH, who: "supervisor".to_owned() });
    }
    rungs.sort_by_key(|rung| rung.at);
    rungs
}

/// What a step at this share of the time is called.
fn code_of(share: u32) -> &'static str {
    match share {
        50 => "half",
        75 => "three-quarters",
        90 => "nine-tenths",
        100.. => BREACH,
        _ => "warning",
    }
}

fn length_of(length: u32, unit: LengthUnit) -> Length {
    match unit {
        LengthUnit::Hours => Length::Hours(length),
        LengthUnit::WorkingDays => Length::WorkingDays(length),
        LengthUnit::CalendarDays => Length::Days(length),
        LengthUnit::Months => Length::Months(length),
    }
}

/// A step that the rule brings.
fn rung_of(warning: &Warning, calendar: &Calendar, began: DateTime<Utc>, due: DateTime<Utc>) -> Rung {
    let (at, code) = match (warning.after, warning.before, warning.late) {
        (Some(n), _, _) => (calendar.due(began, length_of(n, warning.unit)).min(due), "warning"),
        (_, Some(n), _) => (back(calendar, due, n, warning.unit).max(began), "warning"),
        (_, _, Some(0)) | (None, None, None) => (due, BREACH),
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

    fn usual() -> Vec<Step> {
        let steps = [(50, "owner"), (75, "on-duty"), (90, "supervisor"), (100, "directorate")];
        steps.map(|(share, who)| Step { share, who: who.to_owned() }).to_vec()
    }

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
                let rungs = rungs(&[], &usual(), &Time { calendar: &calendar, runs, began, due });
                prop_assert!(rungs.is_sorted_by_key(|rung| rung.at));
                prop_assert!(rungs.iter().all(|rung| began <= rung.at && rung.at <= due));
            }
        }
    }

    #[test]
    fn a_day_of_24_hours_climbs_at_12_18_21_36_and_its_end() {
        let began = Utc.with_ymd_and_hms(2026, 11, 24, 6, 0, 0).unwrap();
        let (calendar, due) = (office(), began + TimeDelta::hours(24));
        let rungs = rungs(&[], &usual(), &Time { calendar: &calendar, runs: Runs::Always, began, due });
        let at: Vec<_> =
            rungs.iter().map(|rung| ((rung.at - began).num_minutes(), rung.code, &*rung.who)).collect();
        let wanted = [
            (720, "half", "owner"),
            (1080, "three-quarters", "on-duty"),
            (1296, "nine-tenths", "supervisor"),
            (1440, BREACH, "directorate"),
        ];
        assert_eq!(at, wanted);
    }
}

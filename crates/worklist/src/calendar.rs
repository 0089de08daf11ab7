//! The working time of an office: weekend, hours, hours of a season (Ramadan), holidays, zone. Pure arithmetic.
//!
//! How lengths are counted: *hours* run day and night. *Days* and *months* are dates: the period ends with the
//! local day it reaches, months clamped to the month's end. *Working days* are counted from the day after the
//! start and end when the office closes on the last of them, so a start at night or on a holiday loses nothing.

use std::collections::BTreeSet;

use chrono::{
    DateTime, Datelike, Days, LocalResult, Months, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday,
};
use chrono_tz::Tz;

/// Opening and closing, local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayHours {
    /// Opens.
    pub opens: NaiveTime,
    /// Closes, the same day.
    pub closes: NaiveTime,
}

/// Office hours in a span of days. Of several that hold on a day the last one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoursFrom {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub until: Option<NaiveDate>,
    /// The hours.
    pub hours: DayHours,
}

/// The length of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Hours, day and night.
    Hours(u32),
    /// Days of the calendar.
    Days(u32),
    /// Months of the calendar, clamped to the month's end.
    Months(u32),
    /// Days on which the office works.
    WorkingDays(u32),
    /// Minutes of office hours.
    WorkingMinutes(u32),
}

/// Why a calendar cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// Every day is weekend.
    #[error("no day of the week is worked")]
    NoWorkingDay,
    /// An office that closes before it opens.
    #[error("the office closes before it opens")]
    NoHours,
}

/// The working calendar of one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    zone: Tz,
    weekend: Vec<Weekday>,
    usual: DayHours,
    seasons: Vec<HoursFrom>,
    yearly: Vec<(u32, u32)>,
    holidays: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// A calendar without holidays.
    ///
    /// # Errors
    /// [`CalendarError`] when there would be no working time at all.
    pub fn new(zone: Tz, weekend: &[Weekday], usual: DayHours) -> Result<Self, CalendarError> {
        if usual.opens >= usual.closes {
            return Err(CalendarError::NoHours);
        }
        let mut day = Weekday::Mon;
        for _ in 0..7 {
            if !weekend.contains(&day) {
                return Ok(Self {
                    zone,
                    weekend: weekend.to_vec(),
                    usual,
                    seasons: Vec::new(),
                    yearly: Vec::new(),
                    holidays: BTreeSet::new(),
                });
            }
            day = day.succ();
        }
        Err(CalendarError::NoWorkingDay)
    }

    /// The calendar of an office of the pack, or of the pack's own zone without an office.
    ///
    /// # Errors
    /// [`CalendarError`] when the pack's rows leave no working time.
    pub fn of_pack(pack: &haqqi_pack::Pack, office: Option<&str>) -> Result<Self, CalendarError> {
        let rows = pack.calendar();
        let zone = office.map_or_else(|| pack.zone(), |office| pack.office_zone(office));
        let spans: Vec<HoursFrom> = rows
            .hours()
            .iter()
            .map(|row| HoursFrom {
                from: row.from,
                until: row.until,
                hours: DayHours { opens: row.opens, closes: row.closes },
            })
            .collect();
        let usual = spans
            .iter()
            .rev()
            .find(|span| span.until.is_none())
            .or(spans.first())
            .ok_or(CalendarError::NoHours)?
            .hours;
        let mut calendar = Self::new(zone, rows.weekend(), usual)?;
        for span in spans {
            calendar.add_season(span)?;
        }
        calendar.yearly = rows.fixed_holidays().iter().map(|day| (day.month, day.day)).collect();
        for span in rows.movable_holidays() {
            for day in span.from.iter_days().take_while(|day| *day <= span.until) {
                calendar.add_holiday(day);
            }
        }
        Ok(calendar)
    }

    /// Other hours in a span of days.
    ///
    /// # Errors
    /// [`CalendarError::NoHours`] when the office would close before it opens.
    pub fn add_season(&mut self, span: HoursFrom) -> Result<(), CalendarError> {
        if span.hours.opens >= span.hours.closes {
            return Err(CalendarError::NoHours);
        }
        self.seasons.push(span);
        Ok(())
    }

    /// A day on which the office is closed; may be added at any time.
    pub fn add_holiday(&mut self, day: NaiveDate) {
        self.holidays.insert(day);
    }

    /// A holiday of every year.
    pub fn add_yearly_holiday(&mut self, month: u32, day: u32) {
        self.yearly.push((month, day));
    }

    /// The zone.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The local date of an instant.
    #[must_use]
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// Neither weekend nor holiday.
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !self.weekend.contains(&day.weekday())
            && !self.holidays.contains(&day)
            && !self.yearly.contains(&(day.month(), day.day()))
    }

    /// The hours that hold on a day, were it worked.
    fn hours(&self, day: NaiveDate) -> DayHours {
        let holds = |span: &&HoursFrom| span.from <= day && span.until.is_none_or(|until| day <= until);
        self.seasons.iter().rev().find(holds).map_or(self.usual, |span| span.hours)
    }

    /// Opening and closing of a working day as instants; none on days that are not worked.
    #[must_use]
    pub fn open_between(&self, day: NaiveDate) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        if !self.is_working_day(day) {
            return None;
        }
        let hours = self.hours(day);
        let (opens, closes) = (self.instant(day, hours.opens), self.instant(day, hours.closes));
        (opens < closes).then_some((opens, closes))
    }

    /// Whether the office is open. The closing instant itself is outside.
    #[must_use]
    pub fn is_working(&self, at: DateTime<Utc>) -> bool {
        self.open_between(self.date(at)).is_some_and(|(opens, closes)| opens <= at && at < closes)
    }

    /// When a clock of this length that began at `start` is due. Never earlier for a later start or a longer
    /// length of the same unit.
    #[must_use]
    pub fn due(&self, start: DateTime<Utc>, length: Length) -> DateTime<Utc> {
        let day = self.date(start);
        match length {
            Length::Hours(hours) => start + TimeDelta::hours(i64::from(hours)),
            Length::Days(days) => {
                self.end_of_day(day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX))
            }
            Length::Months(months) => {
                self.end_of_day(day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
            }
            Length::WorkingDays(0) => start,
            Length::WorkingDays(days) => {
                let skip = usize::try_from(days).unwrap_or(usize::MAX).saturating_sub(1);
                self.windows_after(day).nth(skip).map_or(start, |(_, closes)| closes)
            }
            Length::WorkingMinutes(minutes) => {
                self.after_working(start, TimeDelta::minutes(i64::from(minutes)))
            }
        }
    }

    /// As [`Calendar::due`], and a date on a day that is not worked moves to the close of the next working day.
    #[must_use]
    pub fn due_rolled(&self, start: DateTime<Utc>, length: Length) -> DateTime<Utc> {
        let due = self.due(start, length);
        if self.is_working_day(self.date(due)) {
            return due;
        }
        self.windows_after(self.date(due)).next().map_or(due, |(_, closes)| closes)
    }

    /// The instant at which this much office time has passed since `start`; `start` itself for none.
    #[must_use]
    pub fn after_working(&self, start: DateTime<Utc>, length: TimeDelta) -> DateTime<Utc> {
        if length <= TimeDelta::zero() {
            return start;
        }
        let mut left = length;
        let day = self.date(start);
        let today = self.open_between(day).into_iter();
        for (opens, closes) in today.chain(self.windows_after(day)) {
            let from = opens.max(start);
            let here = closes - from;
            if here >= left {
                return from + left;
            }
            if here > TimeDelta::zero() {
                left -= here;
            }
        }
        start + length
    }

    /// Office time between two instants, zero when `to` is not later.
    #[must_use]
    pub fn working_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
        if to <= from {
            return TimeDelta::zero();
        }
        let last = self.date(to);
        self.date(from)
            .iter_days()
            .take_while(|day| *day <= last)
            .filter_map(|day| self.open_between(day))
            .map(|(opens, closes)| (closes.min(to) - opens.max(from)).max(TimeDelta::zero()))
            .fold(TimeDelta::zero(), |sum, part| sum + part)
    }

    /// Whole working minutes between two instants.
    #[must_use]
    pub fn working_minutes(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        self.working_between(from, to).num_minutes()
    }

    /// The working windows of the days after this one. Ends only with the calendar itself.
    fn windows_after(&self, day: NaiveDate) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> + '_ {
        day.iter_days().skip(1).filter_map(|day| self.open_between(day))
    }

    /// The last second of a local day.
    #[must_use]
    pub fn end_of_day(&self, day: NaiveDate) -> DateTime<Utc> {
        let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
        match self.zone.from_local_datetime(&day.and_time(last)) {
            LocalResult::Ambiguous(_, later) => later.with_timezone(&Utc),
            _ => self.instant(day, last),
        }
    }

    /// The middle of a day, for what knows the day alone.
    #[must_use]
    pub fn noon(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instant(day, NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default())
    }

    /// A local wall-clock time as an instant: the earlier of two where the hour repeats, and where it is skipped
    /// the instant that a clock not yet put forward would show.
    #[must_use]
    pub fn instant(&self, day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        let local = day.and_time(time);
        match self.zone.from_local_datetime(&local) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
            LocalResult::None => {
                let before = local - TimeDelta::hours(3);
                let earlier = self.zone.from_local_datetime(&before).earliest();
                earlier.map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc) + TimeDelta::hours(3))
            }
        }
    }
}

#[cfg(test)]
mod tests;

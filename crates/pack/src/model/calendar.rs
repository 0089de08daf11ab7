//! Working days and office hours.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::Deserialize;

use crate::de;

/// `calendar.toml` with its iCalendar files read in.
#[derive(Debug, Clone)]
pub struct Calendar {
    pub(crate) weekend: Vec<Weekday>,
    pub(crate) hours: Vec<OfficeHours>,
    pub(crate) fixed: Vec<FixedHoliday>,
    pub(crate) movable: Vec<MovableHoliday>,
}

/// `[[hours]]`: office hours in a span of days. The last row of the file that holds on a day counts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeHours {
    /// `usual`, `ramadan`, …
    pub code: String,
    /// First day.
    #[serde(deserialize_with = "de::date")]
    pub from: NaiveDate,
    /// Last day, included.
    #[serde(default, deserialize_with = "de::date_opt")]
    pub until: Option<NaiveDate>,
    /// Local time of opening.
    #[serde(deserialize_with = "de::time")]
    pub opens: NaiveTime,
    /// Local time of closing.
    #[serde(deserialize_with = "de::time")]
    pub closes: NaiveTime,
    /// Compared with its source by a person.
    #[serde(default)]
    pub verified: bool,
}

/// `[[holiday]]`: the same day each year.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedHoliday {
    /// The code; its label is `holiday-<code>`.
    pub code: String,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// Compared with its source by a person.
    #[serde(default)]
    pub verified: bool,
}

/// A holiday of one year, entered by an iCalendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovableHoliday {
    /// From `CATEGORIES`; its label is `holiday-<code>`.
    pub code: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub until: NaiveDate,
    /// `STATUS:CONFIRMED`; a tentative date is one that nobody has announced yet.
    pub verified: bool,
}

impl Calendar {
    /// The days of the week that are not worked.
    pub fn weekend(&self) -> &[Weekday] {
        &self.weekend
    }

    /// All rows of office hours.
    pub fn hours(&self) -> &[OfficeHours] {
        &self.hours
    }

    /// Holidays of each year.
    pub fn fixed_holidays(&self) -> &[FixedHoliday] {
        &self.fixed
    }

    /// Holidays entered year by year.
    pub fn movable_holidays(&self) -> &[MovableHoliday] {
        &self.movable
    }

    /// The code of the holiday on this day.
    pub fn holiday(&self, on: NaiveDate) -> Option<&str> {
        let fixed = self.fixed.iter().find(|day| day.month == on.month() && day.day == on.day());
        fixed.map(|day| day.code.as_str()).or_else(|| {
            self.movable.iter().find(|day| day.from <= on && on <= day.until).map(|day| day.code.as_str())
        })
    }

    /// Neither weekend nor holiday.
    pub fn is_working_day(&self, on: NaiveDate) -> bool {
        !self.weekend.contains(&on.weekday()) && self.holiday(on).is_none()
    }

    /// Local opening and closing time, `None` on days that are not worked.
    pub fn hours_on(&self, on: NaiveDate) -> Option<(NaiveTime, NaiveTime)> {
        if !self.is_working_day(on) {
            return None;
        }
        let row = self
            .hours
            .iter()
            .rev()
            .find(|row| row.from <= on && row.until.is_none_or(|until| on <= until))?;
        Some((row.opens, row.closes))
    }
}

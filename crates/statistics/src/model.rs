//! What is asked and what is answered. No I/O.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeZone, Utc};
use haqqi_pack::Figure;

/// The longest period, in days: eleven years.
const LONGEST: i64 = 4018;

/// Whole days of the house's zone, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// Why a period cannot be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// It ends before it begins.
    #[error("the period ends before it begins")]
    Order,
    /// It is longer than eleven years.
    #[error("the period is too long")]
    Long,
}

impl Period {
    /// A period of whole days.
    ///
    /// # Errors
    /// [`PeriodError`] if it ends before it begins, or is longer than eleven years.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Result<Self, PeriodError> {
        if to < from {
            Err(PeriodError::Order)
        } else if (to - from).num_days() > LONGEST {
            Err(PeriodError::Long)
        } else {
            Ok(Self { from, to })
        }
    }

    /// The month of this day, up to the day.
    #[must_use]
    pub fn month(today: NaiveDate) -> Self {
        Self { from: today.with_day(1).unwrap_or(today), to: today }
    }

    /// So many days, the last of them today.
    #[must_use]
    pub fn last(days: u64, today: NaiveDate) -> Self {
        let from = today.checked_sub_days(Days::new(days.saturating_sub(1))).unwrap_or(today);
        Self { from, to: today }
    }

    /// The instants of the period in a zone: from the first, before the second.
    #[must_use]
    pub fn instants<Z: TimeZone>(&self, zone: &Z) -> (DateTime<Utc>, DateTime<Utc>) {
        let after = self.to.checked_add_days(Days::new(1)).unwrap_or(self.to);
        (begin_of(self.from, zone), begin_of(after, zone))
    }
}

/// The first instant of a day. Where a clock is put forward at midnight, the day begins an hour later.
fn begin_of<Z: TimeZone>(day: NaiveDate, zone: &Z) -> DateTime<Utc> {
    (0..4)
        .filter_map(|hour| day.and_hms_opt(hour, 0, 0))
        .find_map(|local| zone.from_local_datetime(&local).earliest())
        .map_or_else(|| day.and_time(chrono::NaiveTime::MIN).and_utc(), |local| local.with_timezone(&Utc))
}

/// One group of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its code; empty where the step does not say.
    pub code: String,
    /// How many; none where the number is too small for this reader.
    pub count: Option<u64>,
}

/// A figure, counted.
#[derive(Debug, Clone)]
pub struct Counted {
    /// Its definition.
    pub figure: Figure,
    /// How many in all; none where the number is too small for this reader.
    pub total: Option<u64>,
    /// Divided by its group, the largest first; empty where the definition names none.
    pub groups: Vec<Group>,
    /// Groups were asked for but are not for this reader under this filter.
    pub undivided: bool,
}

/// What became, until now, of the complaints that were received in the period. Received is always closed by outcome
/// and open together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    /// Received in the period, each once.
    pub received: Option<u64>,
    /// Closed by now, by outcome, the largest first.
    pub closed: Vec<Group>,
    /// Open still.
    pub open: Option<u64>,
}

/// The answer.
#[derive(Debug, Clone)]
pub struct Figures {
    /// Which days.
    pub period: Period,
    /// Which office; none is all that the reader reaches.
    pub office: Option<String>,
    /// Until now.
    pub counted_at: DateTime<Utc>,
    /// What became of what was received.
    pub cohort: Cohort,
    /// In the order of the pack.
    pub figures: Vec<Counted>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_holds_both_its_days_and_months_begin_on_the_first() {
        let period = Period::new(day("2026-11-01"), day("2026-11-24")).unwrap();
        assert_eq!(period, Period::month(day("2026-11-24")));
        let (from, until) = period.instants(&Utc);
        assert_eq!(from.to_rfc3339(), "2026-11-01T00:00:00+00:00");
        assert_eq!(until.to_rfc3339(), "2026-11-25T00:00:00+00:00");
        assert_eq!(Period::last(30, day("2026-11-30")), Period::month(day("2026-11-30")));
        assert_eq!(Period::new(day("2026-11-02"), day("2026-11-01")), Err(PeriodError::Order));
        assert_eq!(Period::new(day("1926-11-02"), day("2026-11-01")), Err(PeriodError::Long));
    }
}

//! The day on which an inspector was there: what the law counts from.

use chrono::NaiveDate;

/// The message for a day that cannot be.
pub(crate) const NO_SUCH_DAY: &str = "inspections-error-found-day";

/// What is known of a visit's days, each a day of the office's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitDays {
    /// When the visit was made a plan: nobody was there before.
    pub made: NaiveDate,
    /// For when it is planned.
    pub planned: NaiveDate,
    /// When its record was begun, if it was.
    pub began: Option<NaiveDate>,
    /// Today.
    pub today: NaiveDate,
}

impl VisitDays {
    /// The day that is meant where nobody says one: the earliest on which something can have been found, for a month that
    /// is thought to end too early harms nobody.
    #[must_use]
    pub fn usual(&self) -> NaiveDate {
        let earliest = self.planned.min(self.began.unwrap_or(self.today)).min(self.today);
        earliest.max(self.made.min(self.today))
    }

    /// Whether somebody can have been there on this day.
    #[must_use]
    pub fn may_be(&self, day: NaiveDate) -> bool {
        self.made <= day && day <= self.today
    }

    /// The day that was told, or the usual one.
    ///
    /// # Errors
    /// The message where the day that was told cannot be.
    pub fn of(&self, told: Option<NaiveDate>) -> Result<NaiveDate, &'static str> {
        match told {
            None => Ok(self.usual()),
            Some(day) if self.may_be(day) => Ok(day),
            Some(_) => Err(NO_SUCH_DAY),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
    }

    #[test]
    fn nobody_was_there_tomorrow_or_before_the_visit_was_made() {
        let days = VisitDays { made: day(3), planned: day(10), began: None, today: day(20) };
        assert_eq!(days.of(None), Ok(day(10)), "the day of the plan, which is past");
        assert_eq!(days.of(Some(day(12))), Ok(day(12)));
        assert!(days.of(Some(day(21))).is_err() && days.of(Some(day(2))).is_err());
        let early = VisitDays { began: Some(day(5)), today: day(6), ..days };
        assert_eq!(early.usual(), day(5), "made before its time: the record was begun there");
        assert_eq!(VisitDays { today: day(6), ..days }.usual(), day(6));
    }
}

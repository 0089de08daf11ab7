//! Days that the house learns for another purpose: an officer works out what is owed and enters the last day of work, she
//! says which months are not paid. They start her clocks where nobody has told the day itself, so that whoever knows
//! nothing of a clock, or has no way to her page, loses nothing by it.

use chrono::{Days, Months, NaiveDate};
use haqqi_pack::{KnownFrom, Pack, Party};

use super::ToldDays;
use crate::claims::{WageClaim, month_of};

/// What was learnt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Learnt {
    /// Her last day of work.
    pub ended: Option<NaiveDate>,
    /// The employer ended it.
    pub dismissed: bool,
    /// The last day of the first month whose pay is missing.
    pub unpaid: Option<NaiveDate>,
}

impl Learnt {
    /// From the months that she claims.
    #[must_use]
    pub fn of_claims(claims: &[WageClaim]) -> Self {
        let missing = claims.iter().filter(|claim| claim.missing() != Some(0));
        Self { unpaid: missing.filter_map(|claim| last_of_month(&claim.month)).min(), ..Self::default() }
    }

    /// The days by the pack: event → day. What lies ahead starts nothing yet.
    #[must_use]
    pub fn days(&self, pack: &Pack, today: NaiveDate) -> ToldDays {
        let rows = pack.deadlines().iter().filter(|row| row.on && row.against == Party::Worker);
        rows.filter_map(|row| {
            let day = match row.known_from? {
                KnownFrom::WorkEnded => self.ended,
                KnownFrom::Dismissed => self.ended.filter(|_| self.dismissed),
                KnownFrom::MonthClaimed => self.unpaid,
            };
            Some((row.starts.clone(), day.filter(|day| *day <= today)?))
        })
        .collect()
    }
}

/// The last day of a month, `2026-05`.
#[must_use]
pub fn last_of_month(month: &str) -> Option<NaiveDate> {
    let (year, month) = month_of(month)?;
    let first = NaiveDate::from_ymd_opt(year, u32::from(month), 1)?;
    first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))
}

#[cfg(test)]
mod tests {
    use super::{Learnt, last_of_month};
    use crate::claims::WageClaim;

    #[test]
    fn the_first_month_that_is_not_wholly_paid_counts() {
        let month = |month: &str, agreed, paid| WageClaim { month: month.to_owned(), agreed, paid };
        let claims = [
            month("2026-09", Some(300_000), None),
            month("2026-02", Some(300_000), Some(300_000)),
            month("2026-08", Some(300_000), Some(100_000)),
        ];
        assert_eq!(Learnt::of_claims(&claims).unpaid, last_of_month("2026-08"));
        assert_eq!(last_of_month("2028-02").map(|day| day.to_string()).as_deref(), Some("2028-02-29"));
        assert_eq!(Learnt::of_claims(&[]), Learnt::default());
    }
}

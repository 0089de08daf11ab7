//! What is owed to a worker, by dated law, line by line. Pure: facts and the pack's rows in, lines out.
//!
//! Amounts are whole minor units; in between, exact fractions. **The one rule of rounding:** each line is rounded once,
//! at its end, to the nearest minor unit, a half upwards; the total is the sum of the lines as they are shown.
//!
//! A fact that is not known makes an interval, *at least* and *at most*; where nothing bounds it, there is no *at most*.
//! What was taken for given is said beside the line. What the crate knows of no country: which figure serves for what,
//! when and by which article are rows of the pack (`entitlements.toml`, `rates.toml`, `law.toml`).
//!
//! - The rule in force on each day applies: a month in which one changes is split by its days.
//! - Part of a month is paid by its days of the calendar; a day's pay (leave, notice) is a month's by the pack's divisor.
//! - What was received in a month covers its base pay first, then what its longer hours earned.
//! - What work earned by its end (leave, service, notice, dismissal) follows the law of the last day.
//! - Service is whole months, and days as a part of the month that they begin.

mod facts;
mod law;
mod limits;
mod line;
mod month;
mod ratio;
mod segment;
mod service;

use chrono::NaiveDate;
use haqqi_pack::Pack;

pub use facts::{Facts, Fault, FieldFault, LARGEST_AMOUNT, MOST_MONTHS, Month, Nationality, check, month_of};
pub use haqqi_pack::{Due, Ending};
pub use limits::{employer_fine, most_of_advance};
pub use line::{Assumed, Calculation, Known, Limit, Line, Missing, Part};
pub use ratio::Ratio;

use law::Law;

/// Works out what is owed. Today is the day of the calculation: work that goes on is counted up to it.
///
/// # Errors
/// What is wrong with the facts, each with its field.
pub fn work_out(pack: &Pack, facts: &Facts, today: NaiveDate) -> Result<Calculation, Vec<FieldFault>> {
    let faults = check(pack, facts, today);
    if !faults.is_empty() {
        return Err(faults);
    }
    let too_large = || vec![FieldFault { field: "months".to_owned(), fault: Fault::TooLarge }];
    counted(pack, facts, today).ok_or_else(too_large)
}

/// Nothing where a number grows beyond what can be counted.
fn counted(pack: &Pack, facts: &Facts, today: NaiveDate) -> Option<Calculation> {
    let law = Law::new(pack, facts);
    let mut lines = Vec::new();
    for month in facts.sorted() {
        lines.extend(month::lines(&law, facts, month, today)?);
    }
    lines.extend(service::lines(&law, facts, today)?);
    lines.sort_by_key(|line: &Line| (line.due, line.from));
    let limits = limits::limits(&law, facts, today)?;
    Calculation::of(lines, limits)
}

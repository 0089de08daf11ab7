//! What is known. Each fact may be unknown; what cannot be is refused, by field.

use chrono::{Datelike, Months, NaiveDate};
use haqqi_pack::{Ending, Pack};
use serde::{Deserialize, Serialize};

/// Most months in one calculation.
pub const MOST_MONTHS: usize = 60;
/// The largest amount, in minor units: far above any wage.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000_000;
/// How far back work may lie, in years.
const LONG_AGO: u32 = 60;

/// Whom the law tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nationality {
    /// Of the country.
    Nationals,
    /// Of another.
    Others,
}

impl Nationality {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Nationals, Self::Others];

    /// The code, as in the rates of the pack.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Nationals => "nationals",
            Self::Others => "others",
        }
    }
}

/// A month for which pay is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Month {
    /// Year and month, `2026-05`.
    pub month: String,
    /// A whole month's pay, as agreed, in minor units.
    #[serde(default)]
    pub agreed: Option<i64>,
    /// What was received for this month, in minor units.
    #[serde(default)]
    pub received: Option<i64>,
    /// Minutes beyond the day's hours. Absent: not known.
    #[serde(default)]
    pub overtime: Option<i64>,
    /// Minutes on rest days and holidays. Absent: not known.
    #[serde(default)]
    pub rest: Option<i64>,
}

/// Everything that is known. What is absent is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The regime of labour law, a code of the pack.
    #[serde(default)]
    pub regime: Option<String>,
    /// Where the law tells nationals from others.
    #[serde(default)]
    pub nationality: Option<Nationality>,
    /// First day of work.
    #[serde(default)]
    pub began: Option<NaiveDate>,
    /// Last day of work.
    #[serde(default)]
    pub ended: Option<NaiveDate>,
    /// How it ended.
    #[serde(default)]
    pub ending: Option<Ending>,
    /// The months for which pay is asked.
    #[serde(default)]
    pub months: Vec<Month>,
    /// A whole month's pay at the end, in minor units.
    #[serde(default)]
    pub last_pay: Option<i64>,
    /// Days of leave that were earned and not taken.
    #[serde(default)]
    pub leave_days: Option<i64>,
    /// Days of notice that were given.
    #[serde(default)]
    pub notice_days: Option<i64>,
    /// Whether the social insurance covers her.
    #[serde(default)]
    pub insured: Option<bool>,
    /// Whether the dismissal was not lawful.
    #[serde(default)]
    pub unfair: Option<bool>,
}

impl Facts {
    /// The months in order of time, whatever the order in which they were given.
    pub(crate) fn sorted(&self) -> Vec<&Month> {
        let mut months: Vec<&Month> = self.months.iter().collect();
        months.sort_by(|one, other| one.month.cmp(&other.month));
        months
    }

    /// The last day that counts: the last day of work, or today.
    pub(crate) fn last_day(&self, today: NaiveDate) -> NaiveDate {
        self.ended.unwrap_or(today)
    }
}

/// What cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// No such regime.
    Regime,
    /// In the future, or too long ago.
    Date,
    /// The last day lies before the first, or work goes on and has a last day.
    Order,
    /// No month.
    Month,
    /// The month stands twice.
    Twice,
    /// The month lies outside the time of work.
    Outside,
    /// No amount that a wage could be.
    Amount,
    /// More hours than there are.
    Hours,
    /// More days than can be.
    Days,
    /// More months than are counted at once.
    TooMany,
    /// Too large to be counted.
    TooLarge,
}

impl Fault {
    /// The code, for messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Regime => "regime",
            Self::Date => "date",
            Self::Order => "order",
            Self::Month => "month",
            Self::Twice => "twice",
            Self::Outside => "outside",
            Self::Amount => "amount",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::TooMany => "too-many",
            Self::TooLarge => "too-large",
        }
    }
}

/// What is wrong with a field: `ended`, `months.3.agreed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldFault {
    /// The field.
    pub field: String,
    /// What cannot be.
    pub fault: Fault,
}

/// Year and month of `2026-05`, as its first and its last day.
#[must_use]
pub fn month_of(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (year, month) = text.split_once('-')?;
    if year.len() != 4 || month.len() != 2 || !text.chars().all(|c| c.is_ascii_digit() || c == '-') {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)?;
    (1990..=2100).contains(&first.year()).then_some(())?;
    Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
}

/// Everything that is wrong with the facts.
#[must_use]
pub fn check(pack: &Pack, facts: &Facts, today: NaiveDate) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let mut add = |field: &str, fault: Fault| faults.push(FieldFault { field: field.to_owned(), fault });
    if facts.regime.as_deref().is_some_and(|code| pack.regime(code).is_none()) {
        add("regime", Fault::Regime);
    }
    let first = today.checked_sub_months(Months::new(12 * LONG_AGO)).unwrap_or(NaiveDate::MIN);
    for (field, day) in [("began", facts.began), ("ended", facts.ended)] {
        if day.is_some_and(|day| day > today || day < first) {
            add(field, Fault::Date);
        }
    }
    let reversed = matches!((facts.began, facts.ended), (Some(began), Some(ended)) if ended < began);
    if reversed || (facts.ending == Some(Ending::Open) && facts.ended.is_some()) {
        add("ended", Fault::Order);
    }
    if !amount(facts.last_pay) {
        add("last_pay", Fault::Amount);
    }
    for (field, days) in [("leave_days", facts.leave_days), ("notice_days", facts.notice_days)] {
        if days.is_some_and(|days| !(0..=3660).contains(&days)) {
            add(field, Fault::Days);
        }
    }
    if facts.months.len() > MOST_MONTHS {
        add("months", Fault::TooMany);
        return faults;
    }
    for (at, month) in facts.months.iter().enumerate() {
        faults.extend(check_month(facts, at, month, today));
    }
    faults
}

fn amount(amount: Option<i64>) -> bool {
    amount.is_none_or(|amount| (0..=LARGEST_AMOUNT).contains(&amount))
}

fn check_month(facts: &Facts, at: usize, month: &Month, today: NaiveDate) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let mut add =
        |field: &str, fault: Fault| faults.push(FieldFault { field: format!("months.{at}.{field}"), fault });
    match month_of(&month.month) {
        None => add("month", Fault::Month),
        Some((first, last)) => {
            let outside = first > today
                || facts.began.is_some_and(|began| last < began)
                || facts.ended.is_some_and(|ended| first > ended);
            if outside {
                add("month", Fault::Outside);
            }
            let most = i64::from(last.day()) * 24 * 60;
            for (field, minutes) in [("overtime", month.overtime), ("rest", month.rest)] {
                if minutes.is_some_and(|minutes| !(0..=most).contains(&minutes)) {
                    add(field, Fault::Hours);
                }
            }
        }
    }
    if facts.months.iter().take(at).any(|other| other.month == month.month) {
        add("month", Fault::Twice);
    }
    for (field, value) in [("agreed", month.agreed), ("received", month.received)] {
        if !amount(value) {
            add(field, Fault::Amount);
        }
    }
    faults
}

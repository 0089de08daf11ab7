//! Marks in the words of a public page: what the pack knows, put in when the page is shown.
//!
//! | mark | is shown as |
//! |---|---|
//! | `{rate:annual-leave}` | the figure in force today under the topic's regime, with its unit |
//! | `{rate:least-pay@dock}` | the same of another regime |
//! | `{rate:least-pay/others}` | where the law tells nationals from others |
//! | `{deadline:pay-claim}` | the length of a clock, as law |
//! | `{ask:pay-claim}` | the length of a clock that runs against the worker, as advice: ask within that time |
//! | `{law:wc-20}` | nothing; it says that the sentence rests on this article |
//!
//! A paragraph or point that holds one of `rate`, `deadline`, `law` is law: it is shown only where every row it names
//! holds today and is approved.

use chrono::NaiveDate;
use haqqi_language::{Args, Language};
use haqqi_pack::{Article, Deadline, LengthUnit, Pack, Party, Rate, RateUnit, label};

/// What a mark names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A dated figure.
    Rate {
        /// The code.
        code: String,
        /// Another regime than the topic's.
        regime: Option<String>,
        /// `nationals` or `others`.
        nationality: Option<String>,
    },
    /// A clock's length, as law.
    Deadline(String),
    /// A clock's length, as advice.
    Ask(String),
    /// An article that the sentence rests on.
    Law(String),
}

/// What stands in a mark's place, and what it rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The words; empty for an article.
    pub text: String,
    /// The article's code.
    pub article: Option<String>,
}

impl Mark {
    /// Reads what stands between the braces.
    #[must_use]
    pub fn read(inside: &str) -> Option<Self> {
        let (kind, name) = inside.split_once(':')?;
        let plain = |name: &str| {
            let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
            (!name.is_empty() && name.chars().all(fits)).then(|| name.to_owned())
        };
        Some(match kind {
            "rate" => {
                let (name, nationality) = name.split_once('/').map_or((name, None), |(n, of)| (n, Some(of)));
                let (code, regime) = name.split_once('@').map_or((name, None), |(n, of)| (n, Some(of)));
                let some = |part: Option<&str>| part.map_or(Some(None), |part| plain(part).map(Some));
                Self::Rate { code: plain(code)?, regime: some(regime)?, nationality: some(nationality)? }
            }
            "deadline" => Self::Deadline(plain(name)?),
            "ask" => Self::Ask(plain(name)?),
            "law" => Self::Law(plain(name)?),
            _ => return None,
        })
    }

    /// Whether the sentence around it is a statement of law.
    #[must_use]
    pub fn is_law(&self) -> bool {
        !matches!(self, Self::Ask(_))
    }

    /// What is wrong with it in this pack, whatever the day.
    #[must_use]
    pub fn fault(&self, pack: &Pack, regime: &str) -> Option<String> {
        match self {
            Self::Rate { code, regime: own, nationality } => {
                let regime = own.as_deref().unwrap_or(regime);
                let fits = |rate: &Rate| {
                    rate.regime == regime && rate.nationality.as_deref() == nationality.as_deref()
                };
                (!pack.rates().all(code).any(fits))
                    .then(|| format!("no rate `{code}` of the regime `{regime}`"))
            }
            Self::Deadline(code) => (!pack.deadlines().has(code)).then(|| format!("no deadline `{code}`")),
            Self::Ask(code) => {
                let against = |row: &Deadline| row.against == Party::Worker;
                (!pack.deadlines().all(code).any(against))
                    .then(|| format!("no deadline `{code}` that runs against a worker"))
            }
            Self::Law(code) => (!pack.articles().has(code)).then(|| format!("no article `{code}`")),
        }
    }

    /// What stands in its place on a day; nothing where the row does not hold or is not approved.
    #[must_use]
    pub fn fill(&self, pack: &Pack, language: &Language, regime: &str, on: NaiveDate) -> Option<Filled> {
        match self {
            Self::Rate { code, regime: own, nationality } => {
                let regime = own.as_deref().unwrap_or(regime);
                let row = pack.rates().all(code).find(|row| {
                    row.regime == regime
                        && row.nationality.as_deref() == nationality.as_deref()
                        && from_until(on, row.from, row.until)
                })?;
                let text = rate(pack, language, row);
                row.verified.then(|| Filled { text, article: row.article.clone() })
            }
            Self::Deadline(code) => {
                let row = pack.deadline(code, on).filter(|row| row.verified)?;
                Some(Filled { text: length(language, row), article: row.article.clone() })
            }
            // Advice to be early is no statement of law: it needs no lawyer.
            Self::Ask(code) => {
                let row = pack.deadline(code, on)?;
                Some(Filled { text: length(language, row), article: None })
            }
            Self::Law(code) => {
                let row: &Article = pack.article(code, on).filter(|row| row.verified)?;
                Some(Filled { text: String::new(), article: Some(row.code.clone()) })
            }
        }
    }
}

fn from_until(on: NaiveDate, from: NaiveDate, until: Option<NaiveDate>) -> bool {
    from <= on && until.is_none_or(|until| on <= until)
}

fn counted(language: &Language, id: &str, name: &str, count: i64) -> String {
    language.text_with(id, &Args::new().set(name, count))
}

/// Hours, with minutes where they do not come out even. Never days: “48 hours a week” are not two days.
fn hours(language: &Language, minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => counted(language, "guide-hours", "hours", hours),
        (0, minutes) => counted(language, "common-duration-minutes", "minutes", minutes),
        (hours, minutes) => language.text_with(
            "common-duration-hours-minutes",
            &Args::new().set("hours", hours).set("minutes", minutes),
        ),
    }
}

/// A figure of the law in words.
fn rate(pack: &Pack, language: &Language, row: &Rate) -> String {
    match row.unit {
        RateUnit::MinorPerMonth | RateUnit::Minor => {
            let currency = language.text(&label("pack", "currency"));
            let decimals = pack.currency_decimals();
            let whole = 10_i64.pow(u32::from(decimals));
            if row.value % whole == 0 {
                language.money(row.value / whole, &currency, 0)
            } else {
                language.money(row.value, &currency, decimals)
            }
        }
        RateUnit::BasisPoints => {
            let number = match (row.value % 100, row.value % 10) {
                (0, _) => language.number(row.value / 100),
                (_, 0) => language.decimal(row.value / 10, 1),
                _ => language.decimal(row.value, 2),
            };
            language.text_with("guide-percent", &Args::new().set("number", number))
        }
        RateUnit::MinutesPerDay | RateUnit::MinutesPerWeek | RateUnit::Minutes => hours(language, row.value),
        RateUnit::DaysPerYear | RateUnit::WageDaysPerMonth | RateUnit::Days => {
            counted(language, "common-duration-days", "days", row.value)
        }
        RateUnit::Weeks => counted(language, "guide-weeks", "weeks", row.value),
        RateUnit::Months => counted(language, "guide-months", "months", row.value),
        RateUnit::YearsOfAge | RateUnit::YearsOfService => {
            counted(language, "guide-years", "years", row.value)
        }
    }
}

/// A clock's length in words.
fn length(language: &Language, row: &Deadline) -> String {
    let count = i64::from(row.length);
    match row.unit {
        LengthUnit::Hours => counted(language, "guide-hours", "hours", count),
        LengthUnit::WorkingDays => counted(language, "guide-working-days", "days", count),
        LengthUnit::CalendarDays => counted(language, "common-duration-days", "days", count),
        LengthUnit::Months => counted(language, "guide-months", "months", count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_and_anything_else_is_none() {
        let rate = |code: &str, regime: Option<&str>, nationality: Option<&str>| Mark::Rate {
            code: code.to_owned(),
            regime: regime.map(str::to_owned),
            nationality: nationality.map(str::to_owned),
        };
        assert_eq!(Mark::read("rate:notice"), Some(rate("notice", None, None)));
        assert_eq!(Mark::read("rate:pay@dock/others"), Some(rate("pay", Some("dock"), Some("others"))));
        assert_eq!(Mark::read("ask:pay-claim"), Some(Mark::Ask("pay-claim".to_owned())));
        for wrong in ["", "rate", "rate:", "rate:a b", "rate:a@", "fee:a", "law:<b>", "rate:a/"] {
            assert_eq!(Mark::read(wrong), None, "{wrong}");
        }
    }
}

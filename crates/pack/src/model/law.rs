//! The law as dated rows: articles, penalties, rates, clocks. No number of the law stands anywhere else.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::de;
use crate::table::{Row, Side, Target, label};

/// `[[law]]`: a law or regulation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// The code; its label is `law-<code>`.
    pub code: String,
    /// Its number, as cited.
    pub number: String,
    /// Its year.
    pub year: u16,
}

impl Row for Law {
    const TABLE: &'static str = "law";
    const FILE: &'static str = "law.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("law", &self.code))]
    }
}

/// `[[article]]`: an article in the wording of a span of time.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// The code; its label, a short name of what it says, is `article-<code>`.
    pub code: String,
    /// The law it stands in.
    pub law: String,
    /// Its number there, as cited: `46`, `77b`.
    pub number: String,
    /// First day in force.
    #[serde(deserialize_with = "de::date")]
    pub from: NaiveDate,
    /// Last day in force.
    #[serde(default, deserialize_with = "de::date_opt")]
    pub until: Option<NaiveDate>,
    /// Number or date of the gazette, where known.
    #[serde(default)]
    pub gazette: Option<String>,
    /// It obliges the house to tell a public body: only such an article is a ground to disclose without consent.
    #[serde(default)]
    pub obliges_to_tell: bool,
    /// A lawyer has approved the row; until then no worker is shown it as law.
    #[serde(default)]
    pub verified: bool,
}

impl Row for Article {
    const TABLE: &'static str = "article";
    const FILE: &'static str = "law.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn period(&self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        Some((self.from, self.until))
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        vec![(Target::Law, &self.law)]
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("article", &self.code))]
    }
}

/// What a penalty is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PenaltyPer {
    /// One amount for the case.
    Case,
    /// For each worker concerned.
    Worker,
}

/// `[[penalty]]`: what an article's breach costs, in minor units.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    /// The code.
    pub code: String,
    /// The article.
    pub article: String,
    /// Least, in minor units of the pack's currency.
    pub least: i64,
    /// Most, in minor units.
    pub most: i64,
    /// Counted by.
    pub per: PenaltyPer,
    /// Factor on repetition, 1 when it stays the same.
    pub repeated: u8,
    /// First day in force.
    #[serde(deserialize_with = "de::date")]
    pub from: NaiveDate,
    /// Last day in force.
    #[serde(default, deserialize_with = "de::date_opt")]
    pub until: Option<NaiveDate>,
    /// A lawyer has approved the row.
    #[serde(default)]
    pub verified: bool,
}

impl Row for Penalty {
    const TABLE: &'static str = "penalty";
    const FILE: &'static str = "law.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn period(&self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        Some((self.from, self.until))
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        vec![(Target::Article, &self.article)]
    }
}

/// What a rate's value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RateUnit {
    /// Minor units of the currency a month.
    MinorPerMonth,
    /// Minor units of the currency.
    Minor,
    /// Hundredths of a percent: 125 % is 12,500.
    BasisPoints,
    /// Minutes a day.
    MinutesPerDay,
    /// Minutes a week.
    MinutesPerWeek,
    /// Minutes.
    Minutes,
    /// Days a year.
    DaysPerYear,
    /// Days of wage a month.
    WageDaysPerMonth,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years of age.
    YearsOfAge,
    /// Years of service.
    YearsOfService,
}

/// `[[rate]]`: a dated figure of the law.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// The code; its label is `rate-<code>`.
    pub code: String,
    /// The value, in `unit`.
    pub value: i64,
    /// What it counts.
    pub unit: RateUnit,
    /// The regime it holds for.
    pub regime: String,
    /// `nationals` or `others` where the law tells them apart.
    #[serde(default)]
    pub nationality: Option<String>,
    /// The article it rests on.
    #[serde(default)]
    pub article: Option<String>,
    /// First day in force.
    #[serde(deserialize_with = "de::date")]
    pub from: NaiveDate,
    /// Last day in force.
    #[serde(default, deserialize_with = "de::date_opt")]
    pub until: Option<NaiveDate>,
    /// A lawyer has approved the row.
    #[serde(default)]
    pub verified: bool,
}

impl Row for Rate {
    const TABLE: &'static str = "rate";
    const FILE: &'static str = "rates.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn key(&self) -> String {
        format!("{} {} {}", self.code, self.regime, self.nationality.as_deref().unwrap_or_default())
    }
    fn period(&self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        Some((self.from, self.until))
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        let mut links = vec![(Target::Regime, self.regime.as_str())];
        links.extend(self.article.iter().map(|code| (Target::Article, code.as_str())));
        links
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("rate", &self.code))]
    }
}

/// The unit of a clock's length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LengthUnit {
    /// Hours.
    #[default]
    Hours,
    /// Days on which the office works.
    WorkingDays,
    /// Days of the calendar.
    CalendarDays,
    /// Months of the calendar, clamped to the month's end.
    Months,
}

/// When a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Runs {
    /// Day and night, by the hour.
    Always,
    /// By the office's working calendar.
    Office,
    /// By days of the calendar in the office's zone.
    Calendar,
}

/// Whether the length is exact or a limit to a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// The length itself.
    #[default]
    Exactly,
    /// A person may choose less.
    AtMost,
    /// A person may choose more.
    AtLeast,
}

/// Whom a clock runs against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// The inspectorate.
    Authority,
    /// The worker: her right lapses. Shown to her as law only when the row is verified.
    Worker,
    /// The employer.
    Employer,
    /// A body that received a hand-over.
    Agency,
    /// A court.
    Court,
}

/// What a clock rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A law or regulation.
    Statute,
    /// The product's promise and the inspectorate's own rule.
    Policy,
    /// Clinical or professional practice.
    Practice,
}

/// Those whom a step of a ladder names beside the roles: who has the work, who is on duty, the supervisor without an
/// office, and the worker herself.
pub const WHOM: [&str; 4] = ["owner", "on-duty", "directorate", "worker"];

/// One step of a clock's ladder. Exactly one of `share`, `after`, `before`, `late` is given.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// After this percent of the time; 0 is the beginning, 100 the breach.
    #[serde(default)]
    pub share: Option<u32>,
    /// So long after the start.
    #[serde(default)]
    pub after: Option<u32>,
    /// So long before it is due.
    #[serde(default)]
    pub before: Option<u32>,
    /// So long after it was due; 0 is the moment itself.
    #[serde(default)]
    pub late: Option<u32>,
    /// The unit of that length.
    #[serde(default)]
    pub unit: LengthUnit,
    /// `owner`, `on-duty`, `directorate`, `worker`, or the code of a role.
    pub who: String,
}

/// `[[deadline]]`: a clock.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The code; its label is `deadline-<code>`.
    pub code: String,
    /// The event that starts it, as a code.
    pub starts: String,
    /// The kinds of complaint that it holds for; every kind that no other row names, if empty.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Only for what is urgent, or only for what is not; whichever, if absent.
    #[serde(default)]
    pub urgent: Option<bool>,
    /// Its length in `unit`.
    pub length: u32,
    /// The unit.
    pub unit: LengthUnit,
    /// When it runs.
    pub runs: Runs,
    /// Exact, or a limit.
    #[serde(default)]
    pub bound: Bound,
    /// A date on a day that is not worked moves to the next working day. Off: the earlier, safe date is shown.
    #[serde(default)]
    pub roll_forward: bool,
    /// Whom it runs against.
    pub against: Party,
    /// The ladder of warnings.
    #[serde(default)]
    pub warn: Vec<Warning>,
    /// What it rests on.
    pub basis: Basis,
    /// The article, for a statute.
    #[serde(default)]
    pub article: Option<String>,
    /// Used in this country; an option that is off is never shown.
    #[serde(default = "de::yes")]
    pub on: bool,
    /// First day on which it holds.
    #[serde(deserialize_with = "de::date")]
    pub from: NaiveDate,
    /// Last day on which it holds.
    #[serde(default, deserialize_with = "de::date_opt")]
    pub until: Option<NaiveDate>,
    /// A lawyer has approved the row.
    #[serde(default)]
    pub verified: bool,
    /// Which fact of the house starts it where nobody told the day: for a clock that runs against the worker.
    #[serde(default)]
    pub known_from: Option<KnownFrom>,
}

/// A fact that an officer enters for another purpose, and that starts a clock as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownFrom {
    /// Her last day of work, as the calculation of what is owed has it.
    WorkEnded,
    /// The same, where the employer ended it.
    Dismissed,
    /// The end of the first month whose pay is missing.
    MonthClaimed,
}

impl Deadline {
    /// Whether it holds for every kind and urgency.
    #[must_use]
    pub fn is_general(&self) -> bool {
        self.kinds.is_empty() && self.urgent.is_none()
    }

    /// How closely it fits a complaint of this kind: the more, the closer; none where it is for others.
    #[must_use]
    pub fn fits(&self, kind: &str, urgent: bool) -> Option<u8> {
        let named = self.kinds.iter().any(|of| of == kind);
        if !(named || self.kinds.is_empty()) || self.urgent.is_some_and(|of| of != urgent) {
            return None;
        }
        Some(u8::from(named) * 2 + u8::from(self.urgent.is_some()))
    }
}

impl Row for Deadline {
    const TABLE: &'static str = "deadline";
    const FILE: &'static str = "deadlines.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn key(&self) -> String {
        if self.is_general() {
            return self.code.clone();
        }
        let urgent = self.urgent.map_or("", |urgent| if urgent { " urgent" } else { " not urgent" });
        format!("{} [{}]{urgent}", self.code, self.kinds.join(" "))
    }
    fn period(&self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        Some((self.from, self.until))
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        let mut links: Vec<_> = self.article.iter().map(|code| (Target::Article, code.as_str())).collect();
        let roles = self.warn.iter().map(|warning| warning.who.as_str());
        links.extend(roles.filter(|who| !WHOM.contains(who)).map(|who| (Target::Role, who)));
        links.extend(self.kinds.iter().map(|code| (Target::Kind, code.as_str())));
        links
    }
    fn labels(&self) -> Vec<(Side, String)> {
        if self.against == Party::Worker {
            vec![(Side::Worker, label("deadline", &self.code)), (Side::Worker, label("start", &self.starts))]
        } else {
            vec![(Side::Staff, label("deadline", &self.code))]
        }
    }
}

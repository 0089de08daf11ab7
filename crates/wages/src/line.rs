//! What comes out: lines with their arithmetic, and what they rest on.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use haqqi_pack::Due;
use serde::{Deserialize, Serialize};

use crate::law::Ground;
use crate::ratio::Ratio;

/// A fact that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the fact of that name")]
pub enum Missing {
    Regime,
    Nationality,
    Began,
    Ending,
    Agreed,
    Received,
    Overtime,
    Rest,
    LastPay,
    LeaveDays,
    NoticeDays,
    Insured,
    Unfair,
    /// The pack has no figure for the day.
    Rule,
}

impl Missing {
    /// The code, for messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Regime => "regime",
            Self::Nationality => "nationality",
            Self::Began => "began",
            Self::Ending => "ending",
            Self::Agreed => "agreed",
            Self::Received => "received",
            Self::Overtime => "overtime",
            Self::Rest => "rest",
            Self::LastPay => "last-pay",
            Self::LeaveDays => "leave-days",
            Self::NoticeDays => "notice-days",
            Self::Insured => "insured",
            Self::Unfair => "unfair",
            Self::Rule => "rule",
        }
    }
}

/// What was taken for given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assumed {
    /// The whole month was worked, for the days of work are not known.
    WholeMonth,
    /// The pay of the last month that is known is the pay at the end.
    LastMonth,
    /// The last day is today.
    EndsToday,
    /// Hours are spread over the month evenly, for a rule changes in it.
    Spread,
    /// The least that the rule gives.
    Least,
    /// More days than the rule gives in this time: they rest on what was agreed.
    BeyondRule,
}

impl Assumed {
    /// The code, for messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::WholeMonth => "whole-month",
            Self::LastMonth => "last-month",
            Self::EndsToday => "ends-today",
            Self::Spread => "spread",
            Self::Least => "least",
            Self::BeyondRule => "beyond-rule",
        }
    }
}

/// A value between two; without an end where nothing bounds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// At least.
    pub least: i64,
    /// At most.
    pub most: Option<i64>,
}

impl Known {
    /// One value.
    #[must_use]
    pub fn exactly(value: i64) -> Self {
        Self { least: value, most: Some(value) }
    }

    /// Whether it is one value.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.most == Some(self.least)
    }
}

/// A piece of the arithmetic, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "kebab-case")]
pub enum Part {
    /// Minor units.
    Money(Known),
    /// Minutes of work.
    Minutes(Known),
    /// Days.
    Days(Known),
    /// Months.
    Months(i64),
    /// A plain number that divides.
    Number(i64),
    /// Hundredths of a percent.
    Percent(i64),
    /// A part of a whole: days of a month, months of a year.
    Share(i64, i64),
    /// +
    Plus,
    /// −
    Minus,
    /// ×
    Times,
    /// ÷
    Over,
    /// (
    Open,
    /// )
    Close,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What is owed.
    pub due: Due,
    /// First day that it is for.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// The arithmetic.
    pub sum: Vec<Part>,
    /// The article, a code of the pack.
    pub article: Option<String>,
    /// Whether counsel approved the rule, its figures and the article.
    pub approved: bool,
    /// At least, in minor units.
    pub least: i64,
    /// At most; absent: it cannot be said.
    pub most: Option<i64>,
    /// What is not known.
    pub missing: BTreeSet<Missing>,
    /// What was taken for given.
    pub assumed: BTreeSet<Assumed>,
}

impl Line {
    /// A line from its exact ends, rounded once.
    pub(crate) fn of(due: Due, ground: Ground, span: (Ratio, Option<Ratio>)) -> Option<Self> {
        let most = match span.1 {
            Some(most) => Some(most.rounded()?),
            None => None,
        };
        Some(Self {
            due,
            from: None,
            until: None,
            sum: Vec::new(),
            article: ground.article,
            approved: ground.approved,
            least: span.0.rounded()?,
            most,
            missing: BTreeSet::new(),
            assumed: BTreeSet::new(),
        })
    }
}

/// The most that may be kept back: owed to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// Which.
    pub due: Due,
    /// The amount, in minor units.
    pub amount: i64,
    /// The article, a code of the pack.
    pub article: Option<String>,
    /// Whether counsel approved it.
    pub approved: bool,
}

/// What is owed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calculation {
    /// The lines, by what is owed and by time.
    pub lines: Vec<Line>,
    /// At least, in minor units: the sum of the lines as they are shown.
    pub least: i64,
    /// At most; absent: it cannot be said.
    pub most: Option<i64>,
    /// What may be kept back from pay, at most.
    pub limits: Vec<Limit>,
}

impl Calculation {
    pub(crate) fn of(lines: Vec<Line>, limits: Vec<Limit>) -> Option<Self> {
        let (mut least, mut most) = (0i64, Some(0i64));
        for line in &lines {
            least = least.checked_add(line.least)?;
            most = match (most, line.most) {
                (Some(sum), Some(more)) => Some(sum.checked_add(more)?),
                _ => None,
            };
        }
        Some(Self { lines, least, most, limits })
    }

    /// What is owed of one kind.
    #[must_use]
    pub fn of_kind(&self, due: Due) -> Known {
        let of = || self.lines.iter().filter(|line| line.due == due);
        let most = of().map(|line| line.most).try_fold(0i64, |sum, most| Some(sum.saturating_add(most?)));
        Known { least: of().map(|line| line.least).fold(0, i64::saturating_add), most }
    }

    /// Whether every line rests on what counsel approved.
    #[must_use]
    pub fn approved(&self) -> bool {
        self.lines.iter().all(|line| line.approved)
    }
}

//! How long what was told is kept, and what goes then.

use chrono::{DateTime, Days, Months, Utc};
use serde::Deserialize;

use crate::table::{Row, Side, Target, label};

/// How records of a class come to their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ends {
    /// One person approves a list and another confirms it.
    TwoPeople,
    /// By itself, once the time is over.
    ByItself,
    /// With the complaint that it belongs to; where a time is named, the complaint waits for it.
    WithComplaint,
    /// It is not erased here.
    Kept,
}

impl Ends {
    /// The code, as in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TwoPeople => "two-people",
            Self::ByItself => "by-itself",
            Self::WithComplaint => "with-complaint",
            Self::Kept => "kept",
        }
    }
}

/// `[[retention]]`: a class of records, how long it is kept, and what of it stays.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// The class, one of [`crate::RETAINED`].
    pub code: String,
    /// How it ends.
    pub ends: Ends,
    /// So many months after its last day.
    #[serde(default)]
    pub months: Option<u16>,
    /// Or so many days.
    #[serde(default)]
    pub days: Option<u16>,
    /// Where the time comes from; its label is `retention-source-<source>`.
    pub source: String,
    /// The article that says so, if one does.
    #[serde(default)]
    pub article: Option<String>,
    /// What stays.
    #[serde(default)]
    pub kept: Vec<String>,
    /// What is destroyed.
    #[serde(default)]
    pub destroyed: Vec<String>,
    /// Somebody has compared the row with its source.
    #[serde(default)]
    pub verified: bool,
}

impl Retention {
    /// When what ended at `end` has been kept long enough; nothing where the row names no time.
    #[must_use]
    pub fn until(&self, end: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match (self.months, self.days) {
            (Some(months), _) => end.checked_add_months(Months::new(months.into())),
            (None, Some(days)) => end.checked_add_days(Days::new(days.into())),
            (None, None) => None,
        }
    }

    /// Whatever ended before this instant has been kept long enough; nothing where the row names no time.
    #[must_use]
    pub fn before(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match (self.months, self.days) {
            (Some(months), _) => now.checked_sub_months(Months::new(months.into())),
            (None, Some(days)) => now.checked_sub_days(Days::new(days.into())),
            (None, None) => None,
        }
    }
}

impl Row for Retention {
    const TABLE: &'static str = "retention";
    const FILE: &'static str = "retention.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        self.article.iter().map(|article| (Target::Article, article.as_str())).collect()
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("retention-source", &self.source))]
    }
}

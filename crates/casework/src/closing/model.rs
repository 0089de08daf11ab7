//! What a closing says.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::close::Transfer;

/// What was agreed, and what it is measured by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What she gets, in minor units.
    pub amount: i64,
    /// What she is owed at least, by the highest calculation; absent where there was none.
    pub computed: Option<i64>,
    /// What she herself says is missing.
    #[serde(default)]
    pub claimed: Option<i64>,
    /// The number of that calculation.
    pub calculation: Option<i32>,
    /// Why she should get less.
    pub reason: String,
    /// Whether a calculation is over all that she claims.
    #[serde(default)]
    pub covered: bool,
}

impl Terms {
    /// What it is measured by: what is computed or what she claims, whichever is more.
    #[must_use]
    pub fn owed(&self) -> i64 {
        self.computed.max(self.claimed).unwrap_or(0)
    }

    /// How much less than that.
    #[must_use]
    pub fn short(&self) -> i64 {
        self.owed().saturating_sub(self.amount).max(0)
    }
}

/// What is sealed of a closing beside its terms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What was done, for the office alone.
    pub done: String,
    /// To whom it goes.
    #[serde(default)]
    pub transfer: Option<Transfer>,
}

/// A closing to be written.
pub(crate) struct Written<'a> {
    pub outcome: &'a str,
    pub because: &'a str,
    /// Whether a second person must approve it.
    pub second: bool,
    pub content: Content,
    pub terms: Option<Terms>,
    /// What she is told.
    pub words: &'a str,
    pub language: &'a str,
}

/// A closing that waits.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub(crate) id: Uuid,
    /// The outcome, a code of the pack.
    pub outcome: String,
    /// The reason, a code of the pack.
    pub because: Option<String>,
    /// Whether a second person must approve it.
    pub second: bool,
    /// What was agreed, where it is a settlement.
    pub terms: Option<Terms>,
    /// What was done, and to whom it goes.
    pub content: Content,
    pub(crate) text: Option<Uuid>,
    /// Whether she can read what she is told.
    pub translated: bool,
    /// When it was proposed.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<Uuid>,
}

//! Figures: what is counted, by which rule, under which name.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::table::{Row, Side, label};

/// Where a figure stands on the page: the way of a case, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureSection {
    /// What came in.
    Receipt,
    /// What was read, and when.
    Acknowledgement,
    /// What was said and translated.
    Conversation,
    /// What the instruments said, and what people decided.
    Screening,
    /// Referral cases, consent, hand-overs.
    Referral,
    /// Visits, findings, measures, reports.
    Inspection,
    /// How it ended.
    Closing,
}

impl FigureSection {
    /// All, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Receipt,
        Self::Acknowledgement,
        Self::Conversation,
        Self::Screening,
        Self::Referral,
        Self::Inspection,
        Self::Closing,
    ];

    /// The code, as in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Acknowledgement => "acknowledgement",
            Self::Conversation => "conversation",
            Self::Screening => "screening",
            Self::Referral => "referral",
            Self::Inspection => "inspection",
            Self::Closing => "closing",
        }
    }
}

/// What one of a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureUnit {
    /// Cases: a complaint, a flag, a visit counts once, however often the step was taken.
    Cases,
    /// Steps: each time counts.
    Steps,
    /// The sum of a number that the step carries.
    Sum,
}

impl FigureUnit {
    /// The code, as in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Steps => "steps",
            Self::Sum => "sum",
        }
    }
}

/// `[[figure]]`: a published definition. What it says here is what is counted, and nothing else.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The code; its labels are `figure-<code>` and `figure-<code>-definition`.
    pub code: String,
    /// Where it stands on the page.
    pub section: FigureSection,
    /// The event counted, one of [`crate::EVENTS`].
    pub event: String,
    /// What one is.
    pub unit: FigureUnit,
    /// Only events that led to one of these states.
    #[serde(default)]
    pub to: Vec<String>,
    /// Only events that left one of these states.
    #[serde(default)]
    pub from: Vec<String>,
    /// Only events whose dimension has this code.
    #[serde(default, rename = "where")]
    pub holds: BTreeMap<String, String>,
    /// What it is divided by: `to`, `from`, `office`, or a dimension of the event.
    #[serde(default)]
    pub group: Option<String>,
    /// The beginning of the labels of its groups, such as `kind`; `language` shows each by its own name.
    #[serde(default)]
    pub labels: Option<String>,
    /// For the unit `sum`: the dimension that holds the number.
    #[serde(default)]
    pub sum: Option<String>,
    /// The list behind it: `complaints`, `flags`, `referrals` or `visits`. Who may not open that list does not see
    /// small numbers.
    pub list: String,
    /// Shown as bars too.
    #[serde(default)]
    pub chart: bool,
}

impl Row for Figure {
    const TABLE: &'static str = "figure";
    const FILE: &'static str = "figures.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        let name = label("figure", &self.code);
        vec![(Side::Staff, format!("{name}-definition")), (Side::Staff, name)]
    }
}

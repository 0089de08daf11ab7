//! The engine: pure, no I/O, no floating point. Instruments are tables; one interpreter runs them all.
//!
//! An answer is yes, no, refused or unknown; what was not asked is absent. What a person confirmed counts as certain;
//! what a text suggests counts only in what cannot be excluded, until a person confirms it.

mod assess;
mod card;
mod check;
mod evaluate;
mod fault;
mod instrument;
mod interview;
mod learned;
mod load;
mod sheet;
mod stamp;
mod text;
mod told;

pub use assess::{Assessment, Input, InstrumentResult, NotSo, TextIn};
pub use card::Card;
pub use evaluate::{Amiss, Count, Evaluation, Expected, ExpectedByOffice, Marks};
pub(crate) use evaluate::{Narrative, json_lines};
pub use fault::LoadError;
pub use instrument::{Audience, Instrument, Question};
pub use interview::profile_of;
pub use interview::{Graded, InterviewQuestion};
pub(crate) use learned::{Label as LearnedLabel, Table as LearnedTable, URGENT, hashes as learned_hashes};
pub use load::Screener;
pub use sheet::SheetAnswer;
pub use text::Hit;
pub use told::{Place, Scalars, TextReport, Told, is_turned};

use serde::{Deserialize, Serialize};

/// The Fluent id of the question for the age, in the worker's words.
pub const ASK_AGE: &str = "interviews-hers-age";

/// How much an assessment asks of people (`safeguards.md` 8 and 9). Ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Questions are added to the first contact. No flag.
    LookCloser,
    /// A flag: possible.
    Possible,
    /// A flag: strong.
    Strong,
    /// A flag: danger now.
    Danger,
}

impl Level {
    const ALL: [Self; 4] = [Self::LookCloser, Self::Possible, Self::Strong, Self::Danger];
    /// Those that are flags, the gravest first.
    pub(crate) const FLAGS: [Self; 3] = [Self::Danger, Self::Strong, Self::Possible];

    /// The code kept in tables and in `level-…` labels.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::LookCloser => "look-closer",
            Self::Possible => "possible",
            Self::Strong => "strong",
            Self::Danger => "danger",
        }
    }

    /// The level of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// An answer to a question. Not asked is no answer at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// She would rather not say.
    Refused,
    /// She does not know.
    Unknown,
}

/// From where an answer is known. What words suggest is no answer: it counts once a person has confirmed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The worker said it.
    Worker,
    /// Somebody else said it: who filed for her.
    Reported,
    /// Staff saw it.
    Observed,
    /// A paper shows it.
    Document,
}

impl Source {
    /// All, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Worker, Self::Reported, Self::Observed, Self::Document];

    /// The code in forms, records and `screening-source-…` words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Reported => "reported",
            Self::Observed => "observed",
            Self::Document => "document",
        }
    }

    /// The source of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.code() == code)
    }

    /// Answers, all known from here: question or indicator → answer.
    pub fn says<'a>(self, answers: impl IntoIterator<Item = (&'a String, &'a Answer)>) -> Vec<Given> {
        let given =
            |(id, answer): (&String, &Answer)| Given { id: id.clone(), answer: *answer, source: self };
        answers.into_iter().map(given).collect()
    }
}

/// An answer to a question, and from where it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The question or the indicator.
    pub id: String,
    /// What is answered.
    pub answer: Answer,
    /// From where.
    pub source: Source,
}

/// Whose rules hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// 18 or over.
    Adult,
    /// Under 18.
    Child,
    /// Not known: both, the higher priority; age is asked next; no consent is removed (`safeguards.md` 3).
    Unknown,
}

//! What somebody brings, what they take away, and why it is not taken.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use haqqi_kernel::{CommitError, ReceiptCode, Reference};
use haqqi_screening::Answer;
use serde::{Deserialize, Serialize};

use crate::check::FieldProblem;
use crate::claims::WageClaim;
use crate::days::ToldDays;
use crate::model::{Confidentiality, Contact, Employer, Worker};

/// What somebody brings. Only the language is needed, and words or danger.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileComplaint {
    /// BCP 47 tag of the language that the words are in.
    pub language: String,
    /// What happened, in her words. At most 64 KiB. May be empty only where danger is told: one tap is enough then.
    #[serde(default)]
    pub narrative: String,
    /// Kind of complaint, a code of the pack; absent: anything else.
    #[serde(default)]
    pub kind: Option<String>,
    /// Who files, a code of the pack; absent: the worker herself.
    #[serde(default)]
    pub filed_by: Option<String>,
    /// How much the employer may learn; absent: nothing.
    #[serde(default)]
    pub confidentiality: Confidentiality,
    /// Where she works and for whom.
    #[serde(default)]
    pub employer: Employer,
    /// Herself, as far as she tells.
    #[serde(default)]
    pub worker: Worker,
    /// How she may be reached.
    #[serde(default)]
    pub contact: Contact,
    /// Answers to the questions about safety: indicator id → answer.
    #[serde(default)]
    pub answers: BTreeMap<String, Answer>,
    /// Which pay is missing, month by month.
    #[serde(default)]
    pub claims: Vec<WageClaim>,
    /// Days that start clocks against her, as she knows them: the event, a code of the pack → the day.
    #[serde(default)]
    pub days: ToldDays,
    /// `male` or `female`, if she wants an interpreter of that sex.
    #[serde(default)]
    pub interpreter_sex: Option<String>,
    /// She says that she is in danger now.
    #[serde(default)]
    pub danger: bool,
    /// When her words reached the house, if that was before they were filed: then the clock runs from there.
    #[serde(skip)]
    pub received_at: Option<DateTime<Utc>>,
}

/// What the one who filed takes away.
#[derive(Debug, Clone)]
pub struct Filed {
    /// The reference.
    pub reference: Reference,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Before when a person will have read it.
    pub acknowledge_by: DateTime<Utc>,
    /// Before when it is really read: within the hour where danger was told or found.
    pub read_by: DateTime<Utc>,
    /// Danger was told or found.
    pub danger: bool,
    /// The office that reads it, a code of the pack.
    pub office: Option<String>,
    /// The worker's own code, if she files herself.
    pub code: Option<ReceiptCode>,
    /// The filer's code, if another files: it shows *received* and *closed*.
    pub filer_receipt: Option<ReceiptCode>,
}

/// Why it was not taken. Nothing was stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// This account may not file.
    #[error("not allowed")]
    Denied,
    /// A field cannot be used as it is.
    #[error("{field}: {problem:?}")]
    Field {
        /// Which, as in the JSON.
        field: &'static str,
        /// What is wrong.
        problem: FieldProblem,
    },
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The pack lacks what filing needs.
    #[error("the pack cannot serve this: {0}")]
    Pack(String),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] haqqi_worklist::UnknownClock),
}

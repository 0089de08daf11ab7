//! A session: who comes, what came of it. No I/O.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Who comes to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// The worker.
    Worker,
    /// The employer.
    Employer,
    /// An interpreter of the house.
    Interpreter,
    /// Somebody who stands by the worker.
    Companion,
    /// A lawyer of either side.
    Lawyer,
}

impl Party {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] =
        [Self::Worker, Self::Employer, Self::Interpreter, Self::Companion, Self::Lawyer];

    /// The code in forms and records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Employer => "employer",
            Self::Interpreter => "interpreter",
            Self::Companion => "companion",
            Self::Lawyer => "lawyer",
        }
    }

    /// The party of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|party| party.code() == code)
    }
}

/// What came of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// They agreed.
    Agreed,
    /// They did not.
    NotAgreed,
    /// They go on another day.
    Adjourned,
    /// It was not held.
    NotHeld,
}

impl Came {
    /// All, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Agreed, Self::NotAgreed, Self::Adjourned, Self::NotHeld];

    /// The state of a session of which this came.
    #[must_use]
    pub fn state(self) -> SessionState {
        match self {
            Self::Agreed => SessionState::Agreed,
            Self::NotAgreed => SessionState::NotAgreed,
            Self::Adjourned => SessionState::Adjourned,
            Self::NotHeld => SessionState::NotHeld,
        }
    }

    /// The one of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|came| came.state().code() == code)
    }
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionState {
    /// It is to be held.
    Planned,
    /// They agreed.
    Agreed,
    /// They did not.
    NotAgreed,
    /// They go on another day.
    Adjourned,
    /// It was not held.
    NotHeld,
    /// What they agreed was kept.
    Kept,
    /// It was broken.
    Broken,
}

impl SessionState {
    /// The code in records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Agreed => "agreed",
            Self::NotAgreed => "not-agreed",
            Self::Adjourned => "adjourned",
            Self::NotHeld => "not-held",
            Self::Kept => "kept",
            Self::Broken => "broken",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [
            Self::Planned,
            Self::Agreed,
            Self::NotAgreed,
            Self::Adjourned,
            Self::NotHeld,
            Self::Kept,
            Self::Broken,
        ]
        .into_iter()
        .find(|state| state.code() == code)
    }

    /// Whether something was agreed that can be kept or broken.
    #[must_use]
    pub fn was_agreed(self) -> bool {
        matches!(self, Self::Agreed | Self::Kept | Self::Broken)
    }
}

/// A session, opened.
#[derive(Debug, Clone)]
pub struct Session {
    /// 1 for the first of a complaint.
    pub number: i32,
    /// When it is or was.
    pub at: DateTime<Utc>,
    /// The mediator's name.
    pub mediator: String,
    /// Who comes.
    pub parties: Vec<Party>,
    /// Where it stands.
    pub state: SessionState,
    /// The minutes.
    pub minutes: String,
    /// The terms.
    pub terms: String,
    pub(crate) id: Uuid,
    pub(crate) version: i32,
}

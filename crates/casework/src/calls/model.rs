//! What is noted of an attempt to reach somebody: closed lists, each with its codes.

/// Whom somebody tried to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person {
    /// The worker.
    Worker,
    /// A person whom she trusts and named.
    Trusted,
    /// Who filed for her.
    Filer,
    /// The employer, or somebody of his.
    Employer,
    /// Somebody else.
    Other,
}

impl Person {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Worker, Self::Trusted, Self::Filer, Self::Employer, Self::Other];

    /// The code in forms and records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Trusted => "trusted",
            Self::Filer => "filer",
            Self::Employer => "employer",
            Self::Other => "other",
        }
    }

    /// The one of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// By what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A call.
    Phone,
    /// A text message.
    Text,
    /// Mail.
    Mail,
    /// At the counter.
    Counter,
    /// Where she is, or another place.
    Visit,
}

impl Way {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Phone, Self::Text, Self::Mail, Self::Counter, Self::Visit];

    /// The code in forms and records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Text => "text",
            Self::Mail => "mail",
            Self::Counter => "counter",
            Self::Visit => "visit",
        }
    }

    /// The one of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Who interpreted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interpreter {
    /// Nobody; it was not needed.
    None,
    /// An interpreter of the house.
    Staff,
    /// An interpreter from outside, who is none of the parties.
    Outside,
    /// Somebody of the other side, or a co-worker: it does not count as private.
    Party,
}

impl Interpreter {
    /// All, in the order of the page.
    pub const ALL: [Self; 4] = [Self::None, Self::Staff, Self::Outside, Self::Party];

    /// The code in forms and records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Staff => "staff",
            Self::Outside => "outside",
            Self::Party => "party",
        }
    }

    /// The one of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Whether anybody else could hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Private {
    /// Nobody could.
    Alone,
    /// Somebody could.
    NotAlone,
    /// Nobody could, but it was neither her language, spoken by who has it, nor was there an interpreter: nothing rests on it.
    NotUnderstood,
    /// Not known.
    Unknown,
}

impl Private {
    /// All, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Alone, Self::NotAlone, Self::NotUnderstood, Self::Unknown];

    /// The code in forms and records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::NotAlone => "not-alone",
            Self::NotUnderstood => "not-understood",
            Self::Unknown => "unknown",
        }
    }

    /// The one of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// They spoke.
    Spoke,
    /// Nobody answered.
    NoAnswer,
    /// Somebody else answered.
    SomebodyElse,
    /// It was not safe to speak.
    Unsafe,
    /// They did not wish to speak.
    Refused,
}

impl Tried {
    /// Whether somebody at the other end knows now that it was tried: whoever answered, whatever was said.
    #[must_use]
    pub fn tells(self) -> bool {
        self != Self::NoAnswer
    }

    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Spoke, Self::NoAnswer, Self::SomebodyElse, Self::Unsafe, Self::Refused];

    /// The code in forms and records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Spoke => "spoke",
            Self::NoAnswer => "no-answer",
            Self::SomebodyElse => "somebody-else",
            Self::Unsafe => "unsafe",
            Self::Refused => "refused",
        }
    }

    /// The one of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

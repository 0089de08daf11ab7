//! The words of a complaint: states, who files, confidentiality, contact, age. No I/O.

use serde::{Deserialize, Serialize};

/// Where a complaint stands. Open is a state, not an outcome (`safeguards.md` 18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is on disk; nobody has read it.
    Received,
    /// A person opened the words and set a next step.
    Acknowledged,
    /// Somebody is in touch with her.
    InContact,
    /// A visit is asked for or planned.
    VisitPlanned,
    /// The workplace was visited.
    Visited,
    /// Closed, with exactly one outcome.
    Closed,
}

impl State {
    /// Every state, in the order in which pages show them.
    pub const ALL: [Self; 6] = [
        Self::Received,
        Self::Acknowledged,
        Self::InContact,
        Self::VisitPlanned,
        Self::Visited,
        Self::Closed,
    ];

    /// The code kept in the table and in events.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Acknowledged => "acknowledged",
            Self::InContact => "in_contact",
            Self::VisitPlanned => "visit_planned",
            Self::Visited => "visited",
            Self::Closed => "closed",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The table of changes: what may follow what.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        use State::{Acknowledged, Closed, InContact, Received, VisitPlanned, Visited};
        matches!(
            (self, next),
            (Received, Acknowledged)
                | (Acknowledged, InContact | VisitPlanned | Closed)
                | (InContact, VisitPlanned | Closed)
                | (VisitPlanned, Visited | InContact | Closed)
                | (Visited, InContact | VisitPlanned | Closed)
                | (Closed, Acknowledged)
        )
    }
}

/// How much the employer may learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidentiality {
    /// Nobody outside the office learns who complained, the employer least of all. The default: the safer one.
    #[default]
    Confidential,
    /// She gave no name.
    Anonymous,
    /// She agrees to be named where it helps.
    Open,
}

impl Confidentiality {
    /// Every choice, in the order in which the page offers them.
    pub const ALL: [Self; 3] = [Self::Confidential, Self::Anonymous, Self::Open];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Confidential => "confidential",
            Self::Anonymous => "anonymous",
            Self::Open => "open",
        }
    }

    /// The choice of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.code() == code)
    }
}

/// Adult, child, or not known. Unknown raises priority and makes age the next question; it removes no consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Age {
    /// Not told.
    #[default]
    Unknown,
    /// 18 or over.
    Adult,
    /// Under 18.
    Child,
}

impl Age {
    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Adult => "adult",
            Self::Child => "child",
        }
    }

    /// The age of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Unknown, Self::Adult, Self::Child].into_iter().find(|age| age.code() == code)
    }
}

/// How she may be reached. None is an answer too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// She comes back with her code; nothing goes out.
    #[default]
    None,
    /// A call.
    Phone,
    /// A text message.
    Text,
    /// Mail.
    Email,
}

impl Channel {
    /// Every channel, in the order in which the page offers them.
    pub const ALL: [Self; 4] = [Self::None, Self::Phone, Self::Text, Self::Email];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Phone => "phone",
            Self::Text => "text",
            Self::Email => "email",
        }
    }

    /// The channel of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.code() == code)
    }
}

/// Where she works and for whom, in her words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Employer {
    /// The employer's name as she tells it.
    pub name: String,
    /// The place as she tells it.
    pub place: String,
    /// The governorate's code in the pack.
    pub governorate: Option<String>,
    /// The employer's telephone, if she wants to give it.
    pub phone: String,
}

/// The worker, as far as she tells. No document is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Worker {
    /// A name, any name, or none.
    pub name: String,
    /// Adult, child, or not told.
    pub age: Age,
    /// Nationality (ISO 3166-1 alpha-2), if told.
    pub nationality: Option<String>,
    /// The language she speaks, where another told it in another language.
    pub language: Option<String>,
}

/// Whose the phone or mailbox is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Hers alone.
    Alone,
    /// Hers, and others look at it.
    Seen,
    /// Of a person she trusts.
    Trusted,
    /// The employer's, or of somebody at work.
    Employer,
}

impl Whose {
    /// Every answer, in the order in which the page offers them.
    pub const ALL: [Self; 4] = [Self::Alone, Self::Seen, Self::Trusted, Self::Employer];

    /// The code in forms and records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Seen => "seen",
            Self::Trusted => "trusted",
            Self::Employer => "employer",
        }
    }

    /// The answer of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|whose| whose.code() == code)
    }
}

/// How she may be reached safely.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Contact {
    /// By what.
    pub channel: Channel,
    /// Number or address.
    pub address: String,
    /// Whether the phone or mailbox is hers alone. Nothing goes out unless it is (`safeguards.md` 6).
    pub hers_alone: bool,
    /// Whose it is, if she told; [`Whose::Alone`] and nothing else agrees with `hers_alone`.
    pub whose: Option<Whose>,
    /// When it is safe, in her words.
    pub when: String,
    /// Never to be called, whatever the channel.
    pub never_call: bool,
    /// No message is left or sent; she comes back herself.
    pub no_message: bool,
    /// A word that whoever calls says first.
    pub safe_word: String,
    /// A mail may say what it is about. Otherwise none ever does.
    pub open_words: bool,
}

impl Contact {
    /// Whether phone or mailbox is hers alone by all that she told.
    #[must_use]
    pub fn is_hers_alone(&self) -> bool {
        self.hers_alone && self.whose.is_none_or(|whose| whose == Whose::Alone)
    }

    /// Whether the system may send her a text message by itself.
    #[must_use]
    pub fn may_be_texted(&self) -> bool {
        self.channel == Channel::Text && self.is_hers_alone() && !self.no_message
    }

    /// Whether the system may send her a mail by itself.
    #[must_use]
    pub fn may_be_mailed(&self) -> bool {
        self.channel == Channel::Email && self.is_hers_alone() && !self.no_message
    }
}

/// Whose text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// The worker.
    Worker,
    /// Who filed for her.
    Filer,
    /// Staff.
    Staff,
    /// An interpreter.
    Interpreter,
}

impl Author {
    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Filer => "filer",
            Self::Staff => "staff",
            Self::Interpreter => "interpreter",
        }
    }

    /// The author of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Worker, Self::Filer, Self::Staff, Self::Interpreter].into_iter().find(|a| a.code() == code)
    }
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    /// What happened, as first told.
    Narrative,
    /// A message, either way.
    Message,
    /// A translation of another text.
    Translation,
    /// What the office notes for itself; the worker never sees it, and it is never translated.
    Note,
    /// How an officer met the worker alone and knew her, before a code was given; kept as a note is.
    Statement,
    /// What she is to read when it is closed; she sees it from then on, as a message.
    Answer,
}

impl TextKind {
    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Narrative => "narrative",
            Self::Message => "message",
            Self::Translation => "translation",
            Self::Note => "note",
            Self::Statement => "statement",
            Self::Answer => "answer",
        }
    }

    /// The kind of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Narrative, Self::Message, Self::Translation, Self::Note, Self::Statement, Self::Answer]
            .into_iter()
            .find(|k| k.code() == code)
    }
}

/// Longest narrative or message, in bytes of UTF-8 (`design.md`: beyond it 413, and going back keeps the text).
pub const LONGEST_TEXT: usize = 64 * 1024;
/// Longest short field, in characters.
pub const LONGEST_FIELD: usize = 500;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_skips_the_person_who_reads_it() {
        for next in State::ALL {
            assert_eq!(State::Received.may_become(next), next == State::Acknowledged, "{next:?}");
        }
    }

    #[test]
    fn a_closed_complaint_can_be_opened_again_and_nothing_else() {
        for next in State::ALL {
            assert_eq!(State::Closed.may_become(next), next == State::Acknowledged, "{next:?}");
        }
    }

    #[test]
    fn nothing_is_sent_where_somebody_else_may_see_it_or_where_she_wants_nothing() {
        let hers = Contact { channel: Channel::Email, hers_alone: true, ..Contact::default() };
        assert!(hers.may_be_mailed());
        for whose in Whose::ALL {
            assert_eq!(Contact { whose: Some(whose), ..hers.clone() }.may_be_mailed(), whose == Whose::Alone);
        }
        assert!(!Contact { no_message: true, ..hers.clone() }.may_be_mailed());
        assert!(!Contact { hers_alone: false, whose: Some(Whose::Alone), ..hers.clone() }.may_be_mailed());
        for channel in [Channel::None, Channel::Phone, Channel::Text] {
            assert!(!Contact { channel, ..hers.clone() }.may_be_mailed());
        }
    }

    #[test]
    fn codes_read_back() {
        for state in State::ALL {
            assert_eq!(State::from_code(state.code()), Some(state));
        }
        for choice in Confidentiality::ALL {
            assert_eq!(Confidentiality::from_code(choice.code()), Some(choice));
        }
    }
}

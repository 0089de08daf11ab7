//! What is noted of her answer when she is asked (`safeguards.md` 1 and 2).

use super::codes;

/// What she said. "No" is as easy to record as "yes", and closes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answered {
    /// She agrees, for this receiver and this purpose, until a day.
    Yes,
    /// She does not agree.
    No,
}

codes!(Answered { Yes = "yes", No = "no" });

/// How she was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// Face to face.
    InPerson,
    /// In a call at a safe hour.
    Call,
    /// In messages through her own code.
    Messages,
}

codes!(How { InPerson = "in-person", Call = "call", Messages = "messages" });

/// Through whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interpreter {
    /// Both speak the same language.
    NotNeeded,
    /// An interpreter of the inspectorate.
    OfTheHouse,
    /// Another interpreter who is none of the parties.
    Independent,
}

codes!(Interpreter { NotNeeded = "not-needed", OfTheHouse = "of-the-house", Independent = "independent" });

/// Who was there beside her and whoever asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Present {
    /// Who filed for her.
    Filer,
    /// The employer, or somebody of the employer's.
    Employer,
    /// A recruitment agency.
    Agency,
    /// Somebody whom she wished to have beside her.
    Trusted,
    /// Somebody else.
    Other,
}

codes!(Present {
    Filer = "filer",
    Employer = "employer",
    Agency = "agency",
    Trusted = "trusted",
    Other = "other",
});

impl Present {
    /// Whether nobody may be asked for consent while this person is there.
    #[must_use]
    pub fn forbids(self) -> bool {
        matches!(self, Self::Filer | Self::Employer | Self::Agency)
    }
}

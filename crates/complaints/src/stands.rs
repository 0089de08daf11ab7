//! Where a complaint stands, in what a worker may be told of it. Her page and her JSON say the same, and so does what
//! she lets see whoever filed for her: none of it tells of a visit, for others may look at her phone.

use crate::model::State;

/// What is told of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Nobody has read it yet.
    Received,
    /// A person has read it.
    Acknowledged,
    /// Somebody is in touch with her.
    InContact,
    /// The office works on it, whatever it does.
    InWork,
    /// It is closed.
    Closed,
}

impl Stands {
    /// What is told of this state.
    #[must_use]
    pub fn of(state: State) -> Self {
        match state {
            State::Received => Self::Received,
            State::Acknowledged => Self::Acknowledged,
            State::InContact => Self::InContact,
            State::VisitPlanned | State::Visited => Self::InWork,
            State::Closed => Self::Closed,
        }
    }

    /// The code in answers to programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Acknowledged => "acknowledged",
            Self::InContact => "in_contact",
            Self::InWork => "in_work",
            Self::Closed => "closed",
        }
    }

    /// The message that says it to the worker.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Received => "complaints-stands-received",
            Self::Acknowledged => "complaints-stands-acknowledged",
            Self::InContact => "complaints-stands-in-contact",
            Self::InWork => "complaints-stands-work",
            Self::Closed => "complaints-stands-closed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_told_of_a_state_tells_of_a_visit() {
        assert_eq!(Stands::of(State::VisitPlanned), Stands::of(State::Visited));
        for state in ["received", "acknowledged", "in_contact", "visit_planned", "visited", "closed"] {
            let stands = Stands::of(State::from_code(state).unwrap());
            assert!(!stands.code().contains("visit") && !stands.message().contains("visit"), "{state}");
        }
    }
}

//! Where a hand-over stands, as a table.

use super::codes;

/// The states of a hand-over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HandOverState {
    /// The agency has it and has not answered.
    Sent,
    /// The agency asks something back; the coordinator has the word.
    Asked,
    /// The agency takes it on.
    Accepted,
    /// The agency declines, with a reason.
    Declined,
    /// Consent was withdrawn before the agency took it on: it is stopped.
    Stopped,
}

codes!(HandOverState {
    Sent = "sent",
    Asked = "asked",
    Accepted = "accepted",
    Declined = "declined",
    Stopped = "stopped",
});

impl HandOverState {
    /// Whether accept or decline is still to come: a case with such a hand-over cannot be closed.
    #[must_use]
    pub fn waits(self) -> bool {
        matches!(self, Self::Sent | Self::Asked)
    }

    /// Whether the agency sees what was shared. What was stopped, or what it declined, is closed to it: it keeps the
    /// reference, where it stands, and its own words.
    #[must_use]
    pub fn shows_content(self) -> bool {
        !matches!(self, Self::Stopped | Self::Declined)
    }

    /// The table of changes. An answer is given once; the coordinator's reply brings a question back to the agency.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        use HandOverState::{Accepted, Asked, Declined, Sent, Stopped};
        matches!(
            (self, next),
            (Sent, Accepted | Declined | Asked | Stopped) | (Asked, Sent | Accepted | Declined | Stopped)
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::HandOverState;

    fn any_state() -> impl Strategy<Value = HandOverState> {
        proptest::sample::select(HandOverState::ALL)
    }

    proptest! {
        #[test]
        fn however_it_goes_an_answer_stands_and_nothing_returns_from_it(
            wished in proptest::collection::vec(any_state(), 0..40)
        ) {
            let mut state = HandOverState::Sent;
            let mut ended = None;
            for next in wished {
                if state.may_become(next) {
                    prop_assert!(ended.is_none(), "{ended:?} was left for {next:?}");
                    prop_assert!(state.waits(), "only what waits changes");
                    state = next;
                }
                if !state.waits() {
                    ended = Some(state);
                }
            }
            prop_assert_eq!(ended.is_some(), !state.waits());
        }

        #[test]
        fn codes_read_back(state in any_state()) {
            prop_assert_eq!(HandOverState::from_code(state.code()), Some(state));
            prop_assert!(!state.may_become(state), "nothing is answered twice");
        }
    }
}

//! Where a case stands, told from what is in it.

use super::{Answered, HandOverState, codes};

/// The states of a case. Only *closed* is decided; the others follow from what the case holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseState {
    /// She is to be asked.
    ToAsk,
    /// She said no, or took a yes back; nothing is closed by that.
    Refused,
    /// A ground is there; nothing has gone out on it.
    Ready,
    /// An agency has it and has not answered.
    HandedOver,
    /// An agency took it on.
    Accepted,
    /// The agencies asked so far declined.
    Declined,
    /// Closed with an outcome.
    Closed,
}

codes!(CaseState {
    ToAsk = "to-ask",
    Refused = "refused",
    Ready = "ready",
    HandedOver = "handed-over",
    Accepted = "accepted",
    Declined = "declined",
    Closed = "closed",
});

/// Protection status, an axis of its own, dated, with its author (`safeguards.md` 17). Others set it; we note it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProtectionStatus {
    /// None was noted.
    None,
    /// Presumed: that opens services already.
    Presumed,
    /// A relative in need of care.
    AffectedRelative,
    /// Identified by the body that the law names.
    Identified,
    /// The body that the law names did not find grounds. The claim goes on.
    NotIdentified,
}

codes!(ProtectionStatus {
    None = "none",
    Presumed = "presumed",
    AffectedRelative = "affected-relative",
    Identified = "identified",
    NotIdentified = "not-identified",
});

/// How a case ended. The complaint's outcome is another axis. *Unreachable* is none: who cannot be reached is looked
/// for by a welfare visit, and the case stays open (`safeguards.md` 13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseOutcome {
    /// The agencies have taken over what was needed.
    TakenOver,
    /// What was asked for was provided.
    Assisted,
    /// She wishes no referral.
    NotWished,
    /// She left the country.
    Departed,
}

codes!(CaseOutcome {
    TakenOver = "taken-over",
    Assisted = "assisted",
    NotWished = "not-wished",
    Departed = "departed",
});

/// What a case holds, as far as its state depends on it.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// It was closed.
    pub closed: bool,
    /// Hand-overs.
    pub hand_overs: Vec<HandOverState>,
    /// Grounds that would hold and on which nothing was handed over yet.
    pub unused_grounds: usize,
    /// Her answers: what she said, and whether she took it back.
    pub answers: Vec<(Answered, bool)>,
}

/// The state that follows.
#[must_use]
pub fn standing(of: &Standing) -> CaseState {
    let has = |state| of.hand_overs.contains(&state);
    if of.closed {
        CaseState::Closed
    } else if of.hand_overs.iter().any(|state| state.waits()) {
        CaseState::HandedOver
    } else if has(HandOverState::Accepted) {
        CaseState::Accepted
    } else if of.unused_grounds > 0 {
        CaseState::Ready
    } else if has(HandOverState::Declined) {
        CaseState::Declined
    } else if of.answers.iter().any(|(answer, back)| *answer == Answered::No || *back) {
        CaseState::Refused
    } else {
        CaseState::ToAsk
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_no_closes_nothing_and_a_later_yes_counts() {
        let mut case = Standing { answers: vec![(Answered::No, false)], ..Standing::default() };
        assert_eq!(standing(&case), CaseState::Refused);
        case.answers.push((Answered::Yes, false));
        case.unused_grounds = 1;
        assert_eq!(standing(&case), CaseState::Ready);
    }

    #[test]
    fn what_waits_for_an_answer_comes_first_and_another_agency_can_still_be_asked() {
        let mut case = Standing { hand_overs: vec![HandOverState::Declined], ..Standing::default() };
        assert_eq!(standing(&case), CaseState::Declined);
        case.hand_overs.push(HandOverState::Sent);
        assert_eq!(standing(&case), CaseState::HandedOver);
        case.hand_overs[1] = HandOverState::Accepted;
        assert_eq!(standing(&case), CaseState::Accepted);
    }
}

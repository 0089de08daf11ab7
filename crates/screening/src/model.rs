//! The states of a flag, as a table. No I/O.

/// Where a flag stands. Safety is asked first; merits only after private contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FlagState {
    /// Raised; its safety is undecided.
    Open,
    /// Safety was decided; its merits are not.
    Safe,
    /// Somebody watches it until a date.
    Watched,
    /// An interview is to be held.
    Interview,
    /// One person proposes to dismiss it; another must agree.
    DismissalProposed,
    /// A referral case was opened.
    Escalated,
    /// Dismissed.
    Dismissed,
}

impl FlagState {
    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::Open,
        Self::Safe,
        Self::Watched,
        Self::Interview,
        Self::DismissalProposed,
        Self::Escalated,
        Self::Dismissed,
    ];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Safe => "safe",
            Self::Watched => "watched",
            Self::Interview => "interview",
            Self::DismissalProposed => "dismissal-proposed",
            Self::Escalated => "escalated",
            Self::Dismissed => "dismissed",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether a person must still decide.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Escalated | Self::Dismissed)
    }

    /// The table of changes. Nothing goes from open straight to dismissed: safety comes first.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        use FlagState::{DismissalProposed, Dismissed, Escalated, Interview, Open, Safe, Watched};
        matches!(
            (self, next),
            (Open, Safe | Escalated)
                | (Safe, Safe | Escalated | Interview | Watched | DismissalProposed | Dismissed)
                | (Watched, Safe | Escalated | Interview | Watched | DismissalProposed | Dismissed)
                | (Interview, Safe | Escalated | Watched | DismissalProposed | Dismissed)
                | (DismissalProposed, Safe | Escalated | Interview | Watched | Dismissed)
                // New words or answers can always bring it back to a person.
                | (Dismissed, Open)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::FlagState;

    #[test]
    fn safety_comes_before_merits() {
        for next in
            [FlagState::Dismissed, FlagState::DismissalProposed, FlagState::Watched, FlagState::Interview]
        {
            assert!(!FlagState::Open.may_become(next), "{next:?}");
        }
        assert!(
            FlagState::Open.may_become(FlagState::Escalated),
            "escalating protects and may always be done"
        );
    }

    #[test]
    fn a_referral_is_never_taken_back_by_a_flag() {
        assert!(FlagState::ALL.into_iter().all(|next| !FlagState::Escalated.may_become(next)));
    }
}

//! The words of an interview: where it stands, why it stopped, the seven items of consent, what may be said. No I/O.

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident, $all:literal { $($(#[$one:meta])* $variant:ident => $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$one])* $variant),* }

        impl $name {
            /// All, in order.
            pub const ALL: [Self; $all] = [$(Self::$variant),*];

            /// The code in forms and records.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// The one of a code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.code() == code)
            }
        }
    };
}

coded! {
    /// Where an interview stands.
    InterviewState, 6 {
        /// She is asked for her consent, item by item.
        Consenting => "consenting",
        /// She is asked.
        Asking => "asking",
        /// She stopped it, and is asked what becomes of her answers.
        Stopping => "stopping",
        /// All was asked.
        Ended => "ended",
        /// It stopped before.
        Stopped => "stopped",
        /// She did not wish it.
        Declined => "declined",
    }
}

impl InterviewState {
    /// Whether it goes on.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Consenting | Self::Asking | Self::Stopping)
    }

    /// The table of changes.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        use InterviewState::{Asking, Consenting, Declined, Ended, Stopped, Stopping};
        matches!(
            (self, next),
            (Consenting, Asking | Declined | Stopped)
                | (Asking, Stopping | Ended | Stopped)
                | (Stopping, Stopped)
        )
    }
}

coded! {
    /// Why an interview stopped before its end.
    WhyStopped, 4 {
        /// She wished it.
        Hers => "hers",
        /// An answer means danger now.
        Danger => "danger",
        /// She is, or may be, under 18.
        Child => "child",
        /// It was left: by who asked, or because nobody went on with it.
        Left => "left",
    }
}

coded! {
    /// The seven items of consent to an interview (`screening.md`), in the order in which they are asked.
    ConsentItem, 7 {
        /// To be interviewed.
        Interview => "interview",
        /// Told what it is for.
        Purpose => "purpose",
        /// Told what is done, and may be done, with what she says.
        Uses => "uses",
        /// That others may learn from it without knowing who she is.
        Research => "research",
        /// That she may see what is kept.
        See => "see",
        /// How long it is kept.
        Kept => "kept",
        /// How she takes it back.
        Withdraw => "withdraw",
    }
}

impl ConsentItem {
    /// Whether there is no interview without a yes to it. Only the use for research may be refused alone.
    #[must_use]
    pub fn is_needed(self) -> bool {
        self != Self::Research
    }
}

coded! {
    /// What may be said to a question.
    Said, 3 {
        /// Yes. Each code has one letter: what is sealed is equally long.
        Yes => "y",
        /// No.
        No => "n",
        /// She would rather not say.
        Skip => "s",
    }
}

#[cfg(test)]
mod tests {
    use super::{InterviewState, Said};

    #[test]
    fn what_is_over_stays_over_and_nobody_is_asked_before_she_consents() {
        for over in InterviewState::ALL.into_iter().filter(|state| !state.is_open()) {
            assert!(InterviewState::ALL.into_iter().all(|next| !over.may_become(next)), "{over:?}");
        }
        assert!(!InterviewState::Consenting.may_become(InterviewState::Ended));
        assert!(!InterviewState::Stopping.may_become(InterviewState::Ended));
    }

    #[test]
    fn no_answer_is_told_by_its_length() {
        assert!(Said::ALL.into_iter().all(|said| said.code().len() == 1));
    }
}

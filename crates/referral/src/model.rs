//! The room's words: cases, answers, grounds, hand-overs, what is shared. No I/O.

mod case;
mod consent;
mod content;
mod ground;
mod hand_over;

pub use case::{CaseOutcome, CaseState, ProtectionStatus, Standing, standing};
pub use consent::{Answered, How, Interpreter, Present};
pub use content::{Content, Item, Piece};
pub use ground::{
    Basis, ConsentGiven, GroundFor, GroundHeld, GroundKind, Knows, NoGround, Told, needs_approver, weigh,
};
pub use hand_over::HandOverState;

/// A closed list of codes: every value, its code, and the value of a code.
macro_rules! codes {
    ($name:ident { $($value:ident = $code:literal),+ $(,)? }) => {
        impl $name {
            /// Every value, in the order in which lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The code kept in the table.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }

            /// The value of a code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$value),)+ _ => None }
            }
        }
    };
}
pub(crate) use codes;

/// Longest words of a form, in characters.
pub const LONGEST_WORDS: usize = 4000;

//! The same story, several people: complaints that are alike are found by a job and suggested with reasons; an officer
//! says what they are. Nothing is ever merged: each keeps its code, its claims and its clocks (`safeguards.md` 4, 5).
//! No worker ever learns of another.

mod cluster;
mod decide;
mod find;
mod pair;
mod show;

pub use decide::{PairAnswer, PairError, decide_pair};
pub use find::look_alike;
pub(crate) use pair::kept_of;
pub use pair::{KnownBy, PairState};
pub use show::{AlikeRow, Beside, beside};

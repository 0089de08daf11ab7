//! Folding: the same words, however they were typed, become the same key. For matching only; what a person wrote is
//! never altered. Every folded character knows where in the original it came from.
//!
//! And names: [`Name`] takes a name of a workplace apart, in whatever script it was written, gives the keys under which
//! it is kept and found ([`Name::keys`]), and says how alike two names are, and why ([`Name::likeness`]).

mod fold;
mod known;
mod likeness;
mod name;
mod skeleton;
mod sound;
mod tongue;

pub use fold::{Folded, Folder, Listener, Stand, Token, each_word, fold, is_drawn_out};
pub use likeness::{Likeness, Why};
pub use name::{Name, Script};
pub use skeleton::{keys_of_word, skeleton_of_word};
pub use tongue::{guess, tongues};

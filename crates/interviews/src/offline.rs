//! Interviews where there is no line. The tablet asks by itself, seals what was said to a key of the house, and reads it no
//! more; when the line is back the house opens it, weighs it as any other, and only then the tablet lets go of it.

mod key;
mod kit;
mod take;

pub use key::{Broken, OfflineKey, SealedInterview};
pub use kit::{Kit, KitQuestion, kit};
pub use take::{KeptError, TakenKept, take_kept};

//! Whether a worker is punished for having complained. Once her employer was spoken to or visited, somebody asks her on
//! the days that the pack sets, by safe contact only (`safeguards.md` 6); a new complaint of the same phone or workplace
//! after that is looked into within the short clock of retaliation.

mod check_in;
mod plan;
mod suspect;

pub use check_in::{CheckInAnswer, CheckInError, check_in};
pub(crate) use plan::employer_contacted;
pub use plan::{CheckIn, check_ins, note_employer_contact, plan_check_ins};
pub use suspect::looked_into;
pub(crate) use suspect::suspect;
pub use suspect::suspected;

/// The short clock: somebody looks into it.
const CLOCK: &str = "retaliation";
/// What the history calls it.
const SUSPECTED: &str = "complaint.retaliation-suspected";
/// The history's word for that the employer was spoken to.
const CONTACTED: &str = "complaint.employer-contacted";
/// The history's word for a visit.
const VISITED: &str = "complaint.visited";

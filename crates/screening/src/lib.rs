//! Screening: what the instruments say about a complaint, and the decisions that people make about it.
//!
//! The [`engine`] is pure. The room records assessments ([`record`]) in the unit that files, raises flags where a
//! person must decide, and takes the two decisions of a flag: safety first ([`decide_safety`]), merits later
//! ([`decide_merits`]). It never calls anyone a victim, closes nothing and clears nobody.

mod assessed;
mod decide;
mod desk;
pub mod engine;
mod entity;
mod erase;
mod http;
mod judged;
mod measured;
mod met;
mod model;
mod nationality;
mod open;
mod record;
mod said;
mod store;
mod train;
mod walk;
mod whole;

pub use assessed::assessed;
pub use decide::{DecideError, Merits, MeritsDecision, Safety, decide_merits, decide_safety};
pub use desk::{EscalatedFlag, Escalation, NoEscalation, ScreeningDesk, ToldWords, Words};
pub use engine::{
    Answer, Given, Graded, Input, InterviewQuestion, Level, LoadError, Profile, Screener, Source, TextIn,
    profile_of,
};
pub use erase::{erase_flags, has_open_flag};
pub use http::{Piece, api, pages, pieces};
pub use judged::Judgement;
pub use measured::{FEWEST, Found, Measured, Pointed, Tally, Times, may_measure, measured};
pub use met::{MetError, heard, met_alone, talks};
pub use model::FlagState;
pub use open::{
    FlagError, FlagRow, OpenedDecision, OpenedFlag, Telling, flagged_up_to, flags, flags_among,
    flags_of_complaint, open_assessment, open_flag, tells_of,
};
pub use record::{
    AssessedSubject, Occasion, Recorded, ScreenInput, flags_of_child, record, record_whole, weigh,
};
pub use said::{Basis, Said, Statement, counts, said_of_code, statements};
pub use train::{Training, train};
pub use walk::{READ_ANEW, Walk, begin_walk, last_walk};
pub use whole::{Before, Settled, ToldText, known_before};

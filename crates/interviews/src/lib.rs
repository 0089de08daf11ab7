//! Guided interviews: the worker is asked alone, in her language, on a screen that is hers while she answers. Who asks
//! learns the graded result and the next safe step, never an answer.

mod asked;
mod entity;
mod erase;
mod ground;
mod http;
mod interview;
mod offline;
mod visit_seen;
mod words;

pub use asked::AskedAtVisits;
pub use erase::{erase_interviews, is_under_way};
pub use http::pages;
pub use interview::{
    AGE, BeginError, BeginInterview, ConsentItem, HerStep, Interview, InterviewError, InterviewState, Said,
    WhyStopped, answer, begin, break_off, consent, her_step, interviews, settle_answers, stop,
    sweep_interviews,
};
pub use offline::{
    Broken, KeptError, Kit, KitQuestion, OfflineKey, SealedInterview, TakenKept, kit, take_kept,
};
pub use visit_seen::visit_seen;
pub use words::HerWords;

//! Guided interviews: the worker is asked alone, in her language, on a screen that is hers while she answers. Who asks
//! learns the graded result and the next safe step, never an answer.

mod entity;
mod erase;
mod http;
mod interview;
mod visit_seen;

pub use erase::{erase_interviews, is_under_way};
pub use http::pages;
pub use interview::{
    AGE, BeginError, BeginInterview, ConsentItem, HerStep, Interview, InterviewError, InterviewState, Said,
    WhyStopped, answer, begin, break_off, consent, her_step, interviews, settle_answers, stop,
    sweep_interviews,
};
pub use visit_seen::visit_seen;

//! Fluent messages, plurals, numbers, dates and direction.
//!
//! [`Languages`] holds every language that is offered; [`Language`] is a cheap handle to one of them and
//! does all formatting for a person. Messages live in `locales/<tag>/worker-*.ftl` and `staff-*.ftl`, and
//! a pack adds its own words. [`check`] finds what is missing or wrong in such files.
//!
//! What a machine reads back (references, codes, `value=`) never goes through this crate.

mod args;
pub mod check;
mod formats;
mod known;
mod language;
mod languages;
mod negotiate;
mod source;

pub use args::{ArgValue, Args};
pub use known::{KNOWN, Known, known};
pub use language::{Language, left_to_right, strip_isolation};
pub use languages::{ExtraFile, LanguageError, Languages};
pub use source::worker_files;

//! How long what was told is kept, and how it is erased: by the pack's schedule, on lists that one person approves and
//! another confirms, never while a hold or something open stands in the way. A report says what was erased, without a name.
//!
//! The room owns schedule, lists, holds and reports. What a record is made of, each room erases itself, by a function that
//! it offers; [`erase`] calls all of them in one unit.

mod bars;
mod batch;
mod daily;
mod desk;
mod entity;
mod erase;
mod holds;
mod http;
mod model;
mod prepare;
mod report;
mod request;
mod schedule;
mod work;

pub use bars::{Bar, bars};
pub use batch::{Batch, BatchError, Entry, approve, batch, batches, confirm, refuse};
pub use daily::{DAILY, daily, watch};
pub use desk::RetentionDesk;
pub use erase::{ERASE, SETTLE, carry_out, run_batch, settle};
pub use holds::{Hold, HoldError, NewHold, On, end_hold, holds, put_hold};
pub use http::{api, pages};
pub use model::{BatchState, EntryState, GROUNDS, ON_REQUEST, WAYS};
pub use prepare::prepare;
pub use report::{ClassSum, Report, ReportError, report, report_lines};
pub use request::{Request, RequestError, Wish, decide_request, record_request, request_of, requests};
pub use schedule::{Due, due};

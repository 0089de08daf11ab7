//! What every room of the house stands on: time, ids and references, money, who acts and what they may do,
//! the unit of work with its audit entries, events and jobs, and the sealing of personal fields.
//!
//! A use case takes a [`Uow`], asks [`judge`] for a [`Scope`], collects its writes and commits them in one short
//! transaction. Sealed text is opened only with the [`Committed`] proof that the read stands in the audit.

mod actor;
mod audit;
pub mod clock;
mod code;
mod day;
mod db;
pub mod entity;
mod entropy;
mod event;
pub mod files;
mod group;
mod house;
pub mod idempotency;
mod job;
mod keys;
mod lead;
mod line;
mod money;
mod permission;
mod reason;
mod receipt;
mod reference;
mod seal;
mod sealer;
mod sign;
mod trail;
mod uow;

pub use actor::{Actor, AgencyActor, Arrived, Role, StaffActor};
pub use audit::{Audit, has_done, has_done_since};
pub use clock::{Clock, SystemClock, TestClock};
pub use code::{CodeError, ReceiptCode, plain_digits};
pub use day::read_day;
pub use db::{Db, DbError, DbSettings};
pub use entropy::{Entropy, FixedEntropy, SystemEntropy};
pub use event::{Event, Happened, happened_since, happened_to, stands};
pub use files::Files;
pub use house::{House, HouseParts};
pub use job::{Claimed, Done, Job, JobFailure, JobStore, Lane, MOST_ATTEMPTS};
pub use keys::{KeyError, Keys};
pub use lead::SubjectKind;
pub use line::{is_unseen, one_line};
pub use money::Money;
pub use permission::{Action, ByToken, Denied, Reach, Scope, Tells, judge, out_of_reach};
pub use reason::{NoReason, Reason};
pub use receipt::{ReceiptError, Statement, open_receipt};
pub use reference::{Reference, ReferenceError, ReferenceKind};
pub use seal::{OpenError, SubjectKey, Vault};
pub use sealer::{AuditVerdict, Sealer, unsealed, verify_audit};
pub use sign::{Sign, SignKind};
pub use trail::{
    AuditFilter, AuditRow, MOST_EXPORTED, SignedLines, audit_head, audit_key, check_audit_export,
    check_signed_lines, export_audit, holds_head, search_audit, sign_lines,
};
pub use uow::{CommitError, Committed, Uow};

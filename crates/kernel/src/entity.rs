//! The kernel's own tables. Rooms never read each other's; `statistics` and timelines read [`event`].

pub mod audit_batch;
pub mod audit_entry;
pub mod event;
pub mod idempotency;
pub mod job;
pub mod subject_key;

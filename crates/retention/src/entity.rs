//! The room's tables.

pub mod erasure_batch;
pub mod erasure_entry;
pub mod erasure_request;
pub mod legal_hold;

//! Figures from a history, on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::allow_attributes,
    reason = "a test may panic"
)]

mod counts;
mod papers;
#[cfg(test)]
mod public;
mod sums;
mod told;

//! The kernel on both databases.

mod audit;
mod jobs;
mod units;

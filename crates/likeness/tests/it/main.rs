//! What the signatures must do.
#![allow(clippy::unwrap_used, clippy::allow_attributes, reason = "a test may panic")]

mod alike;

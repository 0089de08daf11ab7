//! establishments

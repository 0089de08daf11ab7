//! The room's tables, private to it.

pub mod establishment;
pub mod establishment_key;
pub mod establishment_name;
pub mod establishment_tie;
pub mod worksite;

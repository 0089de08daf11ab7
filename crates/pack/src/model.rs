//! The rows of a pack, typed, by theme. No row holds a text that people read.

pub mod calendar;
pub mod casework;
pub mod complaints;
pub mod figures;
pub mod guide;
pub mod identity;
pub mod inspection;
pub mod law;
pub mod places;
pub mod retention;
pub mod wages;

//! Checks of the repository as a whole.

mod arrows;
mod dependencies;
mod files;
mod words;

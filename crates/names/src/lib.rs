//! Folding: the same words, however they were typed, become the same key. For matching only; what a person wrote is
//! never altered. Every folded character knows where in the original it came from.

mod fold;

pub use fold::{Folded, Token, fold};

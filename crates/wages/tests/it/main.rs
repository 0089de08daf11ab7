//! The calculator against known sums, and what must hold for any facts.

mod properties;
mod vectors;

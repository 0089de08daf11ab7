//! The calculator against known sums, and what must hold for any facts.

#[cfg(test)]
mod properties;
#[cfg(test)]
mod vectors;

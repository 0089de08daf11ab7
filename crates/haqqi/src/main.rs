//! Haqqi.
fn main() {}

//! The room's tables. Columns of bytes are sealed under the complaint's own data key.

pub mod settlement;
pub mod wage_calculation;

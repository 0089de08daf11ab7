//! The room's tables. Columns of bytes are sealed under the complaint's own data key.

pub mod check_in;
pub mod complaint_pair;
pub mod settlement;
pub mod wage_calculation;

//! The room's tables. Columns of bytes are sealed under the complaint's own data key.

pub mod interview;
pub mod interview_answer;
pub mod interview_consent;

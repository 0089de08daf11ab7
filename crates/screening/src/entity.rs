//! The room's tables. What an assessment found in her words, and the words of a decision, are sealed under the
//! complaint's own data key.

pub mod assessed;
pub mod assessment;
pub mod flag;
pub mod flag_decision;
pub mod indicator_said;
pub mod judged_nationality;
pub mod rules_walk;

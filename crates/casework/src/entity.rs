//! The room's tables. Columns of bytes are sealed under the complaint's own data key.

pub mod check_in;
pub mod closing;
pub mod complaint_pair;
pub mod contact_attempt;
pub mod document_return;
pub mod instalment;
pub mod joint_request;
pub mod mediation;
pub mod rescreening;
pub mod wage_calculation;

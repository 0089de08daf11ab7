//! The room's tables.

pub mod absence;
pub mod api_token;
pub mod opening;
pub mod organisation;
pub mod partner;
pub mod recovery_code;
pub mod session;
pub mod staff;
pub mod staff_conflict;

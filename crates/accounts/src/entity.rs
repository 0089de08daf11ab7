//! The room's tables.

pub mod absence;
pub mod api_token;
pub mod confirmation;
pub mod invitation;
pub mod opening;
pub mod organisation;
pub mod partner;
pub mod passkey;
pub mod provider_link;
pub mod recovery_code;
pub mod session;
pub mod spent_challenge;
pub mod staff;
pub mod staff_conflict;

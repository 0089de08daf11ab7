//! The room's tables.

pub mod hand_over;
pub mod hand_over_note;
pub mod referral_case;
pub mod referral_consent;
pub mod referral_ground;
pub mod transfer;

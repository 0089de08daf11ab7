//! Referral: a case for each escalated flag, her answers and other grounds, hand-overs to the agencies that protect,
//! and what they answer.
//!
//! Opening a case sends nothing. A hand-over needs a [`GroundFor`] its receiver and purpose, which only the rule
//! [`weigh`] makes; what the receiver sees is shown before it goes ([`preview`]) and sealed as it went ([`send`]).

mod answer;
mod approve;
mod close;
mod compose;
mod consent;
mod desk;
mod entity;
mod erase;
mod error;
mod escalate;
mod ground;
mod held;
mod http;

mod model;
mod open;
mod part;
mod receive;
mod register;
mod reply;
mod said;
mod send;
mod store;

pub use answer::{Answer, answer, take_note};
pub use approve::{ToApprove, approvals, decide_disclosure, to_approve};
pub use close::{close, set_protection};
pub use compose::{Draft, Offer, Preview, offer, preview};
pub use consent::{ConsentForm, record_consent, withdraw_consent};
pub use desk::{CaseFacts, Facts, ReferralDesk, TextFact, WhichCase};
pub use erase::{CaseOf, case_of_complaint, erase_case};
pub use error::{ReferralError, Refusal};
pub use escalate::CaseOpener;
pub use ground::{GroundForm, may_approve, record_ground};
pub use held::{CaseRow, HandOverRow};
pub use http::{ContentPart, api, pages};

pub use model::{
    Answered, Basis, CaseOutcome, CaseState, ConsentGiven, Content, GroundFor, GroundHeld, GroundKind,
    HandOverState, How, Interpreter, Item, Knows, NoGround, Piece, Present, ProtectionStatus, Told, weigh,
};
pub use open::{Happened, OpenedCase, OpenedConsent, OpenedGround, cases, open_referral};
pub use part::{hand_on, part_from};
pub use receive::{Note, OpenedHandOver, hand_overs, open_hand_over};
pub use register::{Transfer, transfers};
pub use reply::{noted, reply};
pub use send::{Sending, send};

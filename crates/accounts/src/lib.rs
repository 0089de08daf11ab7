//! Staff and users of agencies: who they are, how they sign in, sessions and tokens, and what other rooms may look
//! up about them (languages, conflicts of interest, absences).
//!
//! A page takes [`StaffSession`], an endpoint [`ApiStaff`]; both give the [`haqqi_kernel::Actor`] that the judge asks for.

mod directory;
mod entity;
mod http;
mod partner;
mod password;
mod people;
mod session;
mod sign_in;
mod token;
mod totp;

pub use directory::{Directory, StaffView};
pub use http::{ApiStaff, OnDuty, StaffSession, api, home, pages};
pub use partner::{Organisation, PartnerError, join_organisation, organisation};
pub use password::{hash_words, words_match};
pub use people::{
    AddStaffError, Added, NewStaff, add_absence, add_staff, declare_conflict, disable_staff, give_badge,
    take_badge,
};
pub use session::{NewSession, end_session};
pub use sign_in::{SignIn, SignInError, sign_in};
pub use token::{NewToken, new_token, revoke};
pub use totp::code_at;

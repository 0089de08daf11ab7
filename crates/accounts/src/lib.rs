//! Staff and users of agencies: who they are, how they sign in, sessions and tokens, and what other rooms may look
//! up about them (languages, conflicts of interest, absences).
//!
//! A page takes [`StaffSession`], an endpoint [`ApiStaff`]; both give the [`haqqi_kernel::Actor`] that the judge asks for.

mod absence;
mod breached;
mod directory;
mod entity;
mod http;
mod invite;
mod manage;
mod openings;
mod own_token;
mod partner;
mod passkey;
mod password;
mod people;
mod provider;
mod recovery;
mod second;
mod session;
mod sign_in;
mod signature;
mod signs;
mod token;
mod totp;

pub use absence::{
    AbsenceError, AbsenceView, NewAbsence, STANDS_IN, add_absence, end_absence, may_note_absence,
    may_stand_in, note_absence,
};
pub use breached::{BreachedList, breached_list_of};
pub use directory::{Directory, StaffView};
pub use http::{
    ApiStaff, Arrival, Known, OnDuty, References, StaffSession, StepUp, api, arrival, home, pages,
    pages_with, step_up,
};
pub use invite::{
    AcceptError, Chosen, Invitation, Invited, NewPerson, accept_invitation, invite_anew, invite_staff,
    open_invitation, reopen_invitation,
};
pub use manage::{
    ChangeError, Ending, Granted, end_for, end_own, open_account, set_reach, set_roles, set_trained,
    shut_account, within_reach,
};
pub use openings::{
    Concerned, OpeningError, OpeningState, OpeningView, ask_to_open, decide_opening, end_opening,
    erase_openings, is_opened, openings,
};
pub use own_token::{OwnToken, OwnTokenError, TOKEN_DAYS, make_own_token, token_actions};
pub use partner::{Organisation, PartnerError, join_organisation, organisation};
pub use passkey::{
    Answer, Made, Offer, Party, PasskeyError, PasskeyView, add_passkey, confirm_by_passkey, offer_adding,
    offer_confirming, offer_sign_in, passkeys, remove_passkey, sign_in_by_passkey,
};
pub use password::{PasswordError, change_password, confirm, hash_words, words_match};
pub use people::{
    AddStaffError, Added, NewStaff, TIE_DECLARED, add_staff, declare_conflict, end_conflict, give_badge,
    note_trained, take_badge,
};
pub use provider::{Provider, ProviderSettings};
pub use recovery::{new_recovery_codes, recovery_codes_left};
pub use second::{ConfirmError, Said, WaitingView, What, confirm_waiting, own_waiting, waiting};
pub use session::{NewSession, SessionView, end_session, forget_sessions, lend, sessions};
pub use sign_in::{Origin, SignIn, SignInError, sign_in, sign_in_from};
pub use token::{NewToken, TokenView, new_bounded_token, new_token, revoke, tokens};
pub use totp::code_at;

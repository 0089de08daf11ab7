//! What stands in the way of erasing a complaint. Asked when a list is prepared, and again when it is carried out.

use haqqi_complaints::{Erasable, has_open_ask};
use sea_orm::DbErr;

use crate::RetentionDesk;
use crate::holds::is_held;
use crate::model::{COMPLAINTS, ON_REQUEST};

/// Something that stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// A legal hold.
    Hold,
    /// It is open.
    Open,
    /// Its time is not over.
    Time,
    /// A flag waits for a person.
    Flag,
    /// A referral case is open.
    Referral,
    /// The time of a closed referral case is not over.
    ReferralTime,
    /// She asked for something that nobody has decided.
    Ask,
    /// A closing, a session, pay or a question to her is still to come.
    Casework,
    /// There is open work on it.
    Work,
    /// Two people have it open.
    Opening,
}

impl Bar {
    /// The end of the message that names it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Open => "open",
            Self::Time => "time",
            Self::Flag => "flag",
            Self::Referral => "referral",
            Self::ReferralTime => "referral-time",
            Self::Ask => "ask",
            Self::Casework => "casework",
            Self::Work => "work",
            Self::Opening => "opening",
        }
    }
}

/// Everything that stands in the way of erasing this complaint in this class; a hold first.
///
/// # Errors
/// The database's error.
pub async fn bars(desk: &RetentionDesk, of: &Erasable, class: &str) -> Result<Vec<Bar>, DbErr> {
    let house = &desk.site().house;
    let now = house.now();
    let mut found = Vec::new();
    if is_held(house, of).await? {
        found.push(Bar::Hold);
    }
    let scheduled = class != ON_REQUEST;
    match of.closed_at {
        None => found.push(Bar::Open),
        Some(closed) if scheduled => {
            let of_class = COMPLAINTS.iter().any(|(code, unread)| *code == class && *unread == of.unread);
            let until = desk.row(class).and_then(|row| row.until(closed));
            if !of_class || until.is_none_or(|until| until > now) {
                found.push(Bar::Time);
            }
        }
        Some(_) => {}
    }
    if haqqi_screening::has_open_flag(house, of.id).await? {
        found.push(Bar::Flag);
    }
    let kept = desk.row("referral-case");
    for case in haqqi_referral::case_of_complaint(house, of.id).await? {
        match case.closed_at {
            None => found.push(Bar::Referral),
            Some(closed) => {
                let until = kept.and_then(|row| row.until(closed));
                if scheduled && until.is_some_and(|until| until > now) {
                    found.push(Bar::ReferralTime);
                }
            }
        }
    }
    if has_open_ask(house, of.id).await? {
        found.push(Bar::Ask);
    }
    if haqqi_casework::is_under_way(house, of.id).await?
        || haqqi_interviews::is_under_way(house, of.id).await?
    {
        found.push(Bar::Casework);
    }
    if haqqi_worklist::has_open_work(house, &[of.id], &of.reference.to_string()).await? {
        found.push(Bar::Work);
    }
    if haqqi_accounts::is_opened(house, of.id).await? {
        found.push(Bar::Opening);
    }
    Ok(found)
}

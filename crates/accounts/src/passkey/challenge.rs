//! Challenges: 32 random bytes, sealed with what they are for, in which session, and when they were made. The page
//! carries the sealed form and gives it back, so that a flood of pages stores nothing; what is stored is that a challenge
//! was answered, so that no answer counts twice.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{House, Uow};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::entity::spent_challenge;

/// So long a challenge may be answered.
pub(crate) const LASTS: TimeDelta = TimeDelta::minutes(5);

/// So far two servers' clocks may be apart.
const SKEW: TimeDelta = TimeDelta::seconds(30);

/// What a challenge is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// To sign in: nobody is known yet.
    SignIn,
    /// To add a passkey, within this session.
    Adding(Uuid),
    /// To show that it is still the same person, within this session.
    Confirming(Uuid),
}

impl For {
    fn purpose(self) -> &'static str {
        match self {
            Self::SignIn => "passkey-sign-in",
            Self::Adding(_) => "passkey-add",
            Self::Confirming(_) => "passkey-confirm",
        }
    }

    fn session(self) -> Uuid {
        match self {
            Self::SignIn => Uuid::nil(),
            Self::Adding(session) | Self::Confirming(session) => session,
        }
    }
}

/// A challenge that was sent out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Challenge {
    /// What the authenticator signs.
    pub(crate) bytes: [u8; 32],
    /// The sealed form, for the page.
    pub(crate) sealed: String,
}

/// Makes one.
pub(crate) fn new(house: &House, what: For) -> Challenge {
    let mut bytes = [0u8; 32];
    house.entropy().fill(&mut bytes);
    let at = house.now().timestamp_millis().to_be_bytes();
    let plain = [what.session().as_bytes().as_slice(), &at, &bytes].concat();
    let sealed = house.vault().seal_cookie(what.purpose(), &plain, house.entropy());
    Challenge { bytes, sealed: data_encoding::BASE64URL_NOPAD.encode(&sealed) }
}

/// The challenge in a form that came back: ours, for this, in this session, and not run out.
pub(crate) fn taken(house: &House, what: For, sealed: &str) -> Option<[u8; 32]> {
    let sealed = data_encoding::BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
    let plain = house.vault().open_cookie(what.purpose(), &sealed).ok()?;
    let (session, rest) = plain.split_at_checked(16)?;
    let (at, bytes) = rest.split_first_chunk::<8>()?;
    let at = DateTime::<Utc>::from_timestamp_millis(i64::from_be_bytes(*at))?;
    let age = house.now() - at;
    // Another server of this house may have a clock that is a little ahead.
    let holds = (-SKEW..=LASTS).contains(&age) && session == what.session().as_bytes();
    bytes.try_into().ok().filter(|_| holds)
}

/// Uses a challenge up in this unit: of two answers to one challenge the second is refused by the row of the first.
pub(crate) fn spend(unit: &mut Uow, bytes: &[u8; 32]) {
    let now = unit.now();
    unit.delete(
        spent_challenge::Entity::delete_many().filter(spent_challenge::Column::SpentAt.lt(now - LASTS * 2)),
    );
    let digest = unit.house().vault().blind_index("passkey.challenge", bytes).to_vec();
    unit.insert(spent_challenge::ActiveModel { digest: Set(digest), spent_at: Set(now) });
}

//! What a browser keeps while somebody is at the provider, and while the second factor is asked for: sealed, for a few
//! minutes, in a cookie.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use haqqi_kernel::House;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// So long somebody may be at the provider.
const AWAY: TimeDelta = TimeDelta::minutes(10);
/// So long the second factor may be typed.
const TYPED: TimeDelta = TimeDelta::minutes(5);
/// The longest address that is gone on to.
const LONGEST_NEXT: usize = 500;

fn random(house: &House) -> String {
    let mut bytes = [0u8; 32];
    house.entropy().fill(&mut bytes);
    BASE64URL_NOPAD.encode(&bytes)
}

fn sealed(house: &House, purpose: &str, value: &impl Serialize) -> String {
    let plain = serde_json::to_vec(value).unwrap_or_default();
    BASE64URL_NOPAD.encode(&house.vault().seal_cookie(purpose, &plain, house.entropy()))
}

fn opened<T: DeserializeOwned>(house: &House, purpose: &str, cookie: &str) -> Option<T> {
    let sealed = BASE64URL_NOPAD.decode(cookie.as_bytes()).ok()?;
    let plain = house.vault().open_cookie(purpose, &sealed).ok()?;
    serde_json::from_slice(&plain).ok()
}

/// A sign-in or a link on its way.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Flow {
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
    pub(super) next: String,
    /// The session that wants to link; none to sign in.
    pub(super) session: Option<Uuid>,
    at: DateTime<Utc>,
}

/// Where the browser goes, and what it keeps meanwhile.
#[derive(Debug)]
pub(crate) struct Begun {
    pub(crate) to: String,
    pub(crate) cookie: String,
}

impl Flow {
    pub(super) fn new(house: &House, next: &str, session: Option<Uuid>) -> Self {
        Self {
            state: random(house),
            nonce: random(house),
            verifier: random(house),
            next: Some(next).filter(|next| next.len() <= LONGEST_NEXT).unwrap_or_default().to_owned(),
            session,
            at: house.now(),
        }
    }

    pub(super) fn sealed(&self, house: &House) -> String {
        sealed(house, "provider-flow", self)
    }

    pub(super) fn opened(house: &House, cookie: &str) -> Option<Self> {
        opened(house, "provider-flow", cookie).filter(|flow: &Self| flow.at + AWAY > house.now())
    }
}

/// Somebody came back from the provider.
#[derive(Debug)]
pub(crate) struct Returned {
    /// The keyed tag of who it is there.
    pub(crate) tag: Vec<u8>,
    /// Whether the provider saw a second factor that counts here.
    pub(crate) second: bool,
    /// The session that wants to link; none to sign in.
    pub(crate) session: Option<Uuid>,
    /// Where to go on.
    pub(crate) next: String,
}

/// Somebody whom the provider knows, and of whom our second factor is still asked.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Pending {
    pub(super) staff: Uuid,
    /// Used up with the sign-in, so that it is good once.
    pub(super) once: [u8; 32],
    pub(crate) next: String,
    at: DateTime<Utc>,
}

impl Pending {
    pub(super) fn new(house: &House, staff: Uuid, next: &str) -> Self {
        let mut once = [0u8; 32];
        house.entropy().fill(&mut once);
        Self { staff, once, next: next.to_owned(), at: house.now() }
    }

    pub(super) fn sealed(&self, house: &House) -> String {
        sealed(house, "provider-pending", self)
    }

    /// What a browser kept, if it has not run out.
    pub(crate) fn opened(house: &House, cookie: &str) -> Option<Self> {
        opened(house, "provider-pending", cookie).filter(|pending: &Self| pending.at + TYPED > house.now())
    }
}

//! The stamp of a form that anybody may send: when it was given out, and a key that only the page which it was given to
//! knows. It travels in the form, sealed. A form that comes back sooner than a person can write is a robot's, or a
//! hurried person's: it is never refused for that, it only counts more. And what a phone without a line must keep for a
//! while is locked with the key, while the phone keeps the stamp alone: it cannot be read there, by nobody.

use chrono::{DateTime, TimeDelta, Utc};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};

use crate::site::Site;

const PURPOSE: &str = "stamp";
/// Sooner than this nobody has read a page and answered it.
const QUICKEST: TimeDelta = TimeDelta::seconds(3);
/// Bytes of the number that each locking uses once.
const NONCE: usize = 12;

/// A stamp, opened.
pub struct Stamp {
    at: DateTime<Utc>,
    key: [u8; 32],
}

impl std::fmt::Debug for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stamp").field("at", &self.at).finish_non_exhaustive()
    }
}

/// What a new form is given: the stamp that it carries, and the key that its page alone knows.
#[derive(Debug, Clone)]
pub struct Stamped {
    /// For the form's hidden field.
    pub stamp: String,
    /// For the script of the page: base64url.
    pub key: String,
}

impl Stamp {
    /// A new one.
    #[must_use]
    pub fn issue(site: &Site) -> Stamped {
        let mut key = [0u8; 32];
        site.house.entropy().fill(&mut key);
        let at = site.house.now().timestamp_micros().to_be_bytes();
        let plain = [at.as_slice(), &key].concat();
        let sealed = site.house.vault().seal_cookie(PURPOSE, &plain, site.house.entropy());
        let text = |bytes: &[u8]| data_encoding::BASE64URL_NOPAD.encode(bytes);
        Stamped { stamp: text(&sealed), key: text(&key) }
    }

    /// Opens the one that a form brings back.
    #[must_use]
    pub fn read(site: &Site, text: &str) -> Option<Self> {
        let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let plain = site.house.vault().open_cookie(PURPOSE, &bytes).ok()?;
        let (at, key) = plain.split_first_chunk::<8>()?;
        let at = DateTime::from_timestamp_micros(i64::from_be_bytes(*at))?;
        Some(Self { at, key: key.try_into().ok()? })
    }

    /// Whether the form came back sooner than a person could send it.
    #[must_use]
    pub fn is_quick(&self, site: &Site) -> bool {
        site.house.now() < self.at + QUICKEST
    }

    fn locker(&self) -> Option<LessSafeKey> {
        UnboundKey::new(&AES_256_GCM, &self.key).ok().map(LessSafeKey::new)
    }

    /// Unlocks what the page locked with the key: AES-256-GCM as browsers have it, the nonce first.
    #[must_use]
    pub fn unlock(&self, locked: &[u8]) -> Option<Vec<u8>> {
        let (nonce, rest) = locked.split_at_checked(NONCE)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut buffer = rest.to_vec();
        let plain = self.locker()?.open_in_place(nonce, Aad::from(b"there"), &mut buffer).ok()?;
        Some(plain.to_vec())
    }

    /// Locks an answer, so that only who has the key reads it.
    #[must_use]
    pub fn lock(&self, site: &Site, plain: &[u8]) -> Option<Vec<u8>> {
        let mut nonce = [0u8; NONCE];
        site.house.entropy().fill(&mut nonce);
        let mut buffer = plain.to_vec();
        let once = Nonce::assume_unique_for_key(nonce);
        self.locker()?.seal_in_place_append_tag(once, Aad::from(b"back"), &mut buffer).ok()?;
        Some([nonce.as_slice(), &buffer].concat())
    }
}

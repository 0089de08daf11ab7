//! A turn: what lets somebody through when her network has used up its budget. It is a small sealed cookie that holds
//! good once its wait is over, or at once for a phone that has done a little work. Nobody else can use up its budget:
//! so a flood from the same network holds a worker up for seconds, and never for good.

use std::num::NonZeroU32;

use axum::http::HeaderMap;
use chrono::{DateTime, TimeDelta, Utc};
use ring::pbkdf2;
use serde::{Deserialize, Serialize};

use crate::budget::Place;
use crate::page::cookie;
use crate::site::Site;

/// The cookie; its name says nothing.
pub(crate) const COOKIE: &str = "turn";
/// The header in which a program brings it.
const TICKET: &str = "wait-ticket";
/// How long a turn holds good once it has come.
const HOLDS: TimeDelta = TimeDelta::minutes(30);
/// How many bits of a try must be nothing: one try in 256 is right.
pub(crate) const BITS: u32 = 8;
/// How much a try costs: with 256 tries about a second on a cheap phone, while looking at one costs us half a
/// millisecond. It is PBKDF2 because browsers have it built in, so that a robot's own code is hardly faster.
const ROUNDS: NonZeroU32 = match NonZeroU32::new(1000) {
    Some(rounds) => rounds,
    None => NonZeroU32::MIN,
};

/// A turn, as the cookie holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Turn {
    id: String,
    from: DateTime<Utc>,
}

impl Turn {
    /// A new one, good after this many seconds.
    pub(crate) fn new(site: &Site, seconds: u32) -> Self {
        let from = site.house.now() + TimeDelta::seconds(i64::from(seconds));
        Self { id: crate::page::form_key(site), from }
    }

    /// The one that a visitor brings, a browser as a cookie and a program as a header, unless it is too old.
    pub(crate) fn read(site: &Site, headers: &HeaderMap) -> Option<Self> {
        let brought = headers.get(TICKET).and_then(|value| value.to_str().ok());
        let text = brought.or_else(|| cookie(headers, COOKIE))?;
        let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let plain = site.house.vault().open_cookie(COOKIE, &bytes).ok()?;
        let turn: Self = serde_json::from_slice(&plain).ok()?;
        (site.house.now() < turn.from + HOLDS).then_some(turn)
    }

    /// Whether its wait is over.
    pub(crate) fn has_come(&self, site: &Site) -> bool {
        self.from <= site.house.now()
    }

    /// Seconds until then.
    pub(crate) fn seconds_left(&self, site: &Site) -> u32 {
        let left = (self.from - site.house.now()).num_milliseconds();
        u32::try_from((left + 999).max(0) / 1000).unwrap_or(u32::MAX)
    }

    /// The same, good at once: its work was done.
    pub(crate) fn at_once(self, site: &Site) -> Self {
        Self { from: site.house.now().min(self.from), ..self }
    }

    /// What the work is done on. Everybody may see it.
    pub(crate) fn riddle(&self) -> &str {
        &self.id
    }

    /// Whether this is a right answer to its riddle.
    pub(crate) fn is_answer(&self, answer: &str) -> bool {
        if answer.is_empty() || answer.len() > 12 {
            return false;
        }
        let mut out = [0u8; 4];
        pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, ROUNDS, self.id.as_bytes(), answer.as_bytes(), &mut out);
        u32::from_be_bytes(out).leading_zeros() >= BITS
    }

    /// Where its own budget is kept.
    pub(crate) fn place(&self, site: &Site) -> Place {
        Place::of(site, format!("turn {}", self.id).as_bytes())
    }

    /// What a program sends back in its header.
    pub(crate) fn ticket(&self, site: &Site) -> String {
        let json = serde_json::to_vec(self).unwrap_or_default();
        let sealed = site.house.vault().seal_cookie(COOKIE, &json, site.house.entropy());
        data_encoding::BASE64URL_NOPAD.encode(&sealed)
    }

    /// The `Set-Cookie` header that keeps it.
    pub(crate) fn header(&self, site: &Site) -> String {
        let text = self.ticket(site);
        let secure = if site.settings.secure() { "; Secure" } else { "" };
        format!("{COOKIE}={text}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{secure}", HOLDS.num_seconds())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_riddle_is_solved_by_trying_and_by_nothing_else() {
        let turn = Turn { id: "0123456789abcdef0123456789abcdef".to_owned(), from: DateTime::default() };
        let answers: Vec<String> = (0..2000).map(|n| n.to_string()).filter(|n| turn.is_answer(n)).collect();
        // About 8 of 2000.
        assert!((1..40).contains(&answers.len()), "{answers:?}");
        let other = Turn { id: "f".repeat(32), ..turn.clone() };
        assert!(answers.iter().filter(|answer| other.is_answer(answer)).count() < answers.len());
        assert!(!turn.is_answer("") && !turn.is_answer(&"1".repeat(5000)));
    }
}

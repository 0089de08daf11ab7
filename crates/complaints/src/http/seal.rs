//! Small sealed cookies: a receipt for 30 minutes, an open door to one complaint for 15.

use axum::http::HeaderMap;
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::HEXLOWER;
use haqqi_web::Site;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A sealed cookie of one purpose.
pub(super) struct Sealed {
    name: &'static str,
    minutes: i64,
}

/// The receipt, to be shown again, printed, taken as PDF.
pub(super) const RECEIPT: Sealed = Sealed { name: "receipt", minutes: 30 };
/// The door to the own complaint.
pub(super) const MINE: Sealed = Sealed { name: "mine", minutes: 15 };
/// What the hotline reads to her after filing: reference and code.
pub(super) const READ_OUT: Sealed = Sealed { name: "read-out", minutes: 15 };

/// Whose files are on their way, before there is a complaint to which they belong.
pub(super) const PART: Sealed = Sealed { name: "part", minutes: 360 };

#[derive(Serialize, Deserialize)]
struct Envelope<T> {
    until: DateTime<Utc>,
    is: T,
}

impl Sealed {
    /// The `Set-Cookie` header that keeps the value.
    pub(super) fn keep<T: Serialize>(&self, site: &Site, value: &T) -> String {
        let until = site.house.now() + TimeDelta::minutes(self.minutes);
        let json = serde_json::to_vec(&Envelope { until, is: value }).unwrap_or_default();
        let sealed = site.house.vault().seal_cookie(self.name, &json, site.house.entropy());
        let text = HEXLOWER.encode(&sealed);
        self.header(site, &text, self.minutes * 60)
    }

    /// The `Set-Cookie` header that forgets it.
    pub(super) fn forget(&self, site: &Site) -> String {
        self.header(site, "", 0)
    }

    fn header(&self, site: &Site, value: &str, seconds: i64) -> String {
        let secure = if site.settings.secure() { "; Secure" } else { "" };
        format!("{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}", self.name)
    }

    /// The value that was kept, if it still holds.
    pub(super) fn read<T: DeserializeOwned>(&self, site: &Site, headers: &HeaderMap) -> Option<T> {
        let jar = axum_extra::extract::CookieJar::from_headers(headers);
        let text = jar.get(self.name)?.value().to_owned();
        let sealed = HEXLOWER.decode(text.as_bytes()).ok()?;
        let plain = site.house.vault().open_cookie(self.name, &sealed).ok()?;
        let envelope: Envelope<T> = serde_json::from_slice(&plain).ok()?;
        (envelope.until > site.house.now()).then_some(envelope.is)
    }
}

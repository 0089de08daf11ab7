//! The state that every handler shares.

use std::sync::Arc;

use haqqi_kernel::House;
use haqqi_language::Languages;
use haqqi_pack::Pack;

/// The names under which a session cookie may come: with the `__Host-` prefix where the site is served over TLS.
pub const SESSION_COOKIES: [&str; 2] = ["__Host-session", "session"];

/// What the operator sets.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether this is a demonstration: pages say so.
    pub demo: bool,
    /// The address that people type, without a slash at its end.
    pub base_url: String,
    /// Where the quick exit leads: a page that tells nothing.
    pub exit_url: String,
    /// Requests a minute that one network address may send.
    pub requests_per_minute: u32,
}

impl Settings {
    /// Whether people reach the site over TLS, so that cookies are bound to it.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// House, pack, languages, settings: cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// Database, clock, keys.
    pub house: House,
    /// The country.
    pub pack: Arc<Pack>,
    /// The words.
    pub languages: Arc<Languages>,
    /// What the operator set.
    pub settings: Arc<Settings>,
}

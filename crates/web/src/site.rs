//! The state that every handler shares.

use std::net::IpAddr;
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
    /// What a flood may not do.
    pub limits: Limits,
}

/// From when on who files is asked to wait a moment. Nobody is refused.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Filings a minute from one network address before the next ones wait.
    pub filings_per_minute: u32,
    /// Filings a minute in the whole house before all wait.
    pub filings_everywhere: u32,
    /// How long, in seconds.
    pub wait_seconds: u32,
    /// Proxies in front of the server, whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { filings_per_minute: 30, filings_everywhere: 600, wait_seconds: 10, proxies: Vec::new() }
    }
}

impl Limits {
    /// None that anybody could reach: for tests and demonstrations.
    #[must_use]
    pub fn none() -> Self {
        Self { filings_per_minute: 1_000_000, filings_everywhere: 1_000_000, ..Self::default() }
    }
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

//! How many requests one network address may send. Addresses are kept as salted hashes that change daily, in a
//! bounded table; nothing of them is logged.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use governor::clock::DefaultClock;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::site::Site;

/// At most so many addresses are remembered before those at rest are forgotten.
const REMEMBERED: usize = 50_000;

#[derive(Clone)]
pub(crate) struct Budget(Arc<RateLimiter<[u8; 8], HashMapStateStore<[u8; 8]>, DefaultClock>>);

impl Budget {
    pub(crate) fn new(per_minute: u32) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN));
        Self(Arc::new(RateLimiter::hashmap(quota)))
    }

    /// Whether this address may go on.
    pub(crate) fn allows(&self, site: &Site, address: IpAddr) -> bool {
        let day = site.house.now().date_naive().to_string();
        let tag = site.house.vault().web_tag("budget", format!("{day} {address}").as_bytes());
        let mut key = [0u8; 8];
        for (place, byte) in key.iter_mut().zip(tag) {
            *place = byte;
        }
        if self.0.len() > REMEMBERED {
            self.0.retain_recent();
            self.0.shrink_to_fit();
        }
        self.0.check_key(&key).is_ok()
    }
}

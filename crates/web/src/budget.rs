//! How often somebody may do something. A network address, or a pass, is kept as one of a fixed number of places, found
//! by a salted hash that changes daily: memory has a bound whatever comes, and nothing of an address is logged. Two
//! addresses that meet in a place share its budget until the next day.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use axum::http::request::Parts;
use governor::clock::DefaultClock;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::site::Site;

/// How many places there are; a power of two.
const PLACES: u32 = 1 << 18;

/// The place of a network or of a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place(u32);

/// A budget of requests for each network address, in bounded memory.
#[derive(Clone)]
pub struct Budget(Arc<RateLimiter<u32, HashMapStateStore<u32>, DefaultClock>>);

/// Whoever has one address of IPv6 has its whole network of 64 bits.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => {
            std::net::Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into()
        }
    }
}

/// From which network a request comes: a salted tag that changes daily, for counting tries and for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(pub u64);

impl Network {
    fn of(site: &Site, address: Option<IpAddr>) -> Self {
        let day = site.house.now().date_naive();
        let address = address.map(network).map_or_else(String::new, |address| address.to_string());
        let tag = site.house.vault().web_tag("network", format!("{day} {address}").as_bytes());
        Self(tag.into_iter().take(8).fold(0u64, |place, byte| (place << 8) | u64::from(byte)))
    }
}

impl<S> FromRequestParts<S> for Network
where
    Site: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<std::net::SocketAddr>>();
        Ok(Self::of(&Site::from_ref(state), peer.map(|ConnectInfo(address)| address.ip())))
    }
}

impl Place {
    /// The place of a network address, today.
    pub(crate) fn of_address(site: &Site, address: IpAddr) -> Self {
        let day = site.house.now().date_naive();
        Self::of(site, format!("{day} {}", network(address)).as_bytes())
    }

    /// The place of any other name.
    pub(crate) fn of(site: &Site, name: &[u8]) -> Self {
        let tag = site.house.vault().web_tag("budget", name);
        let place = tag.into_iter().take(4).fold(0u32, |place, byte| (place << 8) | u32::from(byte));
        Self(place % PLACES)
    }
}

impl Budget {
    /// A budget of so many requests a minute.
    #[must_use]
    pub fn new(per_minute: u32) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN));
        Self(Arc::new(RateLimiter::hashmap(quota)))
    }

    /// Whether this place may go on, with something that counts as often as `weight` says.
    pub(crate) fn allows(&self, place: Place, weight: u32) -> bool {
        let weight = NonZeroU32::new(weight).unwrap_or(NonZeroU32::MIN);
        matches!(self.0.check_key_n(&place.0, weight), Ok(Ok(())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_of_ipv6_is_one_address_and_ipv4_is_ipv4_however_it_comes() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
        assert_ne!(of("192.0.2.7"), of("192.0.2.8"));
    }

    #[test]
    fn what_counts_more_than_the_whole_budget_is_never_allowed() {
        let budget = Budget::new(3);
        assert!(!budget.allows(Place(1), 5));
        assert!(budget.allows(Place(1), 2) && budget.allows(Place(1), 1));
        assert!(!budget.allows(Place(1), 1));
        assert!(budget.allows(Place(2), 1));
    }
}

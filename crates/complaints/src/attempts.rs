//! Tries of a code. Who tries wrong codes for a reference waits longer each time, up to a minute; the count belongs to
//! the reference *and* the network, so that nobody elsewhere can keep the worker out. And whoever is told to wait gets
//! a ticket: once it is ripe, it opens one try whatever others do in the meantime, even from the same network. Memory
//! has a bound; nothing of it is written down.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{ReceiptCode, Reference};
use haqqi_web::{Network, Site};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Desk;
use crate::come_back::{Entered, ReturnError, enter};

/// How many wrong tries cost nothing: a person mistypes.
const FREE: u32 = 3;
/// The longest wait, in seconds.
const LONGEST: i64 = 60;
/// After so long a quiet time all is forgotten.
const FORGOTTEN: TimeDelta = TimeDelta::minutes(15);
/// How many references and networks are remembered at once.
const PLACES: usize = 1 << 15;
/// The purpose under which tickets are sealed.
const TICKET: &str = "receipt-wait";

#[derive(Default)]
struct Memory {
    wrong: HashMap<(u64, Reference), (u32, DateTime<Utc>)>,
    used: HashMap<Uuid, DateTime<Utc>>,
}

/// Wrong tries, and tickets that were used.
#[derive(Clone, Default)]
pub struct Attempts(Arc<Mutex<Memory>>);

#[derive(Serialize, Deserialize)]
struct Ticket {
    id: Uuid,
    reference: String,
    ripe: DateTime<Utc>,
}

/// How long whoever was told to wait waits, and what opens the try after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// In so many seconds.
    pub seconds: i64,
    /// To be sent with the next try.
    pub ticket: String,
}

/// Seconds to wait after so many wrong tries.
fn delay(wrong: u32) -> i64 {
    if wrong < FREE { 0 } else { (1i64 << (wrong - FREE + 1).min(6)).min(LONGEST) }
}

impl Attempts {
    fn with<T>(&self, work: impl FnOnce(&mut Memory) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// How many seconds are left to wait.
    fn left(&self, network: Network, reference: Reference, now: DateTime<Utc>) -> i64 {
        self.with(|memory| {
            memory.wrong.get(&(network.0, reference)).map_or(0, |(wrong, last)| {
                if now - *last > FORGOTTEN { 0 } else { delay(*wrong) - (now - *last).num_seconds() }
            })
        })
    }

    fn wrong(&self, network: Network, reference: Reference, now: DateTime<Utc>) {
        self.with(|memory| {
            if memory.wrong.len() >= PLACES {
                memory.wrong.retain(|_, (_, last)| now - *last <= FORGOTTEN);
            }
            // Still full: somebody floods with ever other references. The oldest knowledge goes, not the newest try.
            if memory.wrong.len() >= PLACES
                && let Some(oldest) =
                    memory.wrong.iter().min_by_key(|(_, (_, last))| *last).map(|(key, _)| *key)
            {
                memory.wrong.remove(&oldest);
            }
            let (count, last) = memory.wrong.entry((network.0, reference)).or_insert((0, now));
            *count = if now - *last > FORGOTTEN { 1 } else { count.saturating_add(1) };
            *last = now;
        });
    }

    fn right(&self, network: Network, reference: Reference) {
        self.with(|memory| memory.wrong.remove(&(network.0, reference)));
    }

    /// Whether this ticket opens a try of this reference now; it does so once.
    fn takes(&self, site: &Site, ticket: &str, reference: Reference, now: DateTime<Utc>) -> bool {
        let Some(ticket) = read(site, ticket) else { return false };
        if ticket.reference != reference.to_string() || now < ticket.ripe || now - ticket.ripe > FORGOTTEN {
            return false;
        }
        self.with(|memory| {
            memory.used.retain(|_, used| now - *used <= FORGOTTEN + TimeDelta::seconds(LONGEST));
            memory.used.len() < PLACES && memory.used.insert(ticket.id, now).is_none()
        })
    }
}

fn read(site: &Site, ticket: &str) -> Option<Ticket> {
    let sealed = data_encoding::BASE64URL_NOPAD.decode(ticket.as_bytes()).ok()?;
    let plain = site.house.vault().open_cookie(TICKET, &sealed).ok()?;
    serde_json::from_slice(&plain).ok()
}

fn write(site: &Site, reference: Reference, seconds: i64) -> String {
    let now = site.house.now();
    let id = site.house.entropy().id(now);
    let ticket = Ticket { id, reference: reference.to_string(), ripe: now + TimeDelta::seconds(seconds) };
    let plain = serde_json::to_vec(&ticket).unwrap_or_default();
    data_encoding::BASE64URL_NOPAD.encode(&site.house.vault().seal_cookie(
        TICKET,
        &plain,
        site.house.entropy(),
    ))
}

/// Lets in whoever holds reference and code, unless wrong codes were tried from this network just now.
///
/// # Errors
/// [`ReturnError::Wait`] with a ticket, [`ReturnError::Unknown`] if they do not belong together.
pub async fn try_to_enter(
    desk: &Desk,
    network: Network,
    reference: Reference,
    code: &ReceiptCode,
    ticket: &str,
) -> Result<Entered, ReturnError> {
    let attempts = &desk.attempts;
    let now = desk.site.house.now();
    let seconds = attempts.left(network, reference, now);
    if seconds > 0 && !attempts.takes(&desk.site, ticket, reference, now) {
        return Err(ReturnError::Wait(Wait { seconds, ticket: write(&desk.site, reference, seconds) }));
    }
    match enter(desk, reference, code).await {
        Ok(entered) => {
            attempts.right(network, reference);
            Ok(entered)
        }
        Err(error) => {
            if matches!(error, ReturnError::Unknown) {
                attempts.wrong(network, reference, now);
            }
            Err(error)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slip_costs_nothing_and_no_wait_is_longer_than_a_minute() {
        assert_eq!((0..12).map(delay).collect::<Vec<_>>(), [0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
    }

    proptest! {
        #[test]
        fn the_wait_never_shrinks_and_has_a_bound(wrong in 0u32..u32::MAX - 1) {
            prop_assert!(delay(wrong) <= delay(wrong + 1) && delay(wrong) <= LONGEST);
        }
    }

    #[test]
    fn memory_has_a_bound_and_another_network_waits_for_nothing() {
        let attempts = Attempts::default();
        let now = DateTime::UNIX_EPOCH;
        let entropy = haqqi_kernel::FixedEntropy::seeded(3);
        let draw = || Reference::random(haqqi_kernel::ReferenceKind::Complaint, now, &entropy);
        let hers = draw();
        for _ in 0..9 {
            attempts.wrong(Network(1), hers, now);
        }
        assert_eq!(attempts.left(Network(1), hers, now), 60);
        assert_eq!(attempts.left(Network(2), hers, now), 0);
        assert_eq!(attempts.left(Network(1), hers, now + TimeDelta::minutes(16)), 0);
        for at in 0..500u64 {
            attempts.wrong(Network(at), draw(), now);
        }
        attempts.right(Network(1), hers);
        assert_eq!(attempts.left(Network(1), hers, now), 0);
        assert!(attempts.with(|memory| memory.wrong.len()) <= PLACES);
    }
}

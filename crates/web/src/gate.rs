//! The gate before the rooms: who is asked to wait when a network, or the whole house, sends more than people can. Who
//! waits keeps what she typed and is let through afterwards, whatever others do meanwhile; nobody is sent away.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{ConnectInfo, FromRequestParts, Request};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use chrono::{DateTime, TimeDelta, Utc};

use crate::budget::{Budget, Place};
use crate::problem::Problem;
use crate::site::Site;
use crate::stamp::Stamp;
use crate::turn::Turn;

/// Requests a minute with one turn: more than a person sends.
const REQUESTS_OF_A_TURN: u32 = 120;
/// Filings a minute with one turn: a clerk who files for several is let through, a robot must wait or work again.
const FILINGS_OF_A_TURN: u32 = 4;
/// How often a filing counts that comes sooner than a person writes.
const QUICK: u32 = 4;
/// Danger that one network may tell within a minute, beside all that it files and whatever the house is flooded with: more
/// than people tell at one time, too few for a robot that fetches a form for each.
const DANGERS: u32 = 12;
/// Of the requests that one network may send, one in so many may be a question for a number: enough for a dormitory behind
/// one address, too few to guess.
const ONE_QUESTION_IN: u32 = 8;
/// Questions a minute with one turn.
const QUESTIONS_OF_A_TURN: u32 = 6;
/// How long a count of the whole house is good for.
const COUNTED: TimeDelta = TimeDelta::seconds(2);

#[derive(Clone)]
pub(crate) struct Gate(Arc<Budgets>);

struct Budgets {
    requests: Budget,
    filings: Budget,
    turn_requests: Budget,
    turn_filings: Budget,
    danger_requests: Budget,
    dangers: Budget,
    questions: Budget,
    turn_questions: Budget,
    /// Filings of the last minute in the whole house, and when they were counted.
    house: Mutex<(DateTime<Utc>, u64)>,
}

/// One visitor, as far as the gate knows her: the place of her network, and her turn if she has one.
#[derive(Clone)]
pub struct Visit {
    gate: Option<Gate>,
    network: Option<Place>,
    turn: Option<Turn>,
}

impl Gate {
    pub(crate) fn new(site: &Site) -> Self {
        let limits = &site.settings.limits;
        Self(Arc::new(Budgets {
            requests: Budget::new(site.settings.requests_per_minute),
            filings: Budget::new(limits.filings_per_minute),
            turn_requests: Budget::new(REQUESTS_OF_A_TURN),
            turn_filings: Budget::new(FILINGS_OF_A_TURN),
            danger_requests: Budget::new(site.settings.requests_per_minute),
            dangers: Budget::new(DANGERS),
            questions: Budget::new((site.settings.requests_per_minute / ONE_QUESTION_IN).max(1)),
            turn_questions: Budget::new(QUESTIONS_OF_A_TURN),
            house: Mutex::new((DateTime::UNIX_EPOCH, 0)),
        }))
    }

    /// Who comes with this request. Without a peer (a test of a room alone) nothing is counted. The rooms that count
    /// tries see the address behind the proxies too.
    pub(crate) fn visit(&self, site: &Site, request: &mut Request) -> Visit {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| *peer);
        let proxies = &site.settings.limits.proxies;
        let peer =
            peer.map(|peer| SocketAddr::new(behind(peer.ip(), request.headers(), proxies), peer.port()));
        if let Some(peer) = peer {
            request.extensions_mut().insert(ConnectInfo(peer));
        }
        Visit {
            gate: Some(self.clone()),
            network: peer.map(|peer| Place::of_address(site, peer.ip())),
            turn: Turn::read(site, request.headers()),
        }
    }
}

/// The address behind the proxies that the operator trusts: the last one that none of them added.
fn behind(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    if !proxies.contains(&peer.to_canonical()) {
        return peer;
    }
    let lists = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let told: Vec<IpAddr> =
        lists.flat_map(|list| list.split(',')).filter_map(|one| one.trim().parse().ok()).collect();
    told.into_iter().rev().find(|one| !proxies.contains(&one.to_canonical())).unwrap_or(peer)
}

impl Visit {
    /// Whether this request may go on: within its network's budget, or with a turn of its own.
    pub(crate) fn may_ask(&self, site: &Site) -> bool {
        let (Some(gate), Some(network)) = (&self.gate, self.network) else { return true };
        gate.0.requests.allows(network, 1) || self.has_turn(site, &gate.0.turn_requests)
    }

    /// The same for the page of somebody in danger: what others of her network send does not keep her waiting.
    pub(crate) fn may_ask_in_danger(&self, site: &Site) -> bool {
        let (Some(gate), Some(network)) = (&self.gate, self.network) else { return true };
        gate.0.danger_requests.allows(network, 1) || self.may_ask(site)
    }

    fn has_turn(&self, site: &Site, budget: &Budget) -> bool {
        let turn = self.turn.as_ref().filter(|turn| turn.has_come(site));
        turn.is_some_and(|turn| budget.allows(turn.place(site), 1))
    }

    /// The turn of this visitor: the one that she has or waits for, or a new one to wait for. One whose own budget is
    /// used up waits anew.
    pub(crate) fn turn(&self, site: &Site) -> Turn {
        let again = || Turn::new(site, site.settings.limits.wait_seconds);
        self.turn.clone().filter(|turn| !turn.has_come(site)).unwrap_or_else(again)
    }

    /// Looks at the answer to the riddle of the turn that this visitor waits for; whether her turn comes by it.
    pub(crate) fn answers(&mut self, site: &Site, answer: &str) -> bool {
        let waiting = self.turn.take_if(|turn| !turn.has_come(site));
        let Some(turn) = waiting else { return false };
        let right = turn.is_answer(answer);
        self.turn = Some(if right { turn.at_once(site) } else { turn });
        right
    }

    /// The cookie of a turn that has just come.
    pub(crate) fn cookie(&self, site: &Site) -> Option<String> {
        self.turn.as_ref().map(|turn| turn.header(site))
    }

    /// Lets a filing through or asks to wait. `stamp` is the one that the form carried; `trap` is what stood in the
    /// field that no person sees: something in it asks once more, for a helpful program may have filled it.
    ///
    /// # Errors
    /// The waiting page, with everything that was typed; 503 when the database does not answer.
    pub async fn file(&self, site: &Site, stamp: &str, trap: &str) -> Result<(), Problem> {
        let quick = Stamp::read(site, stamp).is_none_or(|stamp| stamp.is_quick(site));
        self.admit(site, if quick { QUICK } else { 1 }, trap.is_empty()).await
    }

    /// The same for the one tap of somebody in danger, which is quick by its nature. Whoever had the form of this house
    /// and did not fill what no person sees goes through at once, whatever else is filed; a robot waits like anybody.
    ///
    /// # Errors
    /// As [`Visit::file`].
    pub async fn file_in_danger(&self, site: &Site, stamp: &str, trap: &str) -> Result<(), Problem> {
        let (Some(gate), Some(network)) = (&self.gate, self.network) else { return Ok(()) };
        let a_person = trap.is_empty() && Stamp::read(site, stamp).is_some();
        if a_person && gate.0.dangers.allows(network, 1) {
            return Ok(());
        }
        self.admit(site, 1, trap.is_empty()).await
    }

    /// Lets a question for a number through (is this badge ours?) or asks to wait: who guesses numbers is slowed.
    ///
    /// # Errors
    /// The waiting page, after which the question is asked again.
    pub fn look_up(&self, site: &Site) -> Result<(), Problem> {
        let (Some(gate), Some(network)) = (&self.gate, self.network) else { return Ok(()) };
        if gate.0.questions.allows(network, 1) || self.has_turn(site, &gate.0.turn_questions) {
            return Ok(());
        }
        Err(Problem::wait())
    }

    /// The same for a program, which is told when to ask again.
    ///
    /// # Errors
    /// 429.
    pub fn look_up_by_program(&self) -> Result<(), Problem> {
        let (Some(gate), Some(network)) = (&self.gate, self.network) else { return Ok(()) };
        if gate.0.questions.allows(network, 1) { Ok(()) } else { Err(Problem::too_many()) }
    }

    async fn admit(&self, site: &Site, weight: u32, plain: bool) -> Result<(), Problem> {
        let (Some(gate), Some(network)) = (&self.gate, self.network) else { return Ok(()) };
        let within = gate.0.filings.allows(network, weight);
        if within && plain && !gate.flooded(site).await? {
            return Ok(());
        }
        if self.has_turn(site, &gate.0.turn_filings) { Ok(()) } else { Err(Problem::wait()) }
    }

    /// Lets a program's filing through, or tells it when to try again, with a ticket that lets it through then: so a
    /// flood holds up no program that files for a worker for good.
    ///
    /// # Errors
    /// 429 with a ticket; 503 when the database does not answer.
    pub async fn file_by_program(&self, site: &Site) -> Result<(), Problem> {
        let (Some(gate), Some(network)) = (&self.gate, self.network) else { return Ok(()) };
        if gate.0.filings.allows(network, 1) && !gate.flooded(site).await? {
            return Ok(());
        }
        if self.has_turn(site, &gate.0.turn_filings) { Ok(()) } else { Err(self.come_again(site)) }
    }

    /// 429 for a program, with the turn that it has or waits for.
    pub(crate) fn come_again(&self, site: &Site) -> Problem {
        let turn = self.turn(site);
        Problem::too_many().with_ticket(turn.seconds_left(site).max(1), turn.ticket(site))
    }
}

impl Gate {
    /// Whether the whole house, with all its processes, took more complaints within a minute than the operator expects.
    async fn flooded(&self, site: &Site) -> Result<bool, Problem> {
        let now = site.house.now();
        let most = u64::from(site.settings.limits.filings_everywhere);
        let known = |(at, count): (DateTime<Utc>, u64)| (at <= now && now < at + COUNTED).then_some(count);
        let kept = *self.0.house.lock().unwrap_or_else(PoisonError::into_inner);
        let count = match known(kept) {
            Some(count) => count,
            None => {
                let since = now - TimeDelta::minutes(1);
                let counted =
                    haqqi_kernel::happened_since(&site.house, "complaint.received", since, most + 1);
                let count = counted.await.map_err(|error| {
                    tracing::error!(%error, "filings cannot be counted");
                    Problem::unavailable()
                })?;
                *self.0.house.lock().unwrap_or_else(PoisonError::into_inner) = (now, count);
                count
            }
        };
        Ok(count > most)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = std::convert::Infallible;

    /// Whoever the shell saw; where there is no shell, somebody whom nothing limits.
    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        let seen = parts.extensions.get::<Self>().cloned();
        Ok(seen.unwrap_or(Self { gate: None, network: None, turn: None }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_that_is_trusted_says_for_whom_it_asks_and_nobody_else_does() {
        let of = |text: &str| text.parse::<IpAddr>().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "203.0.113.9, 198.51.100.7, 127.0.0.1".parse().unwrap());
        let proxies = [of("127.0.0.1")];
        // What stands before the last hop may be invented by whoever asks.
        assert_eq!(behind(of("127.0.0.1"), &headers, &proxies), of("198.51.100.7"));
        assert_eq!(behind(of("192.0.2.1"), &headers, &proxies), of("192.0.2.1"));
        assert_eq!(behind(of("127.0.0.1"), &headers, &[]), of("127.0.0.1"));
        assert_eq!(behind(of("::ffff:127.0.0.1"), &headers, &proxies), of("198.51.100.7"));
        assert_eq!(behind(of("127.0.0.1"), &HeaderMap::new(), &proxies), of("127.0.0.1"));
    }
}

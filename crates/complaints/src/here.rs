//! Who has a record open at this moment, as far as their page says so again and again. In this process alone: it is a
//! courtesy between colleagues, and what matters is guarded by versions.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// So long after it last said so, a page is taken for closed.
const GONE: TimeDelta = TimeDelta::seconds(75);
/// Pages that are remembered at once.
const PAGES: usize = 1 << 14;

/// Record and account, and when the account's page last said that it is open.
type Pages = HashMap<(Uuid, Uuid), DateTime<Utc>>;

/// Who is where.
#[derive(Clone, Default)]
pub struct Here(Arc<Mutex<Pages>>);

impl Here {
    /// This account has this record open now.
    pub fn note(&self, complaint: Uuid, account: Uuid, now: DateTime<Utc>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= PAGES {
            all.retain(|_, at| *at + GONE > now);
        }
        if all.len() < PAGES {
            all.insert((complaint, account), now);
        }
    }

    /// The accounts that have this record open.
    #[must_use]
    pub fn at(&self, complaint: Uuid, now: DateTime<Utc>) -> Vec<Uuid> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let there = all.iter().filter(|((of, _), at)| *of == complaint && **at + GONE > now);
        there.map(|((_, account), _)| *account).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_nothing_more_is_gone() {
        let (here, now) = (Here::default(), DateTime::UNIX_EPOCH);
        let [record, other, somebody] = [1, 2, 3].map(Uuid::from_u128);
        here.note(record, somebody, now);
        assert_eq!(here.at(record, now + TimeDelta::seconds(40)), [somebody]);
        assert!(here.at(other, now).is_empty());
        assert!(here.at(record, now + TimeDelta::seconds(80)).is_empty());
    }
}

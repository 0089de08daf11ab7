//! The duty roster as intervals: who covers when, and where nobody does.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// A shift, from its start up to but not including its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Its id.
    pub id: Uuid,
    /// Who is on duty.
    pub staff: Uuid,
    /// For which office; none is the national roster.
    pub office: Option<String>,
    /// Start.
    pub from: DateTime<Utc>,
    /// End.
    pub to: DateTime<Utc>,
}

/// A time in which nobody is on duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Start.
    pub from: DateTime<Utc>,
    /// End.
    pub to: DateTime<Utc>,
}

/// The gaps that these shifts leave between two instants, in order of time.
#[must_use]
pub fn gaps(shifts: &[Shift], from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Gap> {
    let mut spans: Vec<_> = shifts
        .iter()
        .filter(|s| s.from < s.to && s.to > from && s.from < to)
        .map(|s| (s.from, s.to))
        .collect();
    spans.sort_unstable();
    let mut gaps = Vec::new();
    let mut covered = from;
    for (start, end) in spans {
        if start > covered {
            gaps.push(Gap { from: covered, to: start });
        }
        covered = covered.max(end);
    }
    if covered < to {
        gaps.push(Gap { from: covered, to });
    }
    gaps
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, TimeZone};
    use proptest::prelude::*;

    use super::*;

    fn hour(n: i64) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 24, 0, 0, 0).unwrap() + TimeDelta::hours(n)
    }

    proptest! {
        #[test]
        fn each_hour_is_covered_or_in_a_gap(spans in prop::collection::vec((0i64..100, 0i64..30), 0..12)) {
            let shifts: Vec<Shift> = spans.iter().map(|(start, length)| Shift {
                id: Uuid::nil(), staff: Uuid::nil(), office: None, from: hour(*start), to: hour(start + length),
            }).collect();
            let found = gaps(&shifts, hour(10), hour(82));
            for n in 10..82 {
                let covered = shifts.iter().any(|s| s.from <= hour(n) && hour(n) < s.to);
                let gap = found.iter().any(|g| g.from <= hour(n) && hour(n) < g.to);
                prop_assert_ne!(covered, gap, "hour {}", n);
            }
        }
    }
}

//! Instants as endpoints write them.

use chrono::{DateTime, SecondsFormat, Utc};

/// RFC 3339 in UTC, to the microsecond: what the database keeps, in one way everywhere.
#[must_use]
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

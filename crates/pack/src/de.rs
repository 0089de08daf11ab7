//! TOML's own dates and times as chrono's.

use chrono::{NaiveDate, NaiveTime};
use serde::de::{Deserialize, Deserializer, Error};
use toml::value::Datetime;

fn day<E: Error>(value: Datetime) -> Result<NaiveDate, E> {
    match (value.date, value.time, value.offset) {
        (Some(date), None, None) => {
            NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
                .ok_or_else(|| E::custom("this day is not in the calendar"))
        }
        _ => Err(E::custom("a date such as 2026-01-31 is expected")),
    }
}

/// A date: `2026-01-31`.
pub fn date<'de, D: Deserializer<'de>>(input: D) -> Result<NaiveDate, D::Error> {
    day(Datetime::deserialize(input)?)
}

/// A date that may be left out.
pub fn date_opt<'de, D: Deserializer<'de>>(input: D) -> Result<Option<NaiveDate>, D::Error> {
    day(Datetime::deserialize(input)?).map(Some)
}

/// A time of day: `08:30:00`.
pub fn time<'de, D: Deserializer<'de>>(input: D) -> Result<NaiveTime, D::Error> {
    let value = Datetime::deserialize(input)?;
    match (value.date, value.time) {
        (None, Some(time)) => NaiveTime::from_hms_opt(
            u32::from(time.hour),
            u32::from(time.minute),
            u32::from(time.second.unwrap_or(0)),
        )
        .ok_or_else(|| D::Error::custom("this is no time of day")),
        _ => Err(D::Error::custom("a time such as 08:30:00 is expected")),
    }
}

/// A time of day that may be left out.
pub fn time_opt<'de, D: Deserializer<'de>>(input: D) -> Result<Option<NaiveTime>, D::Error> {
    time(input).map(Some)
}

/// For `#[serde(default = …)]`: a flag that is on unless the row says otherwise.
pub fn yes() -> bool {
    true
}

//! The few lines of iCalendar (RFC 5545) that movable holidays need.

use chrono::{Days, NaiveDate};

use crate::model::calendar::MovableHoliday;

/// Reads all-day events: `DTSTART;VALUE=DATE`, `DTEND;VALUE=DATE` (excluded, as the standard says),
/// `CATEGORIES` (the holiday's code) and `STATUS`. Errors carry the line, from 1.
pub fn holidays(text: &str) -> Result<Vec<MovableHoliday>, (usize, String)> {
    let mut found = Vec::new();
    let mut event: Option<Event> = None;
    for (number, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line.trim_end())) {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        match (name, &mut event) {
            ("BEGIN", _) if value == "VEVENT" => event = Some(Event { line: number, ..Event::default() }),
            ("END", Some(open)) if value == "VEVENT" => {
                found.push(open.finish()?);
                event = None;
            }
            ("DTSTART;VALUE=DATE", Some(open)) => open.from = Some(day(value, number)?),
            ("DTEND;VALUE=DATE", Some(open)) => open.end = Some(day(value, number)?),
            ("CATEGORIES", Some(open)) => open.code = value.to_ascii_lowercase(),
            ("STATUS", Some(open)) => open.confirmed = value == "CONFIRMED",
            _ => {}
        }
    }
    match event {
        Some(open) => Err((open.line, "the event has no END:VEVENT".to_owned())),
        None => Ok(found),
    }
}

#[derive(Default)]
struct Event {
    line: usize,
    from: Option<NaiveDate>,
    end: Option<NaiveDate>,
    code: String,
    confirmed: bool,
}

impl Event {
    fn finish(&self) -> Result<MovableHoliday, (usize, String)> {
        let fault = |message: &str| (self.line, message.to_owned());
        let from = self.from.ok_or_else(|| fault("the event has no DTSTART;VALUE=DATE"))?;
        let until = match self.end {
            Some(end) => end - Days::new(1),
            None => from,
        };
        if until < from {
            return Err(fault("the event ends before it starts"));
        }
        if self.code.is_empty() {
            return Err(fault("the event has no CATEGORIES, which hold the holiday's code"));
        }
        Ok(MovableHoliday { code: self.code.clone(), from, until, verified: self.confirmed })
    }
}

fn day(value: &str, line: usize) -> Result<NaiveDate, (usize, String)> {
    NaiveDate::parse_from_str(value, "%Y%m%d")
        .map_err(|_| (line, format!("{value} is no date such as 20260320")))
}

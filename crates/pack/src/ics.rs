//! The few lines of iCalendar (RFC 5545) that holidays need: of a pack, and of the file that a ministry announces.

use chrono::{Days, NaiveDate};

use crate::model::calendar::MovableHoliday;

/// No holiday is longer: a longer one is a slip of the year.
const LONGEST: i64 = 31;
/// What a holiday without a code of its own is called.
const UNNAMED: &str = "holiday";

/// Reads all-day events: `DTSTART;VALUE=DATE`, `DTEND;VALUE=DATE` (excluded, as the standard says),
/// `CATEGORIES` (the holiday's code) and `STATUS`. Errors carry the line, from 1.
pub(crate) fn holidays(text: &str) -> Result<Vec<MovableHoliday>, (usize, String)> {
    read(text, true)
}

/// Reads the holidays of a file that a ministry announces, as [`crate::Calendar`] has them: a code is not asked for, and
/// what is cancelled is left out.
///
/// # Errors
/// The line, from 1, and what is wrong there.
pub fn announced_holidays(text: &str) -> Result<Vec<MovableHoliday>, (usize, String)> {
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    if !first.trim_end().eq_ignore_ascii_case("BEGIN:VCALENDAR") {
        return Err((1, "this is no iCalendar file: it does not begin with BEGIN:VCALENDAR".to_owned()));
    }
    let days = read(text, false)?;
    if days.is_empty() {
        return Err((1, "the file has no holiday: no BEGIN:VEVENT that holds".to_owned()));
    }
    Ok(days)
}

fn read(text: &str, strict: bool) -> Result<Vec<MovableHoliday>, (usize, String)> {
    let mut found = Vec::new();
    let mut event: Option<Event> = None;
    for (number, line) in unfolded(text) {
        let Some((head, value)) = line.split_once(':') else {
            continue;
        };
        let mut parts = head.split(';');
        let name = parts.next().unwrap_or_default().to_ascii_uppercase();
        let is_date = parts.any(|part| part.eq_ignore_ascii_case("VALUE=DATE"));
        match (name.as_str(), &mut event) {
            ("BEGIN", Some(_)) if value == "VEVENT" => {
                return Err((number, "an event begins inside another".to_owned()));
            }
            ("BEGIN", None) if value == "VEVENT" => event = Some(Event { line: number, ..Event::default() }),
            ("END", Some(open)) if value == "VEVENT" => {
                if !open.cancelled {
                    found.push(open.finish(strict)?);
                }
                event = None;
            }
            ("END", None) if value == "VEVENT" => {
                return Err((number, "an event ends that did not begin".to_owned()));
            }
            ("DTSTART", Some(open)) => open.from = Some(day(value, is_date, number)?),
            ("DTEND", Some(open)) => open.end = Some(day(value, is_date, number)?),
            ("DURATION" | "RRULE" | "RDATE", Some(_)) => {
                return Err((
                    number,
                    format!("{name} is not read: write one event for each time, with its dates"),
                ));
            }
            ("CATEGORIES", Some(open)) => open.code = code(value),
            ("STATUS", Some(open)) => {
                open.confirmed = value == "CONFIRMED";
                open.cancelled = value == "CANCELLED";
            }
            _ => {}
        }
    }
    match event {
        Some(open) => Err((open.line, "the event has no END:VEVENT".to_owned())),
        None => Ok(found),
    }
}

/// The lines, each with the number at which it begins: one that begins with a space goes on the line before.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim_end_matches('\r');
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, last))) => last.push_str(rest),
            _ => lines.push((at + 1, line.trim_end().to_owned())),
        }
    }
    lines
}

/// The first category as a code.
fn code(value: &str) -> String {
    let first = value.split(',').next().unwrap_or_default().trim().to_ascii_lowercase();
    first.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

#[derive(Default)]
struct Event {
    line: usize,
    from: Option<NaiveDate>,
    end: Option<NaiveDate>,
    code: String,
    confirmed: bool,
    cancelled: bool,
}

impl Event {
    fn finish(&self, strict: bool) -> Result<MovableHoliday, (usize, String)> {
        let fault = |message: &str| (self.line, message.to_owned());
        let from = self.from.ok_or_else(|| fault("the event has no DTSTART;VALUE=DATE"))?;
        let until = match self.end {
            Some(end) => end.checked_sub_days(Days::new(1)).unwrap_or(end),
            None => from,
        };
        if until < from {
            return Err(fault("the event ends before it starts"));
        }
        if (until - from).num_days() >= LONGEST {
            return Err(fault("the event lasts longer than a month: look at its years"));
        }
        let named = self.code.chars().any(|c| c.is_ascii_alphanumeric());
        if strict && !named {
            return Err(fault("the event has no CATEGORIES, which hold the holiday's code"));
        }
        let code = if named { self.code.clone() } else { UNNAMED.to_owned() };
        Ok(MovableHoliday { code, from, until, verified: self.confirmed })
    }
}

fn day(value: &str, is_date: bool, line: usize) -> Result<NaiveDate, (usize, String)> {
    if !is_date && value.len() != 8 {
        return Err((
            line,
            format!("{value} is a time: a holiday is a whole day, such as DTSTART;VALUE=DATE:20260320"),
        ));
    }
    NaiveDate::parse_from_str(value, "%Y%m%d")
        .map_err(|_| (line, format!("{value} is no date such as 20260320")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(event: &str) -> String {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    }

    #[test]
    fn a_ministry_s_file_is_read_with_folded_lines_and_without_codes() {
        let days = announced_holidays(&file(
            "SUMMARY:Eid al-\r\n Fitr\r\nDTSTART;VALUE=DATE:20270310\r\nDTEND;VALUE=DATE:20270313",
        ))
        .unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!((days[0].from, days[0].until), (day("2027-03-10"), day("2027-03-12")));
        assert_eq!(days[0].code, "holiday");
        let called =
            announced_holidays(&file("CATEGORIES:Eid,Public\r\nDTSTART;VALUE=DATE:20270310")).unwrap();
        assert_eq!((called[0].code.as_str(), called[0].until), ("eid", day("2027-03-10")));
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_line() {
        for (event, line) in [
            ("DTSTART;VALUE=DATE:20270231", 4),
            ("DTSTART:20270310T000000Z", 4),
            ("DTSTART;VALUE=DATE:20270310\r\nRRULE:FREQ=YEARLY", 5),
            ("DTSTART;VALUE=DATE:20270310\r\nDTEND;VALUE=DATE:20270301", 3),
            ("DTSTART;VALUE=DATE:20270310\r\nDTEND;VALUE=DATE:20280301", 3),
            ("SUMMARY:no day", 3),
            ("BEGIN:VEVENT", 4),
            ("STATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20270310", 1),
        ] {
            let error = announced_holidays(&file(event)).unwrap_err();
            assert_eq!(error.0, line, "{event}: {error:?}");
        }
        for text in ["", "day,name\n2027-03-10,Eid", "BEGIN:VCALENDAR\nEND:VCALENDAR"] {
            assert_eq!(announced_holidays(text).unwrap_err().0, 1, "{text}");
        }
    }
}

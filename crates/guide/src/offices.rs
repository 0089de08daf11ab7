//! Offices and their hours, as the pack has them.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use haqqi_language::Args;
use haqqi_pack::{OfficeKind, label};
use haqqi_web::Page;

/// An office as a page shows it. What the pack does not say is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeView {
    /// The code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The places it serves.
    pub serves: String,
    /// Where it is, as one tells a driver.
    pub address: String,
    /// How to find it without a map.
    pub way: String,
    /// As dialled.
    pub phone: String,
    /// Languages spoken there, by their own names.
    pub languages: Vec<String>,
}

impl OfficeView {
    /// Whether nothing is told of it but its name and what it serves.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.address.is_empty() && self.phone.is_empty()
    }
}

/// Hours of a span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// What they are called: usual, Ramadan.
    pub name: String,
    /// First and last day, in words; empty for those that always hold.
    pub days: String,
    /// From and to, in words.
    pub hours: String,
    /// Whether they hold today.
    pub now: bool,
}

/// The offices that hear people.
#[must_use]
pub fn offices(page: &Page) -> Vec<OfficeView> {
    let told = |code: &str, what: &str| page.t(&label("office", &format!("{code}-{what}")));
    let heard = page.site().pack.offices().iter().filter(|office| office.complaints);
    let mut views: Vec<(bool, OfficeView)> = heard
        .map(|office| {
            let serves: Vec<String> =
                office.governorates.iter().map(|code| page.label("governorate", code)).collect();
            let view = OfficeView {
                name: page.label("office", &office.code),
                serves: if serves.is_empty() {
                    page.t("guide-office-everywhere")
                } else {
                    page.language().list(&serves)
                },
                address: if office.told { told(&office.code, "address") } else { String::new() },
                way: if office.told { told(&office.code, "way") } else { String::new() },
                phone: office.phone.clone().unwrap_or_default(),
                languages: office.languages.iter().map(|tag| page.language_name(tag)).collect(),
                code: office.code.clone(),
            };
            (office.kind != OfficeKind::Central, view)
        })
        .collect();
    views.sort_by_key(|(below, _)| *below);
    views.into_iter().map(|(_, view)| view).collect()
}

/// A day, to be written: its noon is never moved into another by a change of clocks.
fn noon(page: &Page, day: NaiveDate) -> chrono::DateTime<Utc> {
    at(page, day, NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN))
}

fn at(page: &Page, day: NaiveDate, time: NaiveTime) -> chrono::DateTime<Utc> {
    let local = day.and_time(time);
    let zone = page.site().pack.zone();
    zone.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

/// “8:30 to 15:30”.
pub(crate) fn from_to(page: &Page, today: NaiveDate, opens: NaiveTime, closes: NaiveTime) -> String {
    let time = |time| page.language().time(at(page, today, time), page.site().pack.zone());
    page.ta("guide-hours-from-to", &Args::new().set("from", time(opens)).set("to", time(closes)))
}

/// Hours that hold now or will: what is over is left out.
#[must_use]
pub fn openings(page: &Page, today: NaiveDate) -> Vec<Opening> {
    let calendar = page.site().pack.calendar();
    let hours = calendar.hours();
    let holding =
        hours.iter().rposition(|row| row.from <= today && row.until.is_none_or(|until| today <= until));
    let soon = today.checked_add_days(Days::new(400)).unwrap_or(today);
    hours
        .iter()
        .enumerate()
        .filter(|(_, row)| row.until.is_none_or(|until| today <= until) && row.from <= soon)
        .map(|(place, row)| Opening {
            name: page.label("hours", &row.code),
            days: row.until.map_or_else(String::new, |until| {
                let days = Args::new()
                    .set("from", page.date(&noon(page, row.from)))
                    .set("to", page.date(&noon(page, until)));
                page.ta("guide-hours-days", &days)
            }),
            hours: from_to(page, today, row.opens, row.closes),
            now: holding == Some(place),
        })
        .collect()
}

/// The days of the week on which the offices are shut, in words.
pub(crate) fn shut(page: &Page, today: NaiveDate) -> String {
    let name = |wanted: Weekday| {
        let day = (0..7)
            .filter_map(|days| today.checked_add_days(Days::new(days)))
            .find(|day| day.weekday() == wanted);
        day.map(|day| page.language().weekday(noon(page, day), page.site().pack.zone())).unwrap_or_default()
    };
    let days: Vec<String> = page.site().pack.calendar().weekend().iter().map(|day| name(*day)).collect();
    page.language().list(&days)
}

//! Times on a page: in the office's zone, in the reader's words.

use chrono::{DateTime, Utc};

use super::Page;

impl Page {
    /// A day.
    #[must_use]
    pub fn date(&self, at: &DateTime<Utc>) -> String {
        self.language.date(*at, self.site.pack.zone())
    }

    /// Day and time.
    #[must_use]
    pub fn date_time(&self, at: &DateTime<Utc>) -> String {
        self.language.date_time(*at, self.site.pack.zone())
    }

    /// Weekday, day and time: for promises.
    #[must_use]
    pub fn moment(&self, at: &DateTime<Utc>) -> String {
        self.language.moment(*at, self.site.pack.zone())
    }

    /// A time as a form sends it (`2026-11-24T22:00`), on the wall clock of the pack's zone. In the hour that a
    /// clock change repeats, the first; in the one that it leaves out, nothing.
    #[must_use]
    pub fn read_time(&self, typed: &str) -> Option<DateTime<Utc>> {
        use chrono::TimeZone;
        let typed = haqqi_kernel::plain_digits(typed.trim());
        let wall = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
            .iter()
            .find_map(|form| chrono::NaiveDateTime::parse_from_str(&typed, form).ok())?;
        self.site.pack.zone().from_local_datetime(&wall).earliest().map(|at| at.with_timezone(&Utc))
    }

    /// RFC 3339, for `datetime=`.
    #[must_use]
    pub fn machine_time(&self, at: &DateTime<Utc>) -> String {
        at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    /// How long is left until `due`, in words; late when it is past.
    #[must_use]
    pub fn left(&self, due: &DateTime<Utc>) -> String {
        self.language.duration_left((*due - self.site.house.now()).num_minutes())
    }
}

//! One language, ready to speak.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock, Mutex};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;

use crate::args::Args;
use crate::formats::{Formats, with_digits};
use crate::known::Known;

pub(crate) struct Inner {
    pub(crate) known: &'static Known,
    pub(crate) bundle: Arc<FluentBundle<Arc<FluentResource>>>,
    pub(crate) formats: Arc<Formats>,
    /// The same in the language's other digits, where it has some.
    pub(crate) other: Option<Arc<Formats>>,
    /// English, for what is missing; `None` in English itself.
    pub(crate) fallback: Option<Language>,
}

/// A handle to one language; cloning is cheap.
#[derive(Clone)]
pub struct Language(pub(crate) Arc<Inner>);

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Language({})", self.tag())
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Language {}

impl Language {
    /// The tag used in addresses, in `lang=` and in records, without the pack's options.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.0.known.tag
    }

    /// `ltr` or `rtl`, for `<html dir>`.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        self.0.known.dir
    }

    /// The same language in its other digits: those of its script, or those that are everywhere.
    #[must_use]
    pub fn other_digits(&self) -> Option<Self> {
        let other = self.0.other.as_ref()?;
        Some(Self(Arc::new(Inner {
            known: self.0.known,
            bundle: Arc::clone(&self.0.bundle),
            formats: Arc::clone(other),
            other: Some(Arc::clone(&self.0.formats)),
            fallback: self.0.fallback.clone(),
        })))
    }

    /// Its name in itself.
    #[must_use]
    pub fn own_name(&self) -> &'static str {
        self.0.known.own_name
    }

    /// ISO 15924 script, to choose a font.
    #[must_use]
    pub fn script(&self) -> &'static str {
        self.0.known.script
    }

    /// Whether this language has a message of that id (own words only, not English's).
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.0.bundle.has_message(id)
    }

    /// The message, with isolation marks around its values.
    ///
    /// A missing message or value panics in debug builds; otherwise it is logged once and English speaks.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.text_with(id, &Args::new())
    }

    /// The message with these values; see [`Language::text`].
    #[must_use]
    pub fn text_with(&self, id: &str, args: &Args) -> String {
        match self.format(id, args) {
            Ok(text) => text,
            Err(problem) => {
                complain(self.tag(), id, &problem);
                match &self.0.fallback {
                    Some(english) => english.text_with(id, args),
                    None => id.to_owned(),
                }
            }
        }
    }

    /// The message for an attribute or title: no isolation marks.
    #[must_use]
    pub fn attribute(&self, id: &str) -> String {
        strip_isolation(&self.text(id))
    }

    /// The message with values for attributes, titles, mail headers, file names, JSON, PDF: no isolation marks.
    #[must_use]
    pub fn plain(&self, id: &str, args: &Args) -> String {
        strip_isolation(&self.text_with(id, args))
    }

    /// The words of a message that holds no value, without isolation marks; `None` of any other, and of English's words
    /// in place of missing ones.
    #[must_use]
    pub fn plain_words(&self, id: &str) -> Option<String> {
        if !self.has(id) {
            return None;
        }
        self.format(id, &Args::new()).ok().map(|text| strip_isolation(&text))
    }

    fn format(&self, id: &str, args: &Args) -> Result<String, String> {
        let message = self.0.bundle.get_message(id).ok_or("no such message")?;
        let pattern = message.value().ok_or("the message has no value")?;
        let fluent = args.fluent();
        let mut errors = Vec::new();
        let text = with_digits(&self.0.formats, || {
            self.0.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned()
        });
        match errors.first() {
            None => Ok(text),
            Some(error) => Err(error.to_string()),
        }
    }

    /// A whole number in this language's digits.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        self.0.formats.number(number)
    }

    /// A share of a thousand, to one place where it has one: 955 is 95.5, 1000 is 100, in this language's digits and separator.
    #[must_use]
    pub fn per_mille(&self, share: i64) -> String {
        if share % 10 == 0 { self.0.formats.amount(share / 10, 0) } else { self.0.formats.amount(share, 1) }
    }

    /// A decimal number: `value` of which 10^`places` make one, in this language's digits and separator.
    #[must_use]
    pub fn decimal(&self, value: i64, places: u8) -> String {
        self.0.formats.amount(value, places)
    }

    /// Money: `minor` units of which 10^`decimals` make one, and the currency as it is to be read (the pack's
    /// label, or the ISO 4217 code).
    #[must_use]
    pub fn money(&self, minor: i64, currency: &str, decimals: u8) -> String {
        let amount = self.0.formats.amount(minor, decimals);
        self.plain("common-money", &Args::new().set("amount", amount).set("currency", currency))
    }

    /// The day, with the month's name, on the wall calendar of `zone`.
    #[must_use]
    pub fn date(&self, at: DateTime<Utc>, zone: Tz) -> String {
        self.0.formats.date(at, zone)
    }

    /// The day in figures, for tables.
    #[must_use]
    pub fn date_short(&self, at: DateTime<Utc>, zone: Tz) -> String {
        self.0.formats.date_short(at, zone)
    }

    /// Day and time.
    #[must_use]
    pub fn date_time(&self, at: DateTime<Utc>, zone: Tz) -> String {
        self.0.formats.date_time(at, zone)
    }

    /// Weekday, day and time: for promises.
    #[must_use]
    pub fn moment(&self, at: DateTime<Utc>, zone: Tz) -> String {
        self.0.formats.moment(at, zone)
    }

    /// A month with its year.
    #[must_use]
    pub fn month(&self, year: i32, month: u8) -> String {
        self.0.formats.month(year, month)
    }

    /// The time of day.
    #[must_use]
    pub fn time(&self, at: DateTime<Utc>, zone: Tz) -> String {
        self.0.formats.time(at, zone)
    }

    /// The name of the weekday.
    #[must_use]
    pub fn weekday(&self, at: DateTime<Utc>, zone: Tz) -> String {
        self.0.formats.weekday(at, zone)
    }

    /// “a, b and c”.
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        self.0.formats.list(&items)
    }

    /// A length of time in its two largest units, such as “3 h 20 min”; the sign is left aside.
    #[must_use]
    pub fn duration(&self, minutes: i64) -> String {
        let minutes = minutes.saturating_abs();
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        let args = Args::new().set("days", days).set("hours", hours).set("minutes", rest);
        let id = match (days, hours, rest) {
            (0, 0, 0) => "common-duration-moment",
            (0, 0, _) => "common-duration-minutes",
            (0, _, 0) => "common-duration-hours",
            (0, _, _) => "common-duration-hours-minutes",
            (_, 0, _) => "common-duration-days",
            _ => "common-duration-days-hours",
        };
        self.text_with(id, &args)
    }

    /// The time left until something is due; when `minutes` is negative, how late it is.
    #[must_use]
    pub fn duration_left(&self, minutes: i64) -> String {
        let args = Args::new().set("duration", strip_isolation(&self.duration(minutes)));
        let id = if minutes < 0 { "common-duration-late" } else { "common-duration-left" };
        self.text_with(id, &args)
    }
}

/// The text without Fluent's isolation marks (U+2066 to U+2069).
#[must_use]
pub fn strip_isolation(text: &str) -> String {
    text.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect()
}

/// A telephone number, address or code for a line in any direction: it stays left to right, whatever stands around it.
/// In a right-to-left line the groups of a number would else change places.
#[must_use]
pub fn left_to_right(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\u{2066}{text}\u{2069}") }
}

/// A fault in the words: stops a debug build, is said once by a release build.
fn complain(tag: &str, id: &str, problem: &str) {
    static SAID: LazyLock<Mutex<HashSet<String>>> = LazyLock::new(Mutex::default);
    #[expect(clippy::manual_assert, reason = "the condition is the kind of build, not the data")]
    #[expect(clippy::panic, reason = "only in debug builds: a missing word must not pass a test")]
    if cfg!(debug_assertions) {
        panic!("message {id} in {tag}: {problem}");
    }
    let first = SAID.lock().is_ok_and(|mut said| said.insert(format!("{tag}/{id}")));
    if first {
        tracing::error!(message.id = id, language = tag, problem, "a message could not be formatted");
    }
}

//! Numbers, dates and lists of one language, through ICU4X.

use std::cell::RefCell;
use std::sync::Arc;

use chrono::{DateTime, Datelike, Timelike, Utc};
use fluent_bundle::FluentValue;
use icu::calendar::Iso;
use icu::datetime::DateTimeFormatter;
use icu::datetime::NoCalendarFormatter;
use icu::datetime::fieldsets::{self, E, T, YM, YMD};
use icu::datetime::input as dt;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::{ListFormatter, options::ListFormatterOptions};
use icu::locale::Locale;

/// The formatters of one language and the pack's wishes about digits and calendar.
pub(crate) struct Formats {
    decimal: DecimalFormatter,
    date: DateTimeFormatter<YMD>,
    date_short: DateTimeFormatter<YMD>,
    date_time: DateTimeFormatter<fieldsets::YMDT>,
    moment: DateTimeFormatter<fieldsets::YMDET>,
    month: DateTimeFormatter<YM>,
    weekday: DateTimeFormatter<E>,
    time: NoCalendarFormatter<T>,
    list: ListFormatter,
}

impl Formats {
    /// Formatters for a BCP 47 tag such as `ar-JO-u-nu-latn`; Gregorian unless the tag names a calendar, on a clock of
    /// 24 hours where that is wanted and the tag names none.
    pub(crate) fn new(tag: &str, day_of_24: bool) -> Result<Self, String> {
        let mut wanted = if tag.contains("-u-") { tag.to_owned() } else { format!("{tag}-u") };
        if !wanted.contains("-ca-") {
            wanted.push_str("-ca-gregory");
        }
        if day_of_24 && !wanted.contains("-hc-") {
            wanted.push_str("-hc-h23");
        }
        let locale: Locale = wanted.parse().map_err(|e| format!("{wanted}: {e}"))?;
        let fail = |e: &dyn std::fmt::Display| format!("{wanted}: {e}");
        Ok(Self {
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).map_err(|e| fail(&e))?,
            date: DateTimeFormatter::try_new((&locale).into(), YMD::long()).map_err(|e| fail(&e))?,
            date_short: DateTimeFormatter::try_new((&locale).into(), YMD::short()).map_err(|e| fail(&e))?,
            date_time: DateTimeFormatter::try_new((&locale).into(), YMD::medium().with_time_hm())
                .map_err(|e| fail(&e))?,
            moment: DateTimeFormatter::try_new((&locale).into(), fieldsets::YMDE::long().with_time_hm())
                .map_err(|e| fail(&e))?,
            month: DateTimeFormatter::try_new((&locale).into(), YM::long()).map_err(|e| fail(&e))?,
            weekday: DateTimeFormatter::try_new((&locale).into(), E::long()).map_err(|e| fail(&e))?,
            time: NoCalendarFormatter::try_new((&locale).into(), T::hm()).map_err(|e| fail(&e))?,
            list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())
                .map_err(|e| fail(&e))?,
        })
    }

    pub(crate) fn number(&self, number: i64) -> String {
        self.decimal.format_to_string(&Decimal::from(number))
    }

    /// `minor` units with `decimals` places, without the currency.
    pub(crate) fn amount(&self, minor: i64, decimals: u8) -> String {
        let mut amount = Decimal::from(minor);
        amount.multiply_pow10(-i16::from(decimals));
        self.decimal.format_to_string(&amount)
    }

    pub(crate) fn date(&self, at: DateTime<Utc>, zone: chrono_tz::Tz) -> String {
        local(at, zone).map_or_else(String::new, |at| self.date.format(&at.date).to_string())
    }

    pub(crate) fn date_short(&self, at: DateTime<Utc>, zone: chrono_tz::Tz) -> String {
        local(at, zone).map_or_else(String::new, |at| self.date_short.format(&at.date).to_string())
    }

    pub(crate) fn date_time(&self, at: DateTime<Utc>, zone: chrono_tz::Tz) -> String {
        local(at, zone).map_or_else(String::new, |at| self.date_time.format(&at).to_string())
    }

    pub(crate) fn moment(&self, at: DateTime<Utc>, zone: chrono_tz::Tz) -> String {
        local(at, zone).map_or_else(String::new, |at| self.moment.format(&at).to_string())
    }

    pub(crate) fn month(&self, year: i32, month: u8) -> String {
        dt::Date::try_new_iso(year, month, 1)
            .map_or_else(|_| String::new(), |first| self.month.format(&first).to_string())
    }

    pub(crate) fn weekday(&self, at: DateTime<Utc>, zone: chrono_tz::Tz) -> String {
        local(at, zone).map_or_else(String::new, |at| self.weekday.format(&at.date).to_string())
    }

    pub(crate) fn time(&self, at: DateTime<Utc>, zone: chrono_tz::Tz) -> String {
        local(at, zone).map_or_else(String::new, |at| self.time.format(&at.time).to_string())
    }

    pub(crate) fn list(&self, items: &[&str]) -> String {
        self.list.format_to_string(items.iter())
    }
}

/// The wall clock of a zone. `None` only for years no calendar here can hold.
fn local(at: DateTime<Utc>, zone: chrono_tz::Tz) -> Option<dt::DateTime<Iso>> {
    let at = at.with_timezone(&zone);
    let date = dt::Date::try_new_iso(at.year(), u8::try_from(at.month()).ok()?, u8::try_from(at.day()).ok()?)
        .ok()?;
    let time =
        dt::Time::try_new(u8::try_from(at.hour()).ok()?, u8::try_from(at.minute()).ok()?, 0, 0).ok()?;
    Some(dt::DateTime { date, time })
}

thread_local! {
    /// Fluent takes a bare function as its number formatter; this tells it whose digits are wanted.
    static CURRENT: RefCell<Option<Arc<Formats>>> = const { RefCell::new(None) };
}

/// Runs `work` (one Fluent formatting) with the digits of `formats`.
pub(crate) fn with_digits<R>(formats: &Arc<Formats>, work: impl FnOnce() -> R) -> R {
    let before = CURRENT.replace(Some(Arc::clone(formats)));
    let result = work();
    CURRENT.set(before);
    result
}

/// Fluent's hook: whole numbers in the digits of the language that is formatting now.
pub(crate) fn fluent_number<M>(value: &FluentValue, _memoizer: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    #[expect(clippy::cast_possible_truncation, reason = "arguments are whole numbers, see Args")]
    let whole = number.value as i64;
    CURRENT.with_borrow(|formats| formats.as_ref().map(|formats| formats.number(whole)))
}

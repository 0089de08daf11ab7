//! The examples of the domain, daylight changes, and properties.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use proptest::prelude::*;

use super::{Calendar, DayHours, HoursFrom, Length};

fn hm(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn office_in(zone: chrono_tz::Tz) -> Calendar {
    let usual = DayHours { opens: hm(8, 30), closes: hm(15, 30) };
    Calendar::new(zone, &[Weekday::Fri, Weekday::Sat], usual).unwrap()
}

fn office() -> Calendar {
    office_in(chrono_tz::Asia::Amman)
}

fn at(calendar: &Calendar, date: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    calendar.instant(date, hm(hour, minute))
}

fn due_date(calendar: &Calendar, from: NaiveDate, length: Length) -> NaiveDate {
    calendar.date(calendar.due(at(calendar, from, 10, 0), length))
}

#[test]
fn five_working_days_in_a_friday_saturday_week() {
    let mut calendar = office();
    let five = Length::WorkingDays(5);
    assert_eq!(due_date(&calendar, day(2026, 11, 26), five), day(2026, 12, 3));
    assert_eq!(due_date(&calendar, day(2026, 11, 27), five), day(2026, 12, 3));
    assert_eq!(due_date(&calendar, day(2026, 11, 29), five), day(2026, 12, 6));
    calendar.add_holiday(day(2026, 12, 1));
    assert_eq!(due_date(&calendar, day(2026, 11, 26), five), day(2026, 12, 6));
}

#[test]
fn days_and_months_of_the_calendar() {
    let calendar = office();
    let cases = [
        (day(2026, 11, 24), Length::Days(30), day(2026, 12, 24)),
        (day(2026, 11, 24), Length::Days(45), day(2027, 1, 8)),
        (day(2026, 11, 1), Length::Days(60), day(2026, 12, 31)),
        (day(2026, 11, 10), Length::Days(14), day(2026, 11, 24)),
        (day(2026, 11, 18), Length::Days(7), day(2026, 11, 25)),
        (day(2026, 10, 31), Length::Months(1), day(2026, 11, 30)),
        (day(2027, 1, 30), Length::Months(1), day(2027, 2, 28)),
        (day(2026, 8, 31), Length::Months(6), day(2027, 2, 28)),
        (day(2024, 2, 29), Length::Months(24), day(2026, 2, 28)),
        (day(2026, 11, 26), Length::Days(7), day(2026, 12, 3)),
        (day(2026, 11, 27), Length::Days(7), day(2026, 12, 4)),
        (day(2026, 10, 31), Length::Days(7), day(2026, 11, 7)),
    ];
    for (from, length, due) in cases {
        assert_eq!(due_date(&calendar, from, length), due, "{from} {length:?}");
    }
    let rolled = calendar.due_rolled(at(&calendar, day(2026, 11, 27), 10, 0), Length::Days(7));
    assert_eq!(calendar.date(rolled), day(2026, 12, 6), "a Friday moves to Sunday");
}

#[test]
fn hours_of_a_season_and_open_or_closed() {
    let mut calendar = office();
    let ramadan = HoursFrom {
        from: day(2027, 2, 8),
        until: Some(day(2027, 3, 9)),
        hours: DayHours { opens: hm(10, 0), closes: hm(15, 0) },
    };
    calendar.add_season(ramadan).unwrap();
    assert!(!calendar.is_working(at(&calendar, day(2027, 2, 8), 9, 0)));
    assert!(calendar.is_working(at(&calendar, day(2027, 2, 7), 9, 0)));
    assert!(!calendar.is_working(at(&calendar, day(2027, 2, 7), 15, 30)), "the closing instant is outside");
    let (from, to) = (at(&calendar, day(2027, 2, 7), 0, 0), at(&calendar, day(2027, 2, 9), 0, 0));
    assert_eq!(calendar.working_minutes(from, to), 420 + 300);
}

#[test]
fn the_legal_day_is_24_hours_whatever_the_clocks_on_the_wall_do() {
    // Amman put its clocks forward on Friday 25 February 2022 at 00:00, and never back.
    let calendar = office();
    let start = at(&calendar, day(2022, 2, 24), 10, 0);
    assert_eq!(calendar.due(start, Length::Hours(24)) - start, TimeDelta::hours(24));
    assert_eq!(calendar.due(start, Length::Hours(24)), at(&calendar, day(2022, 2, 25), 11, 0));
    let london = office_in(chrono_tz::Europe::London);
    let skipped = at(&london, day(2026, 3, 29), 1, 30);
    assert_eq!(skipped, Utc.with_ymd_and_hms(2026, 3, 29, 1, 30, 0).unwrap());
    // A night office loses the hour that is skipped and has the repeated one twice.
    let hours = DayHours { opens: hm(0, 0), closes: hm(4, 0) };
    let night = Calendar::new(chrono_tz::Europe::London, &[], hours).unwrap();
    let minutes = |date: NaiveDate| {
        let (opens, closes) = night.open_between(date).unwrap();
        night.working_minutes(opens, closes)
    };
    assert_eq!(
        (minutes(day(2026, 3, 29)), minutes(day(2026, 10, 25)), minutes(day(2026, 7, 1))),
        (180, 300, 240)
    );
}

#[test]
fn a_calendar_without_working_time_is_refused() {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let hours = DayHours { opens: hm(8, 0), closes: hm(9, 0) };
    assert!(Calendar::new(chrono_tz::UTC, &[Mon, Tue, Wed, Thu, Fri, Sat, Sun], hours).is_err());
    assert!(Calendar::new(chrono_tz::UTC, &[], DayHours { opens: hm(9, 0), closes: hm(9, 0) }).is_err());
}

prop_compose! {
    fn calendars()(zone in 0usize..3, holidays in prop::collection::vec(0u64..1200, 0..20), season in any::<bool>()) -> Calendar {
        let zones = [chrono_tz::Asia::Amman, chrono_tz::Europe::London, chrono_tz::America::Santiago];
        let mut calendar = office_in(zones[zone]);
        for offset in holidays {
            calendar.add_holiday(day(2021, 1, 1) + chrono::Days::new(offset));
        }
        if season {
            let hours = DayHours { opens: hm(10, 0), closes: hm(15, 0) };
            calendar.add_season(HoursFrom { from: day(2022, 4, 2), until: Some(day(2022, 5, 1)), hours }).unwrap();
        }
        calendar
    }
}

fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    (0i64..3 * 365 * 24 * 60)
        .prop_map(|m| Utc.with_ymd_and_hms(2021, 1, 1, 0, 0, 0).unwrap() + TimeDelta::minutes(m))
}

fn lengths(unit: u8, n: u32) -> Length {
    match unit {
        0 => Length::Hours(n),
        1 => Length::Days(n),
        2 => Length::Months(n),
        3 => Length::WorkingDays(n),
        _ => Length::WorkingMinutes(n * 37),
    }
}

proptest! {
    #[test]
    fn due_never_goes_back(calendar in calendars(), a in instants(), b in instants(), unit in 0u8..5, n in 0u32..40, more in 0u32..10) {
        let (first, second) = (a.min(b), a.max(b));
        let length = lengths(unit, n);
        prop_assert!(calendar.due(first, length) <= calendar.due(second, length));
        prop_assert!(calendar.due(first, length) <= calendar.due(first, lengths(unit, n + more)));
        prop_assert!(calendar.due(first, length) >= first);
    }

    #[test]
    fn working_time_has_an_inverse(calendar in calendars(), start in instants(), minutes in 0i64..20_000) {
        let length = TimeDelta::minutes(minutes);
        let due = calendar.after_working(start, length);
        prop_assert_eq!(calendar.working_between(start, due), length);
        prop_assert_eq!(calendar.after_working(start, calendar.working_between(start, due)), due);
    }

    #[test]
    fn working_time_adds_up(calendar in calendars(), mut at in prop::collection::vec(instants(), 3)) {
        at.sort();
        let whole = calendar.working_between(at[0], at[2]);
        prop_assert_eq!(calendar.working_between(at[0], at[1]) + calendar.working_between(at[1], at[2]), whole);
    }

    #[test]
    fn a_holiday_added_later_never_brings_a_date_forward(calendar in calendars(), start in instants(), days in 1u32..20, new in 0u64..1200) {
        let mut later = calendar.clone();
        later.add_holiday(day(2021, 1, 1) + chrono::Days::new(new));
        let length = Length::WorkingDays(days);
        prop_assert!(calendar.due(start, length) <= later.due(start, length));
        prop_assert!(later.is_working_day(later.date(later.due(start, length))));
    }
}

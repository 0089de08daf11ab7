//! Digits, times and plurals as each language says them.

use chrono::{TimeZone, Utc};
use haqqi_language::{Args, Languages, strip_isolation};

fn languages() -> Languages {
    Languages::new([], &["en-GB-u-nu-latn", "ar-u-nu-latn", "bn-u-nu-beng"]).unwrap()
}

#[test]
fn each_language_has_its_digits_and_direction() {
    let languages = languages();
    let say = |tag: &str| languages.for_worker(tag).unwrap();
    assert_eq!(say("bn").number(1234), "১,২৩৪");
    assert_eq!(say("en").number(1234), "1,234");
    assert_eq!((say("ar").dir(), say("bn").dir()), ("rtl", "ltr"));
}

#[test]
fn english_times_are_of_24_hours() {
    let at = Utc.with_ymd_and_hms(2026, 11, 24, 19, 5, 0).unwrap();
    let shown = languages().for_worker("en").unwrap().date_time(at, chrono_tz::UTC);
    assert!(shown.contains("19:05"), "{shown}");
}

#[test]
fn no_time_needs_a_word_for_the_half_of_the_day_that_its_language_does_not_have() {
    let at = Utc.with_ymd_and_hms(2026, 11, 24, 19, 5, 0).unwrap();
    let tags: Vec<String> =
        haqqi_language::KNOWN.iter().map(|known| format!("{}-u-nu-latn", known.tag)).collect();
    let languages = Languages::new([], &tags).unwrap();
    assert_eq!(languages.worker().len(), 15);
    for language in languages.worker() {
        let shown = language.moment(at, chrono_tz::UTC);
        assert!(!shown.contains("AM") && !shown.contains("PM"), "{}: {shown}", language.tag());
        let halves = matches!(language.tag(), "ar" | "am");
        assert_eq!(shown.contains("19"), !halves, "{}: {shown}", language.tag());
    }
}

#[test]
fn arguments_are_isolated_in_text_and_plain_in_attributes() {
    let english = languages().for_worker("en").unwrap();
    let args = Args::new().set("number", "911");
    let text = english.text_with("common-danger-call", &args);
    assert!(text.contains('\u{2068}'));
    assert_eq!(strip_isolation(&text), english.plain("common-danger-call", &args));
}

#[test]
fn a_language_nobody_has_is_not_offered() {
    assert!(languages().for_worker("sw").is_none());
    assert!(languages().for_staff("bn").is_none(), "the staff side is Arabic and English");
}

#[test]
fn the_browser_only_suggests() {
    assert_eq!(languages().negotiate("bn-BD,bn;q=0.9,en;q=0.5").tag(), "bn");
    assert_eq!(languages().negotiate("xx").tag(), languages().negotiate("").tag());
}

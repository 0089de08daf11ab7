//! What texts suggest: small cases, and precision and recall over the development narratives.

use std::collections::BTreeSet;

use haqqi_screening::Profile;
use haqqi_screening::engine::{Assessment, Input, Screener, TextIn};
use serde::Deserialize;

use crate::rules::screener;

fn assess(screener: &Screener, language: &str, body: &str) -> Assessment {
    screener.assess(&Input {
        texts: vec![TextIn { id: uuid::Uuid::nil(), language: language.to_owned(), body: body.to_owned() }],
        answers: Vec::new(),
        profile: Profile::Adult,
        kind_screens: false,
        declared_danger: false,
    })
}

#[test]
fn small_cases() {
    let screener = screener();
    let cases: [(&str, &str, &[&str]); 7] = [
        ("en", "my boss keeps my passport", &["retention_of_identity_documents"]),
        ("en", "my passport was stolen on the bus", &[]),
        ("en", "he did not take my passport", &[]),
        ("ar", "صاحب العمل أخذ جواز سفري", &["retention_of_identity_documents"]),
        ("ar", "لم يأخذ جواز سفري", &[]),
        ("ar", "جوازي معي", &[]),
        ("ar", "ما قبضت راتبي من ٣ شهور", &["withholding_of_wages"]),
    ];
    for (language, text, expected) in cases {
        assert_eq!(assess(&screener, language, text).suggested, expected, "{text}");
    }
}

#[test]
fn a_suggestion_is_never_certain() {
    let found =
        assess(&screener(), "en", "Madam keeps my passport and locks the door, I am not allowed to go out");
    assert!(found.certain.is_empty() && found.suggested.len() >= 2);
    assert!(found.instruments.iter().all(|result| result.class == "N0"));
    for hit in &found.hits {
        assert!(!hit.phrase.is_empty() && hit.start < hit.end);
    }
}

#[test]
fn any_bytes_do_no_harm() {
    let screener = screener();
    let long = "passport ".repeat(100_000);
    for text in ["", "a", "\u{202E}\u{0000}", "💥", long.as_str()] {
        for language in ["en", "ar", "bn", "xx"] {
            let _ = assess(&screener, language, text);
        }
    }
}

#[derive(Deserialize)]
struct Narrative {
    lang: String,
    text: String,
    indicators: Vec<String>,
    urgent: bool,
}

/// Prints precision and recall of the lexicons over the development narratives; asserts only that they work at all.
/// The figures are development figures, not held-out results.
#[test]
fn narratives() {
    let screener = screener();
    let file = include_str!("../data/narratives.jsonl");
    let all: Vec<Narrative> = file.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for language in ["en", "ar", "bn"] {
        let (mut right, mut wrong, mut missed, mut urgent, mut urgent_found) = (0, 0, 0, 0, 0);
        for narrative in all.iter().filter(|narrative| narrative.lang == language) {
            let found = assess(&screener, language, &narrative.text);
            let expected: BTreeSet<&String> = narrative.indicators.iter().collect();
            let suggested: BTreeSet<&String> = found.suggested.iter().collect();
            right += expected.intersection(&suggested).count();
            wrong += suggested.difference(&expected).count();
            missed += expected.difference(&suggested).count();
            urgent += usize::from(narrative.urgent);
            urgent_found += usize::from(narrative.urgent && found.urgent);
        }
        let percent = |part: usize, whole: usize| 100 * part / whole.max(1);
        println!(
            "{language}: precision {} %, recall {} %, urgent recall {} % of {urgent}",
            percent(right, right + wrong),
            percent(right, right + missed),
            percent(urgent_found, urgent)
        );
        assert!(percent(right, right + wrong) >= 60 && percent(right, right + missed) >= 30, "{language}");
    }
}

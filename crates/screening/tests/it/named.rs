//! What a person says of one of ILO's names, and by what is assessed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use haqqi_screening::engine::{Assessment, Input, NotSo, Screener, TextIn};
use haqqi_screening::{Answer, Given, Profile, Source};
use uuid::Uuid;

use crate::rules::{files, screener};

const DOCS: &str = "retention_of_identity_documents";

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn weigh(words: &str, answers: &[(&str, Answer)], not_so: &[&str]) -> Assessment {
    let text = TextIn { id: Uuid::nil(), language: "en".to_owned(), body: words.to_owned() };
    let given = |(id, answer): &(&str, Answer)| Given {
        id: (*id).to_owned(),
        answer: *answer,
        source: Source::Document,
    };
    let input = Input {
        texts: vec![text],
        answers: answers.iter().map(given).collect(),
        profile: Profile::Adult,
        kind_screens: false,
        declared_danger: false,
        on: day(),
    };
    let not_so: NotSo = not_so.iter().map(|name| ((*name).to_owned(), Uuid::nil())).collect();
    screener().assess_but(&input, &not_so)
}

#[test]
fn a_name_that_somebody_says_is_certain_and_grades_nothing_by_itself() {
    let found = weigh("", &[(DOCS, Answer::Yes)], &[]);
    assert_eq!(found.certain, [DOCS]);
    assert_eq!(found.sources[DOCS], BTreeSet::from([Source::Document]));
    let main = &found.instruments[0];
    assert_eq!(main.class, "N0", "nobody said of which graded indicator");
    let open = weigh("", &[(DOCS, Answer::Unknown)], &[]);
    assert!(open.certain.is_empty() && open.not_excluded == [DOCS]);
    assert!(weigh("", &[(DOCS, Answer::No)], &[]).level.is_none());
}

#[test]
fn not_so_takes_a_suggestion_and_leaves_its_place() {
    let words = "My boss keeps my passport.";
    let found = weigh(words, &[], &[]);
    assert_eq!(found.suggested, [DOCS]);
    let taken = weigh(words, &[], &[DOCS]);
    assert!(taken.suggested.is_empty() && taken.level.is_none());
    assert_eq!(taken.hits, found.hits);
    // Her own yes stands whatever is said of the words.
    assert_eq!(weigh(words, &[("S.papers", Answer::Yes)], &[DOCS]).certain, [DOCS]);
}

#[test]
fn a_name_says_what_the_question_for_it_says_and_no_graver_one() {
    let asks = |name| screener().question_for(name, day());
    assert_eq!(asks(DOCS), Some("S.papers"));
    assert_eq!(asks("debt_bondage"), Some("S.debt"));
    assert_eq!(asks("abuse_of_vulnerability"), None, "it is asked for organs, which is more");
    assert_eq!(asks("isolation"), None, "the question for it grades nothing");
    assert_eq!(asks("no_such_name"), None);
}

#[test]
fn another_entry_or_another_day_is_another_stamp() {
    let of = |lexicons: Vec<(String, String)>| {
        Screener::from_files(files("instruments"), lexicons).unwrap().stamp(day())
    };
    let own = of(files("lexicons"));
    assert_eq!(own.len(), 32);
    let mut turned = files("lexicons");
    turned.reverse();
    assert_eq!(of(turned), own, "files have no order");
    let mut other = files("lexicons");
    other[0].1.push_str("\n# another word\n");
    assert_ne!(of(other), own);
    let before = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    assert_ne!(screener().stamp(before), screener().stamp(day()), "other instruments hold");
}

//! The learned part beside the phrases: what it was trained on, what it is worth on texts that it never saw, and that
//! its doubt takes nothing from anybody.

use std::path::Path;

use data_encoding::BASE64;
use haqqi_pack::Pack;
use haqqi_screening::{Level, Screener, Training, train};

use crate::rules::{files, screener};
use crate::texts::{assess, is_by_others, training};

const GIVEN: &str = include_str!("../data/narratives.jsonl");

/// Language and words of each line.
fn told(lines: &str) -> Vec<(String, String)> {
    let told = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        (value["lang"].as_str().unwrap().to_owned(), value["text"].as_str().unwrap().to_owned())
    };
    lines.lines().map(told).collect()
}

/// Every third line, or the others.
fn thirds(lines: &str, third: bool) -> String {
    let part = lines.lines().enumerate().filter(|(nth, _)| (nth % 3 == 2) == third);
    part.map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

/// Whoever changes a narrative trains anew: the tables of the pack are those of the narratives as they stand.
#[test]
fn the_tables_are_those_of_the_narratives() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("training");
    let written = Pack::embedded("jordan")
        .unwrap()
        .languages()
        .iter()
        .map(|language| std::fs::read_to_string(folder.join(&language.tag).with_extension("jsonl")).unwrap())
        .collect::<String>();
    let trained = train(&written, Training::default()).unwrap();
    let kept: Vec<toml::Table> =
        files("learned").iter().map(|(_, table)| toml::from_str(table).unwrap()).collect();
    assert_eq!(kept.len(), trained.len());
    for (language, table) in trained {
        let new: toml::Table = toml::from_str(&table).unwrap();
        let old = kept.iter().find(|old| old["language"] == new["language"]).unwrap();
        for name in ["language", "trained_on", "stretches", "worths", "doubt", "fewest"] {
            assert_eq!(new[name], old[name], "{language}: {name}: run `haqqi screen train` again");
        }
        // Logarithms of another machine may differ in their last digit.
        let weights = |of: &toml::Table| BASE64.decode(of["weights"].as_str().unwrap().as_bytes()).unwrap();
        let (new, old) = (weights(&new), weights(old));
        let differ = |(new, old): &(&u8, &u8)| new.cast_signed().abs_diff(old.cast_signed()) > 1;
        assert_eq!(new.len(), old.len());
        assert_eq!(new.iter().zip(&old).filter(differ).count(), 0, "{language}");
    }
}

/// Trained on two thirds of our own narratives and measured on what neither phrases nor training have seen.
#[test]
fn what_it_buys_on_texts_that_nobody_looked_at() {
    let tables = train(&training(false), Training::default()).unwrap();
    let tables = tables.into_iter().map(|(language, table)| (format!("learned/{language}.toml"), table));
    let phrases = Screener::from_files(files("instruments"), files("lexicons")).unwrap();
    let given = thirds(GIVEN, true);
    let without = phrases.evaluate(&given).unwrap().all();
    let both = phrases.with_learned(tables).unwrap();
    let with = both.evaluate(&given).unwrap().all();
    println!("the given third, phrases alone: {without:?}\nwith what was learned: {with:?}");
    assert!(with.all().precision() >= 900 && with.all().recall() >= 850, "{:?}", with.all());
    assert!(with.all().f1() > without.all().f1() && with.urgent.recall() >= without.urgent.recall());
    let third = training(true);
    let of = |others: bool| {
        let lines: Vec<&str> = third.lines().filter(|line| is_by_others(line) == others).collect();
        let found = both.evaluate(&lines.join("\n")).unwrap().all();
        println!("by others: {others}: {found:?}");
        (found.all().precision(), found.all().recall(), found.urgent.recall())
    };
    let (precision, recall, danger) = of(false);
    assert!(precision >= 865 && recall >= 640 && danger >= 800, "{precision} {recall} {danger}");
    let (precision, recall, danger) = of(true);
    assert!(precision >= 765 && recall >= 350 && danger >= 700, "{precision} {recall} {danger}");
}

/// What is doubtful is not lost: somebody looks closer, it stays among what cannot be excluded, and danger and a child are
/// never doubted.
#[test]
fn a_doubt_takes_nothing_from_anybody() {
    let phrases = Screener::from_files(files("instruments"), files("lexicons")).unwrap();
    let (mut doubtful, mut suggested) = (0, 0);
    for (language, body) in told(&training(true)).into_iter().chain(told(GIVEN)) {
        let (alone, found) = (assess(&phrases, &language, &body), assess(screener(), &language, &body));
        assert!(found.urgent || !alone.urgent, "{body}");
        assert!(found.hits.iter().all(|hit| !(hit.doubtful && (hit.urgent || hit.child))), "{body}");
        assert_eq!(found.level >= Some(Level::LookCloser), found.level.is_some());
        assert!(found.level.is_some() || alone.level.is_none(), "{body}");
        for name in &alone.suggested {
            assert!(found.suggested.contains(name) || found.doubtful.contains(name), "{name}: {body}");
        }
        for name in found.doubtful.iter().chain(&found.suggested) {
            assert!(found.not_excluded.contains(name), "{name}: {body}");
        }
        for hit in &found.hits {
            assert_eq!(body.get(hit.start..hit.end), Some(hit.phrase.as_str()));
        }
        doubtful += found.doubtful.len();
        suggested += found.hits.iter().filter(|hit| hit.why == "learned").count();
    }
    println!("{doubtful} doubted, {suggested} added");
    assert!(doubtful > 10 && suggested > 10);
}

/// Who writes in two languages is heard in both: what was learned of the one doubts nothing that was said in the other.
#[test]
fn a_language_doubts_its_own_words_alone() {
    let english = "Hello, I write to you because my friend told me that you help people who work far from home. I came here \
                   two years ago and I clean the rooms of a hotel near the sea. The work is fine and the food is good.";
    let arabic = "صاحب العمل أخذ جواز سفري وما بخليني اطلع من البيت";
    for body in [format!("{english} {arabic}."), format!("{arabic}. {english}")] {
        for declared in ["en", "ar"] {
            let found = assess(screener(), declared, &body);
            let heard = |name: &str| found.suggested.iter().any(|own| own == name);
            assert!(heard("retention_of_identity_documents"), "{declared}: {:?}", found.doubtful);
            assert!(heard("restriction_of_movement"), "{declared}: {:?}", found.doubtful);
        }
    }
}

/// One row of data, and what a reader of the table is told where it is wrong.
#[test]
fn a_wrong_table_is_refused_with_its_file() {
    let lines: Vec<String> = (0..6)
        .map(|nth| {
            let (text, label) = match nth % 2 {
                0 => (format!("he keeps my passport {nth}"), "\"retention_of_identity_documents\""),
                _ => (format!("the pay is fair {nth}"), ""),
            };
            format!(r#"{{"lang": "en", "text": "{text}", "indicators": [{label}], "urgent": false}}"#)
        })
        .collect();
    let table = train(&lines.join("\n"), Training::default()).unwrap().remove("en").unwrap();
    let load = |table: String| {
        let screener = Screener::from_files(files("instruments"), files("lexicons")).unwrap();
        screener.with_learned([("learned/en.toml".to_owned(), table)]).map(|_| ())
    };
    load(table.clone()).unwrap();
    let cases = [
        (table.replace("retention_of", "loss_of"), "on no list"),
        (table.replace("language = \"en\"", "language = \"xx\""), "no lexicon"),
        (table.replace("weights = '", "weights = 'AAAA"), "where stretches and labels ask"),
        (table.replace("worths = '", "worths = 'AAAA"), "where there are"),
        (table.replace("stretches = '", "stretches = '/////w=="), "`stretches`"),
        (table.replace("weights = '", "weights = '!"), "`weights`"),
    ];
    for (wrong, said) in cases {
        let error = load(wrong).unwrap_err();
        assert!(error.file == "learned/en.toml" && error.message.contains(said), "{error}");
    }
    assert!(train("{\"lang\": \"en\"}", Training::default()).unwrap_err().starts_with("line 1"));
}

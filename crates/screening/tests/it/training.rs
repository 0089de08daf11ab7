//! The training narratives are whole: what a later training relies on holds for every line.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use haqqi_pack::Pack;
use serde::Deserialize;

/// The ILO's 11 indicators.
const INDICATORS: [&str; 11] = [
    "abuse_of_vulnerability",
    "deception",
    "restriction_of_movement",
    "isolation",
    "physical_and_sexual_violence",
    "intimidation_and_threats",
    "retention_of_identity_documents",
    "withholding_of_wages",
    "debt_bondage",
    "abusive_working_and_living_conditions",
    "excessive_overtime",
];

#[derive(Deserialize)]
#[serde(untagged)]
enum Quotes {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Narrative {
    id: String,
    lang: String,
    text: String,
    indicators: BTreeSet<String>,
    urgent: bool,
    child: bool,
    because: BTreeMap<String, Quotes>,
    gloss: String,
    #[serde(default)]
    script: Option<String>,
}

#[test]
fn every_narrative_shows_the_words_for_each_of_its_labels() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("training");
    for language in Pack::embedded("jordan").unwrap().languages() {
        let tag = &language.tag;
        let lines = std::fs::read_to_string(folder.join(format!("{tag}.jsonl"))).unwrap();
        let (mut ids, mut texts, mut without) = (BTreeSet::new(), BTreeSet::new(), 0);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for line in lines.lines() {
            let told: Narrative = serde_json::from_str(line).unwrap_or_else(|e| panic!("{tag}: {e}: {line}"));
            assert_eq!(&told.lang, tag, "{}", told.id);
            assert!(ids.insert(told.id.clone()) && texts.insert(told.text.clone()), "{} twice", told.id);
            assert!(
                !told.gloss.is_empty() && told.script.is_none_or(|script| script == "Latn"),
                "{}",
                told.id
            );
            let labels = told.indicators.iter().map(String::as_str).chain(told.urgent.then_some("urgent"));
            for label in labels {
                let quotes = match told.because.get(label) {
                    Some(Quotes::One(quote)) => std::slice::from_ref(quote),
                    Some(Quotes::Several(quotes)) => quotes.as_slice(),
                    None => &[],
                };
                assert!(!quotes.is_empty(), "{}: nothing shows {label}", told.id);
                assert!(quotes.iter().all(|quote| told.text.contains(quote)), "{}: {label}", told.id);
            }
            for indicator in told.indicators.iter() {
                assert!(INDICATORS.contains(&indicator.as_str()), "{}: {indicator}", told.id);
                *seen.entry(indicator.clone()).or_default() += 1;
            }
            without += usize::from(told.indicators.is_empty());
            for (flag, name) in [(told.urgent, "urgent"), (told.child, "child")] {
                *seen.entry(name.to_owned()).or_default() += usize::from(flag);
            }
        }
        assert!(
            ids.len() >= 150 && without * 4 >= ids.len(),
            "{tag}: {} texts, {without} without",
            ids.len()
        );
        for indicator in INDICATORS {
            assert!(seen.get(indicator).is_some_and(|count| *count >= 14), "{tag}: {indicator}: {seen:?}");
        }
    }
}

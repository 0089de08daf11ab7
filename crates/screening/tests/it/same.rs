//! The fast engine finds what the one before it found: the same places by the same entries, in every text that is kept here.

use std::path::Path;

use proptest::prelude::*;

use crate::rules::{files, screener};
use crate::slow::Phrases;

/// The languages' lexicons in the engine before.
fn before() -> Vec<Phrases> {
    let read = |(_, text): (String, String)| Phrases::new(toml::from_str(&text).unwrap()).unwrap();
    // What adds to a lexicon came later.
    files("lexicons").into_iter().filter(|(_, text)| !text.contains("\nadds = true\n")).map(read).collect()
}

fn differs(before: &Phrases, text: &str) -> Option<String> {
    let language = &before.language;
    let places = |start: usize, end: usize, why: &str| (start, end, why.to_owned());
    let old: Vec<_> =
        before.find(uuid::Uuid::nil(), text).iter().map(|hit| places(hit.start, hit.end, &hit.why)).collect();
    let found = screener().scan_one(language, text);
    // What is doubtful now was taken away before.
    let said = found.iter().filter(|hit| (hit.urgent || !hit.indicator.is_empty()) && !hit.doubtful);
    let new: Vec<_> = said.map(|hit| places(hit.start, hit.end, &hit.why)).collect();
    (old != new).then(|| format!("{language}: {text}\n  {old:?}\n  {new:?}"))
}

#[test]
fn every_text_is_read_as_before() {
    let before = before();
    let training = Path::new(env!("CARGO_MANIFEST_DIR")).join("training");
    let (mut texts, mut wrong) = (0, Vec::new());
    for own in &before {
        let lines = std::fs::read_to_string(training.join(format!("{}.jsonl", own.language))).unwrap();
        for line in lines.lines() {
            let told: serde_json::Value = serde_json::from_str(line).unwrap();
            texts += 1;
            wrong.extend(differs(own, told["text"].as_str().unwrap()));
        }
    }
    for line in include_str!("../data/plain.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let own = before.iter().find(|own| own.language == fields[0]).unwrap();
        texts += 1;
        wrong.extend(differs(own, fields[2]));
    }
    assert!(texts > 2500 && wrong.is_empty(), "{} of {texts} differ:\n{}", wrong.len(), wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// Texts that nobody writes: words of the lexicons among marks, scripts, figures and controls.
    #[test]
    fn and_every_text_that_nobody_writes(
        parts in prop::collection::vec(
            prop_oneof![
                "[a-z]{1,6}", "[اوفبلعهحكجسي]{1,7}", "[नहींमालिक]{1,5}", "[ကခမးါ်]{1,6}", "[我不打老板了]{1,5}",
                "[ .,?!؟،。፧۔\\n:;'\"…—]{1,3}", "[0-9٠-٩०-९]{1,4}[a-zم]{0,3}", "\\PC{0,6}",
                Just("passport".to_owned()), Just("keeps".to_owned()), Just("not".to_owned()), Just("لم".to_owned()),
                Just("بالجواز".to_owned()), Just("\u{200b}\u{202e}".to_owned()), Just("护照".to_owned()),
            ],
            0..40,
        ),
    ) {
        static BEFORE: std::sync::LazyLock<Vec<Phrases>> = std::sync::LazyLock::new(before);
        let text = parts.join(" ");
        for own in BEFORE.iter() {
            let wrong = differs(own, &text);
            prop_assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
        }
    }
}

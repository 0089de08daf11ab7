//! What the packs say of advertisements: it loads, has its words, stays apart from complaints, and is measured on invented
//! advertisements.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use haqqi_language::Languages;
use haqqi_pack::{Pack, label};
use haqqi_patrol::{Level, assess, assessor};
use haqqi_screening::Screener;
use serde_json::Value;

fn day() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

#[test]
fn each_pack_reads_advertisements_and_has_a_label_for_each_indicator() {
    for name in ["jordan", "example"] {
        let pack = Pack::embedded(name).unwrap();
        let found = assessor(&pack).unwrap_or_else(|error| panic!("{name}: {error}"));
        haqqi_patrol::Words::from_pack(&pack).unwrap();
        let words: Vec<(String, String, String)> = pack
            .messages()
            .map(|(tag, file, text)| (tag.to_owned(), file.to_owned(), text.to_owned()))
            .collect();
        let offered: Vec<String> = pack.languages().iter().map(|language| language.tag.clone()).collect();
        let languages = Languages::new(words, &offered).unwrap();
        for tag in pack.staff_languages() {
            let spoken = languages.for_staff(tag).unwrap();
            for indicator in found.all_names() {
                assert!(spoken.has(&label("advert", indicator)), "{name}: {tag} lacks advert-{indicator}");
            }
        }
        let lexicons: BTreeSet<&str> = found.languages().collect();
        for language in pack.languages() {
            assert!(lexicons.contains(language.tag.as_str()), "{name}: {} has no lexicon", language.tag);
        }
    }
}

#[test]
fn each_choice_of_each_phrase_is_hit() {
    for name in ["jordan", "example"] {
        let found = assessor(&Pack::embedded(name).unwrap()).unwrap();
        let never: Vec<String> = found
            .spelled()
            .into_iter()
            .filter(|(.., hit)| !hit)
            .map(|(language, entry, words, _)| format!("{language} {entry}: {words}"))
            .collect();
        assert!(never.is_empty(), "{name}: {} never hit:\n{}", never.len(), never.join("\n"));
    }
}

#[test]
fn complaints_and_advertisements_know_nothing_of_each_other() {
    for name in ["jordan", "example"] {
        let pack = Pack::embedded(name).unwrap();
        let (adverts, complaints) = (assessor(&pack).unwrap(), Screener::from_pack(&pack).unwrap());
        let of_adverts: BTreeSet<&str> = adverts.all_names().collect();
        let of_complaints: BTreeSet<&str> = complaints.all_names().collect();
        assert!(of_adverts.is_disjoint(&of_complaints), "{name}");
        let advert = "Maid available for transfer. Processing fee 100. Send your passport.";
        let told = complaints.told(Some("en"), advert);
        let named = told.indicators.iter().filter_map(|one| one.id.as_deref());
        assert!(named.into_iter().all(|id| !of_adverts.contains(id)), "{name}: {told:?}");
        let told = "My boss beat me last night, I am locked in and he does not pay me.";
        let found = assess(&adverts, Some("en"), told, day());
        assert_eq!(found.level, Level::Nothing, "{name}: {found:?}");
    }
}

#[test]
fn one_that_suffices_alone_is_looked_at_first_and_one_that_many_have_asks_nothing() {
    let found = assessor(&Pack::embedded("jordan").unwrap()).unwrap();
    for (text, level) in [
        ("Maid for sale", Level::Strong),
        ("Jobs in Dubai", Level::Nothing),
        ("Jobs in Dubai. WhatsApp only.", Level::Look),
        ("Females only", Level::Look),
        ("Processing fee first", Level::Look),
        ("Processing fee first, females only", Level::Strong),
        ("Good looking, females only", Level::Look),
        ("", Level::Nothing),
    ] {
        for declared in [None, Some("en")] {
            let got = assess(&found, declared, text, day());
            assert_eq!(got.level, level, "{text}: {got:?}");
        }
    }
}

/// Precision and recall over indicators, in thousandths, of the lines that are held out or of the others.
fn measured(held_out: bool) -> (usize, usize, usize) {
    let found = assessor(&Pack::embedded("jordan").unwrap()).unwrap();
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for line in include_str!("../data/adverts.jsonl").lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        if line["held_out"].as_bool() != Some(held_out) {
            continue;
        }
        let named = line["indicators"].as_array().unwrap().iter();
        let there: BTreeSet<String> = named.map(|one| one.as_str().unwrap().to_owned()).collect();
        let got = assess(&found, line["lang"].as_str(), line["text"].as_str().unwrap(), day());
        let got: BTreeSet<String> = got.indicators.into_iter().collect();
        right += there.intersection(&got).count();
        wrong += got.difference(&there).count();
        missed += there.difference(&got).count();
        if there != got && std::env::var_os("HAQQI_AMISS").is_some() {
            println!(
                "{} {}: missed {:?}, wrong {:?}",
                line["id"],
                line["text"],
                there.difference(&got).collect::<Vec<_>>(),
                got.difference(&there).collect::<Vec<_>>()
            );
        }
    }
    println!("held out {held_out}: right {right}, wrong {wrong}, missed {missed}");
    (right, wrong, missed)
}

/// Floors, so that a change of the lexicons that makes them worse is seen. The texts are invented, and by who wrote the
/// lexicons: what real advertisements say is measured by people's verdicts, in the periodical.
#[test]
fn invented_advertisements_are_read_as_well_as_before() {
    for (held_out, precision, recall) in [(false, 900, 850), (true, 850, 600)] {
        let (right, wrong, missed) = measured(held_out);
        assert!(right * 1000 / (right + wrong) >= precision, "precision, held out {held_out}");
        assert!(right * 1000 / (right + missed) >= recall, "recall, held out {held_out}");
    }
}

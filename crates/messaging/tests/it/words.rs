//! What text messages say, in every language: short, neutral, and nothing that asks for an answer.

use std::collections::BTreeMap;
use std::path::Path;

use haqqi_messaging::{Alphabet, TextKind, measure};

/// Every message of the text messages' files, by language.
fn all() -> BTreeMap<String, BTreeMap<String, String>> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let mut all = BTreeMap::new();
    for folder in std::fs::read_dir(locales).unwrap().flatten() {
        let Ok(text) = std::fs::read_to_string(folder.path().join("worker-messaging-text.ftl")) else {
            continue;
        };
        let lines = text.lines().filter_map(|line| line.split_once(" = "));
        let messages = lines.map(|(id, words)| (id.to_owned(), words.to_owned())).collect();
        all.insert(folder.file_name().into_string().unwrap(), messages);
    }
    all
}

/// Kinds that have words of their own; a note holds number and code alone.
fn worded() -> Vec<String> {
    TextKind::ALL.iter().filter(|kind| **kind != TextKind::Note).map(|kind| kind.words()).collect()
}

#[test]
fn each_message_fits_into_two_in_every_language() {
    let all = all();
    assert_eq!(all.len(), 15, "{:?}", all.keys());
    for (tag, messages) in &all {
        for id in worded() {
            let words = messages.get(&id).unwrap_or_else(|| panic!("{tag} has no {id}"));
            let measured = measure(words);
            assert!(measured.segments <= 2, "{tag} {id}: {measured:?}");
            // No language needs a reason for more: 134 units of UCS-2, two parts of GSM 03.38.
            let most = if measured.alphabet == Alphabet::Gsm { 306 } else { 134 };
            assert!(measured.units <= most, "{tag} {id}: {measured:?}");
        }
    }
}

#[test]
fn a_note_of_number_and_code_fits_into_one() {
    let note = "C-26-7KQ4M2-X 0000 0000 0000 0000";
    assert_eq!((measure(note).alphabet, measure(note).segments), (Alphabet::Gsm, 1));
}

#[test]
fn no_message_names_a_matter_holds_a_figure_or_asks_a_question() {
    let told = [
        "complaint",
        "wage",
        "salary",
        "labour",
        "inspect",
        "ministry",
        "safe",
        "شكوى",
        "أجر",
        "راتب",
        "وزارة",
        "تفتيش",
        "অভিযোগ",
        "বেতন",
        "शिकायत",
        "तनख़्वाह",
        "شکایت",
        "تنخواہ",
        "उजुरी",
        "තක්සේරු",
        "பணி",
        "reklamo",
        "sahod",
        "pengaduan",
        "gaji",
        "ቅሬታ",
        "ደሞዝ",
        "malalamiko",
        "mshahara",
        "တိုင်ကြား",
        "投诉",
        "工资",
        "fitarainana",
        "karama",
    ];
    for (tag, messages) in all() {
        for id in worded() {
            let words = messages[&id].to_lowercase();
            assert!(!words.contains(['?', '؟', '？', '፧']), "{tag} {id} asks: {words}");
            assert!(!words.chars().any(char::is_numeric), "{tag} {id} holds a figure: {words}");
            for word in told {
                assert!(!words.contains(word), "{tag} {id} tells of {word}: {words}");
            }
        }
    }
}

#[test]
fn no_word_means_two_things() {
    let mut meaning: BTreeMap<String, String> = BTreeMap::new();
    for (tag, messages) in all() {
        for id in ["messaging-words-stop", "messaging-words-start", "messaging-words-mine"] {
            let words: Vec<String> = messages[id].split(',').map(|word| word.trim().to_lowercase()).collect();
            assert!(words.iter().all(|word| !word.is_empty()), "{tag} {id}");
            for word in words {
                if let Some(other) = meaning.insert(word.clone(), id.to_owned()) {
                    assert_eq!(other, id, "{tag}: {word}");
                }
            }
        }
    }
}

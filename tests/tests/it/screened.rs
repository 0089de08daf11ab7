//! Screening by hand: what the command line tells of texts and sheets, and of what is neither.

use std::io::Write;
use std::process::{Output, Stdio};

use serde_json::Value;

use crate::house::House;

/// Runs a command with something on its standard input.
fn told(house: &House, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = house.command();
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap();
    // Who refuses before reading closes the pipe.
    let _ = running.stdin.take().unwrap().write_all(input);
    running.wait_with_output().unwrap()
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn refused(output: &Output, word: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && output.stdout.is_empty(), "refused: {said}");
    assert!(said.contains(word) && said.lines().count() == 1 && !said.contains("panicked"), "{said}");
}

fn ids(told: &Value) -> Vec<&str> {
    told["indicators"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

#[test]
fn a_text_shows_what_it_tells_and_where() {
    let house = House::new();
    let text = "😀 The boss keeps my passport.";
    let found = json(&told(&house, &["screen", "text", "--json", "-"], text.as_bytes()));
    assert_eq!(found["language"], "en");
    assert_eq!(ids(&found), ["retention_of_identity_documents"]);
    assert_eq!((&found["urgent"], &found["child"]), (&Value::Bool(false), &Value::Bool(false)));
    let span = &found["indicators"][0]["spans"][0];
    let (start, end) = (span["start"].as_u64().unwrap(), span["end"].as_u64().unwrap());
    let scalars: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
    assert_eq!(span["text"], scalars.as_str(), "counted in scalars, not in bytes");
    assert!(scalars.contains("passport"));
    assert!(found["indicators"][0]["entry"].as_str().unwrap().starts_with("en-"));

    let file = house.folder.join("words");
    std::fs::write(&file, "صاحب العمل أخذ جواز سفري وهو يضربني اليوم").unwrap();
    let found = json(&house.run(&["screen", "text", "--json", file.to_str().unwrap()]));
    assert_eq!((&found["language"], &found["urgent"]), (&"ar".into(), &Value::Bool(true)));
    assert!(!found["danger"].as_array().unwrap().is_empty(), "what says so is shown");
    // Said to be in another language: both are tried.
    let found = json(&house.run(&["screen", "text", "--lang", "en", "--json", file.to_str().unwrap()]));
    assert_eq!(found["read_in"], serde_json::json!(["en", "ar"]));
    assert!(ids(&found).contains(&"retention_of_identity_documents"));
    let lines = house.run(&["screen", "text", file.to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&lines.stdout).contains("danger now"));
}

#[test]
fn what_is_hardly_a_text_is_answered_plainly() {
    let house = House::new();
    let read = |input: &str| json(&told(&house, &["screen", "text", "--json", "-"], input.as_bytes()));
    for (input, note) in [("", "nothing-told"), (" \n", "nothing-told"), ("x", "language-not-told")] {
        let found = read(input);
        assert_eq!((&found["language"], ids(&found).len()), (&"und".into(), 0), "{input:?}");
        assert!(found["notes"].as_array().unwrap().contains(&note.into()), "{input:?}: {found}");
    }
    // Two languages in one text, and marks that turn what the eye sees.
    let found = read("The boss keeps my passport. صاحب العمل أخذ جواز سفري");
    let entries = found["indicators"].as_array().unwrap().iter().map(|one| one["entry"].as_str().unwrap());
    assert_eq!(entries.collect::<Vec<_>>(), ["en-docs", "ar-docs"], "{found}: in the order of the text");
    let found = read("he \u{202e}keeps my\u{202c} pass\u{200b}port");
    assert_eq!(ids(&found), ["retention_of_identity_documents"]);
    assert!(found["notes"].as_array().unwrap().contains(&"turned-letters".into()));
    let long = "the boss keeps my passport. ".repeat(40_000);
    let found = read(&long);
    assert_eq!(found["indicators"][0]["spans"].as_array().unwrap().len(), 40_000);

    refused(&told(&house, &["screen", "text", "-"], b"my pass\xffport"), "byte 7");
    refused(&told(&house, &["screen", "text", "--lang", "tlh", "-"], b"x"), "tlh");
    refused(&house.run(&["screen", "text", "/nowhere/words"]), "/nowhere/words");
    refused(&told(&house, &["screen", "text", "-"], &vec![b'a'; 17 * 1024 * 1024]), "16 MiB");
}

#[test]
fn a_sheet_of_answers_gives_an_interval_and_the_next_question() {
    let house = House::new();
    let sheet = house.folder.join("sheet.json");
    std::fs::write(&sheet, r#"{"yes": ["D4.hours"], "open": ["D4.pay"]}"#).unwrap();
    let of = ["screen", "answers", "--instrument", "ilo-ec-2009-labour", "--json", sheet.to_str().unwrap()];
    let adult = json(&house.run(&[&of[..], &["--profile", "adult"]].concat()));
    assert_eq!((&adult["dimensions"]["D4"], &adult["dimensions"]["D5"]), (&"?".into(), &"-".into()));
    assert_eq!((&adult["class"], &adult["class_possible"]), (&"N0".into(), &"A1".into()));
    assert_eq!((&adult["next_question"], &adult["urgent"]), (&"D4.pay".into(), &Value::Bool(false)));
    let child = json(&house.run(&[&of[..], &["--profile", "child"]].concat()));
    assert_eq!((&child["class"], &child["class_possible"]), (&"C2".into(), &"C5".into()));

    let answers = |input: &str| told(&house, &["screen", "answers"], input.as_bytes());
    refused(&answers(r#"{"profile": "adult", "yes": ["\ud800"]}"#), "line 1");
    refused(&answers(r#"{"profile": "adult", "yes": ["D4.horses"]}"#), "D4.horses");
    refused(&answers("{}"), "adult, child or unknown");
    refused(&house.run(&of), "adult, child or unknown");
}

#[test]
fn a_pack_says_how_many_flags_a_week_to_expect() {
    let house = House::new();
    let history = house.folder.join("history.jsonl");
    let line = |text: &str| serde_json::json!({ "lang": "en", "text": text }).to_string() + "\n";
    let quiet = line("My question is about annual leave.").repeat(9);
    std::fs::write(&history, line("He has locked me in and beats me.") + &quiet).unwrap();
    let pack = haqqi_blackbox::root().join("packs/jordan");
    let check = |history: &str| {
        let of = ["pack", "check", pack.to_str().unwrap(), "--complaints-a-week", "25", "--history", history];
        house.run(&of)
    };
    let found = check(history.to_str().unwrap());
    let said = String::from_utf8_lossy(&found.stdout);
    assert!(found.status.success() && said.contains("about 2.5 of 25 complaints"), "{said}");
    assert!(said.contains("the 10 texts of") && said.contains("danger: 2.5 a week, 1 texts"), "{said}");
    std::fs::write(&history, "").unwrap();
    let empty = check(history.to_str().unwrap());
    assert!(!empty.status.success(), "nothing is worked out from nothing");
}

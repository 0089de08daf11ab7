//! A country is data: no word of one country's stands in the code, the templates or the messages.

use crate::files;

/// Words of the packs' countries, in lower case; a word of the text counts when it begins so.
const LATIN: &[&str] = &[
    "ajloun", "amman", "aqaba", "dinar", "hemaya", "irbid", "jordan", "mafraq", "tafilah",
    "zarqa", // one
    "estmere", "norrin", "sarel", "talar", "talmira", // the other
];
/// Their codes, which count only as they are written here.
const CODES: &[&str] = &["JOD", "XTL"];
/// Looked for anywhere, in scripts without letter case, and a telephone prefix.
const ANYWHERE: &[&str] = &[
    "+962",
    "الأردن",
    "الاردن",
    "أردني",
    "عمّان",
    "دينار",
    "دنانير",
    "জর্ডান",
    "জর্দান",
    "দিনার",
    "जॉर्डन",
    "اردن",
    "تالميرا",
    "تالار",
    "তালমিরা",
    "তালার",
];

/// Tests may tell of any country; what ships may not.
fn is_test(path: &str) -> bool {
    path.starts_with("crates/testing/")
        || path.contains("/tests/")
        || path.contains("/benches/")
        || path.ends_with("/tests.rs")
}

/// Where a pack may be named, and only as a pack: the composition root has a default.
fn may_name_the_pack(path: &str) -> bool {
    path.starts_with("crates/haqqi/src/")
}

fn foreign_words(path: &str, line: &str) -> Vec<String> {
    let line = if may_name_the_pack(path) {
        line.replace("packs/jordan", "").replace("\"jordan\"", "")
    } else {
        line.to_owned()
    };
    let mut found: Vec<String> =
        ANYWHERE.iter().filter(|word| line.contains(**word)).map(ToString::to_string).collect();
    for word in line.split(|letter: char| !letter.is_alphanumeric()) {
        let lower = word.to_lowercase();
        if CODES.contains(&word) || LATIN.iter().any(|foreign| lower.starts_with(foreign)) {
            found.push(word.to_owned());
        }
    }
    found
}

#[test]
fn no_country_stands_in_the_code() {
    let endings = [".rs", ".html", ".ftl", ".toml", ".js", ".mjs", ".css", ".svg", ".typ", ".txt"];
    let mut found = Vec::new();
    let files = files::below(&["crates", "locales", "migrations"], &endings);
    for file in files.iter().filter(|file| !is_test(&file.path)) {
        // The unit tests stand at the end of their file.
        let lines = file.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        for (number, line) in lines.enumerate() {
            for word in foreign_words(&file.path, line) {
                found.push(format!("{}:{}: {word}", file.path, number + 1));
            }
        }
    }
    assert!(found.is_empty(), "these belong in a pack:\n{}", found.join("\n"));
}

#[test]
fn the_check_sees_what_it_looks_for() {
    let room = "crates/complaints/src/model.rs";
    assert_eq!(foreign_words(room, "let currency = \"JOD\"; // Jordanian"), ["JOD", "Jordanian"]);
    assert_eq!(foreign_words(room, "قانون العمل في الأردن").len(), 1);
    assert!(foreign_words(room, "programme, grammar, JODHPUR").is_empty());
    assert!(foreign_words("crates/haqqi/src/demo.rs", "load(\"packs/jordan\")").is_empty());
    assert!(!foreign_words(room, "load(\"packs/jordan\")").is_empty());
    assert_eq!(foreign_words(room, "let place = \"Norrin\"; // in Talmira"), ["Norrin", "Talmira"]);
}

/// Codes by which one country names its offices, bodies, kinds, steps, reasons and the like. Those of one word are left
/// out: `child` and `visit` are words of the product too.
fn codes_of_the_packs() -> std::collections::BTreeSet<String> {
    // What every pack shares is the product's: roles, outcomes, grounds, clocks that rooms start by name, what may be owed,
    // classes of what is kept.
    let shared = [
        "roles.toml",
        "outcomes.toml",
        "grounds.toml",
        "deadlines.toml",
        "pack.toml",
        "entitlements.toml",
        "retention.toml",
    ];
    let mut codes = std::collections::BTreeSet::new();
    for file in files::below(&["packs"], &[".toml"]) {
        let name = file.path.rsplit('/').next().unwrap();
        if file.path.contains("/instruments/") || file.path.contains("/lexicons/") || shared.contains(&name) {
            continue;
        }
        for line in file.text.lines() {
            if let Some(code) = line.strip_prefix("code = \"").and_then(|rest| rest.strip_suffix('"')) {
                codes.insert(code.to_owned());
            }
        }
    }
    codes.retain(|code| code.contains('-'));
    codes
}

#[test]
fn no_code_of_one_country_stands_in_the_code() {
    let codes = codes_of_the_packs();
    assert!(codes.len() > 150, "the packs are read");
    let mut found = Vec::new();
    let files = files::below(&["crates", "locales", "migrations"], &[".rs", ".html"]);
    for file in files.iter().filter(|file| !is_test(&file.path) && !file.path.contains("/examples/")) {
        let lines = file.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        for (number, line) in lines.enumerate() {
            let quoted = line.split('"').skip(1).step_by(2);
            for word in quoted.filter(|word| codes.contains(*word)) {
                found.push(format!("{}:{}: {word}", file.path, number + 1));
            }
        }
    }
    assert!(found.is_empty(), "the pack is asked for these:\n{}", found.join("\n"));
}

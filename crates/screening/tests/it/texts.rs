//! What texts suggest: small cases, danger as it is told at night, and how well the lexicons do on texts that are known.

use chrono::NaiveDate;
use haqqi_screening::engine::{Assessment, Count, Evaluation, Input, Screener, TextIn};
use haqqi_screening::{Level, Profile};

use crate::rules::{files, screener};

pub(crate) fn assess(screener: &Screener, language: &str, body: &str) -> Assessment {
    screener.assess(&Input {
        texts: vec![TextIn { id: uuid::Uuid::nil(), language: language.to_owned(), body: body.to_owned() }],
        answers: Vec::new(),
        profile: Profile::Adult,
        kind_screens: false,
        declared_danger: false,
        on: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
    })
}

#[test]
fn small_cases() {
    let screener = screener();
    let cases: [(&str, &str, &[&str]); 8] = [
        ("en", "my boss keeps my passport", &["retention_of_identity_documents"]),
        ("en", "my passport was stolen on the bus", &[]),
        ("en", "he did not take my passport", &[]),
        ("ar", "صاحب العمل أخذ جواز سفري", &["retention_of_identity_documents"]),
        ("ar", "لم يأخذ جواز سفري", &[]),
        ("ar", "جوازي معي", &[]),
        ("ar", "ما قبضت راتبي من ٣ شهور", &["withholding_of_wages"]),
        ("en", "Can my boss keep my passport? It did not happen.", &[]),
    ];
    for (language, text, expected) in cases {
        assert_eq!(assess(screener, language, text).suggested, expected, "{text}");
    }
}

/// Plain words for danger, for each indicator and for nothing at all, in every language of the pack, and romanised.
/// Whoever writes “he has locked me in and beats me” is read at once.
#[test]
fn plain_words_are_heard_in_every_language() {
    let screener = screener();
    let mut wrong = Vec::new();
    for line in include_str!("../data/plain.tsv").lines() {
        let mut fields = line.split('\t');
        let (language, says, text) = (fields.next().unwrap(), fields.next().unwrap(), fields.next().unwrap());
        let found = assess(screener, language, text);
        let heard = match says {
            "urgent" => found.urgent,
            "none" => !found.urgent && found.suggested.is_empty(),
            indicator => found.suggested.iter().any(|name| name == indicator),
        };
        if !heard {
            wrong.push(format!("{language} {says}: {text}: {:?}", found.suggested));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let cases = [
        ("en", "he has locked me in and beats me", true),
        ("ta", "avan enna ulla pooti vechirukan, adikiran", true),
        ("ta", "என்னை உள்ள வச்சு பூட்டிட்டு அடிக்கிறான்", true),
        ("en", "nobody hit me, wrong message sorry", false),
        ("ta", "இங்க யாரும் அடிக்க மாட்டாங்க", false),
        ("ar", "لا يضربني أحد هنا", false),
        ("zh", "老板没打过我", false),
        ("sw", "Hajawahi kunipiga", false),
        ("en", "he is beaaating meee now heeelp", true),
    ];
    for (language, text, urgent) in cases {
        assert_eq!(assess(screener, language, text).urgent, urgent, "{language}: {text}");
    }
}

#[test]
fn a_suggestion_is_never_certain() {
    let found =
        assess(screener(), "en", "Madam keeps my passport and locks the door, I am not allowed to go out");
    assert!(found.certain.is_empty() && found.suggested.len() >= 2);
    assert!(found.instruments.iter().all(|result| result.class.ends_with('0')));
    for hit in &found.hits {
        assert!(!hit.phrase.is_empty() && hit.start < hit.end);
    }
}

/// A word that makes a thing another's, the past, settled or a mere question may mean something else: what stands in its
/// sentence is doubted, and nobody goes unheard for it.
#[test]
fn a_harmless_word_silences_nobody() {
    let screener = screener();
    for (words, name) in [
        ("My husband is sick at home and the boss keeps my passport", "retention_of_identity_documents"),
        ("I work as a taxi driver and the owner keeps my passport", "retention_of_identity_documents"),
        ("Boss keeps my passport. I come to work on time.", "retention_of_identity_documents"),
        ("If he takes my passport, what should I do?", "retention_of_identity_documents"),
    ] {
        let found = assess(screener, "en", words);
        let of = |names: &[String]| names.iter().any(|own| own == name);
        assert!(of(&found.suggested) || of(&found.doubtful), "{words}: {found:?}");
        assert!(of(&found.not_excluded) && found.level.is_some(), "{words}");
    }
    // Two clauses are not one wording, and a line may be wrapped anywhere.
    let whole = assess(screener, "en", "I am 30 years old, madam keeps my passport and beats me");
    assert!(whole.suggested.len() == 2 && whole.doubtful.is_empty(), "{:?}", whole.suggested);
    assert!(assess(screener, "en", "he locked\nme in the room now").urgent);
    assert!(assess(screener, "en", "the boss keeps\nmy passport").suggested.len() == 1);
}

/// A child of whom words tell is a signal of its own: a flag, and the age is asked next; nobody's age is changed by it.
#[test]
fn a_child_in_words_is_a_signal_of_its_own() {
    let found = assess(screener(), "en", "I am 13 and I clean the house of a family all day");
    assert!(found.reasons.iter().any(|why| why == "child-in-words"), "{:?}", found.reasons);
    assert_eq!((found.level, found.next_question.as_deref()), (Some(Level::Possible), Some("age")));
    assert!(found.certain.is_empty());
    // The age in one sentence, the deed in another: phrases end with their sentence, her danger does not.
    for text in [
        "I am 13. I clean their house from morning. The old man locks the door and touches my body.",
        "The old man touches my body. Nobody is home then. I am 14 years old.",
    ] {
        let found = assess(screener(), "en", text);
        assert!(found.urgent && found.level == Some(Level::Danger), "{text}: {found:?}");
    }
    let grown = "I am 31. I clean their house from morning. The old man touched my body last year.";
    assert!(!assess(screener(), "en", grown).hits.iter().any(|hit| hit.child), "no child is told of");
    let calm = "I am 16. I carry boxes in a shop. My salary is late since two weeks.";
    assert!(!assess(screener(), "en", calm).urgent, "a child who works is a flag, and not danger by itself");
}

#[test]
fn any_bytes_do_no_harm() {
    let screener = screener();
    let long = "passport ".repeat(100_000);
    for text in ["", "a", "\u{202E}\u{0000}", "💥", "_ & | ~", long.as_str()] {
        for language in ["en", "ar", "bn", "my", "xx"] {
            let _ = assess(screener, language, text);
        }
    }
}

/// A choice that nothing can ever hit is a promise that the lexicon does not keep.
#[test]
fn every_choice_of_every_phrase_is_hit() {
    let never: Vec<_> = screener().spelled().into_iter().filter(|(.., hit)| !hit).collect();
    assert!(never.is_empty(), "{} are never hit: {:#?}", never.len(), never.get(..20.min(never.len())));
}

#[test]
fn a_name_that_is_misspelt_is_measured_as_nothing_but_refused() {
    let line = |name: &str| {
        format!(
            "\n{{\"lang\": \"en\", \"text\": \"Boss keeps my passport.\", \"indicators\": [\"{name}\"], \"urgent\": false}}"
        )
    };
    let refused = screener().evaluate(&line("retention")).unwrap_err();
    assert!(refused.starts_with("line 2: `retention` is no indicator"), "{refused}");
    assert!(screener().evaluate(&line("retention_of_identity_documents")).is_ok());
}

/// What must not get worse, per mille.
struct Floor {
    precision: u32,
    recall: u32,
    urgent_recall: u32,
}

fn holds(screener: &Screener, name: &str, lines: &str, floor: &Floor) -> Evaluation {
    let found = screener.evaluate(lines).unwrap();
    assert!(found.languages.len() >= 14, "nearly every language of the pack");
    println!("{name}\n{}", found.table());
    let (all, urgent): (Count, Count) = (found.all().all(), found.all().urgent);
    let (precision, recall, danger) = (all.precision(), all.recall(), urgent.recall());
    assert!(
        precision >= floor.precision && recall >= floor.recall && danger >= floor.urgent_recall,
        "{name}: precision {precision}, recall {recall}, danger heard {danger}"
    );
    found
}

/// Whether a narrative is by another hand than the phrases.
pub(crate) fn is_by_others(line: &str) -> bool {
    line.contains("\"id\": \"more-")
}

/// The training narratives: of those by the hand that wrote the phrases two of three lines were looked at meanwhile, the third
/// was not.
pub(crate) fn training(held_out: bool) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("training");
    let mut lines = Vec::new();
    for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if file.extension().is_some_and(|ending| ending == "jsonl") {
            let text = std::fs::read_to_string(file).unwrap();
            let part = text.lines().enumerate().filter(|(line, _)| (line % 3 == 2) == held_out);
            lines.extend(part.map(|(_, line)| line.to_owned()));
        }
    }
    lines.join("\n")
}

/// The phrases alone: what was learned was learned from these. Nobody who wrote phrases looked at what others tell.
#[test]
fn training_narratives() {
    let phrases = Screener::from_files(files("instruments"), files("lexicons")).unwrap();
    let by = |others: bool, lines: String| {
        let own = lines.lines().filter(|line| is_by_others(line) == others);
        own.collect::<Vec<_>>().join("\n")
    };
    let floor = Floor { precision: 960, recall: 910, urgent_recall: 960 };
    holds(&phrases, "looked at while writing", &by(false, training(false)), &floor);
    let floor = Floor { precision: 870, recall: 650, urgent_recall: 790 };
    holds(&phrases, "held out", &by(false, training(true)), &floor);
    let floor = Floor { precision: 730, recall: 300, urgent_recall: 440 };
    holds(&phrases, "by other hands", &by(true, training(true)), &floor);
}

/// The development narratives: two of three lines were looked at while the phrases were written, the third was not.
#[test]
fn development_narratives() {
    let floor = Floor { precision: 930, recall: 950, urgent_recall: 950 };
    let given = include_str!("../data/narratives.jsonl");
    let found = holds(screener(), "development narratives", given, &floor);
    for (language, marks) in &found.languages {
        let all = marks.all();
        assert!(all.precision() >= 800 && all.recall() >= 700, "{language}: {all:?}");
    }
}

/// By a hand that saw neither phrases nor narratives, measured once as the pack stood, then kept. Nothing is written for them and
/// nothing learned of them: whoever reads one and mends it takes it out.
#[test]
fn texts_that_nobody_had_seen() {
    let floor = Floor { precision: 830, recall: 830, urgent_recall: 950 };
    holds(screener(), "unseen", include_str!("../data/unseen.jsonl"), &floor);
}

#[test]
fn a_held_passport_hides_no_locked_door() {
    for text in [
        "My boss keeps my passport and locked me inside since yesterday, please help",
        "He keeps my passport and locks me in the house. No salary for 5 months.",
        "Madam took our passports and locked us in.",
    ] {
        let found = assess(screener(), "en", text);
        assert!(found.suggested.iter().any(|name| name == "restriction_of_movement"), "{text}: {found:?}");
    }
    for text in ["Boss locked my passport in the safe.", "Our passports are in the drawer and it is locked."]
    {
        let found = assess(screener(), "en", text);
        assert!(!found.suggested.iter().any(|name| name == "restriction_of_movement"), "{text}: {found:?}");
    }
}

//! The graded instrument against worked cases, and its properties.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use haqqi_screening::engine::{Audience, Input, Screener, SheetAnswer};
use haqqi_screening::{Answer, Given, Level, Profile, Source};

static SCREENER: LazyLock<Screener> = LazyLock::new(load);

/// The instruments, lexicons and learned tables of a pack's folder, without the rest of the pack; read once.
pub(crate) fn screener() -> &'static Screener {
    &SCREENER
}

/// The files of a folder of the pack.
pub(crate) fn files(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/jordan").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap()))
        .collect()
}

fn load() -> Screener {
    let phrases = Screener::from_files(files("instruments"), files("lexicons"));
    phrases
        .and_then(|phrases| phrases.with_learned(files("learned")))
        .unwrap_or_else(|error| panic!("{error}"))
}

fn run(profile: &str, yes: &str, open: &str) -> SheetAnswer {
    let list = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let sheet = serde_json::json!({ "profile": profile, "yes": list(yes), "open": list(open) });
    screener().answers(&sheet.to_string(), Some("ilo-ec-2009-labour"), None).unwrap()
}

/// Every worked case of the published rule: profile, yes, open, the six dimensions, certain, possible, danger.
const CASES: [(&str, &str, &str, &str, &str, &str, bool); 26] = [
    ("adult", "", "", "- - - - - -", "N0", "N0", false),
    ("adult", "D4.hours", "", "- - - - - -", "N0", "N0", false),
    ("adult", "D4.pay", "", "- - - - - -", "N0", "N0", false),
    ("adult", "D4.living D4.pay D4.wage_manip", "", "- - - + - -", "A1", "A1", false),
    ("adult", "D4.no_education D4.pay", "", "- - - - - -", "N0", "N0", false),
    ("adult", "D4.hours D4.pay", "", "- - - + - -", "A1", "A1", false),
    ("adult", "D5.docs", "", "- - - - - -", "N0", "N0", false),
    ("adult", "D5.debt D5.docs", "", "- - - - + -", "A2", "A2", false),
    ("adult", "D5.denounce D5.threats", "", "- - - - - -", "N0", "N0", false),
    ("adult", "D5.denounce D5.threats D5.wages_held", "", "- - - - + -", "A2", "A2", false),
    ("adult", "D1.job D1.wages", "", "+ - - - - -", "R1", "R1", false),
    ("adult", "D2.debt D2.docs", "", "- - - - - -", "N0", "N0", false),
    ("adult", "D2.debt D2.docs D2.isolation", "", "- + - - - -", "A2", "A2", false),
    ("adult", "D4.hours D4.pay D5.docs D5.wages_held", "", "- - - + + -", "A4", "A4", false),
    ("adult", "D1.job D1.wages D4.hours D4.pay D5.docs D5.isolation", "", "+ - - + + -", "A5", "A5", true),
    (
        "adult",
        "D1.contract D1.housing D1.wages D4.law_breach D4.living D4.pay",
        "",
        "+ - - + - -",
        "A3",
        "A3",
        false,
    ),
    ("adult", "D1.job D4.hours D5.docs", "", "- - - - - -", "N0", "N0", false),
    (
        "adult",
        "D1.job D2.docs D3.economic D4.hours D5.docs D6.economic",
        "",
        "- - - - - -",
        "N0",
        "N0",
        false,
    ),
    ("adult", "D4.hours D4.pay", "D5.docs D5.debt", "- - - + ? -", "A1", "A4", false),
    ("adult", "D4.hours", "D4.pay", "- - - ? - -", "N0", "A1", false),
    ("child", "", "", "- - - - - -", "C0", "C0", false),
    ("child", "D4.hours", "", "- - - - - -", "C2", "C2", false),
    ("child", "D4.hours D4.no_education", "", "- - - + - -", "C5", "C5", false),
    ("child", "D5.forced_tasks D5.threats", "", "- - - - + -", "C4", "C4", false),
    ("child", "D4.law_breach D4.no_social D4.pay", "", "- - - - - -", "C2", "C2", false),
    // Once is as often as twice.
    ("adult", "D4.pay D4.pay D4.pay", "D4.pay", "- - - - - -", "N0", "N0", false),
];

#[test]
fn worked_cases() {
    for (profile, yes, open, dimensions, class, possible, urgent) in CASES {
        let found = run(profile, yes, open);
        let shown: Vec<String> = found.dimensions.values().map(char::to_string).collect();
        assert_eq!(shown.join(" "), dimensions, "{profile}: {yes} ?: {open}");
        let marks = (found.class.as_str(), found.class_possible.as_str(), found.urgent);
        assert_eq!(marks, (class, possible, urgent), "{profile}: {yes} ?: {open}");
    }
    for urgent in ["D5.violence", "D5.isolation", "D2.abduction", "D2.violence", "D5.illicit"] {
        assert!(run("adult", urgent, "").urgent && run("child", urgent, "").urgent, "{urgent}");
    }
}

#[test]
fn the_next_question_is_the_one_that_changes_something_soonest() {
    let cases = [
        ("D4.hours", "D4.pay", "D4.pay"),
        // One more yes in D4, two in D5: D4 first, though D5.docs is strong.
        ("D4.hours", "D5.docs D5.debt D4.no_education", "D4.no_education"),
        // As soon, so the stronger; as strong, so the first of the file.
        ("D4.hours", "D4.pay D4.no_education", "D4.pay"),
        ("D4.hours D4.pay", "D5.docs D5.debt", "D5.docs"),
        ("", "D1.wages D1.conditions D1.contract D5.threats D5.isolation", "D5.isolation"),
        // Positive already: nothing of that dimension changes anything, the other may.
        ("D4.hours D4.pay", "D4.living D6.past D6.family D6.economic", "D6.economic"),
    ];
    for (yes, open, next) in cases {
        let found = run("adult", yes, open);
        assert_eq!(found.next_question.as_deref(), Some(next), "{yes} ?: {open}");
    }
    assert_eq!(run("adult", "D4.hours", "").next_question, None);
}

/// Every multiset of grades: which are positive, and which of them need each of their parts.
#[test]
fn the_rule_has_exactly_five_minimal_positives() {
    let pick = |dimension: [&[&'static str]; 3], counts: [usize; 3]| -> String {
        let of = dimension.iter().zip(counts).flat_map(|(grade, count)| grade.iter().take(count));
        of.copied().collect::<Vec<_>>().join(" ")
    };
    // Strong, medium and weak ones of D5 for an adult; D3 has no strong one, D5 but one weak one.
    let d5: [&[&str]; 3] = [
        &["D5.docs", "D5.debt", "D5.isolation", "D5.violence"],
        &["D5.threats", "D5.illicit", "D5.forced_tasks", "D5.influence"],
        &["D5.inform_family"],
    ];
    let d3: [&[&str]; 3] = [&[], &["D3.economic", "D3.family"], &["D3.beliefs", "D3.context"]];
    let positive = |of: [&[&'static str]; 3], id: &str, counts: [usize; 3]| {
        run("adult", &pick(of, counts), "").dimensions[id] == '+'
    };
    let mut minimal = Vec::new();
    for (strong, medium, weak) in
        (0..=4).flat_map(|s| (0..=4).flat_map(move |m| (0..=1).map(move |w| (s, m, w))))
    {
        let counts = [strong, medium, weak];
        let fewer = (0..3).filter(|at| counts[*at] > 0).map(|at| {
            let mut less = counts;
            less[at] -= 1;
            less
        });
        if positive(d5, "D5", counts) && !fewer.into_iter().any(|less| positive(d5, "D5", less)) {
            minimal.push(counts);
        }
    }
    minimal.sort_unstable();
    assert_eq!(minimal, [[0, 2, 1], [0, 3, 0], [1, 0, 1], [1, 1, 0], [2, 0, 0]], "2M+W 3M S+W S+M 2S");
    assert!(!positive(d3, "D3", [0, 0, 2]) && !positive(d3, "D3", [0, 1, 2]), "weak ones reach nothing");
}

#[test]
fn a_sheet_that_cannot_be_is_refused_in_a_line() {
    let refused =
        |sheet: &str, of: Option<&str>, profile| screener().answers(sheet, of, profile).unwrap_err();
    let child = Some(Profile::Child);
    for (sheet, of, profile, says) in [
        ("", None, None, "EOF"),
        ("{\"profile\": \"adult\", \"yes\": [\"D9.nothing\"]}", None, None, "D9.nothing"),
        ("{\"profile\": \"adult\"}", None, child, "`child` was asked for"),
        ("{\"yes\": []}", None, None, "whose rules"),
        ("{\"profile\": \"elder\"}", None, None, "elder"),
        ("{\"profile\": \"adult\", \"maybe\": []}", None, None, "maybe"),
        ("{\"profile\": \"adult\", \"yes\": [\"\\ud800\"]}", None, None, "line 1"),
        ("{}", Some("harbour"), child, "no instrument `harbour`"),
        ("{}", Some("ilo-11"), child, "no classes"),
    ] {
        assert!(refused(sheet, of, profile).contains(says), "{sheet}: {}", refused(sheet, of, profile));
    }
    let unknown = screener().answers("{\"yes\": [\"D4.hours\"]}", None, Some(Profile::Unknown)).unwrap();
    assert_eq!((unknown.profile.as_str(), unknown.class.as_str()), ("child", "C2"));
    assert_eq!(unknown.next_question.as_deref(), Some("age"));
}

pub(crate) fn said(id: &str, answer: Answer) -> Given {
    Given { id: id.to_owned(), answer, source: Source::Worker }
}

#[test]
fn what_is_certain_says_from_where_and_what_is_refused_does_not() {
    let from = |id: &str, answer, source| Given { id: id.to_owned(), answer, source };
    let found = screener().assess(&Input {
        texts: Vec::new(),
        answers: vec![
            from("D5.docs", Answer::Yes, Source::Worker),
            from("O.papers", Answer::Yes, Source::Observed),
            from("D5.docs", Answer::No, Source::Document),
            from("D5.debt", Answer::Refused, Source::Worker),
        ],
        profile: Profile::Adult,
        kind_screens: false,
        declared_danger: false,
        on: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
    });
    let sources = BTreeMap::from([(
        "retention_of_identity_documents".to_owned(),
        BTreeSet::from([Source::Worker, Source::Observed]),
    )]);
    assert_eq!(found.sources, sources, "a no from a paper takes nothing back that she said");
    assert_eq!(found.certain, ["retention_of_identity_documents"]);
    assert!(found.not_excluded.contains(&"debt_bondage".to_owned()));
}

pub(crate) fn assess(
    screener: &Screener,
    yes: &[&str],
    open: &[&str],
    profile: Profile,
) -> haqqi_screening::engine::Assessment {
    let answers = yes.iter().map(|id| said(id, Answer::Yes));
    let open = open.iter().map(|id| said(id, Answer::Refused));
    screener.assess(&Input {
        texts: Vec::new(),
        answers: answers.chain(open).collect(),
        profile,
        kind_screens: false,
        declared_danger: false,
        on: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
    })
}

#[test]
fn unknown_age_takes_the_higher_and_asks_for_age() {
    let found = assess(screener(), &["D4.hours", "D4.no_education"], &[], Profile::Unknown);
    assert_eq!(found.level, Some(Level::Strong), "a child's class would be C5");
    assert_eq!(found.next_question.as_deref(), Some("age"));
}

#[test]
fn what_cannot_work_is_refused_with_file_and_line() {
    let levels = (
        "levels.toml".to_owned(),
        "grave = []\nstrong = { all = 3, grave = 2 }\npossible = { all = 2, grave = 1 }\n".to_owned(),
    );
    let head = "[instrument]\nid = \"x\"\nversion = \"1\"\neffective = { from = 2026-01-01 }\nsource = \"s\"\nprofiles = [\"adult\"]\n[[dimension]]\nid = \"D1\"\nstage = \"destination\"\nelement = \"e\"\n";
    let refused = |body: &str| {
        let file = ("x.toml".to_owned(), format!("{head}{body}"));
        Screener::from_files([levels.clone(), file], []).err().unwrap().to_string()
    };
    let twice = "[[indicator]]\nid = \"D1.a\"\ndimension = \"D1\"\ngrade = { adult = \"weak\" }\n";
    assert!(
        refused(&format!("{twice}{twice}")).starts_with("x.toml:12:"),
        "{}",
        refused(&format!("{twice}{twice}"))
    );
    assert!(
        refused("[[indicator]]\nid = \"D2.a\"\ndimension = \"D2\"\ngrade = { adult = \"weak\" }\n")
            .contains("no dimension")
    );
    assert!(
        refused("[[indicator]]\nid = \"D1.a\"\ndimension = \"D1\"\ngrade = { child = \"weak\" }\n")
            .contains("no profile")
    );
    assert!(refused(twice).contains("last"), "a profile without a last class");
    assert!(refused("surprise = 1\n").contains("x.toml:11"));
    // One more dimension may not lower the class, and no class may be shadowed.
    let two = format!("{twice}[[dimension]]\nid = \"D2\"\nstage = \"destination\"\nelement = \"e\"\n");
    let class = |id: &str, rank: u8, when: &str| {
        format!("[[class]]\nid = \"{id}\"\nprofile = \"adult\"\nrank = {rank}\nroute = \"r\"\n{when}\n")
    };
    let (high, low) = (class("H", 1, "when = \"D1\""), class("L", 2, "when = \"D2\""));
    let last = class("Z", 0, "");
    assert!(refused(&format!("{two}{high}{low}{last}")).contains("lower"));
    let shadowed = format!(
        "{two}{}{}{last}",
        class("H", 2, "when = \"D1\""),
        class("S", 1, "when = { all = [\"D1\", \"D2\"] }")
    );
    assert!(refused(&shadowed).contains("never reached"), "{}", refused(&shadowed));
    assert!(refused(&format!("{twice}{}", class("Z", 0, "").replace("adult", "elder"))).contains("elder"));
    // Lexicons: the line of the words that cannot be.
    let entry = "language = \"en\"\n[words]\na = \"passport\"\n[[entry]]\nid = \"e\"\nurgent = true\nphrases = [\"@a\"]\n";
    let lexicon = |text: String| {
        let ilo = files("instruments").into_iter();
        Screener::from_files(ilo, [("en.toml".to_owned(), text)]).err().unwrap().to_string()
    };
    let says = lexicon(format!("{entry}hit = \"my passport\"\nmiss = \"a passport\"\n"));
    assert!(says.starts_with("en.toml:9:") && says.contains("is hit"), "{says}");
    let says = lexicon(entry.replace("\"@a\"", "\"@b ~ @a\"") + "hit = \"passport\"\nmiss = \"x\"\n");
    assert!(says.starts_with("en.toml:7:") && says.contains("no class is called `b`"), "{says}");
}

/// A yes on one day, by what every instrument that holds then says of an adult: id → certain class.
fn classes(screener: &Screener, yes: &[&str], on: &str) -> BTreeMap<String, String> {
    let found = screener.assess(&Input {
        texts: Vec::new(),
        answers: yes.iter().map(|id| said(id, Answer::Yes)).collect(),
        profile: Profile::Adult,
        kind_screens: false,
        declared_danger: false,
        on: on.parse().unwrap(),
    });
    found.instruments.into_iter().map(|result| (result.id, result.class)).collect()
}

#[test]
fn every_list_of_the_pack_says_its_own_and_one_fact_is_asked_once() {
    let screener = screener();
    let said = |yes: &[&str]| classes(screener, yes, "2026-11-24");
    let nothing = said(&[]);
    for (id, class) in
        [("ilo-ec-2009-labour", "N0"), ("icls-2018", "F0"), ("begging", "B0"), ("organ-removal", "G0")]
    {
        assert_eq!(nothing.get(id).map(String::as_str), Some(class), "{nothing:?}");
    }
    assert!(!nothing.contains_key("child-labour"), "no list for children is run for an adult");
    // Her papers are kept: the graded list asks, the statistical definition takes the answer.
    assert_eq!(said(&["D5.docs"])["icls-2018"], "F1");
    assert_eq!(said(&["D5.docs", "IV.quit"])["icls-2018"], "F2");
    assert_eq!(said(&["D5.docs", "IV.quit"])["begging"], "B0", "of begging it tells nothing");
    // One question about an organ is strong at once, and danger.
    let asked = assess(screener, &["S.organ"], &[], Profile::Unknown);
    assert!(asked.urgent && asked.level == Some(haqqi_screening::Level::Danger), "{asked:?}");
    let pressed = assess(screener, &["OA.asked"], &[], Profile::Adult);
    assert!(pressed.reasons.iter().any(|why| why == "graded-class"), "{pressed:?}");
    // What somebody sees on a visit counts like what is said; a worker is asked none of it.
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let hers = screener.questions(day, Audience::Worker);
    let seen = screener.questions(day, Audience::Staff);
    assert!(
        hers.iter().all(|one| one.id.starts_with("S.")) && seen.iter().all(|one| one.id.starts_with("O."))
    );
    assert!(assess(screener, &["O.locked"], &[], Profile::Adult).urgent);
}

#[test]
fn a_version_holds_from_its_day_and_no_two_hold_on_one() {
    let old = |until: &str| {
        let (file, text) = files("instruments").into_iter().find(|(file, _)| file.contains("organ")).unwrap();
        let text = text.replace(
            "effective = { from = 2026-01-01 }",
            &format!("effective = {{ from = 2026-01-01{until} }}"),
        );
        (file, text)
    };
    let (file, text) = old("");
    let new = text.replace("2026-01-01", "2027-01-01").replace("version = \"1.0.0\"", "version = \"2.0.0\"");
    // In the later version of the test nobody is asked about pressure.
    let new = (file.replace(".toml", "-2.toml"), new.replace("OA.pressed", "OA.pushed"));
    let with = |before: (String, String)| {
        let others = files("instruments").into_iter().filter(|(file, _)| !file.contains("organ"));
        Screener::from_files(others.chain([before, new.clone()]), [])
    };
    let wrong = with(old("")).err().unwrap().to_string();
    assert!(wrong.contains("organ") && wrong.contains("holds at the same time"), "{wrong}");
    let both = with(old(", until = 2027-01-01")).unwrap_or_else(|error| panic!("{error}"));
    for (day, id, class) in [
        ("2026-12-31", "OA.pressed", false),
        ("2026-12-31", "OA.pushed", true),
        ("2027-01-01", "OA.pressed", true),
        ("2027-01-01", "OA.pushed", false),
    ] {
        assert_eq!(classes(&both, &[id], day)["organ-removal"] == "G0", class, "{day} {id}");
    }
    assert!(!classes(&both, &[], "2025-12-31").contains_key("organ-removal"), "before its day it is not run");
}

//! The graded instrument against worked cases, and its properties.

use std::path::Path;
use std::sync::LazyLock;

use haqqi_screening::engine::{Input, Screener};
use haqqi_screening::{Answer, Level, Profile};
use proptest::prelude::*;

static SCREENER: LazyLock<Screener> = LazyLock::new(load);

/// The instruments and lexicons of a pack's folder, without the rest of the pack; read once.
pub(crate) fn screener() -> &'static Screener {
    &SCREENER
}

fn load() -> Screener {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/jordan");
    let files = |name: &str| -> Vec<(String, String)> {
        let mut files: Vec<_> =
            std::fs::read_dir(folder.join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
            .into_iter()
            .map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap()))
            .collect()
    };
    Screener::from_files(files("instruments"), files("lexicons")).unwrap_or_else(|error| panic!("{error}"))
}

fn run(profile: &str, yes: &str, open: &str) -> serde_json::Value {
    let list = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let sheet = serde_json::json!({ "profile": profile, "yes": list(yes), "open": list(open) });
    serde_json::from_str(&screener().answers(&sheet.to_string()).unwrap()).unwrap()
}

#[test]
fn worked_cases() {
    let cases = [
        ("adult", "", "", "- - - - - -", "N0", "N0"),
        ("adult", "D4.hours", "", "- - - - - -", "N0", "N0"),
        ("adult", "D4.pay", "", "- - - - - -", "N0", "N0"),
        ("adult", "D4.living D4.pay D4.wage_manip", "", "- - - + - -", "A1", "A1"),
        ("adult", "D4.no_education D4.pay", "", "- - - - - -", "N0", "N0"),
        ("adult", "D4.hours D4.pay", "", "- - - + - -", "A1", "A1"),
        ("adult", "D5.docs", "", "- - - - - -", "N0", "N0"),
        ("adult", "D5.debt D5.docs", "", "- - - - + -", "A2", "A2"),
        ("adult", "D5.denounce D5.threats", "", "- - - - - -", "N0", "N0"),
        ("adult", "D5.denounce D5.threats D5.wages_held", "", "- - - - + -", "A2", "A2"),
        ("adult", "D1.job D1.wages", "", "+ - - - - -", "R1", "R1"),
        ("adult", "D2.debt D2.docs", "", "- - - - - -", "N0", "N0"),
        ("adult", "D2.debt D2.docs D2.isolation", "", "- + - - - -", "A2", "A2"),
        ("adult", "D4.hours D4.pay D5.docs D5.wages_held", "", "- - - + + -", "A4", "A4"),
        ("adult", "D1.job D1.wages D4.hours D4.pay D5.docs D5.isolation", "", "+ - - + + -", "A5", "A5"),
        (
            "adult",
            "D1.contract D1.housing D1.wages D4.law_breach D4.living D4.pay",
            "",
            "+ - - + - -",
            "A3",
            "A3",
        ),
        ("adult", "D1.job D4.hours D5.docs", "", "- - - - - -", "N0", "N0"),
        ("adult", "D1.job D2.docs D3.economic D4.hours D5.docs D6.economic", "", "- - - - - -", "N0", "N0"),
        ("adult", "D4.hours D4.pay", "D5.docs D5.debt", "- - - + ? -", "A1", "A4"),
        ("adult", "D4.hours", "D4.pay", "- - - ? - -", "N0", "A1"),
        ("child", "", "", "- - - - - -", "C0", "C0"),
        ("child", "D4.hours", "", "- - - - - -", "C2", "C2"),
        ("child", "D4.hours D4.no_education", "", "- - - + - -", "C5", "C5"),
        ("child", "D5.forced_tasks D5.threats", "", "- - - - + -", "C4", "C4"),
        ("child", "D4.law_breach D4.no_social D4.pay", "", "- - - - - -", "C2", "C2"),
    ];
    for (profile, yes, open, dimensions, class, possible) in cases {
        let found = run(profile, yes, open);
        let shown: Vec<&str> = ["D1", "D2", "D3", "D4", "D5", "D6"]
            .iter()
            .map(|d| found["dimensions"][*d].as_str().unwrap())
            .collect();
        assert_eq!(shown.join(" "), dimensions, "{profile}: {yes} ?: {open}");
        assert_eq!(found["class"], class, "{profile}: {yes}");
        assert_eq!(found["class_possible"], possible, "{profile}: {yes} ?: {open}");
    }
    assert_eq!(run("adult", "D4.hours", "D4.pay")["next_question"], "D4.pay");
    assert_eq!(run("adult", "D5.isolation", "")["urgent"], true);
    assert!(screener().answers(r#"{"profile": "adult", "yes": ["D9.nothing"]}"#).is_err());
}

const SOME: [&str; 14] = [
    "D1.job",
    "D1.wages",
    "D2.debt",
    "D2.docs",
    "D3.economic",
    "D4.hours",
    "D4.pay",
    "D4.living",
    "D4.no_education",
    "D5.docs",
    "D5.threats",
    "D5.isolation",
    "D6.past",
    "D6.family",
];

fn rank(class: &str) -> usize {
    ["N0", "C0", "R1", "A1", "C2", "A2", "A3", "A4", "C4", "A5", "C5"]
        .iter()
        .position(|c| *c == class)
        .unwrap()
}

fn assess(
    screener: &Screener,
    yes: &[&str],
    open: &[&str],
    profile: Profile,
) -> haqqi_screening::engine::Assessment {
    let answers = yes.iter().map(|id| ((*id).to_owned(), Answer::Yes));
    let open = open.iter().map(|id| ((*id).to_owned(), Answer::Refused));
    screener.assess(&Input {
        texts: Vec::new(),
        answers: answers.chain(open).collect(),
        profile,
        kind_screens: false,
        declared_danger: false,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn one_more_yes_never_lowers_anything(mask in 0u16..1 << 14, more in 0usize..14, child in any::<bool>()) {
        let screener = screener();
        let profile = if child { Profile::Child } else { Profile::Adult };
        let yes: Vec<&str> = SOME.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0).map(|(_, id)| *id).collect();
        let mut with = yes.clone();
        with.push(SOME[more]);
        let (before, after) = (assess(screener, &yes, &[], profile), assess(screener, &with, &[], profile));
        prop_assert!(rank(&after.instruments[0].class) >= rank(&before.instruments[0].class));
        prop_assert!(after.level >= before.level);
        // What is certain is never more than what cannot be excluded, and the order of answers does not matter.
        let open = assess(screener, &yes, &[SOME[more]], profile);
        prop_assert!(rank(&open.instruments[0].class_possible) >= rank(&open.instruments[0].class));
        prop_assert_eq!(&open.instruments[0].class_possible, &after.instruments[0].class);
        let mut turned = with.clone();
        turned.reverse();
        prop_assert_eq!(assess(screener, &turned, &[], profile), after);
    }
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
    let head = "[instrument]\nid = \"x\"\nversion = \"1\"\nsource = \"s\"\nprofiles = [\"adult\"]\n[[dimension]]\nid = \"D1\"\nstage = \"destination\"\nelement = \"e\"\n";
    let refused = |body: &str| {
        let file = ("x.toml".to_owned(), format!("{head}{body}"));
        Screener::from_files([levels.clone(), file], []).err().unwrap().to_string()
    };
    let twice = "[[indicator]]\nid = \"D1.a\"\ndimension = \"D1\"\ngrade = { adult = \"weak\" }\n";
    assert!(
        refused(&format!("{twice}{twice}")).starts_with("x.toml:11:"),
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
    assert!(refused("surprise = 1\n").contains("x.toml:10"));
}

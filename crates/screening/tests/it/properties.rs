//! What holds of every instrument of the pack, whatever is answered; and its procedure cards.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use haqqi_screening::engine::{Assessment, Input, InstrumentResult, Screener};
use haqqi_screening::{Answer, Given, Level, Profile};
use proptest::prelude::*;

use crate::rules::{assess, files, said, screener};

/// Everything that somebody may be asked: graded indicators of every instrument, questions of the short lists, names.
static ASKED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let holding = || screener().holding(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
    let graded = holding().flat_map(|one| one.indicators.iter().map(|indicator| indicator.id.clone()));
    let short = holding().flat_map(|one| one.questions.iter().map(|question| question.id.clone()));
    graded.chain(short).chain(screener().all_names().map(str::to_owned)).collect()
});

fn some_answers() -> impl Strategy<Value = Vec<Given>> {
    let answer =
        prop_oneof![Just(Answer::Yes), Just(Answer::Refused), Just(Answer::Unknown), Just(Answer::No)];
    let ids = proptest::sample::subsequence(ASKED.clone(), 0..24);
    ids.prop_flat_map(move |ids| {
        let answers = proptest::collection::vec(answer.clone(), ids.len());
        answers
            .prop_map(move |answers| ids.iter().zip(answers).map(|(id, answer)| said(id, answer)).collect())
    })
}

fn assess_these(answers: Vec<Given>, profile: Profile) -> Assessment {
    screener().assess(&Input {
        texts: Vec::new(),
        answers,
        profile,
        kind_screens: false,
        declared_danger: false,
        on: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
    })
}

/// The place of a class in its instrument's order of priority.
fn rank(result: &InstrumentResult, class: &str) -> u8 {
    let own = screener().holding(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
    let mut own = own.filter(|one| one.instrument.id == result.id).flat_map(|one| &one.classes);
    own.find(|one| one.id == class && one.profile == result.profile).unwrap().rank
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn one_more_yes_never_lowers_anything_in_any_order_and_certain_is_never_more_than_possible(
        (answers, turned) in some_answers().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        more in proptest::sample::select(ASKED.clone()),
        profile in prop_oneof![Just(Profile::Adult), Just(Profile::Child), Just(Profile::Unknown)],
    ) {
        let before = assess_these(answers.clone(), profile);
        prop_assert_eq!(&assess_these(turned, profile), &before, "the order of answers does not matter");
        let mut with = answers;
        with.push(said(&more, Answer::Yes));
        let after = assess_these(with, profile);
        let height = |mark: char| ['-', '?', '+'].iter().position(|own| *own == mark).unwrap();
        prop_assert!(after.level >= before.level && after.urgent >= before.urgent);
        prop_assert!(before.certain.iter().all(|name| after.certain.contains(name)));
        prop_assert_eq!(after.instruments.len(), before.instruments.len());
        for (old, new) in before.instruments.iter().zip(&after.instruments) {
            prop_assert_eq!((&old.id, &old.profile), (&new.id, &new.profile));
            for ((id, old), (_, new)) in old.dimensions.iter().zip(&new.dimensions) {
                prop_assert!(height(*new) >= height(*old), "{}: {} → {}", id, old, new);
            }
            prop_assert!(rank(new, &new.class) >= rank(old, &old.class));
            prop_assert!(rank(new, &new.class_possible) >= rank(old, &old.class_possible));
            for result in [old, new] {
                prop_assert!(rank(result, &result.class) <= rank(result, &result.class_possible));
            }
        }
        // Nothing is certain, open and denied at once.
        for name in &after.denied {
            prop_assert!(!after.certain.contains(name) && !after.not_excluded.contains(name));
        }
    }
}

#[test]
fn a_card_says_what_to_do_once_and_in_order() {
    let found = assess(screener(), &["D1.job", "D1.wages"], &[], Profile::Adult);
    let of = |level, child| {
        let cards = screener().cards(level, child, &found);
        cards.iter().map(|card| card.of.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of(Level::Possible, false), ["possible", "recruitment-inspection"], "{found:?}");
    assert_eq!(of(Level::Strong, true), ["strong", "child-lead", "recruitment-inspection"]);
    let cards = screener().cards(Level::Strong, true, &found);
    let steps: Vec<&str> = cards.iter().flat_map(|card| card.steps.iter().copied()).collect();
    assert_eq!(steps.iter().collect::<BTreeSet<_>>().len(), steps.len(), "nothing twice: {steps:?}");
    assert!(!steps.contains(&"ask-open"), "what the child lead does stands in place of asking on");
    let nothing = assess(screener(), &[], &[], Profile::Adult);
    assert_eq!(screener().cards(Level::Danger, false, &nothing).len(), 1, "no class leads anywhere yet");
}

#[test]
fn a_pack_whose_cards_lack_or_mislead_is_refused() {
    let refused = |change: &dyn Fn(String) -> String| {
        let all = files("instruments").into_iter().map(|(file, text)| {
            let text = if file.ends_with("cards.toml") { change(text) } else { text };
            (file, text)
        });
        Screener::from_files(all, []).err().unwrap().to_string()
    };
    let lacks = refused(&|text| text.replace("of = \"referral\"", "of = \"labour\""));
    assert!(lacks.contains("stands twice"), "{lacks}");
    let lacks = refused(&|text| text.replace("[[card]]\nof = \"danger\"", "[[card]]\nof = \"dangerous\""));
    assert!(lacks.contains("no level of a flag"), "{lacks}");
    let lacks = refused(&|text| text.replacen("steps = [", "steps = []\n#", 1));
    assert!(lacks.contains("says nothing to do"), "{lacks}");
}

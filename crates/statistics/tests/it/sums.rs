//! Sums hold over random histories: received = closed by outcome + open, groups = whole, for every period and office.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use haqqi_kernel::{Actor, Role};
use haqqi_statistics::Ask;
use haqqi_testing::{houses, start};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use uuid::Uuid;

use crate::told::{ask, closed, received, site, staff};

const OFFICES: [&str; 3] = ["amman-1", "irbid", "zarqa"];
const KINDS: [&str; 3] = ["wages-late", "wages-unpaid", "dismissal"];
const OUTCOMES: [&str; 3] = ["settled_paid", "withdrawn", "no_violation"];

/// One case: when it came, where, what, and perhaps a correction of that, when it was closed, how, and perhaps a
/// correction of the outcome.
#[derive(Debug, Clone)]
struct Case {
    day: i64,
    office: usize,
    kind: usize,
    moved: Option<usize>,
    closed: Option<(i64, usize, Option<usize>)>,
}

fn cases() -> impl Strategy<Value = Vec<Case>> {
    let of3 = 0usize..3;
    let case = (
        0i64..40,
        of3.clone(),
        of3.clone(),
        proptest::option::weighted(0.2, of3.clone()),
        proptest::option::of((0i64..30, of3.clone(), proptest::option::weighted(0.3, of3))),
    )
        .prop_map(|(day, office, kind, moved, closed)| Case { day, office, kind, moved, closed });
    proptest::collection::vec(case, 0..25)
}

#[tokio::test]
async fn received_is_always_closed_by_outcome_and_open() {
    let mut runner = TestRunner::deterministic();
    for round in 0..6 {
        let history = cases().new_tree(&mut runner).unwrap().current();
        for test in houses().await {
            let (house, site) = (&test.house, site(&test.house));
            let begin = start() - TimeDelta::days(40);
            let mut unit = house.unit(Actor::System);
            for (n, case) in history.iter().enumerate() {
                let subject = Uuid::from_u128(n as u128 + 1);
                let at = begin + TimeDelta::days(case.day);
                let office = OFFICES[case.office];
                let first = unit.event(received(subject, at, office, KINDS[case.kind]));
                if let Some(moved) = case.moved {
                    unit.event(received(subject, at, OFFICES[moved], KINDS[case.kind]).corrects(first));
                }
                if let Some((days, outcome, corrected)) = case.closed {
                    let at = at + TimeDelta::days(days);
                    let first = unit.event(closed(subject, at, office, OUTCOMES[outcome]));
                    if let Some(corrected) = corrected {
                        unit.event(closed(subject, at, office, OUTCOMES[corrected]).corrects(first));
                    }
                }
            }
            unit.commit().await.unwrap();

            let coordinator = staff(Role::ComplaintsOfficer, None);
            assert!(haqqi_kernel::judge(&coordinator, haqqi_kernel::Action::ReadFigures).is_err());
            for office in ["", "amman-1", "irbid", "zarqa"] {
                for (from, to) in [(0, 39), (5, 12), (20, 20), (30, 60)] {
                    let day = |n: i64| -> NaiveDate { (begin + TimeDelta::days(n)).date_naive() };
                    let asked = Ask {
                        period: "days".to_owned(),
                        from: day(from).to_string(),
                        to: day(to).to_string(),
                        office: office.to_owned(),
                    };
                    // The house itself sees every number.
                    let found = ask(&site, &Actor::System, &asked).await;
                    let whole = |groups: &[haqqi_statistics::Group]| -> u64 {
                        groups.iter().map(|group| group.count.unwrap()).sum()
                    };
                    let cohort = &found.cohort;
                    let place = format!("{} round {round} {asked:?}", test.on);
                    assert_eq!(
                        cohort.received.unwrap(),
                        whole(&cohort.closed) + cohort.open.unwrap(),
                        "{place}"
                    );
                    for counted in found.figures.iter().filter(|counted| !counted.groups.is_empty()) {
                        assert_eq!(
                            counted.total.unwrap(),
                            whole(&counted.groups),
                            "{place} {}",
                            counted.figure.code
                        );
                    }
                    // And they are the right ones.
                    let mut expected: BTreeMap<&str, u64> = BTreeMap::new();
                    let of_these = history.iter().filter(|case| {
                        let stands = OFFICES[case.moved.unwrap_or(case.office)];
                        (from..=to).contains(&case.day) && (office.is_empty() || office == stands)
                    });
                    for case in of_these {
                        let state = match case.closed {
                            Some((_, outcome, corrected)) => OUTCOMES[corrected.unwrap_or(outcome)],
                            None => "open",
                        };
                        *expected.entry(state).or_default() += 1;
                    }
                    let mut got: BTreeMap<&str, u64> = cohort
                        .closed
                        .iter()
                        .map(|group| (group.code.as_str(), group.count.unwrap()))
                        .collect();
                    if let Some(open @ 1..) = cohort.open {
                        got.insert("open", open);
                    }
                    assert_eq!(got, expected, "{place}");
                }
            }
        }
    }
}

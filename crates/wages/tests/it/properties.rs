//! What must hold for any facts, in both packs.

use std::sync::LazyLock;

use chrono::{Months, NaiveDate};
use haqqi_pack::Pack;
use haqqi_wages::{Calculation, Due, Ending, Facts, Month, Nationality, work_out};
use proptest::prelude::*;

static PACKS: LazyLock<Vec<Pack>> =
    LazyLock::new(|| ["jordan", "example"].map(|name| Pack::embedded(name).unwrap()).into());

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn out(facts: &Facts, pack: usize) -> Calculation {
    work_out(&PACKS[pack], facts, today()).unwrap()
}

/// A fact, or nothing where it may be unknown.
fn perhaps<T: Clone + std::fmt::Debug + 'static>(
    known: bool,
    value: BoxedStrategy<T>,
) -> BoxedStrategy<Option<T>> {
    if known { value.prop_map(Some).boxed() } else { prop::option::of(value).boxed() }
}

fn maybe(known: bool, most: i64) -> BoxedStrategy<Option<i64>> {
    perhaps(known, (0..=most).boxed())
}

prop_compose! {
    fn a_month(at: u32, known: bool)(
        agreed in maybe(known, 900_000), received in maybe(known, 900_000),
        overtime in maybe(known, 9_000), rest in maybe(known, 3_000),
    ) -> Month {
        let first = NaiveDate::from_ymd_opt(2023, 6, 1).unwrap() + Months::new(at);
        Month { month: first.format("%Y-%m").to_string(), agreed, received, overtime, rest }
    }
}

/// Facts of work from June 2023; the months reach over two changes of the minimum wage.
fn some_facts(known: bool) -> BoxedStrategy<Facts> {
    let months = prop::sample::subsequence((0u32..40).collect::<Vec<_>>(), 0..8)
        .prop_flat_map(move |at| at.into_iter().map(|at| a_month(at, known)).collect::<Vec<_>>());
    (
        months,
        perhaps(known, Just("general".to_owned()).boxed()),
        perhaps(known, prop::sample::select(Nationality::ALL.to_vec()).boxed()),
        (0i64..28, 0i64..24),
        prop::sample::select(Ending::ALL.to_vec()),
        (maybe(true, 900_000), maybe(known, 30), maybe(known, 40)),
        (perhaps(known, any::<bool>().boxed()), perhaps(known, any::<bool>().boxed())),
    )
        .prop_map(
            |(
                months,
                regime,
                nationality,
                (start, end),
                ending,
                (last_pay, leave, notice),
                (insured, unfair),
            )| {
                let first = NaiveDate::from_ymd_opt(2023, 6, 1).unwrap() + chrono::TimeDelta::days(start);
                let last = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap() + chrono::TimeDelta::days(end);
                Facts {
                    regime,
                    nationality,
                    began: Some(first),
                    ended: (ending != Ending::Open).then_some(last),
                    ending: Some(ending),
                    months,
                    last_pay,
                    leave_days: leave,
                    notice_days: notice,
                    insured,
                    unfair,
                }
            },
        )
        .boxed()
}

/// The facts with every unknown one made known, by the other.
fn more_precise(vague: &Facts, exact: &Facts) -> Facts {
    let months = vague.months.iter().map(|month| {
        let other = exact.months.first();
        Month {
            month: month.month.clone(),
            agreed: month.agreed.or(other.and_then(|o| o.agreed)).or(Some(300_000)),
            received: month.received.or(other.and_then(|o| o.received)).or(Some(100_000)),
            overtime: month.overtime.or(other.and_then(|o| o.overtime)).or(Some(60)),
            rest: month.rest.or(other.and_then(|o| o.rest)).or(Some(0)),
        }
    });
    Facts {
        regime: vague.regime.clone().or_else(|| exact.regime.clone()),
        nationality: vague.nationality.or(exact.nationality),
        months: months.collect(),
        leave_days: vague.leave_days.or(exact.leave_days),
        notice_days: vague.notice_days.or(exact.notice_days),
        insured: vague.insured.or(exact.insured),
        unfair: vague.unfair.or(exact.unfair),
        ..vague.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_is_owed_below_nothing_and_the_lines_make_the_sum(facts in some_facts(false), pack in 0usize..2) {
        let found = out(&facts, pack);
        for line in &found.lines {
            prop_assert!(line.least >= 0, "{line:?}");
            prop_assert!(line.most.is_none_or(|most| most >= line.least), "{line:?}");
            prop_assert!(line.most == Some(line.least) || !line.missing.is_empty(), "{line:?}");
        }
        prop_assert_eq!(found.least, found.lines.iter().map(|line| line.least).sum::<i64>());
        prop_assert!(found.most.is_none_or(|most| most >= found.least));
    }

    #[test]
    fn the_more_was_received_the_less_is_owed(facts in some_facts(true), more in 1i64..500_000, pack in 0usize..2) {
        prop_assume!(!facts.months.is_empty());
        let before = out(&facts, pack);
        let mut richer = facts;
        for month in &mut richer.months {
            month.received = month.received.map(|received| received + more);
        }
        let after = out(&richer, pack);
        // A line rounds by half a minor unit at most.
        let lines = i64::try_from(before.lines.len()).unwrap();
        prop_assert!(after.least <= before.least + lines && after.most.unwrap() <= before.most.unwrap() + lines);
    }

    #[test]
    fn to_know_more_never_widens_the_answer(vague in some_facts(false), exact in some_facts(true), pack in 0usize..2) {
        let before = out(&vague, pack);
        let after = out(&more_precise(&vague, &exact), pack);
        let lines = i64::try_from(before.lines.len() + after.lines.len()).unwrap();
        prop_assert!(after.least >= before.least - lines, "{} {}", after.least, before.least);
        if let Some(most) = before.most {
            prop_assert!(after.most.is_some_and(|after| after <= most + lines), "{:?} {most}", after.most);
        }
    }

    #[test]
    fn the_order_of_the_months_does_not_matter(facts in some_facts(false), turn in 0usize..8, pack in 0usize..2) {
        let mut turned = facts.clone();
        if !turned.months.is_empty() {
            let by = turn % turned.months.len();
            turned.months.rotate_left(by);
            turned.months.reverse();
        }
        prop_assert_eq!(out(&facts, pack), out(&turned, pack));
    }

    #[test]
    fn a_time_cut_between_two_months_gives_the_same_sum(facts in some_facts(true), cut in 1usize..8, pack in 0usize..2) {
        let goes_on = Facts { ending: Some(Ending::Open), ended: None, ..facts };
        let whole = out(&goes_on, pack);
        let at = cut.min(goes_on.months.len());
        let (first, second) = goes_on.months.split_at(at);
        let one = out(&Facts { months: first.to_vec(), ..goes_on.clone() }, pack);
        let two = out(&Facts { months: second.to_vec(), ..goes_on.clone() }, pack);
        prop_assert_eq!(one.least + two.least, whole.least);
        prop_assert_eq!(one.most.unwrap() + two.most.unwrap(), whole.most.unwrap());
    }

    #[test]
    fn a_month_cut_on_any_day_gives_the_same_sum(agreed in 0i64..900_000, day in 1u32..30, month in 0u32..40, pack in 0usize..2) {
        let first = NaiveDate::from_ymd_opt(2023, 6, 1).unwrap() + Months::new(month);
        let month = Month { month: first.format("%Y-%m").to_string(), agreed: Some(agreed), received: Some(0), overtime: Some(0), rest: Some(0) };
        let last = first + Months::new(1) - chrono::TimeDelta::days(1);
        let cut = (first + chrono::TimeDelta::days(i64::from(day))).min(last);
        let of = |began: NaiveDate, ended: NaiveDate| {
            let facts = Facts {
                regime: Some("general".to_owned()), nationality: Some(Nationality::Others), began: Some(began),
                ended: Some(ended), ending: Some(Ending::TermEnded), months: vec![month.clone()],
                leave_days: Some(0), insured: Some(true), ..Facts::default()
            };
            let found = out(&facts, pack);
            found.of_kind(Due::Wages).least + found.of_kind(Due::Minimum).least
        };
        let (one, two, whole) = (of(first, cut - chrono::TimeDelta::days(1)), of(cut, last), of(first, last));
        // Four lines instead of two, each rounded once.
        prop_assert!((one + two - whole).abs() <= 3, "{one} + {two} is not {whole}");
    }
}

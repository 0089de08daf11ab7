//! Sums that were worked out by hand: the table of the project for Jordan, and a second country with other rules.

use chrono::NaiveDate;
use haqqi_pack::Pack;
use haqqi_wages::{
    Assumed, Due, Ending, Facts, Fault, Known, Missing, Month, Nationality, employer_fine, most_of_advance,
    work_out,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-26")
}

fn jordan() -> Pack {
    Pack::embedded("jordan").unwrap()
}

fn month(month: &str, agreed: i64, received: i64) -> Month {
    Month {
        month: month.to_owned(),
        agreed: Some(agreed),
        received: Some(received),
        overtime: Some(0),
        rest: Some(0),
    }
}

/// Work under the general rules that goes on, with every other fact known.
fn facts() -> Facts {
    Facts {
        regime: Some("general".to_owned()),
        nationality: Some(Nationality::Others),
        began: Some(day("2021-01-01")),
        ending: Some(Ending::Open),
        ..Facts::default()
    }
}

fn ended(began: &str, ended: &str, ending: Ending) -> Facts {
    Facts {
        began: Some(day(began)),
        ended: Some(day(ended)),
        ending: Some(ending),
        last_pay: Some(290_000),
        leave_days: Some(0),
        notice_days: Some(0),
        insured: Some(true),
        unfair: Some(false),
        ..facts()
    }
}

#[track_caller]
fn owes(pack: &Pack, facts: &Facts, due: Due, amount: i64) {
    let found = work_out(pack, facts, today()).unwrap();
    assert_eq!(found.of_kind(due), Known::exactly(amount), "{due:?} {found:#?}");
}

#[test]
fn overtime_and_rest_days_on_290_dinars() {
    let mut worked = month("2025-03", 290_000, 290_000);
    worked.overtime = Some(40 * 60);
    worked.rest = Some(8 * 60);
    let facts = Facts { months: vec![worked], ..facts() };
    owes(&jordan(), &facts, Due::Overtime, 60_417);
    owes(&jordan(), &facts, Due::RestDayWork, 14_500);
    owes(&jordan(), &facts, Due::Wages, 0);
}

#[test]
fn what_was_paid_beyond_the_base_pays_for_the_longer_hours() {
    let mut worked = month("2025-03", 290_000, 310_000);
    worked.overtime = Some(40 * 60);
    owes(&jordan(), &Facts { months: vec![worked], ..facts() }, Due::Overtime, 40_417);
}

#[test]
fn ten_months_below_the_minimum_of_2025() {
    let months = (1..=10).map(|m| month(&format!("2025-{m:02}"), 230_000, 230_000)).collect();
    owes(&jordan(), &Facts { months, ..facts() }, Due::Minimum, 600_000);
}

#[test]
fn the_minimum_of_each_date_and_nation() {
    let of = |nationality, when: &str| {
        let months = vec![month(when, 200_000, 200_000)];
        Facts { nationality: Some(nationality), months, ..facts() }
    };
    owes(&jordan(), &of(Nationality::Nationals, "2024-12"), Due::Minimum, 60_000);
    owes(&jordan(), &of(Nationality::Others, "2024-12"), Due::Minimum, 30_000);
    owes(&jordan(), &of(Nationality::Others, "2025-01"), Due::Minimum, 90_000);
    owes(&jordan(), &of(Nationality::Nationals, "2025-01"), Due::Minimum, 90_000);
}

#[test]
fn a_month_in_which_the_minimum_changes_is_split_by_its_days() {
    let path = "../../packs/jordan";
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let mut files: std::collections::BTreeMap<String, String> =
        Pack::load(&dir).unwrap().sources().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    let rates = files.get_mut("rates.toml").unwrap();
    *rates = rates.replace("until = 2027-12-31\n", "until = 2025-06-10\n");
    rates.push_str("\n[[rate]]\ncode = \"minimum-wage\"\nvalue = 320000\nunit = \"minor-per-month\"\nregime = \"general\"\nfrom = 2025-06-11\n");
    let pack = Pack::from_files(files).unwrap();
    let facts = Facts { months: vec![month("2025-06", 230_000, 230_000)], ..facts() };
    // 290 for ten days of thirty, 320 for twenty.
    owes(&pack, &facts, Due::Minimum, 290_000 / 3 + 1 + 320_000 * 2 / 3 - 230_000);
}

#[test]
fn part_of_a_month_is_paid_by_its_days() {
    let facts =
        Facts { began: Some(day("2025-03-16")), months: vec![month("2025-03", 310_000, 0)], ..facts() };
    owes(&jordan(), &facts, Due::Wages, 160_000);
    owes(&jordan(), &facts, Due::Minimum, 0);
}

#[test]
fn leave_notice_service_and_dismissal_at_the_end() {
    let pack = jordan();
    let mut leave = ended("2023-11-01", "2026-10-31", Ending::Left);
    leave.leave_days = Some(14);
    owes(&pack, &leave, Due::Leave, 135_333);
    owes(&pack, &leave, Due::Notice, 0);
    for (began, compensation) in [("2023-11-01", 580_000), ("2020-11-01", 870_000)] {
        let mut dismissed = ended(began, "2026-10-31", Ending::Dismissed);
        dismissed.unfair = Some(true);
        owes(&pack, &dismissed, Due::Dismissal, compensation);
        owes(&pack, &dismissed, Due::Notice, 290_000);
    }
    let mut service = ended("2024-07-16", "2026-10-15", Ending::TermEnded);
    service.insured = Some(false);
    owes(&pack, &service, Due::ServicePay, 652_500);
    let mut warned = ended("2024-07-16", "2026-10-15", Ending::Dismissed);
    warned.notice_days = Some(12);
    owes(&pack, &warned, Due::Notice, 290_000 - 116_000);
}

#[test]
fn what_may_be_kept_back_and_what_a_breach_costs() {
    let pack = jordan();
    let found = work_out(&pack, &ended("2023-11-01", "2026-10-31", Ending::Left), today()).unwrap();
    let limits: Vec<(Due, i64)> = found.limits.iter().map(|limit| (limit.due, limit.amount)).collect();
    assert_eq!(limits, [(Due::KeptAdvance, 29_000), (Due::KeptFine, 29_000), (Due::KeptDamage, 48_333)]);
    assert_eq!(most_of_advance(290_000, 1000), Some(29_000));
    let penalty = pack.penalty("pen-53", today()).unwrap();
    assert_eq!(employer_fine(penalty, 12, false), Some((6_000_000, 12_000_000)));
    assert_eq!(employer_fine(penalty, 12, true), Some((12_000_000, 24_000_000)));
    assert_eq!(employer_fine(penalty, i64::MAX, true), None);
}

#[test]
fn no_statement_of_law_is_approved_in_jordan_and_all_are_in_the_second_country() {
    let mut worked = month("2025-03", 100_000, 0);
    worked.overtime = Some(60);
    let found = work_out(&jordan(), &Facts { months: vec![worked.clone()], ..facts() }, today()).unwrap();
    assert!(!found.lines.is_empty() && found.lines.iter().all(|line| !line.approved), "{found:#?}");
    let found =
        work_out(&Pack::embedded("example").unwrap(), &Facts { months: vec![worked], ..facts() }, today());
    assert!(found.unwrap().approved());
}

#[test]
fn a_second_country_has_its_own_rules() {
    let pack = Pack::embedded("example").unwrap();
    let mut worked = month("2026-03", 92_000, 92_000);
    worked.overtime = Some(15 * 60);
    worked.rest = Some(15 * 60);
    let mut facts = Facts { months: vec![worked], ..facts() };
    // 920.00 ÷ 26 ÷ 7.5 h × 15 h × 150 %, and × 200 %.
    owes(&pack, &facts, Due::Overtime, 10_615);
    owes(&pack, &facts, Due::RestDayWork, 14_154);
    facts.regime = Some("dock".to_owned());
    owes(&pack, &facts, Due::Minimum, 6_000);
    let mut end = ended("2024-11-01", "2026-10-31", Ending::Dismissed);
    end.last_pay = Some(104_000);
    end.unfair = Some(true);
    // Six weeks of notice; three quarters of a month's pay for each of two years.
    owes(&pack, &end, Due::Notice, 168_000);
    owes(&pack, &end, Due::Dismissal, 156_000);
    owes(&pack, &end, Due::ServicePay, 0);
}

#[test]
fn a_home_has_no_minimum_wage_and_its_contract_counts() {
    let facts = Facts {
        regime: Some("domestic".to_owned()),
        months: vec![month("2026-03", 150_000, 50_000)],
        ..facts()
    };
    let found = work_out(&jordan(), &facts, today()).unwrap();
    assert_eq!((found.least, found.most), (100_000, Some(100_000)));
}

#[test]
fn what_is_not_known_makes_an_interval_and_is_named() {
    let pack = jordan();
    let mut unknown = month("2024-05", 240_000, 0);
    unknown.received = None;
    let facts = Facts { nationality: None, months: vec![unknown], ..facts() };
    let found = work_out(&pack, &facts, today()).unwrap();
    assert_eq!((found.least, found.most), (0, Some(260_000)));
    let named: Vec<Missing> = found.lines.iter().flat_map(|line| line.missing.clone()).collect();
    assert_eq!(named, [Missing::Received, Missing::Nationality, Missing::Received]);
    let nothing =
        Facts { months: vec![Month { month: "2026-03".to_owned(), ..Month::default() }], ..Facts::default() };
    let found = work_out(&pack, &nothing, today()).unwrap();
    assert_eq!((found.least, found.most), (0, None));
    // Before the pack's first figure nobody can say what was owed by law.
    let old = Facts { began: None, months: vec![month("2020-05", 200_000, 200_000)], ..self::facts() };
    let found = work_out(&pack, &old, today()).unwrap();
    assert_eq!((found.least, found.most), (0, None));
    assert!(found.lines.iter().any(|line| line.missing.contains(&Missing::Rule)));
    assert!(found.lines.iter().any(|line| line.assumed.contains(&Assumed::WholeMonth)));
}

#[test]
fn what_cannot_be_is_refused_by_field() {
    let pack = jordan();
    let faults = |facts: &Facts| -> Vec<(String, Fault)> {
        let found = work_out(&pack, facts, today()).unwrap_err();
        found.into_iter().map(|fault| (fault.field, fault.fault)).collect()
    };
    let one = |field: &str, fault: Fault| vec![(field.to_owned(), fault)];
    let with = |months: Vec<Month>| Facts { months, ..facts() };
    assert_eq!(faults(&Facts { regime: Some("moon".to_owned()), ..facts() }), one("regime", Fault::Regime));
    assert_eq!(faults(&Facts { began: Some(day("2027-01-01")), ..facts() }), one("began", Fault::Date));
    assert_eq!(faults(&ended("2026-05-02", "2026-05-01", Ending::Left)), one("ended", Fault::Order));
    assert_eq!(faults(&Facts { ended: Some(day("2026-05-01")), ..facts() }), one("ended", Fault::Order));
    assert_eq!(faults(&with(vec![month("2026-13", 1, 1)])), one("months.0.month", Fault::Month));
    assert_eq!(faults(&with(vec![month("2026-12", 1, 1)])), one("months.0.month", Fault::Outside));
    let twice = vec![month("2026-05", 1, 1), month("2026-05", 1, 1)];
    assert_eq!(faults(&with(twice)), one("months.1.month", Fault::Twice));
    assert_eq!(faults(&with(vec![month("2026-05", -1, 1)])), one("months.0.agreed", Fault::Amount));
    assert_eq!(faults(&with(vec![month("2026-05", 1, i64::MAX)])), one("months.0.received", Fault::Amount));
    let mut long = month("2026-02", 1, 1);
    long.overtime = Some(28 * 24 * 60 + 1);
    assert_eq!(faults(&with(vec![long])), one("months.0.overtime", Fault::Hours));
    assert_eq!(faults(&Facts { leave_days: Some(-1), ..facts() }), one("leave_days", Fault::Days));
    assert_eq!(faults(&with(vec![month("2026-05", 1, 1); 61])), one("months", Fault::TooMany));
}

#[test]
fn the_largest_facts_are_counted_or_refused_and_never_wrong() {
    let pack = jordan();
    let months = (1..=10)
        .map(|m| Month {
            overtime: Some(40_000),
            rest: Some(40_000),
            ..month(&format!("2025-{m:02}"), 1_000_000_000_000, 0)
        })
        .collect();
    let facts = Facts { began: Some(day("1970-01-01")), months, ..facts() };
    let found = work_out(&pack, &facts, today()).unwrap();
    assert_eq!(found.of_kind(Due::Wages), Known::exactly(10_000_000_000_000));
}

#[test]
fn a_calculation_reads_back_as_it_was_kept() {
    let facts = Facts {
        months: vec![month("2025-03", 230_000, 230_000)],
        ..ended("2023-11-01", "2026-10-31", Ending::Dismissed)
    };
    let found = work_out(&jordan(), &facts, today()).unwrap();
    let kept = serde_json::to_string(&(&facts, &found)).unwrap();
    assert_eq!(serde_json::from_str::<(Facts, haqqi_wages::Calculation)>(&kept).unwrap(), (facts, found));
}

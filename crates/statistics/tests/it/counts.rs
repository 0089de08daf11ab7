//! One history, counted for different readers.

use chrono::TimeDelta;
use haqqi_kernel::{Event, Role, SubjectKind};
use haqqi_statistics::{Ask, FiguresError, figures};
use haqqi_testing::{houses, start};
use uuid::Uuid;

use crate::told::{ask, closed, groups, happened, of, received, site, staff};

fn case(n: u128) -> Uuid {
    Uuid::from_u128(1000 + n)
}

#[tokio::test]
async fn each_step_is_counted_by_its_definition() {
    for test in houses().await {
        let (house, site) = (&test.house, site(&test.house));
        let at = start() - TimeDelta::days(3);
        let hour = TimeDelta::hours(1);
        for n in 0..3 {
            let kind = if n == 0 { "wages-unpaid" } else { "wages-late" };
            happened(house, received(case(n), at, "amman-1", kind)).await;
        }
        // Too early for the period.
        happened(house, received(case(9), start() - TimeDelta::days(40), "amman-1", "wages-late")).await;
        let acknowledged = |n, in_time: &str| {
            Event::new(SubjectKind::Complaint, case(n), "complaint.acknowledged")
                .at(at + hour)
                .office(Some("amman-1"))
                .dim("in_time", in_time)
                .dim("by", "officer")
        };
        happened(house, acknowledged(0, "yes")).await;
        happened(house, acknowledged(1, "no")).await;
        let recorded = |n: i64| {
            Event::new(SubjectKind::Visit, case(50), "visit.recorded")
                .at(at + hour)
                .office(Some("amman-1"))
                .dim("findings", n)
        };
        happened(house, recorded(4)).await;
        happened(house, recorded(3).at(at + hour * 2)).await;
        for message in 0..2 {
            let said = Event::new(SubjectKind::Complaint, case(0), "complaint.message-in")
                .at(at + hour * message)
                .office(Some("amman-1"));
            happened(house, said).await;
        }
        happened(house, closed(case(0), at + hour * 5, "amman-1", "settled_paid")).await;

        let reader = staff(Role::ComplaintsOfficer, Some("amman-1"));
        let found = ask(&site, &reader, &Ask::default()).await;
        let on = test.on;
        assert_eq!(of(&found, "received").total, Some(3), "{on}");
        assert_eq!(groups(&found, "received"), [("wages-late", Some(2)), ("wages-unpaid", Some(1))], "{on}");
        assert_eq!(groups(&found, "acknowledged"), [("no", Some(1)), ("yes", Some(1))], "{on}");
        assert_eq!(of(&found, "messages-in").total, Some(2), "{on}: steps count each time");
        assert_eq!(groups(&found, "closed"), [("settled_paid", Some(1))], "{on}");
        let cohort = &found.cohort;
        assert_eq!((cohort.received, cohort.open), (Some(3), Some(2)), "{on}");
        // A sum is a sum, a case is a case.
        let planner = staff(Role::Supervisor, Some("amman-1"));
        let own = Ask { office: "amman-1".to_owned(), ..Ask::default() };
        let found = ask(&site, &planner, &own).await;
        assert_eq!(of(&found, "findings").total, Some(7), "{on}");
        assert_eq!(of(&found, "visits-recorded").total, Some(1), "{on}");
    }
}

#[tokio::test]
async fn a_correction_replaces_what_it_corrects() {
    for test in houses().await {
        let (house, site) = (&test.house, site(&test.house));
        let at = start() - TimeDelta::days(1);
        let wrong = happened(house, received(case(0), at, "amman-1", "wages-late")).await;
        let better = received(case(0), at, "amman-1", "wages-unpaid").corrects(wrong);
        let better = happened(house, better).await;
        let reader = staff(Role::ComplaintsOfficer, Some("amman-1"));
        let found = ask(&site, &reader, &Ask::default()).await;
        assert_eq!(groups(&found, "received"), [("wages-unpaid", Some(1))], "{}", test.on);
        // Corrected once more, into another office: this reader counts nothing any more.
        happened(house, received(case(0), at, "irbid", "wages-unpaid").corrects(better)).await;
        let found = ask(&site, &reader, &Ask::default()).await;
        assert_eq!((of(&found, "received").total, found.cohort.received), (Some(0), Some(0)), "{}", test.on);
    }
}

#[tokio::test]
async fn a_reader_counts_within_the_own_reach_and_sees_nobody_singled_out() {
    for test in houses().await {
        let (house, site) = (&test.house, site(&test.house));
        let at = start() - TimeDelta::days(1);
        for n in 0..30 {
            let kind = if n == 0 { "sexual-harassment" } else { "wages-late" };
            happened(house, received(case(n), at, "amman-1", kind)).await;
        }
        happened(house, received(case(31), at, "irbid", "wages-late")).await;
        let officer = staff(Role::ComplaintsOfficer, Some("irbid"));
        let found = ask(&site, &officer, &Ask::default()).await;
        assert_eq!(of(&found, "received").total, Some(1), "{}: only the own office", test.on);
        let elsewhere = Ask { office: "amman-1".to_owned(), ..Ask::default() };
        let asked = elsewhere.understand(&site).unwrap();
        assert!(matches!(figures(&site, &officer, &asked).await, Err(FiguresError::NotFound)));

        // Who may not open complaints sees neither the one nor what would give it away.
        let analyst = staff(Role::Analyst, None);
        let found = ask(&site, &analyst, &Ask::default()).await;
        assert_eq!(of(&found, "received").total, Some(31));
        assert_eq!(groups(&found, "received"), [("wages-late", None), ("sexual-harassment", None)]);
        let irbid = Ask { office: "irbid".to_owned(), ..Ask::default() };
        let found = ask(&site, &analyst, &irbid).await;
        assert_eq!((of(&found, "received").total, found.cohort.received), (None, None));
        assert!(of(&found, "received").undivided && of(&found, "received").groups.is_empty());
        // The supervisor sees the own office whole, and the country as the analyst does.
        let supervisor = staff(Role::Supervisor, Some("amman-1"));
        let found = ask(&site, &supervisor, &elsewhere).await;
        assert_eq!(groups(&found, "received"), [("wages-late", Some(29)), ("sexual-harassment", Some(1))]);
        let found = ask(&site, &supervisor, &Ask::default()).await;
        assert_eq!(groups(&found, "received"), [("wages-late", None), ("sexual-harassment", None)]);
        // An inspector, an auditor and an administrator see no figures at all.
        for role in [Role::Inspector, Role::Auditor, Role::Administrator] {
            let asked = Ask::default().understand(&site).unwrap();
            let none = figures(&site, &staff(role, Some("irbid")), &asked).await;
            assert!(matches!(none, Err(FiguresError::NotFound)), "{role:?}");
        }
    }
}

#[tokio::test]
async fn what_cannot_be_counted_is_refused() {
    let test = haqqi_testing::sqlite().await;
    let site = site(&test.house);
    let wrong = |from: &str, to: &str, office: &str, period: &str| {
        let [from, to, office, period] = [from, to, office, period].map(str::to_owned);
        Ask { period, from, to, office }.understand(&site).unwrap_err()
    };
    assert!(matches!(wrong("yesterday", "2026-11-24", "", "days"), FiguresError::Day("from")));
    assert!(matches!(wrong("2026-11-24", "", "", ""), FiguresError::Day("to")));
    assert!(matches!(wrong("2026-11-24", "2026-11-23", "", "days"), FiguresError::Period(_)));
    assert!(matches!(wrong("", "", "nowhere", ""), FiguresError::Office));
    assert!(matches!(wrong("", "", "", "century"), FiguresError::Unknown));
}

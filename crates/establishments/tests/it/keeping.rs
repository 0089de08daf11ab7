//! Adding, naming, putting right, declaring.

use chrono::TimeDelta;
use haqqi_accounts::Directory;
use haqqi_establishments::{
    DeclareError, FieldProblem, KeepError, Kind, NewEstablishment, Tie, add_name, add_worksite, declare,
    declared_by, history, names_of, rename, summaries, summary_of,
};
use haqqi_kernel::{Actor, CommitError, Event, Role, SubjectKind};

use crate::desk::{added, company, desk, hired, person, seen};

#[tokio::test]
async fn a_company_is_added_once_and_read_back() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        let officer = person(Role::ComplaintsOfficer, "zarqa");
        let mut new = company("شركة النور للألبسة", "Al-Noor Garments Co", "JO-AZ");
        new.place = "Plot 12, second street".to_owned();
        new.registration = " 4711 ".to_owned();
        let first = added(&desk, &officer, &new).await.unwrap();
        let row = seen(&desk, &officer, first).await;
        assert_eq!(row.name.as_deref(), Some("شركة النور للألبسة"), "{}", test.on);
        assert_eq!(row.name_for("en"), Some("Al-Noor Garments Co"));
        assert_eq!(row.name_for("ar"), Some("شركة النور للألبسة"));
        assert_eq!(row.registration.as_deref(), Some("4711"));
        assert_eq!((row.regime.as_str(), row.office.as_deref()), ("garment", Some("zarqa")));
        assert_eq!(row.worksites.len(), 1);
        assert_eq!(row.worksites[0].place.as_deref(), Some("Plot 12, second street"));
        assert_eq!(summary_of(&desk.site.house, first.id).await.unwrap(), Some(row.clone()));
        assert_eq!(summaries(&desk.site.house, &[first.id]).await.unwrap().len(), 1);

        // The same under a name that sounds alike: shown first, added only by who is sure.
        let mut again = company("Annour Garments", "", "JO-AZ");
        match added(&desk, &officer, &again).await {
            Err(KeepError::Similar(there)) => assert_eq!(there[0].reference, first.reference),
            other => panic!("{}: {other:?}", test.on),
        }
        again.sure = true;
        let second = added(&desk, &officer, &again).await.unwrap();
        assert_ne!(first.reference, second.reference);
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        let officer = person(Role::ComplaintsOfficer, "zarqa");
        let refused = async |new: NewEstablishment| match added(&desk, &officer, &new).await {
            Err(KeepError::Field { field, problem }) => (field, problem),
            other => panic!("{}: {other:?}", test.on),
        };
        let base = NewEstablishment::named(Kind::Employer, "Noor");
        let named = |name: &str| NewEstablishment { name: name.to_owned(), ..base.clone() };
        assert_eq!(refused(named("  ")).await, ("name", FieldProblem::Empty));
        assert_eq!(refused(named("…!")).await, ("name", FieldProblem::Unreadable));
        assert_eq!(refused(named(&"n".repeat(201))).await, ("name", FieldProblem::TooLong));
        let sector = NewEstablishment { sector: Some("XX".to_owned()), ..base.clone() };
        assert_eq!(refused(sector).await, ("sector", FieldProblem::Unknown));
        let place = NewEstablishment { governorate: Some("nowhere".to_owned()), ..base.clone() };
        assert_eq!(refused(place).await, ("governorate", FieldProblem::Unknown));
        let home = NewEstablishment { regime: Some("domestic".to_owned()), ..base.clone() };
        assert_eq!(refused(home).await, ("regime", FieldProblem::Regime));

        let auditor = person(Role::Auditor, "zarqa");
        assert!(matches!(added(&desk, &auditor, &base).await, Err(KeepError::Denied)), "{}", test.on);
    }
}

#[tokio::test]
async fn names_and_worksites_are_kept_and_former_names_stay() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        let planner = person(Role::Planner, "zarqa");
        let one = added(&desk, &planner, &company("Rimal Textiles", "", "JO-AZ")).await.unwrap();
        let house = &desk.site.house;

        let summary = seen(&desk, &planner, one).await;
        let mut unit = house.unit(planner.clone());
        add_name(&desk, &mut unit, &summary, "رمال للنسيج").await.unwrap();
        unit.commit().await.unwrap();
        let summary = seen(&desk, &planner, one).await;
        assert_eq!(summary.other_name.as_deref(), Some("رمال للنسيج"), "{}", test.on);
        let mut unit = house.unit(planner.clone());
        assert!(matches!(
            add_name(&desk, &mut unit, &summary, "رمال  للنسيج").await,
            Err(KeepError::Field { problem: FieldProblem::Unchanged, .. })
        ));

        let mut unit = house.unit(planner.clone());
        rename(&desk, &mut unit, &summary, "Kuthban Textiles", "كثبان للنسيج").await.unwrap();
        unit.commit().await.unwrap();
        // Another had the page open since before: nothing of what they send is written.
        let mut unit = house.unit(planner.clone());
        add_worksite(&desk, &mut unit, &summary, "Hall 3", Some("JO-AZ")).await.unwrap();
        assert_eq!(unit.commit().await.unwrap_err(), CommitError::Stale, "{}", test.on);

        test.clock.advance(TimeDelta::hours(1));
        let summary = seen(&desk, &planner, one).await;
        let mut unit = house.unit(planner.clone());
        add_worksite(&desk, &mut unit, &summary, "Hall 3", Some("JO-IR")).await.unwrap();
        unit.commit().await.unwrap();
        let summary = seen(&desk, &planner, one).await;
        assert_eq!(summary.worksites.len(), 2);
        assert_eq!(summary.worksites[1].office.as_deref(), Some("irbid"));
        let names = names_of(&desk, &planner, &summary).await.unwrap();
        assert_eq!(names.len(), 4, "{}: {names:?}", test.on);
    }
}

#[tokio::test]
async fn history_tells_what_the_place_has_seen_and_nothing_of_how_it_came_to_be_known() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        let inspector = person(Role::Inspector, "zarqa");
        let one = added(&desk, &inspector, &company("Rimal Textiles", "", "JO-AZ")).await.unwrap();
        let mut unit = desk.site.house.unit(Actor::System);
        for what in ["establishment.visited", "complaint.received", "establishment.something-new"] {
            unit.event(Event::new(SubjectKind::Establishment, one.id, what));
        }
        unit.commit().await.unwrap();
        let shown = history(&desk, &inspector, one.id).await.unwrap();
        let shown: Vec<&str> = shown.iter().map(|entry| entry.what.as_str()).collect();
        assert_eq!(shown, ["establishment.visited"], "{}", test.on);
    }
}

#[tokio::test]
async fn who_knows_the_owner_says_so_once_and_it_is_their_own_matter() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        let inspector = hired(&desk, Role::Inspector, "zarqa").await;
        let one = added(&desk, &inspector, &company("Rimal Textiles", "", "JO-AZ")).await.unwrap();
        let summary = seen(&desk, &inspector, one).await;
        let mut unit = desk.site.house.unit(inspector.clone());
        declare(&desk, &mut unit, &summary, Tie::Kinship, "my uncle").await.unwrap();
        unit.commit().await.unwrap();
        let account = inspector.account().unwrap();
        let person_now = Directory::new(desk.site.house.clone()).person(account).await.unwrap().unwrap();
        assert_eq!(person_now.ties, [one.id], "{}", test.on);
        assert_eq!(declared_by(&desk, &inspector, &summary).await.unwrap().unwrap().tie, Tie::Kinship);
        let other = person(Role::Planner, "zarqa");
        assert_eq!(declared_by(&desk, &other, &summary).await.unwrap(), None, "{}", test.on);
        let mut unit = desk.site.house.unit(inspector.clone());
        let again = declare(&desk, &mut unit, &summary, Tie::Money, "").await;
        assert!(matches!(again, Err(DeclareError::Already)), "{}", test.on);
        assert!(history(&desk, &other, one.id).await.unwrap().is_empty(), "{}", test.on);
    }
}

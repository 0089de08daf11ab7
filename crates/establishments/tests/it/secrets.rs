//! Homes and persons: sealed, found by their own office, opened by an audited read.

use haqqi_establishments::{
    Kind, NameRole, NewEstablishment, Search, by_reference, names_of, open_for_visit, open_home, rename,
    search,
};
use haqqi_kernel::entity::audit_entry;
use haqqi_kernel::{Action, Actor, Role, judge};
use sea_orm::{ConnectionTrait, EntityTrait, Statement};

use crate::desk::{added, desk, person, seen};

fn home() -> NewEstablishment {
    NewEstablishment {
        governorate: Some("JO-AZ".to_owned()),
        place: "Third house behind the bakery".to_owned(),
        ..NewEstablishment::named(Kind::Household, "عائلة الزيتاوي")
    }
}

#[tokio::test]
async fn a_home_has_no_name_on_any_list_and_opens_with_its_audit() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        let house = &desk.site.house;
        let officer = person(Role::ComplaintsOfficer, "zarqa");
        let one = added(&desk, &officer, &home()).await.unwrap();
        let summary = seen(&desk, &officer, one).await;
        assert!(summary.is_home() && summary.name.is_none() && summary.name_for("ar").is_none());
        assert_eq!(summary.regime, "domestic", "a home is under a home's rules");
        assert!(summary.worksites[0].place.is_none());
        let names = names_of(&desk, &officer, &summary).await.unwrap();
        assert!(names.iter().all(|name| name.text.is_none()), "{}", test.on);

        let before = audit_entry::Entity::find().all(house.reader()).await.unwrap().len();
        let opened = open_home(&desk, &officer, one.reference, "casework").await.unwrap();
        assert_eq!(opened.names[0].text.as_deref(), Some("عائلة الزيتاوي"), "{}", test.on);
        assert_eq!(opened.worksites[0].place.as_deref(), Some("Third house behind the bakery"));
        let entries = audit_entry::Entity::find().all(house.reader()).await.unwrap();
        assert_eq!(entries.len(), before + 1, "{}", test.on);
        assert!(entries.iter().any(|entry| entry.reads_sealed && entry.action == "establishment.read"));

        let mut unit = house.unit(officer.clone());
        rename(&desk, &mut unit, &summary, "Zitawi family", "").await.unwrap();
        unit.commit().await.unwrap();
        let opened = open_home(&desk, &officer, one.reference, "casework").await.unwrap();
        let listed = opened.names.iter().find(|name| name.role == NameRole::Main).unwrap();
        assert_eq!(listed.text.as_deref(), Some("Zitawi family"), "{}", test.on);
        assert!(seen(&desk, &officer, one).await.name.is_none());
    }
}

#[tokio::test]
async fn only_its_own_office_finds_a_home_by_name_or_opens_it() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        let own = person(Role::ComplaintsOfficer, "zarqa");
        let one = added(&desk, &own, &home()).await.unwrap();
        let asked = |q: &str| Search { q: q.to_owned(), most: 10, ..Search::default() };
        let found = search(&desk, &own, &asked("zeitawi")).await.unwrap();
        assert_eq!(found.rows.len(), 1, "{}", test.on);
        assert_eq!(found.rows[0].why.code(), "sealed");
        for other in [
            person(Role::ComplaintsOfficer, "irbid"),
            person(Role::Inspector, "zarqa"),
            person(Role::Planner, "zarqa"),
        ] {
            assert!(search(&desk, &other, &asked("الزيتاوي")).await.unwrap().rows.is_empty(), "{}", test.on);
            assert!(open_home(&desk, &other, one.reference, "casework").await.is_err(), "{}", test.on);
            // That there is a home of this reference is no secret; whose it is, is.
            assert!(by_reference(&desk, &other, one.reference).await.unwrap().name.is_none());
        }
        // The inspector who is to go there is told where.
        let inspector = person(Role::Inspector, "zarqa");
        let scope = judge(&inspector, Action::ReadVisit).unwrap();
        assert!(open_for_visit(&desk, &inspector, &scope, one.id).await.is_ok(), "{}", test.on);
        let wrong = judge(&inspector, Action::ReadEstablishment).unwrap();
        assert!(open_for_visit(&desk, &inspector, &wrong, one.id).await.is_err(), "{}", test.on);
    }
}

#[tokio::test]
async fn nothing_of_a_sealed_name_stands_in_the_tables() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        added(&desk, &Actor::System, &home()).await.unwrap();
        let house = &desk.site.house;
        for (table, columns) in [
            ("establishment", "name, other_name, sort_name, registration"),
            ("establishment_name", "text, folded, skeleton"),
            ("worksite", "place"),
        ] {
            let parts: Vec<String> =
                columns.split(", ").map(|column| format!("COALESCE({column}, '')")).collect();
            let sql = format!("SELECT {} AS found FROM {table}", parts.join(" || "));
            let statement = Statement::from_string(house.db().backend(), sql);
            for row in house.reader().query_all_raw(statement).await.unwrap() {
                // What has no open name is only put behind all names.
                let found = row.try_get::<String>("", "found").unwrap();
                assert_eq!(found.trim_matches('\u{fffd}'), "", "{} {table}", test.on);
            }
        }
        let sql = "SELECT key AS found FROM establishment_key".to_owned();
        let statement = Statement::from_string(house.db().backend(), sql);
        let keys = house.reader().query_all_raw(statement).await.unwrap();
        assert!(!keys.is_empty());
        for row in keys {
            assert!(row.try_get::<String>("", "found").unwrap().starts_with('!'), "{}", test.on);
        }
    }
}

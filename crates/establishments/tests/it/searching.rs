//! Finding again.

use haqqi_establishments::{Found, Kind, NewEstablishment, Search, search};
use haqqi_kernel::Role;

use crate::desk::{added, company, desk, person};

fn asked(q: &str) -> Search {
    Search { q: q.to_owned(), most: 10, ..Search::default() }
}

fn names(found: &Found) -> Vec<&str> {
    found.rows.iter().filter_map(|row| row.summary.name.as_deref()).collect()
}

#[tokio::test]
async fn a_name_is_found_in_any_script_and_not_its_neighbour() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        let officer = person(Role::ComplaintsOfficer, "zarqa");
        for (name, other, place) in [
            ("شركة النور للألبسة", "Al-Noor Garments Co", "JO-AZ"),
            ("شركة النورس للنقل", "Al-Nawras Transport", "JO-AZ"),
            ("مؤسسة عبد الله للمقاولات", "Abdullah Contracting Est.", "JO-AM"),
            ("Shams Plastics Unit 2", "", "JO-IR"),
            ("Shams Plastics Unit 3", "", "JO-IR"),
        ] {
            let mut new = company(name, other, place);
            new.sure = true;
            added(&desk, &officer, &new).await.unwrap();
        }
        let first = async |q: &str| {
            let found = search(&desk, &officer, &asked(q)).await.unwrap();
            names(&found).first().map(|name| (*name).to_owned()).unwrap_or_default()
        };
        for q in ["Annour", "النور", "নূর গার্মেন্টস", "noor garment", "شركة النور", "Al Noor / النور للألبسة"]
        {
            assert_eq!(first(q).await, "شركة النور للألبسة", "{} {q}", test.on);
        }
        assert_eq!(first("عبدالله").await, "مؤسسة عبد الله للمقاولات", "{}", test.on);
        assert_eq!(first("شمس وحدة ٣").await, "Shams Plastics Unit 3", "{}", test.on);
        assert_eq!(first("Nawras").await, "شركة النورس للنقل", "{}", test.on);
        assert_eq!(first("Zzzyx").await, "", "{}", test.on);

        let elsewhere = Search { governorate: Some("JO-AM".to_owned()), ..asked("Noor") };
        assert!(search(&desk, &officer, &elsewhere).await.unwrap().rows.is_empty(), "{}", test.on);
    }
}

#[tokio::test]
async fn a_reference_or_a_number_leads_straight_there() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        let planner = person(Role::Planner, "zarqa");
        let mut new = company("Noor", "", "JO-AZ");
        new.registration = "4711".to_owned();
        let one = added(&desk, &planner, &new).await.unwrap();
        let typed = one.reference.to_string().to_lowercase().replace('-', " ");
        for q in ["4711", typed.as_str()] {
            let found = search(&desk, &planner, &asked(q)).await.unwrap();
            assert_eq!(found.rows.len(), 1, "{} {q}", test.on);
            assert_eq!(found.rows[0].why.code(), "number");
        }
    }
}

#[tokio::test]
async fn the_register_is_read_page_by_page_and_nothing_twice() {
    for test in haqqi_testing::houses().await {
        let desk = desk(&test);
        let planner = person(Role::Planner, "zarqa");
        for n in 0..25 {
            let mut new = company(&format!("Noor {n}"), "", "JO-AZ");
            new.sure = true;
            added(&desk, &planner, &new).await.unwrap();
        }
        added(&desk, &planner, &NewEstablishment::named(Kind::Household, "A family")).await.unwrap();
        for q in ["", "Noor"] {
            let mut all = Vec::new();
            let mut page = asked(q);
            loop {
                let found = search(&desk, &planner, &page).await.unwrap();
                all.extend(found.rows.iter().map(|row| row.summary.reference.to_string()));
                let Some(next) = found.next else { break };
                page.after = Some(next);
            }
            let several = all.len();
            all.sort();
            all.dedup();
            assert_eq!(several, all.len(), "{}", test.on);
            assert_eq!(several, if q.is_empty() { 26 } else { 25 }, "{}", test.on);
        }
        let of_sector = Search { sector: Some("A".to_owned()), ..asked("") };
        assert!(search(&desk, &planner, &of_sector).await.unwrap().rows.is_empty());
        assert!(search(&desk, &person(Role::Analyst, "zarqa"), &asked("")).await.is_err(), "{}", test.on);
    }
}

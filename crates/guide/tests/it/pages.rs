//! The pages as they are opened.

use axum::http::StatusCode;
use chrono::TimeDelta;

use crate::hall::{Hall, changed};

#[tokio::test]
async fn every_page_opens_in_every_language_and_may_be_kept() {
    for name in ["example", "jordan"] {
        let hall = Hall::of(name).await;
        let mut opened = 0;
        for language in hall.site.languages.worker() {
            let tag = language.tag();
            let list = hall.get(&format!("/{tag}/guide.json")).await;
            let addresses: Vec<String> = serde_json::from_str(&list.text).unwrap();
            assert!(addresses.contains(&format!("/{tag}/offices")), "{tag}");
            for address in addresses {
                let page = hall.get(&address).await;
                assert_eq!(page.status, StatusCode::OK, "{name} {address}");
                let kept = page.headers["cache-control"].to_str().unwrap();
                assert!(kept.starts_with("public"), "{address}: {kept}");
                assert!(!page.headers.contains_key("set-cookie"), "{address} belongs to nobody");
                assert!(page.text.contains("<h1>"), "{address}");
                assert!(!page.text.contains('{'), "{address} has its marks filled");
                opened += 1;
            }
        }
        let languages = hall.site.languages.worker().len();
        assert_eq!(languages, hall.site.pack.languages().len(), "{name} offers every language");
        assert_eq!(opened, languages * (hall.site.pack.topics().len() + 2), "{name}");
        assert_eq!(hall.get("/en/guide/no-such").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_figure_is_the_one_in_force_today() {
    let pack = changed("example", |files| {
        let rates = files.get_mut("rates.toml").unwrap();
        let old = "value = 92000\nunit = \"minor-per-month\"\nregime = \"general\"\narticle = \"wc-22\"\nfrom = 2015-01-01";
        assert!(rates.contains(old));
        *rates = rates.replace(old, &format!("{old}\nuntil = 2026-11-30"));
        rates.push_str(
            "\n[[rate]]\ncode = \"least-pay\"\nvalue = 95050\nunit = \"minor-per-month\"\nregime = \"general\"\narticle = \"wc-22\"\nfrom = 2026-12-01\nuntil = 2026-12-31\nverified = true\n",
        );
    });
    let hall = Hall::with(pack).await;
    let text = hall.get("/en/guide/pay").await.text;
    assert!(text.contains("920 talar") && text.contains("7 h 30 min") && text.contains("150 %"), "{text}");
    assert!(text.contains("Law 3 of 2014, article 22"), "{text}");
    assert!(text.contains("36 months"));
    // The same words on another day.
    hall.test.clock.advance(TimeDelta::days(10));
    assert!(hall.get("/en/guide/pay").await.text.contains("950.50 talar"));
    // A rule that ended leaves no figure behind.
    hall.test.clock.advance(TimeDelta::days(40));
    let text = hall.get("/en/guide/pay").await.text;
    assert!(!text.contains("talar") && text.contains("data-test=\"ask\""), "{text}");
    assert!(text.contains("150 %"), "what still holds is shown");
}

#[tokio::test]
async fn a_row_that_loses_its_approval_is_no_law_any_more_nor_can_it_be_found() {
    let hall = Hall::of("example").await;
    assert!(hall.get("/en/guide?q=nobody+may+keep").await.text.contains("data-test=\"found\""));
    let pack = changed("example", |files| {
        let law = files.get_mut("law.toml").unwrap();
        let at = law.find("code = \"fp-2\"").unwrap();
        let verified = at + law[at..].find("verified = true").unwrap();
        law.replace_range(verified..verified + "verified = true".len(), "verified = false");
    });
    let hall = Hall::with(pack).await;
    let text = hall.get("/en/guide/papers").await.text;
    assert!(!text.contains("Nobody may keep") && text.contains("data-test=\"ask\""));
    // “Ask by” stays: to be early needs no lawyer.
    assert!(text.contains("within 30 days"), "{text}");
    assert!(!hall.get("/en/guide?q=nobody+may+keep").await.text.contains("Nobody may keep"));
}

#[tokio::test]
async fn offices_tell_hours_ways_and_languages() {
    let hall = Hall::of("example").await;
    let text = hall.get("/en/offices").await.text;
    for told in
        ["0800 555 011", "follow the green lamps", "09:00 – 17:00", "Saturday", "বাংলা", "Day and night"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
    // Summer hours of this year are over.
    assert!(!text.contains("Summer"));
    let hall = Hall::of("jordan").await;
    let text = hall.get("/en/offices").await.text;
    assert!(text.contains("Ramadan") && text.contains("We do not have the address"), "{text}");
}

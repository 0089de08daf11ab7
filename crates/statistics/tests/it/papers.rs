//! The ministry's own publications, and figures that are withdrawn: what was public never vanishes without a word.

use chrono::{NaiveDate, TimeZone, Utc};
use haqqi_kernel::Role;
use haqqi_kernel::entity::audit_entry;
use haqqi_statistics::{
    LONGEST_PAPER, NewPublication, Period, PublishError, ReleaseError, Standing, Words, paper_of,
    publications, publish, release, released, withdraw_figures, withdraw_paper, withdrawn,
};
use haqqi_testing::houses;
use haqqi_web::Site;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::told::{happened, received, site, staff};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn words(site: &Site, text: &str) -> Words {
    site.pack.staff_languages().iter().map(|tag| (tag.clone(), format!("{text} ({tag})"))).collect()
}

fn pdf(mark: &str) -> Vec<u8> {
    format!("%PDF-1.4\n% {mark}\n%%EOF\n").into_bytes()
}

fn report(site: &Site, mark: &str) -> NewPublication {
    let papers = site.pack.staff_languages().iter().map(|tag| (tag.clone(), pdf(&format!("{mark} {tag}"))));
    NewPublication {
        titles: words(site, mark),
        dated: Some(day("2026-03-01")),
        papers: papers.collect(),
        replaces: None,
    }
}

#[tokio::test]
async fn a_report_is_published_replaced_and_withdrawn_and_each_is_told() {
    for test in houses().await {
        let (site, on) = (site(&test.house), test.on);
        let analyst = staff(Role::Analyst, None);
        for role in [Role::Supervisor, Role::Planner, Role::Auditor, Role::ComplaintsOfficer, Role::Inspector]
        {
            let refused = publish(&site, &staff(role, None), &report(&site, "no")).await;
            assert!(matches!(refused, Err(PublishError::NotFound)), "{on}: {role:?}");
        }
        let code = publish(&site, &analyst, &report(&site, "2025")).await.unwrap();
        let tag = site.pack.staff_languages()[0].clone();
        assert_eq!(paper_of(&site, &code, &tag).await.unwrap(), pdf(&format!("2025 {tag}")), "{on}");
        assert!(paper_of(&site, &code, "xx").await.is_err(), "{on}");
        assert!(paper_of(&site, "000000000000", &tag).await.is_err(), "{on}");

        // A newer one takes its place; the reason is read by everybody, in every language of the staff.
        let first = publications(&site).await.unwrap()[0].id;
        let newer = |reason: Words| NewPublication {
            replaces: Some((first, reason)),
            ..report(&site, "2025, corrected")
        };
        let mute = publish(&site, &analyst, &newer(Words::new())).await;
        assert!(matches!(mute, Err(PublishError::Field("reason"))), "{on}");
        let administrator = staff(Role::Administrator, None);
        let corrected =
            publish(&site, &administrator, &newer(words(&site, "A table was wrong"))).await.unwrap();
        let twice = publish(&site, &analyst, &newer(words(&site, "Once more, corrected again"))).await;
        assert!(matches!(twice, Err(PublishError::Ended)), "{on}: once");
        let all = publications(&site).await.unwrap();
        assert_eq!(all.len(), 2, "{on}");
        let before = all.iter().find(|one| one.id == first).unwrap();
        assert_eq!(before.standing, Standing::Replaced, "{on}");
        assert!(before.ended.as_ref().unwrap().1[0].1.starts_with("A table was wrong"), "{on}");
        assert!(paper_of(&site, &code, &tag).await.is_err(), "{on}: it is given out no more");

        let id = all.iter().find(|one| one.code == corrected).unwrap().id;
        let refused = withdraw_paper(&site, &staff(Role::Auditor, None), id, &words(&site, "x")).await;
        assert!(matches!(refused, Err(PublishError::NotFound)), "{on}");
        let mute = withdraw_paper(&site, &analyst, id, &words(&site, &"x".repeat(400))).await;
        assert!(matches!(mute, Err(PublishError::Field("reason"))), "{on}");
        withdraw_paper(&site, &analyst, id, &words(&site, "It named somebody")).await.unwrap();
        let again = withdraw_paper(&site, &analyst, id, &words(&site, "Once more, corrected again")).await;
        assert!(matches!(again, Err(PublishError::Ended)), "{on}");
        assert!(paper_of(&site, &corrected, &tag).await.is_err(), "{on}");
        assert_eq!(
            publications(&site).await.unwrap().len(),
            2,
            "{on}: the list still says that there were two"
        );
        let entries =
            audit_entry::Entity::find().filter(audit_entry::Column::Action.starts_with("publication."));
        assert_eq!(entries.count(test.house.reader()).await.unwrap(), 4, "{on}");
    }
}

#[tokio::test]
async fn what_is_no_publication_publishes_nothing() {
    for test in houses().await {
        let (site, on) = (site(&test.house), test.on);
        let analyst = staff(Role::Analyst, None);
        let good = || report(&site, "good");
        let papers = |bytes: Vec<u8>| vec![(site.pack.staff_languages()[0].clone(), bytes)];
        let cases = [
            ("no title", NewPublication { titles: Words::new(), ..good() }),
            ("one title", NewPublication { titles: words(&site, "x")[..1].to_vec(), ..good() }),
            ("no day", NewPublication { dated: None, ..good() }),
            ("tomorrow", NewPublication { dated: Some(day("2026-11-26")), ..good() }),
            ("long ago", NewPublication { dated: Some(day("1889-11-24")), ..good() }),
            ("no paper", NewPublication { papers: Vec::new(), ..good() }),
            ("a language of nobody", NewPublication { papers: vec![("xx".to_owned(), pdf("x"))], ..good() }),
            ("no PDF", NewPublication { papers: papers(b"<html>".to_vec()), ..good() }),
            (
                "half a PDF",
                NewPublication { papers: papers(b"%PDF-1.4 and then nothing".to_vec()), ..good() },
            ),
            ("too long", NewPublication { papers: papers(vec![b'a'; LONGEST_PAPER + 1]), ..good() }),
            ("of none", NewPublication { replaces: Some((Uuid::nil(), words(&site, "x"))), ..good() }),
        ];
        for (what, new) in cases {
            assert!(publish(&site, &analyst, &new).await.is_err(), "{on}: {what}");
        }
        assert!(publications(&site).await.unwrap().is_empty(), "{on}");
    }
}

#[tokio::test]
async fn figures_are_withdrawn_with_a_notice_and_only_the_same_months_come_again() {
    for test in houses().await {
        let (house, site, on) = (&test.house, site(&test.house), test.on);
        let october = Utc.with_ymd_and_hms(2026, 10, 12, 9, 0, 0).unwrap();
        for n in 0..30_u128 {
            happened(house, received(Uuid::from_u128(100 + n), october, "amman-1", "wages-unpaid")).await;
        }
        let analyst = staff(Role::Analyst, None);
        let months = |from: &str, to: &str| Period::new(day(from), day(to)).unwrap();
        let both = months("2026-09-01", "2026-10-31");
        release(&site, &analyst, both).await.unwrap();
        let why = words(&site, "Counted twice");
        for role in [Role::Supervisor, Role::Administrator, Role::Auditor] {
            let refused = withdraw_figures(&site, &staff(role, None), "2026-09-01", &why).await;
            assert!(matches!(refused, Err(PublishError::NotFound)), "{on}: {role:?}");
        }
        for none in [Words::new(), words(&site, ".")] {
            let mute = withdraw_figures(&site, &analyst, "2026-09-01", &none).await;
            assert!(matches!(mute, Err(PublishError::Field("reason"))), "{on}: {none:?}");
        }
        let none = withdraw_figures(&site, &analyst, "2026-10-01", &why).await;
        assert!(matches!(none, Err(PublishError::NotFound)), "{on}");
        withdraw_figures(&site, &analyst, "2026-09-01", &why).await.unwrap();
        assert!(released(&site).await.unwrap().is_empty(), "{on}: no number is shown");
        let notice = withdrawn(&site).await.unwrap();
        assert_eq!((notice.len(), notice[0].period), (1, both), "{on}");
        assert!(notice[0].reason[0].1.starts_with("Counted twice"), "{on}");

        // One month of it could be subtracted from the two that somebody has kept.
        for other in [
            months("2026-09-01", "2026-09-30"),
            months("2026-10-01", "2026-10-31"),
            months("2026-08-01", "2026-10-31"),
        ] {
            let refused = release(&site, &analyst, other).await;
            assert!(matches!(refused, Err(ReleaseError::Other(period)) if period == both), "{on}: {other:?}");
        }
        release(&site, &analyst, both).await.unwrap();
        assert_eq!(released(&site).await.unwrap().len(), 1, "{on}");
        // Wrong once more: both notices stay.
        test.clock.advance(chrono::TimeDelta::hours(1));
        withdraw_figures(&site, &analyst, "2026-09-01", &why).await.unwrap();
        assert_eq!(withdrawn(&site).await.unwrap().len(), 2, "{on}");
    }
}

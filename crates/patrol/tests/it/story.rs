//! From a pasted text to the periodical.

use chrono::TimeDelta;
use haqqi_establishments::{Kind, NewEstablishment, add as add_establishment};
use haqqi_kernel::entity::audit_entry;
use haqqi_kernel::{Actor, Role};
use haqqi_patrol::{
    AddError, DecideError, Decided, Decision, Filter, Level, LinkError, Period, ReadError, Verdict, Way,
    Wrong, add, adverts, decide, erase_adverts, forget_recruiters, link_recruiter, open, open_recruiter,
    recruiters, report, suggestions,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::world::{desk, paste, person, seen};

const MAIDS: &str = "Housemaids wanted! Golden Palm Recruitment. Processing fee of 150 JD before the interview, \
    send your passport by WhatsApp. Call 0790000011 today.";
const AGAIN: &str = "Housemaids wanted!! Golden Palm Recruitment. Processing fee of 150 JD before the interview, \
    send your passport by WhatsApp. Call 0790000011 today";
const ARABIC: &str =
    "مكتب النخلة الذهبية لاستقدام العاملات: رسوم التسجيل 100 دينار تدفع قبل المقابلة. هاتف ٠٧٩٠٠٠٠٠١١";
const HONEST: &str =
    "Garment factory hires operators, men and women. Written contract and weekly rest. Apply at the gate.";

#[tokio::test]
async fn an_advertisement_is_read_found_again_decided_on_and_reported() {
    for test in haqqi_testing::houses().await {
        let (desk, on) = (desk(&test), test.on);
        let inspector = person(Role::Inspector);
        let first = paste(&desk, &inspector, MAIDS, "Example Daily", "2026-11-10").await;
        assert!(first.new && first.seen, "{on}");

        // Opened, with the places in the words; the audit says that it was read.
        let opened = open(&desk, &inspector, first.reference).await.unwrap();
        assert_eq!(opened.row.level, Level::Strong, "{on}: {:?}", opened.row.indicators);
        assert!(opened.row.indicators.contains(&"fee-from-worker".to_owned()), "{on}");
        assert!(opened.row.indicators.contains(&"papers-taken".to_owned()), "{on}");
        let fee = opened.hits.iter().find(|hit| hit.indicator == "fee-from-worker").unwrap();
        assert!(opened.text[fee.start..fee.end].contains("rocessing fee"), "{on}: {fee:?}");
        let whole: String = opened.pieces().into_iter().map(|(words, _)| words).collect();
        assert_eq!(whole, MAIDS, "{on}");
        assert!(!opened.row.title.contains("0790000011"), "{on}: {}", opened.row.title);
        let read = audit_entry::Entity::find()
            .filter(audit_entry::Column::Action.eq("advert.read"))
            .filter(audit_entry::Column::ReadsSealed.eq(true));
        assert_eq!(read.count(test.house.reader()).await.unwrap(), 1, "{on}");

        // Nearly the same is a sighting; the same in the same place on the same day is nothing new.
        let again = paste(&desk, &inspector, AGAIN, "example.org", "2026-11-20").await;
        assert_eq!((again.reference, again.new, again.seen), (first.reference, false, true), "{on}");
        let known = paste(&desk, &inspector, AGAIN, "example.org", "2026-11-20").await;
        assert!(!known.new && !known.seen, "{on}");
        let row = open(&desk, &inspector, first.reference).await.unwrap().row;
        assert_eq!((row.sightings, row.places), (2, 2), "{on}");
        assert_eq!(row.first_seen.to_string(), "2026-11-10", "{on}");

        // The same number, however it is written, is the same recruiter.
        let other = paste(&desk, &inspector, ARABIC, "Example Daily", "2026-11-21").await;
        assert!(other.new, "{on}");
        let (all, more) = recruiters(&desk, &inspector, 0).await.unwrap();
        assert_eq!((all.len(), more), (1, false), "{on}: {all:?}");
        assert_eq!(all[0].name.as_deref(), Some("Golden Palm"), "{on}");
        assert!(!all[0].mask.contains("0790000011") && all[0].mask.ends_with("011"), "{on}");
        let recruiter = open_recruiter(&desk, &inspector, all[0].reference).await.unwrap();
        assert_eq!(recruiter.contacts, [("phone".to_owned(), "+962790000011".to_owned())], "{on}");
        assert_eq!((recruiter.adverts.len(), recruiter.row.sightings), (2, 3), "{on}");

        // A person decides, and says what of the indicators was there.
        let honest = paste(&desk, &inspector, HONEST, "Example Daily", "2026-11-21").await;
        let list =
            adverts(&desk, &inspector, &Filter { open: true, marked: true, ..Filter::default() }).await;
        assert_eq!(list.unwrap().rows.len(), 2, "{on}: the honest one asks nothing");
        let decided = |decision, note: &str, verdicts: &[(&str, Verdict)]| Decided {
            decision,
            note: note.to_owned(),
            verdicts: verdicts.iter().map(|(name, verdict)| ((*name).to_owned(), *verdict)).collect(),
        };
        let mute = decide(&desk, &inspector, first.reference, &decided(Decision::Inspection, " ", &[])).await;
        assert!(matches!(mute, Err(DecideError::Note)), "{on}");
        let wrong = decided(Decision::Watch, "", &[("child-wanted", Verdict::Right)]);
        let wrong = decide(&desk, &inspector, first.reference, &wrong).await;
        assert!(matches!(wrong, Err(DecideError::Indicator)), "{on}");
        let right = decided(
            Decision::Inspection,
            "The fee stands in the words.",
            &[("fee-from-worker", Verdict::Right), ("papers-taken", Verdict::Wrong)],
        );
        decide(&desk, &inspector, first.reference, &right).await.unwrap();
        decide(&desk, &inspector, other.reference, &decided(Decision::Watch, "", &[])).await.unwrap();
        let opened = open(&desk, &inspector, first.reference).await.unwrap();
        assert_eq!(opened.decisions[0].note.as_deref(), Some("The fee stands in the words."), "{on}");

        // What is watched is open again when it is seen again.
        paste(&desk, &inspector, ARABIC, "example.org", "2026-11-22").await;
        assert_eq!(open(&desk, &inspector, other.reference).await.unwrap().row.decision, None, "{on}");

        let month = Period::month("2026-11-24".parse().unwrap());
        let analyst = person(Role::Analyst);
        let figures = report(&desk, &analyst, month).await.unwrap();
        assert_eq!((figures.adverts, figures.new, figures.sightings, figures.open), (3, 3, 5, 1), "{on}");
        let fees = figures.indicators.iter().find(|one| one.code == "fee-from-worker").unwrap();
        assert_eq!((fees.adverts, fees.right, fees.wrong, fees.precision()), (2, 1, 0, None), "{on}");
        let made = |what| figures.decisions.iter().find(|(one, _)| *one == what).unwrap().1;
        assert_eq!((made(Decision::Inspection), made(Decision::Watch)), (1, 1), "{on}");
        assert_eq!(figures.recruiters[0].sightings, 4, "{on}");
        assert_eq!(figures.recruiters[0].name, "", "{on}: an analyst sees no name");
        let whole: u64 = figures.places.iter().map(|line| line.sightings).sum();
        assert_eq!(whole, figures.sightings, "{on}");
        let before = Period::month("2026-10-01".parse().unwrap());
        assert_eq!(report(&desk, &analyst, before).await.unwrap().adverts, 0, "{on}");
        let _ = honest;
    }
}

#[tokio::test]
async fn a_name_in_another_script_is_the_same_recruiter_and_two_that_meet_stay_two() {
    for test in haqqi_testing::houses().await {
        let (desk, on) = (desk(&test), test.on);
        let inspector = person(Role::Inspector);
        let latin = "Al Nakhla Recruitment looks for tailors, contract and weekly rest.";
        let arabic = "مكتب النخلة لاستقدام العمال: مطلوب خياط، عقد ويوم راحة";
        paste(&desk, &inspector, latin, "Group A", "2026-11-10").await;
        paste(&desk, &inspector, arabic, "Group A", "2026-11-10").await;
        let (all, _) = recruiters(&desk, &inspector, 0).await.unwrap();
        assert_eq!((all.len(), all[0].adverts), (1, 2), "{on}: {all:?}");

        paste(&desk, &inspector, "Cook wanted, call 0790000021", "Group A", "2026-11-10").await;
        paste(&desk, &inspector, "Driver wanted, call 0790000022", "Group A", "2026-11-10").await;
        let both = "Weavers wanted for a factory, call 0790000021 or 0790000022 or jobs@example.org";
        let both = paste(&desk, &inspector, both, "Group A", "2026-11-11").await;
        assert_eq!(recruiters(&desk, &inspector, 0).await.unwrap().0.len(), 3, "{on}: none is merged");
        let opened = open(&desk, &inspector, both.reference).await.unwrap();
        assert_eq!(opened.recruiters.len(), 2, "{on}");
        let one = open_recruiter(&desk, &inspector, opened.recruiters[0].reference).await.unwrap();
        assert_eq!(one.beside.len(), 1, "{on}: the other is shown beside");
    }
}

#[tokio::test]
async fn only_who_patrols_opens_anything() {
    for test in haqqi_testing::houses().await {
        let (desk, on) = (desk(&test), test.on);
        let supervisor = person(Role::Supervisor);
        let one = paste(&desk, &supervisor, MAIDS, "Example Daily", "2026-11-10").await;
        let (all, _) = recruiters(&desk, &supervisor, 0).await.unwrap();
        for role in [Role::Analyst, Role::Planner, Role::ComplaintsOfficer, Role::Administrator] {
            let other = person(role);
            let refused = open(&desk, &other, one.reference).await;
            assert!(matches!(refused, Err(ReadError::NotFound)), "{on}: {role:?}");
            let refused = open_recruiter(&desk, &other, all[0].reference).await;
            assert!(matches!(refused, Err(LinkError::NotFound)), "{on}: {role:?}");
            let refused = add(&desk, &other, Way::Paste, &seen(HONEST, "x", "2026-11-10")).await;
            assert!(matches!(refused, Err(AddError::NotFound)), "{on}: {role:?}");
            assert!(adverts(&desk, &other, &Filter::default()).await.unwrap().rows.is_empty(), "{on}");
        }
    }
}

#[tokio::test]
async fn a_person_links_a_recruiter_and_nobody_with_a_tie_hears_of_it() {
    for test in haqqi_testing::houses().await {
        let (desk, on) = (desk(&test), test.on);
        let supervisor = person(Role::Supervisor);
        let one = paste(&desk, &supervisor, MAIDS, "Example Daily", "2026-11-10").await;
        let (all, _) = recruiters(&desk, &supervisor, 0).await.unwrap();
        let recruiter = all[0].reference;
        let mut unit = desk.site.house.unit(supervisor.clone());
        let office = NewEstablishment::named(Kind::Agency, "Golden Palm");
        let office = add_establishment(&desk.establishments, &mut unit, &office).await.unwrap();
        unit.commit().await.unwrap();

        // It is suggested, and not linked by itself.
        let offered = suggestions(&desk, &supervisor, Some("Golden Palm")).await.unwrap();
        assert_eq!(offered[0].summary.reference, office.reference, "{on}");
        assert!(open_recruiter(&desk, &supervisor, recruiter).await.unwrap().establishment.is_none(), "{on}");
        let wrong = link_recruiter(&desk, &supervisor, recruiter, Some(one.reference)).await;
        assert!(matches!(wrong, Err(LinkError::Establishment)), "{on}");
        link_recruiter(&desk, &supervisor, recruiter, Some(office.reference)).await.unwrap();
        let linked = open_recruiter(&desk, &supervisor, recruiter).await.unwrap().establishment.unwrap();
        assert_eq!(linked.0.reference, office.reference, "{on}");

        // Whoever has a tie there meets neither the recruiter nor the advertisement, nor counts them.
        let Actor::Staff(mut tied) = person(Role::Inspector) else { panic!("staff") };
        tied.also.clear();
        let tied = Actor::Staff(tied).tied_to(vec![office.id]);
        assert!(matches!(open(&desk, &tied, one.reference).await, Err(ReadError::NotFound)), "{on}");
        assert!(recruiters(&desk, &tied, 0).await.unwrap().0.is_empty(), "{on}");
        let all = Filter::default();
        assert!(adverts(&desk, &tied, &all).await.unwrap().rows.is_empty(), "{on}");
        let month = Period::month("2026-11-24".parse().unwrap());
        assert_eq!(report(&desk, &tied, month).await.unwrap().adverts, 0, "{on}");

        link_recruiter(&desk, &supervisor, recruiter, None).await.unwrap();
        assert!(open(&desk, &tied, one.reference).await.is_ok(), "{on}");
    }
}

#[tokio::test]
async fn what_is_not_right_is_refused_by_field() {
    for test in haqqi_testing::houses().await {
        let (desk, on) = (desk(&test), test.on);
        let inspector = person(Role::Inspector);
        let refused = async |new| match add(&desk, &inspector, Way::Paste, &new).await {
            Err(AddError::Field(field, wrong)) => (field, wrong),
            other => panic!("{on}: {other:?}"),
        };
        let right = seen(HONEST, "x", "2026-11-10");
        let with = |change: &dyn Fn(&mut haqqi_patrol::NewAdvert)| {
            let mut new = right.clone();
            change(&mut new);
            new
        };
        assert_eq!(refused(with(&|new| new.text = " … ".to_owned())).await, ("text", Wrong::Empty));
        assert_eq!(refused(with(&|new| new.text = "x".repeat(20_001))).await, ("text", Wrong::Long));
        assert_eq!(refused(with(&|new| new.place = String::new())).await, ("place", Wrong::Empty));
        assert_eq!(
            refused(with(&|new| new.address = "ftp://x.y/".to_owned())).await,
            ("address", Wrong::Address)
        );
        let tomorrow = with(&|new| new.seen_on = "2026-11-26".parse().ok());
        assert_eq!(refused(tomorrow).await, ("seen_on", Wrong::Day));
        assert_eq!(
            refused(with(&|new| new.language = Some("xx".to_owned()))).await,
            ("language", Wrong::Unknown)
        );
        let hosted = with(&|new| {
            new.place = String::new();
            new.address = "https://www.jobs.example/ad?id=1".to_owned();
        });
        let added = add(&desk, &inspector, Way::Program, &hosted).await.unwrap();
        let opened = open(&desk, &inspector, added.reference).await.unwrap();
        assert_eq!(opened.sightings[0].place, "jobs.example", "{on}");
        assert_eq!(opened.sightings[0].address.as_deref(), Some("https://www.jobs.example/ad?id=1"), "{on}");
    }
}

#[tokio::test]
async fn words_and_numbers_go_by_the_schedule_and_the_counts_stay() {
    for test in haqqi_testing::houses().await {
        let (desk, on) = (desk(&test), test.on);
        let inspector = person(Role::Inspector);
        let honest = format!("{HONEST} Call 0790000099.");
        let clear = paste(&desk, &inspector, &honest, "Example Daily", "2026-11-10").await;
        let marked = paste(&desk, &inspector, MAIDS, "Example Daily", "2026-11-10").await;
        let gone = async |class: &str| {
            let mut unit = test.house.unit(Actor::System);
            let before = test.house.now() - TimeDelta::days(90);
            let ids = erase_adverts(&mut unit, class, before, 100).await.unwrap();
            unit.commit().await.unwrap();
            ids.len()
        };
        assert_eq!(gone("advert-clear").await, 0, "{on}: too young");
        test.clock.advance(TimeDelta::days(120));
        assert_eq!(gone("advert-clear").await, 1, "{on}");
        let mut unit = test.house.unit(Actor::System);
        assert_eq!(forget_recruiters(&mut unit, 100).await.unwrap().len(), 1, "{on}");
        unit.commit().await.unwrap();
        assert!(matches!(open(&desk, &inspector, clear.reference).await, Err(ReadError::NotFound)), "{on}");
        assert!(open(&desk, &inspector, marked.reference).await.is_ok(), "{on}");
        assert_eq!(recruiters(&desk, &inspector, 0).await.unwrap().0.len(), 1, "{on}");
        let month = Period::month("2026-11-24".parse().unwrap());
        let figures = report(&desk, &inspector, month).await.unwrap();
        assert_eq!((figures.adverts, figures.sightings), (2, 2), "{on}: what was counted is counted again");

        // The same words seen again are a new advertisement; a person who finds nothing in one lets it go too.
        let fresh = paste(&desk, &inspector, &honest, "Example Daily", "2027-03-20").await;
        assert!(fresh.new, "{on}");
        let nothing = Decided { decision: Decision::Nothing, note: String::new(), verdicts: Vec::new() };
        decide(&desk, &inspector, marked.reference, &nothing).await.unwrap();
        assert_eq!((gone("advert-marked").await, gone("advert-clear").await), (0, 1), "{on}");
    }
}

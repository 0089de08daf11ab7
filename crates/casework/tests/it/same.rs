//! The same story, several people: what is found and why, what an officer makes of it, and what nobody else learns.

use std::time::Duration;

use haqqi_casework::{
    Asked, CheckInAnswer, CheckInError, CloseError, How, KnownBy, NewAttempt, PairAnswer, PairError,
    PairState, Person, Private, SearchError, Tried, Workplace, beside, check_in, check_ins, decide_pair,
    link, look_alike, looked_into, note_attempt, note_employer_contact, search, suspected, workplace_visited,
};
use haqqi_complaints::{
    Channel, Confidentiality, Contact, FileComplaint, FileGroup, Filed, GroupWorker, LOOK_ALIKE, Summary,
    change_contact, enter, file_for_workers, forget_traces, summary, with_employer_told, with_phone,
    write_back,
};
use haqqi_establishments::{Kind, NewEstablishment};
use haqqi_kernel::{Action, Actor, Job, JobStore, Reference, Role, StaffActor, judge};
use haqqi_worklist::Urgency;
use sea_orm::{ConnectionTrait, Statement};

use crate::world::{OFFICE, PLACE, World};

pub const STORY: &str = "The manager of the garment hall keeps the passports of all of us in his office since March, and we \
    were not paid for April and May. We work fourteen hours and sleep eight in one room behind the hall.";

impl World {
    /// Does the jobs that look for what is alike.
    pub async fn look(&self) {
        let store = JobStore::new(self.desk.site.house.clone());
        loop {
            let claimed = store.claim(64, Duration::from_secs(60)).await.unwrap();
            if claimed.is_empty() {
                return;
            }
            for job in claimed {
                if job.kind == LOOK_ALIKE {
                    look_alike(&self.desk, &job).await.unwrap();
                }
                store.finish(&job, Ok(())).await.unwrap();
            }
        }
    }

    pub async fn told_as(&self, reference: Reference) -> Summary {
        let scope = judge(&Actor::System, Action::ReadComplaint).unwrap();
        summary(&self.desk, &scope, reference).await.unwrap()
    }
}

pub fn told(employer: &str, phone: &str, words: &str) -> FileComplaint {
    let mut command = World::command();
    command.narrative = words.to_owned();
    command.employer.name = employer.to_owned();
    if !phone.is_empty() {
        command.contact = Contact {
            channel: Channel::Phone,
            address: phone.to_owned(),
            hers_alone: true,
            ..Contact::default()
        };
    }
    command
}

async fn alike(world: &World, actor: &Actor, of: Reference) -> Vec<haqqi_casework::AlikeRow> {
    let scope = judge(actor, Action::ReadComplaint).unwrap();
    beside(&world.desk, &scope, &world.told_as(of).await).await.unwrap().rows
}

#[tokio::test]
async fn phone_name_in_another_script_and_words_are_found_with_reasons_and_only_within_the_scope() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let first = world.file(&told("Al-Amal Garments", "0790000001", STORY)).await;
        let script = world.file(&told("شركة الأمل للألبسة", "", "They shouted at me today in the yard.")).await;
        let phone = world.file(&told("", "+962 79 000 0001", "I write again, nobody called.")).await;
        let words =
            world.file(&told("", "", &STORY.replace("March", "spring").replace("eight", "nine"))).await;
        let nothing = world.file(&told("Petra Bakery", "0790000009", "My leave was refused.")).await;
        world.look().await;

        let officer = world.staff(Role::ComplaintsOfficer);
        let found = alike(&world, &officer, first.reference).await;
        let row = |of: &Filed| found.iter().find(|row| row.other.reference == of.reference);
        let (by_name, by_phone, by_words) =
            (row(&script).unwrap(), row(&phone).unwrap(), row(&words).unwrap());
        assert!(by_name.workplace.as_deref() == Some("named") && !by_name.phone, "{on}: {by_name:?}");
        assert!(by_phone.phone && by_phone.workplace.is_none() && by_phone.words == 0, "{on}: {by_phone:?}");
        assert!(by_words.words > 700 && by_words.words < 1000, "{on}: {by_words:?}");
        assert!(row(&nothing).is_none() && found.len() == 3, "{on}");
        assert!(alike(&world, &officer, nothing.reference).await.is_empty(), "{on}");

        let lives = |place: &str| {
            let mut command = told("", "", "Water comes through the roof.");
            command.employer.place = place.to_owned();
            command
        };
        let hostel = world.file(&lives("the hostel, behind gate 4")).await;
        let room = world.file(&lives("The hostel behind Gate ٤")).await;
        world.file(&lives("the hostel behind gate 5")).await;
        world.look().await;
        let beside_room = alike(&world, &officer, room.reference).await;
        assert!(beside_room.len() == 1 && beside_room[0].other.reference == hostel.reference, "{on}");
        assert_eq!(beside_room[0].workplace.as_deref(), Some("place"), "{on}");

        // Exact numbers and names are found by whoever may see the complaint, and by nobody else.
        let scope = judge(&officer, Action::ReadComplaint).unwrap();
        assert_eq!(with_phone(desk, &scope, "00962790000001").await.unwrap().unwrap().len(), 2, "{on}");
        assert_eq!(with_phone(desk, &scope, "079000000").await.unwrap().unwrap_or_default().len(), 0, "{on}");
        assert!(with_phone(desk, &scope, "passport").await.unwrap().is_none(), "{on}");
        assert_eq!(with_employer_told(desk, &scope, "الأمل").await.unwrap().len(), 2, "{on}");
        let elsewhere = Actor::Staff(StaffActor {
            id: uuid::Uuid::nil(),
            roles: vec![Role::ComplaintsOfficer],
            office: Some("aqaba".to_owned()),
            also: Vec::new(),
            on_duty: false,
        });
        let other_scope = judge(&elsewhere, Action::ReadComplaint).unwrap();
        assert!(with_phone(desk, &other_scope, "0790000001").await.unwrap().unwrap().is_empty(), "{on}");
        let shown = beside(desk, &other_scope, &world.told_as(first.reference).await).await.unwrap();
        assert!(shown.rows.is_empty() && shown.cluster.is_none(), "{on}: another office learns nothing");

        // A number that is safe no longer finds nothing any more; erased, nothing is left at all.
        let entered = enter(desk, phone.reference, &phone.code.clone().unwrap()).await.unwrap();
        let gone = Contact::default();
        change_contact(desk, &entered, &gone, Confidentiality::Confidential).await.unwrap();
        world.look().await;
        assert_eq!(with_phone(desk, &scope, "0790000001").await.unwrap().unwrap().len(), 1, "{on}");
        let mut unit = desk.site.house.unit(Actor::System);
        forget_traces(&mut unit, world.told_as(first.reference).await.id);
        unit.commit().await.unwrap();
        assert!(with_phone(desk, &scope, "0790000001").await.unwrap().unwrap().is_empty(), "{on}");
    }
}

#[tokio::test]
async fn later_words_are_looked_at_too_and_an_official_is_never_beside_others() {
    for world in World::all().await {
        let on = world.test.on;
        let first = world.file(&told("", "", STORY)).await;
        let second = world.file(&told("", "", "I have a question about my pay.")).await;
        let official = world.desk.site.pack.identity().official_kind.clone();
        let about = world.file(&FileComplaint { kind: Some(official), ..told("", "", STORY) }).await;
        world.look().await;
        let officer = world.staff(Role::ComplaintsOfficer);
        assert!(alike(&world, &officer, first.reference).await.is_empty(), "{on}");

        let entered = enter(&world.desk, second.reference, &second.code.clone().unwrap()).await.unwrap();
        write_back(&world.desk, &entered, STORY, None).await.unwrap();
        world.look().await;
        let found = alike(&world, &officer, first.reference).await;
        assert!(found.len() == 1 && found[0].words == 1000, "{on}: {found:?}");
        let all = judge(&Actor::System, Action::ReadComplaint).unwrap();
        let shown = beside(&world.desk, &all, &world.told_as(about.reference).await).await.unwrap();
        assert!(shown.rows.is_empty(), "{on}: {shown:?}");
    }
}

#[tokio::test]
async fn one_person_told_twice_keeps_both_codes_and_the_outcome_needs_the_one_that_goes_on() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        const PLAIN: &str = "We were not paid for the work of April.";
        let first = world.file(&told("Al-Amal Garments", "0790000001", PLAIN)).await;
        let second = world.file(&told("Al-Amal Garments", "0790000001", PLAIN)).await;
        world.look().await;
        let officer = world.officer_of(second.reference).await;
        let refused = world.close(&officer, second.reference, "duplicate").await;
        assert!(matches!(refused, Err(CloseError::NothingKept)), "{on}: {refused:?}");

        let same = PairAnswer::SamePerson { kept: first.reference, known_by: KnownBy::Codes };
        decide_pair(desk, &officer, second.reference, first.reference, same).await.unwrap();
        let refused = world.close(&officer, first.reference, "duplicate").await;
        assert!(matches!(refused, Err(CloseError::NothingKept)), "{on}: the kept one gives way to nothing");
        let third = world.file(&told("", "0790000001", "I ask again.")).await;
        world.look().await;
        let chained = PairAnswer::SamePerson { kept: second.reference, known_by: KnownBy::Met };
        let refused = decide_pair(desk, &officer, third.reference, second.reference, chained).await;
        assert!(matches!(refused, Err(PairError::Kept)), "{on}: {refused:?}");
        world.close(&officer, second.reference, "duplicate").await.unwrap();
        let supervisor = world.staff(Role::Supervisor);
        haqqi_casework::decide_settlement(desk, &supervisor, second.reference, true, "").await.unwrap();
        let after =
            decide_pair(desk, &officer, second.reference, first.reference, PairAnswer::Different).await;
        assert!(matches!(after, Err(PairError::Closed)), "{on}: {after:?}");

        // Both codes are good, and the one that goes on is untouched.
        for filed in [&first, &second] {
            enter(desk, filed.reference, &filed.code.clone().unwrap()).await.unwrap();
        }
        assert!(world.told_as(first.reference).await.closed_at.is_none(), "{on}");
        let rows = alike(&world, &officer, first.reference).await;
        let row = rows.iter().find(|row| row.other.reference == second.reference).unwrap();
        assert!(row.state == PairState::SamePerson && !row.kept, "{on}: {row:?}");
    }
}

#[tokio::test]
async fn several_of_one_workplace_raise_all_and_a_group_is_no_duplicate_of_itself() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let union = world.partner("union", "Union", "union").await;
        let named = |name: &str| GroupWorker { name: name.to_owned(), ..GroupWorker::default() };
        let group = FileGroup {
            told: told("Al-Amal Garments", "", STORY),
            workers: vec![named("A"), named("B")],
            group: None,
        };
        let filed = file_for_workers(desk, &union, &group, None).await.unwrap();
        world.look().await;
        let (a, b): (Reference, Reference) =
            (filed.receipts[0].reference.parse().unwrap(), filed.receipts[1].reference.parse().unwrap());
        let officer = world.staff(Role::ComplaintsOfficer);
        assert!(alike(&world, &officer, a).await.is_empty(), "{on}: a group is one story of several people");
        let same = PairAnswer::SamePerson { kept: a, known_by: KnownBy::Met };
        let refused = decide_pair(desk, &officer, b, a, same).await;
        assert!(matches!(refused, Err(PairError::Group)), "{on}: {refused:?}");
        assert!(
            world.work(&officer).await.iter().all(|row| row.cluster.is_none()),
            "{on}: two are no cluster"
        );

        // A third tells of it by herself: all three are raised, and none learns of another.
        let third = world.file(&told("شركة الأمل للألبسة", "", "We are not paid.")).await;
        world.look().await;
        let shown = world.work(&officer).await;
        let of = |reference: Reference| {
            shown.iter().filter(|row| row.reference == reference.to_string()).collect::<Vec<_>>()
        };
        for reference in [a, b, third.reference] {
            assert!(!of(reference).is_empty(), "{on}");
            assert!(of(reference).iter().all(|row| row.cluster == Some(3)), "{on}: {:?}", of(reference));
            let events = world.events(world.told_as(reference).await.id).await;
            assert_eq!(events.iter().filter(|e| e.what == "complaint.clustered").count(), 1, "{on}");
        }
        let sql = format!("SELECT urgency FROM work_item WHERE reference = '{}'", third.reference);
        let reader = desk.site.house.reader();
        let statement = Statement::from_string(reader.get_database_backend(), sql);
        let row = reader.query_one_raw(statement).await.unwrap().unwrap();
        assert_eq!(row.try_get::<i32>("", "urgency").unwrap(), Urgency::High.rank(), "{on}");
        let entered = enter(desk, third.reference, &third.code.clone().unwrap()).await.unwrap();
        let view = haqqi_complaints::worker_view(desk, &entered).await.unwrap();
        let view = format!("{view:?}");
        assert!(!view.contains(&a.to_string()) && !view.contains(&b.to_string()), "{on}: {view}");
    }
}

#[tokio::test]
async fn firms_that_share_a_first_word_or_an_industrial_estate_are_suggested_at_most_and_hasten_nothing() {
    for world in World::all().await {
        let on = world.test.on;
        // Whoever sees all offices: one of them names no governorate, and lies elsewhere.
        let officer = Actor::System;
        let at = |name: &str, place: &str, governorate: Option<&str>, words: &str| {
            let mut command = told(name, "", words);
            command.employer.place = place.to_owned();
            command.employer.governorate = governorate.map(str::to_owned);
            command
        };
        let here = Some(PLACE);
        let bakery = world.file(&at("Al Noor Bakery", "", here, "My leave was refused.")).await;
        let garments = world.file(&at("Al Noor for Garments", "", here, "They shout at us all day.")).await;
        let silver = world.file(&at("Al Noor Al Fiddi Sewing", "", here, "I was moved to nights.")).await;
        let somewhere = world.file(&at("Noor Garments", "", None, "The water is not clean.")).await;
        world.look().await;
        let found = alike(&world, &officer, garments.reference).await;
        assert_eq!(found.len(), 3, "{on}: {found:?}");
        assert!(found.iter().all(|row| row.workplace.as_deref() == Some("told")), "{on}: {found:?}");
        for one in [&bakery, &garments, &silver, &somewhere] {
            let summary = world.told_as(one.reference).await;
            assert_eq!(summary.cluster, None, "{on}: a name that many have hastens nobody");
        }

        // The same estate is told by people of two firms, and by one who names none.
        let estate = "Second street of the big industrial estate";
        let steel = world.file(&at("Jabal Steel", estate, here, "No gloves.")).await;
        let paint = world.file(&at("Wadi Paints", estate, here, "No masks.")).await;
        let nameless = world.file(&at("", estate, here, "No lamp on the stairs.")).await;
        world.look().await;
        let of_steel = alike(&world, &officer, steel.reference).await;
        let refs: Vec<Reference> = of_steel.iter().map(|row| row.other.reference).collect();
        assert_eq!(refs, [nameless.reference], "{on}: {of_steel:?}");
        assert!(!alike(&world, &officer, paint.reference).await.is_empty(), "{on}");

        // Three that tell the whole name in one governorate are one workplace's.
        for words in ["I was not paid for May.", "We sleep eight to a room."] {
            world.file(&at("شركة النور للألبسة", "", here, words)).await;
        }
        world.look().await;
        assert_eq!(world.told_as(garments.reference).await.cluster, Some(3), "{on}");
        assert_eq!(world.told_as(bakery.reference).await.cluster, None, "{on}");
        assert_eq!(world.told_as(somewhere.reference).await.cluster, None, "{on}");
    }
}

#[tokio::test]
async fn after_the_employer_was_contacted_she_is_asked_and_a_new_complaint_is_looked_into() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let house = &desk.site.house;
        let first = world.file(&told("Al-Amal Garments", "0790000001", STORY)).await;
        let before =
            note_employer_contact(desk, &world.staff(Role::ComplaintsOfficer), first.reference).await;
        assert!(matches!(before, Err(CheckInError::NotAcknowledged)), "{on}: {before:?}");
        let officer = world.officer_of(first.reference).await;
        let id = world.told_as(first.reference).await.id;
        note_employer_contact(desk, &officer, first.reference).await.unwrap();
        note_employer_contact(desk, &officer, first.reference).await.unwrap();
        let days = check_ins(house, id).await.unwrap();
        assert_eq!(days.len(), 3, "{on}: planned once");
        assert!(haqqi_worklist::owed(house, id).await.unwrap().iter().all(|o| !o.clock.contains("check-in")));

        let empty = check_in(desk, &officer, first.reference, days[0].id, CheckInAnswer::Well, " ").await;
        assert!(matches!(empty, Err(CheckInError::Empty)), "{on}: {empty:?}");
        let missed = CheckInAnswer::NotReached;
        check_in(desk, &officer, first.reference, days[0].id, missed, "No answer.").await.unwrap();
        let again = check_in(desk, &officer, first.reference, days[0].id, missed, "No answer.").await;
        assert!(matches!(again, Err(CheckInError::Nothing)), "{on}: {again:?}");
        assert!(!suspected(house, id).await.unwrap(), "{on}: silence is no answer, and no proof");
        let told_so = CheckInAnswer::Punished;
        check_in(desk, &officer, first.reference, days[1].id, told_so, "Moved to nights.").await.unwrap();
        assert!(suspected(house, id).await.unwrap(), "{on}");
        looked_into(desk, &officer, first.reference, true, "The shift was changed back.").await.unwrap();
        assert!(!suspected(house, id).await.unwrap(), "{on}");

        // A talk with him in the call log plans the same; a call that nobody took tells him nothing.
        let plain = FileComplaint { confidentiality: Confidentiality::Open, ..World::command() };
        let plain = world.file(&plain).await;
        let officer_of = world.officer_of(plain.reference).await;
        let of = world.told_as(plain.reference).await.id;
        let call =
            |result| NewAttempt { person: Person::Employer, ..World::attempt(result, Private::Unknown) };
        note_attempt(desk, &officer_of, plain.reference, &call(Tried::NoAnswer)).await.unwrap();
        assert!(check_ins(house, of).await.unwrap().is_empty(), "{on}");
        note_attempt(desk, &officer_of, plain.reference, &call(Tried::Spoke)).await.unwrap();
        assert_eq!(check_ins(house, of).await.unwrap().len(), 3, "{on}");

        // She says it herself: the short clock runs from receipt.
        let kinds = desk.site.pack.kinds();
        let kind = kinds.iter().find(|kind| kind.first_stage == "retaliation").unwrap().code.clone();
        let herself = world.file(&FileComplaint { kind: Some(kind), ..World::command() }).await;
        assert!(suspected(house, world.told_as(herself.reference).await.id).await.unwrap(), "{on}");

        // Another of the same workplace, after it: looked into within the short clock.
        world.test.clock.advance(chrono::TimeDelta::days(9));
        let after = world.file(&told("شركة الأمل للألبسة", "", "I was sent home after the visit.")).await;
        let elsewhere = world.file(&told("Petra Bakery", "", "My leave was refused.")).await;
        world.look().await;
        assert!(suspected(house, world.told_as(after.reference).await.id).await.unwrap(), "{on}");
        assert!(!suspected(house, world.told_as(elsewhere.reference).await.id).await.unwrap(), "{on}");
        let work = world.work(&officer).await;
        let seen: Vec<_> = work.iter().filter(|row| row.kind == "retaliation-seen").collect();
        let seen: Vec<_> = seen.iter().map(|row| row.reference.clone()).collect();
        assert!(seen.len() == 2 && seen.contains(&after.reference.to_string()), "{on}: {seen:?}");
    }
}

#[tokio::test]
async fn a_search_finds_what_the_searcher_may_see_never_her_words_and_is_written_down() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let first = world.file(&told("Al-Amal Garments", "0790000001", STORY)).await;
        world.test.clock.advance(chrono::TimeDelta::minutes(1));
        let bakery = world.file(&told("Petra Bakery", "", "My leave was refused, said Fatima.")).await;
        world.look().await;
        let officer = world.staff(Role::ComplaintsOfficer);
        let look = async |q: &str| {
            let asked = Asked { q: q.to_owned(), ..Asked::default() };
            let found = search(desk, &officer, &asked).await.unwrap();
            (found.how, found.complaints.iter().map(|row| row.reference).collect::<Vec<_>>())
        };
        assert_eq!(look(&first.reference.to_string()).await, (How::Reference, vec![first.reference]), "{on}");
        assert_eq!(look("٠٧٩ ٠٠٠ ٠٠٠١").await, (How::Phone, vec![first.reference]), "{on}");
        assert_eq!(look("079 000 000").await.1, [], "{on}: part of a number finds nothing");
        assert_eq!(look("شركة الأمل").await, (How::Employer, vec![first.reference]), "{on}");
        for words in ["passports", "Fatima", "leave was refused", "%", "'; DROP TABLE complaint; --"] {
            assert_eq!(look(words).await.1, [], "{on}: {words}");
        }
        let kind = Asked { state: Some("received".to_owned()), ..Asked::default() };
        let all = search(desk, &officer, &kind).await.unwrap().complaints;
        assert_eq!(
            all.iter().map(|row| row.reference).collect::<Vec<_>>(),
            [bakery.reference, first.reference]
        );
        assert_eq!(world.audited(officer.account().unwrap(), "search").await, 10, "{on}");

        // Another office finds nothing; who opens no work may not search; and nobody fishes all day.
        let elsewhere = Actor::Staff(StaffActor {
            id: uuid::Uuid::from_u128(7),
            roles: vec![Role::ComplaintsOfficer],
            office: Some("aqaba".to_owned()),
            also: Vec::new(),
            on_duty: false,
        });
        let asked = Asked { q: first.reference.to_string(), ..Asked::default() };
        let found = search(desk, &elsewhere, &asked).await.unwrap();
        assert!(found.complaints.is_empty() && found.work.is_empty(), "{on}");
        let denied = search(desk, &world.staff(Role::Administrator), &asked).await;
        assert!(matches!(denied, Err(SearchError::Denied)), "{on}");
        let long = Asked { q: "x".repeat(201), ..Asked::default() };
        assert!(matches!(search(desk, &elsewhere, &long).await, Err(SearchError::TooLong)), "{on}");
        for _ in 0..29 {
            search(desk, &elsewhere, &asked).await.unwrap();
        }
        assert!(matches!(search(desk, &elsewhere, &asked).await, Err(SearchError::TooMany)), "{on}");
    }
}

#[tokio::test]
async fn what_is_told_about_an_official_reaches_no_duty_officer_of_that_office() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let kind = desk.site.pack.identity().official_kind.clone();
        let mut danger = FileComplaint { kind: Some(kind.clone()), danger: true, ..World::command() };
        danger.employer.governorate = Some("JO-AQ".to_owned());
        let about = world.file(&danger).await;
        // Two offices are in this place: it may be either.
        let several = world.file(&FileComplaint { kind: Some(kind.clone()), ..World::command() }).await;
        let mut nowhere = FileComplaint { kind: Some(kind), ..World::command() };
        nowhere.employer.governorate = None;
        let nowhere = world.file(&nowhere).await;
        let usual = world.file(&World::command()).await;
        let of = |office: Option<&str>| {
            let id = desk.site.house.entropy().id(desk.site.house.now());
            let (roles, office) = (vec![Role::DutyOfficer], office.map(str::to_owned));
            Actor::Staff(StaffActor { id, roles, office, also: Vec::new(), on_duty: true })
        };
        for (actor, sees) in [
            (of(Some(OFFICE)), [true, false, false, true]),
            (of(Some("aqaba")), [false, false, false, true]),
            (of(None), [true; 4]),
        ] {
            let scope = judge(&actor, Action::ReadComplaint).unwrap();
            let work = world.work(&actor).await;
            let listed = haqqi_complaints::list(desk, &actor, None, 50).await.unwrap();
            for (filed, sees) in [&about, &several, &nowhere, &usual].into_iter().zip(sees) {
                let reference = filed.reference;
                assert_eq!(summary(desk, &scope, reference).await.is_ok(), sees, "{on}");
                assert_eq!(work.iter().any(|row| row.reference == reference.to_string()), sees, "{on}");
                assert_eq!(listed.iter().any(|row| row.reference == reference), sees, "{on}");
                let asked = Asked { q: reference.to_string(), ..Asked::default() };
                let found = search(desk, &actor, &asked).await.unwrap();
                assert_eq!(found.complaints.len() + found.work.len(), usize::from(sees), "{on}");
            }
            let flags = haqqi_screening::flags(&desk.screening, &actor, true, None, 50).await.unwrap();
            assert_eq!(flags.iter().any(|flag| flag.complaint_reference == about.reference), sees[0], "{on}");
            let sight = haqqi_worklist::Sight::of(&actor).unwrap();
            let now = desk.site.house.now();
            let open = haqqi_worklist::counts(&desk.site.house, &sight, now).await.unwrap().open;
            assert_eq!(open, u64::try_from(work.len()).unwrap(), "{on}");
        }
    }
}

#[tokio::test]
async fn a_visit_for_whatever_reason_has_everybody_asked_who_complained_there() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let house = &desk.site.house;
        let (filed, _) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        let mut place = NewEstablishment::named(Kind::Employer, "Al-Amal Garments");
        place.sector = Some("C".to_owned());
        place.governorate = Some(crate::world::PLACE.to_owned());
        link(desk, &officer, filed.reference, &Workplace::New(Box::new(place))).await.unwrap();
        let complaint = world.told_as(filed.reference).await;
        let mut unit = house.unit(Actor::System);
        let made = serde_json::json!({ "establishment": complaint.establishment.unwrap() });
        unit.job(Job::new(haqqi_inspections::VISITED, made));
        unit.commit().await.unwrap();
        let jobs = JobStore::new(house.clone());
        let claimed = jobs.claim(50, std::time::Duration::from_secs(60)).await.unwrap();
        let job = claimed.iter().find(|job| job.kind == haqqi_inspections::VISITED).unwrap();
        workplace_visited(desk, job).await.unwrap();
        workplace_visited(desk, job).await.unwrap();
        assert_eq!(check_ins(house, complaint.id).await.unwrap().len(), 3, "{on}: once");
        let contacted = world.events(complaint.id).await;
        let contacted = contacted.iter().filter(|event| event.what == "complaint.employer-contacted");
        assert_eq!(contacted.count(), 1, "{on}");
    }
}

//! A new complaint becomes a person's: by language, absence, tie and load; where there is nobody it is an alarm.

use chrono::TimeDelta;
use haqqi_accounts::{
    AbsenceError, Directory, NewAbsence, NewStaff, STANDS_IN, TIE_DECLARED, add_staff, declare_conflict,
    end_absence, note_absence,
};
use haqqi_casework::{Workplace, acknowledge, link, part_from, part_from_deputy, route, tidy_roster};
use haqqi_complaints::{Filed, ROUTE, list, open};
use haqqi_establishments::{DeclareError, Kind, NewEstablishment, end_tie};
use haqqi_kernel::{Actor, Claimed, Done, JobStore, Role};
use haqqi_worklist::{AddShift, Filter, ItemKind, Sight, add_shift, hand_to, notices, queue};
use uuid::Uuid;

use crate::world::{OFFICE, PLACE, World};

/// Somebody of the office.
pub async fn account(world: &World, sign_in: &str, role: Role, languages: &[&str]) -> (Uuid, Actor) {
    let house = &world.desk.site.house;
    let mut unit = house.unit(Actor::System);
    let new = NewStaff {
        sign_in: sign_in.to_owned(),
        name: sign_in.to_owned(),
        office: (role != Role::DutyOfficer).then(|| OFFICE.to_owned()),
        agency: None,
        roles: vec![role],
        languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
        sex: None,
        password: "a long first password".to_owned(),
    };
    let added = add_staff(&mut unit, &new).unwrap();
    unit.commit().await.unwrap();
    let person = Directory::new(house.clone()).person(added.id).await.unwrap().unwrap();
    (added.id, person.actor(role == Role::DutyOfficer))
}

/// Does the jobs that find people for complaints, and nothing else; what each came to.
async fn routes(world: &World) -> Vec<Done> {
    let store = JobStore::new(world.desk.site.house.clone());
    let mut done = Vec::new();
    let claimed: Vec<Claimed> = store.claim(100, std::time::Duration::from_secs(60)).await.unwrap();
    for job in claimed {
        let end = match job.kind.as_str() {
            ROUTE => route(&world.desk, &job).await,
            TIE_DECLARED => part_from(&world.desk, &job).await,
            STANDS_IN => part_from_deputy(&world.desk, &job).await,
            _ => Ok(()),
        };
        if job.kind == ROUTE {
            done.push(end.clone());
        }
        store.finish(&job, end).await.unwrap();
    }
    done
}

/// Who has to read it.
async fn reader(world: &World, filed: &Filed) -> Option<Uuid> {
    let all = world.work(&world.staff(Role::Supervisor)).await;
    let kind = ItemKind::ComplaintToRead.code();
    let reference = filed.reference.to_string();
    all.into_iter().find(|row| row.kind == kind && row.reference == reference).unwrap().assignee
}

async fn in_bengali(world: &World) -> Filed {
    let mut command = World::command();
    command.worker.language = Some("bn".to_owned());
    world.file(&command).await
}

#[tokio::test]
async fn a_new_complaint_goes_to_who_has_her_language_is_there_and_has_least_to_do() {
    for world in World::all().await {
        let (house, on) = (&world.desk.site.house, world.test.on);
        let (asma, her) = account(&world, "asma", Role::ComplaintsOfficer, &["ar"]).await;
        let (basim, him) = account(&world, "basim", Role::ComplaintsOfficer, &["ar", "bn"]).await;

        let first = in_bengali(&world).await;
        assert!(routes(&world).await.iter().all(Result::is_ok), "{on}");
        assert_eq!(reader(&world, &first).await, Some(basim), "{on}: her language");
        let second = world.file(&World::command()).await;
        routes(&world).await;
        assert_eq!(reader(&world, &second).await, Some(asma), "{on}: the least to do");

        // Basim goes on leave, and Asma stands in: what he has is hers to see, and nothing new comes to him.
        let now = house.now();
        let leave =
            NewAbsence { staff: basim, from: now, until: now + TimeDelta::days(7), deputy: Some(asma) };
        let stranger = world.staff(Role::ComplaintsOfficer);
        let refused = note_absence(house, &stranger, leave).await;
        assert!(matches!(refused, Err(AbsenceError::NotFound)), "{on}: {refused:?}");
        let himself = NewAbsence { deputy: Some(basim), ..leave };
        assert!(matches!(note_absence(house, &him, himself).await, Err(AbsenceError::Deputy)), "{on}");
        let absence = note_absence(house, &him, leave).await.unwrap();
        let third = in_bengali(&world).await;
        routes(&world).await;
        assert_eq!(reader(&world, &third).await, Some(asma), "{on}: who is away gets nothing");
        let away = Directory::new(house.clone()).stands_in_for(asma).await.unwrap();
        assert_eq!(away, [basim], "{on}");
        let own = Filter { mine: true, ..Filter::default() };
        let mine = async |away: Vec<Uuid>| {
            let sight = Sight::of(&her).unwrap().standing_in_for(away);
            let rows = queue(house, &sight, &own, None, 50).await.unwrap().rows;
            rows.into_iter().filter(|row| row.kind == ItemKind::ComplaintToRead.code()).count()
        };
        assert_eq!((mine(away).await, mine(Vec::new()).await), (3, 2), "{on}");

        // Back early, he is given work again.
        end_absence(house, &him, absence).await.unwrap();
        assert!(Directory::new(house.clone()).stands_in_for(asma).await.unwrap().is_empty(), "{on}");
        let fourth = in_bengali(&world).await;
        routes(&world).await;
        assert_eq!(reader(&world, &fourth).await, Some(basim), "{on}");

        // Read at night by the duty officer, it is Basim's in the morning.
        let (duty, at_night) = account(&world, "duty", Role::DutyOfficer, &["ar"]).await;
        let mut unit = house.unit(Actor::System);
        let shift = AddShift { staff: duty, office: None, from: now, to: now + TimeDelta::hours(12) };
        add_shift(&mut unit, shift).unwrap();
        unit.commit().await.unwrap();
        open(&world.desk, &at_night, fourth.reference, "test").await.unwrap();
        acknowledge(&world.desk, &at_night, fourth.reference, "ask-interpreter", "").await.unwrap();
        let next = world.work(&him).await;
        let next = next.iter().find(|row| row.reference == fourth.reference.to_string()).unwrap();
        assert_eq!(next.assignee, Some(basim), "{on}: {}", next.kind);
    }
}

#[tokio::test]
async fn where_nobody_is_there_it_is_an_alarm_until_somebody_is() {
    for world in World::all().await {
        let (house, on) = (&world.desk.site.house, world.test.on);
        let (_, supervisor) = account(&world, "boss", Role::Supervisor, &["ar"]).await;
        let filed = world.file(&World::command()).await;
        assert!(matches!(routes(&world).await.as_slice(), [Err(_)]), "{on}");
        let alarms = async || {
            let rows = world.work(&supervisor).await;
            rows.into_iter().filter(|row| row.kind == ItemKind::Unrouted.code()).collect::<Vec<_>>()
        };
        let alarm = alarms().await;
        assert_eq!(alarm.len(), 1, "{on}");
        assert_eq!(alarm[0].reference, filed.reference.to_string(), "{on}");
        let told = notices(house, &Sight::of(&supervisor).unwrap()).await.unwrap();
        assert_eq!((told.len(), told[0].kind.as_str(), told[0].urgent), (1, "alarm", true), "{on}");
        assert!(
            world.work(&world.staff(Role::ComplaintsOfficer)).await.iter().all(|row| row.kind != "unrouted")
        );

        // Tried again, it is told once.
        world.test.clock.advance(TimeDelta::hours(1));
        assert!(matches!(routes(&world).await.as_slice(), [Err(_)]), "{on}");
        assert_eq!(alarms().await.len(), 1, "{on}");
        let (officer, _) = account(&world, "new", Role::ComplaintsOfficer, &["ar"]).await;
        world.test.clock.advance(TimeDelta::hours(1));
        assert!(matches!(routes(&world).await.as_slice(), [Ok(())]), "{on}");
        assert!(alarms().await.is_empty(), "{on}");
        assert_eq!(reader(&world, &filed).await, Some(officer), "{on}");
    }
}

#[tokio::test]
async fn whoever_has_a_tie_to_the_workplace_keeps_nothing_of_it() {
    for world in World::all().await {
        let (house, on) = (&world.desk.site.house, world.test.on);
        let (asma, her) = account(&world, "asma", Role::ComplaintsOfficer, &["ar"]).await;
        let filed = world.file(&World::command()).await;
        routes(&world).await;
        open(&world.desk, &her, filed.reference, "test").await.unwrap();
        acknowledge(&world.desk, &her, filed.reference, "ask-interpreter", "").await.unwrap();
        let (basim, him) = account(&world, "basim", Role::ComplaintsOfficer, &["ar"]).await;

        // The workplace turns out to be one that she named as hers to keep away from.
        let new = NewEstablishment {
            sector: Some("C".to_owned()),
            governorate: Some(PLACE.to_owned()),
            ..NewEstablishment::named(Kind::Employer, "Red Sea Garments")
        };
        let linked = link(&world.desk, &him, filed.reference, &Workplace::New(Box::new(new))).await.unwrap();
        routes(&world).await;
        let step = async |actor: &Actor| {
            let rows = world.work(actor).await;
            rows.into_iter().find(|row| row.reference == filed.reference.to_string()).unwrap()
        };
        assert_eq!(step(&him).await.assignee, Some(asma), "{on}: no tie, it stays");
        let register = haqqi_establishments::EstablishmentDesk::new(world.desk.site.clone());
        let known = haqqi_establishments::by_reference(&register, &him, linked).await.unwrap();
        // One that she has not read yet is about it too.
        let second = world.file(&World::command()).await;
        link(&world.desk, &him, second.reference, &Workplace::Known(linked)).await.unwrap();
        routes(&world).await;
        let unread = open(&world.desk, &him, second.reference, "test").await.unwrap().summary.id;
        let mut unit = house.unit(Actor::System);
        hand_to(&mut unit, unread, ItemKind::ComplaintToRead, Some(asma));
        unit.commit().await.unwrap();
        let mut unit = house.unit(Actor::System);
        declare_conflict(&mut unit, asma, known.id);
        unit.commit().await.unwrap();
        // She opens nothing of it any more, by no way of the record; it stays in the queue, for others.
        let ties = Directory::new(house.clone()).person(asma).await.unwrap().unwrap().ties;
        let tied = her.clone().tied_to(ties);
        assert!(open(&world.desk, &tied, filed.reference, "test").await.is_err(), "{on}: her tie shuts it");
        let listed = list(&world.desk, &tied, None, 50).await.unwrap();
        assert!(listed.iter().all(|one| one.reference != filed.reference), "{on}: nor is it listed");
        assert!(acknowledge(&world.desk, &tied, filed.reference, "safety-call", "").await.is_err(), "{on}");
        routes(&world).await;
        assert_eq!(step(&him).await.assignee, Some(basim), "{on}");
        routes(&world).await;
        assert_eq!(
            reader(&world, &second).await,
            Some(basim),
            "{on}: nor does what nobody has read stay with her"
        );
        let kept = open(&world.desk, &him, filed.reference, "test").await.unwrap().summary.assignee;
        assert_eq!(kept, Some(basim), "{on}: the record too");

        // The tie was a mistake: she does not end it herself, her supervisor does, with a reason.
        let (_, boss) = account(&world, "boss", Role::Supervisor, &["ar"]).await;
        let end = async |actor: &Actor, why: &str| end_tie(&register, actor, &known, "asma", why).await;
        let why = "It was another company of the same name.";
        assert!(matches!(end(&her, why).await, Err(DeclareError::Denied)), "{on}");
        assert!(matches!(end(&boss, "so").await, Err(DeclareError::Words)), "{on}");
        end(&boss, why).await.unwrap();
        let ties = Directory::new(house.clone()).person(asma).await.unwrap().unwrap().ties;
        open(&world.desk, &her.tied_to(ties), filed.reference, "test").await.unwrap();
    }
}

#[tokio::test]
async fn what_a_deputy_has_a_tie_to_goes_to_another_and_the_rest_is_theirs_to_see() {
    for world in World::all().await {
        let (house, on) = (&world.desk.site.house, world.test.on);
        let (asma, her) = account(&world, "asma", Role::ComplaintsOfficer, &["ar"]).await;
        let (mut filed, mut linked) = (Vec::new(), None);
        for name in ["Red Sea Garments", "Green Hill Bakery", "Red Sea Garments"] {
            let one = world.file(&World::command()).await;
            routes(&world).await;
            open(&world.desk, &her, one.reference, "test").await.unwrap();
            acknowledge(&world.desk, &her, one.reference, "ask-interpreter", "").await.unwrap();
            let new = NewEstablishment {
                sector: Some("C".to_owned()),
                governorate: Some(PLACE.to_owned()),
                ..NewEstablishment::named(Kind::Employer, name)
            };
            let place = match linked.filter(|_| name.starts_with("Red")) {
                Some(known) => Workplace::Known(known),
                None => Workplace::New(Box::new(new)),
            };
            let known = link(&world.desk, &her, one.reference, &place).await.unwrap();
            linked = linked.or(Some(known));
            filed.push(one);
        }
        let (basim, him) = account(&world, "basim", Role::ComplaintsOfficer, &["ar"]).await;
        let (karim, third) = account(&world, "karim", Role::ComplaintsOfficer, &["ar"]).await;
        routes(&world).await;
        let register = haqqi_establishments::EstablishmentDesk::new(world.desk.site.clone());
        let place = haqqi_establishments::by_reference(&register, &him, linked.unwrap()).await.unwrap();
        let has = async |at: usize| {
            open(&world.desk, &third, filed[at].reference, "test").await.unwrap().summary.assignee
        };

        // Basim's cousin owns the one workplace. He stands in for Asma from tomorrow: she learns nothing of the cousin.
        let mut unit = house.unit(Actor::System);
        declare_conflict(&mut unit, basim, place.id);
        unit.commit().await.unwrap();
        routes(&world).await;
        let now = house.now();
        let leave = NewAbsence {
            staff: asma,
            from: now + TimeDelta::hours(20),
            until: now + TimeDelta::days(7),
            deputy: Some(basim),
        };
        note_absence(house, &her, leave).await.unwrap();
        routes(&world).await;
        assert_eq!((has(0).await, has(2).await), (Some(asma), Some(asma)), "{on}: she is there still");
        world.test.clock.advance(TimeDelta::hours(21));
        routes(&world).await;
        assert_eq!((has(0).await, has(2).await), (Some(karim), Some(karim)), "{on}: whom nothing ties");
        assert_eq!(has(1).await, Some(asma), "{on}: the bakery is nobody's cousin's");
        let sight =
            Sight::of(&Directory::new(house.clone()).person(basim).await.unwrap().unwrap().actor(false));
        let sight = sight.unwrap().standing_in_for(vec![asma]);
        let own = Filter { mine: true, ..Filter::default() };
        let seen: Vec<String> = queue(house, &sight, &own, None, 50)
            .await
            .unwrap()
            .rows
            .into_iter()
            .map(|row| row.reference)
            .collect();
        assert!(seen.contains(&filed[1].reference.to_string()), "{on}: {seen:?}");
        assert!(!seen.contains(&filed[0].reference.to_string()), "{on}: {seen:?}");
        // What is linked to that workplace only now goes the same way.
        link(&world.desk, &third, filed[1].reference, &Workplace::Known(linked.unwrap())).await.unwrap();
        routes(&world).await;
        assert_eq!(has(1).await, Some(karim), "{on}");
    }
}

#[tokio::test]
async fn who_will_not_be_there_is_no_duty_officer_of_that_night() {
    for world in World::all().await {
        let (house, on) = (&world.desk.site.house, world.test.on);
        let now = house.now();
        let hours = TimeDelta::hours;
        let mut on_roster = Vec::new();
        for (n, name) in ["there", "away", "shut"].into_iter().enumerate() {
            let (id, actor) = account(&world, name, Role::DutyOfficer, &["ar"]).await;
            let from = now + hours(24 * i64::try_from(n).unwrap());
            let mut unit = house.unit(Actor::System);
            add_shift(&mut unit, AddShift { staff: id, office: None, from, to: from + hours(12) }).unwrap();
            unit.commit().await.unwrap();
            on_roster.push((id, actor));
        }
        let left = async || {
            let all = haqqi_worklist::shifts(house, None, now, now + hours(240)).await.unwrap();
            all.into_iter().map(|shift| shift.staff).collect::<Vec<_>>()
        };
        assert_eq!(tidy_roster(house).await.unwrap(), 0, "{on}");
        let (away, himself) = &on_roster[1];
        let absence =
            NewAbsence { staff: *away, from: now + hours(30), until: now + hours(200), deputy: None };
        note_absence(house, himself, absence).await.unwrap();
        let admin = Actor::System;
        haqqi_accounts::shut_account(house, &admin, "shut").await.unwrap();
        assert_eq!(tidy_roster(house).await.unwrap(), 2, "{on}");
        assert_eq!(left().await, [on_roster[0].0], "{on}");
        assert_eq!(tidy_roster(house).await.unwrap(), 0, "{on}: once");
    }
}

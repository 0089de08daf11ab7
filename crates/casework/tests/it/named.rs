//! A complaint that names a workplace in words, before anybody linked it: who has a tie there does not read it, whatever
//! came first, the tie or the complaint. And work of which everybody has a tie is told, bare, to somebody.

use haqqi_accounts::{Directory, NewStaff, TIE_DECLARED, add_staff, declare_conflict};
use haqqi_casework::{
    Party, PlanSession, Workplace, link, look_alike, part_from, plan_session, route, seek_somebody, sessions,
    tell_staff,
};
use haqqi_complaints::{Confidentiality, Filed, LOOK_ALIKE, ROUTE, list, open};
use haqqi_establishments::{EstablishmentDesk, Kind, NewEstablishment, Summary, add, by_reference};
use haqqi_kernel::{Actor, Claimed, JobStore, Role};
use haqqi_worklist::{Filter, ItemKind, QueueRow, SEEK, Sight, TELL, notices, queue, tick};
use uuid::Uuid;

use crate::world::{OFFICE, PLACE, World};

async fn account(world: &World, sign_in: &str, role: Role, office: Option<&str>) -> Uuid {
    let mut unit = world.desk.site.house.unit(Actor::System);
    let new = NewStaff {
        sign_in: sign_in.to_owned(),
        name: sign_in.to_owned(),
        office: office.map(str::to_owned),
        agency: None,
        roles: vec![role],
        languages: vec!["ar".to_owned()],
        sex: None,
        password: "a long first password".to_owned(),
    };
    let added = add_staff(&mut unit, &new).unwrap();
    unit.commit().await.unwrap();
    added.id
}

/// The person as they stand now, with their ties.
async fn person(world: &World, id: Uuid) -> Actor {
    let directory = Directory::new(world.desk.site.house.clone());
    directory.person(id).await.unwrap().unwrap().actor(false)
}

async fn workplace(world: &World, name: &str) -> Summary {
    let register = EstablishmentDesk::new(world.desk.site.clone());
    let mut unit = world.desk.site.house.unit(Actor::System);
    let new = NewEstablishment {
        sector: Some("C".to_owned()),
        governorate: Some(PLACE.to_owned()),
        ..NewEstablishment::named(Kind::Employer, name)
    };
    let added = add(&register, &mut unit, &new).await.unwrap();
    unit.commit().await.unwrap();
    by_reference(&register, &Actor::System, added.reference).await.unwrap()
}

async fn tie(world: &World, who: Uuid, to: &Summary) {
    let mut unit = world.desk.site.house.unit(Actor::System);
    declare_conflict(&mut unit, who, to.id);
    unit.commit().await.unwrap();
    jobs(world).await;
}

/// Does what waits, as the worker does, until nothing new comes.
async fn jobs(world: &World) {
    let store = JobStore::new(world.desk.site.house.clone());
    loop {
        let claimed: Vec<Claimed> = store.claim(100, std::time::Duration::from_secs(60)).await.unwrap();
        if claimed.is_empty() {
            return;
        }
        for job in claimed {
            let end = match job.kind.as_str() {
                ROUTE => route(&world.desk, &job).await,
                LOOK_ALIKE => look_alike(&world.desk, &job).await,
                TIE_DECLARED => part_from(&world.desk, &job).await,
                SEEK => seek_somebody(&world.desk, &job).await,
                TELL => tell_staff(&world.desk, &job).await,
                _ => Ok(()),
            };
            store.finish(&job, end).await.unwrap();
        }
    }
}

async fn about(world: &World, employer: &str) -> Filed {
    let mut command = World::command();
    command.confidentiality = Confidentiality::Open;
    command.employer.name = employer.to_owned();
    let filed = world.file(&command).await;
    jobs(world).await;
    filed
}

async fn unrouted(world: &World, actor: &Actor) -> Vec<QueueRow> {
    let rows = world.work(actor).await;
    rows.into_iter().filter(|row| row.kind == ItemKind::Unrouted.code()).collect()
}

#[tokio::test]
async fn a_name_told_in_words_shuts_the_complaint_before_it_is_linked() {
    for world in World::all().await {
        let on = world.test.on;
        let asma = account(&world, "asma", Role::ComplaintsOfficer, Some(OFFICE)).await;
        let place = workplace(&world, "Red Sea Garments Company").await;
        let other = workplace(&world, "Petra Marble Works").await;

        // Told before she declared it, in the other script.
        let before = about(&world, "شركة ريد سي جارمنتس / Red Sea Garments").await;
        let elsewhere = about(&world, "Petra Marble").await;
        let her = person(&world, asma).await;
        open(&world.desk, &her, before.reference, "test").await.unwrap();
        tie(&world, asma, &place).await;
        let her = person(&world, asma).await;
        let shut = async |filed: &Filed| open(&world.desk, &her, filed.reference, "test").await.is_err();
        assert!(shut(&before).await, "{on}: told before the tie");
        assert!(!shut(&elsewhere).await, "{on}: of another workplace");

        // Told after it, it is shut from the first moment on: no job has to run.
        let mut command = World::command();
        command.employer.name = "RED SEA GARMENTS".to_owned();
        let after = world.file(&command).await;
        assert!(shut(&after).await, "{on}: told after the tie");
        jobs(&world).await;
        let rows = world.work(&person(&world, asma).await).await;
        assert!(
            rows.iter().all(|row| row.reference != after.reference.to_string()),
            "{on}: nor in her queue"
        );
        let listed = list(&world.desk, &her, None, 50).await.unwrap();
        assert!(listed.iter().all(|one| one.reference != before.reference), "{on}: nor in a list");
        let refused = link(&world.desk, &her, after.reference, &Workplace::Known(other.reference)).await;
        assert!(refused.is_err(), "{on}: nor does she link it to another");

        // A colleague says what it is of: that is what counts from then on.
        let basim = account(&world, "basim", Role::ComplaintsOfficer, Some(OFFICE)).await;
        let him = person(&world, basim).await;
        link(&world.desk, &him, after.reference, &Workplace::Known(other.reference)).await.unwrap();
        assert!(!shut(&after).await, "{on}: it was another");
        link(&world.desk, &him, before.reference, &Workplace::Known(place.reference)).await.unwrap();
        assert!(shut(&before).await, "{on}: it is this one");
    }
}

#[tokio::test]
async fn a_new_complaint_that_names_the_place_goes_to_somebody_without_a_tie() {
    for world in World::all().await {
        let on = world.test.on;
        let asma = account(&world, "asma", Role::ComplaintsOfficer, Some(OFFICE)).await;
        let place = workplace(&world, "Red Sea Garments Company").await;
        tie(&world, asma, &place).await;
        // She is the only one there: nobody gets it, and her supervisor, who has a tie too, is told that much alone.
        let boss = account(&world, "boss", Role::Supervisor, Some(OFFICE)).await;
        tie(&world, boss, &place).await;
        let filed = about(&world, "Red Sea Garments").await;
        let told = person(&world, boss).await;
        let alarms = unrouted(&world, &told).await;
        assert_eq!(alarms.len(), 1, "{on}");
        assert_eq!((alarms[0].label.as_deref(), alarms[0].language.as_deref()), (None, None), "{on}: bare");
        assert!(open(&world.desk, &told, filed.reference, "test").await.is_err(), "{on}");
    }
}

#[tokio::test]
async fn a_session_goes_to_another_mediator_and_where_there_is_none_it_is_an_alarm() {
    for world in World::all().await {
        let (house, on) = (&world.desk.site.house, world.test.on);
        account(&world, "asma", Role::ComplaintsOfficer, Some(OFFICE)).await;
        let majed = account(&world, "majed", Role::Mediator, Some(OFFICE)).await;
        let place = workplace(&world, "Red Sea Garments Company").await;
        let filed = about(&world, "Red Sea Garments").await;
        let officer = world.officer_of(filed.reference).await;
        let plan = PlanSession {
            at: house.now() + chrono::TimeDelta::days(3),
            mediator: majed,
            parties: vec![Party::Worker, Party::Employer],
        };
        plan_session(&world.desk, &officer, filed.reference, &plan).await.unwrap();
        let rula = account(&world, "rula", Role::Mediator, Some(OFFICE)).await;

        tie(&world, majed, &place).await;
        assert!(sessions(&world.desk, &person(&world, majed).await, filed.reference).await.is_err(), "{on}");
        let (_, hers) = sessions(&world.desk, &person(&world, rula).await, filed.reference).await.unwrap();
        assert_eq!(hers.len(), 1, "{on}: it is hers to hold");
        let has = |rows: Vec<QueueRow>| rows.iter().any(|row| row.kind == ItemKind::MediationToHold.code());
        assert!(has(world.work(&person(&world, rula).await).await), "{on}: and in her queue");
        assert!(!has(world.work(&person(&world, majed).await).await), "{on}");

        // She has one too, and there is no third: whoever supervises is told that somebody must be found.
        let boss = account(&world, "boss", Role::Supervisor, Some(OFFICE)).await;
        tie(&world, rula, &place).await;
        let boss = person(&world, boss).await;
        let alarms = unrouted(&world, &boss).await;
        assert_eq!(alarms.len(), 1, "{on}");
        let told = notices(house, &Sight::of(&boss).unwrap()).await.unwrap();
        assert!(told.iter().any(|notice| notice.work.id == alarms[0].id), "{on}: at once");
        // A step of the ladder finds nobody either, and raises no second alarm.
        world.test.clock.advance(chrono::TimeDelta::days(3));
        while tick(house).await.unwrap().more {}
        jobs(&world).await;
        assert_eq!(unrouted(&world, &boss).await.len(), 1, "{on}: once");
        let own = Filter { mine: true, ..Filter::default() };
        assert!(queue(house, &Sight::of(&boss).unwrap(), &own, None, 50).await.is_ok());
    }
}

//! What staff are told, by mail and in the app; why something was late; interpreters who give a text back.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use haqqi_accounts::{Directory, NewStaff, add_staff};
use haqqi_casework::{
    BackError, BackReason, LateError, assign_translation, choose_mail, give_text_back, mail_staff,
    say_why_late, tell_staff, to_translate,
};
use haqqi_complaints::{ASSIGN_TRANSLATION, FileComplaint};
use haqqi_kernel::{Actor, JobFailure, JobStore, Role, StaffActor};
use haqqi_worklist::{Sight, TELL, breaches, ran_out, tick, unexplained, words_of};
use uuid::Uuid;

use crate::world::{OFFICE, World};

/// Somebody with an account.
async fn account(world: &World, sign_in: &str, role: Role, office: Option<&str>, sex: Option<&str>) -> Actor {
    let house = &world.desk.site.house;
    let mut unit = house.unit(Actor::System);
    let new = NewStaff {
        sign_in: sign_in.to_owned(),
        name: sign_in.to_owned(),
        office: office.map(str::to_owned),
        agency: None,
        roles: vec![role],
        languages: vec!["bn".to_owned()],
        sex: sex.map(str::to_owned),
        password: "a long first password".to_owned(),
    };
    let added = add_staff(&mut unit, &new).unwrap();
    unit.commit().await.unwrap();
    Directory::new(house.clone()).person(added.id).await.unwrap().unwrap().actor(false)
}

/// The ladder and the jobs of telling and of finding interpreters, as a worker does them.
async fn work(world: &World) -> Vec<JobFailure> {
    let (desk, house) = (&world.desk, &world.desk.site.house);
    tick(house).await.unwrap();
    let store = JobStore::new(house.clone());
    let mut failures = Vec::new();
    for job in store.claim(100, std::time::Duration::from_secs(60)).await.unwrap() {
        let done = match job.kind.as_str() {
            TELL => tell_staff(desk, &job).await,
            ASSIGN_TRANSLATION => assign_translation(desk, &job).await,
            _ => Ok(()),
        };
        failures.extend(done.clone().err());
        store.finish(&job, done).await.unwrap();
    }
    failures
}

fn at(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, day, hour, minute, 0).unwrap()
}

#[tokio::test]
async fn mails_to_staff_are_gathered_by_day_and_go_at_once_for_the_promised_time() {
    for world in World::all().await {
        let (house, on) = (&world.desk.site.house, world.test.on);
        let supervisor = account(&world, "boss", Role::Supervisor, Some(OFFICE), None).await;
        assert!(choose_mail(house, &supervisor, "not an address", "en").await.is_err(), "{on}");
        choose_mail(house, &supervisor, "boss@office.example", "en").await.unwrap();
        // Read on Tuesday at nine by somebody who has no account any more; the next step is due on Wednesday.
        for _ in 0..2 {
            let filed = world.file(&World::command()).await;
            world.officer_of(filed.reference).await;
        }
        // Three quarters of it are over at 12:07 on Wednesday; the mails of that time go at three.
        world.test.clock.set(at(25, 9, 30));
        assert!(work(&world).await.is_empty(), "{on}");
        assert_eq!(mail_staff(house).await.unwrap(), 0, "{on}");
        world.test.clock.set(at(25, 12, 0));
        assert_eq!(mail_staff(house).await.unwrap(), 1, "{on}: one for both");
        assert_eq!(mail_staff(house).await.unwrap(), 0, "{on}");
        // What comes at night waits for the morning.
        world.test.clock.set(at(26, 20, 0));
        work(&world).await;
        assert_eq!(mail_staff(house).await.unwrap(), 0, "{on}");
        world.test.clock.set(at(27, 4, 0));
        assert_eq!(mail_staff(house).await.unwrap(), 1, "{on}");

        // The promised time does not wait, and even so there is no flood.
        world.test.clock.set(at(27, 20, 0));
        world.file(&World::command()).await;
        world.test.clock.advance(TimeDelta::minutes(5));
        world.file(&World::command()).await;
        for (minutes, mails) in [(1297, 1), (5, 0), (6, 1), (20, 0)] {
            world.test.clock.set(house.now() + TimeDelta::minutes(minutes - 5 * i64::from(minutes > 1000)));
            work(&world).await;
            assert_eq!(mail_staff(house).await.unwrap(), mails, "{on} after {minutes}");
        }
    }
}

#[tokio::test]
async fn why_it_was_late_is_said_once_and_stays() {
    for world in World::all().await {
        let (desk, house, on) = (&world.desk, &world.desk.site.house, world.test.on);
        let filed = world.file(&World::command()).await;
        world.test.clock.advance(TimeDelta::hours(25));
        work(&world).await;
        let supervisor = world.staff(Role::Supervisor);
        let sight = Sight::of(&supervisor).unwrap();
        assert_eq!(unexplained(house, &sight).await.unwrap(), 1, "{on}");
        let row = breaches(house, &sight, false, 10).await.unwrap().pop().unwrap();
        let item = row.work.clone().unwrap();
        assert_eq!(
            (row.clock.as_str(), item.reference.as_str()),
            ("acknowledgement", &*filed.reference.to_string())
        );
        assert_eq!(ran_out(house, &[item.id]).await.unwrap(), [item.id], "{on}");

        let say = |actor: Actor, reason: &'static str, words: &'static str| async move {
            say_why_late(desk, &actor, row.deadline, reason, words).await
        };
        let elsewhere = Actor::Staff(StaffActor {
            id: Uuid::from_u128(9),
            roles: vec![Role::Supervisor],
            office: Some("karak".to_owned()),
            also: Vec::new(),
            on_duty: false,
        });
        assert!(matches!(say(elsewhere, "breach-no-staff", "").await, Err(LateError::NotFound)), "{on}");
        assert!(
            matches!(say(supervisor.clone(), "escalate-child", "").await, Err(LateError::Reason)),
            "{on}"
        );
        assert!(matches!(say(supervisor.clone(), "breach-other", " ").await, Err(LateError::Words)), "{on}");
        say(supervisor.clone(), "breach-other", "The bridge was closed.").await.unwrap();
        assert!(
            matches!(say(supervisor.clone(), "breach-no-staff", "").await, Err(LateError::Already)),
            "{on}"
        );

        assert_eq!(unexplained(house, &sight).await.unwrap(), 0, "{on}");
        let said = breaches(house, &sight, true, 10).await.unwrap();
        assert_eq!(said[0].reason.as_deref(), Some("breach-other"), "{on}");
        let words = words_of(house.unit(supervisor.clone()), &said).await.unwrap();
        assert_eq!(words, [(said[0].deadline, "The bridge was closed.".to_owned())], "{on}");
        // Read late, it stays late.
        world.officer_of(filed.reference).await;
        assert_eq!(breaches(house, &sight, true, 10).await.unwrap().len(), 1, "{on}");
    }
}

#[tokio::test]
async fn a_woman_who_asks_for_a_woman_gets_one_and_who_has_a_conflict_gives_it_back() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        account(&world, "karim", Role::Interpreter, None, Some("male")).await;
        let amina = account(&world, "amina", Role::Interpreter, None, Some("female")).await;
        let told = FileComplaint {
            language: "bn".to_owned(),
            narrative: "দুই মাস ধরে বেতন পাই না।".to_owned(),
            interpreter_sex: Some("female".to_owned()),
            ..World::command()
        };
        world.file(&told).await;
        assert!(work(&world).await.is_empty(), "{on}");
        let item = world.work(&amina).await.pop().unwrap();
        assert_eq!(item.kind, "translation", "{on}");

        give_text_back(desk, &amina, item.id, BackReason::Conflict).await.unwrap();
        let again = give_text_back(desk, &amina, item.id, BackReason::Conflict).await;
        assert!(matches!(again, Err(BackError::NotFound)), "{on}: it is hers no more");
        assert!(to_translate(desk, &amina, item.id).await.is_err(), "{on}");
        // No other woman has the language: it waits for people, and never for the man or for her.
        assert_eq!(work(&world).await.len(), 1, "{on}");
        let rokeya = account(&world, "rokeya", Role::Interpreter, None, Some("female")).await;
        world.test.clock.advance(TimeDelta::minutes(1));
        assert!(work(&world).await.is_empty(), "{on}");
        let row = world.work(&rokeya).await.pop().unwrap();
        assert_eq!((row.id, row.due_at), (item.id, item.due_at), "{on}: its clock runs on");
        assert_eq!(to_translate(desk, &rokeya, item.id).await.unwrap().from, "bn", "{on}");
    }
}

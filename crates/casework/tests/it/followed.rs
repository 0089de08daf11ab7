//! Who leaves is followed by somebody who does the same work: not only officers by officers.

use haqqi_accounts::{Directory, NewAbsence, NewStaff, add_absence, add_staff, declare_conflict};
use haqqi_casework::{
    HandOverError, Party, PlanSession, assign_translation, hand_on, hand_over, plan_session, sessions,
    to_translate,
};
use haqqi_complaints::{ASSIGN_TRANSLATION, Confidentiality, FileComplaint};
use haqqi_kernel::{Actor, JobStore, ReferenceKind, Role, SubjectKind};
use haqqi_worklist::{About, Filter, ItemKind, NewItem, QueueRow, Sight, WORK_LEFT, open_item, queue};
use uuid::Uuid;

use crate::world::{OFFICE, World};

async fn account(world: &World, name: &str, role: Role, office: Option<&str>, languages: &[&str]) -> Uuid {
    let mut unit = world.desk.site.house.unit(Actor::System);
    let new = NewStaff {
        sign_in: name.to_owned(),
        name: name.to_owned(),
        office: office.map(str::to_owned),
        agency: None,
        roles: vec![role],
        languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
        sex: None,
        password: "a long first password".to_owned(),
    };
    let added = add_staff(&mut unit, &new).unwrap();
    unit.commit().await.unwrap();
    added.id
}

async fn actor(world: &World, id: Uuid) -> Actor {
    Directory::new(world.desk.site.house.clone()).person(id).await.unwrap().unwrap().actor(false)
}

async fn mine(world: &World, who: &Actor) -> Vec<QueueRow> {
    let own = Filter { mine: true, ..Filter::default() };
    queue(&world.desk.site.house, &Sight::of(who).unwrap(), &own, None, 50).await.unwrap().rows
}

async fn jobs(world: &World) {
    let store = JobStore::new(world.desk.site.house.clone());
    loop {
        let claimed = store.claim(100, std::time::Duration::from_secs(60)).await.unwrap();
        if claimed.is_empty() {
            return;
        }
        for job in claimed {
            let done = match job.kind.as_str() {
                WORK_LEFT => hand_on(&world.desk, &job).await,
                ASSIGN_TRANSLATION => assign_translation(&world.desk, &job).await,
                _ => Ok(()),
            };
            store.finish(&job, done).await.unwrap();
        }
    }
}

#[tokio::test]
async fn an_inspector_is_followed_by_an_inspector_who_is_there() {
    for world in World::all().await {
        let (desk, house, on) = (&world.desk, &world.desk.site.house, world.test.on);
        let leaver = account(&world, "zaid", Role::Inspector, Some(OFFICE), &[]).await;
        let officer = account(&world, "asma", Role::ComplaintsOfficer, Some(OFFICE), &[]).await;
        let away = account(&world, "away", Role::Inspector, Some(OFFICE), &[]).await;
        let elsewhere = account(&world, "karak", Role::Inspector, Some("karak"), &[]).await;
        let heir = account(&world, "heir", Role::Inspector, Some(OFFICE), &[]).await;
        let now = house.now();
        let mut unit = house.unit(Actor::System);
        let until = now + chrono::TimeDelta::days(9);
        add_absence(&mut unit, NewAbsence { staff: away, from: now, until, deputy: None });
        let (subject, reference) = (unit.id(), unit.reference(ReferenceKind::Visit));
        let workplace = About::Workplace(Uuid::from_u128(7));
        open_item(
            &mut unit,
            NewItem {
                office: Some(OFFICE.to_owned()),
                assignee: Some(leaver),
                ..NewItem::new(
                    ItemKind::MeasureToFollow,
                    SubjectKind::Visit,
                    subject,
                    workplace,
                    reference,
                    until,
                )
            },
        );
        unit.commit().await.unwrap();
        world.test.clock.advance(chrono::TimeDelta::minutes(1));
        let boss = world.staff(Role::Supervisor);
        for wrong in [leaver, officer, away, elsewhere] {
            let refused = hand_over(desk, &boss, leaver, wrong).await;
            assert!(matches!(refused, Err(HandOverError::Person)), "{on}: {refused:?}");
        }
        let handed = hand_over(desk, &boss, leaver, heir).await.unwrap();
        assert_eq!((handed.given, handed.kept), (0, 0), "{on}: no complaint is his");
        assert_eq!((handed.work.given, handed.work.by_rooms, handed.work.kept), (0, 1, 0), "{on}");
    }
}

#[tokio::test]
async fn a_coordinators_work_goes_to_a_coordinator_by_the_directorate() {
    for world in World::all().await {
        let (desk, house, on) = (&world.desk, &world.desk.site.house, world.test.on);
        let leaver = account(&world, "lina", Role::ReferralCoordinator, None, &[]).await;
        let heir = account(&world, "heir", Role::ReferralCoordinator, None, &[]).await;
        let mut unit = house.unit(Actor::System);
        let reference = unit.reference(ReferenceKind::Referral);
        let mut subjects = Vec::new();
        for kind in [ItemKind::ConsentToAsk, ItemKind::HandOverToSend, ItemKind::HandOverAnswered] {
            let (subject, due) = (unit.id(), unit.now());
            let new = NewItem {
                office: Some(OFFICE.to_owned()),
                assignee: Some(leaver),
                ..NewItem::new(kind, SubjectKind::Referral, subject, About::Nothing, reference, due)
            };
            subjects.push(open_item(&mut unit, new));
        }
        unit.commit().await.unwrap();
        let here = world.staff(Role::Supervisor);
        let refused = hand_over(desk, &here, leaver, heir).await;
        assert!(matches!(refused, Err(HandOverError::Leaver)), "{on}: of no office: {refused:?}");
        let director = account(&world, "director", Role::Supervisor, None, &[]).await;
        let handed = hand_over(desk, &actor(&world, director).await, leaver, heir).await.unwrap();
        assert_eq!((handed.work.given, handed.work.kept), (3, 0), "{on}");
        assert_eq!(mine(&world, &actor(&world, heir).await).await.len(), 3, "{on}");
        assert!(mine(&world, &actor(&world, leaver).await).await.is_empty(), "{on}");
    }
}

#[tokio::test]
async fn texts_and_sessions_go_to_whom_they_suit() {
    for world in World::all().await {
        let (desk, house, on) = (&world.desk, &world.desk.site.house, world.test.on);
        let boss = world.staff(Role::Supervisor);
        let leaver = account(&world, "rupa", Role::Interpreter, None, &["bn"]).await;
        let other = FileComplaint { language: "bn".to_owned(), ..World::command() };
        world.file(&other).await;
        jobs(&world).await;
        let work = mine(&world, &actor(&world, leaver).await).await;
        assert_eq!(work.len(), 1, "{on}: {work:?}");
        let deaf = account(&world, "hindi", Role::Interpreter, None, &["hi"]).await;
        let heir = account(&world, "mina", Role::Interpreter, None, &["bn"]).await;
        // Whoever has not the language does not get it, but another who has; not the one who leaves, either.
        hand_over(desk, &boss, leaver, deaf).await.unwrap();
        jobs(&world).await;
        assert!(mine(&world, &actor(&world, deaf).await).await.is_empty(), "{on}");
        let heirs = actor(&world, heir).await;
        assert_eq!(mine(&world, &heirs).await.len(), 1, "{on}");
        assert!(to_translate(desk, &heirs, work[0].id).await.is_ok(), "{on}");
        assert!(to_translate(desk, &actor(&world, leaver).await, work[0].id).await.is_err(), "{on}");

        // Two sessions; of one workplace the heir has a tie.
        let majed = account(&world, "majed", Role::Mediator, Some(OFFICE), &[]).await;
        let rula = account(&world, "rula", Role::Mediator, Some(OFFICE), &[]).await;
        let third = account(&world, "third", Role::Mediator, Some(OFFICE), &[]).await;
        let mut held = Vec::new();
        for _ in 0..2 {
            // With the employer a session is held only where she lets him know.
            let told = FileComplaint { confidentiality: Confidentiality::Open, ..World::command() };
            let filed = world.file(&told).await;
            let officer = world.officer_of(filed.reference).await;
            let at = house.now() + chrono::TimeDelta::days(3);
            let plan = PlanSession { at, mediator: majed, parties: vec![Party::Worker, Party::Employer] };
            plan_session(desk, &officer, filed.reference, &plan).await.unwrap();
            held.push(filed);
        }
        let place = world.workplace_of(held[1].reference, "Red Sea Garments").await;
        let mut unit = house.unit(Actor::System);
        declare_conflict(&mut unit, rula, place);
        unit.commit().await.unwrap();
        hand_over(desk, &boss, majed, rula).await.unwrap();
        jobs(&world).await;
        for (who, number) in [(rula, 0), (third, 1)] {
            let one = actor(&world, who).await;
            assert!(sessions(desk, &one, held[number].reference).await.is_ok(), "{on}: {number}");
            assert!(sessions(desk, &one, held[1 - number].reference).await.is_err(), "{on}: {number}");
            assert_eq!(mine(&world, &one).await.len(), 1, "{on}");
        }
    }
}

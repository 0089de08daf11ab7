//! An inspector leaves: all that he has goes to another of the office, planned visits and months that run included.

use std::collections::BTreeSet;

use haqqi_accounts::{Directory, declare_conflict};
use haqqi_inspections::{MeasureState, VisitError, finish, hand_on, open, report, settle};
use haqqi_kernel::{Actor, Reference};
use haqqi_worklist::{Filter, Leaving, QueueRow, Sight, WORK_LEFT, hand_all, queue};
use uuid::Uuid;

use crate::world::{OFFICE, Person, World, world};

const WRONG: [(&str, &str); 2] = [("papers-with-worker", "infringement-notice"), ("wages-full", "warning")];

async fn mine(world: &World, who: &Actor) -> Vec<QueueRow> {
    let own = Filter { mine: true, ..Filter::default() };
    queue(&world.desk.site.house, &Sight::of(who).unwrap(), &own, None, 100).await.unwrap().rows
}

/// The person as they stand now, with their ties.
async fn now(world: &World, who: Uuid) -> Actor {
    let directory = Directory::new(world.desk.site.house.clone());
    directory.person(who).await.unwrap().unwrap().actor(false)
}

/// The supervisor hands over what one has to another, and the room does its part.
async fn handed(world: &World, from: &Person, to: &Person) {
    let house = &world.desk.site.house;
    let leaving = Leaving { from: from.id, to: to.id, offices: Some(vec![OFFICE.to_owned()]) };
    let mut unit = house.unit(world.supervisor.actor.clone());
    let heir = now(world, to.id).await;
    let done = hand_all(&mut unit, &leaving, &heir).await.unwrap();
    assert_eq!((done.given, done.kept), (0, 0), "all of it is this room's to give");
    unit.job(leaving.job());
    unit.commit().await.unwrap();
    for job in world.jobs().await {
        if job.kind == WORK_LEFT {
            hand_on(&world.desk, &job).await.unwrap();
            // Done again, it changes nothing.
            hand_on(&world.desk, &job).await.unwrap();
        }
    }
}

/// Many visits of all inspectors, one of them by this person and recorded: with a month that runs.
async fn recorded(world: &World) -> (Reference, Person) {
    let mut visits: Vec<Reference> = Vec::new();
    for _ in 0..3 {
        visits.extend(world.made(&[]).await);
    }
    let visit = visits[0];
    let inspector = world.inspector_of(visit).await.clone();
    let regime = open(&world.desk, &inspector.actor, visit).await.unwrap().row.regime;
    let record = world.record(&regime, &WRONG);
    finish(&world.desk, &inspector.actor, visit, None, &record).await.unwrap();
    (visit, inspector)
}

#[tokio::test]
async fn measures_and_visits_of_an_inspector_go_to_another() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let (desk, on) = (&world.desk, test.on);
        let (visit, leaver) = recorded(&world).await;
        let heir = world.inspectors.iter().find(|person| person.id != leaver.id).unwrap().clone();
        let there = open(desk, &leaver.actor, visit).await.unwrap();
        let was_there: BTreeSet<Uuid> = there.team.iter().map(|(who, _)| *who).collect();
        let before = mine(&world, &leaver.actor).await;
        let had: BTreeSet<&str> = before.iter().map(|row| row.kind.as_str()).collect();
        assert!(had.contains("measure-to-follow") && had.contains("visit-report"), "{on}: {had:?}");

        handed(&world, &leaver, &heir).await;
        assert!(mine(&world, &leaver.actor).await.is_empty(), "{on}: nothing is left");
        let has = mine(&world, &heir.actor).await;
        let followed: Vec<&QueueRow> = has.iter().filter(|row| row.reference == visit.to_string()).collect();
        assert_eq!(followed.len(), 3, "{on}: two measures and the report: {has:?}");
        let month = |rows: &[QueueRow]| {
            let of = rows.iter().filter(|row| row.kind == "measure-to-follow");
            of.map(|row| row.due_at).max()
        };
        assert_eq!(month(&has), month(&before), "{on}: its month runs on");

        // The heir reads the record and follows it up; who was there stays who was there.
        let opened = open(desk, &heir.actor, visit).await.unwrap();
        let team: BTreeSet<Uuid> = opened.team.iter().map(|(who, _)| *who).collect();
        assert_eq!(team, was_there, "{on}");
        assert_eq!(opened.heirs.iter().map(|(who, _)| *who).collect::<Vec<_>>(), [heir.id], "{on}");
        let number = opened.measures.iter().find(|one| one.code == "infringement-notice").unwrap().number;
        settle(desk, &heir.actor, visit, number, MeasureState::Filed).await.unwrap();
        issue(&world, visit).await;
        let issued = report(desk, &heir.actor, visit).await.unwrap();
        let name = format!("Name of {}", heir.sign_in);
        assert!(!issued.inspectors.contains(&name) || was_there.contains(&heir.id), "{on}");

        // Whoever follows may leave too.
        let third =
            world.inspectors.iter().find(|one| one.id != leaver.id && one.id != heir.id).unwrap().clone();
        handed(&world, &heir, &third).await;
        assert!(
            matches!(open(desk, &third.actor, visit).await, Ok(opened) if opened.heirs.len() == 1),
            "{on}"
        );
        if !was_there.contains(&heir.id) {
            assert!(matches!(open(desk, &heir.actor, visit).await, Err(VisitError::NotFound)), "{on}");
        }
    }
}

async fn issue(world: &World, visit: Reference) {
    haqqi_inspections::issue(
        &world.desk,
        open(&world.desk, &Actor::System, visit).await.unwrap().row.id,
        false,
    )
    .await
    .unwrap();
}

#[tokio::test]
async fn what_is_of_a_place_to_which_the_heir_has_a_tie_goes_to_a_third() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let (desk, on) = (&world.desk, test.on);
        let (visit, leaver) = recorded(&world).await;
        let heir = world.inspectors.iter().find(|person| person.id != leaver.id).unwrap().clone();
        let place = open(desk, &leaver.actor, visit).await.unwrap().row.establishment;
        let mut unit = test.house.unit(Actor::System);
        declare_conflict(&mut unit, heir.id, place);
        unit.commit().await.unwrap();
        handed(&world, &leaver, &heir).await;
        let heirs = now(&world, heir.id).await;
        let of =
            |rows: Vec<QueueRow>| rows.into_iter().filter(|row| row.reference == visit.to_string()).count();
        assert_eq!(of(mine(&world, &heirs).await), 0, "{on}: she hears nothing of it");
        assert!(open(desk, &heirs, visit).await.is_err(), "{on}");
        let mut by = Vec::new();
        for person in world.inspectors.iter().filter(|one| one.id != heir.id && one.id != leaver.id) {
            if of(mine(&world, &person.actor).await) == 3 && open(desk, &person.actor, visit).await.is_ok() {
                by.push(person.id);
            }
        }
        assert_eq!(by.len(), 1, "{on}: one of the others has it all");
    }
}

//! A batch tells nothing; whoever has a conflict is never sent.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use haqqi_accounts::{NewAbsence, TIE_DECLARED, add_absence, declare_conflict};
use haqqi_inspections::{
    BatchError, ChangeError, RecordError, VisitError, VisitFilter, cancel, candidates, list, make_batch,
    open, part_from, pool, reassign, reschedule, save,
};
use haqqi_kernel::{Actor, JobStore};

use crate::world::world;

#[tokio::test]
async fn of_the_visits_of_a_batch_none_tells_that_somebody_asked() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let desk = &world.desk;
        let (_, one) = world.ask(world.places[0], &["documents"], &["locked-doors"]).await;
        let (_, two) = world.ask(world.places[1], &["wages", "children"], &[]).await;
        let (_, same) = world.ask(world.places[0], &["safety"], &[]).await;
        let made = world.made(&[one, two, same]).await;
        assert_eq!(made.len(), 4, "{}: two requests of one place are one visit", test.on);
        let visits = list(desk, &world.planner.actor, &VisitFilter::default(), 50).await.unwrap();
        let order: Vec<_> = visits.iter().map(|visit| visit.row.reference).collect();
        assert_eq!(order, made, "in order of time, then of reference");
        assert!(visits.is_sorted_by_key(|visit| (visit.row.starts_at, visit.row.reference.to_string())));
        let sections: BTreeSet<usize> = visits.iter().map(|visit| visit.row.sections.len()).collect();
        assert_eq!(sections.len(), 1, "as many sections on each sheet");
        for trade in ["C14", "G"] {
            let of: Vec<_> = visits.iter().filter(|visit| visit.row.sector == trade).collect();
            assert_eq!(of.len(), 2, "a routine visit of the same trade beside each");
            assert_eq!(of[0].row.hazards, of[1].row.hazards);
            assert_eq!(of[0].row.languages, of[1].row.languages);
            assert_eq!(of[0].team.len(), of[1].team.len());
        }
        // Nothing of a row's making tells: one moment, ids without time.
        let rows = raw_visits(&test).await;
        let moments: BTreeSet<&String> = rows.iter().map(|(_, at)| at).collect();
        assert_eq!(moments.len(), 1);
        assert!(rows.iter().all(|(id, _)| id.get_version_num() == 4));
    }
}

async fn raw_visits(test: &haqqi_testing::TestHouse) -> Vec<(uuid::Uuid, String)> {
    use sea_orm::{ConnectionTrait, Statement};
    let house = &test.house;
    let statement = Statement::from_string(house.db().backend(), "SELECT id, created_at FROM visit");
    let rows = house.reader().query_all_raw(statement).await.unwrap();
    rows.iter()
        .map(|row| {
            let at: chrono::DateTime<chrono::Utc> = row.try_get("", "created_at").unwrap();
            (row.try_get("", "id").unwrap(), at.to_rfc3339())
        })
        .collect()
}

#[tokio::test]
async fn who_declares_a_tie_after_the_plan_is_replaced() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let (desk, on) = (&world.desk, test.on);
        let (_, reference) = world.ask(world.places[0], &["wages"], &[]).await;
        let mut there = None;
        for visit in world.made(&[reference]).await {
            let opened = open(desk, &world.planner.actor, visit).await.unwrap();
            if opened.row.establishment == world.places[0] {
                there = Some(visit);
            }
        }
        let visit = there.unwrap();
        let store = JobStore::new(test.house.clone());
        let mut sent = BTreeSet::new();
        // One after the other has a tie: each time another goes, as long as one is free.
        let another = async |but: uuid::Uuid| {
            let able = candidates(desk, &world.planner.actor, visit).await.unwrap();
            able.iter().any(|candidate| candidate.able && candidate.person.id != but)
        };
        loop {
            let goes = world.inspector_of(visit).await;
            assert!(sent.insert(goes.id), "{on}: nobody who has a tie goes again");
            let last = !another(goes.id).await;
            let mut unit = test.house.unit(Actor::System);
            declare_conflict(&mut unit, goes.id, world.places[0]);
            unit.commit().await.unwrap();
            for job in store.claim(100, std::time::Duration::from_secs(60)).await.unwrap() {
                if job.kind == TIE_DECLARED {
                    part_from(desk, &job).await.unwrap();
                }
                store.finish(&job, Ok(())).await.unwrap();
            }
            if last {
                break;
            }
        }
        assert!(sent.len() > 1, "{on}: another went");
        let able = candidates(desk, &world.planner.actor, visit).await.unwrap();
        assert!(able.iter().all(|candidate| !candidate.able), "{on}: the planner sees that nobody can");
        let seen = list(desk, &world.planner.actor, &VisitFilter::default(), 50).await.unwrap();
        assert!(seen.iter().any(|listed| listed.row.reference == visit && listed.conflict), "{on}");
    }
}

#[tokio::test]
async fn requests_never_stand_alone() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let mut references = Vec::new();
        for place in &world.places[..8] {
            references.push(world.ask(*place, &["wages"], &[]).await.1);
        }
        let refused = make_batch(&world.desk, &world.planner.actor, &world.batch(&references)).await;
        assert!(matches!(refused, Err(BatchError::TooFewRoutine)), "{}", test.on);
        assert_eq!(pool(&world.desk, &world.planner.actor).await.unwrap().len(), 8, "nothing was taken");
        // Two of them fit among the rest, and a batch of routine visits needs none.
        assert_eq!(world.made(&references[..2]).await.len(), 4);
        assert_eq!(world.made(&[]).await.len(), 2);
    }
}

#[tokio::test]
async fn whoever_has_a_conflict_is_sent_by_no_door() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let desk = &world.desk;
        let house = &desk.site.house;
        let planner = &world.planner.actor;
        // All but one have a conflict with the place.
        for person in &world.inspectors[..4] {
            let mut unit = house.unit(Actor::System);
            declare_conflict(&mut unit, person.id, world.places[0]);
            unit.commit().await.unwrap();
        }
        let (_, reference) = world.ask(world.places[0], &["wages"], &[]).await;
        let made = world.made(&[reference]).await;
        let mut there = None;
        for visit in made {
            if open(desk, planner, visit).await.unwrap().row.establishment == world.places[0] {
                there = Some(visit);
            }
        }
        let visit = there.unwrap();
        assert_eq!(world.inspector_of(visit).await.id, world.inspectors[4].id, "{}", test.on);
        let able: Vec<_> = candidates(desk, planner, visit).await.unwrap();
        assert_eq!(able.iter().filter(|candidate| candidate.able).count(), 1);
        for team in [vec![world.inspectors[0].id], vec![world.inspectors[4].id, world.inspectors[1].id]] {
            let refused = reassign(desk, planner, visit, &team).await;
            assert!(matches!(refused, Err(ChangeError::Conflict)), "{refused:?}");
        }
        let refused = reassign(desk, planner, visit, &[world.officer.id]).await;
        assert!(matches!(refused, Err(ChangeError::Team)));

        // Declared afterwards: the planner sees it, the person can write nothing, the time cannot be moved with them.
        let last = &world.inspectors[4];
        let mut unit = house.unit(Actor::System);
        declare_conflict(&mut unit, last.id, world.places[0]);
        unit.commit().await.unwrap();
        let visits = list(desk, planner, &VisitFilter::default(), 50).await.unwrap();
        assert!(visits.iter().any(|listed| listed.row.reference == visit && listed.conflict));
        let tied = last.actor.clone().tied_to(vec![world.places[0]]);
        let refused = save(desk, &tied, visit, None, &world.record("garment", &[])).await;
        assert!(matches!(refused, Err(RecordError::Conflict)), "and is told why");
        assert!(open(desk, &tied, visit).await.is_err(), "nor reads it, nor finds it");
        // Another visit of the batch may be theirs, for who is sent where is drawn.
        let theirs = list(desk, &tied, &VisitFilter::default(), 50).await.unwrap();
        assert!(theirs.iter().all(|listed| listed.row.reference != visit), "{}", test.on);
        let planner_tied = planner.clone().tied_to(vec![world.places[0]]);
        assert!(pool(desk, &planner_tied).await.unwrap().is_empty());
        let later = house.now() + TimeDelta::days(2);
        assert!(matches!(reschedule(desk, planner, visit, later).await, Err(ChangeError::Conflict)));
        cancel(desk, planner, visit, "Nobody can go.").await.unwrap();
        assert_eq!(pool(desk, planner).await.unwrap().len(), 1, "what was asked for waits again");
    }
}

#[tokio::test]
async fn who_is_absent_is_not_sent_and_the_pool_is_the_planners_alone() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let desk = &world.desk;
        let mut unit = desk.site.house.unit(Actor::System);
        let now = desk.site.house.now();
        for person in &world.inspectors[1..] {
            let until = now + TimeDelta::days(30);
            let new = NewAbsence { staff: person.id, from: now, until, deputy: None };
            add_absence(&mut unit, new);
        }
        unit.commit().await.unwrap();
        let (_, reference) = world.ask(world.places[2], &["wages"], &[]).await;
        for visit in world.made(&[reference]).await {
            assert_eq!(world.inspector_of(visit).await.id, world.inspectors[0].id);
            let refused = reassign(desk, &world.planner.actor, visit, &[world.inspectors[1].id]).await;
            assert!(matches!(refused, Err(ChangeError::Taken)), "{}", test.on);
        }
        for person in [&world.inspectors[0], &world.officer] {
            assert!(matches!(pool(desk, &person.actor).await, Err(VisitError::NotFound)));
            let refused = make_batch(desk, &person.actor, &world.batch(&[])).await;
            assert!(matches!(refused, Err(BatchError::NotFound)));
        }
        let (_, two) = world.ask(world.places[4], &["wages"], &["violence"]).await;
        let refused = make_batch(desk, &world.planner.actor, &world.batch(&[two])).await;
        assert!(matches!(refused, Err(BatchError::Team)), "two go together, and one is there");
    }
}

#[tokio::test]
async fn what_is_cancelled_comes_back_asked_for_or_not() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let (desk, planner) = (&world.desk, &world.planner.actor);
        let (_, reference) = world.ask(world.places[0], &["wages"], &[]).await;
        let mut gone = BTreeSet::new();
        for visit in world.made(&[reference]).await {
            gone.insert(open(desk, planner, visit).await.unwrap().row.establishment);
            cancel(desk, planner, visit, "The buses are on strike.").await.unwrap();
        }
        test.clock.advance(TimeDelta::hours(1));
        // The planner leaves the request out: all three come back, and it with them; beside them two of routine.
        let mut back = BTreeSet::new();
        for visit in world.made(&[]).await {
            back.insert(open(desk, planner, visit).await.unwrap().row.establishment);
        }
        assert_eq!((gone.len(), back.len()), (3, 5), "{}", test.on);
        assert!(gone.is_subset(&back), "one of three was asked for");
        assert!(pool(desk, planner).await.unwrap().is_empty(), "none waits apart");
        test.clock.advance(TimeDelta::hours(1));
        let last = world.made(&[]).await;
        assert_eq!(last.len(), 2, "once is enough");
        // Where nobody may go any more, it waits, and keeps no batch from being made.
        let place = open(desk, planner, last[0]).await.unwrap().row.establishment;
        cancel(desk, planner, last[0], "Nobody can go.").await.unwrap();
        let mut unit = desk.site.house.unit(Actor::System);
        for person in &world.inspectors {
            declare_conflict(&mut unit, person.id, place);
        }
        unit.commit().await.unwrap();
        test.clock.advance(TimeDelta::hours(1));
        // A routine draw may happen on the place, and is refused then; without the rule every one would be.
        let mut made = false;
        for _ in 0..20 {
            made = made || make_batch(desk, planner, &world.batch(&[])).await.is_ok();
        }
        assert!(made, "{}", test.on);
    }
}

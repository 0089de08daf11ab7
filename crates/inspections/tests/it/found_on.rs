//! The inspector's month to file an infringement runs from the day on which it was found, and from the right one when that
//! day turns out to be another.

use chrono::{Days, Months, NaiveDate, TimeDelta};
use haqqi_inspections::{
    DayError, ISSUE_REPORT, MeasureState, OpenedMeasure, RecordError, correct_day, finish, issue_report,
    open, report, save, settle,
};
use haqqi_kernel::entity::event;
use haqqi_kernel::{Actor, Reference};
use haqqi_testing::TestHouse;
use haqqi_worklist::{Filter, QueueRow, Sight, breaches_of, queue, tick};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::world::{World, world};

const WRONG: [(&str, &str); 1] = [("papers-with-worker", "infringement-notice")];
const WHY: &str = "The driver's book shows the other day.";

/// A visit of a garment factory that was asked for, and the day of its plan.
async fn planned(world: &World) -> (Reference, NaiveDate) {
    let (_, reference) = world.ask(world.places[0], &["documents"], &[]).await;
    for visit in world.made(&[reference]).await {
        let opened = open(&world.desk, &Actor::System, visit).await.unwrap();
        if opened.row.establishment == world.places[0] {
            return (visit, world.desk.clocks.calendar(None).date(opened.row.starts_at));
        }
    }
    panic!("the place that was asked for is among them");
}

/// Puts the house's clock on the morning of a day.
fn on(test: &TestHouse, world: &World, day: NaiveDate) {
    let nine = chrono::NaiveTime::from_hms_opt(9, 0, 0).unwrap();
    let at = world.desk.clocks.calendar(None).instant(day, nine);
    test.clock.advance(at - test.house.now());
}

async fn notice(world: &World, visit: Reference) -> OpenedMeasure {
    let opened = open(&world.desk, &Actor::System, visit).await.unwrap();
    opened.measures.into_iter().find(|measure| measure.code == "infringement-notice").unwrap()
}

/// The last day on which to file.
async fn last_day(world: &World, visit: Reference) -> NaiveDate {
    world.desk.clocks.calendar(None).date(notice(world, visit).await.due_at.unwrap())
}

async fn work(world: &World, actor: &Actor, visit: Reference) -> Vec<QueueRow> {
    let sight = Sight::of(actor).unwrap();
    let all = queue(&world.desk.site.house, &sight, &Filter::default(), None, 50).await.unwrap();
    let of = |row: &QueueRow| row.kind == "measure-to-follow" && row.reference == visit.to_string();
    all.rows.into_iter().filter(of).collect()
}

/// How often a step of this clock was told.
async fn told(world: &World) -> usize {
    tick(&world.desk.site.house).await.unwrap();
    event::Entity::find()
        .filter(event::Column::What.is_in(["deadline.warned", "deadline.breached"]))
        .all(world.desk.site.house.reader())
        .await
        .unwrap()
        .iter()
        .filter(|event| event.dimensions.contains("infringement-filed"))
        .count()
}

/// The measure whose clock ran out.
async fn ran_out(world: &World) -> Uuid {
    let house = &world.desk.site.house;
    let of = event::Column::What.eq("deadline.breached");
    let all = event::Entity::find().filter(of).all(house.reader()).await.unwrap();
    let event = all.iter().find(|event| event.dimensions.contains("infringement-filed")).unwrap();
    event.subject_id
}

#[tokio::test]
async fn the_month_runs_from_the_day_on_which_it_was_found() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let desk = &world.desk;
        let (visit, day) = planned(&world).await;
        let inspector = world.inspector_of(visit).await.actor.clone();
        // The record is written twenty days after the visit.
        on(&test, &world, day + Days::new(20));
        let mut record = world.record("garment", &WRONG);
        for never in [day + Days::new(21), day - Days::new(300)] {
            record.day = Some(never);
            for done in [
                save(desk, &inspector, visit, None, &record).await.map(|_| ()),
                finish(desk, &inspector, visit, None, &record).await.map(|_| ()),
            ] {
                match done {
                    Err(RecordError::Record(wrong)) => assert_eq!(wrong[0].field, "day", "{}", test.on),
                    other => panic!("{}: {never} {other:?}", test.on),
                }
            }
        }
        record.day = Some(day + Days::new(2));
        finish(desk, &inspector, visit, None, &record).await.unwrap();
        assert_eq!(last_day(&world, visit).await, day + Days::new(2) + Months::new(1), "{}", test.on);
        assert_eq!(told(&world).await, 1, "fourteen days of it are over, and that is told");
        let row = work(&world, &inspector, visit).await.remove(0);
        assert_eq!(Some(row.due_at), notice(&world, visit).await.due_at);

        // Whoever was there may have been there earlier, not later.
        let later = correct_day(desk, &inspector, visit, day + Days::new(4), WHY).await;
        assert!(matches!(later, Err(DayError::NotYours)), "{later:?}");
        let silent = correct_day(desk, &inspector, visit, day, "").await;
        assert!(matches!(silent, Err(DayError::Reason)), "{silent:?}");
        let tomorrow = correct_day(desk, &world.planner.actor, visit, day + Days::new(21), WHY).await;
        assert!(matches!(tomorrow, Err(DayError::Day)), "{tomorrow:?}");
        correct_day(desk, &inspector, visit, day, WHY).await.unwrap();
        assert_eq!(last_day(&world, visit).await, day + Months::new(1), "{}", test.on);
        assert_eq!(
            work(&world, &inspector, visit).await[0].due_at,
            notice(&world, visit).await.due_at.unwrap()
        );
        assert_eq!(told(&world).await, 1, "what was told is not told again");
        on(&test, &world, day + Days::new(22));
        assert_eq!(told(&world).await, 2, "the next step is");
        let opened = open(desk, &world.planner.actor, visit).await.unwrap();
        assert_eq!((opened.row.found_on, opened.corrected.unwrap().why.as_str()), (Some(day), WHY));

        // A planner who was not there says that it was later: the steps that lie ahead again are told again.
        correct_day(desk, &world.planner.actor, visit, day + Days::new(20), WHY).await.unwrap();
        assert_eq!(last_day(&world, visit).await, day + Days::new(20) + Months::new(1));
        assert_eq!(told(&world).await, 2, "{}", test.on);
        on(&test, &world, day + Days::new(20 + 15));
        assert_eq!(told(&world).await, 3, "{}", test.on);
        let jobs = world.jobs().await;
        let job = jobs.iter().find(|job| job.kind == ISSUE_REPORT).unwrap();
        issue_report(desk, job).await.unwrap();
        let issued = report(desk, &inspector, visit).await.unwrap();
        assert_eq!(issued.found_on, Some(day + Days::new(20)));
        let number = notice(&world, visit).await.number;
        settle(desk, &inspector, visit, number, MeasureState::Filed).await.unwrap();
        on(&test, &world, day + Days::new(90));
        assert_eq!(told(&world).await, 3, "filed is filed");
    }
}

#[tokio::test]
async fn a_month_that_is_over_before_the_record_is_written_is_said() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let desk = &world.desk;
        let (visit, day) = planned(&world).await;
        let inspector = world.inspector_of(visit).await.actor.clone();
        on(&test, &world, day + Days::new(40));
        // No day is named: the planned one holds, for that is the safe side.
        finish(desk, &inspector, visit, None, &world.record("garment", &WRONG)).await.unwrap();
        assert_eq!(last_day(&world, visit).await, day + Months::new(1), "{}", test.on);
        let due = work(&world, &inspector, visit).await;
        assert_eq!(due.len(), 1, "it is work all the same");
        assert!(due[0].due_at < test.house.now() - TimeDelta::days(5));
        let all = told(&world).await;
        assert_eq!(told(&world).await, all, "each step once");
        let subject = ran_out(&world).await;
        let breach = breaches_of(&test.house, subject).await.unwrap();
        assert_eq!(breach.len(), 1, "{}", test.on);

        // It was later in truth: the breach stays, and the month runs from there.
        correct_day(desk, &world.planner.actor, visit, day + Days::new(30), WHY).await.unwrap();
        assert_eq!(last_day(&world, visit).await, day + Days::new(30) + Months::new(1));
        assert!(work(&world, &inspector, visit).await[0].due_at > test.house.now());
        assert_eq!(breaches_of(&test.house, subject).await.unwrap().len(), 1);
        on(&test, &world, day + Days::new(30 + 16));
        assert_eq!(told(&world).await, all + 1, "fourteen days after the right day");
    }
}

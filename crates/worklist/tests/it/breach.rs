//! A breach is written once, whoever notices it first.

use std::sync::Arc;

use chrono::TimeDelta;
use haqqi_kernel::entity::event;
use haqqi_kernel::{Actor, SubjectKind};
use haqqi_pack::Pack;
use haqqi_testing::TestHouse;
use haqqi_worklist::{Clocks, NewDeadline, begin_clock, meet_deadline, tick};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// The clock of the first promise.
const LEGAL: &str = "acknowledgement";

async fn begun(test: &TestHouse) -> Uuid {
    let clocks = Clocks::new(Arc::new(Pack::embedded("jordan").unwrap())).unwrap();
    let mut unit = test.house.unit(Actor::System);
    let (subject, now) = (unit.id(), unit.now());
    let new =
        NewDeadline { subject_kind: SubjectKind::Complaint, subject, item: None, office: Some("amman") };
    begin_clock(&mut unit, &clocks, LEGAL, now, &new).unwrap();
    unit.commit().await.unwrap();
    subject
}

async fn met(test: &TestHouse, subject: Uuid) -> bool {
    let mut unit = test.house.unit(Actor::System);
    let met = meet_deadline(&mut unit, subject, LEGAL).await.unwrap().unwrap();
    unit.commit().await.unwrap();
    met.in_time
}

async fn breaches(test: &TestHouse, subject: Uuid) -> Vec<event::Model> {
    event::Entity::find()
        .filter(event::Column::SubjectId.eq(subject))
        .filter(event::Column::What.eq("deadline.breached"))
        .all(test.house.reader())
        .await
        .unwrap()
}

#[tokio::test]
async fn a_breach_is_written_once_by_the_ladder_or_by_who_comes_late() {
    for test in haqqi_testing::houses().await {
        let (by_ladder, by_person) = (begun(&test).await, begun(&test).await);
        let due = haqqi_testing::start() + TimeDelta::hours(24);
        test.clock.set(due + TimeDelta::hours(1));

        assert!(!met(&test, by_person).await);
        tick(&test.house).await.unwrap();
        assert!(!met(&test, by_ladder).await);
        tick(&test.house).await.unwrap();

        let (one, other) = (breaches(&test, by_ladder).await, breaches(&test, by_person).await);
        assert_eq!((one.len(), other.len()), (1, 1), "{}", test.on);
        assert_eq!((one[0].happened_at, other[0].happened_at), (due, due), "{}", test.on);
        assert_eq!(one[0].office.as_deref(), Some("amman"));
        assert_eq!(
            (&one[0].office, &one[0].dimensions, &one[0].subject_kind),
            (&other[0].office, &other[0].dimensions, &other[0].subject_kind),
            "{}",
            test.on
        );
    }
}

#[tokio::test]
async fn who_is_in_time_breaches_nothing() {
    for test in haqqi_testing::houses().await {
        let subject = begun(&test).await;
        test.clock.set(haqqi_testing::start() + TimeDelta::hours(24));
        assert!(met(&test, subject).await);
        test.clock.advance(TimeDelta::hours(2));
        tick(&test.house).await.unwrap();
        assert!(breaches(&test, subject).await.is_empty(), "{}", test.on);
    }
}

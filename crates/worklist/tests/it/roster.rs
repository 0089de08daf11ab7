//! A roster with a gap is somebody's work, once, until it is filled; and what is promised is true.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use haqqi_kernel::{Actor, JobStore, Role, StaffActor};
use haqqi_pack::Pack;
use haqqi_testing::TestHouse;
use haqqi_worklist::{
    AddShift, Clocks, Filter, ROSTER_ALARM, Sight, add_shift, end_shift, promise, queue, raise_roster_alarm,
    shifts, watch_roster,
};
use uuid::Uuid;

fn supervisor() -> Actor {
    Actor::Staff(StaffActor {
        id: Uuid::from_u128(1),
        roles: vec![Role::Supervisor],
        office: Some("amman".to_owned()),
        also: Vec::new(),
        on_duty: false,
    })
}

async fn put_on_duty(test: &TestHouse, from: DateTime<Utc>, hours: i64) {
    let mut unit = test.house.unit(supervisor());
    let to = from + TimeDelta::hours(hours);
    add_shift(&mut unit, AddShift { staff: Uuid::from_u128(7), office: None, from, to }).unwrap();
    unit.commit().await.unwrap();
}

/// As two workers do it, one after the other, again and again.
async fn look(test: &TestHouse) -> Vec<DateTime<Utc>> {
    for _ in 0..2 {
        watch_roster(&test.house).await.unwrap();
        let store = JobStore::new(test.house.clone());
        for job in store.claim(10, std::time::Duration::from_secs(60)).await.unwrap() {
            assert_eq!(job.kind, ROSTER_ALARM);
            let done = raise_roster_alarm(&test.house, "central", &job).await;
            raise_roster_alarm(&test.house, "central", &job).await.unwrap();
            store.finish(&job, done).await.unwrap();
        }
    }
    let sight = Sight::of(&supervisor()).unwrap();
    let rows = queue(&test.house, &sight, &Filter::default(), None, 50).await.unwrap().rows;
    rows.iter().map(|row| row.due_at).collect()
}

#[tokio::test]
async fn a_gap_is_told_once_until_it_is_filled_and_again_when_it_opens_again() {
    for test in haqqi_testing::houses().await {
        let on = test.on;
        let now = test.house.now();
        put_on_duty(&test, now - TimeDelta::hours(1), 49).await;
        let gap = now + TimeDelta::hours(48);
        assert_eq!(look(&test).await, [gap], "{on}: two days ahead");
        assert_eq!(look(&test).await, [gap], "{on}: once");
        put_on_duty(&test, gap, 40).await;
        assert!(look(&test).await.is_empty(), "{on}: filled");
        let all = shifts(&test.house, None, now, now + TimeDelta::days(9)).await.unwrap();
        let mut unit = test.house.unit(supervisor());
        end_shift(&mut unit, &all[1]).unwrap();
        unit.commit().await.unwrap();
        assert_eq!(look(&test).await, [gap], "{on}: open again");
        // Nobody came: it stays, with the time at which the gap began.
        test.clock.set(gap + TimeDelta::hours(5));
        assert_eq!(look(&test).await, [gap], "{on}: still nobody");
    }
}

#[tokio::test]
async fn what_is_promised_follows_the_roster() {
    let clocks = Clocks::new(std::sync::Arc::new(Pack::embedded("jordan").unwrap())).unwrap();
    for test in haqqi_testing::houses().await {
        // Thursday evening; the offices open again on Sunday.
        let began = Utc.with_ymd_and_hms(2026, 11, 26, 18, 0, 0).unwrap();
        let (danger, day) = (began + TimeDelta::hours(1), began + TimeDelta::hours(24));
        let told = promise(&test.house, &clocks, None, (began, danger)).await.unwrap();
        let opens = told.nobody_until.unwrap();
        assert!(told.by > danger && opens > began + TimeDelta::days(2), "{told:?}");
        put_on_duty(&test, began + TimeDelta::hours(6), 12).await;
        let told = promise(&test.house, &clocks, None, (began, day)).await.unwrap();
        assert_eq!((told.nobody_until, told.by), (None, day), "{}: read at night", test.on);
        let told = promise(&test.house, &clocks, None, (began, danger)).await.unwrap();
        assert_eq!(told.nobody_until, Some(began + TimeDelta::hours(6)), "{}: not within the hour", test.on);
        put_on_duty(&test, began - TimeDelta::hours(2), 9).await;
        let told = promise(&test.house, &clocks, None, (began, danger)).await.unwrap();
        assert_eq!((told.nobody_until, told.by), (None, danger), "{}", test.on);
    }
}

//! A roster with a gap is somebody's work, once, until it is filled; and what is promised is true.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use haqqi_kernel::{Actor, JobStore, Role, StaffActor};
use haqqi_pack::Pack;
use haqqi_testing::TestHouse;
use haqqi_worklist::{
    AddShift, Clocks, Filter, ROSTER_ALARM, ShiftError, Sight, add_closed_days, add_shift, end_shift,
    promise, queue, raise_roster_alarm, roster_alarm_stands, shifts, watch_roster,
};
use uuid::Uuid;

/// The supervisor above the offices.
fn supervisor() -> Actor {
    supervisor_of(None)
}

fn supervisor_of(office: Option<&str>) -> Actor {
    Actor::Staff(StaffActor {
        id: Uuid::from_u128(1),
        roles: vec![Role::Supervisor],
        office: office.map(str::to_owned),
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
            let done = raise_roster_alarm(&test.house, &[], &job).await;
            raise_roster_alarm(&test.house, &[], &job).await.unwrap();
            store.finish(&job, done).await.unwrap();
        }
    }
    seen(test, &supervisor()).await
}

async fn seen(test: &TestHouse, actor: &Actor) -> Vec<DateTime<Utc>> {
    let sight = Sight::of(actor).unwrap();
    let rows = queue(&test.house, &sight, &Filter::default(), None, 50).await.unwrap().rows;
    rows.iter().map(|row| row.due_at).collect()
}

#[tokio::test]
async fn an_office_empties_no_roster_but_its_own_and_the_gap_is_work_of_who_may_fill_it() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let now = house.now();
        put_on_duty(&test, now - TimeDelta::hours(1), 100).await;
        let of_amman = supervisor_of(Some("amman"));
        let put = |actor: &Actor, office: Option<&str>| {
            let mut unit = house.unit(actor.clone());
            let (office, to) = (office.map(str::to_owned), now + TimeDelta::hours(8));
            let shift = AddShift { staff: Uuid::from_u128(8), office, from: now, to };
            add_shift(&mut unit, shift).map(|_| unit)
        };
        let told = put(&of_amman, None).map(|_| ()).unwrap_err();
        assert!(matches!(told, ShiftError::Denied(_)), "{on}: the nation's is not hers");
        assert!(put(&of_amman, Some("irbid")).is_err(), "{on}: nor is another office's");
        put(&of_amman, Some("amman")).unwrap().commit().await.unwrap();
        let all = shifts(house, Some("amman"), now, now + TimeDelta::days(9)).await.unwrap();
        let [national, own] = [None, Some("amman")]
            .map(|office| all.iter().find(|shift| shift.office.as_deref() == office).unwrap());
        let mut unit = house.unit(of_amman.clone());
        assert!(end_shift(&mut unit, national).is_err(), "{on}: she takes nobody off the nation's");
        end_shift(&mut unit, own).unwrap();
        unit.commit().await.unwrap();
        let mut unit = house.unit(of_amman.clone());
        assert!(add_closed_days(&mut unit, &[]).is_err(), "{on}: nor does she close the country for a day");

        let mut unit = house.unit(supervisor());
        end_shift(&mut unit, national).unwrap();
        unit.commit().await.unwrap();
        assert_eq!(look(&test).await.len(), 1, "{on}: told to who may fill it");
        assert!(roster_alarm_stands(house).await.unwrap(), "{on}");
        assert!(seen(&test, &of_amman).await.is_empty(), "{on}: and to nobody who may not");
    }
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

//! A holiday that is announced later moves the open clocks of the office's time, and never the legal one.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use haqqi_kernel::{Actor, JobStore, ReferenceKind, SubjectKind};
use haqqi_pack::Pack;
use haqqi_testing::TestHouse;
use haqqi_worklist::{
    About, Clocks, ClosedDay, ItemKind, MOVE_CLOCKS, NewDeadline, NewItem, add_closed_days, begin_clock,
    meet_deadline, move_clocks, open_item, owed, refresh,
};
use uuid::Uuid;

fn clocks() -> Clocks {
    Clocks::new(Arc::new(Pack::embedded("jordan").unwrap())).unwrap()
}

/// A complaint with the legal clock, and its assessment in two working days.
async fn complaint(test: &TestHouse, clocks: &Clocks) -> Uuid {
    let mut unit = test.house.unit(Actor::System);
    let (subject, now) = (unit.id(), unit.now());
    let reference = unit.reference(ReferenceKind::Complaint);
    let due = clocks.begin("first-assessment", now, Some("irbid")).unwrap().due_at;
    let item = NewItem::new(
        ItemKind::FirstAssessment,
        SubjectKind::Complaint,
        subject,
        About::Nothing,
        reference,
        due,
    );
    let item = open_item(&mut unit, item);
    let new = NewDeadline {
        subject_kind: SubjectKind::Complaint,
        subject,
        item: Some(item),
        office: Some("irbid"),
    };
    begin_clock(&mut unit, clocks, "acknowledgement", now, &new).unwrap();
    begin_clock(&mut unit, clocks, "first-assessment", now, &new).unwrap();
    unit.commit().await.unwrap();
    subject
}

async fn due(test: &TestHouse, subject: Uuid, clock: &str) -> Option<DateTime<Utc>> {
    owed(&test.house, subject).await.unwrap().into_iter().find(|one| one.clock == clock).map(|one| one.due_at)
}

#[tokio::test]
async fn a_holiday_announced_later_moves_what_is_open_and_nothing_else() {
    for test in haqqi_testing::houses().await {
        let (here, elsewhere, on) = (clocks(), clocks(), test.on);
        // Tuesday: two working days end on Thursday.
        let (open, done) = (complaint(&test, &here).await, complaint(&test, &here).await);
        let (legal, first) =
            (due(&test, open, "acknowledgement").await, due(&test, open, "first-assessment").await.unwrap());
        let mut unit = test.house.unit(Actor::System);
        meet_deadline(&mut unit, done, "first-assessment").await.unwrap().unwrap();
        unit.commit().await.unwrap();

        let mut unit = test.house.unit(Actor::System);
        let day: NaiveDate = "2026-11-25".parse().unwrap();
        add_closed_days(&mut unit, &[ClosedDay { day, code: "mourning".to_owned() }]).unwrap();
        unit.commit().await.unwrap();
        let store = JobStore::new(test.house.clone());
        let jobs = store.claim(10, std::time::Duration::from_secs(60)).await.unwrap();
        let job = jobs.iter().find(|job| job.kind == MOVE_CLOCKS).unwrap();
        for _ in 0..2 {
            move_clocks(&test.house, &here, job).await.unwrap();
            // From Thursday over the weekend to Sunday.
            assert_eq!(
                due(&test, open, "first-assessment").await.unwrap() - first,
                TimeDelta::days(3),
                "{on}"
            );
        }
        assert_eq!(due(&test, open, "acknowledgement").await, legal, "{on}: never the legal clock");
        assert_eq!(due(&test, done, "first-assessment").await, None, "{on}: what was met stays met");

        // Another process hears of it, once.
        assert!(refresh(&test.house, &elsewhere).await.unwrap(), "{on}");
        assert!(!refresh(&test.house, &elsewhere).await.unwrap(), "{on}");
        assert!(!elsewhere.calendar(Some("irbid")).is_working_day(day), "{on}");
    }
}

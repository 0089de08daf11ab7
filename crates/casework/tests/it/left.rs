//! Why she left, or must leave; and the days that count against her.

use chrono::{NaiveDate, TimeDelta};
use haqqi_complaints::{
    Channel, Contact, DaysError, LeaveError, LeavingNotice, ToldDays, clocks_of, days_of_worker, enter,
    her_clocks, open, remind, tell_days, tell_leaving,
};
use haqqi_kernel::{Actor, JobStore, Role};
use haqqi_pack::Pack;
use haqqi_worklist::Calendar;

use crate::world::World;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The vectors of the country's own table: the event, the day, the clock, its last day.
#[test]
fn the_last_days_are_those_of_the_table() {
    let pack = Pack::embedded("jordan").unwrap();
    let calendar = Calendar::of_pack(&pack, None).unwrap();
    for (starts, from, clock, by) in [
        ("dismissed", "2026-11-01", "dismissal-suit", "2026-12-31"),
        ("left-work", "2026-11-10", "leave-notice", "2026-11-24"),
        ("penalty-notified", "2026-11-18", "penalty-objection", "2026-11-25"),
        ("last-day-worked", "2026-08-31", "wage-authority", "2027-02-28"),
        ("claim-arose", "2024-02-29", "any-claim", "2026-02-28"),
    ] {
        let days = ToldDays::from([(starts.to_owned(), day(from))]);
        let clocks = her_clocks(&pack, &calendar, &days, day("2026-11-24"));
        let found: Vec<_> = clocks.iter().map(|c| (c.code.as_str(), c.by, c.law)).collect();
        assert_eq!(found, [(clock, day(by), false)], "{starts}: no lawyer has approved it");
        assert_eq!(clocks[0].past, day(by) < day("2026-11-24"));
    }
}

/// The other country approved its rows, and one of them rolls forward.
#[test]
fn what_a_lawyer_approved_is_told_as_law() {
    let pack = Pack::embedded("example").unwrap();
    let calendar = Calendar::of_pack(&pack, None).unwrap();
    let days = ToldDays::from([("left-work".to_owned(), day("2026-11-10"))]);
    let clocks = her_clocks(&pack, &calendar, &days, day("2026-11-24"));
    assert!(!clocks.is_empty() && clocks.iter().all(|clock| clock.law));
    for start in (0..400).map(|n| day("2025-01-01") + TimeDelta::days(n)) {
        let days = ToldDays::from([("claim-arose".to_owned(), start)]);
        let clocks = her_clocks(&pack, &calendar, &days, start);
        assert!(clocks.iter().all(|clock| clock.by > start && calendar.is_working_day(clock.by)), "{start}");
    }
}

fn notice() -> LeavingNotice {
    LeavingNotice {
        language: "en".to_owned(),
        left: true,
        since: Some(day("2026-11-20")),
        reasons: vec!["wage-cut".to_owned(), "violence".to_owned()],
        ..LeavingNotice::default()
    }
}

#[tokio::test]
async fn she_tells_why_she_left_and_it_is_dated_read_and_handed_to_nobody() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut unit = desk.site.house.unit(Actor::Stranger);
        let mut told = notice();
        told.employer.governorate = Some(crate::world::PLACE.to_owned());
        let filed = tell_leaving(desk, &mut unit, "web", &told).unwrap();
        unit.commit().await.unwrap();
        let entered = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let officer = world.staff(Role::ComplaintsOfficer);
        let record = open(desk, &officer, filed.reference, "test").await.unwrap();
        assert_eq!(record.summary.kind, "left-or-must-leave", "{}", world.test.on);
        assert!(!record.summary.urgent, "she has left");
        assert!(record.texts[0].body.contains("Beaten") && record.texts[0].body.contains("2026-11-20"));
        let what: Vec<_> = world.events(entered.complaint()).await.into_iter().map(|e| e.what).collect();
        assert!(what.contains(&"assessment.made".to_owned()), "{what:?}");
        assert!(!what.iter().any(|what| what.starts_with("hand-over") || what.starts_with("referral")));
        let days = days_of_worker(desk, &entered).await.unwrap();
        let clocks = clocks_of(desk, Some(crate::world::OFFICE), &days);
        assert_eq!((clocks[0].code.as_str(), clocks[0].by), ("leave-notice", day("2026-12-04")));
        // Whoever must leave where there is violence is in danger now.
        let mut unit = desk.site.house.unit(Actor::Stranger);
        let stays = LeavingNotice { left: false, since: None, ..told };
        let filed = tell_leaving(desk, &mut unit, "web", &stays).unwrap();
        unit.commit().await.unwrap();
        assert!(open(desk, &officer, filed.reference, "test").await.unwrap().summary.urgent);
    }
}

#[tokio::test]
async fn a_notice_that_cannot_be_stores_nothing() {
    for world in World::all().await {
        let desk = &world.desk;
        let tell = |notice: LeavingNotice| {
            let mut unit = desk.site.house.unit(Actor::Stranger);
            tell_leaving(desk, &mut unit, "web", &notice).map(|_| ())
        };
        let empty = LeavingNotice { reasons: Vec::new(), words: " ".to_owned(), ..notice() };
        assert!(matches!(tell(empty), Err(LeaveError::Empty)));
        let odd = LeavingNotice { reasons: vec!["nonsense".to_owned()], ..notice() };
        assert!(matches!(tell(odd), Err(LeaveError::Reason)));
        let future = LeavingNotice { since: Some(day("2026-12-24")), ..notice() };
        assert!(matches!(tell(future), Err(LeaveError::Day)));
        let (_, entered) = world.worker().await;
        for (code, on) in [("left-work", "2027-01-01"), ("closed", "2026-11-01"), ("left-work", "1900-01-01")]
        {
            let days = ToldDays::from([(code.to_owned(), day(on))]);
            let refused = tell_days(desk, &entered, &days).await;
            assert!(matches!(refused, Err(DaysError::Day(_) | DaysError::Unknown(_))), "{code} {on}");
        }
        assert!(days_of_worker(desk, &entered).await.unwrap().is_empty());
    }
}

/// The mails that the jobs of this instant would send, after its reminders were done.
async fn mails(world: &World) -> usize {
    let jobs = JobStore::new(world.desk.site.house.clone());
    let lease = std::time::Duration::from_secs(60);
    let mut mails = 0;
    loop {
        let claimed = jobs.claim(50, lease).await.unwrap();
        if claimed.is_empty() {
            return mails;
        }
        for job in claimed {
            if job.kind == haqqi_complaints::REMIND {
                remind(&world.desk, &job).await.unwrap();
            }
            mails += usize::from(job.kind == haqqi_messaging::SEND_JOB);
            jobs.finish(&job, Ok(())).await.unwrap();
        }
    }
}

#[tokio::test]
async fn she_is_reminded_only_where_it_is_safe_and_while_the_day_stands() {
    for world in World::all().await {
        let desk = &world.desk;
        let contact = |hers_alone| Contact {
            channel: Channel::Email,
            address: "her@mail.example".to_owned(),
            hers_alone,
            ..Contact::default()
        };
        let mut entered = Vec::new();
        for alone in [true, false] {
            let mut command = World::command();
            command.contact = contact(alone);
            let filed = world.file(&command).await;
            entered.push(enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap());
        }
        mails(&world).await;
        for one in &entered {
            tell_days(desk, one, &ToldDays::from([("left-work".to_owned(), day("2026-11-20"))]))
                .await
                .unwrap();
        }
        // 4 December is the last day: reminded 7 and 3 days before, where the mailbox is hers alone.
        world.test.clock.advance(TimeDelta::days(2));
        assert_eq!(mails(&world).await, 0, "{}", world.test.on);
        world.test.clock.advance(TimeDelta::days(2));
        assert_eq!(mails(&world).await, 1, "{}", world.test.on);
        // She tells another day: the old reminder is due, and sends nothing.
        let later = ToldDays::from([("left-work".to_owned(), day("2026-11-27"))]);
        tell_days(desk, &entered[0], &later).await.unwrap();
        world.test.clock.advance(TimeDelta::days(4));
        assert_eq!(mails(&world).await, 0, "{}", world.test.on);
        world.test.clock.advance(TimeDelta::days(3));
        assert_eq!(mails(&world).await, 1, "{}: 11 December less a week", world.test.on);
    }
}

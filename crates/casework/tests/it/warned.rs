//! A clock that runs against her comes due: the office gets work with a deadline, however she told the day, and only
//! somebody who has seen to it ends it.

use axum::http::StatusCode;
use chrono::{NaiveDate, TimeDelta};
use haqqi_casework::{ClockAnswer, ClockError, CloseError, save_wages, settle_clock};
use haqqi_complaints::{
    AnswerBy, DaysError, Entered, FileComplaint, IntakeWords, Interpreted, LeavingNotice, TakeIntake,
    ToldDays, WARN, WageClaim, Way, days_for_staff, days_of_worker, days_version, enter, note_days, reopen,
    take_intake, tell_days, tell_leaving, warn,
};
use haqqi_kernel::{Action, Actor, JobStore, Reference, Role, judge};
use haqqi_pack::Ending;
use haqqi_wages::{Facts, Month};
use haqqi_worklist::{QueueRow, tick};

use crate::flag_page::Browser;
use crate::world::World;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn left(on: &str) -> ToldDays {
    ToldDays::from([("left-work".to_owned(), day(on))])
}

/// Does the jobs that look at her days, and no others.
async fn look(world: &World) {
    // Time goes on between what happens: no two clocks of one name begin at the same instant.
    world.test.clock.advance(TimeDelta::seconds(1));
    let jobs = JobStore::new(world.desk.site.house.clone());
    loop {
        let claimed = jobs.claim(50, std::time::Duration::from_secs(60)).await.unwrap();
        if claimed.is_empty() {
            return;
        }
        for job in claimed {
            if job.kind == WARN {
                warn(&world.desk, &job).await.unwrap();
                // Done twice it does nothing more.
                warn(&world.desk, &job).await.unwrap();
            }
            jobs.finish(&job, Ok(())).await.unwrap();
        }
    }
}

async fn warnings(world: &World, actor: &Actor, reference: Reference) -> Vec<QueueRow> {
    let mine = |row: &QueueRow| row.kind == "her-clock" && row.reference == reference.to_string();
    world.work(actor).await.into_iter().filter(mine).collect()
}

async fn notice(world: &World, since: &str) -> (Reference, Entered) {
    let mut told = LeavingNotice {
        language: "en".to_owned(),
        left: true,
        since: Some(day(since)),
        reasons: vec!["wage-cut".to_owned()],
        ..LeavingNotice::default()
    };
    told.employer.governorate = Some(crate::world::PLACE.to_owned());
    let mut unit = world.desk.site.house.unit(Actor::Stranger);
    let filed = tell_leaving(&world.desk, &mut unit, "web", &told).unwrap();
    unit.commit().await.unwrap();
    let entered = enter(&world.desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
    (filed.reference, entered)
}

#[tokio::test]
async fn a_leaving_notice_that_comes_due_is_somebody_s_work() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        // She left on the 20th: 4 December is her last day; the office is warned a week before.
        let (reference, _) = notice(&world, "2026-11-20").await;
        let officer = world.officer_of(reference).await;
        look(&world).await;
        assert!(warnings(&world, &officer, reference).await.is_empty(), "{on}: there is time");
        world.test.clock.advance(TimeDelta::days(4));
        look(&world).await;
        let row = warnings(&world, &officer, reference).await.pop().unwrap();
        assert_eq!(row.label.as_deref(), Some("leave-notice"), "{on}");
        assert_eq!(row.due_at.date_naive(), day("2026-12-04"), "{on}");
        assert_eq!(row.assignee, officer.account(), "{on}: whoever read it has it");
        // Where less is left than a week, it is work at once.
        let (late, entered) = notice(&world, "2026-11-16").await;
        look(&world).await;
        let supervisor = world.staff(Role::Supervisor);
        let row = warnings(&world, &supervisor, late).await.pop().unwrap();
        assert_eq!((row.due_at.date_naive(), row.assignee), (day("2026-11-30"), None), "{on}");
        // Nobody sees to it: it climbs, and its breach stays visible.
        world.test.clock.advance(TimeDelta::days(8));
        tick(&desk.site.house).await.unwrap();
        let breached = world.events(entered.complaint()).await;
        let breached = breached.iter().filter(|event| event.what == "deadline.breached");
        assert!(breached.filter(|event| event.dimensions.contains("leave-notice")).count() == 1, "{on}");
        let row = warnings(&world, &supervisor, late).await.pop().unwrap();
        assert_eq!(row.role.as_deref(), Some("supervisor"), "{on}");
    }
}

#[tokio::test]
async fn only_who_has_seen_to_it_ends_it_and_another_day_begins_it_anew() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (filed, entered) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        tell_days(desk, &entered, &left("2026-11-12")).await.unwrap();
        look(&world).await;
        assert_eq!(warnings(&world, &officer, filed.reference).await.len(), 1, "{on}");

        // Those whose complaint it is not learn nothing and end nothing.
        for role in [Role::Inspector, Role::Interpreter, Role::Administrator, Role::Analyst, Role::Auditor] {
            let other = world.staff(role);
            let answer = settle_clock(desk, &other, filed.reference, "leave-notice", ClockAnswer::Told).await;
            assert!(matches!(answer, Err(ClockError::Read(_))), "{on}: {role:?}");
        }
        for no in ["any-claim", "decision", "nonsense", ""] {
            let answer = settle_clock(desk, &officer, filed.reference, no, ClockAnswer::Told).await;
            assert!(matches!(answer, Err(ClockError::Nothing)), "{on}: {no}");
        }
        settle_clock(desk, &officer, filed.reference, "leave-notice", ClockAnswer::Told).await.unwrap();
        assert!(warnings(&world, &officer, filed.reference).await.is_empty(), "{on}");
        let again = settle_clock(desk, &officer, filed.reference, "leave-notice", ClockAnswer::Asked).await;
        assert!(matches!(again, Err(ClockError::Nothing)), "{on}: once");
        let events = world.events(entered.complaint()).await;
        let settled = events.iter().find(|event| event.what == "complaint.clock-settled").unwrap();
        assert!(settled.dimensions.contains("leave-notice") && settled.dimensions.contains("told"), "{on}");
        // The same day told again is seen to already; another is not, and takes the place of the one before.
        tell_days(desk, &entered, &left("2026-11-12")).await.unwrap();
        look(&world).await;
        assert!(warnings(&world, &officer, filed.reference).await.is_empty(), "{on}");
        for (told, by) in [("2026-11-14", "2026-11-28"), ("2026-11-15", "2026-11-29")] {
            tell_days(desk, &entered, &left(told)).await.unwrap();
            look(&world).await;
            let rows = warnings(&world, &officer, filed.reference).await;
            let due: Vec<_> = rows.iter().map(|row| row.due_at.date_naive()).collect();
            assert_eq!(due, [day(by)], "{on}");
        }
        // Nothing is closed while somebody must see to it; and what comes due after the closing is work all the same.
        let waits = world.close(&officer, filed.reference, "insufficient").await;
        assert!(matches!(waits, Err(CloseError::ClockRuns(clock)) if clock == "leave-notice"), "{on}");
        settle_clock(desk, &officer, filed.reference, "leave-notice", ClockAnswer::Told).await.unwrap();
        world.closed(&officer, filed.reference).await;
        look(&world).await;
        assert!(warnings(&world, &officer, filed.reference).await.is_empty(), "{on}: she knows it");
        tell_days(desk, &entered, &left("2026-11-16")).await.unwrap();
        look(&world).await;
        assert_eq!(warnings(&world, &officer, filed.reference).await.len(), 1, "{on}: closed, and it runs");
        reopen(desk, &entered).await.unwrap();
        look(&world).await;
        assert_eq!(warnings(&world, &officer, filed.reference).await.len(), 1, "{on}");
        // What she takes back is nobody's work either.
        tell_days(desk, &entered, &ToldDays::new()).await.unwrap();
        look(&world).await;
        assert!(warnings(&world, &officer, filed.reference).await.is_empty(), "{on}");
    }
}

#[tokio::test]
async fn who_has_no_way_to_her_page_loses_no_day_by_it() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        // At the counter she says when she was dismissed: the clock runs from what was taken down.
        let dismissed = ToldDays::from([("dismissed".to_owned(), day("2026-10-02"))]);
        let taken = TakeIntake {
            way: Way::Counter,
            interpreted: Interpreted::No,
            interpreter_apart: false,
            private: true,
            answer_by: AnswerBy::Visit,
            words: IntakeWords::default(),
            kept: None,
            told: FileComplaint { days: dismissed.clone(), ..World::command() },
        };
        let clerk = world.staff(Role::HotlineOperator);
        let mut wrong = taken.clone();
        wrong.told.days = ToldDays::from([("dismissed".to_owned(), day("2027-01-01"))]);
        assert!(take_intake(desk, &clerk, &wrong, None).await.is_err(), "{on}: no day that is to come");
        let reference = take_intake(desk, &clerk, &taken, None).await.unwrap().reference.parse().unwrap();
        let officer = world.officer_of(reference).await;
        look(&world).await;
        let rows = warnings(&world, &officer, reference).await;
        let due: Vec<_> = rows.iter().map(|row| (row.label.as_deref(), row.due_at.date_naive())).collect();
        assert_eq!(due, [(Some("dismissal-suit"), day("2026-12-01"))], "{on}");

        // A paper shows another day: the officer corrects it. Nobody undoes what a colleague changed unseen.
        let id = world.told_as(reference).await.id;
        let seen = days_version(desk, id).await.unwrap();
        let corrected = ToldDays::from([("dismissed".to_owned(), day("2026-10-05"))]);
        note_days(desk, &officer, reference, &corrected, seen).await.unwrap();
        let late = note_days(desk, &officer, reference, &dismissed, seen).await;
        assert!(matches!(late, Err(DaysError::Changed)), "{on}: {late:?}");
        for role in [Role::Inspector, Role::Interpreter, Role::Administrator, Role::Auditor, Role::Analyst] {
            let other = note_days(desk, &world.staff(role), reference, &dismissed, seen).await;
            assert!(matches!(other, Err(DaysError::Read(_))), "{on}: {role:?}");
        }
        // Nor is a clock that waits wiped away with its day.
        let now = days_version(desk, id).await.unwrap();
        let wiped = note_days(desk, &officer, reference, &ToldDays::new(), now).await;
        assert!(matches!(wiped, Err(DaysError::Waits(event)) if event == "dismissed"), "{on}");
        // What was typed is given back, with what is wrong at its field; and what a colleague changed is not undone unseen.
        let browser = Browser::of(&world, "asma", Role::ComplaintsOfficer).await;
        let record = format!("/staff/complaints/{reference}");
        let to = format!("{record}/her-days");
        let field =
            |event: &str, value: &str| format!("name=\"day-{event}\" type=\"date\" value=\"{value}\"");
        let version = now.to_string();
        let typed =
            [("version", version.as_str()), ("day-dismissed", "2026-10-07"), ("day-left-work", "soon")];
        let (status, page) = browser.send(&record, &to, &typed).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(page.contains(&field("dismissed", "2026-10-07")), "{on}: {page}");
        assert!(
            page.contains(&field("left-work", "soon")) && page.contains("id=\"day-left-work-error\""),
            "{on}"
        );
        let wiped = [("version", version.as_str()), ("day-left-work", "2026-11-20")];
        let (status, page) = browser.send(&record, &to, &wiped).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(page.contains(&field("left-work", "2026-11-20")), "{on}: {page}");
        assert!(
            page.contains("id=\"day-dismissed-error\"") && page.contains(&field("dismissed", "")),
            "{on}"
        );
        let before = seen.to_string();
        let typed = [("version", before.as_str()), ("day-dismissed", "2026-10-07")];
        let (status, page) = browser.send(&record, &to, &typed).await;
        assert_eq!(status, StatusCode::CONFLICT, "{on}");
        assert!(
            page.contains("data-test=\"stale\"") && page.contains(&field("dismissed", "2026-10-07")),
            "{on}"
        );
        assert_eq!(days_version(desk, id).await.unwrap(), now, "{on}: nothing was written");
        // Between a day that is told and its work nothing is closed either.
        let waits = world.close(&officer, reference, "insufficient").await;
        assert!(matches!(waits, Err(CloseError::ClockRuns(_))), "{on}: {waits:?}");
        look(&world).await;
        let due: Vec<_> =
            warnings(&world, &officer, reference).await.iter().map(|row| row.due_at.date_naive()).collect();
        assert_eq!(due, [day("2026-12-04")], "{on}: computed anew from the facts");
    }
}

#[tokio::test]
async fn what_is_claimed_and_worked_out_starts_her_clocks_where_nobody_told_a_day() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let claim = |month: &str| WageClaim { month: month.to_owned(), agreed: Some(300_000), paid: None };
        let told = FileComplaint { claims: vec![claim("2026-09"), claim("2026-08")], ..World::command() };
        let filed = world.file(&told).await;
        let officer = world.officer_of(filed.reference).await;
        let id = world.told_as(filed.reference).await.id;
        let scope = judge(&officer, Action::ReadComplaint).unwrap();
        let known = async || days_for_staff(desk, &officer, &scope, id).await.unwrap();
        assert_eq!(known().await, ToldDays::from([("claim-arose".to_owned(), day("2026-08-31"))]), "{on}");

        let month = Month { month: "2026-07".to_owned(), agreed: Some(300_000), ..Month::default() };
        let facts = Facts {
            ended: Some(day("2026-10-05")),
            ending: Some(Ending::Dismissed),
            months: vec![month],
            ..Facts::default()
        };
        save_wages(desk, &officer, filed.reference, &facts).await.unwrap();
        let learnt =
            [("claim-arose", "2026-07-31"), ("dismissed", "2026-10-05"), ("last-day-worked", "2026-10-05")]
                .map(|(what, on)| (what.to_owned(), day(on)));
        assert_eq!(known().await, ToldDays::from(learnt.clone()), "{on}");
        look(&world).await;
        let rows = warnings(&world, &officer, filed.reference).await;
        assert!(rows.iter().any(|row| row.label.as_deref() == Some("dismissal-suit")), "{on}: {rows:?}");

        // An officer who saves the form as it was shown, or with one day more, has told none of these: the calculation is
        // corrected, and they go with it.
        let noted = async || {
            let events = world.events(id).await;
            events.iter().filter(|event| event.what.starts_with("complaint.days-")).count()
        };
        let mut shown = known().await;
        let seen = days_version(desk, id).await.unwrap();
        note_days(desk, &officer, filed.reference, &shown, seen).await.unwrap();
        assert_eq!(
            (days_version(desk, id).await.unwrap(), noted().await),
            (seen, 0),
            "{on}: nothing is written"
        );
        shown.insert("penalty-notified".to_owned(), day("2026-11-20"));
        note_days(desk, &officer, filed.reference, &shown, seen).await.unwrap();
        assert_eq!((known().await, noted().await), (shown.clone(), 1), "{on}");
        let facts = Facts { ended: Some(day("2026-10-06")), ..facts };
        save_wages(desk, &officer, filed.reference, &facts).await.unwrap();
        let learnt =
            [("claim-arose", "2026-07-31"), ("dismissed", "2026-10-06"), ("last-day-worked", "2026-10-06")]
                .map(|(what, on)| (what.to_owned(), day(on)));
        shown.extend(learnt.clone());
        assert_eq!(known().await, shown, "{on}: a learnt day is moved, and a told one stays");

        // What she tells herself wins, and she sees all of it.
        let entered = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let hers = ToldDays::from([("dismissed".to_owned(), day("2026-10-01"))]);
        tell_days(desk, &entered, &hers).await.unwrap();
        let mut all = ToldDays::from(learnt);
        all.extend(hers);
        assert_eq!(days_of_worker(desk, &entered).await.unwrap(), all, "{on}");
        // Nor has she told what her page showed her and she left as it is.
        tell_days(desk, &entered, &all).await.unwrap();
        save_wages(desk, &officer, filed.reference, &Facts { ended: Some(day("2026-10-07")), ..facts })
            .await
            .unwrap();
        all.insert("last-day-worked".to_owned(), day("2026-10-07"));
        assert_eq!(days_of_worker(desk, &entered).await.unwrap(), all, "{on}: what she told stays");
    }
}

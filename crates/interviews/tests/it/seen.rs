//! What an inspector sees at a visit without asking anybody, and what comes of it: once, unseen by who was there.

use chrono::TimeDelta;
use haqqi_complaints::{FieldProblem, FileError, ReadError, file, open};
use haqqi_inspections::{ISSUE_REPORT, Observed, issue_report, report, report_file};
use haqqi_interviews::visit_seen;
use haqqi_kernel::{Action, JobStore, Role, judge};
use haqqi_screening::{Answer, Level, flags_of_complaint, open_flag};

use crate::world::{OFFICE, World};

const YES: Observed = Observed::Yes;

#[tokio::test]
async fn papers_in_a_locked_drawer_open_one_complaint_however_often_the_job_runs() {
    for world in World::all().await {
        let on = world.test.on;
        let visit = world.visits().await.remove(0);
        world.looks().await;
        let sights = [("O.papers", YES), ("O.sleep", Observed::No), ("O.phones", Observed::NotSeen)];
        world.finishes(&visit, &sights).await;
        let jobs = world.looks().await;
        assert_eq!(jobs.len(), 1, "{on}: one for a finished visit");
        for _ in 0..3 {
            visit_seen(&world.visits, &jobs[0]).await.unwrap();
        }
        let own = world.own().await;
        assert_eq!(own.len(), 1, "{on}: once");
        let opened = &own[0];
        assert_eq!(opened.summary.establishment, Some(visit.establishment), "{on}");
        assert_eq!(opened.summary.office.as_deref(), Some(OFFICE), "{on}");
        assert_eq!((opened.texts.len(), opened.worker.name.as_str()), (0, ""), "{on}: nobody said anything");
        assert_eq!(opened.answers.get("O.papers"), Some(&Answer::Yes), "{on}");
        assert_eq!(opened.answers.get("O.sleep"), Some(&Answer::No), "{on}");
        for unknown in ["O.phones", "O.rota"] {
            assert_eq!(opened.answers.get(unknown), Some(&Answer::Unknown), "{on}: {unknown} clears nobody");
        }
        // One of the eleven asks to look closer, and is no flag.
        let flags = flags_of_complaint(&world.desk.screening, opened.summary.id).await.unwrap();
        assert!(flags.is_empty() && !opened.summary.urgent, "{on}: {flags:?}");
        assert_eq!(world.count("credential").await, 0, "{on}: nobody has a code");
        // It is acknowledged like any other.
        world.officer_of(opened.summary.reference).await;
    }
}

#[tokio::test]
async fn a_visit_that_shows_nothing_opens_nothing_and_leaves_the_same_trace() {
    for world in World::all().await {
        let on = world.test.on;
        let visits = world.visits().await;
        world.looks().await;
        world.finishes(&visits[0], &[]).await;
        world.finishes(&visits[1], &[("O.locked", Observed::No), ("O.guards", Observed::NotSeen)]).await;
        let jobs = world.looks().await;
        assert_eq!(jobs.len(), 2, "{on}: a job each, whatever was seen");
        assert!(
            jobs.iter().all(|job| job.payload.as_object().unwrap().len() == 1),
            "{on}: and it says nothing"
        );
        for job in &jobs {
            visit_seen(&world.visits, job).await.unwrap();
        }
        assert!(world.own().await.is_empty(), "{on}");
        assert_eq!(world.count("complaint").await, 0, "{on}");
    }
}

#[tokio::test]
async fn a_locked_gate_reaches_people_within_the_hour_before_the_record_is_closed() {
    for world in World::all().await {
        let on = world.test.on;
        let visit = world.visits().await.remove(0);
        world.looks().await;
        world.sees(&visit, &[("O.sleep", YES)]).await;
        assert!(world.looks().await.is_empty(), "{on}: what can wait waits until the visit is finished");
        world.sees(&visit, &[("O.sleep", YES), ("O.locked", YES)]).await;
        let jobs = world.looks().await;
        assert_eq!(jobs.len(), 1, "{on}");
        visit_seen(&world.visits, &jobs[0]).await.unwrap();
        let opened = world.own().await.remove(0);
        assert!(opened.summary.urgent, "{on}");
        let flags = flags_of_complaint(&world.desk.screening, opened.summary.id).await.unwrap();
        assert_eq!(flags.iter().map(|flag| flag.level).collect::<Vec<_>>(), [Level::Danger], "{on}");
        let supervisor = world.staff(Role::Supervisor);
        let now = world.desk.site.house.now();
        let (hour, work) = (now + TimeDelta::hours(1), world.work(&supervisor).await);
        for of in [opened.summary.reference.to_string(), flags[0].reference.to_string()] {
            let due = work.iter().find(|row| row.reference == of).unwrap().due_at;
            assert!(due > now && due <= hour, "{on}: {of} {due}");
        }
        // Finished later, with one sign more: assessed again, and still one complaint, and one flag of danger.
        world.test.clock.advance(TimeDelta::minutes(30));
        world.finishes(&visit, &[("O.sleep", YES), ("O.locked", YES), ("O.papers", YES)]).await;
        let jobs = world.looks().await;
        for _ in 0..2 {
            visit_seen(&world.visits, &jobs[0]).await.unwrap();
        }
        let own = world.own().await;
        assert_eq!(own.len(), 1, "{on}");
        assert_eq!(own[0].answers.get("O.papers"), Some(&Answer::Yes), "{on}: what was seen later is added");
        assert_eq!(world.count("assessment").await, 2, "{on}: once for each time that more was seen");
        let flags = flags_of_complaint(&world.desk.screening, own[0].summary.id).await.unwrap();
        assert_eq!(flags.len(), 1, "{on}: {flags:?}");
        let told = open_flag(&world.desk.screening, &supervisor, flags[0].reference).await.unwrap();
        assert_eq!(told.row.filed_by, "inspection", "{on}");
    }
}

#[tokio::test]
async fn children_at_work_go_to_the_child_lead() {
    for world in World::all().await {
        let on = world.test.on;
        let visit = world.visits().await.remove(0);
        world.looks().await;
        world.finishes(&visit, &[("O.children", YES)]).await;
        for job in world.looks().await {
            visit_seen(&world.visits, &job).await.unwrap();
        }
        let lead = world.staff(Role::ChildLead);
        let work = world.work(&lead).await;
        let opened = world.own().await.remove(0);
        assert!(work.iter().any(|row| row.reference == opened.summary.reference.to_string()), "{on}");
        let flags = flags_of_complaint(&world.desk.screening, opened.summary.id).await.unwrap();
        assert_eq!((flags[0].level, flags[0].age.as_str()), (Level::Possible, "child"), "{on}");
    }
}

#[tokio::test]
async fn nothing_of_it_is_in_the_employers_papers_nor_anybodys_but_who_was_there() {
    for world in World::all().await {
        let (on, desk) = (world.test.on, &world.visits.inspections);
        let mut visits = world.visits().await;
        let visit = visits.remove(0);
        world.looks().await;
        world.finishes(&visit, &[("O.papers", YES), ("O.struck", YES)]).await;
        let store = JobStore::new(world.desk.site.house.clone());
        for job in store.claim(100, std::time::Duration::from_secs(60)).await.unwrap() {
            match job.kind.as_str() {
                ISSUE_REPORT => issue_report(desk, &job).await.unwrap(),
                haqqi_inspections::LOOK => visit_seen(&world.visits, &job).await.unwrap(),
                _ => {}
            }
        }
        let own = world.own().await.remove(0);
        let issued = report(desk, &visit.inspector, visit.reference).await.unwrap();
        let told = serde_json::to_string(&issued).unwrap();
        let words = world.desk.site.languages.for_staff("en").unwrap().text("ask-o-papers");
        for secret in ["O.papers", "O.struck", &*words, &own.summary.reference.to_string()] {
            assert!(!told.contains(secret), "{on}: the report tells {secret}");
        }
        assert!(report_file(desk, &visit.inspector, visit.reference).await.unwrap().pdf.starts_with(b"%PDF"));
        // Who was there reads back what they ticked, and learns nothing of what came of it.
        let back = haqqi_inspections::open(desk, &visit.inspector, visit.reference).await.unwrap();
        assert_eq!(back.record.observations.get("O.papers"), Some(&YES), "{on}");
        let flags = flags_of_complaint(&world.desk.screening, own.summary.id).await.unwrap();
        assert!(
            open_flag(&world.desk.screening, &visit.inspector, flags[0].reference).await.is_err(),
            "{on}"
        );
        let closed = open(&world.desk, &visit.inspector, own.summary.reference, "test").await;
        assert!(matches!(closed, Err(ReadError::NotFound)), "{on}: {closed:?}");
        assert!(
            world
                .work(&visit.inspector)
                .await
                .iter()
                .all(|row| row.reference != own.summary.reference.to_string())
        );
        // A planner of the office reads the record without it.
        let planner = world.staff(Role::Planner);
        let planned = haqqi_inspections::open(desk, &planner, visit.reference).await.unwrap();
        assert!(planned.record.observations.is_empty() && !planned.record.items.is_empty(), "{on}");
        // What the history says of the visit says nothing of it.
        let id = planned.row.id;
        let said: Vec<_> = world.events(id).await.iter().map(|one| format!("{one:?}")).collect();
        assert!(!said.join("\n").contains("O."), "{on}: {said:?}");
    }
}

#[tokio::test]
async fn nobody_files_in_the_inspectorates_name() {
    for world in World::all().await {
        let on = world.test.on;
        let mut command = World::command();
        command.filed_by = Some("inspection".to_owned());
        for role in [Role::HotlineOperator, Role::ComplaintsOfficer, Role::Inspector] {
            let actor = world.staff(role);
            if judge(&actor, Action::FileComplaint).is_err() {
                continue;
            }
            let mut unit = world.desk.site.house.unit(actor);
            let refused = file(&world.desk, &mut unit, "hotline", &command).unwrap_err();
            let expected = FileError::Field { field: "filed_by", problem: FieldProblem::NotYours };
            assert_eq!(refused, expected, "{on}: {role:?}");
        }
    }
}

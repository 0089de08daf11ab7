//! One visit the whole way.

use chrono::TimeDelta;
use haqqi_inspections::{
    ISSUE_REPORT, MeasureState, NEWS, RecordError, RequestState, VisitState, finish, genuine, issue_report,
    open, pool, report, report_file, result_of, save, settle,
};
use haqqi_kernel::entity::event;
use haqqi_kernel::{Action, judge};
use haqqi_worklist::{Filter, Sight, queue};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::world::world;

#[tokio::test]
async fn a_visit_is_asked_for_planned_recorded_and_reported() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let desk = &world.desk;
        let house = &desk.site.house;
        let on = test.on;

        let (request, reference) = world.ask(world.places[0], &["documents", "wages"], &["dogs"]).await;
        let waiting = pool(desk, &world.planner.actor).await.unwrap();
        assert_eq!(waiting.len(), 1, "{on}");
        assert_eq!(waiting[0].reference, reference);
        assert_eq!(waiting[0].sections, ["wages", "documents"], "in the checklist's order");

        let visits = world.made(&[reference]).await;
        assert_eq!(visits.len(), 3, "one request and two routine visits");
        assert!(!visits.contains(&reference), "no visit carries the request's reference");
        assert!(pool(desk, &world.planner.actor).await.unwrap().is_empty());
        let news: Vec<_> = world.jobs().await.into_iter().filter(|job| job.kind == NEWS).collect();
        assert_eq!(news.len(), 1);
        assert_eq!(news[0].payload["news"], "planned");

        // Which of them it is, only the house knows.
        let mut wanted = None;
        for visit in &visits {
            let opened = open(desk, &world.planner.actor, *visit).await.unwrap();
            if opened.row.establishment == world.places[0] {
                wanted = Some(*visit);
            }
        }
        let visit = wanted.unwrap();
        let inspector = world.inspector_of(visit).await;
        let sight = Sight::of(&inspector.actor).unwrap();
        let due = queue(house, &sight, &Filter::default(), None, 50).await.unwrap();
        assert!(due.rows.iter().any(|row| row.kind == "visit-to-do" && row.reference == visit.to_string()));
        assert!(due.rows.iter().all(|row| row.kind != "visit-pool"));

        // Saved in parts; a draft need not be whole.
        test.clock.advance(TimeDelta::days(1));
        let mut draft = world.record("garment", &[]);
        draft.items.retain(|code, _| code.starts_with("wages"));
        let version = save(desk, &inspector.actor, visit, None, &draft).await.unwrap();
        let opened = open(desk, &inspector.actor, visit).await.unwrap();
        assert_eq!((opened.record, opened.row.state), (draft.clone(), VisitState::UnderWay));
        match finish(desk, &inspector.actor, visit, Some(version), &draft).await {
            Err(RecordError::Record(wrong)) => assert!(wrong.len() > 5),
            other => panic!("{on}: {other:?}"),
        }
        let stale = save(desk, &inspector.actor, visit, Some(version - 1), &draft).await;
        assert!(stale.is_err(), "somebody else wrote in the meantime");

        let wrong = [
            ("wages-full", "warning"),
            ("papers-with-worker", "infringement-notice"),
            ("exits-open", "stop-work"),
            ("wages-paid-in-time", "warning"),
            ("registers-kept", ""),
        ];
        let record = world.record("garment", &wrong);
        let done = finish(desk, &inspector.actor, visit, Some(version), &record).await.unwrap();
        assert_eq!((done.findings, done.measures), (5, 3), "one warning for both findings");
        let opened = open(desk, &inspector.actor, visit).await.unwrap();
        let warning = opened.measures.iter().find(|measure| measure.code == "warning").unwrap();
        let left = warning.due_at.unwrap() - test.house.now();
        assert!(left <= TimeDelta::days(8) && left > TimeDelta::days(6), "seven days from service: {left}");
        let notice = opened.measures.iter().find(|m| m.code == "infringement-notice").unwrap();
        assert!(notice.due_at.unwrap() - test.house.now() > TimeDelta::days(27));
        let stop = opened.measures.iter().find(|measure| measure.code == "stop-work").unwrap();
        assert_eq!(stop.state, MeasureState::Proposed);
        assert!(settle(desk, &inspector.actor, visit, stop.number, MeasureState::Imposed).await.is_err());
        let boss = &world.supervisor.actor;
        settle(desk, boss, visit, stop.number, MeasureState::Imposed).await.unwrap();
        settle(desk, &inspector.actor, visit, warning.number, MeasureState::Remedied).await.unwrap();

        // The report is issued once, however often its job runs.
        assert!(report(desk, &inspector.actor, visit).await.is_err(), "not yet");
        let jobs = world.jobs().await;
        let job = jobs.iter().find(|job| job.kind == ISSUE_REPORT).unwrap();
        issue_report(desk, job).await.unwrap();
        let first = report_file(desk, &inspector.actor, visit).await.unwrap();
        issue_report(desk, job).await.unwrap();
        let second = report_file(desk, &world.planner.actor, visit).await.unwrap();
        assert_eq!((&first.number, &first.pdf), (&second.number, &second.pdf), "{on}");
        assert!(first.number.starts_with("P-26-") && first.pdf.starts_with(b"%PDF"));
        let issued = report(desk, &inspector.actor, visit).await.unwrap();
        assert_eq!(issued.findings.len(), 5);
        assert!(issued.findings.iter().all(|finding| finding.cited.is_some()), "bound to the law in force");
        // Whoever holds the paper can look it up; the answer knows no more than that it is ours.
        let code = issued.code.clone().unwrap();
        assert!(genuine(house, &code).await.unwrap(), "{on}");
        assert!(genuine(house, &format!(" {} ", code.to_lowercase().replace('-', " "))).await.unwrap());
        let json = serde_json::to_string(&issued).unwrap();
        assert!(
            !json.contains(&reference.to_string())
                && !json.contains("complaint")
                && !json.contains("request")
        );

        // Whoever asked is told by jobs, and finds what was found.
        let news: Vec<String> = jobs
            .iter()
            .chain(&world.jobs().await)
            .filter(|job| job.kind == NEWS)
            .map(|job| job.payload["news"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(news, ["visited", "reported"]);
        let scope = judge(&world.officer.actor, Action::ReadComplaint).unwrap();
        let result = result_of(desk, &scope, request).await.unwrap().unwrap();
        assert_eq!((result.state, result.reported), (RequestState::Visited, true));
        assert_eq!((result.findings.len(), result.measures.len()), (5, 3));

        // What is to be looked at again waits in the pool like any other request.
        let again = pool(desk, &world.planner.actor).await.unwrap();
        assert_eq!(again.len(), 1);
        assert_eq!(again[0].sections, ["wages", "safety"]);

        let events = event::Entity::find()
            .filter(event::Column::What.is_in([
                "visit.scheduled",
                "visit.recorded",
                "measure.imposed",
                "visit.report-issued",
            ]))
            .all(house.reader())
            .await
            .unwrap();
        let count = |what: &str| events.iter().filter(|event| event.what == what).count();
        assert_eq!(count("visit.scheduled"), 3);
        assert_eq!(
            (count("visit.recorded"), count("measure.imposed"), count("visit.report-issued")),
            (1, 3, 1)
        );
    }
}

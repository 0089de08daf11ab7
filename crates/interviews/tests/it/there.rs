//! Interviews at a visit: nobody has complained, everybody is asked alike, and what comes of it reaches others than who asks.

use chrono::TimeDelta;
use haqqi_casework::{Interpreter, Private, Way, attempts};
use haqqi_complaints::{OpenedComplaint, ReadError, open};
use haqqi_inspections::VisitError;
use haqqi_interviews::{
    AGE, BeginError, BeginInterview, ConsentItem, HerStep, Interview, InterviewError, InterviewState, Said,
    WhyStopped, answer, begin, break_off, consent, her_step, interviews, settle_answers, stop,
    sweep_interviews,
};
use haqqi_kernel::{Actor, Reference, Role};
use haqqi_screening::{FlagError, Level, flags_of_complaint, open_flag};

use crate::site::Visit;
use crate::world::{OFFICE, World};

fn met() -> BeginInterview {
    BeginInterview {
        language: "bn".to_owned(),
        way: Way::Visit,
        private: Private::Alone,
        interpreter: Interpreter::Staff,
        declared: true,
        young: Some(false),
    }
}

impl World {
    /// A visit whose hour has come.
    pub async fn visit(&self) -> Visit {
        let visit = self.visits().await.remove(0);
        self.test.clock.advance(TimeDelta::days(40));
        visit
    }

    async fn told(&self, visit: &Visit) -> Vec<Interview> {
        let row = haqqi_inspections::own_visit(&self.visits.inspections, &visit.inspector, visit.reference);
        interviews(&self.visits, row.await.unwrap().id).await.unwrap()
    }

    /// Begins one and consents to all of it.
    async fn begun(&self, actor: &Actor, of: Reference) {
        self.test.clock.advance(TimeDelta::seconds(1));
        begin(&self.visits, actor, of, &met()).await.unwrap();
        for item in ConsentItem::ALL {
            consent(&self.visits, actor, of, item, true).await.unwrap();
        }
    }

    /// Answers to the end, or until this question: yes where it is named. What was asked.
    async fn says(&self, actor: &Actor, of: Reference, yes: &[&str], until: &str) -> Vec<String> {
        let mut asked = Vec::new();
        loop {
            let question = match her_step(&self.visits, actor, of).await.unwrap().1 {
                HerStep::Age => AGE.to_owned(),
                HerStep::Question(id, _) => id,
                _ => return asked,
            };
            if question == until {
                return asked;
            }
            let said = if question == AGE || yes.contains(&&*question) { Said::Yes } else { Said::No };
            answer(&self.visits, actor, of, &question, said).await.unwrap();
            asked.push(question);
        }
    }

    /// The one complaint that came of it.
    async fn came(&self) -> OpenedComplaint {
        let mut own = self.own().await;
        assert_eq!(own.len(), 1, "{}", self.test.on);
        own.remove(0)
    }
}

#[tokio::test]
async fn everybody_there_is_asked_alike_and_only_who_needs_it_becomes_a_complaint() {
    for world in World::all().await {
        let on = world.test.on;
        let visit = world.visit().await;
        let (of, inspector) = (visit.reference, &visit.inspector);
        let mut lists = Vec::new();
        for yes in [&[][..], &["D4.hours", "D4.pay"]] {
            world.begun(inspector, of).await;
            lists.push(world.says(inspector, of, yes, "").await);
            assert_eq!(world.count("interview_answer").await, 0, "{on}");
        }
        assert_eq!(lists[0], lists[1], "{on}: the same questions in the same order");
        let told = world.told(&visit).await;
        assert_eq!(
            told.iter().map(|one| one.level).collect::<Vec<_>>(),
            [Some(Level::LookCloser), None],
            "{on}"
        );
        assert!(told.iter().all(|one| one.weighed && one.profile.as_deref() == Some("adult")), "{on}");
        // Who said nothing left a row, and no complaint.
        let came = world.came().await;
        assert_eq!(world.count("complaint").await, 1, "{on}");
        assert_eq!(came.summary.establishment, Some(visit.establishment), "{on}");
        assert_eq!(came.summary.office.as_deref(), Some(OFFICE), "{on}");
        assert_eq!((came.summary.language.as_str(), came.summary.age.code()), ("bn", "adult"), "{on}");
        assert!(came.texts.is_empty() && came.worker.name.is_empty() && came.answers.is_empty(), "{on}");
        assert_eq!(world.count("credential").await, 0, "{on}: nobody has a worker's code");
        // The talk stands in its call log: met alone, through an interpreter.
        let officer = world.officer_of(came.summary.reference).await;
        let log = attempts(&world.desk, &officer, &came.summary).await.unwrap();
        assert_eq!(log.len(), 1, "{on}");
        assert_eq!((log[0].way, log[0].private), (Way::Visit, Private::Alone), "{on}");
        // Neither the visit's history nor its audit tells what was answered, or of whom the complaint is.
        let row = haqqi_inspections::own_visit(&world.visits.inspections, inspector, of).await.unwrap();
        let said: Vec<_> = world.events(row.id).await.iter().map(|one| format!("{one:?}")).collect();
        let said = said.join("\n");
        assert!(said.contains("visit.interviewed") && !said.contains("D4."), "{on}: {said}");
        assert!(!said.contains(&came.summary.id.to_string()), "{on}");
        assert_eq!(world.visits.inspections.asked.at(row.id).await.unwrap(), 2, "{on}: asked alike");
        // Who asked reads none of it.
        let shut = open(&world.desk, inspector, came.summary.reference, "test").await;
        assert!(matches!(shut, Err(ReadError::NotFound)), "{on}: {shut:?}");
    }
}

#[tokio::test]
async fn danger_at_a_visit_stops_the_questions_and_reaches_people_within_the_hour() {
    for world in World::all().await {
        let on = world.test.on;
        let visit = world.visit().await;
        let (of, inspector) = (visit.reference, &visit.inspector);
        world.begun(inspector, of).await;
        let asked = world.says(inspector, of, &["D2.violence"], "").await;
        assert_eq!(asked.last().map(String::as_str), Some("D2.violence"), "{on}");
        let over = world.told(&visit).await.remove(0);
        assert_eq!((over.state, over.why), (InterviewState::Stopped, Some(WhyStopped::Danger)), "{on}");
        assert_eq!(over.level, Some(Level::Danger), "{on}");
        let came = world.came().await;
        let flags = flags_of_complaint(&world.desk.screening, came.summary.id).await.unwrap();
        assert_eq!(flags.iter().map(|flag| flag.level).collect::<Vec<_>>(), [Level::Danger], "{on}");
        assert!(came.summary.urgent, "{on}");
        let supervisor = world.staff(Role::Supervisor);
        let now = world.desk.site.house.now();
        let work = world.work(&supervisor).await;
        let due = work.iter().find(|row| row.reference == flags[0].reference.to_string()).unwrap().due_at;
        assert!(due > now && due <= now + TimeDelta::hours(1), "{on}: {due}");
        // Whoever decides reads which signs are certain, said by her; who asked does not.
        let card = open_flag(&world.desk.screening, &supervisor, flags[0].reference).await.unwrap();
        let said = card.assessment.sources.get("physical_and_sexual_violence").unwrap();
        assert_eq!(said.iter().map(|source| source.code()).collect::<Vec<_>>(), ["worker"], "{on}");
        let shut = open_flag(&world.desk.screening, inspector, flags[0].reference).await;
        assert!(matches!(shut, Err(FlagError::NotFound)), "{on}");
    }
}

#[tokio::test]
async fn a_child_who_is_met_there_is_asked_nothing_and_the_child_lead_is_told() {
    for world in World::all().await {
        let on = world.test.on;
        let visit = world.visit().await;
        let (of, inspector) = (visit.reference, &visit.inspector);
        let young = BeginInterview { young: Some(true), ..met() };
        assert_eq!(
            begin(&world.visits, inspector, of, &young).await.unwrap(),
            InterviewState::Stopped,
            "{on}"
        );
        world.begun(inspector, of).await;
        answer(&world.visits, inspector, of, AGE, Said::No).await.unwrap();
        let told = world.told(&visit).await;
        assert!(told.iter().all(|one| one.why == Some(WhyStopped::Child)), "{on}: {told:?}");
        let own = world.own().await;
        assert_eq!(own.len(), 2, "{on}: each a child of their own");
        let lead = world.staff(Role::ChildLead);
        for one in own {
            assert_eq!(one.summary.age.code(), "child", "{on}");
            let flags = flags_of_complaint(&world.desk.screening, one.summary.id).await.unwrap();
            assert_eq!((flags.len(), flags[0].level), (1, Level::Possible), "{on}");
            assert!(open_flag(&world.desk.screening, &lead, flags[0].reference).await.is_ok(), "{on}");
        }
    }
}

#[tokio::test]
async fn what_is_stopped_declined_or_left_leaves_a_number_and_nothing_else() {
    for world in World::all().await {
        let on = world.test.on;
        let visit = world.visit().await;
        let (of, inspector) = (visit.reference, &visit.inspector);
        // She does not wish it.
        begin(&world.visits, inspector, of, &met()).await.unwrap();
        consent(&world.visits, inspector, of, ConsentItem::Interview, false).await.unwrap();
        // She stops, and her answers are destroyed.
        world.begun(inspector, of).await;
        world.says(inspector, of, &["D1.job", "D1.wages"], "D1.housing").await;
        stop(&world.visits, inspector, of).await.unwrap();
        settle_answers(&world.visits, inspector, of, false).await.unwrap();
        // Who asks breaks off; nobody goes on.
        world.begun(inspector, of).await;
        world.says(inspector, of, &["D1.job"], "D1.housing").await;
        break_off(&world.visits, inspector, of).await.unwrap();
        world.begun(inspector, of).await;
        world.says(inspector, of, &["D1.job"], "D1.housing").await;
        world.test.clock.advance(TimeDelta::hours(5));
        assert_eq!(sweep_interviews(&world.visits).await.unwrap(), 1, "{on}");
        let told = world.told(&visit).await;
        assert_eq!(told.len(), 4, "{on}");
        assert!(told.iter().all(|one| !one.weighed && one.level.is_none()), "{on}: {told:?}");
        assert_eq!((world.count("interview_answer").await, world.count("complaint").await), (0, 0), "{on}");
        // Each had a key of its own, and all of them are destroyed.
        assert_eq!(world.count("subject_key WHERE destroyed_at IS NOT NULL").await, 4, "{on}");
        // Kept at her wish, what she said is weighed.
        world.begun(inspector, of).await;
        world.says(inspector, of, &["D5.docs"], "D5.debt").await;
        stop(&world.visits, inspector, of).await.unwrap();
        settle_answers(&world.visits, inspector, of, true).await.unwrap();
        assert_eq!(world.came().await.summary.filed_by, "inspection", "{on}");
    }
}

#[tokio::test]
async fn only_who_makes_the_visit_asks_there_while_it_is_under_way() {
    for world in World::all().await {
        let (on, rooms) = (world.test.on, &world.visits);
        let mut visits = world.visits().await;
        let visit = visits.remove(0);
        let of = visit.reference;
        let early = begin(rooms, &visit.inspector, of, &met()).await;
        assert!(matches!(early, Err(BeginError::State)), "{on}: {early:?}");
        world.test.clock.advance(TimeDelta::days(40));
        for role in Role::ALL.into_iter().filter(|role| *role != Role::AgencyUser) {
            let begun = begin(rooms, &world.staff(role), of, &met()).await;
            assert!(
                matches!(begun, Err(BeginError::Visit(VisitError::NotFound))),
                "{on}: {role:?} {begun:?}"
            );
        }
        let crowd = BeginInterview { private: Private::NotAlone, ..met() };
        assert!(
            matches!(begin(rooms, &visit.inspector, of, &crowd).await, Err(BeginError::NotAlone)),
            "{on}"
        );
        world.begun(&visit.inspector, of).await;
        let twice = begin(rooms, &visit.inspector, of, &met()).await;
        assert!(matches!(twice, Err(BeginError::Open)), "{on}: one at a time with one who asks");
        let stranger = world.staff(Role::Inspector);
        let theirs = answer(rooms, &stranger, of, AGE, Said::Yes).await;
        assert!(matches!(theirs, Err(InterviewError::Visit(VisitError::NotFound))), "{on}: {theirs:?}");
        break_off(rooms, &visit.inspector, of).await.unwrap();
        world.finishes(&visit, &[]).await;
        let late = begin(rooms, &visit.inspector, of, &met()).await;
        assert!(matches!(late, Err(BeginError::State)), "{on}: {late:?}");
    }
}

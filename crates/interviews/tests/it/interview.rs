//! Guided interviews: her consent, what is asked, what comes of it, and what who asks never learns.

use chrono::TimeDelta;
use haqqi_casework::{Interpreter, Private, Way};
use haqqi_complaints::{ReadError, open, summary};
use haqqi_interviews::{
    AGE, BeginError, BeginInterview, ConsentItem, HerStep, Interview, InterviewError, InterviewState, Said,
    WhyStopped, answer as answer_interview, begin as begin_interview, break_off as break_off_interview,
    consent as consent_to_interview, her_step, interviews, settle_answers, stop as stop_interview,
    sweep_interviews,
};
use haqqi_kernel::entity::audit_entry;
use haqqi_kernel::{Action, Actor, Reference, Role, judge};
use haqqi_screening::{FlagError, Level, flags_of_complaint, open_flag};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::world::World;

/// As somebody is met alone at the counter, in English; whoever acts here has no account, and so no language of their own.
pub fn alone() -> BeginInterview {
    BeginInterview {
        language: "en".to_owned(),
        way: Way::Counter,
        private: Private::Alone,
        interpreter: Interpreter::Staff,
        declared: true,
        young: Some(false),
    }
}

impl World {
    /// A complaint that an officer has acknowledged: both.
    async fn acknowledged(&self) -> (Reference, Uuid, Actor) {
        let (filed, entered) = self.worker().await;
        let officer = self.officer_of(filed.reference).await;
        (filed.reference, entered.complaint(), officer)
    }

    async fn step(&self, officer: &Actor, of: Reference) -> HerStep {
        her_step(&self.visits, officer, of).await.unwrap().1
    }

    /// Begins one and consents to all of it.
    async fn consented(&self, officer: &Actor, of: Reference) {
        self.test.clock.advance(TimeDelta::seconds(1));
        begin_interview(&self.visits, officer, of, &alone()).await.unwrap();
        for item in ConsentItem::ALL {
            assert_eq!(self.step(officer, of).await, HerStep::Consent(item), "{}", self.test.on);
            consent_to_interview(&self.visits, officer, of, item, true).await.unwrap();
        }
        assert_eq!(self.step(officer, of).await, HerStep::Age, "{}", self.test.on);
    }

    /// Answers what is asked until nothing is, or until this question: yes where it is named, else no. What was asked.
    async fn answers(&self, officer: &Actor, of: Reference, yes: &[&str], until: &str) -> Vec<String> {
        let mut asked = Vec::new();
        loop {
            let question = match self.step(officer, of).await {
                HerStep::Age => AGE.to_owned(),
                HerStep::Question(id, _) => id,
                _ => return asked,
            };
            if question == until {
                return asked;
            }
            let said = if question == AGE || yes.contains(&&*question) { Said::Yes } else { Said::No };
            answer_interview(&self.visits, officer, of, &question, said).await.unwrap();
            asked.push(question);
        }
    }

    async fn last(&self, complaint: Uuid) -> Interview {
        interviews(&self.visits, complaint).await.unwrap().remove(0)
    }

    /// What the history and the audit say of a complaint, in one text.
    async fn said_of(&self, complaint: Uuid) -> String {
        let events = self.events(complaint).await;
        let events: Vec<String> =
            events.iter().map(|one| format!("{} {}", one.what, one.dimensions)).collect();
        let of = audit_entry::Column::SubjectId.eq(complaint);
        let entries =
            audit_entry::Entity::find().filter(of).all(self.desk.site.house.reader()).await.unwrap();
        let entries: Vec<String> = entries.iter().map(|one| format!("{one:?}")).collect();
        format!("{}\n{}", events.join("\n"), entries.join("\n"))
    }
}

#[tokio::test]
async fn everybody_is_asked_alike_and_who_asks_learns_the_result_and_no_answer() {
    for world in World::all().await {
        let (rooms, on) = (&world.visits, world.test.on);
        let mut lists = Vec::new();
        for yes in [&["D4.hours", "D4.pay"][..], &[]] {
            let (of, complaint, officer) = world.acknowledged().await;
            world.consented(&officer, of).await;
            // Sealed, one like the other, and nobody else's to answer.
            let other = world.hire(&format!("other-{}", yes.len()), Role::ComplaintsOfficer).await;
            let theirs = answer_interview(rooms, &other, of, AGE, Said::Yes).await;
            assert!(matches!(theirs, Err(InterviewError::Nothing)), "{on}: {theirs:?}");
            assert!(matches!(her_step(rooms, &other, of).await, Err(InterviewError::Nothing)), "{on}");
            let twice = begin_interview(rooms, &other, of, &alone()).await;
            assert!(matches!(twice, Err(BeginError::Open)), "{on}: {twice:?}");
            lists.push(world.answers(&officer, of, yes, "").await);
            let held = world.last(complaint).await;
            assert_eq!((held.state, held.why, held.weighed), (InterviewState::Ended, None, true), "{on}");
            // An adult by her word; one dimension of the work itself: the complaint about work goes on.
            let profile = held.profile.as_deref();
            assert_eq!((profile, held.route.as_deref()), (Some("adult"), Some("labour")), "{on}");
            assert_eq!(held.level, (!yes.is_empty()).then_some(Level::LookCloser), "{on}");
            // The answers are gone, and nothing but the sealed assessment tells of them.
            assert_eq!(world.count("interview_answer").await, 0, "{on}");
            let said = world.said_of(complaint).await;
            assert!(said.contains("complaint.interviewed") && said.contains("interview.weigh"), "{on}");
            assert!(!said.contains("D4.") && !said.contains("D5."), "{on}: {said}");
            assert!(format!("{held:?}").find("D4.").is_none(), "{on}");
            assert!(matches!(world.step(&officer, of).await, HerStep::Over), "{on}");
            // The talk stands in the call log: what rests on one finds it.
            let events = world.events(complaint).await;
            assert!(events.iter().any(|event| event.what == "complaint.met-alone"), "{on}");
        }
        assert_eq!(lists[0], lists[1], "{on}: the same questions in the same order");
        assert_eq!(lists[0].len(), 68, "{on}: the age, and the instrument's for adults");
    }
}

#[tokio::test]
async fn while_she_answers_what_she_said_is_sealed_and_equally_long() {
    for world in World::all().await {
        let (of, _, officer) = world.acknowledged().await;
        let on = world.test.on;
        world.consented(&officer, of).await;
        for (question, said) in [(AGE, Said::Yes), ("D1.job", Said::No), ("D1.wages", Said::Skip)] {
            answer_interview(&world.visits, &officer, of, question, said).await.unwrap();
            // Once more, as from another tab: passed over.
            answer_interview(&world.visits, &officer, of, question, Said::Yes).await.unwrap();
        }
        assert_eq!(world.count("interview_answer").await, 3, "{on}");
        let lengths = "(SELECT DISTINCT LENGTH(answer) AS l FROM interview_answer) AS lengths";
        assert_eq!(world.count(lengths).await, 1, "{on}: no length tells");
        // A question out of turn is not taken.
        answer_interview(&world.visits, &officer, of, "D5.violence", Said::Yes).await.unwrap();
        assert_eq!(world.count("interview_answer").await, 3, "{on}");
    }
}

#[tokio::test]
async fn a_no_ends_it_kindly_but_for_research_alone() {
    for world in World::all().await {
        let (desk, rooms, on) = (&world.desk, &world.visits, world.test.on);
        for no in ConsentItem::ALL {
            let (of, complaint, officer) = world.acknowledged().await;
            begin_interview(rooms, &officer, of, &alone()).await.unwrap();
            for item in ConsentItem::ALL.into_iter().take_while(|item| *item != no) {
                consent_to_interview(rooms, &officer, of, item, true).await.unwrap();
            }
            consent_to_interview(rooms, &officer, of, no, false).await.unwrap();
            let now = world.last(complaint).await;
            if no == ConsentItem::Research {
                assert_eq!(now.state, InterviewState::Consenting, "{on}: only noted");
                continue;
            }
            assert_eq!((now.state, now.weighed), (InterviewState::Declined, false), "{on}: {no:?}");
            assert!(flags_of_complaint(&desk.screening, complaint).await.unwrap().is_empty(), "{on}");
            // Nothing is held against her: another talk may be offered.
            begin_interview(rooms, &officer, of, &alone()).await.unwrap();
        }
        let kept = world.count("interview_consent WHERE yes = FALSE").await;
        assert_eq!(kept, 7, "{on}: each with what she said");
    }
}

#[tokio::test]
async fn she_stops_and_says_what_becomes_of_her_answers() {
    for world in World::all().await {
        let (rooms, on) = (&world.visits, world.test.on);
        for keep in [false, true] {
            let (of, complaint, officer) = world.acknowledged().await;
            world.consented(&officer, of).await;
            world.answers(&officer, of, &["D1.job", "D1.wages"], "D1.housing").await;
            stop_interview(rooms, &officer, of).await.unwrap();
            assert_eq!(world.step(&officer, of).await, HerStep::Stopping, "{on}");
            // Nothing is asked any more.
            answer_interview(rooms, &officer, of, "D1.housing", Said::Yes).await.unwrap();
            settle_answers(rooms, &officer, of, keep).await.unwrap();
            let over = world.last(complaint).await;
            let expected = (InterviewState::Stopped, Some(WhyStopped::Hers), keep);
            assert_eq!((over.state, over.why, over.weighed), expected, "{on}");
            assert_eq!(world.count("interview_answer").await, 0, "{on}");
            if keep {
                // What was not asked excludes nothing.
                assert_eq!(over.route.as_deref(), Some("recruitment-inspection"), "{on}");
                assert_eq!(over.possible, Some(Level::Strong), "{on}: {over:?}");
            }
        }
        // She stops and nobody says anything more; or who asks breaks off; or it is left: all is destroyed.
        let (of, complaint, officer) = world.acknowledged().await;
        world.consented(&officer, of).await;
        world.answers(&officer, of, &["D1.job"], "D1.housing").await;
        stop_interview(rooms, &officer, of).await.unwrap();
        assert_eq!(sweep_interviews(rooms).await.unwrap(), 0, "{on}: it goes on");
        world.test.clock.advance(TimeDelta::hours(5));
        assert_eq!(sweep_interviews(rooms).await.unwrap(), 1, "{on}");
        assert_eq!(
            (world.last(complaint).await.why, world.last(complaint).await.weighed),
            (Some(WhyStopped::Hers), false)
        );
        world.consented(&officer, of).await;
        world.answers(&officer, of, &["D1.job"], "D1.housing").await;
        break_off_interview(rooms, &officer, of).await.unwrap();
        assert_eq!(world.last(complaint).await.why, Some(WhyStopped::Left), "{on}");
        assert_eq!(world.count("interview_answer").await, 0, "{on}");
        // Before anything was asked a stop is a no.
        world.test.clock.advance(TimeDelta::seconds(1));
        begin_interview(rooms, &officer, of, &alone()).await.unwrap();
        stop_interview(rooms, &officer, of).await.unwrap();
        assert_eq!(world.last(complaint).await.state, InterviewState::Declined, "{on}");
    }
}

#[tokio::test]
async fn danger_stops_the_questions_and_a_person_is_told_within_the_hour() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (of, complaint, officer) = world.acknowledged().await;
        world.consented(&officer, of).await;
        let asked = world.answers(&officer, of, &["D2.violence"], "").await;
        assert_eq!(asked.last().map(String::as_str), Some("D2.violence"), "{on}: nothing more is asked");
        let over = world.last(complaint).await;
        assert_eq!((over.state, over.why), (InterviewState::Stopped, Some(WhyStopped::Danger)), "{on}");
        let flags = flags_of_complaint(&desk.screening, complaint).await.unwrap();
        assert_eq!(flags.iter().map(|flag| flag.level).collect::<Vec<_>>(), [Level::Danger], "{on}");
        let supervisor = world.staff(Role::Supervisor);
        let work = world.work(&supervisor).await;
        let safety = work.iter().find(|row| row.reference == flags[0].reference.to_string()).unwrap();
        let now = desk.site.house.now();
        assert!(safety.due_at > now && safety.due_at <= now + TimeDelta::hours(1), "{on}: {}", safety.due_at);
        assert!(open(desk, &supervisor, of, "test").await.unwrap().summary.urgent, "{on}");
        // Who asked does not open the flag: it tells which signs there are.
        let closed = open_flag(&desk.screening, &officer, flags[0].reference).await;
        assert!(matches!(closed, Err(FlagError::NotFound)), "{on}: {closed:?}");
        assert_eq!(world.count("interview_answer").await, 0, "{on}");
    }
}

#[tokio::test]
async fn a_child_is_asked_nothing_and_the_child_lead_is_told() {
    for world in World::all().await {
        let (desk, rooms, on) = (&world.desk, &world.visits, world.test.on);
        let lead = world.staff(Role::ChildLead);
        let scope = judge(&lead, Action::ReadComplaint).unwrap();
        for seen in [false, true] {
            let (of, complaint, officer) = world.acknowledged().await;
            assert!(matches!(summary(desk, &scope, of).await, Err(ReadError::NotFound)), "{on}");
            if seen {
                let young = BeginInterview { young: Some(true), ..alone() };
                let state = begin_interview(rooms, &officer, of, &young).await.unwrap();
                assert_eq!(state, InterviewState::Stopped, "{on}");
            } else {
                world.consented(&officer, of).await;
                answer_interview(rooms, &officer, of, AGE, Said::No).await.unwrap();
            }
            let over = world.last(complaint).await;
            assert_eq!((over.state, over.why), (InterviewState::Stopped, Some(WhyStopped::Child)), "{on}");
            let flags = flags_of_complaint(&desk.screening, complaint).await.unwrap();
            let told: Vec<_> = flags.iter().map(|flag| (flag.level, flag.age.as_str())).collect();
            assert_eq!(told, [(Level::Possible, "child")], "{on}");
            assert!(summary(desk, &scope, of).await.is_ok(), "{on}: the child lead reads it from now on");
            let opened = open_flag(&desk.screening, &lead, flags[0].reference).await.unwrap();
            assert_eq!(opened.assessment.reasons, ["child-met"], "{on}");
            let work = world.work(&lead).await;
            assert!(work.iter().any(|row| row.reference == flags[0].reference.to_string()), "{on}");
            // Tried again, it is the same child, and one flag.
            let again = begin_interview(rooms, &officer, of, &alone()).await.unwrap();
            assert_eq!(again, InterviewState::Stopped, "{on}");
            assert_eq!(flags_of_complaint(&desk.screening, complaint).await.unwrap().len(), 1, "{on}");
        }
    }
}

#[tokio::test]
async fn nobody_is_asked_while_others_hear() {
    for world in World::all().await {
        let (rooms, on) = (&world.visits, world.test.on);
        let (of, complaint, officer) = world.acknowledged().await;
        let before = world.count("audit_entry").await;
        let refused = async |change: &dyn Fn(&mut BeginInterview)| {
            let mut new = alone();
            change(&mut new);
            begin_interview(rooms, &officer, of, &new).await.unwrap_err()
        };
        assert!(
            matches!(refused(&|new| new.private = Private::NotAlone).await, BeginError::NotAlone),
            "{on}"
        );
        assert!(matches!(refused(&|new| new.private = Private::Unknown).await, BeginError::NotAlone), "{on}");
        assert!(matches!(refused(&|new| new.way = Way::Phone).await, BeginError::Way), "{on}");
        assert!(
            matches!(refused(&|new| new.interpreter = Interpreter::Party).await, BeginError::Party),
            "{on}"
        );
        for interpreter in [Interpreter::Staff, Interpreter::Outside] {
            let error = refused(&|new| (new.interpreter, new.declared) = (interpreter, false)).await;
            assert!(matches!(error, BeginError::Undeclared), "{on}");
        }
        assert!(matches!(refused(&|new| new.young = None).await, BeginError::Young), "{on}");
        assert!(
            matches!(refused(&|new| "xx".clone_into(&mut new.language)).await, BeginError::Language),
            "{on}"
        );
        let decides = begin_interview(rooms, &world.staff(Role::Supervisor), of, &alone()).await;
        assert!(matches!(decides, Err(BeginError::Decides)), "{on}: who reads flags does not ask");
        let untrained = begin_interview(rooms, &world.staff(Role::ComplaintsOfficer), of, &alone()).await;
        assert!(matches!(untrained, Err(BeginError::Untrained)), "{on}: {untrained:?}");
        assert!(interviews(rooms, complaint).await.unwrap().is_empty(), "{on}");
        assert_eq!(world.count("audit_entry").await, before, "{on}: nothing was written");
        // With an interpreter who has said that nothing binds them.
        let declared = BeginInterview { interpreter: Interpreter::Outside, declared: true, ..alone() };
        begin_interview(rooms, &officer, of, &declared).await.unwrap();

        // Only who works on complaints: of the others nobody even learns that there is one.
        let (of, _, _) = world.acknowledged().await;
        for role in Role::ALL.into_iter().filter(|role| *role != Role::AgencyUser) {
            let actor = world.staff(role);
            let begun = begin_interview(rooms, &actor, of, &alone()).await;
            if judge(&actor, Action::WorkComplaint).is_err() {
                assert!(matches!(begun, Err(BeginError::Read(ReadError::NotFound))), "{on}: {role:?}");
            }
        }
        // Nor before anybody has acknowledged it.
        let (new, _) = world.worker().await;
        let early = begin_interview(rooms, &officer, new.reference, &alone()).await;
        assert!(matches!(early, Err(BeginError::State)), "{on}: {early:?}");
    }
}

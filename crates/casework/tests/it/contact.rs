//! The call log, what bars a talk with the employer, and the clock that a talk in private starts.

use chrono::TimeDelta;
use haqqi_casework::{
    CallError, CloseError, Interpreter, NewAttempt, Person, Private, RescreenError, Tried, also_here,
    attempts, note_attempt, rescreen, who_looked,
};
use haqqi_complaints::{Channel, Contact, Whose, open};
use haqqi_kernel::Role;
use haqqi_screening::{Answer, Safety, decide_safety, flags_of_complaint, open_flag};
use haqqi_worklist::owed;

use crate::world::World;

#[tokio::test]
async fn what_may_harm_her_is_refused_and_what_is_noted_is_sealed_and_comes_back() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut command = World::command();
        command.contact = Contact {
            channel: Channel::Text,
            address: "0790000001".to_owned(),
            hers_alone: true,
            whose: Some(Whose::Alone),
            never_call: true,
            ..Contact::default()
        };
        let filed = world.file(&command).await;
        let officer = world.officer_of(filed.reference).await;
        let call = World::attempt(Tried::Spoke, Private::Alone);
        let refused = note_attempt(desk, &officer, filed.reference, &call).await;
        assert!(matches!(refused, Err(CallError::NeverCall)), "{}: {refused:?}", world.test.on);
        // Her number is known: nothing that she is told closes it before somebody has spoken with her.
        let unmet = world.close(&officer, filed.reference, "insufficient").await;
        assert!(matches!(unmet, Err(CloseError::NotMet)), "{unmet:?}");
        let now = desk.site.house.now();
        let counter = NewAttempt { way: haqqi_casework::Way::Counter, ..call };
        let mute = NewAttempt { private: Private::Unknown, ..counter.clone() };
        let mute = note_attempt(desk, &officer, filed.reference, &mute).await;
        assert!(matches!(mute, Err(CallError::Private)), "{mute:?}");
        let later = NewAttempt { next_at: Some(now - TimeDelta::hours(1)), ..counter.clone() };
        assert!(matches!(note_attempt(desk, &officer, filed.reference, &later).await, Err(CallError::Time)));
        let party = NewAttempt {
            interpreter: Interpreter::Party,
            note: "Her foreman spoke for her.".to_owned(),
            next_at: Some(now + TimeDelta::hours(2)),
            ..counter.clone()
        };
        note_attempt(desk, &officer, filed.reference, &party).await.unwrap();
        let summary = open(desk, &officer, filed.reference, "test").await.unwrap().summary;
        let log = attempts(desk, &officer, &summary).await.unwrap();
        assert_eq!((log.len(), log[0].note.as_str()), (1, "Her foreman spoke for her."));
        assert!(!log[0].met_alone(), "whoever interprets for the other side hears it");
        let due = world.work(&officer).await.into_iter().find(|row| row.kind == "call-to-make").unwrap();
        assert_eq!(due.due_at, now + TimeDelta::hours(2));
        let questions = desk.screening.questions();
        let no = questions.iter().map(|question| (question.id.clone(), Answer::No)).collect();
        let early = rescreen(desk, &officer, filed.reference, &no).await;
        assert!(matches!(early, Err(RescreenError::NotMet)), "{early:?}");
        note_attempt(desk, &officer, filed.reference, &counter).await.unwrap();
        assert!(world.work(&officer).await.iter().all(|row| row.kind != "call-to-make"), "it was made");
        world.closed(&officer, filed.reference).await;
        // Who looked is known, and who has it open at this moment.
        let other = world.staff(Role::Supervisor);
        let all = who_looked(desk, &other, &summary).await.unwrap();
        assert!(all.iter().any(|one| one.kind == "staff" && one.times > 2), "{all:?}");
        assert!(also_here(desk, &officer, summary.id).await.unwrap().is_empty(), "not oneself");
        for role in [Role::Inspector, Role::Mediator, Role::Administrator, Role::Interpreter] {
            let stranger = world.staff(role);
            let refused = note_attempt(desk, &stranger, filed.reference, &counter).await;
            assert!(matches!(refused, Err(CallError::Read(_))), "{role:?}");
        }
    }
}

#[tokio::test]
async fn the_first_talk_in_private_starts_the_days_of_a_flag_s_merits() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut command = World::command();
        command.narrative = "The employer keeps my passport and locks the door, I may not go out.".to_owned();
        command.kind = Some("cannot-leave".to_owned());
        let filed = world.file(&command).await;
        let officer = world.officer_of(filed.reference).await;
        let employer =
            NewAttempt { person: Person::Employer, ..World::attempt(Tried::Spoke, Private::NotAlone) };
        let barred = note_attempt(desk, &officer, filed.reference, &employer).await;
        assert!(matches!(barred, Err(CallError::Barred(_))), "{}: {barred:?}", world.test.on);
        let summary = open(desk, &officer, filed.reference, "test").await.unwrap().summary;
        let flag = flags_of_complaint(&desk.screening, summary.id).await.unwrap().pop().unwrap();
        let supervisor = world.staff(Role::Supervisor);
        open_flag(&desk.screening, &supervisor, flag.reference).await.unwrap();
        let reason = desk.site.pack.reasons_for(haqqi_pack::Decision::SafetyAct).next().unwrap();
        decide_safety(
            &desk.screening,
            &supervisor,
            flag.reference,
            &Safety::Act,
            &reason.code,
            "Called her at once.",
        )
        .await
        .unwrap();
        let due = async || {
            let all = owed(&desk.site.house, flag.id).await.unwrap();
            all.into_iter().find(|one| one.clock == "flag-merits").unwrap().due_at
        };
        let first = due().await;
        world.test.clock.advance(TimeDelta::days(1));
        world.met_alone(&officer, filed.reference).await;
        let begun = due().await;
        assert!(begun > first, "from the talk on");
        world.test.clock.advance(TimeDelta::days(1));
        world.met_alone(&officer, filed.reference).await;
        assert_eq!(due().await, begun, "the first talk, and no later one");
        let work = world.work(&supervisor).await;
        let merits: Vec<_> = work.iter().filter(|row| row.kind == "flag-merits").collect();
        assert_eq!((merits.len(), merits[0].due_at), (1, begun));
    }
}

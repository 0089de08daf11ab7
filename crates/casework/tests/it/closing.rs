//! Closing done rightly: a reason, what was done, words that she can read, contact, a second person.

use chrono::TimeDelta;
use haqqi_casework::{
    CloseComplaint, CloseError, Closing, Private, SettlementError, Transfer, Tried, close, complete_closing,
    decide_settlement, mark, message, note_attempt, open_again, take_back_closing, translate,
};
use haqqi_complaints::{
    Channel, Confidentiality, Contact, Stands, Whose, enter, open, worker_view, write_back,
};
use haqqi_kernel::{Actor, Reference, Role, judge};
use haqqi_worklist::{ItemKind, hand_to};

use crate::world::World;

/// The mark of a complaint as it stands.
async fn mark_of(world: &World, actor: &Actor, reference: Reference) -> String {
    let scope = judge(actor, haqqi_kernel::Action::ReadComplaint).unwrap();
    let summary = haqqi_complaints::summary(&world.desk, &scope, reference).await.unwrap();
    mark(&world.desk, &summary).await.unwrap()
}

#[tokio::test]
async fn nothing_is_closed_without_reason_deed_and_words() {
    for world in World::all().await {
        let desk = &world.desk;
        let (filed, entered) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        let whole = world.elsewhere();
        let other = world.closing("unreachable").because;
        for (wrong, told) in [
            (CloseComplaint { because: other, ..whole.clone() }, "because"),
            (CloseComplaint { done: " ".to_owned(), ..whole.clone() }, "done"),
            (CloseComplaint { words: " ".to_owned(), ..whole.clone() }, "words"),
            (CloseComplaint { language: "xx".to_owned(), ..whole.clone() }, "language"),
        ] {
            let refused = match close(desk, &officer, filed.reference, &wrong).await {
                Err(CloseError::Because) => "because",
                Err(CloseError::Done) => "done",
                Err(CloseError::Words) => "words",
                Err(CloseError::Language) => "language",
                other => panic!("{}: {other:?}", world.test.on),
            };
            assert_eq!(refused, told);
        }
        assert_eq!(worker_view(desk, &entered).await.unwrap().stands, Stands::Acknowledged);
        let before = mark_of(&world, &officer, filed.reference).await;
        assert_eq!(close(desk, &officer, filed.reference, &whole).await.unwrap(), Closing::Closed);
        let after = mark_of(&world, &officer, filed.reference).await;
        assert_ne!(before, after, "a form made before is known to be old");
        let view = worker_view(desk, &entered).await.unwrap();
        assert_eq!(view.messages.last().map(|one| one.body.clone()), Some(whole.words));
        assert_eq!(
            after,
            mark_of(&world, &officer, filed.reference).await,
            "that she looked changes nothing"
        );
        // The office opens it again, with a reason; the closing no longer counts.
        assert!(open_again(desk, &officer, filed.reference, " ").await.is_err());
        open_again(desk, &officer, filed.reference, "The pay did not come.").await.unwrap();
        assert_eq!(worker_view(desk, &entered).await.unwrap().stands, Stands::Acknowledged);
        let events = world.events(entered.complaint()).await;
        let closing = events.iter().find(|event| event.what == "complaint.closed").unwrap();
        assert!(events.iter().any(|event| event.corrects == Some(closing.id)));
    }
}

#[tokio::test]
async fn what_she_cannot_read_yet_closes_nothing() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut command = World::command();
        command.language = "bn".to_owned();
        command.narrative = "আমি দুই মাস বেতন পাইনি।".to_owned();
        let filed = world.file(&command).await;
        let entered = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let officer = world.officer_of(filed.reference).await;
        let waits = close(desk, &officer, filed.reference, &world.elsewhere()).await.unwrap();
        assert_eq!(waits, Closing::Translating, "{}", world.test.on);
        let view = worker_view(desk, &entered).await.unwrap();
        assert_eq!((view.stands, view.messages.len()), (Stands::Acknowledged, 0), "she is told nothing yet");
        let early = complete_closing(desk, &officer, filed.reference).await;
        assert!(matches!(early, Err(SettlementError::Untranslated)), "{early:?}");
        // An interpreter has it.
        let interpreter = world.staff(Role::Interpreter);
        let record = open(desk, &officer, filed.reference, "test").await.unwrap();
        let answer = record.texts.iter().find(|text| text.kind.code() == "answer").unwrap().id;
        let mut unit = desk.site.house.unit(Actor::System);
        hand_to(&mut unit, answer, ItemKind::Translation, interpreter.account());
        unit.commit().await.unwrap();
        let item = world.work(&interpreter).await.pop().unwrap();
        translate(desk, &interpreter, item.id, "আমরা দেখেছি।").await.unwrap();
        complete_closing(desk, &officer, filed.reference).await.unwrap();
        let view = worker_view(desk, &entered).await.unwrap();
        assert_eq!(view.stands, Stands::Closed);
        assert_eq!(view.messages.last().unwrap().body, "আমরা দেখেছি।", "in her language");
        let again = complete_closing(desk, &officer, filed.reference).await;
        assert!(matches!(again, Err(SettlementError::Nothing)), "{again:?}");
    }
}

#[tokio::test]
async fn a_second_person_approves_and_only_who_proposed_takes_it_back() {
    for world in World::all().await {
        let desk = &world.desk;
        let (filed, entered) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        assert_eq!(world.close(&officer, filed.reference, "remedied").await.unwrap(), Closing::Proposed);
        assert_eq!(worker_view(desk, &entered).await.unwrap().stands, Stands::Acknowledged);
        let second = world.staff(Role::Supervisor);
        let not_hers = take_back_closing(desk, &second, filed.reference).await;
        assert!(matches!(not_hers, Err(SettlementError::SamePerson)), "{}: {not_hers:?}", world.test.on);
        let past = complete_closing(desk, &officer, filed.reference).await;
        assert!(matches!(past, Err(SettlementError::Second)), "{past:?}");
        take_back_closing(desk, &officer, filed.reference).await.unwrap();
        let late = decide_settlement(desk, &second, filed.reference, true, "").await;
        assert!(matches!(late, Err(SettlementError::Nothing)), "{late:?}");
        assert!(world.work(&second).await.iter().all(|row| row.kind != "settlement-to-approve"));
        world.test.clock.advance(TimeDelta::minutes(1));
        assert_eq!(world.close(&officer, filed.reference, "remedied").await.unwrap(), Closing::Proposed);
        decide_settlement(desk, &second, filed.reference, true, "").await.unwrap();
        let view = worker_view(desk, &entered).await.unwrap();
        assert_eq!((view.stands, view.outcome.as_deref()), (Stands::Closed, Some("remedied")));
        assert_eq!(view.messages.len(), 1, "what was taken back is never read by her");
    }
}

#[tokio::test]
async fn unreachable_needs_days_of_trying_and_is_never_said_where_something_points_to_harm() {
    for world in World::all().await {
        let desk = &world.desk;
        let (filed, _) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        let tried = World::attempt(Tried::NoAnswer, Private::Unknown);
        for day in 0..3usize {
            // Twice on one day is one day.
            for _ in 0..2 {
                let early = world.close(&officer, filed.reference, "unreachable").await;
                let counts = matches!(early, Err(CloseError::Attempts(n, 3)) if n <= day + 1);
                assert!(counts, "{}: {early:?}", world.test.on);
                note_attempt(desk, &officer, filed.reference, &tried).await.unwrap();
                if day == 2 {
                    break;
                }
            }
            world.test.clock.advance(TimeDelta::days(1));
        }
        let closed = world.close(&officer, filed.reference, "unreachable").await;
        assert_eq!(closed.unwrap(), Closing::Closed);

        let mut command = World::command();
        command.narrative = "They took my papers and I owe them money for the journey.".to_owned();
        command.answers = [("S.papers".to_owned(), haqqi_screening::Answer::Yes)].into();
        let filed = world.file(&command).await;
        let officer = world.officer_of(filed.reference).await;
        for _ in 0..4 {
            note_attempt(desk, &officer, filed.reference, &tried).await.unwrap();
            world.test.clock.advance(TimeDelta::days(1));
        }
        let never = world.close(&officer, filed.reference, "unreachable").await;
        assert!(matches!(never, Err(CloseError::Welfare | CloseError::FlagOpen)), "{never:?}");
    }
}

#[tokio::test]
async fn another_body_needs_a_receiver_and_a_ground_that_fit() {
    for world in World::all().await {
        let desk = &world.desk;
        let (filed, _) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        let to = |receiver: &str, ground: &str, article: &str| CloseComplaint {
            transfer: Transfer {
                receiver: receiver.to_owned(),
                ground: ground.to_owned(),
                article: article.to_owned(),
            },
            ..world.closing("transferred")
        };
        for (new, told) in [
            (to("", "consent", ""), "receiver"),
            (to("iom", "consent", ""), "receiver"),
            (to("social-security", "", ""), "ground"),
            (to("social-security", "child", ""), "ground"),
            (to("social-security", "statutory-duty", ""), "article"),
        ] {
            let refused = match close(desk, &officer, filed.reference, &new).await {
                Err(CloseError::Receiver) => "receiver",
                Err(CloseError::Ground) => "ground",
                Err(CloseError::Article) => "article",
                other => panic!("{}: {other:?}", world.test.on),
            };
            assert_eq!(refused, told);
        }
        let closed = close(desk, &officer, filed.reference, &to("social-security", "consent", "")).await;
        assert_eq!(closed.unwrap(), Closing::Closed);
    }
}

#[tokio::test]
async fn what_nobody_can_go_on_with_was_read_asked_about_and_looked_at_by_two() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        // She left no way to reach her: a question has to stand where she comes back, and stand long enough.
        let (filed, entered) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        let unasked = async || {
            let refused = world.close(&officer, filed.reference, "insufficient").await;
            assert!(matches!(refused, Err(CloseError::NotAsked(14))), "{on}: {refused:?}");
        };
        unasked().await;
        message(desk, &officer, filed.reference, "en", "Since when were you not paid?").await.unwrap();
        world.test.clock.advance(TimeDelta::days(13));
        unasked().await;
        // What she writes is another word of hers, that wants a question or an answer of its own.
        write_back(desk, &entered, "Since May.", None).await.unwrap();
        world.test.clock.advance(TimeDelta::days(2));
        unasked().await;
        message(desk, &officer, filed.reference, "en", "By whom?").await.unwrap();
        world.test.clock.advance(TimeDelta::days(14));
        let proposed = world.close(&officer, filed.reference, "insufficient").await;
        assert_eq!(proposed.unwrap(), Closing::Proposed, "{on}: nobody ends it alone");
        assert_ne!(worker_view(desk, &entered).await.unwrap().stands, Stands::Closed);
        let second = world.staff(Role::Supervisor);
        decide_settlement(desk, &second, filed.reference, true, "").await.unwrap();
        assert_eq!(worker_view(desk, &entered).await.unwrap().stands, Stands::Closed);

        // She gave no name but a way to reach her: she is tried on the days of the pack.
        let mut command = World::command();
        command.confidentiality = Confidentiality::Anonymous;
        command.contact = Contact {
            channel: Channel::Phone,
            address: "0790000001".to_owned(),
            hers_alone: true,
            whose: Some(Whose::Alone),
            ..Contact::default()
        };
        let filed = world.file(&command).await;
        let officer = world.officer_of(filed.reference).await;
        let untried = world.close(&officer, filed.reference, "insufficient").await;
        assert!(matches!(untried, Err(CloseError::Attempts(0, 3))), "{on}: {untried:?}");
    }
}

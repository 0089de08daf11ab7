//! How a code is kept, lost, tried and found again.

use chrono::TimeDelta;
use haqqi_complaints::{
    KeepError, ReturnError, SaidWords, WordsError, check_words, enter, keep_words, send_note, try_to_enter,
};
use haqqi_kernel::{Actor, ReceiptCode, Role};
use haqqi_web::Network;
use uuid::Uuid;

use crate::world::World;

fn said(first: &str, second: &str) -> SaidWords {
    SaidWords { first: first.to_owned(), second: second.to_owned(), day: None }
}

#[tokio::test]
async fn who_can_keep_nothing_says_two_words_and_gets_a_new_code() {
    for world in World::all().await {
        let (filed, entered) = world.worker().await;
        let desk = &world.desk;
        keep_words(desk, &entered, "Mango", "river 7").await.unwrap();
        let hotline = world.staff(Role::HotlineOperator);
        assert!(matches!(
            check_words(desk, &hotline, &said("Mango", "lake")).await,
            Err(WordsError::Unknown)
        ));
        // In the other order, in other letters, with the digit of her script.
        let renewed = check_words(desk, &hotline, &said("RIVER ৭", "mango")).await.unwrap();
        assert_eq!(renewed.reference, filed.reference);
        let again = enter(desk, filed.reference, &renewed.code).await.unwrap();
        assert!(again.is_herself());
        let old = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await;
        assert!(matches!(old, Err(ReturnError::Unknown)), "{}: the old code has ended", world.test.on);
        assert_eq!(world.audited(entered.complaint(), "complaint.words-checked").await, 1);
        assert_eq!(world.audited(Uuid::nil(), "complaint.words-refused").await, 1);
        let what: Vec<_> = world.events(entered.complaint()).await.into_iter().map(|e| e.what).collect();
        assert!(what.contains(&"complaint.words-kept".to_owned()), "{what:?}");
        assert!(what.contains(&"complaint.code-renewed".to_owned()), "{what:?}");
        // New words take the place of the old ones.
        keep_words(desk, &again, "tamarind", "stone").await.unwrap();
        assert!(matches!(
            check_words(desk, &hotline, &said("mango", "river 7")).await,
            Err(WordsError::Unknown)
        ));
        check_words(desk, &hotline, &said("stone", "tamarind")).await.unwrap();
    }
}

#[tokio::test]
async fn words_are_guessed_by_nobody_and_told_apart_by_the_day() {
    for world in World::all().await {
        let desk = &world.desk;
        let (first, one) = world.worker().await;
        keep_words(desk, &one, "mango", "river").await.unwrap();
        world.test.clock.advance(TimeDelta::days(20));
        let (_, other) = world.worker().await;
        keep_words(desk, &other, "mango", "river").await.unwrap();
        let hotline = world.staff(Role::HotlineOperator);
        let both = said("mango", "river");
        assert!(matches!(check_words(desk, &hotline, &both).await, Err(WordsError::Several)));
        let day = Some(first.received_at.date_naive());
        let found = check_words(desk, &hotline, &SaidWords { day, ..both.clone() }).await.unwrap();
        assert_eq!(found.reference, first.reference);
        for at in 0..9 {
            let wrong = check_words(desk, &hotline, &said("guess", &format!("number {at}"))).await;
            assert!(matches!(wrong, Err(WordsError::Unknown)), "{at}: {wrong:?}");
        }
        let more = check_words(desk, &hotline, &said("mango", "river")).await;
        assert!(matches!(more, Err(WordsError::TooMany)), "{more:?}");
        let colleague = world.staff(Role::HotlineOperator);
        let fresh = check_words(desk, &colleague, &SaidWords { day, ..both.clone() }).await;
        assert!(fresh.is_ok(), "{fresh:?}");
        world.test.clock.advance(TimeDelta::minutes(61));
        assert!(matches!(check_words(desk, &hotline, &both).await, Err(WordsError::Several)));
        for nobody in [world.staff(Role::Inspector), world.staff(Role::Administrator), Actor::Stranger] {
            assert!(matches!(check_words(desk, &nobody, &both).await, Err(WordsError::Denied)));
        }
    }
}

#[tokio::test]
async fn a_filer_keeps_no_words_and_gets_no_note_of_hers() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut command = World::command();
        command.filed_by = Some("agency".to_owned());
        let filed = world.file(&command).await;
        let code = filed.filer_receipt.unwrap();
        let filer = enter(desk, filed.reference, &code).await.unwrap();
        let refused = keep_words(desk, &filer, "mango", "river").await;
        assert!(matches!(refused, Err(KeepError::Return(ReturnError::Denied))), "{refused:?}");
        let refused = send_note(desk, &filer, &code, "a@b.example", true).await;
        assert!(matches!(refused, Err(KeepError::Return(ReturnError::Denied))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_note_goes_only_where_she_alone_reads() {
    for world in World::all().await {
        let (filed, entered) = world.worker().await;
        let code = filed.code.unwrap();
        for (address, alone) in [("her@mail.example", false), ("nowhere", true), ("two @mail.example", true)]
        {
            let refused = send_note(&world.desk, &entered, &code, address, alone).await;
            assert!(matches!(refused, Err(KeepError::Address)), "{address} {alone}");
        }
        assert_eq!(world.audited(entered.complaint(), "complaint.send-note").await, 0);
        send_note(&world.desk, &entered, &code, " her@mail.example ", true).await.unwrap();
        // Pressed twice: one mail.
        send_note(&world.desk, &entered, &code, "her@mail.example", true).await.unwrap();
        let jobs = haqqi_kernel::JobStore::new(world.desk.site.house.clone());
        let claimed = jobs.claim(10, std::time::Duration::from_secs(60)).await.unwrap();
        let mails: Vec<_> = claimed.iter().filter(|job| job.kind == haqqi_messaging::SEND_JOB).collect();
        assert_eq!(mails.len(), 1, "{}", world.test.on);
        assert!(!mails[0].payload.to_string().contains(&code.digits()), "the job holds no code");
        // To a phone it goes where the house has a way to phones, and only to one that is hers alone.
        let phone = "0790000001";
        let refused = send_note(&world.desk, &entered, &code, phone, true).await;
        assert!(matches!(refused, Err(KeepError::Address)), "no way out");
        let desk = world.desk.clone().with_texts(true);
        let refused = send_note(&desk, &entered, &code, phone, false).await;
        assert!(matches!(refused, Err(KeepError::Address)), "not hers alone");
        send_note(&desk, &entered, &code, phone, true).await.unwrap();
        send_note(&desk, &entered, &code, phone, true).await.unwrap();
        let claimed = jobs.claim(10, std::time::Duration::from_secs(60)).await.unwrap();
        let texts = claimed.iter().filter(|job| job.kind == haqqi_messaging::SEND_TEXT_JOB);
        assert_eq!(texts.count(), 1, "{}", world.test.on);
    }
}

#[tokio::test]
async fn wrong_codes_wait_longer_and_a_flood_locks_nobody_out() {
    for world in World::all().await {
        let desk = &world.desk;
        let (filed, _) = world.worker().await;
        let (reference, code) = (filed.reference, filed.code.unwrap());
        let (cafe, home) = (Network(1), Network(2));
        let wrong = ReceiptCode::random(desk.site.house.entropy());
        let mut waits = 0;
        for _ in 0..40 {
            match try_to_enter(desk, cafe, reference, &wrong, "").await {
                Err(ReturnError::Unknown) => {}
                Err(ReturnError::Wait(wait)) => {
                    assert!(wait.seconds > 0 && wait.seconds <= 60, "{wait:?}");
                    waits += 1;
                    world.test.clock.advance(TimeDelta::seconds(wait.seconds));
                }
                other => panic!("{other:?}"),
            }
        }
        assert!(waits > 15, "{waits}");
        // From elsewhere she goes in at once.
        assert!(try_to_enter(desk, home, reference, &code, "").await.is_ok());
        // From the same network she waits once, and is let in though the flood goes on at every free moment.
        while !matches!(try_to_enter(desk, cafe, reference, &wrong, "").await, Err(ReturnError::Wait(_))) {}
        let Err(ReturnError::Wait(wait)) = try_to_enter(desk, cafe, reference, &code, "").await else {
            panic!("she waits as anybody does")
        };
        let early = try_to_enter(desk, cafe, reference, &code, &wait.ticket).await;
        assert!(matches!(early, Err(ReturnError::Wait(_))), "the ticket is not ripe: {early:?}");
        world.test.clock.advance(TimeDelta::seconds(wait.seconds));
        let flood = try_to_enter(desk, cafe, reference, &wrong, "").await;
        assert!(matches!(flood, Err(ReturnError::Unknown)), "{flood:?}");
        assert!(try_to_enter(desk, cafe, reference, &code, &wait.ticket).await.is_ok());
        // A ticket opens one try, of one reference.
        while !matches!(try_to_enter(desk, cafe, reference, &wrong, "").await, Err(ReturnError::Wait(_))) {}
        let twice = try_to_enter(desk, cafe, reference, &code, &wait.ticket).await;
        assert!(matches!(twice, Err(ReturnError::Wait(_))), "{twice:?}");
    }
}

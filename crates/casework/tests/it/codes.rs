//! A new code for the worker: after a private talk that the officer states, and never beside an old one.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use haqqi_casework::{
    CallError, GiveError, Private, Tried, give_another_code, give_code, note_attempt, quiet,
};
use haqqi_complaints::{
    CODE_RENEWED, Channel, Confidentiality, Contact, ReturnError, SettleError, TextKind, Whose,
    change_contact, enter, enter_again, open, settle_contact, tell_code_renewed,
};
use haqqi_kernel::{JobStore, Role};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::world::World;

#[tokio::test]
async fn a_new_code_is_stated_and_audited_and_ends_the_older_ones() {
    for world in World::all().await {
        let on = world.test.on;
        let desk = &world.desk;
        let (filed, entered) = world.worker().await;
        let (reference, old) = (filed.reference, filed.code.clone().unwrap());
        let officer = world.officer_of(reference).await;
        let came = desk.site.house.now();

        // Without a statement there is none, nor for who may not work on it.
        for empty in ["", " \n\u{2003}"] {
            let refused = give_code(desk, &officer, reference, ("en", empty)).await;
            assert!(matches!(refused, Err(GiveError::Empty)), "{on}");
        }
        // Nor where the call log shows no talk of this officer alone, or none of the last day.
        let other = world.staff(Role::ComplaintsOfficer);
        world.met_alone(&other, reference).await;
        let unmet = give_code(desk, &officer, reference, ("en", "I know her.")).await;
        assert!(matches!(unmet, Err(GiveError::NotMet)), "{on}: {unmet:?}");
        world.met_alone(&officer, reference).await;
        world.test.clock.advance(TimeDelta::hours(25));
        let stale = give_code(desk, &officer, reference, ("en", "I know her.")).await;
        assert!(matches!(stale, Err(GiveError::NotMet)), "{on}: {stale:?}");
        world.met_alone(&officer, reference).await;
        let long = "x".repeat(70_000);
        let refused = give_code(desk, &officer, reference, ("en", long.as_str())).await;
        assert!(matches!(refused, Err(GiveError::TooLong)), "{on}");
        let hotline = world.staff(Role::HotlineOperator);
        let refused = give_code(desk, &hotline, reference, ("en", "I know her.")).await;
        assert!(matches!(refused, Err(GiveError::Read(_))), "{on}");
        assert!(enter(desk, reference, &old).await.is_ok(), "{on}: nothing was ended");

        world.test.clock.advance(TimeDelta::minutes(1));
        let how = "She named the \u{202e}day\u{202c} of the accident.\nNobody else knew.";
        let new = give_code(desk, &officer, reference, ("en", how)).await.unwrap();
        assert!(enter(desk, reference, &new).await.unwrap().is_herself(), "{on}");
        assert!(matches!(enter(desk, reference, &old).await, Err(ReturnError::Unknown)), "{on}");
        // A second press of the button ends nothing; who means another says so.
        let twice = give_code(desk, &officer, reference, ("en", how)).await;
        assert!(matches!(twice, Err(GiveError::JustNow(_))), "{on}: {twice:?}");
        assert!(enter(desk, reference, &new).await.is_ok(), "{on}: what she was just given is good");
        let other = give_another_code(desk, &officer, reference, ("en", how)).await.unwrap();
        assert!(enter(desk, reference, &new).await.is_err(), "{on}");
        let new = other;
        // A door that was opened with the old code is shut; one opened now is not.
        let id = entered.complaint();
        assert!(matches!(enter_again(desk, id, true, came).await, Err(ReturnError::Unknown)), "{on}");
        assert!(enter_again(desk, id, true, desk.site.house.now()).await.is_ok(), "{on}");

        let record = open(desk, &officer, reference, "test").await.unwrap();
        let stated: Vec<_> = record.texts.iter().filter(|text| text.kind == TextKind::Statement).collect();
        assert_eq!((stated.len(), &*stated[0].body), (2, how), "{on}");
        assert_eq!(world.audited(id, "complaint.issue-code").await, 2, "{on}");
        assert!(world.events(id).await.iter().any(|event| event.what == "complaint.code-issued"), "{on}");
        // She never sees it.
        let hers = enter(desk, reference, &new).await.unwrap();
        let view = haqqi_complaints::worker_view(desk, &hers).await.unwrap();
        assert!(view.messages.is_empty(), "{on}");
    }
}

#[tokio::test]
async fn who_comes_with_an_ended_code_is_told_what_to_do() {
    let world = World::all().await.remove(0);
    let (filed, _) = world.worker().await;
    let officer = world.officer_of(filed.reference).await;
    world.met_alone(&officer, filed.reference).await;
    give_code(&world.desk, &officer, filed.reference, ("en", "Her answers.")).await.unwrap();
    let old = filed.code.unwrap().to_string();
    let form =
        serde_html_form::to_string([("reference", filed.reference.to_string()), ("code", old)]).unwrap();
    let request = Request::post("/en/return")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .unwrap();
    let rooms = haqqi_complaints::pages(world.desk.clone());
    let answer = haqqi_web::shell(rooms, &world.desk.site).oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    let page = String::from_utf8_lossy(&bytes);
    assert!(page.contains("do not fit together"), "an ended code is as unknown as any: {page}");
    assert!(page.contains("data-test=\"renewed\"") && page.contains("only the new one works"), "{page}");
}

#[tokio::test]
async fn she_is_told_that_her_code_was_renewed_where_she_can_be_told() {
    for world in World::all().await {
        let on = world.test.on;
        let mut told = Vec::new();
        for hers_alone in [true, false] {
            let mut command = World::command();
            command.contact = Contact {
                channel: Channel::Email,
                address: "her@mail.example".to_owned(),
                hers_alone,
                ..Contact::default()
            };
            let filed = world.file(&command).await;
            let officer = world.officer_of(filed.reference).await;
            world.met_alone(&officer, filed.reference).await;
            give_code(&world.desk, &officer, filed.reference, ("en", "She was asked, and knew."))
                .await
                .unwrap();
            let jobs = JobStore::new(world.desk.site.house.clone());
            let due = jobs.claim(50, std::time::Duration::from_secs(60)).await.unwrap();
            let renewed: Vec<_> = due.iter().filter(|job| job.kind == CODE_RENEWED).collect();
            assert_eq!(renewed.len(), 1, "{on}");
            for _ in 0..2 {
                tell_code_renewed(&world.desk, renewed[0]).await.unwrap();
            }
            let due = jobs.claim(50, std::time::Duration::from_secs(60)).await.unwrap();
            told.push(due.iter().filter(|job| job.kind == haqqi_messaging::SEND_JOB).count());
        }
        assert_eq!(told, [1, 0], "{on}: once, and only in a mailbox that is hers alone");
    }
}

#[tokio::test]
async fn who_says_that_messages_are_not_safe_gets_none_and_keeps_her_number() {
    for world in World::all().await {
        let on = world.test.on;
        let mut command = World::command();
        command.contact = Contact {
            channel: Channel::Text,
            address: "0790000001".to_owned(),
            whose: Some(Whose::Alone),
            hers_alone: true,
            ..Contact::default()
        };
        let filed = world.file(&command).await;
        let officer = world.officer_of(filed.reference).await;
        let inspector = world.staff(Role::Inspector);
        assert!(quiet(&world.desk, &inspector, filed.reference).await.is_err(), "{on}");
        let waiting = world.count("text_message WHERE state = 'queued'").await;
        assert_eq!(waiting, 2, "{on}: that it arrived, and that somebody has read it");
        for _ in 0..2 {
            quiet(&world.desk, &officer, filed.reference).await.unwrap();
        }
        assert_eq!(world.count("text_message WHERE state = 'queued'").await, 0, "{on}");
        let record = open(&world.desk, &officer, filed.reference, "test").await.unwrap();
        assert!(!record.summary.told_by_text() && record.contact.no_message, "{on}");
        assert_eq!(record.contact.address, "0790000001", "{on}: she may still be called");
    }
}

#[tokio::test]
async fn a_contact_changed_by_a_code_that_the_staff_has_seen_waits_for_a_second_person() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let mut command = World::command();
        let old = Contact {
            channel: Channel::Text,
            address: "0790000001".to_owned(),
            whose: Some(Whose::Alone),
            hers_alone: true,
            ..Contact::default()
        };
        command.contact = old.clone();
        let filed = world.file(&command).await;
        let officer = world.officer_of(filed.reference).await;
        let second = world.staff(Role::Supervisor);
        let new = Contact { address: "0790000002".to_owned(), ..old.clone() };
        let open_named = Confidentiality::Open;
        for confirm in [false, true] {
            world.met_alone(&officer, filed.reference).await;
            let code = give_code(desk, &officer, filed.reference, ("en", "She says so.")).await.unwrap();
            let entered = enter(desk, filed.reference, &code).await.unwrap();
            assert!(!change_contact(desk, &entered, &new, open_named).await.unwrap(), "{on}: it waits");
            let record = open(desk, &officer, filed.reference, "test").await.unwrap();
            assert_eq!(record.contact, old, "{on}: nobody has confirmed it");
            assert_eq!(record.summary.confidentiality, Confidentiality::Confidential, "{on}");
            assert!(record.summary.contact_waits && !record.summary.told_by_text(), "{on}");
            let call = World::attempt(Tried::NoAnswer, Private::Unknown);
            let barred = note_attempt(desk, &officer, filed.reference, &call).await;
            assert!(matches!(barred, Err(CallError::ContactWaits)), "{on}: neither number is called");
            assert!(haqqi_complaints::worker_view(desk, &entered).await.unwrap().contact_waits, "{on}");
            let work = world.work(&second).await;
            assert!(work.iter().any(|row| row.kind == "contact-to-confirm"), "{on}");

            let own = settle_contact(desk, &officer, filed.reference, true, "").await;
            assert!(matches!(own, Err(SettleError::SamePerson)), "{on}: {own:?}");
            let mute = settle_contact(desk, &second, filed.reference, false, " ").await;
            assert!(matches!(mute, Err(SettleError::Empty)), "{on}: {mute:?}");
            settle_contact(desk, &second, filed.reference, confirm, "Met her at the gate.").await.unwrap();
            let twice = settle_contact(desk, &second, filed.reference, true, "").await;
            assert!(matches!(twice, Err(SettleError::Nothing)), "{on}: {twice:?}");
            let after = open(desk, &second, filed.reference, "test").await.unwrap();
            assert_eq!(after.contact, if confirm { new.clone() } else { old.clone() }, "{on}");
            assert!(!after.summary.contact_waits && after.summary.told_by_text(), "{on}");
            assert_eq!(enter(desk, filed.reference, &code).await.is_ok(), confirm, "{on}: refused, it ends");
            assert!(world.work(&second).await.iter().all(|row| row.kind != "contact-to-confirm"), "{on}");
            world.test.clock.advance(TimeDelta::minutes(11));
        }
    }
}

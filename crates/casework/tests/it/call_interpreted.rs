//! A call in a language that nobody of the office has: an interpreter's work, with its own clock, who learns nothing of her.

use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::{Directory, NewAbsence, NewStaff, add_absence, add_staff};
use haqqi_casework::{
    BackError, BackReason, assign_call, call_to_interpret, give_call_back, interpreter_of_call, look_alike,
    seek_somebody,
};
use haqqi_complaints::{
    ASSIGN_CALL, AskCallBack, CallBackError, CallOutcome, Channel, Contact, LOOK_ALIKE, arrange_call,
    ask_call_back, finish_call_back, open, open_call_back,
};
use haqqi_kernel::{Actor, JobFailure, JobStore, Reference, Role};
use haqqi_pack::Texts;
use haqqi_worklist::{DeadlineState, QueueRow, SEEK, last_clock};
use uuid::Uuid;

use crate::flag_page::Browser;
use crate::world::World;

const NUMBER: &str = "+962790000001";

async fn account(world: &World, name: &str, role: Role, languages: &[&str], sex: &str) -> Uuid {
    let pack = &world.desk.site.pack;
    let office = (role == Role::ComplaintsOfficer || role == Role::Supervisor)
        .then(|| pack.identity().default_office.clone());
    let mut unit = world.desk.site.house.unit(Actor::System);
    let new = NewStaff {
        sign_in: name.to_owned(),
        name: format!("Name of {name}"),
        office,
        agency: None,
        roles: vec![role],
        languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
        sex: Some(sex.to_owned()),
        password: "a long first password".to_owned(),
    };
    let added = add_staff(&mut unit, &new).unwrap();
    unit.commit().await.unwrap();
    added.id
}

async fn actor(world: &World, id: Uuid) -> Actor {
    Directory::new(world.desk.site.house.clone()).person(id).await.unwrap().unwrap().actor(false)
}

/// A call that is asked for, by the number under which staff know it.
async fn asked(world: &World, language: &str, about: Option<Texts>, sex: Option<&str>) {
    let mut unit = world.desk.site.house.unit(Actor::Stranger);
    let wish = AskCallBack {
        language: language.to_owned(),
        about,
        number: NUMBER.to_owned(),
        hers_alone: true,
        when: "When the lady sleeps".to_owned(),
        safe_word: "apples".to_owned(),
        interpreter_sex: sex.map(str::to_owned),
    };
    ask_call_back(&world.desk, &mut unit, &wish).unwrap();
    unit.commit().await.unwrap();
}

async fn jobs(world: &World) -> Vec<JobFailure> {
    let store = JobStore::new(world.desk.site.house.clone());
    let mut failures = Vec::new();
    for job in store.claim(100, std::time::Duration::from_secs(60)).await.unwrap() {
        let done = match job.kind.as_str() {
            ASSIGN_CALL => assign_call(&world.desk, &job).await,
            LOOK_ALIKE => look_alike(&world.desk, &job).await,
            SEEK => seek_somebody(&world.desk, &job).await,
            _ => Ok(()),
        };
        failures.extend(done.clone().err());
        store.finish(&job, done).await.unwrap();
    }
    failures
}

async fn calls(world: &World, who: Uuid) -> Vec<QueueRow> {
    let rows = world.work(&actor(world, who).await).await;
    rows.into_iter().filter(|row| row.kind == "call-to-interpret").collect()
}

#[tokio::test]
async fn an_interpreter_joins_a_call_and_learns_nothing_of_her() {
    for world in World::all().await {
        let (desk, house, on) = (&world.desk, &world.desk.site.house, world.test.on);
        let officer = account(&world, "asma", Role::ComplaintsOfficer, &["ar", "en"], "female").await;
        let amina = account(&world, "amina", Role::Interpreter, &["bn"], "female").await;
        let karim = account(&world, "karim", Role::Interpreter, &["bn"], "male").await;
        // What the office speaks itself needs nobody.
        asked(&world, "en", None, None).await;
        assert!(jobs(&world).await.is_empty(), "{on}");
        assert!(calls(&world, amina).await.is_empty() && calls(&world, karim).await.is_empty(), "{on}");

        // She asks for a woman.
        asked(&world, "bn", None, Some("female")).await;
        let at = house.now();
        assert!(jobs(&world).await.is_empty(), "{on}");
        let row = calls(&world, amina).await.pop().unwrap();
        assert!(calls(&world, karim).await.is_empty(), "{on}: not a man");
        assert_eq!(row.link(Some(amina)), format!("/staff/calls-to-interpret/{}", row.id), "{on}");
        let clock = desk.clocks().begin("call-interpreted", at, row.office.as_deref()).unwrap();
        assert_eq!(row.due_at, clock.due_at, "{on}: a working day");

        let her = actor(&world, amina).await;
        let (call, _) = call_to_interpret(desk, &her, row.id).await.unwrap();
        assert_eq!((call.language.as_str(), call.joint.is_none()), ("bn", true), "{on}");
        let reference: Reference = row.reference.parse().unwrap();
        assert!(open_call_back(desk, &her, reference).await.is_err(), "{on}: neither number nor words");
        assert!(call_to_interpret(desk, &actor(&world, karim).await, row.id).await.is_err(), "{on}");

        // The officer sees who interprets, and says when and how.
        let him = actor(&world, officer).await;
        let opened = open_call_back(desk, &him, reference).await.unwrap();
        assert_eq!(interpreter_of_call(desk, opened.id).await.unwrap(), Some(Some(amina)), "{on}");
        let then = house.now() + TimeDelta::hours(2);
        arrange_call(desk, &him, reference, then, "Room 204").await.unwrap();
        let (call, who) = call_to_interpret(desk, &her, row.id).await.unwrap();
        let joint = call.joint.clone().unwrap();
        assert_eq!((joint.at, joint.how.as_str(), who.as_str()), (then, "Room 204", "Name of asma"), "{on}");
        let all = format!("{call:?}{who}");
        assert!(!all.contains(NUMBER) && !all.contains("lady") && !all.contains("apples"), "{on}: {all}");
        assert_eq!(calls(&world, amina).await[0].due_at, then, "{on}: in her queue by that time");

        learns_no_number(&world, &him, reference, then).await;

        finish_call_back(desk, &him, reference, CallOutcome::Reached, Some(amina)).await.unwrap();
        assert!(calls(&world, amina).await.is_empty(), "{on}");
        let (state, _) = last_clock(house, opened.id, "call-interpreted").await.unwrap().unwrap();
        assert_eq!(state, DeadlineState::Met, "{on}");
        let opened = open_call_back(desk, &him, reference).await.unwrap();
        assert_eq!(opened.interpreted_by, Some(amina), "{on}: the log says through whom");
        assert!(call_to_interpret(desk, &her, row.id).await.is_err(), "{on}: it is over");
    }
}

/// In how to join stands no number of hers, however it is written, nor that of the workplace that she told elsewhere.
async fn learns_no_number(world: &World, him: &Actor, reference: Reference, then: DateTime<Utc>) {
    let (desk, house, on) = (&world.desk, &world.desk.site.house, world.test.on);
    let mut told = World::command();
    told.employer.governorate = None;
    told.employer.phone = "06 460 0002".to_owned();
    told.contact =
        Contact { channel: Channel::Phone, address: "0790000001".to_owned(), ..Contact::default() };
    let filed = world.file(&told).await;
    jobs(world).await;
    open(desk, him, filed.reference, "test").await.unwrap();
    for wrong in [
        NUMBER,
        "Ring 079 000 0001",
        "Room 204, then 00962-79-0000001.",
        "٠٧٩٠٠٠٠٠٠١",
        "(০৭৯) ০০০ ০০০১",
        "079 000 and 0001",
        "〇七九〇〇〇〇〇〇一",
        "⁰⁷⁹⁰⁰⁰⁰⁰⁰¹ or ⓪⑦⑨⓪⓪⓪⓪⓪⓪①",
        "Ask for her at +962 6 4600002",
    ] {
        let refused = arrange_call(desk, him, reference, then, wrong).await;
        assert!(matches!(refused, Err(CallBackError::TellsNumber)), "{on}: {wrong} {refused:?}");
    }
    for right in ["Conference 06 500 0700, code 790001", "+962 79 000 0002", "I ring you on 204"] {
        arrange_call(desk, him, reference, then, right).await.unwrap();
    }
    // The page says what is wrong with it, and gives back what was typed.
    let office = desk.site.pack.identity().default_office.clone();
    let browser = Browser::at(world, "rana", Role::ComplaintsOfficer, &office).await;
    let page = format!("/staff/call-backs/{reference}");
    let at = |days| (house.now() + TimeDelta::days(days)).format("%Y-%m-%dT12:00").to_string();
    for (at, how, said) in [
        (at(-1), "Room 204", "This time is past."),
        (at(40), "Room 204", "the next 30 days"),
        (at(2), "Ring 0790000001", "The worker’s number stands in this"),
    ] {
        let typed = [("at", at.as_str()), ("how", how)];
        let (status, shown) = browser.send(&page, &format!("{page}/arrange"), &typed).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}: {shown}");
        assert!(shown.contains(said) && shown.contains(&format!("value=\"{how}\"")), "{on}: {said} {shown}");
    }
}

#[tokio::test]
async fn where_no_interpreter_suits_somebody_is_told_and_it_is_looked_again() {
    for world in World::all().await {
        let (desk, house, on) = (&world.desk, &world.desk.site.house, world.test.on);
        account(&world, "asma", Role::ComplaintsOfficer, &["ar", "en"], "female").await;
        let boss = account(&world, "boss", Role::Supervisor, &["ar"], "male").await;
        let amina = account(&world, "amina", Role::Interpreter, &["bn"], "female").await;
        asked(&world, "bn", Some(Texts::Danger), None).await;
        let at = house.now();
        jobs(&world).await;
        let row = calls(&world, amina).await.pop().unwrap();
        assert_eq!(row.due_at, at + TimeDelta::hours(1), "{on}: an hour in danger");

        // She knows the caller's family: she gives it back, and nobody else is there.
        let her = actor(&world, amina).await;
        give_call_back(desk, &her, row.id, BackReason::Conflict).await.unwrap();
        let again = give_call_back(desk, &her, row.id, BackReason::Conflict).await;
        assert!(matches!(again, Err(BackError::NotFound)), "{on}");
        assert_eq!(jobs(&world).await.len(), 1, "{on}: it is tried again");
        assert!(calls(&world, amina).await.is_empty(), "{on}");
        let left = calls(&world, boss).await;
        assert_eq!(left[0].assignee, None, "{on}: whoever supervises sees that it is nobody's");

        // One who is away does not get it; one who comes does, and the clock ran on.
        let away = account(&world, "away", Role::Interpreter, &["bn"], "female").await;
        let mut unit = house.unit(Actor::System);
        let until = at + TimeDelta::days(9);
        add_absence(&mut unit, NewAbsence { staff: away, from: at, until, deputy: None });
        unit.commit().await.unwrap();
        let there = account(&world, "there", Role::Interpreter, &["bn"], "male").await;
        world.test.clock.advance(TimeDelta::minutes(2));
        assert!(jobs(&world).await.is_empty(), "{on}");
        assert!(calls(&world, away).await.is_empty(), "{on}");
        assert_eq!(calls(&world, there).await[0].due_at, row.due_at, "{on}");
    }
}

//! A worker wishes to be forgotten; an employer's complaints are held; what goes by itself goes.

use chrono::Days;
use haqqi_casework::{acknowledge, give_code, note_attempt};
use haqqi_complaints::{Over, enter, open, over_since, write_back};
use haqqi_kernel::{Claimed, Role};
use haqqi_retention::{
    Bar, BatchState, DAILY, HoldError, NewHold, ON_REQUEST, On, RequestError, batches, confirm, daily,
    decide_request, end_hold, holds, prepare, put_hold, record_request, request_of, watch,
};

use crate::world::{OFFICE, World};

const WHY: &str = "She has left the country and asks for it.";

#[tokio::test]
async fn a_wish_is_granted_by_one_confirmed_by_another_and_never_while_it_is_open() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let officer = world.staff(Role::ComplaintsOfficer, Some(OFFICE));
        let one = world.staff(Role::DataProtectionOfficer, None);
        let other = world.staff(Role::Supervisor, Some(OFFICE));
        let open = world.filed().await;
        for way in ["phone", "message"] {
            let unshown = record_request(desk, &officer, open.reference, way).await;
            assert!(matches!(unshown, Err(RequestError::NotShown)), "{on}: nothing shows that it was she");
        }
        let her = enter(world.rooms(), open.reference, open.code.as_ref().unwrap()).await.unwrap();
        write_back(world.rooms(), &her, "Please forget all of this.", None).await.unwrap();
        record_request(desk, &officer, open.reference, "message").await.unwrap();
        let again = record_request(desk, &officer, open.reference, "message").await;
        assert!(matches!(again, Err(RequestError::Changed)), "{on}: one waits at a time");
        assert!(matches!(
            record_request(desk, &officer, open.reference, "rumour").await,
            Err(RequestError::Way)
        ));
        let barred = decide_request(desk, &one, open.reference, true, WHY).await;
        let Err(RequestError::Barred(bars)) = barred else { panic!("{on}: {barred:?}") };
        assert!(bars.contains(&Bar::Open) && bars.contains(&Bar::Work), "{on}: {bars:?}");
        let page = format!("/staff/complaints/{}/erasure", open.reference);
        for decides in [&one, &other] {
            assert_eq!(
                world.queue(decides).await,
                [page.as_str()],
                "{on}: it stands in the queue of who decides"
            );
        }
        assert_eq!(world.queue(&officer).await, Vec::<String>::new(), "{on}: and of nobody else");
        decide_request(desk, &one, open.reference, false, WHY).await.unwrap();
        assert_eq!(world.queue(&one).await, Vec::<String>::new(), "{on}: decided");
        assert_eq!(
            request_of(desk, &officer, open.reference).await.unwrap().request.unwrap().why,
            WHY,
            "{on}"
        );

        let (closed, id, officer) = world.closed().await;
        record_request(desk, &other, closed.reference, "letter").await.unwrap();
        let same = decide_request(desk, &other, closed.reference, true, WHY).await;
        assert!(matches!(same, Err(RequestError::SamePerson)), "{on}");
        assert!(matches!(
            decide_request(desk, &officer, closed.reference, true, WHY).await,
            Err(RequestError::NotFound)
        ));
        assert!(matches!(
            decide_request(desk, &one, closed.reference, true, "yes").await,
            Err(RequestError::Why)
        ));
        decide_request(desk, &one, closed.reference, true, WHY).await.unwrap();
        let list = batches(desk, &other).await.unwrap().remove(0);
        assert_eq!((list.class.as_str(), list.state), (ON_REQUEST, BatchState::Approved), "{on}");
        assert!(confirm(desk, &one, &list.number).await.is_err(), "{on}: not by whoever granted it");
        let page = format!("/staff/retention/lists/{}", list.number);
        assert_eq!(world.queue(&other).await, [page], "{on}: the list waits for a second person");
        confirm(desk, &other, &list.number).await.unwrap();
        assert_eq!(world.queue(&other).await, Vec::<String>::new(), "{on}: it waits no more");
        world.carry_out().await;
        assert!(world.test.house.subject_key(id).await.is_err(), "{on}: erased before its time");
        assert_eq!(world.count("erasure_request WHERE why IS NOT NULL").await, 1, "{on}: the refused one");
    }
}

#[tokio::test]
async fn a_message_with_a_code_that_the_staff_has_seen_shows_nothing() {
    for world in World::all().await {
        let (desk, rooms, on) = (&world.desk, world.rooms(), world.test.on);
        let filed = world.filed().await;
        let officer = world.staff(Role::ComplaintsOfficer, Some(OFFICE));
        open(rooms, &officer, filed.reference, "test").await.unwrap();
        acknowledge(rooms, &officer, filed.reference, "ask-interpreter", "").await.unwrap();
        note_attempt(rooms, &officer, filed.reference, &World::spoke()).await.unwrap();
        let code = give_code(rooms, &officer, filed.reference, ("en", "She knew the day.")).await.unwrap();
        let her = enter(rooms, filed.reference, &code).await.unwrap();
        write_back(rooms, &her, "Please forget all of this.", None).await.unwrap();
        let unshown = record_request(desk, &officer, filed.reference, "message").await;
        assert!(matches!(unshown, Err(RequestError::NotShown)), "{on}: {unshown:?}");
        record_request(desk, &officer, filed.reference, "phone").await.unwrap();
    }
}

#[tokio::test]
async fn a_hold_on_an_employer_holds_every_complaint_that_is_linked_to_it() {
    for world in World::all().await {
        let (desk, house, on) = (&world.desk, &world.test.house, world.test.on);
        let (filed, id, _) = world.closed().await;
        let employer = uuid::Uuid::from_u128(77);
        let sql = if on == "sqlite" {
            format!("UPDATE complaint SET establishment_id = x'{}'", employer.simple())
        } else {
            format!("UPDATE complaint SET establishment_id = '{employer}'")
        };
        sea_orm::ConnectionTrait::execute_unprepared(house.db().chores(), &sql).await.unwrap();
        world.years(6);
        let put = NewHold {
            on: On::Establishment(employer),
            reference: filed.reference,
            ground: "prosecution".to_owned(),
            why: "The prosecutor looks into the employer.".to_owned(),
            review_on: house.now().date_naive() + Days::new(30),
        };
        let supervisor = world.staff(Role::Supervisor, Some(OFFICE));
        assert!(
            matches!(put_hold(desk, &supervisor, &put).await, Err(HoldError::NotFound)),
            "{on}: every office"
        );
        put_hold(desk, &world.staff(Role::DataProtectionOfficer, None), &put).await.unwrap();
        // One of the office's own is ended by another of the office, but not where a court may need it.
        for (ground, ended) in [("other", true), ("court", false)] {
            let own = NewHold { on: On::Complaint(id), ground: ground.to_owned(), ..put.clone() };
            put_hold(desk, &supervisor, &own).await.unwrap();
            let second = world.staff(Role::Supervisor, Some(OFFICE));
            let hold =
                holds(desk, &second).await.unwrap().into_iter().find(|one| one.ground == ground).unwrap();
            let end = end_hold(desk, &second, hold.id).await;
            assert_eq!(end.is_ok(), ended, "{on}: {ground} {end:?}");
            end_hold(desk, &world.staff(Role::DataProtectionOfficer, None), hold.id).await.ok();
        }
        assert_eq!(prepare(desk).await.unwrap(), 0, "{on}");
        assert!(house.subject_key(id).await.is_ok(), "{on}");
    }
}

#[tokio::test]
async fn once_a_day_what_goes_by_itself_goes_and_lists_are_prepared() {
    for world in World::all().await {
        let (desk, house, on) = (&world.desk, &world.test.house, world.test.on);
        world.closed().await;
        // What is done is done; what was given up stays until somebody looks at it.
        let done = world.take(&[]).await;
        assert!(done.is_empty());
        let sql = "UPDATE job SET state = 'done', finished_at = created_at";
        sea_orm::ConnectionTrait::execute_unprepared(house.db().chores(), sql).await.unwrap();
        let jobs = world.count("job").await;
        assert!(jobs > 0, "{on}");
        world.years(6);
        watch(house).await.unwrap();
        watch(house).await.unwrap();
        let today: Vec<Claimed> = world.take(&[DAILY]).await;
        assert_eq!(today.len(), 1, "{on}: once a day");
        for _ in 0..2 {
            daily(desk, &today[0]).await.unwrap();
        }
        assert_eq!(world.count("job").await, 1, "{on}: the day's own job is left");
        assert_eq!(world.count("erasure_batch WHERE state = 'prepared'").await, 1, "{on}");
        assert_eq!(world.count("erasure_batch WHERE class = 'jobs' AND state = 'done'").await, 1, "{on}");
        // In a house from before there was such work, the next day opens it, once.
        let none = "DELETE FROM work_item WHERE kind = 'erasure-to-decide'";
        sea_orm::ConnectionTrait::execute_unprepared(house.db().chores(), none).await.unwrap();
        for _ in 0..2 {
            daily(desk, &today[0]).await.unwrap();
        }
        let decides = world.staff(Role::DataProtectionOfficer, None);
        assert_eq!(world.queue(&decides).await.len(), 1, "{on}");
        let left = over_since(house, Over { unread: false, before: house.now() }, None, 10).await.unwrap();
        assert_eq!(left.len(), 1, "{on}: nobody decided, nothing is erased");
    }
}

//! Holds, against lists that are under way.

use chrono::{Days, NaiveDate};
use haqqi_complaints::{enter, open, write_back};
use haqqi_kernel::{Actor, Role};
use haqqi_retention::{
    BatchState, ERASE, EntryState, HoldError, NewHold, On, approve, batch, batches, confirm, end_hold, holds,
    prepare, put_hold, refuse, run_batch,
};

use crate::world::{OFFICE, World};

fn hold(world: &World, on: On, reference: haqqi_kernel::Reference) -> NewHold {
    let today: NaiveDate = world.test.house.now().date_naive();
    NewHold {
        on,
        reference,
        ground: "court".to_owned(),
        why: "The labour court asked for the file.".to_owned(),
        review_on: today + Days::new(90),
    }
}

async fn decided(world: &World, one: &Actor, other: &Actor) -> String {
    let number = batches(&world.desk, one).await.unwrap()[0].number.clone();
    approve(&world.desk, one, &number).await.unwrap();
    confirm(&world.desk, other, &number).await.unwrap();
    number
}

#[tokio::test]
async fn a_hold_put_after_the_second_person_still_wins() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (filed, id, officer) = world.closed().await;
        let one = world.staff(Role::DataProtectionOfficer, None);
        let other = world.staff(Role::Supervisor, Some(OFFICE));
        world.years(6);
        assert_eq!(prepare(desk).await.unwrap(), 1, "{on}");
        let number = decided(&world, &one, &other).await;
        let put = hold(&world, On::Complaint(id), filed.reference);
        let far_off = world.staff(Role::Supervisor, Some("aqaba"));
        assert!(matches!(put_hold(desk, &far_off, &put).await, Err(HoldError::NotFound)), "{on}");
        let late = NewHold { review_on: world.test.house.now().date_naive(), ..put.clone() };
        assert!(matches!(put_hold(desk, &other, &late).await, Err(HoldError::Review)), "{on}");
        put_hold(desk, &other, &put).await.unwrap();
        world.carry_out().await;
        let (list, entries) = batch(desk, &one, &number).await.unwrap();
        assert_eq!((list.state, list.erased), (BatchState::Done, 0), "{on}");
        assert_eq!(entries[0].state, EntryState::Held, "{on}");
        assert!(open(world.rooms(), &officer, filed.reference, "test").await.is_ok(), "{on}");
        // While it stands it comes on no list; whoever put it cannot end it.
        assert_eq!(prepare(desk).await.unwrap(), 0, "{on}");
        let standing = holds(desk, &one).await.unwrap();
        assert_eq!(standing[0].why, put.why, "{on}");
        assert!(matches!(end_hold(desk, &other, standing[0].id).await, Err(HoldError::SamePerson)), "{on}");
        end_hold(desk, &one, standing[0].id).await.unwrap();
        assert_eq!(prepare(desk).await.unwrap(), 1, "{on}");
        // What is refused rests a month.
        let number = batches(desk, &one).await.unwrap()[0].number.clone();
        refuse(desk, &one, &number).await.unwrap();
        assert_eq!(prepare(desk).await.unwrap(), 0, "{on}");
        world.test.clock.advance(chrono::TimeDelta::days(31));
        assert_eq!(prepare(desk).await.unwrap(), 1, "{on}");
        decided(&world, &one, &other).await;
        world.carry_out().await;
        assert!(open(world.rooms(), &officer, filed.reference, "test").await.is_err(), "{on}");
        assert!(matches!(put_hold(desk, &other, &put).await, Err(HoldError::NotFound)), "{on}: too late");
        assert_eq!(holds(desk, &one).await.unwrap()[0].why, "", "{on}: the hold's words went along");
    }
}

/// Many records, each with a hold that comes at the same moment as its erasure: one of the two wins, never both, and what
/// is held is whole.
#[tokio::test]
async fn of_a_hold_and_an_erasure_at_the_same_moment_one_wins_whole() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let mut all = Vec::new();
        for _ in 0..5 {
            all.push(world.closed().await);
        }
        let one = world.staff(Role::DataProtectionOfficer, None);
        let other = world.staff(Role::Supervisor, Some(OFFICE));
        world.years(6);
        assert_eq!(prepare(desk).await.unwrap(), all.len(), "{on}");
        let number = decided(&world, &one, &other).await;
        let jobs = world.take(&[ERASE]).await;
        let putting = async {
            let mut won = Vec::new();
            for (filed, id, _) in all.iter().rev() {
                let put = hold(&world, On::Complaint(*id), filed.reference);
                won.push(loop {
                    match put_hold(desk, &other, &put).await {
                        // Something else was written to it at this moment: again.
                        Err(HoldError::Changed) => {}
                        Err(HoldError::NotFound) => break false,
                        Ok(()) => break true,
                        Err(error) => panic!("{on}: {error}"),
                    }
                });
            }
            won.reverse();
            won
        };
        let (won, done) = tokio::join!(putting, run_batch(desk, &jobs[0]));
        done.unwrap();
        world.carry_out().await;
        let (list, _) = batch(desk, &one, &number).await.unwrap();
        let held = won.iter().filter(|won| **won).count();
        assert_eq!(usize::try_from(list.erased).unwrap() + held, all.len(), "{on}: one of the two, always");
        for ((filed, id, officer), held) in all.iter().zip(won) {
            let opened = open(world.rooms(), officer, filed.reference, "test").await;
            assert_eq!(opened.is_ok(), held, "{on}");
            assert_eq!(world.test.house.subject_key(*id).await.is_ok(), held, "{on}");
        }
    }
}

#[tokio::test]
async fn what_she_writes_at_the_last_moment_is_read_and_not_lost() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (filed, _, officer) = world.closed().await;
        let one = world.staff(Role::DataProtectionOfficer, None);
        let other = world.staff(Role::Supervisor, Some(OFFICE));
        world.years(6);
        prepare(desk).await.unwrap();
        let number = decided(&world, &one, &other).await;
        let her = enter(world.rooms(), filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        write_back(world.rooms(), &her, "He still has my passport.", None).await.unwrap();
        world.carry_out().await;
        let (_, entries) = batch(desk, &one, &number).await.unwrap();
        assert_eq!(entries[0].state, EntryState::Barred, "{on}: somebody has to read it");
        assert!(open(world.rooms(), &officer, filed.reference, "test").await.is_ok(), "{on}");
    }
}

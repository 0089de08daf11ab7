//! The queue's tools: what is chosen, kept, given in bulk, handed over.

use haqqi_accounts::{Directory, NewStaff, add_staff};
use haqqi_casework::{HandOverError, acknowledge, hand_over};
use haqqi_complaints::{FileComplaint, open};
use haqqi_kernel::{Action, Actor, Role, StaffActor, judge};
use haqqi_worklist::{
    AssignError, Filter, MOST_VIEWS, Sight, ViewError, assign, counts, drop_view, queue, save_view,
    saved_views,
};
use uuid::Uuid;

use crate::world::{OFFICE, World};

impl World {
    /// Somebody of an office, with an account.
    async fn person(&self, role: Role, office: &str, sign_in: &str) -> Uuid {
        let mut unit = self.desk.site.house.unit(Actor::System);
        let new = NewStaff {
            sign_in: sign_in.to_owned(),
            name: sign_in.to_owned(),
            office: Some(office.to_owned()),
            agency: None,
            roles: vec![role],
            languages: vec!["en".to_owned()],
            sex: None,
            password: "a long first password".to_owned(),
        };
        let id = add_staff(&mut unit, &new).unwrap().id;
        unit.commit().await.unwrap();
        id
    }
}

#[tokio::test]
async fn what_is_chosen_is_shown_and_the_counts_agree_with_the_lists() {
    for world in World::all().await {
        let (house, on) = (&world.desk.site.house, world.test.on);
        world.file(&World::command()).await;
        let mut bengali = World::command();
        bengali.language = "bn".to_owned();
        let bengali = world.file(&bengali).await;
        let danger = world.file(&FileComplaint { danger: true, ..World::command() }).await;
        let officer = world.staff(Role::ComplaintsOfficer);
        let sight = Sight::of(&officer).unwrap();
        let rows = async |filter: Filter| queue(house, &sight, &filter, None, 100).await.unwrap().rows;
        let all = rows(Filter::default()).await;
        assert_eq!(all[0].reference, danger.reference.to_string(), "{on}: danger stands first");
        let some = |text: &str| Some(text.to_owned());
        let clock = rows(Filter { clock: some("danger"), ..Filter::default() }).await;
        assert!(clock.iter().all(|row| row.reference == danger.reference.to_string()), "{on}");
        assert!(!clock.is_empty(), "{on}");
        let translate = Filter { kind: some("translation"), language: some("bn"), ..Filter::default() };
        assert!(
            rows(translate).await.iter().all(|row| row.reference == bengali.reference.to_string()),
            "{on}"
        );
        assert!(rows(Filter { language: some("zz"), ..Filter::default() }).await.is_empty(), "{on}");
        assert!(rows(Filter { subjects: Some(Vec::new()), ..Filter::default() }).await.is_empty(), "{on}");
        let now = house.now();
        let counted = counts(house, &sight, now + chrono::TimeDelta::hours(6)).await.unwrap();
        let burning = rows(Filter { burning: true, ..Filter::default() }).await;
        assert_eq!(counted.open, u64::try_from(all.len()).unwrap(), "{on}");
        assert_eq!(counted.burning, u64::try_from(burning.len()).unwrap(), "{on}");
        assert_eq!((counted.mine, counted.unrouted), (0, 0), "{on}");
    }
}

#[tokio::test]
async fn a_view_is_its_keepers_alone_and_there_are_not_too_many() {
    for world in World::all().await {
        let (house, on) = (&world.desk.site.house, world.test.on);
        let (one, other) = (world.staff(Role::ComplaintsOfficer), world.staff(Role::ComplaintsOfficer));
        let filter = Filter { language: Some("bn".to_owned()), cluster: true, ..Filter::default() };
        let keep = async |name: &str| {
            let mut unit = house.unit(one.clone());
            let kept = save_view(&mut unit, name, &filter).await?;
            unit.commit().await.unwrap();
            Ok::<Uuid, ViewError>(kept)
        };
        let first = keep("Bengali, \u{202e}clusters").await.unwrap();
        for odd in ["", "  ", &"x".repeat(41)] {
            assert!(matches!(keep(odd).await, Err(ViewError::Name)), "{on}: {odd}");
        }
        let views = saved_views(house, one.account().unwrap()).await.unwrap();
        assert!(views.len() == 1 && views[0].filter == filter, "{on}: {views:?}");
        assert!(saved_views(house, other.account().unwrap()).await.unwrap().is_empty(), "{on}");
        let mut unit = house.unit(other.clone());
        drop_view(&mut unit, first);
        unit.commit().await.unwrap();
        assert_eq!(saved_views(house, one.account().unwrap()).await.unwrap().len(), 1, "{on}");
        for _ in 1..MOST_VIEWS {
            keep("more").await.unwrap();
        }
        assert!(matches!(keep("one more").await, Err(ViewError::Many)), "{on}");
    }
}

#[tokio::test]
async fn work_is_given_in_bulk_and_never_acknowledged_and_who_leaves_hands_over_closed_records_too() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let house = &desk.site.house;
        let first = world.file(&World::command()).await;
        let second = world.file(&World::command()).await;
        let leaves = world.person(Role::ComplaintsOfficer, OFFICE, "leaver").await;
        let leaver = Directory::new(house.clone()).person(leaves).await.unwrap().unwrap().actor(false);
        open(desk, &leaver, first.reference, "test").await.unwrap();
        acknowledge(desk, &leaver, first.reference, "ask-interpreter", "").await.unwrap();
        world.met_alone(&leaver, first.reference).await;
        world.closed(&leaver, first.reference).await;
        let supervisor = world.staff(Role::Supervisor);
        let heir = world.person(Role::ComplaintsOfficer, OFFICE, "heir").await;
        let heirs = Directory::new(house.clone()).person(heir).await.unwrap().unwrap().actor(false);
        let away = world.person(Role::ComplaintsOfficer, "aqaba", "away").await;

        let work = world.work(&supervisor).await;
        let row = work.iter().find(|row| row.reference == second.reference.to_string()).unwrap();
        let mut unit = house.unit(leaver.clone());
        let refused = assign(&mut unit, row.item(), &heirs).await;
        assert!(matches!(refused, Err(AssignError::NotYours)), "{on}: {refused:?}");
        let mut unit = house.unit(supervisor.clone());
        assign(&mut unit, row.item(), &leaver).await.unwrap();
        unit.commit().await.unwrap();
        assert!(world.told_as(second.reference).await.acknowledged_at.is_none(), "{on}");

        let from = leaver.account().unwrap();
        let nobody = hand_over(desk, &supervisor, Uuid::from_u128(9), heir).await;
        assert!(matches!(nobody, Err(HandOverError::Leaver)), "{on}: {nobody:?}");
        for wrong in [from, away, Uuid::from_u128(9)] {
            let refused = hand_over(desk, &supervisor, from, wrong).await;
            assert!(matches!(refused, Err(HandOverError::Person)), "{on}: {refused:?}");
        }
        let refused = hand_over(desk, &leaver, from, heir).await;
        assert!(matches!(refused, Err(HandOverError::Denied)), "{on}: {refused:?}");
        let handed = hand_over(desk, &supervisor, from, heir).await.unwrap();
        assert_eq!((handed.given, handed.kept), (1, 0), "{on}");
        let closed = world.told_as(first.reference).await;
        assert!(closed.assignee == Some(heir) && closed.closed_at.is_some(), "{on}");
        let office = Some(OFFICE.to_owned());
        let heir = Actor::Staff(StaffActor {
            id: heir,
            roles: vec![Role::ComplaintsOfficer],
            office,
            also: Vec::new(),
            on_duty: false,
        });
        assert!(judge(&heir, Action::WorkComplaint).is_ok(), "{on}");
        let mine = Filter { mine: true, ..Filter::default() };
        let sight = Sight::of(&heir).unwrap();
        let mine = queue(house, &sight, &mine, None, 10).await.unwrap().rows;
        assert!(mine.iter().any(|row| row.reference == second.reference.to_string()), "{on}: {mine:?}");
    }
}

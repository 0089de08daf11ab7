//! The ladder: from who has the work to the directorate, each step told once, whatever crashes and however clocks jump.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::entity::event;
use haqqi_kernel::{Actor, JobStore, ReferenceKind, Role, StaffActor, SubjectKind};
use haqqi_pack::Pack;
use haqqi_testing::TestHouse;
use haqqi_worklist::{
    About, AddShift, Clocks, Colleague, ItemKind, NewDeadline, NewItem, Notice, Sight, TELL, Urgency,
    add_shift, begin_clock, meet_deadline, notices, open_item, see, tell, tick, unseen,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

const OFFICER: u128 = 1;
const OTHER_OFFICER: u128 = 2;
const DUTY: u128 = 3;
const SUPERVISOR: u128 = 4;
const DIRECTOR: u128 = 5;
const ELSEWHERE: u128 = 6;

fn person(id: u128, role: Role, office: Option<&str>) -> Colleague {
    let (id, office) = (Uuid::from_u128(id), office.map(str::to_owned));
    let actor = Actor::Staff(StaffActor {
        id,
        roles: vec![role],
        office: office.clone(),
        also: Vec::new(),
        on_duty: role == Role::DutyOfficer,
    });
    Colleague { tied: Default::default(), id, actor, office, away: false, stands_in_for: Vec::new() }
}

fn people() -> Vec<Colleague> {
    vec![
        person(OFFICER, Role::ComplaintsOfficer, Some("irbid")),
        person(OTHER_OFFICER, Role::ComplaintsOfficer, Some("irbid")),
        person(DUTY, Role::DutyOfficer, None),
        person(SUPERVISOR, Role::Supervisor, Some("irbid")),
        person(DIRECTOR, Role::Supervisor, None),
        person(ELSEWHERE, Role::Supervisor, Some("karak")),
    ]
}

struct World {
    test: TestHouse,
    clocks: Clocks,
    people: Vec<Colleague>,
}

impl World {
    async fn all() -> Vec<Self> {
        let clocks = Clocks::new(Arc::new(Pack::embedded("jordan").unwrap())).unwrap();
        let of = |test| Self { test, clocks: clocks.clone(), people: people() };
        haqqi_testing::houses().await.into_iter().map(of).collect()
    }

    /// A complaint that waits to be read, with the legal clock.
    async fn complaint(&self, assignee: Option<u128>) -> Uuid {
        let mut unit = self.test.house.unit(Actor::System);
        let (subject, now) = (unit.id(), unit.now());
        let reference = unit.reference(ReferenceKind::Complaint);
        let due = now + TimeDelta::hours(24);
        let item = open_item(
            &mut unit,
            NewItem {
                office: Some("irbid".to_owned()),
                assignee: assignee.map(Uuid::from_u128),
                urgency: Urgency::Normal,
                duty: true,
                ..NewItem::new(
                    ItemKind::ComplaintToRead,
                    SubjectKind::Complaint,
                    subject,
                    About::Nothing,
                    reference,
                    due,
                )
            },
        );
        let new = NewDeadline {
            subject_kind: SubjectKind::Complaint,
            subject,
            item: Some(item),
            office: Some("irbid"),
        };
        begin_clock(&mut unit, &self.clocks, "acknowledgement", now, &new).unwrap();
        unit.commit().await.unwrap();
        subject
    }

    /// Somebody is on the national roster for the days of the test.
    async fn roster(&self) {
        let mut unit = self.test.house.unit(Actor::System);
        let from = haqqi_testing::start() - TimeDelta::days(1);
        let to = from + TimeDelta::days(900);
        add_shift(&mut unit, AddShift { staff: Uuid::from_u128(DUTY), office: None, from, to }).unwrap();
        unit.commit().await.unwrap();
    }

    /// Two workers at once climb, and do the jobs of telling; one of them crashes after each job and does it again.
    async fn work(&self) {
        let (one, other) = tokio::join!(tick(&self.test.house), tick(&self.test.house));
        one.unwrap();
        other.unwrap();
        let store = JobStore::new(self.test.house.clone());
        loop {
            let jobs = store.claim(50, std::time::Duration::from_secs(60)).await.unwrap();
            if jobs.is_empty() {
                return;
            }
            for job in jobs {
                assert_eq!(job.kind, TELL);
                let (one, other) = tokio::join!(
                    tell(&self.test.house, &self.clocks, &self.people, &job),
                    tell(&self.test.house, &self.clocks, &self.people, &job)
                );
                other.unwrap();
                store.finish(&job, one).await.unwrap();
            }
        }
    }

    async fn told(&self, id: u128) -> Vec<Notice> {
        let actor = &self.people.iter().find(|person| person.id == Uuid::from_u128(id)).unwrap().actor;
        notices(&self.test.house, &Sight::of(actor).unwrap()).await.unwrap()
    }

    /// What a person was told, in the order of the alphabet: steps crossed at one instant have no other.
    async fn kinds(&self, id: u128) -> Vec<String> {
        let mut kinds: Vec<String> = self.told(id).await.into_iter().map(|notice| notice.kind).collect();
        kinds.sort();
        kinds
    }

    fn at(&self, hours: i64) -> DateTime<Utc> {
        haqqi_testing::start() + TimeDelta::hours(hours)
    }
}

#[tokio::test]
async fn what_nobody_reads_climbs_from_the_office_to_the_directorate_each_step_once() {
    for world in World::all().await {
        let on = world.test.on;
        world.roster().await;
        let subject = world.complaint(Some(OFFICER)).await;
        let steps = [
            (13, OFFICER, "half"),
            (19, DUTY, "three-quarters"),
            (22, SUPERVISOR, "nine-tenths"),
            (25, DIRECTOR, "breach"),
        ];
        for (hours, who, kind) in steps {
            world.test.clock.set(world.at(hours));
            world.work().await;
            world.work().await;
            assert_eq!(world.kinds(who).await, [kind], "{on} after {hours} hours");
        }
        assert!(world.told(OTHER_OFFICER).await.is_empty(), "{on}: it is another's");
        assert!(world.told(ELSEWHERE).await.is_empty(), "{on}: another office's supervisor cannot open it");
        assert!(world.told(DIRECTOR).await[0].urgent, "{on}: the legal clock waits for no morning");

        // Seen is seen; and what is done rings no more.
        let director = Uuid::from_u128(DIRECTOR);
        assert_eq!(unseen(&world.test.house, director).await.unwrap(), 1, "{on}");
        let mut unit = world.test.house.unit(Actor::System);
        see(&mut unit, director, Some(world.told(DIRECTOR).await[0].id));
        unit.commit().await.unwrap();
        assert_eq!(unseen(&world.test.house, director).await.unwrap(), 0, "{on}");
        let events = event::Entity::find()
            .filter(event::Column::SubjectId.eq(subject))
            .filter(event::Column::What.eq("deadline.breached"))
            .all(world.test.house.reader())
            .await
            .unwrap();
        assert_eq!(events.len(), 1, "{on}");
    }
}

#[tokio::test]
async fn what_nobody_has_is_told_by_role_and_where_nobody_stands_one_step_further_up() {
    for mut world in World::all().await {
        let on = world.test.on;
        world.complaint(None).await;
        world.people.iter_mut().find(|person| person.id == Uuid::from_u128(OTHER_OFFICER)).unwrap().away =
            true;
        world.test.clock.set(world.at(13));
        world.work().await;
        assert_eq!(world.kinds(OFFICER).await, ["half"], "{on}");
        assert!(world.told(OTHER_OFFICER).await.is_empty(), "{on}: away");
        // Nobody is on duty: the supervisor is told in their place.
        world.test.clock.set(world.at(19));
        world.work().await;
        assert_eq!(world.kinds(SUPERVISOR).await, ["three-quarters"], "{on}");
        // There is no supervisor in the office, and no directorate: any supervisor who may open it. None may.
        world.people.retain(|person| person.id != Uuid::from_u128(DIRECTOR));
        world.test.clock.set(world.at(25));
        world.work().await;
        assert_eq!(world.kinds(SUPERVISOR).await, ["breach", "nine-tenths", "three-quarters"], "{on}");
    }
}

#[tokio::test]
async fn a_year_offline_and_clocks_that_jump_tell_each_step_once() {
    for world in World::all().await {
        let on = world.test.on;
        world.roster().await;
        world.complaint(Some(OFFICER)).await;
        world.test.clock.set(world.at(24 * 365));
        world.work().await;
        // Back before it began, forth again: what was crossed stays crossed.
        for hours in [-24, 13, 24 * 365, 24 * 400] {
            world.test.clock.set(world.at(hours));
            world.work().await;
        }
        for (who, kind) in
            [(OFFICER, "half"), (DUTY, "three-quarters"), (SUPERVISOR, "nine-tenths"), (DIRECTOR, "breach")]
        {
            assert_eq!(world.kinds(who).await, [kind], "{on}");
        }
    }
}

#[tokio::test]
async fn what_is_done_before_anybody_is_told_is_told_to_nobody() {
    for world in World::all().await {
        let on = world.test.on;
        let subject = world.complaint(Some(OFFICER)).await;
        world.test.clock.set(world.at(13));
        // The step is crossed, the worker dies; she reads it before another worker wakes.
        tick(&world.test.house).await.unwrap();
        let mut unit = world.test.house.unit(Actor::System);
        meet_deadline(&mut unit, subject, "acknowledgement").await.unwrap().unwrap();
        unit.commit().await.unwrap();
        world.work().await;
        assert!(world.told(OFFICER).await.is_empty(), "{on}");
    }
}

//! Who files for others: the embassy clerk who comes for twelve men, the employer who comes against one, the union that
//! wants to know.

use chrono::TimeDelta;
use haqqi_accounts::{NewStaff, add_staff, join_organisation, organisation};
use haqqi_casework::acknowledge;
use haqqi_complaints::{
    Author, FileGroup, FiledGroup, GroupError, GroupWorker, SightError, TogetherError, decide_sight, enter,
    file_for_workers, file_with_me, filed_list, note_sight, open, put_together, related, renew_worker_code,
};
use haqqi_kernel::{Action, Actor, Reference, Role, StaffActor, judge};
use haqqi_worklist::{QueueRow, Sight};

use crate::world::{PLACE, World};

impl World {
    /// The open work that this person sees; none where the queue is not theirs at all.
    async fn work_if_any(&self, actor: &Actor) -> Vec<QueueRow> {
        if Sight::of(actor).is_ok() { self.work(actor).await } else { Vec::new() }
    }

    /// A user of an organisation of this kind and name.
    pub async fn partner(&self, filer: &str, name: &str, sign_in: &str) -> Actor {
        self.partner_with_key(filer, name, sign_in).await.0
    }

    /// The same, with the key of the authenticator.
    pub async fn partner_with_key(&self, filer: &str, name: &str, sign_in: &str) -> (Actor, String) {
        let house = &self.desk.site.house;
        let mut unit = house.unit(Actor::System);
        let new = NewStaff {
            sign_in: sign_in.to_owned(),
            name: "Clerk".to_owned(),
            office: None,
            agency: None,
            roles: vec![Role::Partner],
            languages: vec!["en".to_owned()],
            sex: None,
            password: "a long first password".to_owned(),
        };
        let added = add_staff(&mut unit, &new).unwrap();
        let id = added.id;
        let with = organisation(&mut unit, filer, name).await.unwrap();
        join_organisation(&mut unit, id, &[Role::Partner], &with).unwrap();
        unit.commit().await.unwrap();
        let actor = Actor::Staff(StaffActor {
            id,
            roles: vec![Role::Partner],
            office: None,
            also: Vec::new(),
            on_duty: false,
        });
        (actor, added.totp_secret)
    }
}

fn reference(text: &str) -> Reference {
    text.parse().unwrap()
}

fn twelve() -> FileGroup {
    let mut told = World::command();
    told.narrative = "They have not been paid since spring, and the office keeps their passports.".to_owned();
    let worker = |n: u32| GroupWorker {
        name: if n == 1 { String::new() } else { format!("Worker {n}") },
        nationality: Some("BD".to_owned()),
        language: Some("bn".to_owned()),
        phone: if n.is_multiple_of(2) { format!("07900000{n:02}") } else { String::new() },
        words: if n == 3 {
            "আমাকে মারধর করেছে".to_owned()
        } else {
            String::new()
        },
        ..GroupWorker::default()
    };
    FileGroup { told, workers: (1..=12).map(worker).collect(), group: None }
}

async fn filed(world: &World, by: &Actor, group: &FileGroup) -> FiledGroup {
    file_for_workers(&world.desk, by, group, None).await.unwrap()
}

#[tokio::test]
async fn an_embassy_clerk_files_for_twelve_men_at_once() {
    for world in World::all().await {
        let desk = &world.desk;
        let clerk = world.partner("embassy", "Embassy of Bangladesh", "clerk").await;
        let filed = filed(&world, &clerk, &twelve()).await;
        assert_eq!(filed.receipts.len(), 12, "{}", world.test.on);

        // Each has a complaint of their own, with a filer's receipt and no code of the worker's.
        let officer = world.staff(Role::ComplaintsOfficer);
        let mut contacts = 0;
        for one in &filed.receipts {
            let code = one.filer_receipt.parse().unwrap();
            let entered = enter(desk, reference(&one.reference), &code).await.unwrap();
            assert!(!entered.is_herself());
            let record = open(desk, &officer, reference(&one.reference), "test").await.unwrap();
            assert_eq!(record.summary.filed_by, "embassy");
            assert_eq!(record.summary.language, "bn", "the language in which one speaks with the worker");
            assert_eq!(record.texts[0].author, Author::Filer);
            contacts += usize::from(record.summary.contact_hers_alone);
            let own = one.name == "Worker 3";
            assert_eq!(record.texts[0].language, if own { "bn" } else { "en" });
            assert_eq!(record.texts[0].body.contains("passports"), !own);
            assert!(record.summary.acknowledged_at.is_none());
        }
        assert_eq!(contacts, 6);

        // An officer sees the others; acknowledging one acknowledges no other.
        let scope = judge(&officer, Action::ReadComplaint).unwrap();
        let first = reference(&filed.receipts[0].reference);
        let id = open(desk, &officer, first, "test").await.unwrap().summary.id;
        assert_eq!(related(desk, &scope, id).await.unwrap().len(), 11);
        acknowledge(desk, &officer, first, "assess", "").await.unwrap();
        let others = related(desk, &scope, id).await.unwrap();
        assert!(others.iter().all(|other| other.acknowledged_at.is_none()));
        let what: Vec<String> = world.events(id).await.into_iter().map(|event| event.what).collect();
        assert!(what.contains(&"complaint.grouped".to_owned()), "{what:?}");

        // The clerk sees that they arrived, and nothing of what was set; another embassy sees none of it.
        let list = filed_list(desk, &clerk, None).await.unwrap();
        assert_eq!((list.rows.len(), list.filer.as_str()), (12, "embassy"));
        assert!(list.rows.iter().all(|row| !row.closed && row.more.is_none()));
        let other = world.partner("embassy", "Embassy of Egypt", "other").await;
        assert!(filed_list(desk, &other, None).await.unwrap().rows.is_empty());
        let colleague = world.partner("embassy", "embassy of  Bangladesh", "colleague").await;
        assert_eq!(filed_list(desk, &colleague, None).await.unwrap().rows.len(), 12);
        // And reads none.
        assert!(open(desk, &clerk, first, "test").await.is_err());
        for nobody in [Actor::Stranger, world.staff(Role::ComplaintsOfficer), world.staff(Role::Partner)] {
            assert!(matches!(filed_list(desk, &nobody, None).await, Err(GroupError::Denied)));
            let refused = file_for_workers(desk, &nobody, &twelve(), None).await;
            assert!(matches!(refused, Err(GroupError::Denied)));
        }
    }
}

#[tokio::test]
async fn one_row_that_cannot_be_leaves_nothing_of_the_twelve() {
    for world in World::all().await {
        let clerk = world.partner("embassy", "Embassy of Bangladesh", "clerk").await;
        let mut group = twelve();
        group.workers[7].phone = "not a number".to_owned();
        let refused = file_for_workers(&world.desk, &clerk, &group, None).await;
        assert!(matches!(refused, Err(GroupError::Worker(7, "phone", _))), "{refused:?}");
        group.workers[7].phone = String::new();
        group.workers[2].nationality = Some("Bangladesh".to_owned());
        let refused = file_for_workers(&world.desk, &clerk, &group, None).await;
        assert!(matches!(refused, Err(GroupError::Worker(2, "nationality", _))), "{refused:?}");
        for workers in [Vec::new(), vec![GroupWorker::default(); 51]] {
            let group = FileGroup { workers, ..twelve() };
            let refused = file_for_workers(&world.desk, &clerk, &group, None).await;
            assert!(matches!(refused, Err(GroupError::Many)), "{refused:?}");
        }
        assert!(filed_list(&world.desk, &clerk, None).await.unwrap().rows.is_empty(), "{}", world.test.on);
        let fifty = FileGroup { workers: vec![GroupWorker::default(); 50], ..twelve() };
        assert_eq!(filed(&world, &clerk, &fifty).await.receipts.len(), 50);
        let page = filed_list(&world.desk, &clerk, None).await.unwrap();
        assert_eq!((page.rows.len(), page.next), (50, None));
        filed(&world, &clerk, &twelve()).await;
        let page = filed_list(&world.desk, &clerk, None).await.unwrap();
        let rest = filed_list(&world.desk, &clerk, page.next).await.unwrap();
        assert_eq!((page.rows.len(), rest.rows.len(), rest.next), (50, 12, None));
    }
}

#[tokio::test]
async fn who_filed_sees_more_only_while_the_worker_agrees() {
    for world in World::all().await {
        let desk = &world.desk;
        let union = world.partner("union", "Union of textile workers", "union").await;
        let mut group = twelve();
        group.workers.truncate(1);
        let one = filed(&world, &union, &group).await.receipts.remove(0);
        let officer = world.officer_of(reference(&one.reference)).await;
        let summary = open(desk, &officer, reference(&one.reference), "test").await.unwrap().summary;

        // The code is issued to the worker in private; a filer's code decides nothing.
        let mut unit = desk.site.house.unit(officer.clone());
        let code = renew_worker_code(&mut unit, summary.id, "person");
        unit.commit().await.unwrap();
        let worker = enter(desk, summary.reference, &code).await.unwrap();
        let filer = enter(desk, summary.reference, &one.filer_receipt.parse().unwrap()).await.unwrap();
        assert!(decide_sight(desk, &filer, Some(30)).await.is_err());

        let more = || async { filed_list(desk, &union, None).await.unwrap().rows.remove(0).more };
        assert!(more().await.is_none());
        assert!(matches!(decide_sight(desk, &worker, Some(7)).await, Err(SightError::Period)));
        decide_sight(desk, &worker, Some(30)).await.unwrap();
        assert_eq!(more().await.unwrap().next_step.as_deref(), Some("ask-interpreter"));
        decide_sight(desk, &worker, None).await.unwrap();
        assert!(more().await.is_none(), "{}: no is as good as yes, and at once", world.test.on);

        // Staff may write down her answer, asked alone; it ends by itself.
        // It shows a talk alone with her, after her last no, of the one who writes or of another who is named.
        world.met_alone(&officer, summary.reference).await;
        let before = note_sight(desk, &officer, summary.reference, Some(30), "").await;
        assert!(matches!(before, Err(SightError::NotShown)), "{}: she said no since", world.test.on);
        world.test.clock.advance(TimeDelta::minutes(5));
        world.met_alone(&officer, summary.reference).await;
        let another = world.staff(Role::ComplaintsOfficer);
        for who in ["", "nobody-of-that-name"] {
            let refused = note_sight(desk, &another, summary.reference, Some(30), who).await;
            assert!(matches!(refused, Err(SightError::NotShown)), "{} {who}", world.test.on);
        }
        note_sight(desk, &officer, summary.reference, Some(30), "").await.unwrap();
        assert!(more().await.is_some());
        world.test.clock.advance(TimeDelta::days(31));
        assert!(more().await.is_none());
        let inspector = world.staff(Role::Inspector);
        assert!(note_sight(desk, &inspector, summary.reference, Some(30), "").await.is_err());
        assert_eq!(world.audited(summary.id, "complaint.filer-sight").await, 3);
    }
}

#[tokio::test]
async fn an_agency_is_never_let_see_and_what_it_says_of_a_phone_counts_for_nothing() {
    for world in World::all().await {
        let desk = &world.desk;
        let agency = world.partner("agency", "Golden Hands", "agency").await;
        let filed = filed(&world, &agency, &twelve()).await;
        let officer = world.staff(Role::ComplaintsOfficer);
        for one in &filed.receipts {
            let record = open(desk, &officer, reference(&one.reference), "test").await.unwrap();
            assert!(record.summary.filer_has_interest && !record.summary.contact_hers_alone);
            let asked = note_sight(desk, &officer, reference(&one.reference), Some(30), "").await;
            assert!(matches!(asked, Err(SightError::Nobody)), "{}", world.test.on);
        }
    }
}

#[tokio::test]
async fn what_an_employer_brings_against_a_worker_stays_by_itself() {
    for world in World::all().await {
        let desk = &world.desk;
        let employer = world.partner("employer", "Sun Factory", "employer").await;
        let mut group = twelve();
        group.workers.truncate(2);
        group.told.kind = Some("wages-unpaid".to_owned());
        let officer = world.staff(Role::ComplaintsOfficer);
        let scope = judge(&officer, Action::ReadComplaint).unwrap();
        let filed = filed(&world, &employer, &group).await;
        let (hers, _) = world.worker().await;
        for one in &filed.receipts {
            let record = open(desk, &officer, reference(&one.reference), "test").await.unwrap();
            assert_eq!(record.summary.kind, "employer-against-worker", "whatever he chose");
            assert!(related(desk, &scope, record.summary.id).await.unwrap().is_empty(), "{}", world.test.on);
            let merged = put_together(desk, &officer, hers.reference, reference(&one.reference)).await;
            assert!(matches!(merged, Err(TogetherError::Apart)));
        }
        // And nobody else files one.
        let union = world.partner("union", "Union", "union").await;
        group.told.kind = Some("employer-against-worker".to_owned());
        let refused = file_for_workers(desk, &union, &group, None).await;
        assert!(matches!(refused, Err(GroupError::File(_))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_complaint_about_an_official_leaves_the_office_from_the_first_form() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut command = World::command();
        command.kind = Some("official-or-inspector".to_owned());
        command.employer.governorate = Some(PLACE.to_owned());
        let filed = world.file(&command).await;
        let here = world.staff(Role::ComplaintsOfficer);
        for there in [here, world.staff(Role::Supervisor), world.staff(Role::Inspector)] {
            assert!(open(desk, &there, filed.reference, "test").await.is_err(), "{}", world.test.on);
            assert!(
                world
                    .work_if_any(&there)
                    .await
                    .iter()
                    .all(|row| row.reference != filed.reference.to_string())
            );
        }
        let central = Actor::Staff(StaffActor {
            id: uuid::Uuid::from_u128(7),
            roles: vec![Role::ComplaintsOfficer],
            office: Some("central".to_owned()),
            also: Vec::new(),
            on_duty: false,
        });
        open(desk, &central, filed.reference, "test").await.unwrap();
        // Filed for others, and taken at the counter of that very office, it leaves it all the same.
        let union = world.partner("union", "Union", "union").await;
        let mut group = twelve();
        group.told.kind = command.kind.clone();
        let one = file_for_workers(desk, &union, &group, None).await.unwrap().receipts.remove(0);
        assert_eq!(
            open(desk, &central, reference(&one.reference), "test").await.unwrap().summary.office.as_deref(),
            Some("central")
        );
    }
}

#[tokio::test]
async fn a_worker_says_that_they_are_several_and_two_filers_meet_in_one_group() {
    for world in World::all().await {
        let desk = &world.desk;
        let (mine, entered) = world.worker().await;
        let mut group = twelve();
        group.workers.truncate(3);
        let others = file_with_me(desk, &entered, &group, None).await.unwrap();
        assert_eq!(others.receipts.len(), 3);
        let officer = world.staff(Role::ComplaintsOfficer);
        let scope = judge(&officer, Action::ReadComplaint).unwrap();
        let of = |text: &str| {
            let reference = reference(text);
            let (desk, officer) = (desk.clone(), officer.clone());
            async move { open(&desk, &officer, reference, "test").await.unwrap() }
        };
        let first = of(&mine.reference.to_string()).await;
        assert_eq!(related(desk, &scope, first.summary.id).await.unwrap().len(), 3);
        let other = of(&others.receipts[0].reference).await;
        assert_eq!(other.summary.filed_by, "coworker");
        assert_eq!(other.employer, first.employer, "{}: the same workplace", world.test.on);
        // She holds the key of her own, and of nobody else's.
        let theirs = others.receipts[0].filer_receipt.parse().unwrap();
        assert!(!enter(desk, other.summary.reference, &theirs).await.unwrap().is_herself());
        // The embassy filed for others of the same place: an officer puts them together.
        let clerk = world.partner("embassy", "Embassy", "clerk").await;
        let twelve = filed(&world, &clerk, &twelve()).await;
        put_together(desk, &officer, mine.reference, reference(&twelve.receipts[0].reference)).await.unwrap();
        assert_eq!(related(desk, &scope, first.summary.id).await.unwrap().len(), 15);
        put_together(desk, &officer, mine.reference, reference(&twelve.receipts[1].reference)).await.unwrap();
        let alone = world.file(&World::command()).await;
        put_together(desk, &officer, alone.reference, mine.reference).await.unwrap();
        assert_eq!(related(desk, &scope, first.summary.id).await.unwrap().len(), 16);
        assert!(put_together(desk, &officer, mine.reference, mine.reference).await.is_err());
        assert!(put_together(desk, &clerk, mine.reference, alone.reference).await.is_err());
    }
}

//! Photos and papers from whoever filed: taken, never shown to them, and it is known who gave them.

use haqqi_accounts::{NewStaff, add_staff, join_organisation, organisation};
use haqqi_complaints::{
    Author, EvidenceError, EvidenceRules, FileComplaint, FileGroup, Given, GroupWorker, TakeIntake,
    add_evidence_as_filer, add_evidence_to_filed, file_for_workers, open, room_for_filed, room_for_filer,
    take_intake, worker_evidence,
};
use haqqi_kernel::{Actor, Reference, Role, StaffActor};

use crate::evidence_world::{World, paper, photo};

async fn partner(world: &World, filer: &str, name: &str, sign_in: &str) -> Actor {
    let mut unit = world.test.house.unit(Actor::System);
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
    let id = add_staff(&mut unit, &new).unwrap().id;
    let with = organisation(&mut unit, filer, name).await.unwrap();
    join_organisation(&mut unit, id, &[Role::Partner], &with).unwrap();
    unit.commit().await.unwrap();
    Actor::Staff(StaffActor {
        id,
        roles: vec![Role::Partner],
        office: None,
        also: Vec::new(),
        on_duty: false,
    })
}

#[tokio::test]
async fn whoever_holds_a_filers_code_adds_and_sees_only_how_many() {
    let rules = EvidenceRules { files: 4, ..EvidenceRules::default() };
    for world in World::all(&rules).await {
        let (desk, on) = (&world.desk, world.test.on);
        for filer in world.desk.site.pack.filers().iter().filter(|f| f.on_page && !f.worker && !f.employer) {
            let told =
                FileComplaint { filed_by: Some(filer.code.clone()), ..world.told("en", "For somebody.") };
            let his = world.enter(&world.filed(&told).await).await;
            let mut first = [world.take("\u{202e}gpj.pdf", &paper()).await.unwrap()];
            add_evidence_as_filer(desk, &his, &mut first).await.unwrap();
            // Sent twice it is there once.
            let mut again = [world.take("again.pdf", &paper()).await.unwrap()];
            add_evidence_as_filer(desk, &his, &mut again).await.unwrap();
            assert_eq!(room_for_filer(desk, &his).await.unwrap(), Given { given: 1, left: 1 }, "{on}");
            // Half of the places stay hers.
            let mut more = [
                world.take("a.jpg", &photo(1)).await.unwrap(),
                world.take("b.jpg", &photo(2)).await.unwrap(),
            ];
            let refused = add_evidence_as_filer(desk, &his, &mut more).await;
            assert!(matches!(refused, Err(EvidenceError::TooMany)), "{on}: {}", filer.code);
            assert!(worker_evidence(desk, &his).await.is_err(), "{on}: {}", filer.code);

            let record = open(desk, &world.officer(), his.reference, "test").await.unwrap();
            assert_eq!(record.evidence.len(), 1, "{on}");
            assert_eq!((record.evidence[0].by, record.evidence[0].account), (Author::Filer, None), "{on}");
        }
        // Her own code is no filer's.
        let her = world.she().await;
        assert!(matches!(room_for_filer(desk, &her).await, Err(EvidenceError::NotFound)), "{on}");
    }
}

#[tokio::test]
async fn a_partner_adds_to_what_the_own_organisation_filed_and_to_nothing_else() {
    for world in World::all(&EvidenceRules::default()).await {
        let (desk, on) = (&world.desk, world.test.on);
        for (n, filer) in ["helper", "broker"].into_iter().enumerate() {
            let clerk = partner(&world, filer, "One", &format!("one-{n}")).await;
            let colleague = partner(&world, filer, "One", &format!("two-{n}")).await;
            let other = partner(&world, filer, "Other", &format!("three-{n}")).await;
            let group = FileGroup {
                told: world.told("en", "Their pay is late."),
                workers: vec![GroupWorker { name: "A".to_owned(), ..GroupWorker::default() }],
                group: None,
            };
            let filed = file_for_workers(desk, &clerk, &group, None).await.unwrap();
            let reference: Reference = filed.receipts[0].reference.parse().unwrap();
            let mut file = [world.take("contract.pdf", &paper()).await.unwrap()];
            let refused = add_evidence_to_filed(desk, &other, reference, &mut file).await;
            assert!(matches!(refused, Err(EvidenceError::NotFound)), "{on}: {filer}");
            add_evidence_to_filed(desk, &colleague, reference, &mut file).await.unwrap();
            assert_eq!(room_for_filed(desk, &clerk, reference).await.unwrap().given, 1, "{on}");
            let record = open(desk, &world.officer(), reference, "test").await.unwrap();
            let piece = &record.evidence[0];
            assert_eq!((piece.by, piece.account), (Author::Filer, colleague.account()), "{on}: {filer}");

            let hers = world.she().await;
            let mut file = [world.take("x.pdf", &paper()).await.unwrap()];
            let refused = add_evidence_to_filed(desk, &clerk, hers.reference, &mut file).await;
            assert!(matches!(refused, Err(EvidenceError::NotFound)), "{on}: {filer}");
        }
        assert_eq!(world.on_disk().len(), 2, "{on}: what was refused leaves nothing");
    }
}

#[tokio::test]
async fn who_took_it_down_adds_what_was_brought_and_the_officer_learns_of_it() {
    for world in World::all(&EvidenceRules::default()).await {
        let (desk, on) = (&world.desk, world.test.on);
        let told = serde_json::json!({
            "way": "counter", "private": true, "answer_by": "visit", "told": world.told("en", "No pay.")
        });
        let taken: TakeIntake = serde_json::from_value(told).unwrap();
        let operator = world.staff(&[Role::HotlineOperator], None);
        let reference: Reference =
            take_intake(desk, &operator, &taken, None).await.unwrap().reference.parse().unwrap();
        let mut file = [world.take("slip.jpg", &photo(9)).await.unwrap()];
        add_evidence_to_filed(desk, &operator, reference, &mut file).await.unwrap();
        let Actor::Staff(mut another) = operator.clone() else { unreachable!() };
        another.id = uuid::Uuid::from_u128(77);
        let mut file = [world.take("slip.jpg", &photo(10)).await.unwrap()];
        let refused = add_evidence_to_filed(desk, &Actor::Staff(another), reference, &mut file).await;
        assert!(matches!(refused, Err(EvidenceError::NotFound)), "{on}");
        let record = open(desk, &world.officer(), reference, "test").await.unwrap();
        let piece = &record.evidence[0];
        assert_eq!((piece.by, piece.account), (Author::Staff, operator.account()), "{on}");
    }
}

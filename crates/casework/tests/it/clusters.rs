//! What several tell of is seen side by side, by who reads flags and as far as they read.

use haqqi_casework::{Around, Workplace, clusters, link, open_cluster};
use haqqi_complaints::Filed;
use haqqi_establishments::{Kind, NewEstablishment};
use haqqi_kernel::{Actor, Reference, Role};
use haqqi_screening::Level;

use crate::world::{PLACE, World};

async fn told(world: &World, words: &str, place: &str) -> Filed {
    let mut command = World::command();
    command.narrative = words.to_owned();
    command.employer.place = place.to_owned();
    world.file(&command).await
}

async fn linked(world: &World, officer: &Actor, filed: &Filed, to: &Workplace) -> Reference {
    link(&world.desk, officer, filed.reference, to).await.unwrap()
}

#[tokio::test]
async fn ten_of_one_workplace_are_seen_together_and_what_they_say() {
    for world in World::all().await {
        let on = world.test.on;
        let officer = world.staff(Role::ComplaintsOfficer);
        let supervisor = world.staff(Role::Supervisor);
        let papers = "My employer took my passport and keeps it. He does not let me leave the building.";
        let first = told(&world, papers, "").await;
        let second = told(&world, papers, "").await;
        let third = told(&world, "My pay of this month came three days late.", "").await;
        told(&world, papers, "").await;
        let new = NewEstablishment {
            sector: Some("C".to_owned()),
            governorate: Some(PLACE.to_owned()),
            ..NewEstablishment::named(Kind::Employer, "Red Sea Garments")
        };
        let place = linked(&world, &officer, &first, &Workplace::New(Box::new(new))).await;
        assert!(clusters(&world.desk, &supervisor).await.unwrap().is_empty(), "{on}: one is no cluster");
        for filed in [&second, &third] {
            linked(&world, &officer, filed, &Workplace::Known(place)).await;
        }

        let all = clusters(&world.desk, &supervisor).await.unwrap();
        let [one] = all.as_slice() else { panic!("{on}: {all:?}") };
        assert_eq!((one.around, one.reference, one.complaints.len()), (Around::Employer, place, 3), "{on}");
        assert_eq!(one.levels().iter().map(|(_, many)| many).sum::<usize>(), 2, "{on}: two have a flag");
        assert!(one.gravest() >= Some(Level::Possible), "{on}");

        let opened = open_cluster(&world.desk, &supervisor, place).await.unwrap();
        assert_eq!(opened.opened, 2, "{on}");
        let many = |id: &str| opened.indicators.iter().find(|(told, _)| told == id).map(|(_, many)| *many);
        assert_eq!(many("retention_of_identity_documents"), Some(2), "{on}: {:?}", opened.indicators);
        let read = world.audited(one.flags[0].complaint, "flag.read").await;
        assert_eq!(read, 1, "{on}: and who looked is written down");

        // Who reads no flags finds none; who has a tie to the place sees nothing of it.
        assert!(clusters(&world.desk, &officer).await.is_err(), "{on}");
        let workplace = one.workplace.as_ref().unwrap().id;
        let tied = supervisor.clone().tied_to(vec![workplace]);
        assert!(clusters(&world.desk, &tied).await.unwrap().is_empty(), "{on}");
        assert!(open_cluster(&world.desk, &tied, place).await.is_err(), "{on}");
    }
}

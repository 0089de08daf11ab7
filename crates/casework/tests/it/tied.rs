//! Who files for workers and has a tie to their workplace.

use haqqi_accounts::{Directory, declare_conflict};
use haqqi_casework::{Workplace, link};
use haqqi_complaints::{FileGroup, GroupWorker, file_for_workers, filed_list, note_sight, room_for_filed};
use haqqi_establishments::{EstablishmentDesk, Kind, NewEstablishment, by_reference};
use haqqi_kernel::{Actor, Reference};

use crate::world::{PLACE, World};

#[tokio::test]
async fn a_clerk_with_a_tie_sees_of_the_workplace_that_it_is_there_and_nothing_else() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let house = &desk.site.house;
        let clerk = world.partner("union", "Textile Union", "clerk").await;
        let workers =
            ["First", "Second"].map(|name| GroupWorker { name: name.to_owned(), ..GroupWorker::default() });
        let group = FileGroup { told: World::command(), workers: workers.to_vec(), group: None };
        let filed = file_for_workers(desk, &clerk, &group, None).await.unwrap();
        let own: Reference = filed.receipts[0].reference.parse().unwrap();
        let colleague = world.partner("union", "Textile Union", "colleague").await;
        let officer = world.officer_of(own).await;
        let workplace = Workplace::New(Box::new(NewEstablishment {
            sector: Some("C".to_owned()),
            governorate: Some(PLACE.to_owned()),
            ..NewEstablishment::named(Kind::Employer, "Cousins & Co")
        }));
        let linked = link(desk, &officer, own, &workplace).await.unwrap();
        world.met_alone(&officer, own).await;
        note_sight(desk, &officer, own, Some(30), "").await.unwrap();
        let register = EstablishmentDesk::new(desk.site.clone());
        let place = by_reference(&register, &officer, linked).await.unwrap().id;
        let row = async |who: &Actor| {
            let rows = filed_list(desk, who, None).await.unwrap().rows;
            rows.into_iter().find(|row| row.reference == own)
        };
        assert!(row(&clerk).await.unwrap().more.is_some(), "{on}: she agreed");
        let mut tied = Vec::new();
        for who in [&clerk, &colleague] {
            let mut unit = house.unit(Actor::System);
            declare_conflict(&mut unit, who.account().unwrap(), place);
            unit.commit().await.unwrap();
            let now = Directory::new(house.clone()).person(who.account().unwrap()).await.unwrap().unwrap();
            tied.push(now.actor(false));
        }
        // What the clerk filed is there, received or closed, and no more; what a colleague filed there is not told at all.
        let shown = row(&tied[0]).await.unwrap();
        assert!(shown.tied && shown.more.is_none() && !shown.closed, "{on}: {shown:?}");
        assert!(row(&tied[1]).await.is_none(), "{on}");
        assert_eq!(filed_list(desk, &tied[1], None).await.unwrap().rows.len(), 1, "{on}: the other worker's");
        for who in &tied {
            assert!(room_for_filed(desk, who, own).await.is_err(), "{on}: nor do they add to it");
        }
        assert!(room_for_filed(desk, &clerk, own).await.is_ok(), "{on}");
    }
}

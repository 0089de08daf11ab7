//! Several tell of one workplace: what each of them waits for becomes urgent.

use std::collections::BTreeMap;

use haqqi_casework::acknowledge;
use haqqi_complaints::open;
use haqqi_kernel::{Reference, Role};
use haqqi_worklist::owed;

use crate::same::{STORY, told};
use crate::world::World;

#[tokio::test]
async fn what_each_of_a_cluster_waits_for_becomes_urgent_and_the_legal_clock_does_not_move() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let house = &desk.site.house;
        let first = world.file(&told("Al-Amal Garments", "", STORY)).await;
        let officer = world.staff(Role::ComplaintsOfficer);
        open(desk, &officer, first.reference, "test").await.unwrap();
        acknowledge(desk, &officer, first.reference, "assess", "").await.unwrap();
        let unread = world.file(&told("Al-Amal Garments", "", "My papers are kept.")).await;
        world.look().await;
        let due = async |reference: Reference| {
            let id = world.told_as(reference).await.id;
            let all = owed(house, id).await.unwrap();
            all.into_iter().map(|owed| (owed.clock, owed.due_at)).collect::<BTreeMap<_, _>>()
        };
        let (before, legal) = (due(first.reference).await, due(unread.reference).await);
        world.test.clock.advance(chrono::TimeDelta::minutes(30));
        let third = world.file(&told("شركة الأمل للألبسة", "", "We are not paid.")).await;
        world.look().await;
        let after = due(first.reference).await;
        let stage = "first-assessment";
        assert!(after[stage] < before[stage], "{on}: {before:?} {after:?}");
        let row = world
            .work(&officer)
            .await
            .into_iter()
            .find(|row| row.reference == first.reference.to_string() && row.due_at == after[stage]);
        assert!(row.is_some(), "{on}: the queue goes by it");
        assert_eq!(due(unread.reference).await["acknowledgement"], legal["acknowledgement"], "{on}");
        // Seen once more, it is not moved again.
        world.test.clock.advance(chrono::TimeDelta::minutes(30));
        world.look().await;
        assert_eq!(due(first.reference).await, after, "{on}");
        // What begins later begins as what is urgent.
        world.officer_of(third.reference).await;
        let summary = world.told_as(third.reference).await;
        assert!(summary.matter().urgent && !summary.urgent, "{on}");
    }
}

//! Two people on one record see each other, whoever came first, as long as they may both read it.

use axum::http::StatusCode;
use chrono::TimeDelta;
use haqqi_kernel::Role;

use crate::flag_page::Browser;
use crate::world::World;

#[tokio::test]
async fn the_first_sees_the_second_without_loading_the_page_again() {
    for world in World::all().await {
        let on = world.test.on;
        let filed = world.file(&World::command()).await;
        let record = format!("/staff/complaints/{}", filed.reference);
        let here = format!("{record}/here");
        let first = Browser::of(&world, "first", Role::ComplaintsOfficer).await;
        let second = Browser::of(&world, "second", Role::Supervisor).await;
        let (_, page) = first.see(&record).await;
        let asks = format!("role=\"status\" data-module=\"here.js\" data-ask=\"{here}\"");
        assert!(page.contains(&asks) && !page.contains("data-test=\"also\""), "{on}: {page}");
        let also = async |browser: &Browser| {
            let (status, json) = browser.see(&here).await;
            assert_eq!(status, StatusCode::OK, "{on}: {json}");
            serde_json::from_str::<serde_json::Value>(&json).unwrap()["also"].as_str().unwrap().to_owned()
        };
        assert_eq!(also(&first).await, "", "{on}");

        let (_, page) = second.see(&record).await;
        assert!(page.contains("data-test=\"also\"") && page.contains(&first.name), "{on}: {page}");
        assert!(also(&first).await.contains(&second.name), "{on}");

        // Both stay: what was opened long ago is open still, for their pages say so.
        world.test.clock.advance(TimeDelta::minutes(14));
        also(&first).await;
        assert!(also(&second).await.contains(&first.name), "{on}");
        assert!(also(&first).await.contains(&second.name), "{on}");
        // The second leaves.
        world.test.clock.advance(TimeDelta::minutes(2));
        assert_eq!(also(&first).await, "", "{on}");

        // Who may read it, and has opened something else of it at most, does not have it open.
        let duty = Browser::of(&world, "duty", Role::Supervisor).await;
        let (status, _) = duty.see(&format!("{record}/copy")).await;
        assert_eq!(status, StatusCode::OK, "{on}");
        assert!(also(&duty).await.contains(&first.name), "{on}");
        assert_eq!(also(&first).await, "", "{on}");
        let (_, page) = duty.see(&record).await;
        assert!(page.contains(&first.name), "{on}");
        assert!(also(&first).await.contains(&duty.name), "{on}");
        world.test.clock.advance(TimeDelta::minutes(14));
        assert_eq!(also(&first).await, "", "{on}: and left it");

        // Who may not read the record learns nothing of who is there, and is nowhere.
        let stranger = Browser::of(&world, "stranger", Role::Inspector).await;
        assert_eq!(stranger.see(&here).await.0, StatusCode::NOT_FOUND, "{on}");
        assert_eq!(also(&first).await, "", "{on}");
    }
}

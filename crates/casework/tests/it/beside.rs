//! What stands beside her words on the record: who translated them and when.

use axum::http::StatusCode;
use haqqi_accounts::{Directory, NewStaff, add_staff};
use haqqi_casework::{assign_translation, translate};
use haqqi_complaints::{ASSIGN_TRANSLATION, FileComplaint};
use haqqi_kernel::{Actor, JobStore, Role};

use crate::flag_page::Browser;
use crate::world::World;

#[tokio::test]
async fn who_translated_is_said_with_the_translation() {
    for world in World::all().await {
        let (desk, house, on) = (&world.desk, &world.desk.site.house, world.test.on);
        let mut unit = house.unit(Actor::System);
        let new = NewStaff {
            sign_in: "rokeya".to_owned(),
            name: "Rokeya Begum".to_owned(),
            office: None,
            agency: None,
            roles: vec![Role::Interpreter],
            languages: vec!["bn".to_owned()],
            sex: None,
            password: "a long first password".to_owned(),
        };
        let added = add_staff(&mut unit, &new).unwrap();
        unit.commit().await.unwrap();
        let filed = world.file(&FileComplaint { language: "bn".to_owned(), ..World::command() }).await;
        let store = JobStore::new(house.clone());
        for job in store.claim(100, std::time::Duration::from_secs(60)).await.unwrap() {
            let work = job.kind == ASSIGN_TRANSLATION;
            let done = if work { assign_translation(desk, &job).await } else { Ok(()) };
            store.finish(&job, done).await.unwrap();
        }
        let interpreter = Directory::new(house.clone()).person(added.id).await.unwrap().unwrap().actor(false);
        let item = world.work(&interpreter).await.pop().unwrap();
        world.test.clock.advance(chrono::TimeDelta::hours(2));
        translate(desk, &interpreter, item.id, "لم أستلم راتبي.").await.unwrap();

        let browser = Browser::of(&world, "asma", Role::ComplaintsOfficer).await;
        let (status, page) = browser.see(&format!("/staff/complaints/{}", filed.reference)).await;
        assert_eq!(status, StatusCode::OK, "{on}");
        let by = page.split("data-test=\"translated-by\"").nth(1).unwrap().split("</small>").next().unwrap();
        assert!(by.contains("Rokeya Begum · interpreter"), "{on}: {by}");
        let at = house.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        assert!(by.contains(&format!("datetime=\"{at}\"")), "{on}: {by}");

        let (status, json) = browser.api(&world, &format!("/api/v1/casework/{}", filed.reference)).await;
        assert_eq!(status, StatusCode::OK, "{on}: {json}");
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let texts = json["texts"].as_array().unwrap();
        let translation = texts.iter().find(|text| text["kind"] == "translation").unwrap();
        assert_eq!(translation["by"], "Rokeya Begum", "{on}: {json}");
        assert_eq!(translation["translates"], 0, "{on}: {json}");
        assert!(texts[0].get("by").is_none() && texts[0].get("translates").is_none(), "{on}: {json}");
    }
}

//! Wages first, danger later: a message after the acknowledgement is assessed as the first words were.

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::walk::{Walk, expect, status};
use crate::world::packs;

const LATER: &str = "I am still locked in. He took my passport, beats me and says he will kill me tonight.";

async fn message_in_queue(walk: &Walk, role: &str) -> Value {
    let queue = expect(walk.get(role, "/api/v1/queue"), StatusCode::OK).await;
    let rows = queue["rows"].as_array().unwrap();
    let hers = |row: &&Value| row["reference"] == walk.reference.as_str() && row["kind"] == "worker-message";
    rows.iter().find(hers).unwrap_or_else(|| panic!("{role} does not see it: {rows:?}")).clone()
}

async fn flags(walk: &Walk) -> Vec<Value> {
    let path = format!("/api/v1/casework/{}", walk.reference);
    let record = expect(walk.get("supervisor", &path), StatusCode::OK).await;
    record["flags"].as_array().unwrap().clone()
}

#[tokio::test]
async fn danger_told_in_a_later_message_is_danger() {
    for pack in packs() {
        let mut walk = Walk::begin(&pack);
        let place = walk.world.place_of(&walk.office);
        let wages = json!({
            "language": "en",
            "narrative": "My wages are two weeks late.",
            "employer": { "name": "Rosewater", "place": "by the mill", "governorate": place },
            "contact": {
                "channel": "phone", "address": "0700 123", "hers_alone": true, "when": "Fridays", "whose": "alone",
                "never_call": false, "no_message": false, "safe_word": "cloud", "open_words": false,
            },
        });
        let filed = walk.http.post(walk.url("/api/v1/complaints")).json(&wages);
        let filed = expect(filed, StatusCode::CREATED).await;
        walk.reference = filed["reference"].as_str().unwrap().to_owned();
        walk.code = filed["code"].as_str().unwrap().to_owned();
        let us = "complaints-officer";
        let path = format!("/api/v1/casework/{}", walk.reference);
        let record = expect(walk.get(us, &path), StatusCode::OK).await;
        let mut told = wages["contact"].clone();
        told["waits"] = json!(false);
        told["address"] = json!("••••••23");
        told["safe_word"] = json!("••••••");
        assert_eq!(
            record["contact"], told,
            "{pack}: her number is shown to a person, at the page, and to no token"
        );
        let asked = walk.get(us, &format!("{path}?purpose=call"));
        assert_eq!(status(asked).await, StatusCode::FORBIDDEN, "{pack}");
        assert_eq!(record["employer"], wages["employer"], "{pack}");
        assert_eq!((&record["filed_by"], &record["age"]), (&json!("self"), &json!("unknown")), "{pack}");
        assert_eq!(record["urgent"], false, "{pack}");
        let step = json!({ "next_step": walk.world.next_step() });
        expect(walk.post(us, &format!("{path}/acknowledgement"), &step), StatusCode::CREATED).await;
        assert!(flags(&walk).await.is_empty(), "{pack}: late wages alone are no flag");

        for times in 1..=2 {
            let hers = walk
                .http
                .post(walk.url(&format!("/api/v1/complaints/{}/messages", walk.reference)))
                .header("Receipt-Code", &walk.code)
                .json(&json!({ "body": LATER }));
            assert_eq!(status(hers).await, StatusCode::CREATED, "{pack}");
            let flags = flags(&walk).await;
            assert_eq!(flags.len(), 1, "{pack}: told {times} times, one flag: {flags:?}");
            assert_eq!(flags[0]["level"], "danger", "{pack}");
        }
        let record = expect(walk.get(us, &path), StatusCode::OK).await;
        assert_eq!(record["urgent"], true, "{pack}");
        for role in [us, "duty-officer"] {
            let row = message_in_queue(&walk, role).await;
            assert_eq!(row["danger"], true, "{pack} {role}: {row}");
            let time = |field: &str| row[field].as_str().unwrap().parse::<DateTime<Utc>>().unwrap();
            assert!(time("due_at") <= time("created_at") + TimeDelta::hours(1), "{pack} {role}: {row}");
        }
    }
}

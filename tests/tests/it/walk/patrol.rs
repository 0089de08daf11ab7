//! The electronic patrol beside the walk: an advertisement is taken in, found again, decided on and counted, and no officer of
//! complaints meets it.

use reqwest::StatusCode;
use serde_json::json;

use super::{Walk, expect, status};

const WORDS: &str = "Deckhands and maids: registration fee of 50 before you start, send your passport today. \
    Invented for a test, nobody is meant.";

/// Taken in by a program, twice; opened, decided on, counted.
pub async fn an_advertisement_is_read_apart(walk: &Walk) {
    let adverts = "/api/v1/patrol/adverts";
    let words = json!({ "text": WORDS, "place": "Example Daily", "seen_on": "2026-01-10", "language": "en" });
    assert_eq!(status(walk.post("complaints-officer", adverts, &words)).await, StatusCode::NOT_FOUND);
    let added = expect(walk.post("inspector", adverts, &words), StatusCode::CREATED).await;
    let again = expect(walk.post("inspector", adverts, &words), StatusCode::OK).await;
    assert_eq!((&again["reference"], &again["seen"]), (&added["reference"], &json!(false)));
    let elsewhere = json!({ "text": WORDS, "address": "https://jobs.example/1", "seen_on": "2026-01-12" });
    let seen = expect(walk.post("inspector", adverts, &elsewhere), StatusCode::OK).await;
    assert_eq!((&seen["reference"], &seen["new"]), (&added["reference"], &json!(false)));
    let nowhere = json!({ "text": WORDS });
    assert_eq!(status(walk.post("inspector", adverts, &nowhere)).await, StatusCode::UNPROCESSABLE_ENTITY);

    let reference = added["reference"].as_str().unwrap();
    let one = format!("{adverts}/{reference}");
    let opened = expect(walk.get("inspector", &one), StatusCode::OK).await;
    assert_eq!(
        (&opened["text"], &opened["sightings"], &opened["places"]),
        (&json!(WORDS), &json!(2), &json!(2))
    );
    let found = opened["indicators"].as_array().unwrap();
    for indicator in ["fee-from-worker", "papers-taken"] {
        assert!(found.contains(&json!(indicator)), "{found:?}");
    }
    for role in ["analyst", "complaints-officer", "administrator"] {
        assert_eq!(status(walk.get(role, &one)).await, StatusCode::NOT_FOUND, "{role}");
    }
    let listed = expect(walk.get("inspector", &format!("{adverts}?level=strong")), StatusCode::OK).await;
    let rows = listed["rows"].as_array().unwrap();
    assert!(rows.iter().any(|row| row["reference"] == *reference), "{rows:?}");

    let decision = format!("{one}/decision");
    let mute = json!({ "decision": "inspection" });
    assert_eq!(status(walk.post("inspector", &decision, &mute)).await, StatusCode::UNPROCESSABLE_ENTITY);
    let made = json!({ "decision": "inspection", "note": "The fee stands in the words.",
        "verdicts": [{ "indicator": "fee-from-worker", "verdict": "right" }] });
    assert_eq!(status(walk.post("inspector", &decision, &made)).await, StatusCode::NO_CONTENT);
    let report = "/api/v1/patrol/report?from=2026-01-01&to=2026-01-31";
    let counted = expect(walk.get("analyst", report), StatusCode::OK).await;
    assert!(counted["sightings"].as_u64().unwrap() >= 2, "{counted}");
    assert_eq!(status(walk.get("complaints-officer", report)).await, StatusCode::NOT_FOUND);
}

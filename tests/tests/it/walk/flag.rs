//! The supervisor finds the flag, word by word, and decides: safety first, then merits.

use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};

use super::file::{CERTAIN, STORY};
use super::{Walk, expect, status, translate};

fn decide(walk: &Walk, what: &str, body: &Value) -> RequestBuilder {
    walk.post("supervisor", &format!("/api/v1/flags/{}/{what}", walk.flag), body)
}

/// What she answered is certain; each hit stands in her words.
pub async fn the_supervisor_finds_the_flag(walk: &mut Walk) {
    let flags = expect(walk.get("supervisor", "/api/v1/flags"), StatusCode::OK).await;
    let flag = flags.as_array().unwrap().iter().find(|flag| flag["complaint"] == walk.reference.as_str());
    walk.flag = flag.unwrap()["reference"].as_str().unwrap().to_owned();
    let opened = walk.get("supervisor", &format!("/api/v1/flags/{}", walk.flag));
    let opened = expect(opened, StatusCode::OK).await;
    assert_eq!(opened["assessment"]["certain"], json!([CERTAIN]), "she answered yes");
    let hits = opened["assessment"]["hits"].as_array().unwrap();
    assert!(!hits.is_empty(), "her words hold indicators");
    assert!(hits.iter().all(|hit| STORY.contains(hit["phrase"].as_str().unwrap())));
}

/// Safety comes first; a dismissal needs another person; in the end it is escalated.
pub async fn the_supervisor_decides(walk: &Walk) {
    let opened =
        expect(walk.get("supervisor", &format!("/api/v1/flags/{}", walk.flag)), StatusCode::OK).await;
    // The demonstration's own history is counted too.
    let before = expect(walk.get("supervisor", "/api/v1/screening/measured"), StatusCode::OK).await;
    let pointed =
        ["certain", "suggested"].map(|list| opened["assessment"][list].as_array().unwrap().clone()).concat();
    let found: serde_json::Map<String, Value> =
        pointed.iter().map(|name| (name.as_str().unwrap().to_owned(), json!("not_so"))).collect();
    let dismiss = json!({
        "decision": "dismiss", "reason": walk.world.reason("merits-dismiss"), "words": "She told of another house.", "found": found,
    });
    let early = decide(walk, "merits", &dismiss);
    assert_eq!(status(early).await, StatusCode::UNPROCESSABLE_ENTITY, "safety first");
    let act = json!({
        "decision": "act", "reason": walk.world.reason("safety-act"), "words": "Called at the safe hour.",
    });
    assert_eq!(status(decide(walk, "safety", &act)).await, StatusCode::CREATED);
    let unmet = decide(walk, "merits", &dismiss);
    assert_eq!(status(unmet).await, StatusCode::UNPROCESSABLE_ENTITY, "nobody has met her alone");
    let mut met = json!({ "person": "worker", "way": "counter", "result": "spoke", "private": "alone", "language": "en" });
    let contacts = format!("/api/v1/casework/{}/contacts", walk.reference);
    assert_eq!(status(walk.post("complaints-officer", &contacts, &met)).await, StatusCode::CREATED);
    let log = expect(walk.get("complaints-officer", &contacts), StatusCode::OK).await;
    assert_eq!(
        log[0]["private"], "not-understood",
        "she speaks another language, and nobody interpreted: {log}"
    );
    let unheard = decide(walk, "merits", &dismiss);
    assert_eq!(status(unheard).await, StatusCode::UNPROCESSABLE_ENTITY, "that talk counts for nothing");
    met["interpreter"] = "staff".into();
    assert_eq!(status(walk.post("complaints-officer", &contacts, &met)).await, StatusCode::CREATED);
    let mut waited = 0;
    let proposed = loop {
        let answer = decide(walk, "merits", &dismiss).send().await.unwrap();
        if answer.status() == StatusCode::CREATED {
            break answer.json::<Value>().await.unwrap();
        }
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "her last message is not translated");
        waited += 1;
        translate::one_more_is_translated(walk).await;
    };
    assert!(waited > 0, "nothing is dismissed that nobody here has read");
    assert_eq!(proposed["state"], "dismissal-proposed", "a second person must agree");
    let silent = json!({
        "decision": "dismiss", "reason": walk.world.reason("merits-dismiss"), "words": "She told of another house.",
    });
    let silent = decide(walk, "merits", &silent);
    assert_eq!(status(silent).await, StatusCode::UNPROCESSABLE_ENTITY, "what pointed there is judged first");
    let same = decide(walk, "merits", &dismiss);
    assert_eq!(status(same).await, StatusCode::UNPROCESSABLE_ENTITY, "not the same person");
    let full_stop =
        json!({ "decision": "escalate", "reason": walk.world.reason("merits-escalate"), "words": "." });
    let full_stop = decide(walk, "merits", &full_stop).send().await.unwrap();
    assert_eq!(full_stop.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let full_stop = full_stop.text().await.unwrap();
    assert!(
        full_stop.contains("\"words\"") && full_stop.contains("eight letters"),
        "it says what to write: {full_stop}"
    );
    let escalate = json!({
        "decision": "escalate", "reason": walk.world.reason("merits-escalate"), "words": "Indicators are present.",
        "found": { CERTAIN: "confirmed", "excessive_overtime": "confirmed" },
    });
    let escalated = expect(decide(walk, "merits", &escalate), StatusCode::CREATED).await;
    assert_eq!(escalated["state"], "escalated");
    // What was said last of each is what counts: one confirmed of what she answered, one that nothing had pointed to.
    let measured = expect(walk.get("supervisor", "/api/v1/screening/measured"), StatusCode::OK).await;
    let more = |name: &str, what: &str| {
        let of = |figures: &Value| figures["indicators"][name][what].as_u64().unwrap_or(0);
        of(&measured) - of(&before)
    };
    let certain = ["confirmed", "not_so", "unclear", "missed"].map(|what| more(CERTAIN, what));
    assert_eq!(certain, [1, 0, 0, 0], "{before} {measured}");
    assert_eq!(more("excessive_overtime", "missed"), 1, "{before} {measured}");
    assert!(measured["decisions"]["escalate"].as_u64() >= Some(1), "{measured}");
}

//! She sees that somebody read it, and writes back; the officer answers.

use reqwest::StatusCode;
use serde_json::json;

use super::file::mine;
use super::{Walk, expect, status};

/// She sees the acknowledgement and writes back; what the officer writes she reads.
pub async fn they_write_to_each_other(walk: &Walk) {
    let view = expect(mine(walk, &walk.code), StatusCode::OK).await;
    assert_eq!(view["state"], "acknowledged");
    // What is next she is told in a sentence of the pack, never by the office's own code.
    let told = view["told"].as_str().unwrap();
    assert!(told.chars().count() > 5 && !told.contains(&walk.world.next_step()), "{told}");
    assert!(view.get("next_step").is_none());
    let hers = walk
        .http
        .post(walk.url(&format!("/api/v1/complaints/{}/messages", walk.reference)))
        .header("Receipt-Code", &walk.code)
        .json(&json!({ "body": "ধন্যবাদ" }));
    assert_eq!(status(hers).await, StatusCode::CREATED);
    let path = format!("/api/v1/casework/{}/messages", walk.reference);
    let his = json!({ "language": "bn", "body": "কোন সময়ে কথা বলা নিরাপদ?" });
    assert_eq!(status(walk.post("complaints-officer", &path, &his)).await, StatusCode::CREATED);
    let view = expect(mine(walk, &walk.code), StatusCode::OK).await;
    let from: Vec<_> =
        view["messages"].as_array().unwrap().iter().filter_map(|m| m["from"].as_str()).collect();
    assert!(from.ends_with(&["worker", "office"]), "{from:?}");
}

/// The officer notes what was found out, for the office alone, and the next step.
pub async fn the_officer_assesses(walk: &Walk) {
    let path = format!("/api/v1/casework/{}/assessments", walk.reference);
    let note = |note: &str, step: &str| json!({ "note": note, "next_step": step });
    let (us, step) = ("complaints-officer", walk.world.next_step());
    let empty = walk.post(us, &path, &note(" ", &step));
    assert_eq!(status(empty).await, StatusCode::UNPROCESSABLE_ENTITY);
    let unknown = walk.post(us, &path, &note("Called.", "nonsense"));
    assert_eq!(status(unknown).await, StatusCode::UNPROCESSABLE_ENTITY);
    expect(walk.post(us, &path, &note("Called at the safe hour.", &step)), StatusCode::CREATED).await;
    let hers = walk.http.get(walk.url(&format!("/api/v1/complaints/{}", walk.reference)));
    let hers = expect(hers.header("Receipt-Code", &walk.code), StatusCode::OK).await;
    assert!(!hers.to_string().contains("safe hour"), "the note is for the office alone");
}

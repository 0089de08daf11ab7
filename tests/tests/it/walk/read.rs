//! The officer reads and acknowledges; nobody else sees that there is anything.

use reqwest::StatusCode;
use serde_json::json;

use super::file::STORY;
use super::{Walk, expect, status};

/// The officer must open the words before he can acknowledge, and can do so once.
pub async fn the_officer_reads_and_acknowledges(walk: &Walk) {
    let record = format!("/api/v1/casework/{}", walk.reference);
    let step = json!({ "next_step": walk.world.next_step() });
    let acknowledge = || walk.post("complaints-officer", &format!("{record}/acknowledgement"), &step);
    assert_eq!(status(acknowledge()).await, StatusCode::UNPROCESSABLE_ENTITY, "not read yet");
    let opened = expect(walk.get("complaints-officer", &record), StatusCode::OK).await;
    assert_eq!(opened["texts"][0]["body"], STORY);
    let unknown = json!({ "next_step": "no-such-step" });
    let unknown = walk.post("complaints-officer", &format!("{record}/acknowledgement"), &unknown);
    assert_eq!(status(unknown).await, StatusCode::UNPROCESSABLE_ENTITY, "no step of the pack");
    let done = expect(acknowledge(), StatusCode::CREATED).await;
    assert_eq!(done["in_time"], true);
    assert_eq!(status(acknowledge()).await, StatusCode::CONFLICT, "only once");
}

/// Others see nothing of it; not even that it is there.
pub async fn others_see_nothing(walk: &Walk) {
    let record = format!("/api/v1/casework/{}", walk.reference);
    for role in ["inspector", "administrator", "auditor", "analyst"] {
        for path in [record.as_str(), "/api/v1/flags"] {
            assert_eq!(status(walk.get(role, path)).await, StatusCode::NOT_FOUND, "{role} {path}");
        }
    }
}

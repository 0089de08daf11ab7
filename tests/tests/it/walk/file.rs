//! She files; another files for somebody; strangers learn nothing.

use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};

use super::{Walk, expect, status};

/// Her words. A passport kept, six months without wages, not let out of the house.
pub const STORY: &str = "ম্যাডাম আমার পাসপোর্ট রেখে দিয়েছে। ছয় মাস বেতন পাই না। ঘর থেকে বের হতে দেয় না।";
/// What she answers yes to.
pub const CERTAIN: &str = "retention_of_identity_documents";

fn file(walk: &Walk, key: &str, body: &Value) -> RequestBuilder {
    walk.http.post(walk.url("/api/v1/complaints")).header("Idempotency-Key", key).json(body)
}

/// The worker's own view.
pub fn mine(walk: &Walk, code: &str) -> RequestBuilder {
    walk.http.get(walk.url(&format!("/api/v1/complaints/{}", walk.reference))).header("Receipt-Code", code)
}

/// She files. The same request again gets the same answer; with other words it is refused.
pub async fn she_files(walk: &mut Walk) {
    let body = json!({
        "language": "bn",
        "narrative": STORY,
        "employer": { "name": "قطار وريشة", "governorate": walk.world.place_of(&walk.office) },
        "answers": { walk.world.question(CERTAIN): "yes" },
    });
    let filed = expect(file(walk, "one", &body), StatusCode::CREATED).await;
    assert_eq!(filed, expect(file(walk, "one", &body), StatusCode::CREATED).await);
    let other = json!({ "language": "bn", "narrative": "অন্য কথা" });
    assert_eq!(status(file(walk, "one", &other)).await, StatusCode::UNPROCESSABLE_ENTITY);
    walk.reference = filed["reference"].as_str().unwrap().to_owned();
    walk.code = filed["code"].as_str().unwrap().to_owned();
    assert_eq!(walk.code.split(' ').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 4]);
    assert!(walk.reference.starts_with("C-"));
    assert!(filed["acknowledge_by"].as_str() > filed["received_at"].as_str());
}

/// Who files for another gets another code, which shows received and closed only.
pub async fn another_files_for_somebody(walk: &Walk) {
    let body = json!({
        "language": "en", "narrative": "For a man at the farm.", "filed_by": walk.world.helper(),
    });
    let filed = expect(file(walk, "two", &body), StatusCode::CREATED).await;
    assert!(filed["code"].is_null());
    let path = format!("/api/v1/complaints/{}", filed["reference"].as_str().unwrap());
    let receipt = filed["filer_receipt"].as_str().unwrap();
    let seen = walk.http.get(walk.url(&path)).header("Receipt-Code", receipt);
    let seen = expect(seen, StatusCode::OK).await;
    assert_eq!(seen["state"], "received");
    assert!(seen["messages"].is_null() && seen["acknowledge_by"].is_null());
}

/// She looks: nobody has read it yet. A wrong digit is told; a stranger learns nothing.
pub async fn strangers_learn_nothing(walk: &Walk) {
    let view = expect(mine(walk, &walk.code), StatusCode::OK).await;
    assert_eq!(view["state"], "received");
    let wrong: String = walk.code.chars().rev().collect();
    let refused = status(mine(walk, &wrong)).await;
    assert!([StatusCode::UNPROCESSABLE_ENTITY, StatusCode::NOT_FOUND].contains(&refused), "{refused}");
    let record = format!("/api/v1/casework/{}", walk.reference);
    for path in ["/api/v1/flags", "/api/v1/queue", &record, "/api/v1/me"] {
        let stranger = walk.http.get(walk.url(path));
        assert_eq!(status(stranger).await, StatusCode::UNAUTHORIZED, "{path}");
        let forged = walk.http.get(walk.url(path)).bearer_auth("hq_0_0");
        assert_eq!(status(forged).await, StatusCode::UNAUTHORIZED, "{path}");
    }
}

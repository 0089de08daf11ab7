//! The officer finds the workplace that she told of in the register and links it; nobody who looks it up learns of it.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{Walk, expect, status};

/// The register's reference of the workplace.
async fn workplace(walk: &Walk) -> Value {
    let found = walk.get("planner", "/api/v1/establishments?q=Qitar%20Risha");
    let found = expect(found, StatusCode::OK).await;
    found["rows"][0]["reference"].clone()
}

/// She told a name in Arabic letters; the register has it in Latin ones.
pub async fn the_officer_finds_it_in_the_register(walk: &Walk) {
    let place = walk.world.place_of(&walk.office);
    let new = json!({ "kind": "employer", "name": "Qitar & Risha Workshop Ltd.", "governorate": place });
    let added = expect(walk.post("planner", "/api/v1/establishments", &new), StatusCode::CREATED).await;
    let again = json!({ "kind": "employer", "name": "قطار وريشة", "governorate": place });
    let again = walk.post("planner", "/api/v1/establishments", &again);
    assert_eq!(status(again).await, StatusCode::UNPROCESSABLE_ENTITY, "it may be the same");
    assert_eq!(workplace(walk).await, added["reference"]);

    let path = format!("/api/v1/casework/{}/workplace", walk.reference);
    let suggested = expect(walk.get("complaints-officer", &path), StatusCode::OK).await;
    assert_eq!(suggested[0]["establishment"], added["reference"], "{suggested}");
    assert_eq!(suggested[0]["why"], "sound");
    for wrong in [
        json!({}),
        json!({ "establishment": "E-26-222222-2" }),
        json!({ "establishment": walk.reference }),
        json!({ "new": { "kind": "employer", "name": " " } }),
        // Without sector and place it would stand out among the others.
        json!({ "new": { "kind": "employer", "name": "Zephyr Quill Makers" } }),
    ] {
        let refused = walk.post("complaints-officer", &path, &wrong);
        assert_eq!(status(refused).await, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}

/// Linking leaves no trace where an inspector looks, and he cannot look where it does.
pub async fn nobody_learns_there_that_anyone_complained(walk: &Walk) {
    let workplace = workplace(walk).await;
    let there = format!("/api/v1/establishments/{}", workplace.as_str().unwrap());
    let before = expect(walk.get("inspector", &there), StatusCode::OK).await;
    let path = format!("/api/v1/casework/{}/workplace", walk.reference);
    let link = json!({ "establishment": workplace });
    for role in ["inspector", "planner", "administrator"] {
        assert_eq!(status(walk.get(role, &path)).await, StatusCode::NOT_FOUND, "{role}");
        assert_eq!(status(walk.post(role, &path, &link)).await, StatusCode::NOT_FOUND, "{role}");
    }
    expect(walk.post("complaints-officer", &path, &link), StatusCode::CREATED).await;
    let again = walk.post("complaints-officer", &path, &link);
    assert_eq!(status(again).await, StatusCode::UNPROCESSABLE_ENTITY, "linked already");
    let after = expect(walk.get("inspector", &there), StatusCode::OK).await;
    assert_eq!(before, after);
    assert_eq!(after["history"], json!([]));
}

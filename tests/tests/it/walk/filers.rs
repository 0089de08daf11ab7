//! Somebody calls and is taken down; a partner files for several; each sees what is theirs.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{Walk, expect, status};

fn caller(walk: &Walk) -> Value {
    json!({
        "way": "phone", "private": true, "interpreted": "outside", "interpreter_apart": true,
        "answer_by": "visit", "words": { "interpreter": "a nurse" },
        "told": {
            "language": "en", "narrative": "The boss keeps my wages.",
            "employer": { "governorate": walk.world.place_of(&walk.office) },
        },
    })
}

/// The hotline takes it down: she gets her code, nobody has acknowledged it, and the operator cannot look into it.
pub async fn a_caller_is_taken_down(walk: &Walk) {
    let path = "/api/v1/casework/intake";
    let taken = expect(walk.post("hotline-operator", path, &caller(walk)), StatusCode::CREATED).await;
    let record = format!("/api/v1/casework/complaints/{}", taken["reference"].as_str().unwrap());
    assert_eq!(status(walk.get("hotline-operator", &record)).await, StatusCode::NOT_FOUND);
    let mine = format!("/api/v1/complaints/{}", taken["reference"].as_str().unwrap());
    let mine = walk.http.get(walk.url(&mine)).header("Receipt-Code", taken["code"].as_str().unwrap());
    assert_eq!(expect(mine, StatusCode::OK).await["state"], "received");
    let mut heard = caller(walk);
    heard["interpreter_apart"] = json!(false);
    assert_eq!(status(walk.post("hotline-operator", path, &heard)).await, StatusCode::UNPROCESSABLE_ENTITY);
    for nobody in ["inspector", "partner", "administrator"] {
        assert_eq!(status(walk.post(nobody, path, &caller(walk))).await, StatusCode::NOT_FOUND);
    }
}

/// A partner files for three at once, and sees that they arrived.
pub async fn a_partner_files_for_several(walk: &Walk) {
    let group = json!({
        "told": {
            "language": "en", "narrative": "None of them was paid.",
            "employer": { "name": "Sun Farm", "governorate": walk.world.place_of(&walk.office) },
        },
        "workers": [{ "name": "One" }, { "language": "bn" }, { "words": "My passport is gone." }],
    });
    let send = || walk.post("partner", "/api/v1/filed", &group).header("Idempotency-Key", "several");
    let filed = expect(send(), StatusCode::CREATED).await;
    assert_eq!(filed, expect(send(), StatusCode::CREATED).await, "sent twice, filed once");
    let receipts = filed["receipts"].as_array().unwrap();
    assert_eq!(receipts.len(), 3);
    let list = expect(walk.get("partner", "/api/v1/filed"), StatusCode::OK).await;
    let of =
        |one: &Value| list["filed"].as_array().unwrap().iter().find(|row| row["reference"] == *one).cloned();
    for one in receipts {
        let row = of(&one["reference"]).unwrap();
        assert_eq!(row["state"], "received");
        assert!(row.get("next_step").is_none() && row.get("outcome").is_none());
        let record = format!("/api/v1/casework/complaints/{}", one["reference"].as_str().unwrap());
        assert_eq!(status(walk.get("partner", &record)).await, StatusCode::NOT_FOUND);
    }
    assert_eq!(status(walk.get("complaints-officer", "/api/v1/filed")).await, StatusCode::NOT_FOUND);
    let sight =
        format!("/api/v1/casework/complaints/{}/filer-sight", receipts[0]["reference"].as_str().unwrap());
    let put = |heard_by: &str| {
        let body = json!({ "days": 30, "heard_by": heard_by });
        walk.http.put(walk.url(&sight)).bearer_auth(walk.token("complaints-officer")).json(&body)
    };
    assert_eq!(status(put("")).await, StatusCode::UNPROCESSABLE_ENTITY, "nobody spoke with her alone");
    let record = format!("/api/v1/casework/{}", receipts[0]["reference"].as_str().unwrap());
    let officer = "complaints-officer";
    expect(walk.get(officer, &record), StatusCode::OK).await;
    let step = json!({ "next_step": walk.world.next_step() });
    expect(walk.post(officer, &format!("{record}/acknowledgement"), &step), StatusCode::CREATED).await;
    let met = json!({ "person": "worker", "way": "visit", "result": "spoke", "private": "alone", "language": "en", "interpreter": "staff" });
    expect(walk.post(officer, &format!("{record}/contacts"), &met), StatusCode::CREATED).await;
    assert_eq!(status(put(walk.name("supervisor"))).await, StatusCode::UNPROCESSABLE_ENTITY, "not with her");
    assert_eq!(status(put(walk.name(officer))).await, StatusCode::NO_CONTENT);
    let together =
        format!("/api/v1/casework/complaints/{}/together", receipts[0]["reference"].as_str().unwrap());
    let other = json!({ "other": walk.reference });
    assert_eq!(status(walk.post("complaints-officer", &together, &other)).await, StatusCode::NO_CONTENT);
}

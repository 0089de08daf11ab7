//! The officer works out what is owed; a settlement below it needs another supervisor.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{Walk, expect, status};

/// A complaint about one month that was not paid at all, read and acknowledged.
async fn unpaid(walk: &Walk) -> String {
    let filed = json!({
        "language": "en", "narrative": "One month was not paid.",
        "employer": { "governorate": walk.world.place_of(&walk.office) },
        "claims": [{ "month": "2026-03", "agreed": 1_000_000, "paid": 0 }],
    });
    let filed = walk.http.post(walk.url("/api/v1/complaints")).json(&filed);
    let filed = expect(filed, StatusCode::CREATED).await;
    let record = format!("/api/v1/casework/{}", filed["reference"].as_str().unwrap());
    expect(walk.get("complaints-officer", &record), StatusCode::OK).await;
    let step = json!({ "next_step": walk.world.next_step() });
    expect(walk.post("complaints-officer", &format!("{record}/acknowledgement"), &step), StatusCode::CREATED)
        .await;
    record
}

/// What is owed, by this country's rules; bad facts, other roles; and the settlement.
pub async fn what_is_owed_is_worked_out(walk: &Walk) {
    let record = unpaid(walk).await;
    let path = format!("{record}/wages");
    let before = expect(walk.get("complaints-officer", &path), StatusCode::OK).await;
    assert_eq!(before["calculations"], json!([]));
    assert_eq!(before["facts"]["months"][0]["month"], "2026-03", "what she told is there already");
    for role in ["inspector", "interpreter", "administrator", "analyst", "partner", "hotline-operator"] {
        assert_eq!(status(walk.get(role, &path)).await, StatusCode::NOT_FOUND, "{role}");
        assert_eq!(status(walk.post(role, &path, &before["facts"])).await, StatusCode::NOT_FOUND, "{role}");
    }
    for (wrong, field) in [
        (json!({ "regime": "moon" }), "regime"),
        (json!({ "months": [{ "month": "2026-3" }] }), "months.0.month"),
        (json!({ "months": [{ "month": "2026-03", "agreed": -1 }] }), "months.0.agreed"),
        (json!({ "ended": "2999-01-01" }), "ended"),
        (json!({ "ending": "open" }), "months"),
    ] {
        let refused =
            expect(walk.post("complaints-officer", &path, &wrong), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(refused.to_string().contains(field), "{wrong}: {refused}");
    }
    let surprise = json!({ "surprise": 1 });
    assert_eq!(
        status(walk.post("complaints-officer", &path, &surprise)).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let regime = walk.world.code("regimes.toml", "regime", |_| true);
    let mut facts = before["facts"].clone();
    facts["regime"] = Value::String(regime);
    facts["ending"] = json!("open");
    let saved = expect(walk.post("complaints-officer", &path, &facts), StatusCode::CREATED).await;
    assert_eq!(saved["number"], 1);
    assert_eq!(saved["calculation"]["least"], 1_000_000);
    assert_eq!(saved["calculation"]["most"], 1_000_000);
    assert!(saved["calculation"]["lines"][0]["article"].is_string(), "{saved}");
    let after = expect(walk.get("supervisor", &path), StatusCode::OK).await;
    assert_eq!(after["calculations"][0]["calculation"], saved["calculation"]);
    a_settlement_needs_two(walk, &record).await;
}

async fn a_settlement_needs_two(walk: &Walk, record: &str) {
    let closure = format!("{record}/closure");
    let officer = |body: Value| walk.post("complaints-officer", &closure, &body);
    let unsaid =
        expect(officer(json!({ "outcome": "settled_part" })), StatusCode::UNPROCESSABLE_ENTITY).await;
    assert!(unsaid.to_string().contains("amount"), "{unsaid}");
    let below = json!({ "outcome": "settled_part", "amount": 400_000 });
    let below = expect(officer(below), StatusCode::UNPROCESSABLE_ENTITY).await;
    assert!(below.to_string().contains("reason"), "{below}");
    let reason = json!({ "outcome": "settled_part", "amount": 400_000, "reason": "She travels tomorrow." });
    assert_eq!(expect(officer(reason), StatusCode::ACCEPTED).await["closing"], "waits");
    let settlement = format!("{record}/settlement");
    let approve = json!({ "approve": true });
    for role in ["complaints-officer", "inspector", "administrator"] {
        assert_eq!(status(walk.post(role, &settlement, &approve)).await, StatusCode::NOT_FOUND, "{role}");
    }
    let waits = expect(walk.get("supervisor", &settlement), StatusCode::OK).await;
    assert_eq!((&waits["computed"], &waits["may_decide"]), (&json!(1_000_000), &json!(true)), "{waits}");
    let mute = json!({ "approve": false });
    assert_eq!(status(walk.post("supervisor", &settlement, &mute)).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(expect(walk.get("complaints-officer", record), StatusCode::OK).await["outcome"], Value::Null);
    expect(walk.post("supervisor", &settlement, &approve), StatusCode::CREATED).await;
    let closed = expect(walk.get("complaints-officer", record), StatusCode::OK).await;
    assert_eq!((&closed["state"], &closed["outcome"]), (&json!("closed"), &json!("settled_part")));
}

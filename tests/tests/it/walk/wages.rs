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
    let closing = |more: Value| {
        let mut whole = walk.world.closing("settled_unverified");
        whole.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        whole
    };
    let early = expect(officer(closing(json!({}))), StatusCode::UNPROCESSABLE_ENTITY).await;
    assert!(early.to_string().contains("outcome"), "asked again about safety first: {early}");
    asked_again(walk, record).await;
    let unsaid = expect(officer(closing(json!({}))), StatusCode::UNPROCESSABLE_ENTITY).await;
    assert!(unsaid.to_string().contains("amount"), "{unsaid}");
    let below =
        expect(officer(closing(json!({ "amount": 400_000 }))), StatusCode::UNPROCESSABLE_ENTITY).await;
    assert!(below.to_string().contains("reason"), "{below}");
    let reason = closing(json!({ "amount": 400_000, "reason": "She travels tomorrow." }));
    assert_eq!(expect(officer(reason.clone()), StatusCode::ACCEPTED).await["closing"], "waits");
    let taken_back = format!("{record}/closure/taken-back");
    assert_eq!(
        status(walk.post("supervisor", &taken_back, &json!({}))).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    expect(walk.post("complaints-officer", &taken_back, &json!({})), StatusCode::CREATED).await;
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
    assert_eq!((&closed["state"], &closed["outcome"]), (&json!("closed"), &json!("settled_unverified")));
}

/// She is met alone, asked again about safety, and pay that was agreed is followed elsewhere.
async fn asked_again(walk: &Walk, record: &str) {
    let contacts = format!("{record}/contacts");
    let met = json!({ "person": "worker", "way": "counter", "result": "spoke", "private": "alone", "language": "en", "interpreter": "staff" });
    let rescreening = format!("{record}/rescreening");
    let answers: serde_json::Map<String, Value> =
        walk.world.questions().into_iter().map(|id| (id, json!("no"))).collect();
    let all = json!({ "answers": answers });
    for role in ["inspector", "interpreter", "administrator", "mediator"] {
        for (path, body) in [(&contacts, &met), (&rescreening, &all)] {
            assert_eq!(status(walk.post(role, path, body)).await, StatusCode::NOT_FOUND, "{role}");
        }
    }
    let unmet = status(walk.post("complaints-officer", &rescreening, &all)).await;
    assert_eq!(unmet, StatusCode::UNPROCESSABLE_ENTITY, "met alone first");
    expect(walk.post("complaints-officer", &contacts, &met), StatusCode::CREATED).await;
    let some = json!({ "answers": {} });
    let some = status(walk.post("complaints-officer", &rescreening, &some)).await;
    assert_eq!(some, StatusCode::UNPROCESSABLE_ENTITY, "every question wants an answer");
    let found = expect(walk.post("complaints-officer", &rescreening, &all), StatusCode::CREATED).await;
    assert_eq!(found["level"], Value::Null);
    let log = expect(walk.get("complaints-officer", &contacts), StatusCode::OK).await;
    assert_eq!((&log[0]["private"], &log[0]["way"]), (&json!("alone"), &json!("counter")));
    let pay = format!("{record}/pay");
    let nothing = status(walk.post("complaints-officer", &pay, &json!({ "instalments": [] }))).await;
    assert_eq!(nothing, StatusCode::UNPROCESSABLE_ENTITY);
    let papers = format!("{record}/papers");
    let ahead = json!({ "paper": "passport", "seen_on": "2999-01-01" });
    assert_eq!(
        status(walk.post("complaints-officer", &papers, &ahead)).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(expect(walk.get("supervisor", &papers), StatusCode::OK).await, json!([]));
}

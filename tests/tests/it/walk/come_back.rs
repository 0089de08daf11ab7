//! She proves her receipt, keeps nothing and comes back all the same, tells why she left, and takes her complaint back
//! only after somebody spoke with her alone.

use std::io::Write;
use std::process::{Command, Stdio};

use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};

use super::{Walk, expect, status};

/// A request of hers, with her code.
fn hers(request: RequestBuilder, code: &str) -> RequestBuilder {
    request.header("Receipt-Code", code)
}

fn at(walk: &Walk, reference: &str, rest: &str) -> String {
    walk.url(&format!("/api/v1/complaints/{reference}{rest}"))
}

/// What `haqqi verify` says of these letters.
fn offline(key: &str, typed: &str) -> (bool, String) {
    let mut child = Command::new(haqqi_blackbox::binary().unwrap())
        .args(["verify", "--key", key])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    (done.status.success(), String::from_utf8(done.stdout).unwrap())
}

/// Her receipt is genuine: here, and without this house.
pub async fn she_proves_her_receipt(walk: &Walk) {
    let check = |body: Value| walk.http.post(walk.url("/api/v1/receipts/verification")).json(&body);
    let said = json!({ "reference": walk.reference, "code": walk.code });
    let genuine = expect(check(said), StatusCode::OK).await;
    assert_eq!(genuine["reference"], walk.reference.as_str());
    assert_eq!(genuine["office"], walk.office.as_str());
    let letters = genuine["letters"].as_str().unwrap();
    assert!(!letters.contains(&walk.reference.replace('-', "")));
    let by_letters = check(json!({ "letters": letters, "code": walk.code }));
    let again = expect(by_letters, StatusCode::OK).await;
    assert_eq!(again["received_at"], genuine["received_at"]);
    assert_eq!(status(check(json!({ "letters": letters }))).await, StatusCode::NOT_FOUND, "without the code");
    let key = walk.http.get(walk.url("/verify/key")).send().await.unwrap().text().await.unwrap();
    let (good, told) = offline(&key, &format!("{letters}\n{}\n", walk.code));
    assert!(good && told.contains(&walk.reference), "{told}");
    assert!(!offline(&key, &format!("{letters}\n")).0, "without the code");
    let forged = format!("{}\n{}\n", letters.replacen('A', "B", 1), walk.code);
    assert!(!offline(&key, &forged).0, "forged");
}

async fn another(walk: &Walk) -> (String, String) {
    let body = json!({
        "language": "en", "narrative": "They say that I must sign a paper I cannot read.",
        "employer": { "governorate": walk.world.place_of(&walk.office) },
    });
    let filed = expect(walk.http.post(walk.url("/api/v1/complaints")).json(&body), StatusCode::CREATED).await;
    let text = |name: &str| filed[name].as_str().unwrap().to_owned();
    (text("reference"), text("code"))
}

/// She keeps two words. A person at the telephone desk checks them and says a new code to her; a token has none for it.
pub async fn she_can_keep_nothing(walk: &Walk) {
    let (reference, code) = another(walk).await;
    let words = json!({ "first": "tamarind", "second": "Blue Door" });
    let put = |body: &Value| hers(walk.http.put(at(walk, &reference, "/words")), &code).json(body);
    let short = status(put(&json!({ "first": "x", "second": "y" }))).await;
    assert_eq!(short, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(status(put(&words)).await, StatusCode::NO_CONTENT);
    let desk = "/api/v1/casework/words";
    let said = json!({ "first": "blue door", "second": "TAMARIND" });
    assert_eq!(status(walk.post("inspector", desk, &said)).await, StatusCode::NOT_FOUND);
    assert_eq!(status(walk.post("complaints-officer", desk, &said)).await, StatusCode::FORBIDDEN);
    let look = |code: &str| hers(walk.http.get(at(walk, &reference, "")), code);
    assert_eq!(status(look(&code)).await, StatusCode::OK, "her code is hers as before");
}

/// She asks to take it back; it goes on until somebody has spoken with her; she changes how she is reached, is told her
/// days, opens it again, objects, and says how it went.
pub async fn she_comes_back(walk: &Walk) {
    let (reference, code) = another(walk).await;
    let post = |rest: &str, body: Value| hers(walk.http.post(at(walk, &reference, rest)), &code).json(&body);
    let staff = |role: &str, rest: &str, body: Value| {
        walk.post(role, &format!("/api/v1/casework/{reference}{rest}"), &body)
    };
    let record = walk.get("complaints-officer", &format!("/api/v1/casework/{reference}"));
    expect(record, StatusCode::OK).await;
    let step = json!({ "next_step": walk.world.next_step() });
    expect(staff("complaints-officer", "/acknowledgement", step), StatusCode::CREATED).await;
    let contact = json!({ "channel": "email", "address": "new@mail.example", "hers_alone": true });
    let contact = json!({ "contact": contact, "confidentiality": "confidential" });
    let put = hers(walk.http.put(at(walk, &reference, "/contact")), &code).json(&contact);
    assert_eq!(status(put).await, StatusCode::NO_CONTENT);
    let rows = walk.world.rows("deadlines.toml", "deadline");
    let against = |row: &&toml::Table| {
        row["against"].as_str() == Some("worker") && row["starts"].as_str() != Some("closed")
    };
    let starts = rows.iter().find(against).unwrap()["starts"].as_str().unwrap();
    let days = json!({ "days": { starts: "2026-01-05" } });
    let tell = hers(walk.http.put(at(walk, &reference, "/days")), &code).json(&days);
    let told = expect(tell, StatusCode::OK).await;
    assert!(told["clocks"].as_array().unwrap().iter().all(|clock| clock["by"].as_str() > Some("2026-01-05")));
    assert_eq!(status(post("/withdrawal", json!({}))).await, StatusCode::ACCEPTED);
    assert_eq!(status(post("/withdrawal", json!({}))).await, StatusCode::CONFLICT);
    let closed = staff("complaints-officer", "/closure", walk.world.closing("withdrawn"));
    assert_eq!(status(closed).await, StatusCode::UNPROCESSABLE_ENTITY, "not past the private check");
    let own = json!({ "check": "own" });
    let unmet = staff("complaints-officer", "/withdrawal", own.clone());
    assert_eq!(status(unmet).await, StatusCode::UNPROCESSABLE_ENTITY, "nobody has spoken with her alone");
    let met = json!({ "person": "worker", "way": "counter", "result": "spoke", "private": "alone", "language": "en", "interpreter": "staff" });
    expect(staff("complaints-officer", "/contacts", met), StatusCode::CREATED).await;
    expect(staff("complaints-officer", "/withdrawal", own), StatusCode::CREATED).await;
    let look = hers(walk.http.get(at(walk, &reference, "")), &code);
    assert_eq!(expect(look, StatusCode::OK).await["outcome"], "withdrawn");
    assert_eq!(status(post("/reopening", json!({}))).await, StatusCode::CREATED);
    assert_eq!(status(post("/reopening", json!({}))).await, StatusCode::CONFLICT);
    let bare = staff("complaints-officer", "/closure", json!({ "outcome": "insufficient" }));
    assert_eq!(status(bare).await, StatusCode::UNPROCESSABLE_ENTITY, "with a reason, and words for her");
    let alone = staff("complaints-officer", "/closure", walk.world.closing("insufficient"));
    assert_eq!(expect(alone, StatusCode::ACCEPTED).await["closing"], "waits", "nobody ends it alone");
    expect(staff("complaints-officer", "/closure/taken-back", json!({})), StatusCode::CREATED).await;
    let mut whole = walk.world.closing("transferred");
    let bodies = walk.world.rows("agencies.toml", "agency");
    let takes = |row: &&toml::Table| row.get("complaints").and_then(toml::Value::as_bool) == Some(true);
    whole["receiver"] = bodies.iter().find(takes).unwrap()["code"].as_str().unwrap().into();
    whole["ground"] = "consent".into();
    expect(staff("complaints-officer", "/closure", whole), StatusCode::CREATED).await;
    assert_eq!(status(post("/objection", json!({ "words": "Look again." }))).await, StatusCode::ACCEPTED);
    let answer = json!({ "answer": "anew", "language": "en", "words": "We look again." });
    let same = status(staff("complaints-officer", "/objection", answer.clone())).await;
    assert_eq!(same, StatusCode::UNPROCESSABLE_ENTITY, "who decided does not look again");
    expect(staff("supervisor", "/objection", answer), StatusCode::CREATED).await;
    assert_eq!(status(post("/feedback", json!({ "answer": "little" }))).await, StatusCode::CREATED);
    assert_eq!(status(post("/feedback", json!({ "answer": "helped" }))).await, StatusCode::CONFLICT);
}

/// She tells why she left: a complaint as any other, with a receipt, once.
pub async fn she_tells_why_she_left(walk: &Walk) {
    let reason = walk.world.code("leaving.toml", "leaving", |row| !row.contains_key("danger"));
    let body = json!({ "language": "en", "left": true, "since": "2026-01-05", "reasons": [reason] });
    let send =
        || walk.http.post(walk.url("/api/v1/leaving-notices")).header("Idempotency-Key", "left").json(&body);
    let filed = expect(send(), StatusCode::CREATED).await;
    assert_eq!(filed, expect(send(), StatusCode::CREATED).await);
    let (reference, code) = (filed["reference"].as_str().unwrap(), filed["code"].as_str().unwrap());
    let days = expect(hers(walk.http.get(at(walk, reference, "/days")), code), StatusCode::OK).await;
    assert!(!days["clocks"].as_array().unwrap().is_empty(), "{days}");
    let empty = walk.http.post(walk.url("/api/v1/leaving-notices")).json(&json!({ "language": "en" }));
    assert_eq!(status(empty).await, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reqwest::Client::builder().cookie_store(true).build().unwrap();
    let advice = page.get(walk.url("/en/left")).send().await.unwrap().text().await.unwrap();
    assert!(advice.contains("does not by itself give a right"), "{advice}");
    assert!(!advice.to_lowercase().contains("you have the right"), "{advice}");
    let form = [("how", "left"), ("since", "5/1/2026"), ("reason", reason.as_str())];
    let shown = page.post(walk.url("/en/left/tell")).form(&form).send().await.unwrap();
    assert_eq!(shown.url().path(), "/en/receipt");
    let shown = shown.text().await.unwrap();
    assert!(shown.contains("does not by itself give a right to stay or to change employer"), "{shown}");
}

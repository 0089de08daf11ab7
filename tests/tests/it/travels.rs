//! One complaint travels, through the JSON API of a started binary: filed in Bengali, read, acknowledged, translated,
//! answered, flagged, decided. And what is refused on the way.

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use crate::server::{Folder, Server, access, token};

const STORY: &str = "ম্যাডাম আমার পাসপোর্ট রেখে দিয়েছে। ছয় মাস বেতন পাই না। ঘর থেকে বের হতে দেয় না।";

/// A governorate that the demonstration's first office serves.
fn governorate(office: &str) -> String {
    let text = std::fs::read_to_string(haqqi_blackbox::root().join("packs/jordan/offices.toml")).unwrap();
    let from = text.find(&format!("code = \"{office}\"")).unwrap();
    let rest = &text[from..];
    let list = &rest[rest.find("governorates = [").unwrap()..];
    list.split('"').nth(1).unwrap().to_owned()
}

#[tokio::test]
async fn one_complaint_travels() {
    let folder = Folder::new();
    let server = Server::start(&folder.0);
    let users = access(&folder.0);
    let http = Client::new();
    let url = |path: &str| format!("{}{path}", server.base);
    let officer = token(&users, "complaints-officer");
    let office = users.iter().find(|u| u["role"] == "complaints-officer").unwrap()["office"]
        .as_str()
        .unwrap()
        .to_owned();
    let body = json!({
        "language": "bn",
        "narrative": STORY,
        "employer": { "governorate": governorate(&office) },
        "answers": { "S.papers": "yes" },
    });

    // She files. The same request again gets the same answer; with other words it is refused.
    let file = |key: &str, body: &Value| {
        http.post(url("/api/v1/complaints")).header("Idempotency-Key", key).json(body).send()
    };
    let filed = file("one", &body).await.unwrap();
    assert_eq!(filed.status(), StatusCode::CREATED);
    let filed: Value = filed.json().await.unwrap();
    let again: Value = file("one", &body).await.unwrap().json().await.unwrap();
    assert_eq!(filed, again);
    let other = json!({ "language": "bn", "narrative": "অন্য কথা" });
    assert_eq!(file("one", &other).await.unwrap().status(), StatusCode::UNPROCESSABLE_ENTITY);
    let reference = filed["reference"].as_str().unwrap();
    let code = filed["code"].as_str().unwrap();
    assert_eq!(code.split(' ').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 4]);
    assert!(reference.starts_with("C-") && filed["acknowledge_by"].as_str() > filed["received_at"].as_str());

    // Who files for another gets another code, which shows received and closed only.
    let clerk = json!({ "language": "en", "narrative": "For a man at the farm.", "filed_by": "embassy" });
    let clerk: Value = file("two", &clerk).await.unwrap().json().await.unwrap();
    assert!(clerk["code"].is_null());
    let seen: Value = http
        .get(url(&format!("/api/v1/complaints/{}", clerk["reference"].as_str().unwrap())))
        .header("Receipt-Code", clerk["filer_receipt"].as_str().unwrap())
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(seen["state"], "received");
    assert!(seen["messages"].is_null() && seen["acknowledge_by"].is_null());

    // She looks: nobody has read it yet. A wrong digit is told; a stranger learns nothing.
    let mine = |code: String| {
        http.get(url(&format!("/api/v1/complaints/{reference}"))).header("Receipt-Code", code).send()
    };
    let view: Value = mine(code.to_owned()).await.unwrap().json().await.unwrap();
    assert_eq!(view["state"], "received");
    let wrong: String = code.chars().rev().collect();
    let status = mine(wrong).await.unwrap().status();
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY || status == StatusCode::NOT_FOUND, "{status}");
    for path in ["/api/v1/flags", "/api/v1/queue", &format!("/api/v1/casework/{reference}"), "/api/v1/me"] {
        assert_eq!(http.get(url(path)).send().await.unwrap().status(), StatusCode::UNAUTHORIZED, "{path}");
        let forged = http.get(url(path)).bearer_auth("hq_0_0").send().await.unwrap();
        assert_eq!(forged.status(), StatusCode::UNAUTHORIZED, "{path}");
    }

    // The officer must open the words before he can acknowledge.
    let acknowledge = || {
        http.post(url(&format!("/api/v1/casework/{reference}/acknowledgement")))
            .bearer_auth(&officer)
            .json(&json!({ "next_step": "call-safely" }))
            .send()
    };
    assert_eq!(acknowledge().await.unwrap().status(), StatusCode::UNPROCESSABLE_ENTITY);
    let get = |path: String, token: String| http.get(url(&path)).bearer_auth(token).send();
    let record: Value =
        get(format!("/api/v1/casework/{reference}"), officer.clone()).await.unwrap().json().await.unwrap();
    assert_eq!(record["texts"][0]["body"], STORY);
    let done = acknowledge().await.unwrap();
    assert_eq!(done.status(), StatusCode::CREATED);
    assert_eq!(done.json::<Value>().await.unwrap()["in_time"], true);
    assert_eq!(acknowledge().await.unwrap().status(), StatusCode::CONFLICT, "only once");

    // An inspector and an administrator see nothing of it; not even that it is there.
    for role in ["inspector", "administrator", "auditor", "analyst"] {
        let answer = get(format!("/api/v1/casework/{reference}"), token(&users, role)).await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{role}");
        let answer = get("/api/v1/flags".to_owned(), token(&users, role)).await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{role}");
    }

    // She sees it and writes back.
    let view: Value = mine(code.to_owned()).await.unwrap().json().await.unwrap();
    assert_eq!(
        (view["state"].as_str(), view["next_step"].as_str()),
        (Some("acknowledged"), Some("call-safely"))
    );
    let wrote = http
        .post(url(&format!("/api/v1/complaints/{reference}/messages")))
        .header("Receipt-Code", code)
        .json(&json!({ "body": "ধন্যবাদ" }))
        .send()
        .await
        .unwrap();
    assert_eq!(wrote.status(), StatusCode::CREATED);

    // The supervisor of that office finds the flag, word by word, and decides: safety first.
    let supervisor =
        users.iter().find(|u| u["role"] == "supervisor" && u["office"] == office.as_str()).unwrap();
    let supervisor = supervisor["token"].as_str().unwrap().to_owned();
    let flags: Value =
        get("/api/v1/flags".to_owned(), supervisor.clone()).await.unwrap().json().await.unwrap();
    let flag = flags.as_array().unwrap().iter().find(|flag| flag["complaint"] == reference).unwrap().clone();
    let flag = flag["reference"].as_str().unwrap();
    let opened: Value =
        get(format!("/api/v1/flags/{flag}"), supervisor.clone()).await.unwrap().json().await.unwrap();
    assert_eq!(
        opened["assessment"]["certain"],
        json!(["retention_of_identity_documents"]),
        "she answered yes"
    );
    let hits = opened["assessment"]["hits"].as_array().unwrap();
    assert!(
        hits.iter().all(|hit| STORY.contains(hit["phrase"].as_str().unwrap())),
        "each hit stands in her words"
    );
    let decide = |what: &str, body: Value| {
        http.post(url(&format!("/api/v1/flags/{flag}/{what}"))).bearer_auth(&supervisor).json(&body).send()
    };
    let dismiss =
        json!({ "decision": "dismiss", "reason": "dismiss-other", "words": "no", "met_alone": true });
    assert_eq!(
        decide("merits", dismiss.clone()).await.unwrap().status(),
        StatusCode::UNPROCESSABLE_ENTITY,
        "safety first"
    );
    let act =
        json!({ "decision": "act", "reason": "act-contact-safely", "words": "Called at the safe hour." });
    assert_eq!(decide("safety", act).await.unwrap().status(), StatusCode::CREATED);
    let proposed: Value = decide("merits", dismiss.clone()).await.unwrap().json().await.unwrap();
    assert_eq!(proposed["state"], "dismissal-proposed", "a second person must agree");
    assert_eq!(
        decide("merits", dismiss).await.unwrap().status(),
        StatusCode::UNPROCESSABLE_ENTITY,
        "not the same person"
    );
    let escalate = json!({ "decision": "escalate", "reason": "escalate-indicators", "words": "Indicators are present." });
    assert_eq!(
        decide("merits", escalate).await.unwrap().json::<Value>().await.unwrap()["state"],
        "escalated"
    );
}

#[tokio::test]
async fn bad_input_gets_a_clear_answer_and_stores_nothing() {
    let folder = Folder::new();
    let server = Server::start(&folder.0);
    let http = Client::new();
    let url = format!("{}/api/v1/complaints", server.base);
    let ok = |narrative: &str| json!({ "language": "en", "narrative": narrative }).to_string();
    let cases = [
        ("{", 400, "half a body"),
        ("[]", 422, "another shape"),
        ("{\"language\": \"en\"}", 422, "no narrative"),
        ("{\"language\": \"en\", \"narrative\": \" \"}", 422, "an empty narrative"),
        ("{\"language\": \"tlh\", \"narrative\": \"x\"}", 422, "an unknown language"),
        ("{\"language\": \"en\", \"narrative\": \"x\", \"kind\": \"nonsense\"}", 422, "an unknown kind"),
        ("{\"language\": \"en\", \"narrative\": \"x\", \"surprise\": 1}", 422, "an unknown field"),
        ("{\"language\": \"en\", \"narrative\": 7}", 422, "a wrong type"),
        ("{\"language\": \"en\", \"narrative\": \"\\ud800\"}", 400, "half a character"),
        (
            "{\"language\": \"en\", \"narrative\": \"x\", \"contact\": {\"channel\": \"email\", \"address\": \"nowhere\"}}",
            422,
            "no address",
        ),
    ];
    for (body, status, what) in cases {
        let answer =
            http.post(&url).header("content-type", "application/json").body(body).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), status, "{what}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json", "{what}");
        let problem: Value = answer.json().await.unwrap();
        assert!(
            problem["title"].is_string() && problem["detail"].is_string() && problem["status"] == status,
            "{what}"
        );
    }
    let long = http
        .post(&url)
        .header("content-type", "application/json")
        .body(ok(&"a".repeat(70_000)))
        .send()
        .await
        .unwrap();
    assert_eq!(long.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let huge = http
        .post(&url)
        .header("content-type", "application/json")
        .body(ok(&"a".repeat(2_000_000)))
        .send()
        .await
        .unwrap();
    assert_eq!(huge.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let form = http.post(&url).form(&[("narrative", "x")]).send().await.unwrap();
    assert_eq!(form.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    // In the person's language.
    let arabic = http
        .post(&url)
        .header("accept-language", "ar")
        .header("content-type", "application/json")
        .body("{")
        .send()
        .await
        .unwrap();
    let problem: Value = arabic.json().await.unwrap();
    assert!(problem["title"].as_str().unwrap().chars().any(|c| ('\u{0600}'..'\u{06ff}').contains(&c)));
    // A form from elsewhere, bytes that are no text, a page in a language that nobody offers.
    let page = format!("{}/bn/complain", server.base);
    let elsewhere = http
        .post(&page)
        .header("origin", "https://evil.example")
        .form(&[("narrative", "x")])
        .send()
        .await
        .unwrap();
    assert_eq!(elsewhere.status(), StatusCode::FORBIDDEN);
    let bytes = http
        .post(&page)
        .header("content-type", "application/x-www-form-urlencoded")
        .body("narrative=%ff%fe")
        .send()
        .await
        .unwrap();
    assert_eq!(bytes.status(), StatusCode::BAD_REQUEST);
    let nobody = http.get(format!("{}/xx/complain", server.base)).send().await.unwrap();
    assert_eq!(nobody.status(), StatusCode::NOT_FOUND);
    // Hostile words are words.
    let hostile = ok("<script>alert(1)</script> '; DROP TABLE complaint; -- \u{202e} {{ 7*7 }}");
    let answer =
        http.post(&url).header("content-type", "application/json").body(hostile).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::CREATED);
}

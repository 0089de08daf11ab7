//! Bad input at the first door: a clear answer, and nothing is stored.

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use crate::server::{Folder, Server};

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
    let long = Client::new()
        .post(&url)
        .header("content-type", "application/json")
        .body(ok(&"a".repeat(70_000)))
        .send()
        .await
        .unwrap();
    assert_eq!(long.status(), StatusCode::PAYLOAD_TOO_LARGE);
    // A body that is cut off takes its connection with it.
    let huge = Client::new()
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

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};

use crate::site::{Answer, TestSite};

async fn with(site: &TestSite, peer: &str, mut request: Request<Body>) -> Answer {
    let peer: SocketAddr = peer.parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(peer));
    site.send(request).await
}

async fn from(site: &TestSite, peer: &str, path: &str) -> Answer {
    with(site, peer, Request::get(path).body(Body::empty()).unwrap()).await
}

/// Sends her words, with the turn that an answer gave her if there is one.
async fn send(site: &TestSite, turn: Option<&Answer>, body: &str) -> Answer {
    let cookie = turn.map_or("", |answer| answer.header("set-cookie").split(';').next().unwrap());
    let request = Request::post("/en/echo")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("cookie", cookie)
        .body(Body::from(body.to_owned()))
        .unwrap();
    with(site, "192.0.2.7:4000", request).await
}

/// The value of an attribute of the waiting form.
fn data<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.text().split(&format!("data-{name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap()
}

#[tokio::test]
async fn a_network_that_asks_too_much_waits_on_workers_pages_and_is_refused_elsewhere() {
    let site = TestSite::with(|settings| settings.requests_per_minute = 3).await;
    for _ in 0..3 {
        assert_eq!(from(&site, "192.0.2.7:1000", "/en/hello").await.status, StatusCode::OK);
    }
    let waits = from(&site, "192.0.2.7:2000", "/en/hello").await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!((waits.header("retry-after"), waits.header("refresh")), ("10", "10"));
    assert!(waits.text().contains("Please wait a moment"), "{}", waits.text());
    assert!(waits.text().contains("href=\"tel:"), "whoever is in danger sees whom to call");
    let refused = from(&site, "192.0.2.7:2000", "/staff/language").await;
    assert_eq!((refused.status, refused.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "60"));
    assert!(refused.text().contains("Too many tries"), "{}", refused.text());
    // Others are not held up by it, nor is the question whether the house lives.
    assert_eq!(from(&site, "192.0.2.8:1000", "/en/hello").await.status, StatusCode::OK);
    assert_eq!(from(&site, "192.0.2.7:3000", "/health/live").await.status, StatusCode::OK);
}

#[tokio::test]
async fn who_waits_keeps_her_words_and_is_let_through_however_much_her_network_sends() {
    let site = TestSite::with(|settings| {
        settings.requests_per_minute = 1;
        settings.limits.wait_seconds = 0;
    })
    .await;
    assert_eq!(send(&site, None, "words=first").await.status, StatusCode::OK);
    let waits = send(&site, None, "words=a+%22b%22+%3Cc%3E&website=robot").await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    let form = waits.text().split("<form").nth(1).unwrap();
    assert!(form.contains("value=\"a &#34;b&#34; &#60;c&#62;\""), "{form}");
    assert!(!form.contains("website"), "the trap is not sent again");
    // Others of the network go on asking; she alone has waited.
    assert_eq!(send(&site, None, "words=robot").await.status, StatusCode::TOO_MANY_REQUESTS);
    let through = send(&site, Some(&waits), "words=hers").await;
    assert_eq!((through.status, through.text()), (StatusCode::OK, "hers"));
    assert_eq!(send(&site, None, "words=robot").await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_little_work_is_as_good_as_waiting_and_a_wrong_answer_is_not() {
    let site = TestSite::with(|settings| {
        settings.requests_per_minute = 1;
        settings.limits.wait_seconds = 3600;
    })
    .await;
    send(&site, None, "words=first").await;
    let waits = send(&site, None, "words=hers").await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    // Her turn has not come.
    assert_eq!(send(&site, Some(&waits), "words=hers").await.status, StatusCode::TOO_MANY_REQUESTS);
    let bits: u32 = data(&waits, "bits").parse().unwrap();
    let salt = data(&waits, "riddle").as_bytes();
    let right = |n: &u32| {
        let mut out = [0u8; 4];
        let rounds = std::num::NonZeroU32::new(1000).unwrap();
        ring::pbkdf2::derive(
            ring::pbkdf2::PBKDF2_HMAC_SHA256,
            rounds,
            salt,
            n.to_string().as_bytes(),
            &mut out,
        );
        u32::from_be_bytes(out).leading_zeros() >= bits
    };
    let answer = (0..).find(right).unwrap();
    let wrong = (0..).find(|n| !right(n)).unwrap();
    let refused = send(&site, Some(&waits), &format!("words=hers&work={wrong}")).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let through = send(&site, Some(&waits), &format!("words=hers&work={answer}")).await;
    assert_eq!((through.status, through.text()), (StatusCode::OK, "hers"));
    // The turn that came by it is good for what follows.
    assert_eq!(send(&site, Some(&through), "words=more").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_program_that_must_wait_gets_a_ticket_and_is_let_through_with_it_once_its_time_has_come() {
    for (wait_seconds, through) in [(0, StatusCode::OK), (3600, StatusCode::TOO_MANY_REQUESTS)] {
        let site = TestSite::with(|settings| {
            settings.requests_per_minute = 1;
            settings.limits.wait_seconds = wait_seconds;
        })
        .await;
        let ask = async |ticket: &str| {
            let request = Request::post("/api/v1/echo").header("wait-ticket", ticket);
            let request = request.header("content-type", "application/json");
            let body = Body::from(r#"{"words":"hers"}"#);
            with(&site, "192.0.2.7:4000", request.body(body).unwrap()).await
        };
        assert_eq!(ask("").await.status, StatusCode::OK);
        let waits = ask("").await;
        assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
        let told: serde_json::Value = serde_json::from_str(waits.text()).unwrap();
        let seconds = told["wait_seconds"].as_u64().unwrap();
        assert_eq!(waits.header("retry-after"), seconds.to_string());
        assert!((1..=3600).contains(&seconds), "{told}");
        for invented in ["", "x", "\u{ff}", &"A".repeat(5000)] {
            assert_eq!(ask(invented).await.status, StatusCode::TOO_MANY_REQUESTS, "{invented}");
        }
        let ticket = told["ticket"].as_str().unwrap();
        assert_eq!(ask(ticket).await.status, through, "{wait_seconds}");
    }
}

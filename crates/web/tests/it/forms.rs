use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::site::TestSite;

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn peoples_words_come_through_as_they_were_written() {
    let site = TestSite::new().await;
    let said = site
        .post(
            "/bn/echo",
            FORM,
            "words=%20%E0%A6%AE%E0%A7%8D%E0%A6%AF%E0%A6%BE+%3Cb%3E%0D%0A%26%00x".replace("%00", ""),
        )
        .await;
    assert_eq!(said.text(), " ম্যা <b>\r\n&x");
    // Directional marks and joiners are words too.
    let said = site.post("/ar/echo", FORM, "words=%E2%80%8F%E2%80%8D%F0%9F%98%A2+").await;
    assert_eq!(said.text(), "\u{200f}\u{200d}😢 ");
}

#[tokio::test]
async fn a_form_says_what_it_is_in_any_case_and_with_parameters() {
    let site = TestSite::new().await;
    for kind in ["Application/X-WWW-Form-Urlencoded", "application/x-www-form-urlencoded; charset=UTF-8"] {
        assert_eq!(site.post("/en/echo", kind, "words=a").await.text(), "a", "{kind}");
    }
    for kind in [
        "text/plain",
        "application/json",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencodedx",
        "",
    ] {
        let answer = site.post("/en/echo", kind, "words=a").await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
    }
}

#[tokio::test]
async fn what_is_not_text_is_refused_in_the_persons_language() {
    let site = TestSite::new().await;
    let bad: [&[u8]; 5] = [b"words=%FF%FE", b"words=\xff", b"words=a%00b", b"words=%ED%A0%80", b"other=a"];
    for body in bad {
        let answer = site.post("/bn/echo", FORM, body.to_vec()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body:?}");
        assert!(answer.text().contains("lang=\"bn\""), "{body:?}");
    }
}

#[tokio::test]
async fn more_than_fits_is_refused_and_says_so() {
    let site = TestSite::new().await;
    let fits = format!("words={}", "a".repeat(1024 * 1024 - 6));
    assert_eq!(site.post("/en/echo", FORM, fits).await.status, StatusCode::OK);
    let more = format!("words={}", "a".repeat(1024 * 1024));
    let answer = site.post("/en/echo", FORM, more).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().contains("Your words are still there"), "{}", answer.text());
}

#[tokio::test]
async fn a_staff_form_needs_the_token_of_its_own_session() {
    let site = TestSite::new().await;
    let token = async |session: &str| {
        site.get_with("/staff/token", "cookie", &format!("session={session}")).await.text().to_owned()
    };
    let send = async |session: &str, token: &str| {
        let request = Request::post("/staff/echo")
            .header(header::CONTENT_TYPE, FORM)
            .header(header::COOKIE, format!("session={session}; language=en"))
            .body(Body::from(format!("words=a&token={token}")))
            .unwrap();
        site.send(request).await
    };
    let mine = token("one").await;
    assert!(mine.len() >= 22, "{mine}");
    assert_eq!(send("one", &mine).await.status, StatusCode::OK);
    for forged in ["", "x", &token("two").await, &mine.to_lowercase()] {
        let answer = send("one", forged).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{forged}");
        assert!(answer.text().contains("Nothing was saved"), "{}", answer.text());
    }
    assert_eq!(send("two", &mine).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn json_is_json_and_its_keys_are_known() {
    let site = TestSite::new().await;
    let json = "application/json";
    assert_eq!(site.post("/api/v1/echo", json, r#"{"words":"a"}"#).await.text(), "a");
    let cases = [
        (json, r#"{"words":"#, StatusCode::BAD_REQUEST),
        (json, r#"{"words":1}"#, StatusCode::UNPROCESSABLE_ENTITY),
        (json, r#"{"words":"a","more":1}"#, StatusCode::UNPROCESSABLE_ENTITY),
        (FORM, "words=a", StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ];
    for (kind, body, status) in cases {
        let answer = site.post("/api/v1/echo", kind, body).await;
        assert_eq!(answer.status, status, "{body}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{body}");
    }
}

/// A staff form as the browser of somebody signed in sends it.
async fn sent(site: &TestSite, path: &str, session: &str, once: &str, words: &str) -> crate::site::Answer {
    let token = site.get_with("/staff/token", "cookie", &format!("session={session}")).await;
    let body = format!("token={}&once={once}&words={words}", token.text());
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, FORM)
        .header(header::COOKIE, format!("session={session}"));
    site.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_staff_form_sent_twice_is_taken_once() {
    let site = TestSite::new().await;
    let once = "0123456789abcdef0123456789abcdef";
    let first = sent(&site, "/staff/make", "one", once, "hello").await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let made = first.header("location").to_owned();
    // Both at the same time, as a double click sends them, and once more after the back button.
    let (second, third) = tokio::join!(
        sent(&site, "/staff/make", "one", once, "hello"),
        sent(&site, "/staff/make", "one", once, "hello"),
    );
    for again in [second, third] {
        assert_eq!((again.status, again.header("location")), (StatusCode::SEE_OTHER, made.as_str()));
    }
    // Other words, another form, another person: each is taken.
    for (session, once, words) in [
        ("one", once, "hello+again"),
        ("one", "1123456789abcdef0123456789abcdef", "hello"),
        ("two", once, "hello"),
    ] {
        assert_ne!(sent(&site, "/staff/make", session, once, words).await.header("location"), made);
    }
}

#[tokio::test]
async fn two_clicks_at_once_are_one() {
    let site = TestSite::new().await;
    let once = "2123456789abcdef0123456789abcdef";
    let (one, other) = tokio::join!(
        sent(&site, "/staff/make", "one", once, "hello"),
        sent(&site, "/staff/make", "one", once, "hello"),
    );
    assert_eq!(one.status, StatusCode::SEE_OTHER);
    assert_eq!(one.header("location"), other.header("location"));
}

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::site::TestSite;

fn asset(html: &str, name: &str) -> String {
    let end = html.find(name).unwrap() + name.len();
    let start = html[..end].rfind("/static/").unwrap();
    html[start..end].to_owned()
}

#[tokio::test]
async fn every_answer_is_guarded_and_kept_by_nobody() {
    let site = TestSite::new().await;
    for path in ["/en/hello", "/en/nowhere", "/staff/panics", "/api/v1/nowhere", "/en/patterns"] {
        let answer = site.get(path).await;
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(policy.split("; ").any(|found| found == part), "{path}: {part} in {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("geolocation=()"), "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path}: not over plain HTTP");
    }
}

#[tokio::test]
async fn over_tls_browsers_are_told_to_stay_there() {
    let site = TestSite::with(|settings| settings.base_url = "https://haqqi.example".to_owned()).await;
    assert!(site.get("/en/hello").await.header("strict-transport-security").starts_with("max-age="));
    let kept = site.get("/staff/language?lang=ar").await;
    assert!(kept.header("set-cookie").contains("; Secure"), "{}", kept.header("set-cookie"));
}

#[tokio::test]
async fn static_files_may_be_kept_forever_and_only_under_their_own_digest() {
    let site = TestSite::new().await;
    let page = site.get("/en/patterns").await;
    for name in ["haqqi.css", "haqqi.js", "icons.svg"] {
        let path = asset(page.text(), name);
        let answer = site.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        let other = format!("/static/000000000000/{name}");
        assert_eq!(site.get(&other).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(site.get("/static/000000000000/..%2fCargo.toml").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_shell_of_the_first_page_is_light() {
    let site = TestSite::new().await;
    // A problem page is the shell and a few words.
    let page = site.get_with("/bn/nowhere", "accept-encoding", "gzip").await;
    let html = site.get("/bn/nowhere").await;
    let mut total = page.bytes.len();
    for name in ["haqqi.css", "haqqi.js", "icons.svg"] {
        let file = site.get_with(&asset(html.text(), name), "accept-encoding", "gzip").await;
        assert_eq!(file.header("content-encoding"), "gzip", "{name}");
        println!("{name}: {} bytes compressed", file.bytes.len());
        total += file.bytes.len();
    }
    println!("in all: {total} bytes compressed");
    assert!(total < 20_000, "{total} bytes: the first page may weigh 30 kB with its own words");
}

#[tokio::test]
async fn a_page_needs_nothing_inline_and_nothing_from_elsewhere() {
    let site = TestSite::new().await;
    for path in ["/ar/patterns", "/staff/patterns"] {
        let page = site.get(path).await;
        let html = page.text();
        for inline in ["style=\"", "<style", " onclick=", " onload=", "javascript:"] {
            assert!(!html.contains(inline), "{path} has {inline}");
        }
        for piece in html.split("src=\"").skip(1) {
            assert!(piece.starts_with("/static/"), "{path}: {}", &piece[..40]);
        }
    }
}

#[tokio::test]
async fn what_changes_something_must_come_from_here() {
    let site = TestSite::new().await;
    let from = async |name: &str, value: &str| {
        let request = Request::post("/en/echo")
            .header("host", "haqqi.example")
            .header("content-type", "application/x-www-form-urlencoded")
            .header(name, value)
            .body(Body::from("words=hello"))
            .unwrap();
        site.send(request).await.status
    };
    assert_eq!(from("sec-fetch-site", "same-origin").await, StatusCode::OK);
    assert_eq!(from("sec-fetch-site", "none").await, StatusCode::OK);
    assert_eq!(from("sec-fetch-site", "cross-site").await, StatusCode::FORBIDDEN);
    assert_eq!(from("sec-fetch-site", "same-site").await, StatusCode::FORBIDDEN);
    assert_eq!(from("origin", "http://haqqi.example").await, StatusCode::OK);
    // Browsers say so from pages without a referrer, as ours are.
    assert_eq!(from("origin", "null").await, StatusCode::OK);
    assert_eq!(from("origin", "http://elsewhere.example").await, StatusCode::FORBIDDEN);
    assert_eq!(from("origin", "http://haqqi.example.elsewhere.example").await, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_language_asked_for_stays_and_keeps_the_page() {
    let site = TestSite::new().await;
    let asked = site.get("/staff/language?lang=ar").await;
    assert_eq!(asked.text(), "ar");
    let cookie = asked.header("set-cookie");
    assert!(cookie.starts_with("language=ar;") && cookie.contains("HttpOnly"), "{cookie}");
    assert_eq!(site.get_with("/staff/language", "cookie", "language=ar").await.text(), "ar");
    assert_eq!(site.get_with("/staff/language", "cookie", "language=en").await.text(), "en");
    assert_eq!(site.get("/staff/language?lang=xx").await.header("set-cookie"), "");
    let page = site.get("/staff/patterns?state=open&lang=en&office=one").await;
    assert!(
        page.text().contains("href=\"/staff/patterns?state=open&#38;office=one&#38;lang=ar\""),
        "{}",
        page.text()
    );
    assert!(site.get("/en/patterns").await.text().contains("href=\"/bn/patterns\""));
}

#[tokio::test]
async fn patterns_are_for_the_demonstration_only() {
    let site = TestSite::with(|settings| settings.demo = false).await;
    assert_eq!(site.get("/patterns").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/en/patterns").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/staff/patterns").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn health_speaks_for_itself() {
    let site = TestSite::new().await;
    assert_eq!(site.get("/health/live").await.text(), "live\n");
    let ready = site.get("/health/ready").await;
    assert_eq!((ready.status, ready.text()), (StatusCode::SERVICE_UNAVAILABLE, "not ready\n"));
}

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::site::TestSite;

#[tokio::test]
async fn what_is_not_there_is_said_in_each_language() {
    let site = TestSite::new().await;
    for (tag, dir, title) in [
        ("ar", "rtl", site.site.languages.for_worker("ar").unwrap().text("common-problem-not-found-title")),
        ("en", "ltr", "This page is not here".to_owned()),
        ("bn", "ltr", site.site.languages.for_worker("bn").unwrap().text("common-problem-not-found-title")),
    ] {
        let answer = site.get(&format!("/{tag}/nowhere")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.text().contains(&format!("<html lang=\"{tag}\" dir=\"{dir}\">")), "{tag}");
        assert!(answer.text().contains(&title), "{tag}: {title}");
        assert!(answer.text().contains("href=\"tel:"), "{tag}: a number to call");
        assert!(answer.text().contains("data-exit"), "{tag}: a way out");
        assert!(answer.text().contains(&format!("href=\"/{tag}/\"")), "{tag}: a way on");
    }
}

#[tokio::test]
async fn a_language_that_is_not_offered_offers_those_that_are() {
    let site = TestSite::new().await;
    for path in ["/xx/hello", "/hi/", "/nowhere"] {
        let answer = site.get_with(path, "accept-language", "bn-BD,bn;q=0.9,en;q=0.5").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        let page = answer.text();
        assert!(page.contains("<html lang=\"bn\""), "{path}");
        let main = page.split("<main").nth(1).unwrap();
        for tag in ["ar", "en", "bn"] {
            assert!(main.contains(&format!("href=\"/{tag}/\" hreflang=\"{tag}\"")), "{path}: {tag}");
        }
    }
}

#[tokio::test]
async fn a_program_gets_a_document() {
    let site = TestSite::new().await;
    let answer = site.get("/api/v1/nowhere").await;
    assert_eq!(answer.header("content-type"), "application/problem+json");
    for part in
        ["\"status\":404", "\"title\":\"This page is not here\"", "\"type\":\"urn:haqqi:problem:not-found\""]
    {
        assert!(answer.text().contains(part), "{part} in {}", answer.text());
    }
    assert!(!answer.text().contains('\u{2068}'), "no isolation marks for programs");
    let fields = site.get_with("/api/v1/fields", "accept-language", "bn").await;
    assert_eq!(fields.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(fields.text().contains("\"field\":\"words\""), "{}", fields.text());
    assert!(fields.text().contains("common-error-required"), "{}", fields.text());
}

#[tokio::test]
async fn a_page_names_the_fields_too() {
    let site = TestSite::new().await;
    assert!(site.get("/en/fields").await.text().contains("<li>Please answer this question.</li>"));
}

#[tokio::test]
async fn another_method_is_told_which_ones_there_are() {
    let site = TestSite::new().await;
    let answer = site.get("/en/echo").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header("allow"), "POST");
    assert!(answer.text().contains("This page cannot be opened like that"), "{}", answer.text());
}

#[tokio::test]
async fn a_panic_tells_the_person_and_not_the_cause() {
    let site = TestSite::new().await;
    let answer = site.get("/staff/panics?lang=en").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.text().contains("Something went wrong with us"), "{}", answer.text());
    assert!(!answer.text().contains("a handler of this test"));
}

#[tokio::test]
async fn what_the_server_itself_refuses_is_a_page_too() {
    let site = TestSite::new().await;
    let answer = site.get("/staff/paged?page=many&lang=en").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text().contains("We could not read what was sent"), "{}", answer.text());
    assert!(!answer.text().contains("deserialize"), "{}", answer.text());
}

#[tokio::test]
async fn a_problem_on_the_staffs_side_speaks_their_language() {
    let site = TestSite::new().await;
    for (lang, dir) in [("ar", "rtl"), ("en", "ltr")] {
        let request = Request::get("/staff/nowhere").header("cookie", format!("language={lang}"));
        let answer = site.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.text().contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\">")), "{lang}");
        assert!(answer.text().contains("class=\"desk\""), "{lang}");
    }
}

//! Her pages: danger first, what can stay secret before the choice, drafts that say so, nothing lost by a fault.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use haqqi_complaints::pages;
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::world::World;

async fn sqlite(pack: &str) -> World {
    World::in_pack(haqqi_testing::sqlite().await, pack)
}

async fn send(world: &World, request: Request<Body>) -> Response {
    haqqi_web::shell(pages(world.desk.clone()), &world.desk.site).oneshot(request).await.unwrap()
}

async fn get(world: &World, path: &str) -> String {
    let response = send(world, Request::get(path).body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    text(response).await
}

async fn post(world: &World, path: &str, form: &[(&str, &str)]) -> Response {
    let body = serde_html_form::to_string(form).unwrap();
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    send(world, request).await
}

async fn text(response: Response) -> String {
    String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

#[tokio::test]
async fn every_language_shows_whom_to_call_before_it_asks_and_takes_one_tap() {
    let world = sqlite("jordan").await;
    for language in world.desk.site.languages.worker() {
        let tag = language.tag();
        let page = get(&world, &format!("/{tag}/danger")).await;
        let (call, form) = (page.find("tel:911").unwrap(), page.find("<form").unwrap());
        assert!(call < form, "{tag}");
        let told = post(
            &world,
            &format!("/{tag}/danger"),
            &[("key", "0123456789abcdef0123456789abcdef"), ("language", tag)],
        )
        .await;
        assert_eq!(told.status(), StatusCode::SEE_OTHER, "{tag}");
        let first = get(&world, &format!("/{tag}/")).await;
        assert!(
            first.find("data-test=\"danger\"").unwrap() < first.find("data-test=\"complain\"").unwrap(),
            "{tag}"
        );
        assert!(first.contains("data-test=\"draft\""), "{tag}: nobody has checked these words");
    }
}

#[tokio::test]
async fn a_checked_language_says_nothing_of_drafts_and_offers_no_call() {
    let world = sqlite("example").await;
    let form = [("step", "1"), ("go", "next"), ("narrative", "Not paid.")];
    for (tag, draft) in [("en", false), ("bn", true)] {
        let first = get(&world, &format!("/{tag}/")).await;
        assert_eq!(first.contains("data-test=\"draft\""), draft, "{tag}");
        let second = text(post(&world, &format!("/{tag}/complain"), &form).await).await;
        assert_eq!(second.contains("data-test=\"offer\""), draft, "{tag}");
    }
}

#[tokio::test]
async fn what_can_stay_secret_stands_before_the_choice_and_follows_the_kind() {
    let world = sqlite("jordan").await;
    let mut seen = Vec::new();
    for kind in ["wages-unpaid", "documents-held", "dismissal-open", ""] {
        let form = [("step", "1"), ("go", "next"), ("narrative", "It happened."), ("kind", kind)];
        let page = text(post(&world, "/en/complain", &form).await).await;
        let (can, choice) =
            (page.find("data-test=\"can\"").unwrap(), page.find("name=\"confidentiality\"").unwrap());
        assert!(can < choice, "{kind}");
        seen.push(page[can..choice].to_owned());
        assert_eq!(page.contains("claim-month-1"), kind == "wages-unpaid", "{kind}");
    }
    assert!(seen[0].contains("whole workplace") && seen[1].contains("begin without naming"));
    assert!(seen[2].contains("about you alone") && seen[3].contains("begin without naming"));
}

#[tokio::test]
async fn months_are_added_without_script_in_any_digits_and_a_fault_keeps_every_row() {
    let world = sqlite("jordan").await;
    let rows = [
        ("step", "2"),
        ("narrative", "বেতন পাই না।"),
        ("kind", "wages-unpaid"),
        ("claim-month-1", "2026-10"),
        ("claim-agreed-1", "২৮০"),
        ("claim-paid-1", "০"),
    ];
    let with = |more: &[(&'static str, &'static str)]| [&rows[..], more].concat();
    let more = text(post(&world, "/bn/complain", &with(&[("go", "more")])).await).await;
    assert!(more.contains("claim-month-2") && more.contains("value=\"২৮০\""), "{more}");
    let wrong = post(
        &world,
        "/bn/complain",
        &with(&[("go", "next"), ("claim-month-2", "2026-09"), ("claim-agreed-2", "দুইশ")]),
    )
    .await;
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = text(wrong).await;
    assert!(
        wrong.contains("value=\"দুইশ\"")
            && wrong.contains("value=\"২৮০\"")
            && wrong.contains("href=\"#claim-agreed-2\"")
    );
    let over =
        text(post(&world, "/bn/complain", &[&with(&[("go", "next")])[1..], &[("step", "4")]].concat()).await)
            .await;
    assert!(over.contains("২৮০"), "the sum is shown back in her digits: {over}");
}

#[tokio::test]
async fn a_call_asked_for_in_the_middle_of_a_complaint_loses_nothing_of_it() {
    let world = sqlite("jordan").await;
    let told =
        [("step", "3"), ("narrative", "ቁልፍ ተቆልፎብኛል።"), ("employer_name", "Villa"), ("answer-S.leave", "yes")];
    let asked = text(post(&world, "/am/call-me", &[&told[..], &[("about", "danger")]].concat()).await).await;
    assert!(asked.contains("ቁልፍ ተቆልፎብኛል።") && asked.contains("name=\"answer-S.leave\""), "{asked}");
    let call =
        [("about", "danger"), ("call_key", "0123456789abcdef0123456789abcdef"), ("number", "0791234567")];
    let refused = post(&world, "/am/call-me", &[&told[..], &call].concat()).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "only a phone of hers alone");
    let done = post(&world, "/am/call-me", &[&told[..], &call, &[("alone", "yes")]].concat()).await;
    assert_eq!(done.status(), StatusCode::OK);
    let done = text(done).await;
    assert!(done.contains("data-test=\"called-by\"") && done.contains("data-test=\"go-on\""), "{done}");
    assert!(done.contains("ቁልፍ ተቆልፎብኛል።") && done.contains("name=\"step\" value=\"3\""), "{done}");
}

#[tokio::test]
async fn after_filing_no_title_tells_what_this_is() {
    let world = sqlite("jordan").await;
    for path in ["/en/return", "/en/danger", "/en/call-me"] {
        let page = get(&world, path).await;
        let title = page.split("<title>").nth(1).unwrap().split('<').next().unwrap();
        assert_eq!(title, "Note", "{path}");
    }
}

#[tokio::test]
async fn a_text_that_is_too_long_is_given_back() {
    let world = sqlite("jordan").await;
    let long = "a long story ".repeat(6_000);
    let form = [("step", "1"), ("go", "next"), ("narrative", long.as_str())];
    let refused = post(&world, "/en/complain", &form).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(refused).await.contains(&long));
    let longer = "a longer story ".repeat(100_000);
    let form = [("step", "1"), ("go", "next"), ("narrative", longer.as_str())];
    let refused = post(&world, "/en/complain", &form).await;
    assert_eq!(refused.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text(refused).await.contains(longer.trim()), "more than the door takes: her words come back");
}

#[tokio::test]
async fn every_kind_has_a_picture_that_is_there() {
    for pack in ["jordan", "example"] {
        let world = sqlite(pack).await;
        let page = get(&world, "/en/complain").await;
        let sprite = page.split("/static/").find(|rest| rest.contains("icons.svg#")).unwrap();
        let sprite = get(&world, &format!("/static/{}", sprite.split('#').next().unwrap())).await;
        for kind in world.desk.site.pack.kinds_on_page() {
            assert!(
                sprite.contains(&format!("id=\"{}\"", kind.icon)),
                "{pack}: {} has no picture",
                kind.code
            );
        }
    }
}

#[tokio::test]
async fn a_photograph_names_nobody_and_an_ended_code_is_shown_no_more() {
    let world = sqlite("jordan").await;
    let told = [("key", "0123456789abcdef0123456789abcdef"), ("language", "en")];
    let filed = post(&world, "/en/danger", &told).await;
    let cookies = filed.headers().get_all(header::SET_COOKIE).iter();
    let cookies: Vec<_> = cookies.filter_map(|one| one.to_str().ok()?.split(';').next()).collect();
    let cookies = cookies.join("; ");
    let look = |path: &'static str| {
        let request = Request::get(path).header(header::COOKIE, &cookies);
        send(&world, request.body(Body::empty()).unwrap())
    };
    let photo = look("/en/receipt/photo").await;
    assert_eq!(photo.status(), StatusCode::OK);
    let photo = text(photo).await;
    let page = photo.split("<body>").nth(1).unwrap();
    for telling in ["Haqqi", "tel:", "complaint", "danger"] {
        assert!(!page.to_lowercase().contains(&telling.to_lowercase()), "{telling}: {page}");
    }
    assert!(page.contains("data-exit"), "the way out stays");

    let house = &world.test.house;
    let sql = sea_orm::Statement::from_string(house.db().backend(), "SELECT id FROM complaint");
    let row = sea_orm::ConnectionTrait::query_one_raw(house.reader(), sql).await.unwrap().unwrap();
    let mut unit = house.unit(haqqi_kernel::Actor::System);
    haqqi_complaints::renew_worker_code(&mut unit, row.try_get("", "id").unwrap(), "person");
    unit.commit().await.unwrap();
    for path in ["/en/receipt", "/en/receipt/photo", "/en/receipt/print", "/en/receipt/words"] {
        assert_eq!(look(path).await.status(), StatusCode::GONE, "{path}");
    }
}

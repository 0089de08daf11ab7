//! The pages: what the preview shows is, byte for byte, what the agency's page shows.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use haqqi_kernel::Role;
use haqqi_referral::{hand_overs, record_consent};
use haqqi_screening::Level;
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::world::{EMPLOYER, PURPOSE, UNIT, World, agency, yes};

async fn ask(router: &Router, cookie: &str, request: Request<Body>) -> (StatusCode, String, String) {
    let (mut parts, body) = request.into_parts();
    parts.headers.insert(header::COOKIE, format!("session={cookie}").parse().unwrap());
    let answer = router.clone().oneshot(Request::from_parts(parts, body)).await.unwrap();
    let status = answer.status();
    let to = answer.headers().get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(bytes.to_vec()).unwrap(), to)
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

fn post(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let encode = |text: &str| -> String {
        text.bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect()
    };
    let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body.join("&")))
        .unwrap()
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap_or_else(|| panic!("{from} is not in the page"));
    let rest = &text[start..];
    let end = rest.find(to).expect("it ends");
    &rest[..end + to.len()]
}

fn value<'a>(page: &'a str, name: &str) -> &'a str {
    let start = format!("name=\"{name}\" value=\"");
    let at = page.find(&start).unwrap_or_else(|| panic!("{name} is not in the form")) + start.len();
    let rest = &page[at..];
    &rest[..rest.find('"').unwrap()]
}

#[tokio::test]
async fn the_preview_is_byte_for_byte_what_the_agency_sees() {
    for world in World::all().await {
        let on = world.test.on;
        let (us, mine) = world.hire("coordinator", Role::ReferralCoordinator, None).await;
        let (_, theirs) = world.hire("unit", Role::AgencyUser, Some(UNIT)).await;
        let (_, others) = world.hire("aid", Role::AgencyUser, Some("tamkeen")).await;
        let (_, nosy) = world.hire("auditor", Role::Auditor, None).await;
        let router = haqqi_web::shell(haqqi_referral::pages(world.desk.clone()), &world.desk.site);
        let case = world.case(Level::Strong, "adult").await;
        world.met(&us, case).await;
        record_consent(&world.desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap();

        for path in ["/staff/referrals".to_owned(), format!("/staff/referrals/{case}")] {
            let (status, page, _) = ask(&router, &mine, get(&path)).await;
            assert_eq!(status, StatusCode::OK, "{on} {path}");
            assert_eq!(page.matches("<h1").count(), 1, "{on} {path}");
            let (status, ..) = ask(&router, &nosy, get(&path)).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{on} {path}");
        }
        for path in ["consent", "ground", "hand-over"] {
            let (status, page, _) =
                ask(&router, &mine, get(&format!("/staff/referrals/{case}/{path}"))).await;
            assert_eq!((status, page.matches("<h1").count()), (StatusCode::OK, 1), "{on} {path}");
        }

        let compose = format!("/staff/referrals/{case}/hand-over");
        let (_, page, _) = ask(&router, &mine, get(&compose)).await;
        let token = value(&page, "token").to_owned();
        // Nothing ticked: refused, with what was written kept.
        let message = "Please <b>quietly</b> & on a Friday.\r\nThank you.";
        let bare = post(&compose, &[("token", &token), ("basis", "consent-1"), ("message", message)]);
        let (status, page, _) = ask(&router, &mine, bare).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(page.contains("role=\"alert\"") && page.contains("on a Friday."), "{on}");

        let fields = [
            ("token", token.as_str()),
            ("basis", "consent-1"),
            ("share", "language"),
            ("share", "reach"),
            ("message", message),
        ];
        let (status, preview, _) = ask(&router, &mine, post(&compose, &fields)).await;
        assert_eq!(status, StatusCode::OK, "{on}");
        let shown = between(&preview, "<section class=\"panel\" data-test=\"content\">", "</section>");
        assert!(
            shown.contains("Friday mornings") && !shown.contains(EMPLOYER) && !shown.contains("<b>"),
            "{on}"
        );
        assert!(hand_overs(&world.desk, &agency(UNIT), true, None, 10).await.unwrap().0.is_empty(), "{on}");

        let (seen, key) = (value(&preview, "seen").to_owned(), value(&preview, "key").to_owned());
        let mut all = fields.to_vec();
        all.extend([("seen", seen.as_str()), ("key", key.as_str())]);
        for _ in 0..2 {
            let (status, _, to) = ask(&router, &mine, post(&format!("{compose}/send"), &all)).await;
            assert_eq!((status, to), (StatusCode::SEE_OTHER, format!("/staff/referrals/{case}")), "{on}");
        }
        let sent = hand_overs(&world.desk, &agency(UNIT), true, None, 10).await.unwrap().0;
        assert_eq!(sent.len(), 1, "{on}: posted twice, sent once");

        let path = format!("/staff/hand-overs/{}", sent[0].reference);
        let (status, page, _) = ask(&router, &theirs, get(&path)).await;
        assert_eq!((status, page.matches("<h1").count()), (StatusCode::OK, 1), "{on}");
        assert_eq!(
            between(&page, "<section class=\"panel\" data-test=\"content\">", "</section>"),
            shown,
            "{on}"
        );
        assert!(!page.contains(&case.to_string()) && !page.contains("Amina"), "{on}");
        assert_eq!(ask(&router, &others, get(&path)).await.0, StatusCode::NOT_FOUND, "{on}");
        assert_eq!(ask(&router, &nosy, get(&path)).await.0, StatusCode::NOT_FOUND, "{on}");
        let (status, _, to) = ask(&router, &mine, get(&path)).await;
        assert_eq!((status, to), (StatusCode::SEE_OTHER, format!("/staff/referrals/{case}")), "{on}");

        // The answer, with what is missing told beside its field.
        let token = value(&page, "token").to_owned();
        let answer = format!("{path}/answer");
        let half = post(&answer, &[("token", &token), ("answer", "accept"), ("words", "Friday it is.")]);
        let (status, page, _) = ask(&router, &theirs, half).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(page.contains("Friday it is."), "{on}: kept");
        let whole =
            [("token", token.as_str()), ("answer", "accept"), ("words", "Friday."), ("contact", "Desk 4")];
        assert_eq!(ask(&router, &theirs, post(&answer, &whole)).await.0, StatusCode::SEE_OTHER, "{on}");
        let (_, page, _) = ask(&router, &mine, get(&format!("/staff/referrals/{case}"))).await;
        assert!(page.contains("Desk 4"), "{on}: the answer comes back");
        let (status, ..) = ask(&router, &mine, get("/staff/referrals/register")).await;
        assert_eq!(status, StatusCode::OK, "{on}");
    }
}

#[tokio::test]
async fn strangers_learn_nothing() {
    for world in World::all().await {
        let (api, _) = haqqi_referral::api(world.desk.clone()).split_for_parts();
        let router = haqqi_web::shell(api.merge(haqqi_referral::pages(world.desk.clone())), &world.desk.site);
        for path in ["/api/v1/referrals", "/api/v1/hand-overs", "/api/v1/approvals", "/api/v1/transfers"] {
            let answer = router.clone().oneshot(get(path)).await.unwrap();
            assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{path}");
        }
        let answer = router.clone().oneshot(get("/staff/referrals")).await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "to the sign-in");
    }
}

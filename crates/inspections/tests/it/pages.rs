//! The pages and endpoints: the same sheet for every visit, and no door for an inspector to what was asked.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use haqqi_accounts::{SignIn, code_at, sign_in};
use haqqi_inspections::open;
use haqqi_kernel::Actor;
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::world::{PASSWORD, Person, World, world};

struct Door {
    router: Router,
}

impl Door {
    fn of(world: &World) -> Self {
        let (api, _) = haqqi_inspections::api(world.desk.clone()).split_for_parts();
        let rooms = api.merge(haqqi_inspections::pages(world.desk.clone()));
        Self { router: haqqi_web::shell(rooms, &world.desk.site) }
    }

    async fn ask(&self, request: Request<Body>) -> (StatusCode, String) {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    async fn page(&self, cookie: &str, path: &str) -> (StatusCode, String) {
        let request = Request::get(path).header(header::COOKIE, cookie).header("Accept-Language", "en");
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    async fn api(&self, person: &Person, method: &str, path: &str, body: &str) -> (StatusCode, String) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", person.token))
            .header(header::CONTENT_TYPE, "application/json");
        self.ask(request.body(Body::from(body.to_owned())).unwrap()).await
    }
}

async fn session(world: &World, person: &Person) -> String {
    let house = &world.desk.site.house;
    let attempt = SignIn {
        name: person.sign_in.clone(),
        password: PASSWORD.to_owned(),
        code: code_at(&person.totp, house.now().timestamp()).unwrap(),
    };
    let session = sign_in(house, haqqi_web::Network(0), attempt).await.unwrap();
    format!("session={}", session.cookie)
}

/// A page without what differs by right: references, names, times, codes of sections in words.
fn shape(html: &str) -> String {
    let mut shape = String::new();
    let mut in_tag = false;
    for character in html.chars() {
        match character {
            '<' => {
                in_tag = true;
                shape.push('<');
            }
            '>' => {
                in_tag = false;
                shape.push('>');
            }
            other if in_tag => shape.push(other),
            _ => {}
        }
    }
    shape
}

#[tokio::test]
async fn the_sheet_of_a_requested_visit_is_that_of_a_routine_visit() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let (_, reference) = world.ask(world.places[0], &["documents", "free-movement"], &["dogs"]).await;
        let door = Door::of(&world);
        let mut shapes = Vec::new();
        let mut lists = Vec::new();
        for visit in world.made(&[reference]).await {
            let inspector = world.inspector_of(visit).await.clone();
            let cookie = session(&world, &inspector).await;
            test.clock.advance(chrono::TimeDelta::seconds(31));
            let requested =
                open(&world.desk, &Actor::System, visit).await.unwrap().row.establishment == world.places[0];
            for rest in ["", "/record"] {
                let (status, html) = door.page(&cookie, &format!("/field/visits/{visit}{rest}")).await;
                assert_eq!(status, StatusCode::OK, "{}", test.on);
                assert_eq!(html.matches("<h1").count(), 1);
                assert!(!html.contains(&reference.to_string()));
                // The form names articles of the law, one of which speaks of complaining; the sheet names none.
                for word in ["request", "complain", "source", "batch"].iter().filter(|_| rest.is_empty()) {
                    assert!(!html.to_lowercase().contains(word), "the sheet says {word}");
                }
                let mut neutral = html.replace(&visit.to_string(), "V").replace(&inspector.sign_in, "who");
                // Each session has a token of its own, and each form a key.
                for marker in ["name=\"token\" value=\"", "name=\"once\" value=\""] {
                    if let Some(at) = neutral.find(marker) {
                        let token = neutral[at + marker.len()..].split('"').next().unwrap().to_owned();
                        neutral = neutral.replace(&token, "T");
                    }
                }
                shapes.push((rest, requested, shape(&neutral)));
            }
            let (status, list) = door.page(&cookie, "/field/visits").await;
            assert_eq!(status, StatusCode::OK);
            lists.push(list);
        }
        for rest in ["", "/record"] {
            let of = |wanted: bool| {
                shapes
                    .iter()
                    .filter(|(which, requested, _)| *which == rest && *requested == wanted)
                    .map(|(_, _, shape)| shape)
                    .collect::<Vec<_>>()
            };
            assert_eq!(of(true).len(), 1);
            // The sheet of the routine visit of the same trade is the same to the last letter. The form begins with
            // other sections, so there its letters are compared whatever their order.
            let letters = |shape: &str| {
                let mut letters: Vec<char> = shape.chars().collect();
                if !rest.is_empty() {
                    letters.sort_unstable();
                }
                letters
            };
            let requested = letters(of(true)[0]);
            assert!(of(false).into_iter().any(|routine| letters(routine) == requested), "{} {rest}", test.on);
        }
        assert!(lists.iter().all(|list| !list.contains(&reference.to_string())));
    }
}

#[tokio::test]
async fn an_inspector_finds_no_pool_no_request_and_no_colleagues_visit() {
    for test in haqqi_testing::houses().await {
        let world = world(&test).await;
        let (_, reference) = world.ask(world.places[0], &["wages"], &[]).await;
        let made = world.made(&[reference]).await;
        let door = Door::of(&world);
        let inspector = world.inspector_of(made[0]).await.clone();
        let other = world.inspectors.iter().find(|person| person.id != inspector.id).unwrap();
        for path in [
            "/api/v1/visit-requests".to_owned(),
            format!("/api/v1/visit-requests/{reference}"),
            format!("/api/v1/visits/{reference}"),
        ] {
            let (status, _) = door.api(&inspector, "GET", &path, "").await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{} {path}", test.on);
        }
        let batch = r#"{"office":"zarqa","day":"2026-11-26","opens":"09:00","closes":"15:00"}"#;
        let (status, _) = door.api(&inspector, "POST", "/api/v1/visits", batch).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        let (status, body) = door.api(&world.planner, "POST", "/api/v1/visits", batch).await;
        assert_eq!(status, StatusCode::CREATED, "{body}");
        let (status, _) = door.api(other, "GET", &format!("/api/v1/visits/{}", made[0]), "").await;
        let own = open(&world.desk, &other.actor, made[0]).await.is_ok();
        assert_eq!(status == StatusCode::OK, own, "a colleague's visit answers as not found");
        let (status, body) = door.api(&inspector, "GET", "/api/v1/visits", "").await;
        assert_eq!(status, StatusCode::OK);
        assert!(body.contains(&made[0].to_string()) && !body.contains(&reference.to_string()));
        let cookie = session(&world, &inspector).await;
        for path in ["/staff/visits".to_owned(), format!("/staff/visits/{reference}")] {
            let (status, _) = door.page(&cookie, &path).await;
            assert!(status == StatusCode::NOT_FOUND || status == StatusCode::SEE_OTHER, "{path} {status}");
        }
        let cookie = session(&world, &world.planner).await;
        for path in ["/staff/visits".to_owned(), format!("/staff/visits/{}", made[0])] {
            let (status, html) = door.page(&cookie, &path).await;
            assert_eq!((status, html.matches("<h1").count()), (StatusCode::OK, 1), "{path}");
        }
        let wrong = r#"{"record":{"items":{"papers-with-worker":{"answer":"no","residence":"none"}}}}"#;
        let path = format!("/api/v1/visits/{}/record", made[0]);
        let (status, _) = door.api(&inspector, "PUT", &path, wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "there is no field for a residence");
        let (status, body) = door.api(&inspector, "POST", &path, r#"{"record":{}}"#).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(body.contains("inspections-error-answer"), "{body}");
    }
}

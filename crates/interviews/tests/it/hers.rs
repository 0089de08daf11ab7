//! Her screen as a browser gets it: in her language and direction, at one address, hidden by ending the asker's session.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use haqqi_accounts::{NewStaff, SignIn, add_staff, code_at, note_trained, sign_in};
use haqqi_complaints::open;
use haqqi_interviews::{BeginInterview, begin as begin_interview};
use haqqi_kernel::{Actor, Reference, Role, StaffActor};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::interview::alone;
use crate::world::{OFFICE, World};

/// An officer at a browser.
struct Desk {
    rooms: Router,
    cookie: String,
    actor: Actor,
}

impl Desk {
    async fn of(world: &World, name: &str) -> Self {
        let house = &world.desk.site.house;
        let mut unit = house.unit(Actor::System);
        let new = NewStaff {
            sign_in: name.to_owned(),
            name: "Officer".to_owned(),
            office: Some(OFFICE.to_owned()),
            agency: None,
            roles: vec![Role::ComplaintsOfficer],
            languages: vec!["en".to_owned()],
            sex: None,
            password: "a long first password".to_owned(),
        };
        let added = add_staff(&mut unit, &new).unwrap();
        note_trained(&mut unit, added.id, true);
        unit.commit().await.unwrap();
        let attempt = SignIn {
            name: name.to_owned(),
            password: "a long first password".to_owned(),
            code: code_at(&added.totp_secret, house.now().timestamp()).unwrap(),
        };
        let session = sign_in(house, haqqi_web::Network(0), attempt).await.unwrap();
        let rooms = haqqi_accounts::pages(world.desk.site.clone())
            .merge(haqqi_casework::pages(world.desk.clone()))
            .merge(haqqi_interviews::pages(world.visits.clone()));
        let actor = Actor::Staff(StaffActor {
            id: added.id,
            roles: vec![Role::ComplaintsOfficer],
            office: Some(OFFICE.to_owned()),
            also: Vec::new(),
            on_duty: false,
        });
        let cookie = format!("session={}; language=en", session.cookie);
        Self { rooms: haqqi_web::shell(rooms, &world.desk.site), cookie, actor }
    }

    async fn ask(&self, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
        let answer = self.rooms.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        (parts.status, parts.headers, String::from_utf8(bytes.to_vec()).unwrap())
    }

    async fn see(&self, path: &str) -> (StatusCode, HeaderMap, String) {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    async fn send(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> (StatusCode, HeaderMap, String) {
        let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut all = vec![("token", token)];
        all.extend(fields);
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(serde_html_form::to_string(all).unwrap()))
            .unwrap();
        self.ask(request).await
    }
}

/// Where an answer leads.
fn to(headers: &HeaderMap) -> &str {
    headers.get(header::LOCATION).unwrap().to_str().unwrap()
}

fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    page.split(start).nth(1).unwrap().split(end).next().unwrap()
}

async fn begun(world: &World, desk: &Desk, language: &str) -> Reference {
    let (filed, _) = world.worker().await;
    open(&world.desk, &desk.actor, filed.reference, "test").await.unwrap();
    haqqi_casework::acknowledge(&world.desk, &desk.actor, filed.reference, "ask-interpreter", "")
        .await
        .unwrap();
    let new = BeginInterview { language: language.to_owned(), ..alone() };
    begin_interview(&world.visits, &desk.actor, filed.reference, &new).await.unwrap();
    // Not on a device that was not given to her.
    let asker = format!("/staff/complaints/{}/interview", filed.reference);
    let (status, headers, _) = desk.see(&format!("{asker}/her")).await;
    assert_eq!((status, to(&headers)), (StatusCode::SEE_OTHER, &*asker), "{}", world.test.on);
    let (_, _, page) = desk.see(&asker).await;
    assert!(page.contains("data-test=\"interview-open\"") && !page.contains("D1."), "{page}");
    let (status, _, _) = desk.send(&page, &format!("{asker}/lend"), &[]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    filed.reference
}

#[tokio::test]
async fn one_thing_a_screen_in_both_directions_and_a_touch_hides_it() {
    for world in World::all().await {
        let on = world.test.on;
        for (language, dir, name) in [("ar", "rtl", "rima"), ("bn", "ltr", "omar")] {
            let desk = Desk::of(&world, name).await;
            let of = begun(&world, &desk, language).await;
            let (asker, hers) = (
                format!("/staff/complaints/{of}/interview"),
                format!("/staff/complaints/{of}/interview/her"),
            );
            let hers_in = world.desk.site.languages.for_worker(language).unwrap();
            let mut seen = Vec::new();
            // Seven items of consent, whether she is 18, and the first questions.
            for _ in 0..10 {
                let (status, headers, page) = desk.see(&hers).await;
                assert_eq!(status, StatusCode::OK, "{on}: {page}");
                assert_eq!(headers[header::CACHE_CONTROL], "no-store", "{on}");
                assert!(page.contains(&format!("lang=\"{language}\" dir=\"{dir}\"")), "{on}: {page}");
                let title = between(&page, "<title>", "</title>");
                assert_eq!(title, hers_in.attribute("interviews-hers-title"), "{on}: it tells nothing");
                assert!(!page.contains("<nav"), "{on}");
                let about = between(&page, "name=\"about\" value=\"", "\"").to_owned();
                let taps = page.matches("class=\"tap\"").count();
                assert_eq!(taps, if seen.len() < 7 { 2 } else { 3 }, "{on}: {about}");
                let (status, headers, body) =
                    desk.send(&page, &hers, &[("about", &about), ("said", "y")]).await;
                assert_eq!((status, to(&headers), &*body), (StatusCode::SEE_OTHER, &*hers, ""), "{on}");
                seen.push(between(&page, "<h1", "</h1>").to_owned());
            }
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 10, "{on}: each once");
            // The device is hers: nothing of its owner's opens, neither the record nor the result.
            for path in [&*asker, &format!("/staff/complaints/{of}"), "/staff/", "/staff/complaints"] {
                let (status, headers, _) = desk.see(path).await;
                assert_eq!(status, StatusCode::SEE_OTHER, "{on} {path}");
                assert!(to(&headers).starts_with("/staff/sign-in"), "{on} {path}");
            }
            // Hidden: a calendar, and nothing behind it opens without signing in anew.
            let (_, _, page) = desk.see(&hers).await;
            assert!(page.contains("class=\"veil\""), "{on}");
            let (status, headers, _) = desk.send(&page, "/staff/sign-out", &[("to", "days")]).await;
            assert_eq!((status, to(&headers)), (StatusCode::SEE_OTHER, "/staff/days"), "{on}");
            let (status, _, days) = desk.see("/staff/days").await;
            assert_eq!(status, StatusCode::OK, "{on}");
            assert!(days.matches("<li").count() >= 28 && !days.contains("nterview/"), "{on}: {days}");
            for path in [&hers, &asker] {
                let (status, headers, _) = desk.see(path).await;
                assert_eq!(status, StatusCode::SEE_OTHER, "{on}");
                assert!(to(&headers).starts_with("/staff/sign-in"), "{on}");
            }
        }
    }
}

#[tokio::test]
async fn a_talk_that_others_hear_does_not_begin_and_the_page_says_why() {
    let world = World::all().await.remove(0);
    let desk = Desk::of(&world, "rima").await;
    let (filed, _) = world.worker().await;
    open(&world.desk, &desk.actor, filed.reference, "test").await.unwrap();
    haqqi_casework::acknowledge(&world.desk, &desk.actor, filed.reference, "ask-interpreter", "")
        .await
        .unwrap();
    let at = format!("/staff/complaints/{}/interview", filed.reference);
    let (_, _, record) = desk.see(&format!("/staff/complaints/{}", filed.reference)).await;
    assert!(record.contains("data-test=\"interview\""), "{record}");
    let (status, _, page) = desk.see(&at).await;
    assert_eq!(status, StatusCode::OK);
    assert!(!page.contains("checked") && !page.contains("selected"), "nothing is chosen before: {page}");
    let mut fields =
        vec![("way", "visit"), ("private", "not-alone"), ("language", "bn"), ("interpreter", "none")];
    fields.push(("young", "no"));
    let (status, _, refused) = desk.send(&page, &at, &fields).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let why = world.desk.site.languages.for_staff("en").unwrap().text("interviews-error-alone");
    assert!(refused.contains(&*haqqi_language::strip_isolation(&why)), "{refused}");
    assert!(refused.contains("value=\"bn\" selected"), "what was chosen stays: {refused}");
}

//! The card of a flag as two supervisors see it, one after the other, and the table of what was measured.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use haqqi_accounts::{NewStaff, NewToken, SignIn, add_staff, code_at, new_token, sign_in};
use haqqi_casework::{Interpreter, Private, note_attempt};
use haqqi_kernel::{Actor, Role};
use haqqi_pack::Decision;
use haqqi_screening::Found;
use http_body_util::BodyExt;
use tower::ServiceExt;
use uuid::Uuid;

use crate::merits::{pointed, talk};
use crate::world::{OFFICE, World};

/// Somebody at a browser.
pub struct Browser {
    rooms: Router,
    cookie: String,
    pub name: String,
    id: Uuid,
}

impl Browser {
    pub async fn of(world: &World, sign_in_name: &str, role: Role) -> Self {
        Self::at(world, sign_in_name, role, OFFICE).await
    }

    pub async fn at(world: &World, sign_in_name: &str, role: Role, office: &str) -> Self {
        let house = &world.desk.site.house;
        let mut unit = house.unit(Actor::System);
        let name = format!("Name of {sign_in_name}");
        let new = NewStaff {
            sign_in: sign_in_name.to_owned(),
            name: name.clone(),
            office: Some(office.to_owned()),
            agency: None,
            roles: vec![role],
            languages: vec!["ar".to_owned()],
            sex: None,
            password: "a long first password".to_owned(),
        };
        let added = add_staff(&mut unit, &new).unwrap();
        unit.commit().await.unwrap();
        let attempt = SignIn {
            name: sign_in_name.to_owned(),
            password: "a long first password".to_owned(),
            code: code_at(&added.totp_secret, house.now().timestamp()).unwrap(),
        };
        let session = sign_in(house, haqqi_web::Network(0), attempt).await.unwrap();
        let screening = haqqi_screening::pages(world.desk.screening.as_ref().clone());
        let (api, _) = haqqi_casework::api(world.desk.clone()).split_for_parts();
        let rooms = screening.merge(haqqi_casework::pages(world.desk.clone())).merge(api);
        let rooms = haqqi_web::shell(rooms, &world.desk.site);
        Self { rooms, cookie: format!("session={}; language=en", session.cookie), name, id: added.id }
    }

    async fn ask(&self, request: Request<Body>) -> (StatusCode, String) {
        let answer = self.rooms.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        // Without the marks that keep directions apart.
        (status, text.replace(['\u{2068}', '\u{2069}'], ""))
    }

    /// The same person's program.
    pub async fn api(&self, world: &World, path: &str) -> (StatusCode, String) {
        let mut unit = world.desk.site.house.unit(Actor::System);
        let token =
            new_token(&mut unit, &NewToken { staff: self.id, name: "test".to_owned(), expires_at: None });
        unit.commit().await.unwrap();
        let request = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// The same, sending.
    pub async fn put(&self, world: &World, path: &str, body: &serde_json::Value) -> (StatusCode, String) {
        let mut unit = world.desk.site.house.unit(Actor::System);
        let token =
            new_token(&mut unit, &NewToken { staff: self.id, name: "test".to_owned(), expires_at: None });
        unit.commit().await.unwrap();
        let request = Request::put(path)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json");
        self.ask(request.body(Body::from(body.to_string())).unwrap()).await
    }

    pub async fn see(&self, path: &str) -> (StatusCode, String) {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub async fn send(&self, page: &str, to: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
        let (_, form) = self.see(page).await;
        let token = form.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut all = vec![("token", token)];
        all.extend(fields);
        let request = Request::post(to)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(serde_html_form::to_string(all).unwrap()))
            .unwrap();
        self.ask(request).await
    }
}

#[tokio::test]
async fn two_supervisors_see_each_what_the_other_judged_and_why_a_talk_does_not_count() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (filed, flag, officer) = world.flagged().await;
        let first = Browser::of(&world, "first", Role::Supervisor).await;
        let card = format!("/staff/flags/{flag}");
        let reason = |decision| desk.site.pack.reasons_for(decision).next().unwrap().code.clone();
        let act = reason(Decision::SafetyAct);

        // What is open, what nobody told of, what to ask next, which entry found what, and what to do step by step.
        let (_, page) = first.see(&card).await;
        for told in [
            "Nobody has told of it or asked",
            "debt bondage",
            "Ask next</dt><dd><bdi>Are you 18 or over?",
            "retention of identity documents <small class=\"ref\">en-docs",
            "<h3>Danger now</h3><ol><li>Choose now: safe call",
            "No mediation, no joint session",
        ] {
            assert!(page.contains(told), "{on}: {told}: {page}");
        }

        // A full stop is refused, with what was typed kept and what to write said.
        let safety = format!("{card}/safety");
        let fields = [("decision", "act"), ("reason", act.as_str()), ("words", ".")];
        let (status, page) = first.send(&card, &safety, &fields).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(page.contains("at least eight letters") && page.contains("\n.</textarea>"), "{on}: {page}");
        assert!(page.contains(&format!("value=\"{act}\" selected")), "{on}: {page}");
        let fields = [("decision", "act"), ("reason", act.as_str()), ("words", "Called at the safe hour.")];
        assert_eq!(first.send(&card, &safety, &fields).await.0, StatusCode::SEE_OTHER, "{on}");

        world.test.clock.advance(TimeDelta::minutes(5));
        // A talk that counts for nothing is said to, on the card and in the call log.
        let unheard = talk("ar", Interpreter::None);
        assert_eq!(unheard.private, Private::Alone);
        note_attempt(desk, &officer, filed.reference, &unheard).await.unwrap();
        let (_, page) = first.see(&card).await;
        assert!(page.contains("does not count: it was not in the worker’s language"), "{on}: {page}");
        let (_, page) = first.see(&format!("/staff/complaints/{}/calls", filed.reference)).await;
        assert!(page.contains("data-test=\"uncounted\""), "{on}: {page}");
        note_attempt(desk, &officer, filed.reference, &talk("bn", Interpreter::Staff)).await.unwrap();

        let (_, page) = first.see(&card).await;
        assert!(page.contains("in বাংলা, through an interpreter of the house"), "{on}: {page}");

        // The first judges all; the second sees it beside each, with the name, and says nothing again but one.
        let opened = world.opened(flag).await;
        let names = pointed(&opened);
        let dismiss = reason(Decision::MeritsDismiss);
        let merits = format!("{card}/merits");
        let words = "She says that it was another house.";
        let decision = [("decision", "dismiss"), ("reason", dismiss.as_str()), ("words", words)];
        let judged: Vec<(String, &str)> =
            names.iter().map(|name| (format!("found-{name}"), Found::NotSo.code())).collect();
        let mut fields = decision.to_vec();
        fields.extend(judged.iter().map(|(field, code)| (field.as_str(), *code)));
        let (status, page) = first.send(&card, &merits, &fields).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{on}: {page}");
        world.test.clock.advance(TimeDelta::hours(1));
        let second = Browser::of(&world, "second", Role::Supervisor).await;
        let (_, page) = second.see(&card).await;
        let beside = format!("Judged: Not so – {}", first.name);
        assert_eq!(page.matches(&beside).count(), names.len(), "{on}: {page}");
        assert!(page.contains("Stays as judged") && page.contains("data-test=\"judged\""), "{on}");
        let field = format!("found-{}", names[0]);
        let mut fields = decision.to_vec();
        fields.push((field.as_str(), Found::Unclear.code()));
        assert_eq!(second.send(&card, &merits, &fields).await.0, StatusCode::SEE_OTHER, "{on}");
        let (_, page) = second.see(&card).await;
        assert!(page.contains(&format!("Not spoken of, or unclear – {}", second.name)), "{on}: {page}");
        assert!(page.contains("Judged again later; the later one counts."), "{on}: {page}");

        // The table says how many of how many, and a date that is none leaves the other as it was typed.
        let (status, page) = second.see("/staff/screening").await;
        assert_eq!(status, StatusCode::OK, "{on}");
        assert!(page.contains("0 of 1") && !page.contains("nine of ten"), "{on}: {page}");
        assert!(page.contains("data-test=\"crossed\""), "{on}: {page}");
        let (status, table) = second.see("/staff/screening/table.csv").await;
        assert_eq!(status, StatusCode::OK, "{on}");
        let heads = "\"Indicator\",\"Language\",\"Nationality\",\"Confirmed\",\"Not so\"";
        assert!(table.contains(heads) && table.contains("\"বাংলা\",\"\",\"0\""), "{on}: {table}");
        let (status, _) = second.see("/staff/screening/table.csv?from=x").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        let (status, page) = second.see("/staff/screening?from=2026-02-30&to=2026-11-05").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(
            page.contains("value=\"2026-02-30\"") && page.contains("value=\"2026-11-05\""),
            "{on}: {page}"
        );
    }
}

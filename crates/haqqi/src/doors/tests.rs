//! The matrix of doors: the routes are read from the router itself, so that a new one without a decision does not pass; each
//! is tried by everybody; and what belongs to one office is tried from another.

mod tokens;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::Response;
use chrono::TimeDelta;
use haqqi_accounts::{NewToken, References, ask_to_open, decide_opening, new_bounded_token, openings};
use haqqi_complaints::{Employer, FileComplaint, Filed, file};
use haqqi_kernel::{Action, Actor, Role, SubjectKind, judge};
use haqqi_screening::flags;

use super::fresh::{FRESH, refuses};
use super::{ByTheGate, DECISIONS, Need};
use crate::references::AllReferences;
use world::World;

/// The routes of a router, read from what it says of itself: `GET /staff/`, each method that its `Allow` names.
fn mounted(router: &Router) -> BTreeSet<String> {
    let said = format!("{router:?}");
    let own = said.split(", fallback_router:").next().unwrap();
    let (mut methods, mut paths) = (BTreeMap::new(), BTreeMap::new());
    for piece in own.split("RouteId(").skip(1) {
        let (id, rest) = piece.split_once("): ").unwrap();
        if let Some(path) = rest.strip_prefix('"') {
            paths.insert(id.to_owned(), path.split('"').next().unwrap().to_owned());
        } else if let Some((_, allow)) = rest.split_once("allow_header: Bytes(b\"") {
            methods.insert(id.to_owned(), allow.split('"').next().unwrap().to_owned());
        }
    }
    assert!(paths.len() > 100, "the router says what it has: {said:.500}");
    let mut routes = BTreeSet::new();
    for (id, path) in paths {
        let allow = methods.get(&id).unwrap_or_else(|| panic!("{path} takes no named method"));
        let named = allow.split(',').filter(|method| *method != "HEAD" || !allow.contains("GET"));
        routes.extend(named.map(|method| format!("{method} {path}")));
    }
    routes
}

/// Every door that is mounted, with what it needs.
fn doors(world: &World) -> Vec<(String, Need)> {
    let mounted = mounted(&world.rooms.router());
    mounted
        .into_iter()
        .filter_map(|route| DECISIONS.get(route.as_str()).map(|need| (route.clone(), *need)))
        .collect()
}

/// The path with something in the place of each variable.
fn at(path: &str, reference: &str) -> String {
    path.replace("{language}", "en")
        .replace("{reference}", reference)
        .replace("{number}", "1")
        .replace("{which}", "file")
        .split('/')
        .map(|part| if part.starts_with('{') { "none" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

/// A reference that nobody has.
const NOWHERE: &str = "C-26-222222-U";

#[tokio::test]
async fn every_route_has_one_decision_and_every_decision_a_route() {
    let world = World::new("routes").await;
    let mounted = mounted(&world.rooms.router());
    let decided: BTreeSet<String> = DECISIONS.keys().map(ToString::to_string).collect();
    let open: Vec<_> = mounted.difference(&decided).collect();
    assert!(open.is_empty(), "give each a line in doors/table.rs or doors/outside.rs: {open:#?}");
    // A gateway's door is mounted where a gateway is configured.
    let lists = super::TABLE.iter().chain(super::OUTSIDE).chain(super::WORK);
    let named =
        lists.filter(|(need, _)| !matches!(need, Need::Gateway)).flat_map(|(_, routes)| routes.iter());
    let gone: Vec<_> = named.filter(|route| !mounted.contains(**route)).collect();
    assert!(gone.is_empty(), "these lead nowhere: {gone:#?}");
    let lists = super::TABLE.iter().chain(super::OUTSIDE).chain(super::WORK);
    let lines: usize = lists.map(|(_, routes)| routes.len()).sum();
    assert_eq!(lines, decided.len(), "no route stands in two lines");
    let unknown: Vec<_> = FRESH.iter().filter(|(route, _)| !decided.contains(*route)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    for (route, need) in DECISIONS.iter() {
        let staff = ["/staff/", "/field/"].iter().any(|side| route.contains(side));
        let open = matches!(need, Need::Anybody | Need::Code | Need::Gateway);
        let known = ["/staff/sign-in", "/staff/sign-out", "/staff/patterns", "/staff/days"];
        // The way to another provider and back, before anybody is known.
        let way =
            ["/staff/sign-in/provider", "/staff/sign-in/back", "/staff/sign-in/code", "/staff/invitation"];
        // What a tablet asks by without a line is the same for anybody, and tells of nobody (decision 0042).
        let kit = ["/field/interview", "/field/interview/words/{language}"];
        assert!(
            !staff || !open || known.iter().chain(&way).chain(&kit).any(|known| route.ends_with(known)),
            "{route} is a page of staff that anybody opens"
        );
    }
}

/// What an answer has to be for somebody who is nobody at a door of staff.
fn is_turned_away(response: &Response, path: &str) -> bool {
    if path.starts_with("/api/") {
        return response.status() == StatusCode::UNAUTHORIZED;
    }
    let to = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
    // A form with files is read first, so that its words can be given back to whoever signs in again.
    let read_first = path == "/staff/papers" && response.status() == StatusCode::UNSUPPORTED_MEDIA_TYPE;
    (response.status() == StatusCode::SEE_OTHER && to.starts_with("/staff/sign-in")) || read_first
}

#[tokio::test]
async fn every_door_is_tried_by_everybody() {
    let world = World::new("doors").await;
    let [office, _] = world.offices();
    let mut people = Vec::new();
    for role in Role::ALL {
        let of_office = matches!(
            role,
            Role::ComplaintsOfficer
                | Role::Supervisor
                | Role::Inspector
                | Role::HotlineOperator
                | Role::Mediator
        );
        people.push(world.person(role, of_office.then_some(office.as_str())).await);
    }
    let before = world.written().await;
    let mut tried = 0;
    for (route, need) in &doors(&world) {
        let (method, pattern) = route.split_once(' ').unwrap();
        let path = at(pattern, NOWHERE);
        let actions: &[Action] = match need {
            Need::May(actions) => actions,
            Need::SignedIn => &[],
            Need::Anybody | Need::Code | Need::Gateway => continue,
        };
        let nobody = world.send(method, &path, &[]).await;
        assert!(is_turned_away(&nobody, &path), "nobody at {route}: {}", nobody.status());
        // A session opens no endpoint, and a token no page.
        let first = &people[0];
        let crossed = if path.starts_with("/api/") {
            (header::COOKIE, first.cookie.clone())
        } else {
            (header::AUTHORIZATION, format!("Bearer {}", first.token))
        };
        let crossed = world.send(method, &path, &[crossed]).await;
        assert!(is_turned_away(&crossed, &path), "the wrong key at {route}: {}", crossed.status());
        for person in &people {
            let may =
                actions.is_empty() || actions.iter().any(|action| judge(&person.actor, *action).is_ok());
            if may {
                continue;
            }
            let answer = world.ask(method, &path, person).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{} at {route}", person.what);
            assert!(answer.extensions().get::<ByTheGate>().is_some(), "{} at {route}", person.what);
            tried += 1;
        }
    }
    assert!(tried > 1_500, "only {tried}");
    assert_eq!(world.written().await, before, "whoever was refused wrote nothing");
    // Those who may pass the gate; lists answer them.
    for (route, need) in doors(&world).iter().filter(|(route, _)| route.starts_with("GET ")) {
        let Need::May(actions) = need else { continue };
        let path = route.strip_prefix("GET ").unwrap();
        for person in
            people.iter().filter(|person| actions.iter().any(|action| judge(&person.actor, *action).is_ok()))
        {
            let answer = world.ask("GET", &at(path, NOWHERE), person).await;
            assert!(answer.extensions().get::<ByTheGate>().is_none(), "{} at {route}", person.what);
            assert!(answer.status().as_u16() < 500, "{} at {route}: {}", person.what, answer.status());
            if !path.contains('{') {
                // A partner of no organisation has filed nothing, and finds nothing.
                // Single flags of a night, or of children, are no figures: whoever reads those alone finds none here.
                let reads_single =
                    ["/staff/screening", "/staff/screening/table.csv", "/api/v1/screening/measured"]
                        .contains(&path)
                        && [Role::DutyOfficer, Role::ChildLead].iter().any(|role| person.actor.has(*role));
                let finds_none = reads_single || person.actor.has(Role::Partner);
                let found = [StatusCode::OK, StatusCode::SEE_OTHER].contains(&answer.status());
                let fine = found && !reads_single || finds_none && answer.status() == StatusCode::NOT_FOUND;
                assert!(fine, "{} at {route}: {}", person.what, answer.status());
            }
        }
    }
}

/// A complaint of this office that raises a flag.
async fn told(world: &World, office: &str) -> Filed {
    let place = world.rooms.site.pack.office(office).unwrap().governorates[0].clone();
    let told = FileComplaint {
        language: "en".to_owned(),
        danger: true,
        narrative: "They lock the door at night and keep our passports. We were beaten.".to_owned(),
        employer: Employer { governorate: Some(place), ..Employer::default() },
        ..FileComplaint::default()
    };
    let mut unit = world.house().unit(Actor::Stranger);
    let filed = file(&world.rooms.complaints, &mut unit, "web", &told).unwrap();
    unit.commit().await.unwrap();
    filed
}

#[tokio::test]
async fn another_office_meets_nothing_at_any_door_of_a_record() {
    let world = World::new("offices").await;
    let [own, other] = world.offices();
    let filed = told(&world, &own).await;
    let supervisor = world.person(Role::Supervisor, Some(&own)).await;
    let rows = flags(&world.rooms.screening, &supervisor.actor, true, None, 10).await.unwrap();
    let (complaint, flag) = (filed.reference.to_string(), rows[0].reference.to_string());
    let mut strangers = Vec::new();
    for role in [Role::ComplaintsOfficer, Role::Supervisor, Role::Inspector, Role::Planner] {
        strangers.push(world.person(role, Some(&other)).await);
    }
    let before = world.written().await;
    let mut tried = 0;
    for (route, _) in doors(&world).iter().filter(|(route, _)| route.contains("{reference}")) {
        let (method, pattern) = route.split_once(' ').unwrap();
        let reference = match pattern {
            _ if pattern.contains("/flags/") => &flag,
            _ if pattern.starts_with("/staff/complaints/") || pattern.contains("/casework/") => &complaint,
            _ => continue,
        };
        let path = at(pattern, reference);
        for stranger in &strangers {
            let answer = world.ask(method, &path, stranger).await;
            let status = answer.status();
            // A form that is not whole may be told so before anything is looked up; nothing else is told.
            let told_nothing = status == StatusCode::NOT_FOUND
                // That no token does it is said of every record.
                || (status == StatusCode::FORBIDDEN && refuses(route, "", &[]))
                || (method != "GET"
                    && [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::BAD_REQUEST].contains(&status));
            assert!(told_nothing, "{} at {route}: {status}", stranger.what);
            if method == "GET" {
                assert_eq!(status, StatusCode::NOT_FOUND, "{} at {route}", stranger.what);
            }
            tried += 1;
        }
    }
    assert!(tried > 150, "only {tried}");
    assert_eq!(world.written().await, before, "and nothing was read or written");
    for path in [format!("/staff/complaints/{complaint}"), format!("/staff/flags/{flag}")] {
        let answer = world.ask("GET", &path, &supervisor).await;
        assert_eq!(answer.status(), StatusCode::OK, "the own office opens {path}");
    }
}

#[tokio::test]
async fn a_token_lets_through_what_is_written_on_it_and_old_proof_is_asked_anew() {
    let world = World::new("bounds").await;
    let [own, _] = world.offices();
    let officer = world.person(Role::Supervisor, Some(&own)).await;
    let mut unit = world.house().unit(Actor::System);
    let staff = officer.actor.account().unwrap();
    let asked = NewToken { staff, name: "screen in the hall".to_owned(), expires_at: None };
    let bounded = new_bounded_token(&mut unit, &asked, &[Action::ReadQueue, Action::ReadComplaint]);
    unit.commit().await.unwrap();
    let sent = |token: &str| [(header::AUTHORIZATION, format!("Bearer {token}"))];
    for (path, whole, narrow) in [
        ("/api/v1/queue", StatusCode::OK, StatusCode::OK),
        ("/api/v1/flags", StatusCode::OK, StatusCode::NOT_FOUND),
        ("/api/v1/figures", StatusCode::OK, StatusCode::NOT_FOUND),
    ] {
        assert_eq!(world.send("GET", path, &sent(&officer.token)).await.status(), whole, "{path}");
        assert_eq!(world.send("GET", path, &sent(&bounded)).await.status(), narrow, "{path}");
    }
    // Ten minutes after the code was shown, what opens names asks for a new one; a token has none to show.
    let door = "/staff/openings";
    let now = world.ask("POST", door, &officer).await;
    assert_eq!(now.status(), StatusCode::UNPROCESSABLE_ENTITY);
    world.clock.advance(TimeDelta::minutes(11));
    let late = world.ask("GET", "/staff/complaints/C-26-222222-U/copy", &officer).await;
    assert_eq!(late.status(), StatusCode::SEE_OTHER);
    assert_eq!(late.headers()[header::LOCATION], "/staff/confirm?next=/staff/complaints/C-26-222222-U/copy");
    // A form is carried along: the page that asks holds what was typed, and the same post goes on with the code.
    let typed = [("reference", "C-26-7KQ4M2-X"), ("why", "short & \"said\"")];
    let asks = world.post(door, &officer, &typed).await;
    assert_eq!(asks.status(), StatusCode::OK);
    assert!(asks.extensions().get::<ByTheGate>().is_some(), "no room has read it");
    let page = world::text(asks).await;
    let site = &world.rooms.site;
    for language in site.languages.staff() {
        let lead = language.text("accounts-confirm-lead");
        assert!(!lead.contains("do it again") && !lead.contains("ثم أعد"), "it goes on by itself: {lead}");
    }
    assert!(page.contains("name=\"step_up_code\"") && page.contains("action=\"/staff/openings\""), "{page}");
    assert!(page.contains("C-26-7KQ4M2-X") && page.contains("short &#38; &#34;said&#34;"), "{page}");
    let wrong = world.post(door, &officer, &[typed[0], typed[1], ("step_up_code", "000000")]).await;
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.extensions().get::<ByTheGate>().is_some());
    assert!(world::text(wrong).await.contains("C-26-7KQ4M2-X"), "and it is kept where the code was wrong");
    let code = officer.code(world.house());
    let through = world.post(door, &officer, &[typed[0], typed[1], ("step_up_code", &code)]).await;
    assert!(through.extensions().get::<ByTheGate>().is_none(), "the room has it");
    assert_eq!(through.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = world::text(through).await;
    assert!(
        page.contains("C-26-7KQ4M2-X") && page.contains("short &#38; &#34;said&#34;"),
        "as it was typed: {page}"
    );
    assert_eq!(world.ask("GET", door, &officer).await.status(), StatusCode::OK, "looking needs none");
    // Another method than those that are mounted is the router's to refuse.
    let answer = world.ask("DELETE", door, &officer).await;
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_record_opened_by_two_is_read_by_one_and_by_nobody_else() {
    let world = World::new("opened").await;
    let [own, other] = world.offices();
    let filed = told(&world, &own).await;
    let page = format!("/staff/complaints/{}", filed.reference);
    let asker = world.person(Role::ComplaintsOfficer, Some(&other)).await;
    let colleague = world.person(Role::DataProtectionOfficer, None).await;
    let status = async |person: &world::Person, method: &str, path: &str| {
        world.ask(method, path, person).await.status()
    };
    assert_eq!(status(&asker, "GET", &page).await, StatusCode::NOT_FOUND);
    let house = world.house();
    let why = "Her officer is ill and she stands at our counter.";
    let references = AllReferences(house.clone());
    let (kind, id) = references.find(filed.reference).await.unwrap();
    assert_eq!(
        (kind, &references.names(&[id]).await[&id]),
        (SubjectKind::Complaint, &filed.reference.to_string())
    );
    ask_to_open(house, &asker.actor, (id, filed.reference), why, &references).await.unwrap();
    assert_eq!(status(&asker, "GET", &page).await, StatusCode::NOT_FOUND, "asking opens nothing");
    let mark = openings(house, &colleague.actor, &references).await.unwrap()[0].mark.clone();
    decide_opening(house, &colleague.actor, &mark, true, &references).await.unwrap();
    assert_eq!(status(&asker, "GET", &page).await, StatusCode::OK);
    assert_eq!(status(&colleague, "GET", &page).await, StatusCode::NOT_FOUND, "to one, not to both");
    let form = status(&asker, "POST", &format!("{page}/assess")).await;
    assert!(
        [StatusCode::NOT_FOUND, StatusCode::UNPROCESSABLE_ENTITY].contains(&form),
        "to read alone: {form}"
    );
    world.clock.advance(TimeDelta::minutes(25));
    assert_eq!(status(&asker, "GET", &page).await, StatusCode::OK);
    world.clock.advance(TimeDelta::hours(4) - TimeDelta::minutes(25));
    // The session has ended by then; the token has not.
    let api = format!("/api/v1/casework/{}", filed.reference);
    assert_eq!(status(&asker, "GET", &api).await, StatusCode::NOT_FOUND, "its time is over");
}

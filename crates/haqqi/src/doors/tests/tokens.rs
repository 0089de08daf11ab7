//! What no token does, door by door; and how somebody makes a token that does the rest.

use axum::http::{HeaderName, StatusCode, header};
use chrono::TimeDelta;
use haqqi_kernel::{Action, ByToken, Role, judge};
use serde_json::Value;

use super::world::{Person, World, text};
use super::{NOWHERE, at, is_turned_away};
use crate::doors::fresh::{FRESH, Program, programs};

fn bearer(token: &str) -> [(HeaderName, String); 1] {
    [(header::AUTHORIZATION, format!("Bearer {token}"))]
}

async fn everybody(world: &World) -> Vec<Person> {
    let [office, _] = world.offices();
    let mut people = Vec::new();
    for role in Role::ALL {
        let of_office = matches!(role, Role::ComplaintsOfficer | Role::Supervisor | Role::HotlineOperator);
        people.push(world.person(role, of_office.then_some(office.as_str())).await);
    }
    people
}

#[tokio::test]
async fn what_wants_a_person_s_second_factor_is_refused_to_every_token() {
    let world = World::new("tokens").await;
    let people = everybody(&world).await;
    let before = world.written().await;
    for (page, program) in programs() {
        let (method, pattern) = page.split_once(' ').unwrap();
        let path = at(pattern, NOWHERE);
        for person in &people {
            let there = world.send(method, &path, &bearer(&person.token)).await;
            assert!(is_turned_away(&there, &path), "{} at {page}: {}", person.what, there.status());
        }
        let (method, path) = match program {
            Program::Nothing => continue,
            Program::Refused(path) => ("POST", at(path, NOWHERE)),
            Program::NotAsked(endpoint, name) => {
                let (method, path) = endpoint.split_once(' ').unwrap();
                (method, format!("{}?{name}=call", at(path, NOWHERE)))
            }
            Program::Named(endpoint, _) => {
                let (method, path) = endpoint.split_once(' ').unwrap();
                (method, at(path, NOWHERE))
            }
        };
        let mut told = 0;
        for person in &people {
            let answer = world.send(method, &path, &bearer(&person.token)).await;
            let status = answer.status();
            if status == StatusCode::NOT_FOUND {
                continue;
            }
            assert_eq!(status, StatusCode::FORBIDDEN, "{} at {path}", person.what);
            told += 1;
            if told > 1 {
                continue;
            }
            let answer = world.told(method, &path, &bearer(&person.token)).await;
            assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json", "{path}");
            let said: Value = serde_json::from_str(&text(answer).await).unwrap();
            assert_eq!(said["type"], "urn:haqqi:problem:by-person", "{path}: {said}");
            assert!(said["detail"].as_str().unwrap().contains("at the page"), "{path}: {said}");
        }
        assert!(told > 0, "nobody's roles reach {path}, so nothing was tried");
        let nobody = world.send(method, &path, &[]).await;
        assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED, "{path}");
    }
    assert_eq!(world.written().await, before, "and nothing was written");
    // The only endpoints that do what such a page does are those that want a token made for it, and they are few.
    let named: Vec<Action> = FRESH
        .iter()
        .filter_map(|(_, program)| match program {
            Program::Named(_, action) => Some(*action),
            _ => None,
        })
        .collect();
    assert!(named.iter().all(|action| action.by_token() == ByToken::Named), "{named:?}");
    // Each action that a token may be made for has its words in the languages of staff.
    for action in Action::ALL {
        let held = people.iter().any(|person| judge(&person.actor, *action).is_ok());
        if held && action.by_token() != ByToken::Never {
            for language in world.rooms.site.languages.staff() {
                let id = format!("accounts-action-{}", action.code());
                assert!(language.has(&id), "{} lacks {id}", language.tag());
            }
        }
    }
}

#[tokio::test]
async fn somebody_makes_a_token_for_a_program_and_no_more_than_that() {
    let world = World::new("own-token").await;
    let head = world.person(Role::Supervisor, None).await;
    let door = "/staff/account/token";
    let make = async |actions: &[&str], days: &str| {
        let mut typed = vec![("name", "screen in the hall"), ("days", days)];
        typed.extend(actions.iter().map(|code| ("actions", *code)));
        world.post(door, &head, &typed).await
    };
    for (actions, days, why) in [
        (&[][..], "7", "nothing chosen"),
        (&["open-home"], "7", "what a person does"),
        (&["read-audit"], "7", "what is not hers"),
        (&["no-such-thing"], "7", "what is none"),
        (&["read-queue"], "365", "longer than the house allows"),
        (&["approve-erasure"], "7", "what cannot be undone, for a week"),
    ] {
        let answer = make(actions, days).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        let page = text(answer).await;
        assert!(page.contains("value=\"screen in the hall\""), "{why}: what was typed is kept");
    }
    let made = make(&["read-queue", "approve-erasure"], "1").await;
    assert_eq!(made.status(), StatusCode::CREATED);
    let page = text(made).await;
    let start = page.find("hq_").unwrap();
    let token: String =
        page[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    let again = text(world.ask("GET", "/staff/account", &head).await).await;
    assert!(again.contains("screen in the hall") && !again.contains(&token), "shown once");

    let get = async |token: &str, path: &str| world.send("GET", path, &bearer(token)).await;
    let me: Value = serde_json::from_str(&text(get(&token, "/api/v1/me").await).await).unwrap();
    assert_eq!(me["actions"], serde_json::json!(["read-queue", "approve-erasure"]), "{me}");
    // The token of the command line, on which nothing is written, does all but what a person does.
    let whole: Value = serde_json::from_str(&text(get(&head.token, "/api/v1/me").await).await).unwrap();
    let whole: Vec<&str> = whole["actions"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(whole.contains(&"read-complaint"), "{whole:?}");
    for code in ["open-home", "confirm-people", "agree-to-open"] {
        assert!(judge(&head.actor, Action::from_code(code).unwrap()).is_ok(), "{code}");
        assert!(!whole.contains(&code), "{code} by a token");
    }
    // What cannot be undone is done by the token that was made for it; to look, any is enough.
    let decide = "/api/v1/retention/lists/X-26-222222-U";
    for (which, sees, does) in [
        (&token, StatusCode::OK, StatusCode::UNPROCESSABLE_ENTITY),
        (&head.token, StatusCode::OK, StatusCode::FORBIDDEN),
    ] {
        assert_eq!(get(which, "/api/v1/retention/lists").await.status(), sees);
        let answer = world.send("POST", decide, &bearer(which)).await;
        assert_eq!(answer.status(), does, "a decision that says nothing is no decision");
    }

    let list: Value = serde_json::from_str(&text(get(&token, "/api/v1/tokens").await).await).unwrap();
    let mine = list.as_array().unwrap().iter().find(|one| one["name"] == "screen in the hall").unwrap();
    let mark = mine["mark"].as_str().unwrap();
    let ended = world.send("DELETE", &format!("/api/v1/tokens/{mark}"), &bearer(&head.token)).await;
    assert_eq!(ended.status(), StatusCode::NO_CONTENT);
    assert_eq!(get(&token, "/api/v1/me").await.status(), StatusCode::UNAUTHORIZED, "and it holds no more");

    world.clock.advance(TimeDelta::minutes(11));
    let asked = make(&["read-queue"], "7").await;
    assert!(text(asked).await.contains("name=\"step_up_code\""), "the second factor is asked for first");
    let code = head.code(world.house());
    let typed = [("name", "second"), ("days", "7"), ("actions", "read-queue"), ("step_up_code", &code)];
    let made = world.post(door, &head, &typed).await;
    assert_eq!(made.status(), StatusCode::CREATED, "and then it is made, as it was typed");
}

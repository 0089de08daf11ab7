//! What waits for a second person: accounts, roles and offices by which somebody reads more than before.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::directory::Directory;
use crate::http::extract::StaffSession;
use crate::second::{ConfirmError, Said, WaitingView, confirm_waiting, waiting};

struct Row {
    view: WaitingView,
    asked_by: String,
    own: bool,
    /// What was typed for this one.
    typed: String,
}

impl Row {
    /// The roles, in words.
    fn roles(&self, page: &Page) -> String {
        let roles: Vec<String> = self.view.roles.iter().map(|role| page.label("role", role.code())).collect();
        page.language().list(&roles)
    }

    /// The offices that it will reach beside its own, in words.
    fn also(&self, page: &Page) -> String {
        let also: Vec<String> = self.view.also.iter().map(|code| page.label("office", code)).collect();
        page.language().list(&also)
    }
}

#[derive(Template)]
#[template(path = "waiting.html")]
struct WaitingPage {
    page: Page,
    errors: Errors,
    rows: Vec<Row>,
}

#[derive(Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    which: String,
    #[serde(default)]
    owner_code: String,
    #[serde(default)]
    decision: String,
}

async fn page_of(session: StaffSession, errors: Errors, typed: Typed) -> Result<Response, Problem> {
    let StaffSession { actor, page, staff, .. } = session;
    let house = page.site().house.clone();
    let all = waiting(&house, &actor).await.map_err(|error| match error {
        ConfirmError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    })?;
    let people: Vec<_> = all.iter().filter_map(|one| one.asked_by).collect();
    let names = Directory::new(house).names(&people).await.map_err(|e| Problem::because(&e))?;
    let rows = all
        .into_iter()
        .map(|view| Row {
            asked_by: view.asked_by.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
            own: view.asked_by == Some(staff.id),
            typed: if view.mark == typed.which { typed.owner_code.clone() } else { String::new() },
            view,
        })
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &WaitingPage { page, errors, rows }))
}

pub(super) async fn show(session: StaffSession) -> Result<Response, Problem> {
    page_of(session, Errors::none(), Typed::default()).await
}

pub(super) async fn decide(session: StaffSession, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    let house = session.page.site().house.clone();
    let said = match typed.decision.as_str() {
        "yes" => Said::Yes(&typed.owner_code),
        "no" => Said::No,
        _ => return Err(Problem::not_found()),
    };
    let mut errors = Errors::none();
    match confirm_waiting(&house, &session.actor, &typed.which, said).await {
        Ok(()) => return Ok(Redirect::to("/staff/people/waiting").into_response()),
        Err(ConfirmError::Oneself) => errors.add(&session.page, "waiting", "accounts-error-same-person"),
        Err(ConfirmError::Code) => {
            errors.add(&session.page, &format!("owner_code-{}", typed.which), "accounts-error-owner-code");
        }
        Err(ConfirmError::Slow) => return Err(Problem::too_many()),
        Err(ConfirmError::Last) => errors.add(&session.page, "waiting", "accounts-error-last"),
        Err(ConfirmError::Decided) => errors.add(&session.page, "waiting", "accounts-error-decided"),
        Err(ConfirmError::NotFound) => return Err(Problem::not_found()),
        Err(other) => return Err(Problem::because(&other)),
    }
    page_of(session, errors, typed).await
}

//! What a mediator is to hold, and what came of it: the matter, and nothing that would tell who she is.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Desk, Summary};
use haqqi_kernel::{Action, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use super::mediation::{Shown, failed, held_wrong};
use super::pay::read_lines;
use super::record::reference;
use crate::mediation::{Came, HeldSession, hold_session, sessions, sessions_to_hold};

#[derive(Template)]
#[template(path = "mediations.html")]
struct ListPage {
    page: Page,
    rows: Vec<(Summary, String)>,
}

/// What a mediator is to hold.
pub(super) async fn list(State(desk): State<Desk>, session: StaffSession) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let rows = sessions_to_hold(&desk, &actor).await.map_err(failed)?;
    let rows = rows.into_iter().map(|(complaint, at)| (complaint, page.date_time(&at))).collect();
    Ok(render(StatusCode::OK, &ListPage { page, rows }))
}

#[derive(Template)]
#[template(path = "mediation_hold.html")]
struct HoldPage {
    page: Page,
    errors: Errors,
    complaint: Summary,
    rows: Vec<(String, String)>,
    sessions: Vec<Shown>,
    came: Vec<(String, String)>,
    lines: Vec<(usize, String, String)>,
    typed: Held,
}

/// What was typed of a session.
#[derive(Deserialize, Default)]
pub(super) struct Held {
    #[serde(default)]
    came: String,
    #[serde(default)]
    minutes: String,
    #[serde(default)]
    terms: String,
    #[serde(default)]
    day: Vec<String>,
    #[serde(default)]
    amount: Vec<String>,
}

async fn hold_page(
    desk: &Desk,
    session: StaffSession,
    text: &str,
    typed: Held,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::HoldMediation).map_err(|_| Problem::not_found())?;
    let (complaint, all) = sessions(desk, &actor, reference(text)?).await.map_err(failed)?;
    let mut rows = vec![
        (page.t("casework-kind"), page.label("kind", &complaint.kind)),
        (page.t("casework-language"), page.language_name(&complaint.language)),
    ];
    if let Some(sex) = &complaint.interpreter_sex {
        rows.push((page.t("casework-interpreter"), page.t(&format!("casework-interpreter-{sex}"))));
    }
    let value = |all: &[String], at: usize| all.get(at).cloned().unwrap_or_default();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = HoldPage {
        rows,
        sessions: all.iter().map(|one| Shown::of(&page, one)).collect(),
        came: Came::ALL
            .map(|came| {
                let code = came.state().code();
                (code.to_owned(), page.t(&format!("casework-session-{code}")))
            })
            .to_vec(),
        lines: (0..6).map(|at| (at + 1, value(&typed.day, at), value(&typed.amount, at))).collect(),
        typed,
        errors,
        complaint,
        page,
    };
    Ok(render(status, &shown))
}

pub(super) async fn hold(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    hold_page(&desk, session, &text, Held::default(), Errors::none()).await
}

pub(super) async fn hold_form(
    State(desk): State<Desk>,
    Path((text, number)): Path<(String, i32)>,
    session: StaffSession,
    Form(typed): Form<Held>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let page = &session.page;
    match (
        Came::from_code(&typed.came),
        read_lines(&typed.day, &typed.amount, desk.site.pack.currency_decimals()),
    ) {
        (None, _) => errors.add(page, "came", "common-error-choose"),
        (_, Err((field, message))) => errors.add(page, &field, message),
        (Some(came), Ok(pay)) => {
            let held = HeldSession { came, minutes: typed.minutes.clone(), terms: typed.terms.clone(), pay };
            let held = hold_session(&desk, &session.actor, reference(&text)?, number, &held).await;
            let Err(error) = held else { return Ok(Redirect::to("/staff/mediations").into_response()) };
            let (field, message) = held_wrong(&error).ok_or_else(|| failed(error))?;
            errors.add(page, field, message);
        }
    }
    hold_page(&desk, session, &text, typed, errors).await
}

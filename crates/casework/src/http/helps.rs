//! What comes beside complaints: calls asked for in a language, and reports that a wording is wrong.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_complaints::{
    CallBackError, CallOutcome, Desk, OpenedCall, OpenedWording, WordingError, finish_call_back,
    open_call_back, open_wording, settle_wording,
};
use haqqi_kernel::{CommitError, Reference};
use haqqi_language::left_to_right;
use haqqi_web::{Errors, Form, Page, Pressed, Problem, render};
use serde::Deserialize;

use crate::http::record::reference;

#[derive(Template)]
#[template(path = "call_back.html")]
struct CallBackPage {
    page: Page,
    errors: Errors,
    call: OpenedCall,
    rows: Vec<(String, String)>,
    outcomes: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "wording_report.html")]
struct WordingReportPage {
    page: Page,
    report: OpenedWording,
}

fn call_problem(error: CallBackError) -> Problem {
    match error {
        CallBackError::NotFound => Problem::not_found(),
        CallBackError::Done | CallBackError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    }
}

fn wording_problem(error: WordingError) -> Problem {
    match error {
        WordingError::NotFound => Problem::not_found(),
        WordingError::Done | WordingError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    }
}

async fn call_page(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let call = open_call_back(desk, &actor, reference).await.map_err(call_problem)?;
    let mut rows = vec![
        (page.t("casework-language"), page.language_name(&call.language)),
        (page.t("casework-call-number"), left_to_right(&call.number)),
    ];
    let mut add = |id: &str, value: String| {
        if !value.is_empty() {
            rows.push((page.t(id), value));
        }
    };
    add("casework-when", call.when.clone());
    add("casework-safe-word", call.safe_word.clone());
    let sex = call.interpreter_sex.as_deref();
    add(
        "casework-interpreter",
        sex.map(|sex| page.t(&format!("casework-interpreter-{sex}"))).unwrap_or_default(),
    );
    let about = call.about.as_str();
    add(
        "casework-call-about",
        if about.is_empty() { String::new() } else { page.t(&format!("casework-texts-{about}")) },
    );
    add("casework-received", page.date_time(&call.asked_at));
    add("casework-call-before", page.date_time(&call.due_at));
    let outcome = call.outcome.map(|outcome| page.t(&format!("casework-call-{}", outcome.code())));
    add("casework-outcome", outcome.unwrap_or_default());
    let outcomes = CallOutcome::ALL
        .map(|outcome| {
            let label = page.t(&format!("casework-call-{}", outcome.code()));
            (outcome.code().to_owned(), label, String::new())
        })
        .to_vec();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &CallBackPage { page, errors, call, rows, outcomes }))
}

pub(super) async fn call(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    call_page(&desk, session, reference(&text)?, Errors::none()).await
}

#[derive(Deserialize)]
pub(super) struct Ended {
    #[serde(default)]
    outcome: String,
}

pub(super) async fn call_ended(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Ended>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let Some(outcome) = CallOutcome::from_code(&form.outcome) else {
        let mut errors = Errors::none();
        errors.add(&session.page, "outcome", "common-error-choose");
        return call_page(&desk, session, reference, errors).await;
    };
    finish_call_back(&desk, &session.actor, reference, outcome).await.map_err(call_problem)?;
    Ok(Redirect::to("/staff/").into_response())
}

pub(super) async fn wording(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let report = open_wording(&desk, &session.actor, reference(&text)?).await.map_err(wording_problem)?;
    Ok(render(StatusCode::OK, &WordingReportPage { page: session.page, report }))
}

pub(super) async fn wording_settled(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Pressed>,
) -> Result<Response, Problem> {
    settle_wording(&desk, &session.actor, reference(&text)?).await.map_err(wording_problem)?;
    Ok(Redirect::to("/staff/").into_response())
}

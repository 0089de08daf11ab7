//! What comes beside complaints: calls asked for in a language, and reports that a wording is wrong.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{Directory, StaffSession};
use haqqi_complaints::{
    CALL_DAYS, CallBackError, CallOutcome, Desk, OpenedCall, OpenedWording, WordingError, arrange_call,
    finish_call_back, open_call_back, open_wording, settle_wording,
};
use haqqi_kernel::{CommitError, Reference};
use haqqi_language::{Args, left_to_right};
use haqqi_web::{Errors, Form, Page, Pressed, Problem, render};
use serde::Deserialize;
use uuid::Uuid;

use crate::call_interpreter::interpreter_of_call;
use crate::http::record::reference;

#[derive(Template)]
#[template(path = "call_back.html")]
struct CallBackPage {
    page: Page,
    errors: Errors,
    call: OpenedCall,
    rows: Vec<(String, String)>,
    outcomes: Vec<(String, String, String)>,
    /// The work of interpreting it is open.
    interpreted: bool,
    /// Who may have interpreted.
    interpreters: Vec<(String, String, String)>,
    at: String,
    how: String,
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
    typed: Arranged,
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
    let work = interpreter_of_call(desk, call.id).await.map_err(|e| Problem::because(&e))?;
    let who: Vec<Uuid> = work.flatten().into_iter().chain(call.interpreted_by).collect();
    let names = Directory::new(desk.site.house.clone()).names(&who).await;
    let names = names.map_err(|e| Problem::because(&e))?;
    let interpreter = who.first().and_then(|id| names.get(id)).cloned();
    let nobody = if work.is_some() { page.t("casework-call-looking") } else { String::new() };
    add("casework-call-who", interpreter.clone().unwrap_or(nobody));
    add(
        "casework-call-at",
        call.joint
            .as_ref()
            .map(|joint| format!("{} · {}", page.moment(&joint.at), joint.how))
            .unwrap_or_default(),
    );
    let interpreters = interpreter
        .map(|name| {
            let nobody = page.t("casework-call-nobody");
            vec![("yes".to_owned(), name, String::new()), ("no".to_owned(), nobody, String::new())]
        })
        .unwrap_or_default();
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
    let interpreted = work.is_some();
    let (at, how) = (typed.at, typed.how);
    let shown = CallBackPage { page, errors, call, rows, outcomes, interpreted, interpreters, at, how };
    Ok(render(status, &shown))
}

pub(super) async fn call(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    call_page(&desk, session, reference(&text)?, Errors::none(), Arranged::default()).await
}

#[derive(Deserialize)]
pub(super) struct Ended {
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    interpreter: String,
}

/// When whoever works on it calls, and how an interpreter joins.
#[derive(Default, Deserialize)]
pub(super) struct Arranged {
    #[serde(default)]
    at: String,
    #[serde(default)]
    how: String,
}

pub(super) async fn call_arranged(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Arranged>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let (field, message) = match session.page.read_time(&typed.at) {
        None => ("at", "casework-error-time"),
        Some(at) => match arrange_call(&desk, &session.actor, reference, at, &typed.how).await {
            Ok(()) => return Ok(Redirect::to(&format!("/staff/call-backs/{reference}")).into_response()),
            Err(CallBackError::Past) => ("at", "casework-call-arrange-error-past"),
            Err(CallBackError::Ahead) => ("at", "casework-call-arrange-error-ahead"),
            Err(CallBackError::TooLong(_)) => ("how", "common-error-required"),
            Err(CallBackError::TellsNumber) => ("how", "casework-call-arrange-error-number"),
            Err(other) => return Err(call_problem(other)),
        },
    };
    let mut errors = Errors::none();
    errors.add_with(&session.page, field, message, &Args::new().set("days", CALL_DAYS));
    call_page(&desk, session, reference, errors, typed).await
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
        return call_page(&desk, session, reference, errors, Arranged::default()).await;
    };
    let call = open_call_back(&desk, &session.actor, reference).await.map_err(call_problem)?;
    let has = interpreter_of_call(&desk, call.id).await.map_err(|e| Problem::because(&e))?.flatten();
    // Who interpreted is said where they talked and somebody was to.
    let interpreted_by = match (has, outcome, form.interpreter.as_str()) {
        (Some(_), CallOutcome::Reached, "") => {
            let mut errors = Errors::none();
            errors.add(&session.page, "interpreter", "common-error-choose");
            return call_page(&desk, session, reference, errors, Arranged::default()).await;
        }
        (has, CallOutcome::Reached, "yes") => has,
        _ => None,
    };
    finish_call_back(&desk, &session.actor, reference, outcome, interpreted_by)
        .await
        .map_err(call_problem)?;
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

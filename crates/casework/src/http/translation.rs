//! An interpreter's page: one text, and the place for its translation.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, ReadError};
use haqqi_kernel::CommitError;
use haqqi_web::{Errors, Form, Json, Page, Problem, render};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::give_back::{BackError, BackReason, give_text_back};
use crate::translate::{ToTranslate, TranslateError, to_translate, translate};

#[derive(Template)]
#[template(path = "translation.html")]
struct TranslationPage {
    page: Page,
    errors: Errors,
    item: Uuid,
    work: ToTranslate,
    typed: String,
    reasons: Vec<(String, String, String)>,
}

/// The reasons for giving a text back.
pub(super) fn reasons(page: &Page) -> Vec<(String, String, String)> {
    let row = |reason: BackReason| {
        (reason.code().to_owned(), page.t(&format!("casework-back-{}", reason.code())), String::new())
    };
    BackReason::ALL.map(row).to_vec()
}

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    body: String,
}

fn problem(error: TranslateError) -> Problem {
    match error {
        TranslateError::Read(ReadError::NotFound) => Problem::not_found(),
        TranslateError::TooLong => Problem::too_large(),
        other => Problem::because(&other),
    }
}

pub(super) async fn show(
    State(desk): State<Desk>,
    session: StaffSession,
    Path(item): Path<Uuid>,
) -> Result<Response, Problem> {
    let work = to_translate(&desk, &session.actor, item).await.map_err(problem)?;
    Ok(shown(session.page, Errors::none(), item, work, String::new()))
}

fn shown(page: Page, errors: Errors, item: Uuid, work: ToTranslate, typed: String) -> Response {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let reasons = reasons(&page);
    render(status, &TranslationPage { page, errors, item, work, typed, reasons })
}

/// Why a text is given back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Back {
    /// `conflict`, `language` or `time`.
    reason: String,
}

impl Back {
    /// The reason that it names.
    pub(super) fn reason(&self) -> Result<BackReason, Problem> {
        let reason = BackReason::from_code(&self.reason);
        reason.ok_or_else(|| Problem::unprocessable().field("reason", "common-error-choose"))
    }
}

/// What a form says.
#[derive(Deserialize)]
pub(super) struct TypedBack {
    #[serde(default)]
    pub reason: String,
}

pub(super) async fn back(
    State(desk): State<Desk>,
    session: StaffSession,
    Path(item): Path<Uuid>,
    Form(form): Form<TypedBack>,
) -> Result<Response, Problem> {
    let Some(reason) = BackReason::from_code(&form.reason) else {
        let work = to_translate(&desk, &session.actor, item).await.map_err(problem)?;
        let mut errors = Errors::none();
        errors.add(&session.page, "reason", "common-error-choose");
        return Ok(shown(session.page, errors, item, work, String::new()));
    };
    give_text_back(&desk, &session.actor, item, reason).await.map_err(not_back)?;
    Ok(Redirect::to("/staff/").into_response())
}

pub(super) fn not_back(error: BackError) -> Problem {
    match error {
        BackError::NotFound => Problem::not_found(),
        BackError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    }
}

/// Gives the one text that the interpreter has back: a conflict of interest is declared, or it cannot be done. Another
/// interpreter is looked for, and the clock runs on.
#[utoipa::path(post, path = "/api/v1/translations/{item}/back", tag = "casework", params(("item" = Uuid, Path)),
    request_body = Back,
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn api_back(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path(item): Path<Uuid>,
    Json(back): Json<Back>,
) -> Result<StatusCode, Problem> {
    give_text_back(&desk, &caller.actor, item, back.reason()?).await.map_err(not_back)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn submit(
    State(desk): State<Desk>,
    session: StaffSession,
    Path(item): Path<Uuid>,
    Form(form): Form<Typed>,
) -> Result<Response, Problem> {
    match translate(&desk, &session.actor, item, &form.body).await {
        Ok(()) => Ok(Redirect::to("/staff/").into_response()),
        Err(TranslateError::Empty) => {
            let work = to_translate(&desk, &session.actor, item).await.map_err(problem)?;
            let mut errors = Errors::none();
            errors.add(&session.page, "body", "common-error-required");
            Ok(shown(session.page, errors, item, work, form.body))
        }
        Err(other) => Err(problem(other)),
    }
}

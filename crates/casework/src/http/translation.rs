//! An interpreter's page: one text, and the place for its translation.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Desk, ReadError};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;
use uuid::Uuid;

use crate::translate::{ToTranslate, TranslateError, to_translate, translate};

#[derive(Template)]
#[template(path = "translation.html")]
struct TranslationPage {
    page: Page,
    errors: Errors,
    item: Uuid,
    work: ToTranslate,
    typed: String,
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
    let shown =
        TranslationPage { page: session.page, errors: Errors::none(), item, work, typed: String::new() };
    Ok(render(StatusCode::OK, &shown))
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
            let shown = TranslationPage { page: session.page, errors, item, work, typed: form.body };
            Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &shown))
        }
        Err(other) => Err(problem(other)),
    }
}

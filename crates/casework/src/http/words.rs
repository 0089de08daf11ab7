//! Somebody calls who could keep nothing: her two words are checked, and a new code is said to her, once.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, NewCode, SaidWords, WordsError, check_words};
use haqqi_kernel::{Action, judge, plain_digits};
use haqqi_web::{Errors, Form, Json, Page, Problem, render};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Template)]
#[template(path = "words.html")]
struct WordsPage {
    page: Page,
    errors: Errors,
    typed: Typed,
    found: Option<NewCode>,
}

#[derive(Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    first: String,
    #[serde(default)]
    second: String,
    #[serde(default)]
    day: String,
}

pub(super) async fn show(session: StaffSession) -> Result<Response, Problem> {
    judge(&session.actor, Action::CheckWords).map_err(|_| Problem::not_found())?;
    let (page, errors, typed) = (session.page, Errors::none(), Typed::default());
    Ok(render(StatusCode::OK, &WordsPage { page, errors, typed, found: None }))
}

/// Which field a refusal is about, and the message that says it.
fn wrong(error: &WordsError) -> Option<(&'static str, &'static str)> {
    match error {
        WordsError::Shape => Some(("first", "casework-words-error-shape")),
        WordsError::Unknown => Some(("first", "casework-words-error-unknown")),
        WordsError::Several => Some(("day", "casework-words-error-several")),
        _ => None,
    }
}

fn failed(error: &WordsError) -> Problem {
    match error {
        WordsError::Denied => Problem::not_found(),
        WordsError::TooMany => Problem::too_many(),
        WordsError::Commit(error) => Problem::uncommitted(error),
        other => Problem::because(other),
    }
}

pub(super) async fn check_form(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let mut errors = Errors::none();
    let day = typed.day.trim();
    let read = plain_digits(day).parse::<NaiveDate>().ok();
    if !day.is_empty() && read.is_none() {
        errors.add(&page, "day", "common-error-invalid");
        return Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &WordsPage { page, errors, typed, found: None }));
    }
    let said = SaidWords { first: typed.first.clone(), second: typed.second.clone(), day: read };
    match check_words(&desk, &actor, &said).await {
        Ok(found) => {
            let typed = Typed::default();
            Ok(render(StatusCode::OK, &WordsPage { page, errors, typed, found: Some(found) }))
        }
        Err(error) => {
            let (field, message) = wrong(&error).ok_or_else(|| failed(&error))?;
            errors.add(&page, field, message);
            Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &WordsPage { page, errors, typed, found: None }))
        }
    }
}

/// The words that a caller said.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    /// One word.
    first: String,
    /// The other.
    second: String,
    /// The day she wrote, as far as she remembers (`2026-11-24`).
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    day: Option<NaiveDate>,
}

/// A new code: to be said to her alone.
#[derive(Serialize, ToSchema)]
pub(super) struct Renewed {
    /// Her reference.
    reference: String,
    /// 16 digits in groups of four. Shown once; the one before has ended.
    code: String,
}

/// Checks the words of a caller who could keep no code, and makes a new one. Audited, right or wrong.
#[utoipa::path(post, path = "/api/v1/casework/words", tag = "casework", request_body = Said,
    responses((status = 201, body = Renewed), (status = 401), (status = 404), (status = 422), (status = 429)))]
pub(super) async fn check_json(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Json(said): Json<Said>,
) -> Result<Response, Problem> {
    let said = SaidWords { first: said.first, second: said.second, day: said.day };
    match check_words(&desk, &caller.actor, &said).await {
        Ok(found) => {
            let answer = Renewed { reference: found.reference.to_string(), code: found.code.to_string() };
            Ok((StatusCode::CREATED, Json(answer)).into_response())
        }
        Err(error) => Err(match wrong(&error) {
            Some((field, message)) => Problem::unprocessable().field(field, message),
            None => failed(&error),
        }),
    }
}

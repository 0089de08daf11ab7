//! Somebody calls who could keep nothing: her two words are checked, and a new code is said to her, once.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Desk, NewCode, SaidWords, WordsError, check_words};
use haqqi_kernel::{Action, judge, read_day};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

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
    let read = read_day(day);
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

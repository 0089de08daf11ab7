//! Telling that a wording is wrong or hard to understand.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_web::{Errors, Form, Page, Problem, WorkerPage, render};
use serde::Deserialize;

use crate::Desk;
use crate::wording::{TellWording, WordingError, tell_wording};

#[derive(Template)]
#[template(path = "wording.html")]
struct WordingPage {
    page: Page,
    errors: Errors,
    typed: Typed,
    done: bool,
}

#[derive(Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    on: String,
    #[serde(default)]
    shown: String,
    #[serde(default)]
    better: String,
}

pub(super) async fn show(WorkerPage(page): WorkerPage, Query(typed): Query<Typed>) -> Response {
    let typed = Typed { on: typed.on, ..Typed::default() };
    render(StatusCode::OK, &WordingPage { page, errors: Errors::none(), typed, done: false })
}

pub(super) async fn tell(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let told = TellWording {
        language: page.tag().to_owned(),
        place: typed.on.clone(),
        shown: typed.shown.clone(),
        better: typed.better.clone(),
    };
    let mut errors = Errors::none();
    match tell_wording(&desk, &told).await {
        Ok(()) => {
            let typed = Typed::default();
            return Ok(render(StatusCode::OK, &WordingPage { page, errors, typed, done: true }));
        }
        Err(WordingError::Empty) => errors.add(&page, "shown", "common-error-required"),
        Err(WordingError::TooLong(field)) => errors.add(&page, field, "complaints-error-long"),
        Err(WordingError::TooMany) => return Err(Problem::too_many()),
        Err(other) => return Err(Problem::because(&other)),
    }
    Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &WordingPage { page, errors, typed, done: false }))
}

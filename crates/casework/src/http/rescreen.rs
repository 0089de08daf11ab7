//! The questions on safety, asked again: read aloud in private, one after another. As a page and as JSON.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, Summary};
use haqqi_kernel::Action;
use haqqi_screening::{Answer, Level};
use haqqi_web::{Errors, Form, Json, Page, Problem, render};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::record::{back, found, problem, reference};
use crate::rescreen::{RescreenError, asked_again, rescreen};

/// A question as it is asked.
struct Question {
    field: String,
    text: String,
    answer: String,
    error: String,
}

#[derive(Template)]
#[template(path = "rescreen.html")]
struct RescreenPage {
    page: Page,
    errors: Errors,
    complaint: Summary,
    last: String,
    questions: Vec<Question>,
    answers: Vec<(String, String, String)>,
}

/// The name of a question's field.
fn field_of(id: &str) -> String {
    format!("answer-{id}")
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    text: &str,
    typed: &BTreeMap<String, String>,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let complaint = found(desk, &actor, Action::WorkComplaint, text).await?;
    let last = asked_again(desk, &complaint).await.map_err(|e| Problem::because(&e))?;
    let questions = desk.screening.questions();
    let questions = questions.iter().map(|question| {
        let field = field_of(&question.id);
        Question {
            text: page.t(&question.ask),
            answer: typed.get(&field).cloned().unwrap_or_default(),
            error: errors.of(&field).to_owned(),
            field,
        }
    });
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = RescreenPage {
        last: last.map(|at| page.date_time(&at)).unwrap_or_default(),
        questions: questions.collect(),
        answers: [("yes", "common-yes"), ("no", "common-no"), ("unknown", "common-unknown")]
            .map(|(code, id)| (code.to_owned(), page.t(id), String::new()))
            .to_vec(),
        errors,
        complaint,
        page,
    };
    Ok(render(status, &shown))
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, &text, &BTreeMap::new(), Errors::none()).await
}

fn answers<'a>(pairs: impl Iterator<Item = (&'a String, &'a String)>) -> BTreeMap<String, Answer> {
    let read = |(id, value): (&String, &String)| {
        let answer = match value.as_str() {
            "yes" => Answer::Yes,
            "no" => Answer::No,
            "unknown" => Answer::Unknown,
            _ => return None,
        };
        Some((id.strip_prefix("answer-")?.to_owned(), answer))
    };
    pairs.filter_map(read).collect()
}

fn failed(error: RescreenError) -> Problem {
    match error {
        RescreenError::Read(error) => problem(error),
        RescreenError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

pub(super) async fn submit(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    match rescreen(&desk, &session.actor, reference(&text)?, &answers(form.iter())).await {
        Ok(_) => return Ok(back(&text)),
        Err(RescreenError::Question(id)) => {
            errors.add(&session.page, &field_of(&id), "common-error-choose");
        }
        Err(RescreenError::NotMet) => {
            errors.add(&session.page, "questions", "casework-rescreen-error-not-met");
        }
        Err(RescreenError::State) => errors.add(&session.page, "questions", "casework-error-state"),
        Err(other) => return Err(failed(other)),
    }
    page_of(&desk, session, &text, &form, errors).await
}

/// What she answered when she was asked again.
#[derive(Deserialize, ToSchema)]
#[schema(as = SafetyAnswers)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    /// Question → `yes`, `no`, `unknown`; every question of the pack wants one.
    answers: BTreeMap<String, String>,
}

/// What was found.
#[derive(Serialize, ToSchema)]
pub(super) struct Found {
    /// The level, if any indicator is present.
    level: Option<&'static str>,
}

/// Keeps what she answered when she was asked again about safety, in private.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/rescreening", tag = "casework", params(("reference" = String, Path)),
    request_body = Asked, responses((status = 201, body = Found), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn submit_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Asked>,
) -> Result<Response, Problem> {
    let named: BTreeMap<String, String> =
        new.answers.into_iter().map(|(id, answer)| (field_of(&id), answer)).collect();
    match rescreen(&desk, &caller.actor, reference(&text)?, &answers(named.iter())).await {
        Ok(level) => Ok((StatusCode::CREATED, Json(Found { level: level.map(Level::code) })).into_response()),
        Err(RescreenError::Question(id)) => {
            Err(Problem::unprocessable().field(format!("answers.{id}"), "common-error-choose"))
        }
        Err(RescreenError::NotMet) => {
            Err(Problem::unprocessable().field("answers", "casework-rescreen-error-not-met"))
        }
        Err(RescreenError::State) => Err(Problem::unprocessable().field("answers", "casework-error-state")),
        Err(other) => Err(failed(other)),
    }
}

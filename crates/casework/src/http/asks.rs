//! What the worker asks for, on her record: a withdrawal to be checked, an objection to be answered.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{AskKind, Desk, asked};
use haqqi_kernel::{Actor, CommitError};
use haqqi_web::{Errors, Form, Json, Page, Problem};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::http::record::{back, page_with_errors, problem, reference};
use crate::objection::{ObjectionAnswer, decide_objection, may_decide_objection};
use crate::withdrawal::{DecideError, WithdrawalCheck, decide_withdrawal};

/// What is open, as the record shows it.
pub(super) struct Panel {
    /// Since when a withdrawal is asked for.
    pub withdrawal: Option<String>,
    /// Since when an objection waits.
    pub objection: Option<String>,
    /// Whether this account may decide the objection.
    pub may_decide: bool,
    pub checks: Vec<(String, String, String)>,
    pub answers: Vec<(String, String, String)>,
}

impl Panel {
    pub(super) async fn of(
        desk: &Desk,
        actor: &Actor,
        page: &Page,
        complaint: Uuid,
    ) -> Result<Self, Problem> {
        let failed = |e: sea_orm::DbErr| Problem::because(&e);
        let all = asked(&desk.site.house, complaint).await.map_err(failed)?;
        let since = |kind: AskKind| {
            let open = all.iter().find(|asked| asked.kind == kind && asked.decided_at.is_none());
            open.map(|asked| page.date_time(&asked.asked_at))
        };
        let triple = |id: String, code: &str| (code.to_owned(), page.t(&id), String::new());
        let objection = since(AskKind::Objection);
        Ok(Self {
            withdrawal: since(AskKind::Withdrawal),
            may_decide: objection.is_some()
                && may_decide_objection(desk, actor, complaint).await.map_err(failed)?,
            objection,
            checks: WithdrawalCheck::ALL
                .map(|check| triple(format!("casework-withdrawal-{}", check.code()), check.code()))
                .to_vec(),
            answers: ObjectionAnswer::ALL
                .map(|answer| triple(format!("casework-objection-{}", answer.code()), answer.code()))
                .to_vec(),
        })
    }
}

/// The field and the message of a refusal that a person can put right.
fn wrong(error: &DecideError) -> Option<(&'static str, &'static str)> {
    match error {
        DecideError::Empty => Some(("words", "staff-error-reason")),
        DecideError::NotMet => Some(("check", "casework-withdrawal-error-not-met")),
        DecideError::NotTried => Some(("check", "casework-withdrawal-error-not-tried")),
        DecideError::FlagOpen => Some(("check", "casework-withdrawal-error-flag")),
        DecideError::SamePerson => Some(("answer", "casework-objection-error-same")),
        DecideError::State => Some(("check", "casework-error-acknowledge-first")),
        DecideError::Language => Some(("answer_language", "common-error-choose")),
        _ => None,
    }
}

fn failed(error: DecideError) -> Problem {
    match error {
        DecideError::Read(error) => problem(error),
        DecideError::TooLong => Problem::too_large(),
        DecideError::Nothing | DecideError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    }
}

#[derive(Deserialize)]
pub(super) struct Checked {
    #[serde(default)]
    check: String,
    #[serde(default)]
    words: String,
}

pub(super) async fn withdrawal_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Checked>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    match WithdrawalCheck::from_code(&form.check) {
        None => errors.add(&session.page, "check", "common-error-choose"),
        Some(check) => match decide_withdrawal(&desk, &session.actor, reference, check, &form.words).await {
            Ok(()) => return Ok(back(&text)),
            Err(error) => match wrong(&error) {
                Some((field, message)) => errors.add(&session.page, field, message),
                None => return Err(failed(error)),
            },
        },
    }
    page_with_errors(&desk, session, reference, errors, form.words).await
}

#[derive(Deserialize)]
pub(super) struct Answered {
    #[serde(default)]
    answer: String,
    #[serde(default)]
    answer_language: String,
    #[serde(default)]
    words: String,
}

pub(super) async fn objection_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Answered>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    match ObjectionAnswer::from_code(&form.answer) {
        None => errors.add(&session.page, "answer", "common-error-choose"),
        Some(answer) => {
            let done = decide_objection(
                &desk,
                &session.actor,
                reference,
                answer,
                &form.answer_language,
                &form.words,
            );
            match done.await {
                Ok(()) => return Ok(back(&text)),
                Err(error) => match wrong(&error) {
                    Some((field, message)) => errors.add(&session.page, field, message),
                    None => return Err(failed(error)),
                },
            }
        }
    }
    page_with_errors(&desk, session, reference, errors, form.words).await
}

/// What a private check of a withdrawal found.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCheck {
    /// `own` (she was met alone and wishes it), `unchecked` (she could not be met alone), `pressed` (it goes on).
    check: String,
    /// What was found out: for the office alone; needed unless it is her own wish.
    #[serde(default)]
    words: String,
}

/// Decides on a withdrawal after a private check. 409 where none is asked for.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/withdrawal", tag = "casework", params(("reference" = String, Path)),
    request_body = NewCheck, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn withdrawal_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewCheck>,
) -> Result<Response, Problem> {
    let check = WithdrawalCheck::from_code(&new.check)
        .ok_or_else(|| Problem::unprocessable().field("check", "common-error-choose"))?;
    match decide_withdrawal(&desk, &caller.actor, reference(&text)?, check, &new.words).await {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(error) => Err(match wrong(&error) {
            Some((field, message)) => Problem::unprocessable().field(field, message),
            None => failed(error),
        }),
    }
}

/// The answer to an objection.
#[derive(Deserialize, ToSchema)]
#[schema(as = ObjectionAnswered)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAnswer {
    /// `stands` or `anew`.
    answer: String,
    /// Language of the words.
    language: String,
    /// The words to her.
    words: String,
}

/// Decides on an objection: never by who decided the outcome. 409 where none waits.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/objection", tag = "casework", params(("reference" = String, Path)),
    request_body = NewAnswer, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn objection_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewAnswer>,
) -> Result<Response, Problem> {
    let answer = ObjectionAnswer::from_code(&new.answer)
        .ok_or_else(|| Problem::unprocessable().field("answer", "common-error-choose"))?;
    match decide_objection(&desk, &caller.actor, reference(&text)?, answer, &new.language, &new.words).await {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(error) => Err(match wrong(&error) {
            Some((field, message)) => Problem::unprocessable().field(field, message),
            None => failed(error),
        }),
    }
}

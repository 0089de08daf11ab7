//! The same as JSON.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use haqqi_accounts::ApiStaff;
use haqqi_complaints::{Desk, ReadError};
use haqqi_web::{Json, Problem};
use haqqi_worklist::{Cursor, Filter, Sight};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::acknowledge::AcknowledgeError;
use crate::assess::AssessError;
use crate::http::queue::stands_in_for;
use crate::http::record::{problem, reference};
use crate::message::MessageError;
use crate::translate::TranslateError;

/// What is asked of the queue.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    mine: bool,
    #[serde(default)]
    burning: bool,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    office: Option<String>,
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    level: Option<String>,
    #[serde(default)]
    clock: Option<String>,
    #[serde(default)]
    state: Option<String>,
    #[serde(default)]
    nobodys: bool,
    #[serde(default)]
    cluster: bool,
    #[serde(default)]
    after: Option<String>,
}

/// The queue: what the token's owner may open, in order of due time.
#[utoipa::path(get, path = "/api/v1/queue", tag = "casework",
    params(("mine" = Option<bool>, Query), ("burning" = Option<bool>, Query), ("kind" = Option<String>, Query),
        ("office" = Option<String>, Query), ("language" = Option<String>, Query), ("label" = Option<String>, Query),
        ("level" = Option<String>, Query), ("clock" = Option<String>, Query), ("state" = Option<String>, Query),
        ("nobodys" = Option<bool>, Query), ("cluster" = Option<bool>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Object), (status = 401), (status = 404)))]
pub(super) async fn queue(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Query(asked): Query<Asked>,
) -> Result<Json<serde_json::Value>, Problem> {
    let sight = Sight::of(&caller.actor).map_err(|_| Problem::not_found())?;
    let sight = sight.standing_in_for(stands_in_for(&desk, &caller.actor).await?);
    let house = &desk.site.house;
    let filter = Filter {
        mine: asked.mine,
        burning: asked.burning,
        kind: asked.kind,
        office: asked.office,
        language: asked.language,
        label: asked.label,
        level: asked.level,
        clock: asked.clock,
        state: asked.state,
        nobodys: asked.nobodys,
        cluster: asked.cluster,
        ..Filter::default()
    };
    let after = asked.after.as_deref().and_then(Cursor::decode);
    let found =
        haqqi_worklist::queue(house, &sight, &filter, after, 100).await.map_err(|e| Problem::because(&e))?;
    let counts = haqqi_worklist::counts(house, &sight, house.now() + TimeDelta::hours(6))
        .await
        .map_err(|e| Problem::because(&e))?;
    Ok(Json(serde_json::json!({
        "counts": counts,
        "rows": found.rows,
        "next": found.next.map(|cursor| cursor.encode()),
    })))
}

/// A next step.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NextStep {
    /// A code of the pack.
    next_step: String,
    /// Why, for the office alone; some steps need it.
    #[serde(default)]
    why: String,
}

/// Whether it was in time.
#[derive(Serialize, ToSchema)]
pub(super) struct InTime {
    in_time: bool,
}

/// Sets a next step and so acknowledges. The words must have been opened before.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/acknowledgement", tag = "casework", params(("reference" = String, Path)),
    request_body = NextStep, responses((status = 201, body = InTime), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn acknowledge(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(step): Json<NextStep>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let done =
        crate::acknowledge::acknowledge(&desk, &caller.actor, reference, &step.next_step, &step.why).await;
    let wrong = |field: &str, message| Err(Problem::unprocessable().field(field, message));
    match done {
        Ok(done) => Ok((StatusCode::CREATED, Json(InTime { in_time: done.in_time })).into_response()),
        Err(AcknowledgeError::Step) => wrong("next_step", "common-error-choose"),
        Err(AcknowledgeError::Urgency) => wrong("next_step", "casework-error-urgency"),
        Err(AcknowledgeError::Contact) => wrong("next_step", "casework-error-contact"),
        Err(AcknowledgeError::NoCode) => wrong("next_step", "casework-error-no-code"),
        Err(AcknowledgeError::Why) => wrong("why", "staff-error-reason"),
        Err(AcknowledgeError::NotRead) => wrong("next_step", "casework-error-not-read"),
        Err(AcknowledgeError::Already | AcknowledgeError::Commit(haqqi_kernel::CommitError::Stale)) => {
            Err(Problem::conflict())
        }
        Err(AcknowledgeError::Read(error)) => Err(problem(error)),
        Err(other) => Err(Problem::because(&other)),
    }
}

/// An assessment.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAssessment {
    /// What was found out: for the office alone.
    note: String,
    /// A code of the pack.
    next_step: String,
}

/// Notes an assessment and sets the next step. The first one meets its clock and begins the decision's.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/assessments", tag = "casework", params(("reference" = String, Path)),
    request_body = NewAssessment, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn assess(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewAssessment>,
) -> Result<Response, Problem> {
    let unprocessable = |field, message| Err(Problem::unprocessable().field(field, message));
    match crate::assess::assess(&desk, &caller.actor, reference(&text)?, &new.next_step, &new.note).await {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(AssessError::Empty) => unprocessable("note", "common-error-required"),
        Err(AssessError::Step) => unprocessable("next_step", "common-error-choose"),
        Err(AssessError::NotRead) => unprocessable("next_step", "casework-error-not-read"),
        Err(AssessError::Contact) => unprocessable("next_step", "casework-error-contact"),
        Err(AssessError::NoCode) => unprocessable("next_step", "casework-error-no-code"),
        Err(AssessError::State) => unprocessable("note", "casework-error-acknowledge-first"),
        Err(AssessError::TooLong) => Err(Problem::too_large()),
        Err(AssessError::Commit(haqqi_kernel::CommitError::Stale)) => Err(Problem::conflict()),
        Err(AssessError::Read(error)) => Err(problem(error)),
        Err(other) => Err(Problem::because(&other)),
    }
}

/// A message to the worker.
#[derive(Deserialize, ToSchema)]
#[schema(as = MessageToWorker)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMessage {
    /// Language of the words.
    language: String,
    /// The words.
    body: String,
}

/// Writes to the worker.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/messages", tag = "casework", params(("reference" = String, Path)),
    request_body = NewMessage, responses((status = 201), (status = 401), (status = 404), (status = 413), (status = 422)))]
pub(super) async fn message(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewMessage>,
) -> Result<Response, Problem> {
    match crate::message::message(&desk, &caller.actor, reference(&text)?, &new.language, &new.body).await {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(MessageError::Empty) => Err(Problem::unprocessable().field("body", "common-error-required")),
        Err(MessageError::Language) => Err(Problem::unprocessable().field("language", "common-error-choose")),
        Err(MessageError::NoCode) => {
            Err(Problem::unprocessable().field("body", "casework-error-nobody-reads"))
        }
        Err(MessageError::NotAcknowledged) => {
            Err(Problem::unprocessable().field("body", "casework-error-acknowledge-first"))
        }
        Err(MessageError::TooLong) => Err(Problem::too_large()),
        Err(MessageError::Read(error)) => Err(problem(error)),
        Err(other) => Err(Problem::because(&other)),
    }
}

/// A text to translate.
#[derive(Serialize, ToSchema)]
pub(super) struct ToTranslate {
    /// From this language.
    from: String,
    /// Into this one.
    into: String,
    /// The words.
    body: String,
}

/// The one text that the interpreter has: reading it is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/translations/{item}", tag = "casework", params(("item" = Uuid, Path)),
    responses((status = 200, body = ToTranslate), (status = 401), (status = 404)))]
pub(super) async fn to_translate(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path(item): Path<Uuid>,
) -> Result<Json<ToTranslate>, Problem> {
    match crate::translate::to_translate(&desk, &caller.actor, item).await {
        Ok(work) => Ok(Json(ToTranslate { from: work.from, into: work.into, body: work.body })),
        Err(TranslateError::Read(ReadError::NotFound)) => Err(Problem::not_found()),
        Err(other) => Err(Problem::because(&other)),
    }
}

/// A translation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Translation {
    /// The words.
    body: String,
}

/// Writes the translation of the one text that the interpreter has.
#[utoipa::path(post, path = "/api/v1/translations/{item}", tag = "casework", params(("item" = Uuid, Path)),
    request_body = Translation, responses((status = 201), (status = 401), (status = 404), (status = 413), (status = 422)))]
pub(super) async fn translate(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path(item): Path<Uuid>,
    Json(new): Json<Translation>,
) -> Result<Response, Problem> {
    match crate::translate::translate(&desk, &caller.actor, item, &new.body).await {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(TranslateError::Empty) => Err(Problem::unprocessable().field("body", "common-error-required")),
        Err(TranslateError::TooLong) => Err(Problem::too_large()),
        Err(TranslateError::Read(ReadError::NotFound)) => Err(Problem::not_found()),
        Err(other) => Err(Problem::because(&other)),
    }
}

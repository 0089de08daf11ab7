//! Texts that came in, as JSON.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::ApiStaff;
use haqqi_kernel::{CommitError, Reference};
use haqqi_web::{Json, Problem, instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Desk;
use crate::file::{FileComplaint, FileError};
use crate::http::api::field_problem;
use crate::model::{Age, Channel, Employer, Whose, Worker};
use crate::text_draft::{CompleteDraft, DraftError, complete_draft, open_draft};

fn problem(error: DraftError) -> Problem {
    match error {
        DraftError::NotFound => Problem::not_found(),
        DraftError::Done | DraftError::Commit(CommitError::Stale) => Problem::conflict(),
        DraftError::File(FileError::Field { field, problem }) => field_problem(field, problem),
        other => Problem::because(&other),
    }
}

fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// A text that came in, with her words and the number.
#[derive(Serialize, ToSchema)]
pub(super) struct TextAnswer {
    /// Reference such as `T-26-7KQ4M2-X`.
    reference: String,
    /// `sms`, `whatsapp`, `ivr` or `ussd`.
    way: &'static str,
    /// The language, as guessed.
    language: Option<String>,
    /// When the first text came (RFC 3339).
    received_at: String,
    /// Before when somebody takes it (RFC 3339).
    due_at: String,
    /// The sender, as the network names it.
    number: String,
    /// She said that the phone is hers alone.
    hers_alone: bool,
    /// The words may tell of danger.
    urgent: bool,
    /// The words of each text, oldest first.
    texts: Vec<String>,
    /// The complaint that was filed from it.
    complaint: Option<String>,
}

/// Opens a text that came in. Reading it is recorded.
#[utoipa::path(get, path = "/api/v1/texts/{reference}", tag = "complaints",
    params(("reference" = String, Path)),
    responses((status = 200, body = TextAnswer), (status = 401), (status = 404)))]
pub(super) async fn read(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<TextAnswer>, Problem> {
    let draft = open_draft(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    Ok(Json(TextAnswer {
        reference: draft.reference.to_string(),
        way: draft.way.code(),
        received_at: instant(draft.received_at),
        due_at: instant(draft.due_at),
        language: draft.language,
        number: draft.number,
        hers_alone: draft.hers_alone,
        urgent: draft.urgent,
        texts: draft.texts.into_iter().map(|(_, body)| body).collect(),
        complaint: draft.complaint,
    }))
}

/// What the hotline asks her. Her words stand as she wrote them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CompleteText {
    /// Her language (BCP 47).
    language: String,
    /// Kind of complaint, a code of the pack.
    #[serde(default)]
    kind: Option<String>,
    /// Somebody is in danger now.
    #[serde(default)]
    danger: bool,
    /// Where she works and for whom.
    #[serde(default)]
    #[schema(value_type = Object)]
    employer: Employer,
    /// Her name, if she wants to give one.
    #[serde(default)]
    name: String,
    /// `adult`, `child` or `unknown`.
    #[serde(default)]
    #[schema(value_type = String)]
    age: Age,
    /// `none`, `phone` or `text`: by the number from which the text came.
    #[serde(default)]
    #[schema(value_type = String)]
    channel: Channel,
    /// `alone`, `seen`, `trusted` or `employer`.
    #[serde(default)]
    #[schema(value_type = String)]
    whose: Option<Whose>,
    /// When it is safe, in her words.
    #[serde(default)]
    when: String,
    /// She asked that number and code be sent to that phone.
    #[serde(default)]
    send_note: bool,
}

/// What is read to her.
#[derive(Serialize, ToSchema)]
pub(super) struct CompletedAnswer {
    /// The complaint's reference.
    reference: String,
    /// Her secret code: for her alone. Shown once.
    code: Option<String>,
    /// Before when a person will have read it (RFC 3339).
    acknowledge_by: String,
}

/// Files what a text tells, once.
#[utoipa::path(post, path = "/api/v1/texts/{reference}/complaint", tag = "complaints",
    params(("reference" = String, Path)), request_body = CompleteText,
    responses((status = 201, body = CompletedAnswer), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn complete(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(body): Json<CompleteText>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let Some(channel) = Some(body.channel).filter(|channel| *channel != Channel::Email) else {
        return Err(Problem::unprocessable().field("channel", "common-error-choose"));
    };
    let what = CompleteDraft {
        told: FileComplaint {
            language: body.language,
            kind: body.kind,
            danger: body.danger,
            employer: body.employer,
            worker: Worker { name: body.name, age: body.age, ..Worker::default() },
            ..FileComplaint::default()
        },
        channel,
        whose: body.whose,
        when: body.when,
        send_note: body.send_note,
    };
    let done = complete_draft(&desk, &caller.actor, reference, &what).await.map_err(problem)?;
    let answer = CompletedAnswer {
        reference: done.reference.to_string(),
        code: done.code.map(|code| code.to_string()),
        acknowledge_by: instant(done.acknowledge_by),
    };
    Ok((StatusCode::CREATED, axum::Json(answer)).into_response())
}

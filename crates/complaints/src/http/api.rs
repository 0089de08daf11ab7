//! The same as JSON: file, look again, write back.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use haqqi_kernel::{Actor, ReceiptCode, Reference};
use haqqi_language::strip_isolation;
use haqqi_web::{Json, JsonBytes, Network, Page, Problem, Visit, instant};
use haqqi_worklist::Cover;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Desk;
use crate::attempts::try_to_enter;
use crate::check::FieldProblem;
use crate::come_back::{Entered, ReturnError, filer_view, worker_view};
use crate::file::{FileComplaint, FileError, Filed, file};
use crate::http::mine::told;
use crate::http::once::{self, Once, created};
use crate::http::receipt::{Receipt, printed};
use crate::receipt_again::receipt_again;
use crate::write_back::write_back;

/// What the one who filed takes away.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct FiledAnswer {
    /// Reference such as `C-26-7KQ4M2-X`.
    reference: String,
    /// When it was received (RFC 3339).
    received_at: String,
    /// When the clock of 24 hours ends (RFC 3339). It counts, whoever is there.
    acknowledge_by: String,
    /// Before when a person really reads it, by the roster as it stands: within the hour where danger was told or found.
    read_by: String,
    /// Until when nobody is there to read, where the clock would run out in that time: call, if you can.
    #[serde(skip_serializing_if = "Option::is_none")]
    nobody_until: Option<String>,
    /// The worker's secret code, where she files herself: 16 digits in groups of four. Shown once.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    /// The filer's code, where another files: it shows *received* and *closed*.
    #[serde(skip_serializing_if = "Option::is_none")]
    filer_receipt: Option<String>,
}

impl FiledAnswer {
    /// The answer, with what may be promised by the roster.
    pub(super) fn of(desk: &Desk, cover: &Cover, filed: &Filed) -> Self {
        let office = filed.office.as_deref();
        let promise = cover.promise(desk.clocks(), office, (filed.received_at, filed.read_by));
        Self {
            reference: filed.reference.to_string(),
            received_at: instant(filed.received_at),
            acknowledge_by: instant(filed.acknowledge_by),
            read_by: instant(promise.by),
            nobody_until: promise.nobody_until.map(instant),
            code: filed.code.as_ref().map(ToString::to_string),
            filer_receipt: filed.filer_receipt.as_ref().map(ToString::to_string),
        }
    }
}

pub(super) fn field_problem(field: &'static str, problem: FieldProblem) -> Problem {
    let message = match problem {
        FieldProblem::Empty => "common-error-required",
        FieldProblem::TooLong => "complaints-error-long",
        FieldProblem::Unknown => "common-error-choose",
        FieldProblem::Malformed => "common-error-invalid",
        FieldProblem::Contradicts => "common-error-choose",
        FieldProblem::NotYours => "complaints-error-filer",
    };
    if field == "narrative" && problem == FieldProblem::TooLong {
        return Problem::too_large();
    }
    Problem::unprocessable().field(field, message)
}

/// Files a complaint. Only `language` is needed, with a `narrative` or `danger`. The same `Idempotency-Key` with the same body
/// answers the same; with another body 422; while the first is under way 409.
#[utoipa::path(post, path = "/api/v1/complaints", tag = "complaints", request_body = Object,
    params(("Idempotency-Key" = Option<String>, Header, description = "At most 255 characters; the answer is kept 24 hours"),
        ("Wait-Ticket" = Option<String>, Header, description = "The `ticket` of a 429, once its `wait_seconds` are over")),
    responses((status = 201, body = FiledAnswer), (status = 400), (status = 409), (status = 413), (status = 415), (status = 422), (status = 429)))]
pub(super) async fn create(
    State(desk): State<Desk>,
    headers: HeaderMap,
    visit: Visit,
    JsonBytes(command, body): JsonBytes<FileComplaint>,
) -> Result<Response, Problem> {
    let house = &desk.site.house;
    let fresh = match once::by_key(&desk, "complaints", &headers, &body).await? {
        Once::Go(fresh) => fresh,
        Once::Answered(answer) => return Ok(answer),
    };
    visit.file_by_program(&desk.site).await?;
    let cover = desk.cover().await.map_err(|e| Problem::because(&e))?;
    let mut unit = house.unit(Actor::Stranger);
    let filed = file(&desk, &mut unit, "api", &command).map_err(|error| match error {
        FileError::Field { field, problem } => field_problem(field, problem),
        other => Problem::because(&other),
    })?;
    let answer =
        serde_json::to_vec(&FiledAnswer::of(&desk, &cover, &filed)).map_err(|e| Problem::because(&e))?;
    if let Some(fresh) = &fresh {
        fresh.keep(&mut unit, &answer);
    }
    unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
    Ok(created(answer))
}

pub(super) async fn at_the_door(
    desk: &Desk,
    network: Network,
    reference: &str,
    headers: &HeaderMap,
) -> Result<(Entered, ReceiptCode), Problem> {
    let reference = reference.parse::<Reference>().map_err(|_| Problem::not_found())?;
    let code = headers
        .get("receipt-code")
        .and_then(|value| value.to_str().ok())
        .ok_or_else(Problem::unauthorized)?;
    let code = code
        .parse::<ReceiptCode>()
        .map_err(|_| Problem::unprocessable().field("Receipt-Code", "complaints-error-code-check"))?;
    let ticket = headers.get("receipt-wait").and_then(|value| value.to_str().ok()).unwrap_or("");
    let entered = try_to_enter(desk, network, reference, &code, ticket).await.map_err(problem)?;
    Ok((entered, code))
}

/// The worker behind reference and code: a filer's code opens nothing here.
pub(super) async fn herself(
    desk: &Desk,
    network: Network,
    reference: &str,
    headers: &HeaderMap,
) -> Result<Entered, Problem> {
    let (entered, _) = at_the_door(desk, network, reference, headers).await?;
    if entered.is_herself() { Ok(entered) } else { Err(Problem::not_found()) }
}

pub(super) fn problem(error: ReturnError) -> Problem {
    match error {
        ReturnError::Wait(wait) => {
            Problem::too_many().with_ticket(u32::try_from(wait.seconds).unwrap_or(1), wait.ticket)
        }
        ReturnError::Unknown | ReturnError::Denied => Problem::not_found(),
        ReturnError::TooLong => Problem::too_large(),
        ReturnError::Empty => Problem::unprocessable().field("body", "common-error-required"),
        other => Problem::because(&other),
    }
}

/// A message.
#[derive(Serialize, ToSchema)]
struct Message {
    /// `worker` or `office`.
    from: &'static str,
    /// Language of the words.
    language: String,
    /// The words.
    body: String,
    /// When (RFC 3339).
    at: String,
}

/// The complaint as its worker sees it; who filed for her sees the first four fields only.
#[derive(Serialize, ToSchema)]
pub(super) struct View {
    reference: String,
    received_at: String,
    /// `received`, `acknowledged`, `in_contact`, `in_work`, `closed`; for a filer `received` or `closed`.
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    acknowledge_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acknowledged_at: Option<String>,
    /// What is done next or how it ended, in a sentence, as her page says it: in her language.
    #[serde(skip_serializing_if = "Option::is_none")]
    told: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    messages: Option<Vec<Message>>,
}

/// Looks at a complaint again, with reference and code.
#[utoipa::path(get, path = "/api/v1/complaints/{reference}", tag = "complaints",
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 200, body = View), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn read(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
) -> Result<Json<View>, Problem> {
    let (entered, _) = at_the_door(&desk, network, &reference, &headers).await?;
    if !entered.is_herself() {
        let view = filer_view(&desk, &entered).await.map_err(problem)?;
        return Ok(Json(View {
            reference: view.reference.to_string(),
            received_at: instant(view.received_at),
            state: if view.closed { "closed" } else { "received" }.to_owned(),
            acknowledge_by: None,
            acknowledged_at: None,
            told: None,
            outcome: None,
            messages: None,
        }));
    }
    let view = worker_view(&desk, &entered).await.map_err(problem)?;
    let languages = &desk.site.languages;
    let language = languages.for_worker(&view.language).unwrap_or_else(|| languages.negotiate(""));
    let told = strip_isolation(&told(&language, view.next_step.as_deref(), view.outcome.as_deref()));
    let messages = view
        .messages
        .into_iter()
        .map(|message| Message {
            from: if message.hers { "worker" } else { "office" },
            language: message.language,
            body: message.body,
            at: instant(message.at),
        })
        .collect();
    Ok(Json(View {
        reference: view.reference.to_string(),
        received_at: instant(view.received_at),
        state: view.stands.code().to_owned(),
        acknowledge_by: Some(instant(view.acknowledge_by)),
        acknowledged_at: view.acknowledged_at.map(instant),
        told: Some(told).filter(|told| !told.is_empty()),
        outcome: view.outcome,
        messages: Some(messages),
    }))
}

/// The receipt once more, as a neutral paper in her language; who filed for her gets the filer's paper.
#[utoipa::path(get, path = "/api/v1/complaints/{reference}/receipt", tag = "complaints",
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>), (status = 401), (status = 404), (status = 422),
        (status = 503, description = "The system has no fonts for this language")))]
pub(super) async fn receipt(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (entered, code) = at_the_door(&desk, network, &reference, &headers).await?;
    let again = receipt_again(&desk, &entered).await.map_err(problem)?;
    let languages = &desk.site.languages;
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let language = again.language.as_deref().and_then(|tag| languages.for_worker(tag));
    let language = language.unwrap_or_else(|| languages.negotiate(wanted));
    let page = Page::for_worker(desk.site.clone(), language, "/");
    let receipt = Receipt::again(&again, &code, !entered.is_herself());
    printed(&desk, &page, &receipt).await
}

/// A message to the office.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMessage {
    /// The words, at most 64 KiB.
    body: String,
}

/// When it was received.
#[derive(Serialize, ToSchema)]
pub(super) struct Received {
    received_at: String,
}

/// She writes back.
#[utoipa::path(post, path = "/api/v1/complaints/{reference}/messages", tag = "complaints", request_body = NewMessage,
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 201, body = Received), (status = 401), (status = 404), (status = 413), (status = 422)))]
pub(super) async fn write(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    Json(message): Json<NewMessage>,
) -> Result<Response, Problem> {
    let (entered, _) = at_the_door(&desk, network, &reference, &headers).await?;
    let at = write_back(&desk, &entered, &message.body, None).await.map_err(problem)?;
    Ok((StatusCode::CREATED, Json(Received { received_at: instant(at) })).into_response())
}

//! Evidence and voices as JSON and multipart: the same doors as the pages'. A form of which one file is refused stores
//! nothing.

use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use haqqi_web::{Json, Network, Problem, Upload, download, instant};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Desk;
use crate::evidence::{
    EvidenceError, Piece, Refusal, Sort, Which, add_evidence, evidence_for_worker, numbers_of,
    room_for_worker, say, say_filed, worker_evidence,
};
use crate::file::{FileComplaint, FileError};
use crate::http::api::{FiledAnswer, at_the_door, field_problem, herself};
use crate::http::evidence::{ANY_SORT, Taken, evidence_problem, take_files};
use crate::http::filed_evidence::add_by_code;
use crate::http::once::{self, Once, created};
use crate::http::resumed::take_of;
use crate::upload::UploadOwner;

/// A piece of evidence.
#[derive(Serialize, ToSchema)]
pub struct PieceAnswer {
    /// Its number within the complaint.
    number: i32,
    /// `photo`, `paper` or `sound`.
    sort: &'static str,
    /// Media type, by its content.
    media: &'static str,
    /// Bytes.
    size: u64,
    /// `ready`, `waiting` (to be checked) or `refused` (found to harm).
    state: &'static str,
    /// Whether it is her words, spoken.
    voice: bool,
    /// Whether there is something that every browser shows or plays, at `…/shown`.
    showable: bool,
    /// `worker`, `filer` or `staff`.
    by: &'static str,
    added_at: String,
    /// The name that the sender gave; for staff alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

impl From<Piece> for PieceAnswer {
    fn from(piece: Piece) -> Self {
        Self {
            number: piece.number,
            sort: piece.sort().code(),
            media: piece.format.media(),
            size: piece.size,
            state: match (piece.refused, piece.waiting) {
                (true, _) => "refused",
                (_, true) => "waiting",
                _ => "ready",
            },
            voice: piece.voice,
            showable: piece.showable,
            by: piece.by.code(),
            added_at: instant(piece.at),
            name: piece.name,
        }
    }
}

/// One refused file refuses the form.
///
/// # Errors
/// What was refused, or that nothing came.
pub fn refuse_whole(taken: &Taken) -> Result<(), Problem> {
    if taken.refused.is_empty() {
        return if taken.received.is_empty() && taken.before.is_empty() {
            Err(Problem::unprocessable().field("file", "common-error-required"))
        } else {
            Ok(())
        };
    }
    if taken.refused.iter().all(|(_, why)| *why == Refusal::TooLarge) {
        return Err(Problem::too_large());
    }
    let told = taken.refused.iter().fold(Problem::unprocessable(), |told, (file, why)| {
        told.field(format!("file {file}"), why.message())
    });
    Err(told)
}

/// The evidence of her complaint.
#[utoipa::path(get, path = "/api/v1/complaints/{reference}/evidence", tag = "complaints",
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 200, body = Vec<PieceAnswer>), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn list(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
) -> Result<Json<Vec<PieceAnswer>>, Problem> {
    let entered = herself(&desk, network, &reference, &headers).await?;
    let pieces = worker_evidence(&desk, &entered).await.map_err(|e| evidence_problem(&e))?;
    Ok(Json(pieces.into_iter().map(PieceAnswer::from).collect()))
}

/// `original` or `shown`.
///
/// # Errors
/// Any other word leads nowhere.
pub fn which_file(text: &str) -> Result<Which, Problem> {
    match text {
        "original" => Ok(Which::Original),
        "shown" => Ok(Which::Shown),
        _ => Err(Problem::not_found()),
    }
}

/// A file: `original` as it came, `shown` as browsers show or play it. Always an attachment.
#[utoipa::path(get, path = "/api/v1/complaints/{reference}/evidence/{number}/{which}", tag = "complaints",
    params(("reference" = String, Path), ("number" = i32, Path), ("which" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 206), (status = 401), (status = 404), (status = 409, description = "It waits to be checked"), (status = 416), (status = 422)))]
pub(super) async fn read(
    State(desk): State<Desk>,
    Path((reference, number, text)): Path<(String, i32, String)>,
    network: Network,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entered = herself(&desk, network, &reference, &headers).await?;
    let ready = evidence_for_worker(&desk, &entered, number, which_file(&text)?)
        .await
        .map_err(|e| evidence_problem(&e))?;
    Ok(download(ready.file, ready.format.media(), &ready.name, &headers))
}

/// Adds photos, papers and recordings: a multipart form with one or more fields `file`, or `upload` for what came in
/// pieces. What a file is, its content says. With a filer's code only how many were given is answered.
#[utoipa::path(post, path = "/api/v1/complaints/{reference}/evidence", tag = "complaints",
    request_body(content = Object, content_type = "multipart/form-data"),
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 201, body = Vec<PieceAnswer>), (status = 400), (status = 401), (status = 404), (status = 413), (status = 415), (status = 422)))]
pub(super) async fn add(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Problem> {
    let (entered, _) = at_the_door(&desk, network, &reference, &headers).await?;
    if !entered.is_herself() {
        return add_by_code(&desk, &entered, request).await;
    }
    let (left, _) = room_for_worker(&desk, &entered).await.map_err(|e| evidence_problem(&e))?;
    let mut upload = Upload::from_request(request, &desk).await?;
    let mut taken = take_files(&desk, &mut upload, left, &ANY_SORT).await?;
    let owner = UploadOwner::of(&entered).ok_or_else(Problem::not_found)?;
    let resumed = take_of(&desk, owner, &mut taken, left, &ANY_SORT).await?;
    refuse_whole(&taken)?;
    let mut numbers = numbers_of(&desk, &entered, &taken.before).await.map_err(|e| evidence_problem(&e))?;
    match add_evidence(&desk, &entered, &mut taken.received).await {
        Ok(added) => numbers.extend(added),
        Err(error) => {
            if matches!(error, EvidenceError::TooMany) {
                resumed.are_refused(&desk).await?;
            }
            return Err(evidence_problem(&error));
        }
    }
    resumed.are_kept(&desk).await;
    let pieces = worker_evidence(&desk, &entered).await.map_err(|e| evidence_problem(&e))?;
    let added = pieces.into_iter().filter(|piece| numbers.contains(&piece.number));
    let added: Vec<PieceAnswer> = added.map(PieceAnswer::from).collect();
    Ok((StatusCode::CREATED, Json(added)).into_response())
}

/// She speaks instead of writing back: a multipart form with one field `file`, and `danger` = `yes` if she is in danger.
#[utoipa::path(post, path = "/api/v1/complaints/{reference}/voice", tag = "complaints",
    request_body(content = Object, content_type = "multipart/form-data"),
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 201), (status = 400), (status = 401), (status = 404), (status = 413), (status = 415), (status = 422)))]
pub(super) async fn say_back(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Problem> {
    let entered = herself(&desk, network, &reference, &headers).await?;
    let (_, left) = room_for_worker(&desk, &entered).await.map_err(|e| evidence_problem(&e))?;
    let mut upload = Upload::from_request(request, &desk).await?;
    let mut taken = take_files(&desk, &mut upload, left.min(1), &[Sort::Sound]).await?;
    let owner = UploadOwner::of(&entered).ok_or_else(Problem::not_found)?;
    let resumed = take_of(&desk, owner, &mut taken, left.min(1), &[Sort::Sound]).await?;
    refuse_whole(&taken)?;
    let danger = match taken.fields.iter().find(|(name, _)| name == "danger").map(|(_, value)| value.as_str())
    {
        None | Some("" | "no") => false,
        Some("yes") => true,
        Some(_) => return Err(Problem::unprocessable().field("danger", "common-error-choose")),
    };
    // One that was taken before is the same message.
    if let Some(voice) = taken.received.first_mut() {
        say(&desk, &entered, voice, danger).await.map_err(|e| evidence_problem(&e))?;
        resumed.are_kept(&desk).await;
    }
    Ok((StatusCode::CREATED, Json(serde_json::json!({}))).into_response())
}

/// Files a complaint whose words are spoken: a multipart form with `complaint` (JSON as for `POST /api/v1/complaints`,
/// without `narrative`) and `file`, the recording.
#[utoipa::path(post, path = "/api/v1/complaints/voice", tag = "complaints",
    request_body(content = Object, content_type = "multipart/form-data"),
    params(("Idempotency-Key" = Option<String>, Header, description = "At most 255 characters; the answer is kept 24 hours")),
    responses((status = 201, body = FiledAnswer), (status = 400), (status = 409), (status = 413), (status = 415), (status = 422)))]
pub(super) async fn file(
    State(desk): State<Desk>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Problem> {
    let mut upload = Upload::from_request(request, &desk).await?;
    let mut taken = take_files(&desk, &mut upload, 1, &[Sort::Sound]).await?;
    refuse_whole(&taken)?;
    let json = taken.fields.iter().find(|(name, _)| name == "complaint").map(|(_, json)| json.clone());
    let json = json.ok_or_else(|| Problem::unprocessable().field("complaint", "common-error-required"))?;
    let mut value: serde_json::Value = serde_json::from_str(&json).map_err(|_| Problem::bad_request())?;
    if let Some(object) = value.as_object_mut() {
        object.entry("narrative").or_insert_with(|| "".into());
    }
    let command: FileComplaint = serde_json::from_value(value).map_err(|_| Problem::unprocessable())?;
    let voice = taken.received.first_mut().ok_or_else(Problem::unprocessable)?;
    let body = [voice.digest().as_slice(), json.as_bytes()].concat();
    let fresh = match once::by_key(&desk, "complaints", &headers, &body).await? {
        Once::Go(fresh) => fresh,
        Once::Answered(answer) => return Ok(answer),
    };
    let cover = desk.cover().await.map_err(|e| Problem::because(&e))?;
    let mut answer = Vec::new();
    say_filed(&desk, "api", &command, voice, |unit, filed| {
        answer = serde_json::to_vec(&FiledAnswer::of(&desk, &cover, filed)).unwrap_or_default();
        if let Some(fresh) = &fresh {
            fresh.keep(unit, &answer);
        }
    })
    .await
    .map_err(|error| match error {
        FileError::Field { field, problem } => field_problem(field, problem),
        FileError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    })?;
    Ok(created(answer))
}

//! Files in pieces, as tus 1.0 has it (core, creation, expiration, termination): for the pages by her cookie, for programs
//! with the complaint's code. A file that is whole is then named in the same form that would have brought it at once, by
//! a field `upload`, so that everything else about that form stays as it is.

use std::str::FromStr;

use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};
use haqqi_web::{LineBroke, Network, Problem, Stream, Visit, WorkerPage};

use crate::Desk;
use crate::http::api::herself;
use crate::http::evidence::entered;
use crate::http::mine::stay_open;
use crate::http::receipt::stay_shown;
use crate::http::resumed::not_whole;
use crate::http::seal::PART;
use crate::upload::{
    BeginUpload, Broke, Coming, UploadError, UploadOwner, UploadState, UploadToken, begin_upload,
    drop_upload, put_piece, upload_progress,
};

const VERSION: &str = "1.0.0";
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const SPOKEN: HeaderName = HeaderName::from_static("tus-version");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
/// What a piece says that it is.
const PIECE: &str = "application/offset+octet-stream";

impl Coming for Stream {
    async fn more(&mut self) -> Result<Option<impl AsRef<[u8]> + Send>, Broke> {
        self.chunk().await.map_err(|LineBroke| Broke)
    }
}

fn refused(error: UploadError) -> Response {
    let problem = match error {
        UploadError::NotFound => Problem::not_found(),
        UploadError::Offset(received) => {
            return (AppendHeaders([spoken(), (OFFSET, received.into())]), not_whole()).into_response();
        }
        UploadError::Length | UploadError::TooMuch => Problem::too_large(),
        UploadError::TooSmall => Problem::bad_request(),
        UploadError::Unfinished => not_whole(),
        UploadError::Full => Problem::new(StatusCode::INSUFFICIENT_STORAGE, "common-problem-try-again"),
        UploadError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    };
    (AppendHeaders([spoken()]), problem).into_response()
}

fn spoken() -> (HeaderName, HeaderValue) {
    (RESUMABLE, HeaderValue::from_static(VERSION))
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Result<u64, Box<Response>> {
    let digits = text(headers, name).filter(|text| text.bytes().all(|c| c.is_ascii_digit()));
    let number = digits.and_then(|digits| u64::from_str(digits).ok());
    number.ok_or_else(|| Box::new(Problem::bad_request().into_response()))
}

/// Another version of the protocol is told which one is spoken here.
fn version(headers: &HeaderMap) -> Result<(), Box<Response>> {
    if text(headers, &RESUMABLE) == Some(VERSION) {
        return Ok(());
    }
    let told = AppendHeaders([(SPOKEN, HeaderValue::from_static(VERSION))]);
    let problem = Problem::new(StatusCode::PRECONDITION_FAILED, "common-problem-bad-request");
    Err(Box::new((told, problem).into_response()))
}

/// The name and the SHA-256 of a file, as the sender tells them.
fn metadata(headers: &HeaderMap, length: u64) -> Option<BeginUpload> {
    let pairs =
        text(headers, &METADATA)?.split(',').map(|pair| pair.trim().split_once(' ').unwrap_or((pair, "")));
    let (mut name, mut digest) = (String::new(), None);
    for (key, value) in pairs {
        let value = data_encoding::BASE64.decode(value.trim().as_bytes()).ok()?;
        match key.trim() {
            "filename" => name = String::from_utf8(value).ok()?,
            "sha256" => digest = <[u8; 32]>::try_from(value).ok(),
            _ => {}
        }
    }
    Some(BeginUpload { name, length, digest: digest? })
}

fn state_headers(state: &UploadState) -> [(HeaderName, HeaderValue); 4] {
    let expires = state.expires.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let expires = HeaderValue::from_str(&expires).unwrap_or(HeaderValue::from_static("0"));
    [spoken(), (OFFSET, state.received.into()), (LENGTH, state.length.into()), (EXPIRES, expires)]
}

async fn begin(desk: &Desk, owner: &UploadOwner, headers: &HeaderMap, at: &str) -> Response {
    let read = || {
        version(headers)?;
        let length = number(headers, &LENGTH)?;
        let told = metadata(headers, length);
        told.ok_or_else(|| {
            let problem = Problem::unprocessable().field("Upload-Metadata", "common-error-required");
            Box::new(problem.into_response())
        })
    };
    let told = match read() {
        Ok(told) => told,
        Err(answer) => return *answer,
    };
    match begin_upload(desk, owner, &told).await {
        Ok((token, state, new)) => {
            let status = if new { StatusCode::CREATED } else { StatusCode::OK };
            let to = HeaderValue::from_str(&format!("{at}/{}", token.as_str()));
            let to = to.map(|to| (LOCATION, to)).ok();
            (status, AppendHeaders(state_headers(&state)), AppendHeaders(to)).into_response()
        }
        Err(error) => refused(error),
    }
}

async fn progress(desk: &Desk, owner: &UploadOwner, token: &str) -> Response {
    let Some(token) = UploadToken::parse(token) else { return refused(UploadError::NotFound) };
    match upload_progress(desk, owner, &token).await {
        Ok(state) => (StatusCode::OK, AppendHeaders(state_headers(&state))).into_response(),
        Err(error) => refused(error),
    }
}

async fn piece(desk: &Desk, owner: &UploadOwner, token: &str, request: Request) -> Response {
    let headers = request.headers();
    let read = || {
        version(headers)?;
        if text(headers, &CONTENT_TYPE) != Some(PIECE) {
            return Err(Box::new(Problem::media_type().into_response()));
        }
        number(headers, &OFFSET)
    };
    let offset = match read() {
        Ok(offset) => offset,
        Err(answer) => return *answer,
    };
    let Some(token) = UploadToken::parse(token) else { return refused(UploadError::NotFound) };
    let mut stream = Stream::of(request);
    match put_piece(desk, owner, &token, offset, &mut stream).await {
        // Nobody hears it, but for a proxy that still stands.
        Ok(told) if told.broke => refused(UploadError::Offset(told.state.received)),
        Ok(told) => (StatusCode::NO_CONTENT, AppendHeaders(state_headers(&told.state))).into_response(),
        Err(error) => refused(error),
    }
}

async fn end(desk: &Desk, owner: &UploadOwner, token: &str) -> Response {
    let Some(token) = UploadToken::parse(token) else { return refused(UploadError::NotFound) };
    match drop_upload(desk, owner, &token).await {
        Ok(()) => (StatusCode::NO_CONTENT, AppendHeaders([spoken()])).into_response(),
        Err(error) => refused(error),
    }
}

/// Whose files these are: of her who has opened her complaint or has just filed it, else of this visitor. And the cookie
/// that keeps her known while a file is on its way.
pub(super) async fn owner(desk: &Desk, headers: &HeaderMap) -> Result<(UploadOwner, String), Problem> {
    if let Some((entered, _)) = entered(desk, headers).await?
        && let Some(owner) = UploadOwner::of(&entered)
    {
        let stays = stay_open(desk, headers).or_else(|| stay_shown(desk, headers));
        return Ok((owner, stays.unwrap_or_default()));
    }
    let id = PART.read::<[u8; 16]>(&desk.site, headers).unwrap_or_else(|| {
        let mut id = [0; 16];
        desk.site.house.entropy().fill(&mut id);
        id
    });
    Ok((UploadOwner::Visitor(id), PART.keep(&desk.site, &id)))
}

fn with_cookie(answer: Response, cookie: String) -> Response {
    if cookie.is_empty() || !answer.status().is_success() {
        return answer;
    }
    (AppendHeaders([(SET_COOKIE, cookie)]), answer).into_response()
}

pub(super) async fn begin_page(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (owner, cookie) = owner(&desk, &headers).await?;
    if matches!(owner, UploadOwner::Visitor(_)) {
        // The plain form is still there for whoever is asked to come later.
        visit.file_by_program(&desk.site).await?;
    }
    Ok(with_cookie(begin(&desk, &owner, &headers, &page.at("/upload")).await, cookie))
}

pub(super) async fn progress_page(
    State(desk): State<Desk>,
    WorkerPage(_): WorkerPage,
    Path((_, token)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (owner, cookie) = owner(&desk, &headers).await?;
    Ok(with_cookie(progress(&desk, &owner, &token).await, cookie))
}

pub(super) async fn piece_page(
    State(desk): State<Desk>,
    WorkerPage(_): WorkerPage,
    Path((_, token)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    let (owner, cookie) = owner(&desk, request.headers()).await?;
    Ok(with_cookie(piece(&desk, &owner, &token, request).await, cookie))
}

pub(super) async fn end_page(
    State(desk): State<Desk>,
    WorkerPage(_): WorkerPage,
    Path((_, token)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (owner, _) = owner(&desk, &headers).await?;
    Ok(end(&desk, &owner, &token).await)
}

async fn by_code(
    desk: &Desk,
    network: Network,
    reference: &str,
    headers: &HeaderMap,
) -> Result<UploadOwner, Problem> {
    let entered = herself(desk, network, reference, headers).await?;
    UploadOwner::of(&entered).ok_or_else(Problem::not_found)
}

/// Begins to send a file in pieces (tus 1.0). `Upload-Metadata` holds `filename` and `sha256` (of the whole content). The
/// same content begun again goes on where it stopped: 200 instead of 201. A file that is whole is added by
/// `POST …/evidence` or `…/voice` with a field `upload` in the place of `file`: the last piece of its address.
#[utoipa::path(post, path = "/api/v1/complaints/{reference}/uploads", tag = "complaints",
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits"), ("Tus-Resumable" = String, Header, description = "1.0.0"), ("Upload-Length" = u64, Header), ("Upload-Metadata" = String, Header)),
    responses((status = 201, description = "`Location` is where its pieces go"), (status = 200), (status = 400), (status = 401), (status = 404), (status = 412), (status = 413), (status = 422), (status = 507, description = "Too much is on its way; send it at once, or later")))]
pub(super) async fn create(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let owner = by_code(&desk, network, &reference, &headers).await?;
    Ok(begin(&desk, &owner, &headers, &format!("/api/v1/complaints/{reference}/uploads")).await)
}

/// How much of a file is there: `Upload-Offset`.
#[utoipa::path(head, path = "/api/v1/complaints/{reference}/uploads/{upload}", tag = "complaints",
    params(("reference" = String, Path), ("upload" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 200), (status = 401), (status = 404)))]
pub(super) async fn look(
    State(desk): State<Desk>,
    Path((reference, token)): Path<(String, String)>,
    network: Network,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let owner = by_code(&desk, network, &reference, &headers).await?;
    Ok(progress(&desk, &owner, &token).await)
}

/// A piece that begins at `Upload-Offset`. What is answered with 204 is on the disk. A wrong offset is answered with 409
/// and the right one.
#[utoipa::path(patch, path = "/api/v1/complaints/{reference}/uploads/{upload}", tag = "complaints",
    request_body(content = Vec<u8>, content_type = "application/offset+octet-stream"),
    params(("reference" = String, Path), ("upload" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits"), ("Tus-Resumable" = String, Header, description = "1.0.0"), ("Upload-Offset" = u64, Header)),
    responses((status = 204), (status = 400), (status = 401), (status = 404), (status = 409), (status = 412), (status = 413), (status = 415)))]
pub(super) async fn put(
    State(desk): State<Desk>,
    Path((reference, token)): Path<(String, String)>,
    network: Network,
    request: Request,
) -> Result<Response, Problem> {
    let owner = by_code(&desk, network, &reference, request.headers()).await?;
    Ok(piece(&desk, &owner, &token, request).await)
}

/// The file is not to be sent after all; nothing of it stays.
#[utoipa::path(delete, path = "/api/v1/complaints/{reference}/uploads/{upload}", tag = "complaints",
    params(("reference" = String, Path), ("upload" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 204), (status = 401), (status = 404)))]
pub(super) async fn give_up(
    State(desk): State<Desk>,
    Path((reference, token)): Path<(String, String)>,
    network: Network,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let owner = by_code(&desk, network, &reference, &headers).await?;
    Ok(end(&desk, &owner, &token).await)
}

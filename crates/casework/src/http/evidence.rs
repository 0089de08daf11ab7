//! Evidence on a record: files to look at, always as attachments, and files that staff add.

use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, Directory, StaffSession};
use haqqi_complaints::{
    ANY_SORT, Author, Desk, Piece, PieceAnswer, Ready, Sort, add_evidence_as_staff, evidence_for_staff,
    evidence_problem, file_size, open, refuse_whole, room_for_staff, say_refused, take_files, which_file,
};
use haqqi_kernel::one_line;
use haqqi_web::{Errors, Json, Page, Problem, Upload, download};
use uuid::Uuid;

use crate::http::record::{back, page_refusing, problem, reference};
use crate::translate::voice_to_translate;

/// A piece as the record shows it.
pub(super) struct EvidenceRow {
    pub number: i32,
    pub title: String,
    pub name: String,
    pub size: String,
    pub by: String,
    pub state: String,
    pub photo: bool,
    pub sound: bool,
    pub openable: bool,
    pub at: chrono::DateTime<chrono::Utc>,
}

/// What the record shows of each piece.
pub(super) async fn rows(
    desk: &Desk,
    page: &Page,
    filed_by: &str,
    pieces: &[Piece],
) -> Result<Vec<EvidenceRow>, Problem> {
    let accounts: Vec<Uuid> = pieces.iter().filter_map(|piece| piece.account).collect();
    let names = Directory::new(desk.site.house.clone()).names(&accounts).await;
    let names = names.map_err(|e| Problem::because(&e))?;
    let rows = pieces
        .iter()
        .map(|piece| {
            let mut by = page.t(&format!("casework-evidence-by-{}", piece.by.code()));
            if piece.by == Author::Filer {
                by = format!("{by} ({})", page.filer(filed_by));
            }
            if let Some(name) = piece.account.and_then(|account| names.get(&account)) {
                by = format!("{by} – {}", isolated(name));
            }
            let sort = piece.sort();
            let title = if piece.voice { "casework-evidence-voice" } else { title(sort) };
            let state = match piece {
                Piece { refused: true, .. } => "casework-evidence-refused",
                Piece { waiting: true, .. } => "casework-evidence-waiting",
                Piece { converting: true, .. } => "casework-evidence-converting",
                Piece { showable: false, .. } if sort != Sort::Paper => "casework-evidence-download-only",
                _ => "",
            };
            EvidenceRow {
                number: piece.number,
                title: page.t(title),
                name: one_line(piece.name.as_deref().unwrap_or_default()),
                size: file_size(page, piece.size),
                by,
                state: if state.is_empty() { String::new() } else { page.t(state) },
                photo: piece.showable && sort == Sort::Photo,
                sound: piece.showable && sort == Sort::Sound,
                openable: !piece.waiting && !piece.refused,
                at: piece.at,
            }
        })
        .collect();
    Ok(rows)
}

/// A name that turns nothing of the line in which it stands.
fn isolated(name: &str) -> String {
    format!("\u{2068}{}\u{2069}", one_line(name))
}

fn title(sort: Sort) -> &'static str {
    match sort {
        Sort::Photo => "casework-evidence-photo",
        Sort::Paper => "casework-evidence-paper",
        Sort::Sound => "casework-evidence-sound",
    }
}

fn sent(ready: Ready, headers: &HeaderMap) -> Response {
    download(ready.file, ready.format.media(), &ready.name, headers)
}

pub(super) async fn file(
    State(desk): State<Desk>,
    session: StaffSession,
    Path((text, number, which)): Path<(String, i32, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let which = which_file(&which)?;
    let ready = evidence_for_staff(&desk, &session.actor, reference(&text)?, number, which).await;
    Ok(sent(ready.map_err(|e| evidence_problem(&e))?, &headers))
}

/// The voice of a text that is this interpreter's work.
pub(super) async fn voice(
    State(desk): State<Desk>,
    session: StaffSession,
    Path(item): Path<Uuid>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let ready = voice_to_translate(&desk, &session.actor, item).await.map_err(|e| evidence_problem(&e))?;
    Ok(sent(ready, &headers))
}

/// The recording of a text that is this interpreter's work.
#[utoipa::path(get, path = "/api/v1/translations/{item}/voice", tag = "casework", params(("item" = Uuid, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 206), (status = 401), (status = 404), (status = 409, description = "It waits to be checked"), (status = 416)))]
pub(super) async fn api_voice(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path(item): Path<Uuid>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let ready = voice_to_translate(&desk, &caller.actor, item).await.map_err(|e| evidence_problem(&e))?;
    Ok(sent(ready, &headers))
}

/// Adds what she brought or sent otherwise.
pub(super) async fn add_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    request: Request,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let left = room_for_staff(&desk, &session.actor, reference).await.map_err(|e| evidence_problem(&e))?;
    let mut upload = Upload::from_request(request, &desk).await?;
    if !upload.is_from(&session.page).await? {
        return Err(Problem::expired());
    }
    let mut taken = take_files(&desk, &mut upload, left, &ANY_SORT).await?;
    if !taken.received.is_empty() {
        let added = add_evidence_as_staff(&desk, &session.actor, reference, &mut taken.received).await;
        taken.kept(added, 1)?;
    }
    let mut errors = Errors::none();
    say_refused(&session.page, &mut errors, &taken);
    if errors.is_empty() { Ok(back(&text)) } else { page_refusing(&desk, session, reference, errors).await }
}

/// A file of a record: `original` as it came, `shown` as browsers show or play it. Reading it is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/evidence/{number}/{which}", tag = "casework",
    params(("reference" = String, Path), ("number" = i32, Path), ("which" = String, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 206), (status = 401), (status = 404), (status = 409, description = "It waits to be checked"), (status = 416)))]
pub(super) async fn api_file(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path((text, number, which)): Path<(String, i32, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let which = which_file(&which)?;
    let ready = evidence_for_staff(&desk, &caller.actor, reference(&text)?, number, which).await;
    Ok(sent(ready.map_err(|e| evidence_problem(&e))?, &headers))
}

/// Adds files to a record: a multipart form with one or more fields `file`.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/evidence", tag = "casework",
    request_body(content = Object, content_type = "multipart/form-data"), params(("reference" = String, Path)),
    responses((status = 201, body = Vec<PieceAnswer>), (status = 400), (status = 401), (status = 404), (status = 413), (status = 415), (status = 422)))]
pub(super) async fn api_add(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    request: Request,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let left = room_for_staff(&desk, &caller.actor, reference).await.map_err(|e| evidence_problem(&e))?;
    let mut upload = Upload::from_request(request, &desk).await?;
    let mut taken = take_files(&desk, &mut upload, left, &ANY_SORT).await?;
    refuse_whole(&taken)?;
    let numbers = add_evidence_as_staff(&desk, &caller.actor, reference, &mut taken.received)
        .await
        .map_err(|e| evidence_problem(&e))?;
    let record = open(&desk, &caller.actor, reference, "api").await.map_err(problem)?;
    let added = record.evidence.into_iter().filter(|piece| numbers.contains(&piece.number));
    let added: Vec<PieceAnswer> = added.map(PieceAnswer::from).collect();
    Ok((StatusCode::CREATED, Json(added)).into_response())
}

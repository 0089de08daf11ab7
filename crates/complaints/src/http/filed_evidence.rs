//! Photos and papers that whoever filed adds: with the filer's code, or signed in. They see how many they gave, and
//! nothing of what is in them.

use askama::Template;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_kernel::Reference;
use haqqi_web::{Errors, Json, Page, Problem, Upload, render};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Desk;
use crate::come_back::Entered;
use crate::evidence::{Given, add_evidence_as_filer, add_evidence_to_filed, room_for_filed, room_for_filer};
use crate::http::api_evidence::refuse_whole;
use crate::http::evidence::{ACCEPTED, ANY_SORT, evidence_problem, file_size, say_refused, take_files};

#[derive(Template)]
#[template(path = "filer_evidence.html")]
struct FilerPage {
    page: Page,
    errors: Errors,
    given: Given,
    accepted: &'static str,
    limit: String,
    back: &'static str,
}

#[derive(Template)]
#[template(path = "filed_evidence.html")]
struct FiledPage {
    page: Page,
    errors: Errors,
    reference: Reference,
    given: Given,
    accepted: &'static str,
    limit: String,
}

fn status(errors: &Errors) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

pub(super) async fn page_of(
    desk: &Desk,
    page: Page,
    (entered, back): (&Entered, &'static str),
    errors: Errors,
) -> Result<Response, Problem> {
    let given = room_for_filer(desk, entered).await.map_err(|e| evidence_problem(&e))?;
    let limit = file_size(&page, desk.evidence.longest());
    let status = status(&errors);
    Ok(render(status, &FilerPage { page, errors, given, accepted: ACCEPTED, limit, back }))
}

pub(super) async fn add(
    desk: &Desk,
    page: Page,
    (entered, back): (&Entered, &'static str),
    request: Request,
) -> Result<Response, Problem> {
    let given = room_for_filer(desk, entered).await.map_err(|e| evidence_problem(&e))?;
    let mut upload = Upload::from_request(request, desk).await?;
    let mut taken = take_files(desk, &mut upload, given.left, &ANY_SORT).await?;
    if !taken.received.is_empty() {
        let added = add_evidence_as_filer(desk, entered, &mut taken.received).await;
        taken.kept(added, 0)?;
    }
    let mut errors = Errors::none();
    say_refused(&page, &mut errors, &taken);
    if errors.is_empty() {
        return Ok(Redirect::to(&page.at("/evidence")).into_response());
    }
    page_of(desk, page, (entered, back), errors).await
}

fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

async fn filed_page(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
) -> Result<Response, Problem> {
    let given = room_for_filed(desk, &session.actor, reference).await.map_err(|e| evidence_problem(&e))?;
    let page = session.page;
    let limit = file_size(&page, desk.evidence.longest());
    let status = status(&errors);
    Ok(render(status, &FiledPage { page, errors, reference, given, accepted: ACCEPTED, limit }))
}

pub(super) async fn filed_show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    filed_page(&desk, session, reference(&text)?, Errors::none()).await
}

pub(super) async fn filed_add(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    request: Request,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let given = room_for_filed(&desk, &session.actor, reference).await.map_err(|e| evidence_problem(&e))?;
    let mut upload = Upload::from_request(request, &desk).await?;
    if !upload.is_from(&session.page).await? {
        return Err(Problem::expired());
    }
    let mut taken = take_files(&desk, &mut upload, given.left, &ANY_SORT).await?;
    if !taken.received.is_empty() {
        let added = add_evidence_to_filed(&desk, &session.actor, reference, &mut taken.received).await;
        taken.kept(added, 0)?;
    }
    let mut errors = Errors::none();
    say_refused(&session.page, &mut errors, &taken);
    if errors.is_empty() {
        return Ok(Redirect::to(&format!("/staff/filed/{reference}/evidence")).into_response());
    }
    filed_page(&desk, session, reference, errors).await
}

/// How much was given; nothing of what is in it.
#[derive(Serialize, ToSchema)]
pub(super) struct GivenAnswer {
    /// Files that were given so far.
    given: usize,
    /// How many more may be.
    left: usize,
}

impl From<Given> for GivenAnswer {
    fn from(given: Given) -> Self {
        Self { given: given.given, left: given.left }
    }
}

/// Adds with a filer's code.
pub(super) async fn add_by_code(
    desk: &Desk,
    entered: &Entered,
    request: Request,
) -> Result<Response, Problem> {
    let room = room_for_filer(desk, entered).await.map_err(|e| evidence_problem(&e))?;
    let mut upload = Upload::from_request(request, desk).await?;
    let mut taken = take_files(desk, &mut upload, room.left, &ANY_SORT).await?;
    refuse_whole(&taken)?;
    add_evidence_as_filer(desk, entered, &mut taken.received).await.map_err(|e| evidence_problem(&e))?;
    let given = room_for_filer(desk, entered).await.map_err(|e| evidence_problem(&e))?;
    Ok((StatusCode::CREATED, Json(GivenAnswer::from(given))).into_response())
}

/// Adds photos, papers and recordings to what the own organisation filed, or to what was taken down: a multipart form
/// with one or more fields `file`. Nobody who filed sees them again.
#[utoipa::path(post, path = "/api/v1/filed/{reference}/evidence", tag = "complaints",
    request_body(content = Object, content_type = "multipart/form-data"), params(("reference" = String, Path)),
    responses((status = 201, body = GivenAnswer), (status = 400), (status = 401), (status = 404), (status = 413), (status = 415), (status = 422)))]
pub(super) async fn filed_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    request: Request,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let room = room_for_filed(&desk, &caller.actor, reference).await.map_err(|e| evidence_problem(&e))?;
    let mut upload = Upload::from_request(request, &desk).await?;
    let mut taken = take_files(&desk, &mut upload, room.left, &ANY_SORT).await?;
    refuse_whole(&taken)?;
    let added = add_evidence_to_filed(&desk, &caller.actor, reference, &mut taken.received).await;
    added.map_err(|e| evidence_problem(&e))?;
    let given = room_for_filed(&desk, &caller.actor, reference).await.map_err(|e| evidence_problem(&e))?;
    Ok((StatusCode::CREATED, Json(GivenAnswer::from(given))).into_response())
}

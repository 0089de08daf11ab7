//! The page that asks without a line, the words of a language for it, and the door by which what it kept comes in. Page and
//! words are the same for anybody and tell of nobody, so a browser may keep them.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use haqqi_accounts::StaffSession;
use haqqi_casework::{Interpreter, Private, VisitDesk, reference};
use haqqi_complaints::FileError;
use haqqi_inspections::VisitError;
use haqqi_web::{Form, Json, Page, Problem, render};

use crate::interview::{BeginError, house};
use crate::offline::{KeptError, OfflineKey, SealedInterview, kit, take_kept};

#[derive(Template)]
#[template(path = "offline.html")]
struct OfflinePage {
    page: Page,
    /// The house's key, and by what it is named.
    key: String,
    key_id: String,
    /// The file of the pictures.
    icons: String,
    languages: Vec<(String, String)>,
    privates: Vec<(String, String)>,
    interpreters: Vec<(String, String)>,
    youngs: Vec<(String, String, String)>,
}

fn may_be_kept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

pub(super) async fn show(State(desk): State<VisitDesk>, page: Page) -> Result<Response, Problem> {
    let key = OfflineKey::of(house(&desk)).ok_or_else(Problem::unavailable)?;
    let choice = |list: &str, code: &str| (code.to_owned(), page.t(&format!("casework-call-{list}-{code}")));
    let tags = desk.complaints.site.languages.worker().iter().map(haqqi_language::Language::tag);
    let shown = OfflinePage {
        key: key.public(),
        key_id: key.id(),
        icons: page.icon(""),
        languages: tags.map(|tag| (tag.to_owned(), page.language_name(tag))).collect(),
        privates: [Private::Alone, Private::NotAlone].map(|one| choice("private", one.code())).to_vec(),
        interpreters: Interpreter::ALL.map(|one| choice("interpreter", one.code())).to_vec(),
        youngs: [("yes", "common-yes"), ("no", "common-no")]
            .map(|(code, id)| (code.to_owned(), page.t(id), String::new()))
            .to_vec(),
        page,
    };
    Ok(may_be_kept(render(StatusCode::OK, &shown)))
}

pub(super) async fn words(
    State(desk): State<VisitDesk>,
    Path(language): Path<String>,
    page: Page,
) -> Result<Response, Problem> {
    let page = page.for_her(&language).ok_or_else(Problem::not_found)?;
    Ok(may_be_kept(Json(kit(&desk, &page)).into_response()))
}

fn refused(error: KeptError) -> Problem {
    let wrong = |field: &'static str, id: &'static str| Problem::unprocessable().field(field, id);
    match error {
        KeptError::Visit(VisitError::NotFound) => Problem::not_found(),
        KeptError::State => wrong("visit", "interviews-error-visit"),
        KeptError::Broken(_) | KeptError::Form => wrong("sealed", "interviews-error-sealed"),
        KeptError::Begin(BeginError::Decides) => wrong("asker", "interviews-error-decides"),
        KeptError::Begin(BeginError::NotAlone) => wrong("private", "interviews-error-alone"),
        KeptError::Begin(BeginError::Party) => wrong("interpreter", "interviews-error-party"),
        KeptError::Begin(BeginError::Undeclared) => wrong("declared", "interviews-error-declared"),
        KeptError::Begin(_) => wrong("sealed", "interviews-error-sealed"),
        KeptError::Commit(error) | KeptError::File(FileError::Commit(error)) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// Takes one that was kept: 204 where the house has it, now or since before.
pub(super) async fn take(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(kept): Form<SealedInterview>,
) -> Result<StatusCode, Problem> {
    take_kept(&desk, &session.actor, reference(&text)?, &kept).await.map_err(refused)?;
    Ok(StatusCode::NO_CONTENT)
}

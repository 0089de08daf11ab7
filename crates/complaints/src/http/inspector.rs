//! Is this inspector real? Yes or no to the number of a badge or the code on a paper, and a short form, without a name,
//! about somebody who only says to be an inspector.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use haqqi_kernel::Actor;
use haqqi_kernel::idempotency::{Fresh, Replay, look_up};
use haqqi_web::{Errors, Form, Json, Page, Problem, Stamp, Visit, WorkerPage, render};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Desk;
use crate::file::{FileComplaint, FileError, file};
use crate::http::receipt::{Receipt, receipt_shown};
use crate::inspector::is_inspector;
use crate::model::{Confidentiality, LONGEST_FIELD, LONGEST_TEXT};

pub(super) fn pages(desk: Desk) -> Router {
    Router::new()
        .route("/inspector", get(suggest))
        .route("/{language}/inspector", get(show))
        .route("/{language}/inspector/report", get(begin).post(report))
        .with_state(desk)
}

pub(super) fn api(desk: Desk) -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(check)).with_state(desk)
}

/// What was typed; absent where nothing was asked yet.
#[derive(Deserialize)]
pub(super) struct Asked {
    number: Option<String>,
}

#[derive(Template)]
#[template(path = "inspector.html")]
struct InspectorPage {
    page: Page,
    errors: Errors,
    typed: String,
    answer: Option<bool>,
}

#[derive(Template)]
#[template(path = "inspector_report.html")]
struct ReportPage {
    page: Page,
    errors: Errors,
    key: String,
    stamp: String,
    what: String,
    place: String,
    when: String,
}

async fn answered(desk: &Desk, page: Page, visit: &Visit, asked: Asked) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let typed: String = asked.number.as_deref().unwrap_or_default().trim().chars().take(40).collect();
    let answer = match asked.number {
        None => None,
        Some(_) if typed.is_empty() => {
            errors.add(&page, "number", "complaints-inspector-empty");
            None
        }
        Some(_) => {
            visit.look_up(&desk.site)?;
            Some(is_inspector(desk, &typed).await.map_err(|e| Problem::because(&e))?)
        }
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &InspectorPage { page, errors, typed, answer }))
}

/// Where the QR code of a paper leads: it knows no language yet.
pub(super) async fn suggest(
    State(desk): State<Desk>,
    headers: HeaderMap,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let site = &desk.site;
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let page = Page::for_worker(site.clone(), site.languages.negotiate(wanted), "/inspector");
    answered(&desk, page, &visit, asked).await
}

pub(super) async fn show(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    answered(&desk, page, &visit, asked).await
}

/// The answer for programs.
#[derive(Serialize, ToSchema)]
pub(super) struct CheckAnswer {
    /// Whether the number is ours; nothing else is told.
    ours: bool,
}

/// Is the number of a badge, or the code on a paper, ours? Needs no token; one in eight of the requests that a
/// network may send.
#[utoipa::path(get, path = "/api/v1/inspector", tag = "complaints",
    params(("number" = String, Query, description = "As it stands on badge or paper, such as `B-7KQ4-M2XA-X`")),
    responses((status = 200, body = CheckAnswer), (status = 422), (status = 429)))]
pub(super) async fn check(
    State(desk): State<Desk>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Json<CheckAnswer>, Problem> {
    let typed = asked.number.filter(|typed| !typed.trim().is_empty());
    let typed = typed.ok_or_else(|| Problem::unprocessable().field("number", "common-error-required"))?;
    visit.look_up_by_program()?;
    let ours = is_inspector(&desk, &typed).await.map_err(|e| Problem::because(&e))?;
    Ok(Json(CheckAnswer { ours }))
}

pub(super) async fn begin(State(desk): State<Desk>, WorkerPage(page): WorkerPage) -> Response {
    let (key, stamp) = (page.form_key(), Stamp::issue(&desk.site).stamp);
    let (what, place, when) = Default::default();
    render(StatusCode::OK, &ReportPage { page, errors: Errors::none(), key, stamp, what, place, when })
}

/// What was written about a false inspector.
#[derive(Deserialize, Serialize)]
pub(super) struct Written {
    #[serde(default)]
    key: String,
    #[serde(default)]
    what: String,
    #[serde(default, rename = "where")]
    place: String,
    #[serde(default)]
    when: String,
    /// No part of what was told: the same words are the same report.
    #[serde(default, skip_serializing)]
    stamp: String,
    /// What no person sees, a robot fills.
    #[serde(default, skip_serializing)]
    website: String,
}

impl Written {
    /// A complaint of the pack's kind about officials, which leaves the office concerned from the first form
    /// (`safeguards.md` 16). Place and time stand in the words: they are not where the writer works.
    fn command(&self, desk: &Desk, page: &Page) -> FileComplaint {
        let mut narrative = self.what.trim().to_owned();
        let more = [("complaints-inspector-where", &self.place), ("complaints-inspector-when", &self.when)];
        for (id, told) in more.into_iter().filter(|(_, told)| !told.trim().is_empty()) {
            if !narrative.is_empty() {
                narrative.push_str("\n\n");
                narrative.push_str(&page.attribute(id));
                narrative.push(' ');
                narrative.push_str(told.trim());
            }
        }
        FileComplaint {
            language: page.tag().to_owned(),
            narrative,
            kind: Some(desk.site.pack.identity().official_kind.clone()),
            confidentiality: Confidentiality::Anonymous,
            ..FileComplaint::default()
        }
    }
}

/// What is wrong with the form, if anything.
fn faults(page: &Page, written: &Written, command: &FileComplaint) -> Errors {
    let mut errors = Errors::none();
    if written.what.trim().is_empty() {
        errors.add(page, "what", "complaints-error-narrative");
    } else if command.narrative.len() > LONGEST_TEXT {
        errors.add(page, "what", "complaints-error-long");
    }
    for (field, text) in [("where", &written.place), ("when", &written.when)] {
        if text.chars().count() > LONGEST_FIELD {
            errors.add(page, field, "complaints-error-long");
        }
    }
    errors
}

async fn send(desk: &Desk, command: &FileComplaint, fresh: Fresh) -> Result<Receipt, Problem> {
    let mut unit = desk.site.house.unit(Actor::Stranger);
    let filed = file(desk, &mut unit, "web", command).map_err(|e| match e {
        FileError::Field { .. } => Problem::unprocessable(),
        other => Problem::because(&other),
    })?;
    let receipt = Receipt::of(&filed);
    fresh.keep(&mut unit, &serde_json::to_vec(&receipt).unwrap_or_default());
    unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
    Ok(receipt)
}

pub(super) async fn report(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    visit: Visit,
    Form(mut written): Form<Written>,
) -> Result<Response, Problem> {
    let desk = &desk;
    if written.key.len() != 32 {
        written.key = page.form_key();
    }
    let command = written.command(desk, &page);
    let errors = faults(&page, &written, &command);
    let body = [page.tag().as_bytes(), serde_json::to_vec(&written).unwrap_or_default().as_slice()].concat();
    let again = |page: Page, written: Written, errors: Errors, key: String, status| {
        let Written { what, place, when, stamp, .. } = written;
        render(status, &ReportPage { page, errors, key, stamp, what, place, when })
    };
    if !errors.is_empty() {
        let key = written.key.clone();
        return Ok(again(page, written, errors, key, StatusCode::UNPROCESSABLE_ENTITY));
    }
    visit.file(&desk.site, &written.stamp, &written.website).await?;
    let replay = look_up(&desk.site.house, &desk.under_way, "inspector", &written.key, &body)
        .await
        .map_err(|e| Problem::because(&e))?;
    let receipt = match replay {
        Replay::Answered(answer) => serde_json::from_slice(&answer).map_err(|e| Problem::because(&e))?,
        // The same form with other words is another report: it gets a key of its own and is sent once more.
        Replay::OtherBody => {
            let key = page.form_key();
            return Ok(again(page, written, Errors::none(), key, StatusCode::OK));
        }
        Replay::UnderWay => return Err(Problem::conflict()),
        Replay::Fresh(fresh) => send(desk, &command, fresh).await?,
    };
    Ok(receipt_shown(desk, &page, &receipt))
}

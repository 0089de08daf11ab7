//! Two pages behind her own door: “we are several”, and whether who filed for her may see how it goes.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_kernel::idempotency::{Replay, look_up};
use haqqi_web::{Errors, Form, Json, Network, Page, Problem, WorkerPage, render};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Desk;
use crate::come_back::Entered;
use crate::group::{FileGroup, FiledGroup, file_with_me};
use crate::http::api::{at_the_door, problem as api_problem};
use crate::http::fields::Fields;
use crate::http::filed::{ages, languages, refused, secrets};
use crate::http::mine::{door, marked, of_this, problem};
use crate::http::once::created;
use crate::http::rows::{Row, add_rows, group, rows, said};
use crate::sight::{SIGHT_DAYS, SightError, decide_sight, sight_of};

async fn herself(desk: &Desk, headers: &HeaderMap) -> Result<Option<Entered>, Problem> {
    Ok(door(desk, headers).await?.filter(Entered::is_herself))
}

#[derive(Template)]
#[template(path = "others.html")]
struct OthersPage {
    page: Page,
    errors: Errors,
    typed: Fields,
    key: String,
    rows: Vec<Row>,
    languages: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    ages: Vec<(String, String)>,
    secrets: Vec<(String, String)>,
    most: u16,
}

#[derive(Template)]
#[template(path = "others_done.html")]
struct OthersDone {
    page: Page,
    filed: FiledGroup,
}

fn others(desk: &Desk, page: Page, typed: Fields, errors: Errors) -> Response {
    let pack = &desk.site.pack;
    let kinds = pack.kinds_on_page().iter().map(|k| (k.code.clone(), page.label("kind", &k.code))).collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = OthersPage {
        rows: rows(desk, &typed, &errors),
        languages: languages(desk),
        ages: ages(&page),
        secrets: secrets(&page),
        key: typed.key(&page),
        most: pack.identity().most_in_group,
        page,
        errors,
        typed,
        kinds,
    };
    render(status, &shown)
}

pub(super) async fn others_show(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Some(entered) = herself(&desk, &headers).await? else {
        return Ok(Redirect::to(&page.at("/return")).into_response());
    };
    let page = marked(&desk, page, &entered);
    Ok(others(&desk, page, Fields::default(), Errors::none()))
}

pub(super) async fn others_submit(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let entered = herself(&desk, &headers).await?.ok_or_else(Problem::expired)?;
    of_this(&desk, &page, &entered)?;
    let more = pairs.iter().any(|(name, value)| name == "go" && value == "more");
    let mut typed = Fields::of(pairs);
    if more {
        add_rows(&desk, &mut typed);
        return Ok(others(&desk, page, typed, Errors::none()));
    }
    let (group, numbers) = match group(&desk, &typed, page.tag()) {
        Ok(group) => group,
        Err((field, message)) => {
            let mut errors = Errors::none();
            errors.add(&page, &field, message);
            return Ok(others(&desk, page, typed, errors));
        }
    };
    let body = [entered.complaint().as_bytes().as_slice(), typed.canonical().as_slice()].concat();
    let replay = look_up(&desk.site.house, &desk.under_way, "others", &typed.key(&page), &body).await;
    let once = match replay.map_err(|e| Problem::because(&e))? {
        Replay::Fresh(once) => once,
        Replay::Answered(answer) => {
            let filed = serde_json::from_slice(&answer).map_err(|e| Problem::because(&e))?;
            return Ok(render(StatusCode::CREATED, &OthersDone { page, filed }));
        }
        Replay::UnderWay | Replay::OtherBody => return Err(Problem::conflict()),
    };
    match file_with_me(&desk, &entered, &group, Some(&once)).await {
        Ok(filed) => Ok(render(StatusCode::CREATED, &OthersDone { page, filed })),
        Err(error) => {
            let mut errors = Errors::none();
            if said(&mut errors, &page, &error, &numbers) {
                Ok(others(&desk, page, typed, errors))
            } else {
                Err(crate::http::filed::failed(&error))
            }
        }
    }
}

#[derive(Template)]
#[template(path = "filer_sight.html")]
struct SightPage {
    page: Page,
    errors: Errors,
    who: String,
    until: String,
    choices: Vec<(String, String, String)>,
}

#[derive(Default, Deserialize)]
pub(super) struct Decided {
    #[serde(default)]
    sight: String,
}

async fn sight(desk: &Desk, page: Page, entered: &Entered, errors: Errors) -> Result<Response, Problem> {
    let sight = sight_of(desk, entered.complaint()).await.map_err(|e| Problem::because(&e))?;
    let sight = sight.ok_or_else(Problem::not_found)?;
    let who = page.label("filer", &sight.filer);
    let until = sight.until.map(|until| page.date(&until)).unwrap_or_default();
    let mut choices = vec![("no".to_owned(), page.t("complaints-sight-no"), String::new())];
    choices.extend(
        SIGHT_DAYS
            .iter()
            .map(|d| (d.to_string(), page.tn("complaints-sight-days", "days", *d), String::new())),
    );
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = marked(desk, page, entered);
    Ok(render(status, &SightPage { page, errors, who, until, choices }))
}

pub(super) async fn sight_show(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    match herself(&desk, &headers).await? {
        None => Ok(Redirect::to(&page.at("/return")).into_response()),
        Some(entered) => sight(&desk, page, &entered, Errors::none()).await,
    }
}

fn days(code: &str) -> Option<Option<i64>> {
    if code == "no" { Some(None) } else { code.parse().ok().map(Some) }
}

pub(super) async fn sight_submit(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    Form(decided): Form<Decided>,
) -> Result<Response, Problem> {
    let entered = herself(&desk, &headers).await?.ok_or_else(Problem::expired)?;
    of_this(&desk, &page, &entered)?;
    let decided = match days(&decided.sight) {
        Some(days) => decide_sight(&desk, &entered, days).await,
        None => Err(SightError::Period),
    };
    match decided {
        Ok(()) => Ok(Redirect::to(&page.at("/mine")).into_response()),
        Err(SightError::Period) => {
            let mut errors = Errors::none();
            errors.add(&page, "sight", "common-error-choose");
            sight(&desk, page, &entered, errors).await
        }
        Err(error) => Err(unseen(error)),
    }
}

fn unseen(error: SightError) -> Problem {
    match error {
        SightError::Nobody => Problem::not_found(),
        SightError::Return(error) => problem(error),
        SightError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// What she decides about who filed for her.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Decision {
    /// For how many days they may see how it goes (30, 90 or 180); absent: no, and what held ends at once.
    #[serde(default)]
    days: Option<i64>,
}

/// She lets who filed for her see how it goes, or not.
#[utoipa::path(put, path = "/api/v1/complaints/{reference}/filer-sight", tag = "complaints", request_body = Decision,
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 204), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn sight_json(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    Json(decision): Json<Decision>,
) -> Result<Response, Problem> {
    let (entered, _) = at_the_door(&desk, network, &reference, &headers).await?;
    match decide_sight(&desk, &entered, decision.days).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(SightError::Period) => Err(Problem::unprocessable().field("days", "common-error-choose")),
        Err(SightError::Return(error)) => Err(api_problem(error)),
        Err(error) => Err(unseen(error)),
    }
}

/// She files for others at her workplace; each gets a complaint of her own, and the code of each is given to that
/// worker alone.
#[utoipa::path(post, path = "/api/v1/complaints/{reference}/others", tag = "complaints", request_body = Object,
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 201, body = Object), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn others_json(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    Json(group): Json<FileGroup>,
) -> Result<Response, Problem> {
    let (entered, _) = at_the_door(&desk, network, &reference, &headers).await?;
    if !entered.is_herself() {
        return Err(Problem::not_found());
    }
    let filed = file_with_me(&desk, &entered, &group, None).await.map_err(|e| refused(&e))?;
    Ok(created(serde_json::to_vec(&filed).map_err(|e| Problem::because(&e))?))
}

//! For partners: what their organisation filed, and the form to file for one worker or for several.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_kernel::idempotency::{Replay, look_up};
use haqqi_language::{Language, strip_isolation};
use haqqi_web::{Errors, Form, Json, Page, Problem, instant, render};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Desk;
use crate::file::FileError;
use crate::group::{FileGroup, FiledGroup, GroupError, file_for_workers, organisation_of};
use crate::http::api::field_problem;
use crate::http::fields::Fields;
use crate::http::mine::told;
use crate::http::once::{self, Once, created};
use crate::http::rows::{Row, add_rows, group, put, room, rows, said};
use crate::http::sheet::Sheet;
use crate::sight::{FiledList, FiledMore, FiledRow, filed_list};

#[derive(Template)]
#[template(path = "filed.html")]
struct FiledPage {
    page: Page,
    list: FiledList,
    next: String,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    after: String,
}

pub(super) fn failed(error: &GroupError) -> Problem {
    match error {
        GroupError::Denied | GroupError::File(FileError::Denied) => Problem::not_found(),
        GroupError::Commit(error) => Problem::uncommitted(error),
        other => Problem::because(other),
    }
}

pub(super) async fn list(
    State(desk): State<Desk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let list = filed_list(&desk, &session.actor, asked.after.parse().ok()).await.map_err(|e| failed(&e))?;
    let next = list.next.map(|after| format!("/staff/filed?after={after}")).unwrap_or_default();
    Ok(render(StatusCode::OK, &FiledPage { page: session.page, list, next }))
}

#[derive(Template)]
#[template(path = "filed_new.html")]
struct NewPage {
    page: Page,
    errors: Errors,
    typed: Fields,
    rows: Vec<Row>,
    languages: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    governorates: Vec<(String, String)>,
    ages: Vec<(String, String)>,
    secrets: Vec<(String, String)>,
    most: u16,
    /// Rows that were pasted, as they were read, where something is to be said of them.
    sheet: Option<Sheet>,
    /// How many of them were put into the form just now.
    put: usize,
    /// Whether the organisation may add to another's group.
    joins: bool,
}

#[derive(Template)]
#[template(path = "filed_done.html")]
struct DonePage {
    page: Page,
    filed: FiledGroup,
}

/// The languages that workers are offered.
pub(super) fn languages(desk: &Desk) -> Vec<(String, String)> {
    let known = haqqi_language::KNOWN.iter();
    let offered = known.filter(|known| desk.site.languages.for_worker(known.tag).is_some());
    offered.map(|known| (known.tag.to_owned(), known.own_name.to_owned())).collect()
}

/// The ages that can be told.
pub(super) fn ages(page: &Page) -> Vec<(String, String)> {
    ["adult", "child", "unknown"]
        .map(|code| (code.to_owned(), page.t(&format!("complaints-age-{code}"))))
        .to_vec()
}

/// How much the employer may learn: nobody else says for her that she may be named.
pub(super) fn secrets(page: &Page) -> Vec<(String, String)> {
    let pair = |code: &str, id: &str| (code.to_owned(), page.t(id));
    vec![
        pair("confidential", "complaints-secret-confidential"),
        pair("anonymous", "complaints-group-secret-anonymous"),
    ]
}

fn form(desk: &Desk, page: Page, filer: &str, typed: Fields, errors: Errors) -> Response {
    form_with(desk, page, filer, typed, errors, (None, 0))
}

fn form_with(
    desk: &Desk,
    page: Page,
    filer: &str,
    typed: Fields,
    errors: Errors,
    (sheet, put): (Option<Sheet>, usize),
) -> Response {
    let joins = desk.site.pack.filer(filer).is_some_and(|filer| !filer.has_interest);
    let pack = &desk.site.pack;
    let employer = pack.filer(filer).is_some_and(|filer| filer.employer);
    let kinds = pack
        .kinds()
        .iter()
        .filter(|kind| if employer { kind.against_worker } else { kind.on_page })
        .map(|kind| (kind.code.clone(), page.label("kind", &kind.code)))
        .collect();
    let governorates =
        pack.governorates().iter().map(|g| (g.code.clone(), page.label("governorate", &g.code))).collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = NewPage {
        rows: rows(desk, &typed, &errors),
        languages: languages(desk),
        ages: ages(&page),
        secrets: secrets(&page),
        most: pack.identity().most_in_group,
        sheet,
        put,
        joins,
        page,
        errors,
        typed,
        kinds,
        governorates,
    };
    render(status, &shown)
}

/// Reads rows that were pasted. All of them go into the form, or those that are right; the others stay where they were
/// pasted, with what is wrong in each row and column.
fn pasted(desk: &Desk, page: Page, filer: &str, mut typed: Fields, only_right: bool) -> Response {
    let mut errors = Errors::none();
    let sheet = Sheet::read(desk, &page, typed.get("sheet"), room(desk, &typed));
    if sheet.lines.is_empty() {
        errors.add(&page, "sheet", "complaints-sheet-error-none");
        return form(desk, page, filer, typed, errors);
    }
    let mut put_in = 0;
    if sheet.is_right() || only_right {
        put_in = sheet.right();
        put(desk, &mut typed, &sheet.workers());
        typed.set("sheet", sheet.rest());
    }
    for fault in sheet.faults(&page) {
        errors.add_text("sheet", &fault);
    }
    let wrong = !sheet.is_right();
    form_with(desk, page, filer, typed, errors, (Some(sheet).filter(|_| wrong), put_in))
}

pub(super) async fn begin(State(desk): State<Desk>, session: StaffSession) -> Result<Response, Problem> {
    let organisation = organisation_of(&desk, &session.actor).await.map_err(|e| failed(&e))?;
    Ok(form(&desk, session.page, &organisation.filer, Fields::default(), Errors::none()))
}

pub(super) async fn submit(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, staff, .. } = session;
    let organisation = organisation_of(&desk, &actor).await.map_err(|e| failed(&e))?;
    let go = pairs.iter().find(|(name, _)| name == "go").map(|(_, value)| value.clone()).unwrap_or_default();
    let mut typed = Fields::of(pairs);
    if go == "more" {
        add_rows(&desk, &mut typed);
        return Ok(form(&desk, page, &organisation.filer, typed, Errors::none()));
    }
    // Rows that were pasted and not yet put into the form would be lost by sending it.
    if go == "sheet" || go == "sheet-right" || !typed.text("sheet").is_empty() {
        return Ok(pasted(&desk, page, &organisation.filer, typed, go == "sheet-right"));
    }
    let language = typed.chosen("language").unwrap_or_else(|| page.tag().to_owned());
    let (group, numbers) = match group(&desk, &typed, &language) {
        Ok(group) => group,
        Err((field, message)) => {
            let mut errors = Errors::none();
            errors.add(&page, &field, message);
            return Ok(form(&desk, page, &organisation.filer, typed, errors));
        }
    };
    let body = [staff.id.as_bytes().as_slice(), typed.canonical().as_slice()].concat();
    let key = typed.key(&page);
    let replay = look_up(&desk.site.house, &desk.under_way, "filed", &key, &body).await;
    let once = match replay.map_err(|e| Problem::because(&e))? {
        Replay::Fresh(once) => once,
        Replay::Answered(answer) => {
            let filed = serde_json::from_slice(&answer).map_err(|e| Problem::because(&e))?;
            return Ok(render(StatusCode::CREATED, &DonePage { page, filed }));
        }
        Replay::UnderWay | Replay::OtherBody => return Err(Problem::conflict()),
    };
    match file_for_workers(&desk, &actor, &group, Some(&once)).await {
        Ok(filed) => Ok(render(StatusCode::CREATED, &DonePage { page, filed })),
        Err(error) => {
            let mut errors = Errors::none();
            if said(&mut errors, &page, &error, &numbers) {
                Ok(form(&desk, page, &organisation.filer, typed, errors))
            } else {
                Err(failed(&error))
            }
        }
    }
}

/// A complaint as the organisation that filed it sees it.
#[derive(Serialize, ToSchema)]
pub(super) struct FiledOne {
    reference: String,
    /// When it was received (RFC 3339).
    received_at: String,
    /// `received` or `closed`; where the worker agreed, where it stands, as she is told.
    state: String,
    /// Where the worker agreed: the sentence that she is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    told: Option<String>,
    /// Where the worker agreed: the outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
}

/// A page of what was filed.
#[derive(Serialize, ToSchema)]
pub(super) struct FiledPageJson {
    filed: Vec<FiledOne>,
    /// Give it as `after` for the next page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

fn one(language: &Language, row: FiledRow) -> FiledOne {
    let plain = if row.closed { "closed" } else { "received" };
    let sentence = row.more.as_ref().map(|more| told_of(language, more));
    FiledOne {
        reference: row.reference.to_string(),
        received_at: instant(row.received_at),
        state: row.more.as_ref().map_or(plain, |more| more.stands.code()).to_owned(),
        told: sentence.map(|told| strip_isolation(&told)).filter(|told| !told.is_empty()),
        outcome: row.more.and_then(|more| more.outcome),
    }
}

/// What the worker is told, as far as she lets see it.
fn told_of(language: &Language, more: &FiledMore) -> String {
    told(language, more.next_step.as_deref(), more.outcome.as_deref())
}

/// What the own organisation filed: received or closed, and more only where the worker agreed.
#[utoipa::path(get, path = "/api/v1/filed", tag = "complaints",
    params(("after" = Option<String>, Query, description = "The last reference of the page before")),
    responses((status = 200, body = FiledPageJson), (status = 401), (status = 404)))]
pub(super) async fn list_json(
    State(desk): State<Desk>,
    caller: ApiStaff,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Json<FiledPageJson>, Problem> {
    let list = filed_list(&desk, &caller.actor, asked.after.parse().ok()).await.map_err(|e| failed(&e))?;
    let next = list.next.map(|reference| reference.to_string());
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("en");
    let language = desk.site.languages.negotiate(wanted);
    Ok(Json(FiledPageJson { filed: list.rows.into_iter().map(|row| one(&language, row)).collect(), next }))
}

/// Files for one worker or several at one workplace, in one transaction. The same `Idempotency-Key` with the same body
/// answers the same.
#[utoipa::path(post, path = "/api/v1/filed", tag = "complaints", request_body = Object,
    params(("Idempotency-Key" = Option<String>, Header, description = "At most 255 characters; the answer is kept 24 hours")),
    responses((status = 201, body = Object), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn file_json(
    State(desk): State<Desk>,
    caller: ApiStaff,
    headers: HeaderMap,
    Json(group): Json<FileGroup>,
) -> Result<Response, Problem> {
    organisation_of(&desk, &caller.actor).await.map_err(|e| failed(&e))?;
    let told = serde_json::to_vec(&group).map_err(|e| Problem::because(&e))?;
    let body = [caller.staff.id.as_bytes().as_slice(), told.as_slice()].concat();
    let once = match once::by_key(&desk, "filed-json", &headers, &body).await? {
        Once::Go(once) => once,
        Once::Answered(answer) => return Ok(answer),
    };
    match file_for_workers(&desk, &caller.actor, &group, once.as_ref()).await {
        Ok(filed) => Ok(created(serde_json::to_vec(&filed).map_err(|e| Problem::because(&e))?)),
        Err(error) => Err(refused(&error)),
    }
}

/// A refusal of a group, field by field.
pub(super) fn refused(error: &GroupError) -> Problem {
    match error {
        GroupError::File(FileError::Field { field, problem }) => field_problem(field, *problem),
        GroupError::Worker(at, what, problem) => {
            let id = crate::http::fields::message(what, *problem);
            Problem::unprocessable().field(format!("workers[{at}].{what}"), id)
        }
        GroupError::Many => Problem::unprocessable().field("workers", "complaints-group-error-nobody"),
        GroupError::Code => Problem::unprocessable().field("group", "complaints-group-error-code"),
        other => failed(other),
    }
}

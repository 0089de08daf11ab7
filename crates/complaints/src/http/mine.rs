//! Coming back: reference and code, then where it stands, what was written, and writing back.

use askama::Template;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use haqqi_kernel::idempotency::Replay;
use haqqi_kernel::{CodeError, ReceiptCode, Reference, ReferenceError};
use haqqi_language::{Args, Language};
use haqqi_web::{Errors, Form, Network, Page, Problem, WorkerPage, render};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Desk;
use crate::attempts::try_to_enter;
use crate::come_back::{Entered, FilerView, ReturnError, WorkerView, enter_again, filer_view, worker_view};
use crate::http::act::Ahead;
use crate::http::once::by_form;
use crate::http::receipt::Receipt;
use crate::http::seal::{MINE, PART, RECEIPT};
use crate::write_back::write_back;

#[derive(Serialize, Deserialize)]
struct Door {
    complaint: Uuid,
    herself: bool,
    since: DateTime<Utc>,
}

#[derive(Template)]
#[template(path = "return.html")]
struct ReturnPage {
    page: Page,
    errors: Errors,
    reference: String,
    ticket: String,
}

#[derive(Template)]
#[template(path = "mine.html")]
struct MinePage {
    page: Page,
    errors: Errors,
    view: WorkerView,
    stands: String,
    told: String,
    typed: String,
    key: String,
    ahead: Ahead,
}

#[derive(Template)]
#[template(path = "filer.html")]
struct FilerPage {
    page: Page,
    view: FilerView,
}

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    reference: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    ticket: String,
}

#[derive(Deserialize)]
pub(super) struct Written {
    #[serde(default)]
    key: String,
    #[serde(default)]
    body: String,
}

pub(super) fn problem(error: ReturnError) -> Problem {
    match error {
        ReturnError::Wait(_) => Problem::too_many(),
        ReturnError::Unknown | ReturnError::Denied => Problem::not_found(),
        ReturnError::TooLong => Problem::too_large(),
        ReturnError::Empty => Problem::unprocessable(),
        other => Problem::because(&other),
    }
}

pub(super) async fn ask(WorkerPage(page): WorkerPage) -> Response {
    render(
        StatusCode::OK,
        &ReturnPage { page, errors: Errors::none(), reference: String::new(), ticket: String::new() },
    )
}

pub(super) async fn enter_page(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    network: Network,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let mut ticket = String::new();
    let reference = match typed.reference.parse::<Reference>() {
        Ok(reference) => Some(reference),
        Err(ReferenceError::Shape) => {
            errors.add(&page, "reference", "complaints-error-reference");
            None
        }
        Err(ReferenceError::Check) => {
            errors.add(&page, "reference", "complaints-error-reference-check");
            None
        }
    };
    let code = match typed.code.parse::<ReceiptCode>() {
        Ok(code) => Some(code),
        Err(CodeError::Length) => {
            errors.add(&page, "code", "complaints-error-code");
            None
        }
        Err(CodeError::Check) => {
            errors.add(&page, "code", "complaints-error-code-check");
            None
        }
    };
    if let (Some(reference), Some(code)) = (reference, code) {
        match try_to_enter(&desk, network, reference, &code, &typed.ticket).await {
            Ok(entered) => {
                let door = Door {
                    complaint: entered.complaint(),
                    herself: entered.is_herself(),
                    since: desk.site.house.now(),
                };
                let mut cookies = vec![MINE.keep(&desk.site, &door)];
                // The receipt of another complaint is put away: one is open at a time.
                let other = |receipt: &Receipt| receipt.reference != entered.reference.to_string();
                if RECEIPT.read(&desk.site, &headers).is_some_and(|receipt| other(&receipt)) {
                    cookies.push(RECEIPT.forget(&desk.site));
                }
                let cookies = AppendHeaders(cookies.into_iter().map(|cookie| (SET_COOKIE, cookie)));
                return Ok((cookies, Redirect::to(&page.at("/mine"))).into_response());
            }
            Err(ReturnError::Unknown) => errors.add(&page, "reference", "complaints-error-unknown"),
            Err(ReturnError::Wait(wait)) => {
                let args = Args::new().set("seconds", wait.seconds);
                errors.add_with(&page, "code", "complaints-error-wait", &args);
                ticket = wait.ticket;
            }
            Err(other) => return Err(problem(other)),
        }
    }
    let reference = typed.reference;
    Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &ReturnPage { page, errors, reference, ticket }))
}

pub(super) async fn door(desk: &Desk, headers: &HeaderMap) -> Result<Option<Entered>, Problem> {
    let Some(door) = MINE.read::<Door>(&desk.site, headers) else { return Ok(None) };
    match enter_again(desk, door.complaint, door.herself, door.since).await {
        Ok(entered) => Ok(Some(entered)),
        // Her codes were ended meanwhile: whoever came in by one stands before the door again.
        Err(ReturnError::Unknown) => Ok(None),
        Err(error) => Err(problem(error)),
    }
}

/// What she is told of the next step or the outcome: a sentence of the pack that tells nothing of a visit.
pub(super) fn told(language: &Language, next_step: Option<&str>, outcome: Option<&str>) -> String {
    let (prefix, code) = match (outcome, next_step) {
        (Some(outcome), _) => ("outcome-told", outcome),
        (None, Some(step)) => ("step-told", step),
        (None, None) => return String::new(),
    };
    let id = haqqi_pack::label(prefix, code);
    if language.has(&id) { language.text(&id) } else { String::new() }
}

/// The mark of a complaint on its pages: keyed, so that it tells nothing.
fn mark(desk: &Desk, complaint: Uuid) -> String {
    let tag = desk.site.house.vault().web_tag("page-of", complaint.as_bytes());
    HEXLOWER.encode(&tag[..16])
}

/// Marks a page, and so its forms, as one of this complaint.
pub(super) fn marked(desk: &Desk, mut page: Page, entered: &Entered) -> Page {
    page.set_of(mark(desk, entered.complaint()));
    page
}

/// Lets a form through that was shown for the complaint that is open now. On a shared phone another one may have been
/// opened in another tab: what was typed for one must never go to the other, and comes back. A page that is let through
/// is marked as one of this complaint.
pub(super) fn of_this(desk: &Desk, page: &Page, entered: &Entered) -> Result<(), Problem> {
    if page.came_from(&mark(desk, entered.complaint())) { Ok(()) } else { Err(Problem::expired()) }
}

/// The cookie that keeps her door open while she sends a large file.
pub(super) fn stay_open(desk: &Desk, headers: &HeaderMap) -> Option<String> {
    MINE.read::<Door>(&desk.site, headers).map(|door| MINE.keep(&desk.site, &door))
}

async fn page_of(
    desk: &Desk,
    page: Page,
    entered: &Entered,
    errors: Errors,
    typed: String,
) -> Result<Response, Problem> {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    if !entered.is_herself() {
        let view = filer_view(desk, entered).await.map_err(problem)?;
        return Ok(render(status, &FilerPage { page, view }));
    }
    let view = worker_view(desk, entered).await.map_err(problem)?;
    let stands = page.t(view.stands.message());
    let told = told(page.language(), view.next_step.as_deref(), view.outcome.as_deref());
    let page = marked(desk, page, entered);
    let ahead = Ahead::of(desk, &page, entered).await.map_err(problem)?;
    let key = page.form_key();
    Ok(render(status, &MinePage { key, page, errors, view, stands, told, typed, ahead }))
}

pub(super) async fn show(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Some(entered) = door(&desk, &headers).await? else {
        return Ok(Redirect::to(&page.at("/return")).into_response());
    };
    page_of(&desk, page, &entered, Errors::none(), String::new()).await
}

/// The same form sent again is the same message; with other words it is another message, as is one typed anew.
async fn once(desk: &Desk, page: &Page, entered: &Entered, written: &Written) -> Result<Replay, Problem> {
    let body = [entered.complaint().as_bytes().as_slice(), written.body.as_bytes()].concat();
    by_form(desk, page, "message", &written.key, &body).await
}

pub(super) async fn write(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    Form(written): Form<Written>,
) -> Result<Response, Problem> {
    // Her words come back to her on the page that says so.
    let entered = door(&desk, &headers).await?.ok_or_else(Problem::expired)?;
    of_this(&desk, &page, &entered)?;
    let once = match once(&desk, &page, &entered, &written).await? {
        Replay::Fresh(once) => once,
        Replay::Answered(_) => return Ok(Redirect::to(&page.at("/mine")).into_response()),
        Replay::UnderWay | Replay::OtherBody => return Err(Problem::conflict()),
    };
    match write_back(&desk, &entered, &written.body, Some(&once)).await {
        Ok(_) => Ok(Redirect::to(&page.at("/mine")).into_response()),
        Err(ReturnError::Empty) => {
            let mut errors = Errors::none();
            errors.add(&page, "body", "complaints-error-message");
            page_of(&desk, page, &entered, errors, written.body).await
        }
        // Her words stay on the page, to be made shorter or sent in two.
        Err(ReturnError::TooLong) => {
            let mut errors = Errors::none();
            errors.add(&page, "body", "complaints-error-long");
            page_of(&desk, page, &entered, errors, written.body).await
        }
        Err(other) => Err(problem(other)),
    }
}

/// Which digits she likes: her script's, or those that are everywhere. The choice is kept on this device for this visit.
pub(super) async fn digits(WorkerPage(page): WorkerPage) -> Response {
    ([(SET_COOKIE, page.digits_cookie())], Redirect::to(&page.at("/mine"))).into_response()
}

/// Leaves: on a borrowed phone nothing stays open.
pub(super) async fn leave(State(desk): State<Desk>, WorkerPage(page): WorkerPage) -> Response {
    ([(SET_COOKIE, MINE.forget(&desk.site))], Redirect::to(&page.at("/"))).into_response()
}

/// The way out of every page: forgets the receipt and the open complaint, then leads to a page that tells nothing.
pub(super) async fn away(State(desk): State<Desk>) -> Response {
    let site = &desk.site;
    let cookies = [MINE.forget(site), RECEIPT.forget(site), PART.forget(site)];
    let forget = AppendHeaders(cookies.map(|cookie| (SET_COOKIE, cookie)));
    (forget, Redirect::to(&site.settings.exit_url)).into_response()
}

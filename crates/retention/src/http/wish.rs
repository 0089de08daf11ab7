//! A worker's wish that what she told be erased: written down by whoever works on it, decided by somebody else.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{Directory, StaffSession};
use haqqi_kernel::{Action, Reference, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::RetentionDesk;
use crate::bars::Bar;
use crate::model::WAYS;
use crate::request::{Request, RequestError, decide_request, record_request, request_of};

#[derive(Template)]
#[template(path = "retention-wish.html")]
struct WishPage {
    page: Page,
    errors: Errors,
    reference: String,
    request: Option<Request>,
    way: String,
    recorded_by: String,
    decision: String,
    bars: Vec<String>,
    ways: Vec<(String, String, String)>,
    may_record: bool,
    may_decide: bool,
    may_read: bool,
    typed: Typed,
}

#[derive(Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    way: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    decision: String,
}

fn problem(error: RequestError) -> Problem {
    match error {
        RequestError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    }
}

fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

fn bar_words(page: &Page, bars: &[Bar]) -> Vec<String> {
    bars.iter().map(|bar| page.label("retention-bar", bar.code())).collect()
}

async fn page_of(
    desk: &RetentionDesk,
    session: StaffSession,
    of: Reference,
    errors: Errors,
    typed: Typed,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, staff, .. } = session;
    let wish = request_of(desk, &actor, of).await.map_err(problem)?;
    let by = wish.request.as_ref().map(|request| request.recorded_by);
    let people: Vec<_> = by.into_iter().collect();
    let house = page.site().house.clone();
    let names = Directory::new(house).names(&people).await.map_err(|e| Problem::because(&e))?;
    let waits = wish.request.as_ref().is_some_and(|request| request.decided_at.is_none());
    let decided = wish.request.as_ref().and_then(|request| request.decision.as_deref());
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(
        status,
        &WishPage {
            way: wish.request.as_ref().map_or(String::new(), |one| page.label("retention-way", &one.way)),
            decision: decided.map_or(String::new(), |code| page.label("retention-decided", code)),
            recorded_by: by.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
            bars: bar_words(&page, &wish.bars),
            ways: WAYS
                .map(|code| (code.to_owned(), page.label("retention-way", code), String::new()))
                .to_vec(),
            may_record: !waits && judge(&actor, Action::WorkComplaint).is_ok(),
            may_decide: waits && by != Some(staff.id) && judge(&actor, Action::ApproveErasure).is_ok(),
            may_read: judge(&actor, Action::ReadComplaint).is_ok(),
            reference: of.to_string(),
            request: wish.request,
            page,
            errors,
            typed,
        },
    ))
}

pub(super) async fn show(
    State(desk): State<RetentionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none(), Typed::default()).await
}

pub(super) async fn record(
    State(desk): State<RetentionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let of = reference(&text)?;
    let mut errors = Errors::none();
    match record_request(&desk, &session.actor, of, &typed.way).await {
        Ok(()) => return Ok(Redirect::to(&format!("/staff/complaints/{of}/erasure")).into_response()),
        Err(RequestError::Way) => errors.add(&session.page, "way", "common-error-choose"),
        Err(RequestError::NotShown) => errors.add(&session.page, "way", "retention-error-not-shown"),
        Err(RequestError::Changed) => errors.add(&session.page, "way", "retention-error-waits"),
        Err(other) => return Err(problem(other)),
    }
    page_of(&desk, session, of, errors, typed).await
}

pub(super) async fn decide(
    State(desk): State<RetentionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let of = reference(&text)?;
    let grant = match typed.decision.as_str() {
        "grant" => Some(true),
        "refuse" => Some(false),
        _ => None,
    };
    let mut errors = Errors::none();
    match grant {
        None => errors.add(&session.page, "decision", "common-error-choose"),
        Some(grant) => match decide_request(&desk, &session.actor, of, grant, &typed.why).await {
            Ok(()) => return Ok(Redirect::to("/staff/retention/lists").into_response()),
            Err(RequestError::SamePerson) => {
                errors.add(&session.page, "decision", "retention-error-same-person");
            }
            Err(RequestError::Why) => errors.add(&session.page, "why", "retention-error-why"),
            Err(RequestError::Changed) => errors.add(&session.page, "decision", "retention-error-decided"),
            Err(RequestError::Barred(_)) => {
                errors.add(&session.page, "decision", "retention-error-barred");
            }
            Err(other) => return Err(problem(other)),
        },
    }
    page_of(&desk, session, of, errors, typed).await
}

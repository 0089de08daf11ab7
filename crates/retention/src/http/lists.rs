//! Lists of what is to be erased: approved by one, confirmed by another.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use haqqi_accounts::{Directory, StaffSession};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use super::{class, office};
use crate::batch::{Batch, BatchError, approve, batch, batches, confirm, refuse};
use crate::model::{BatchState, EntryState, ON_REQUEST};
use crate::request::{RequestError, requests};
use crate::{RetentionDesk, desk};

/// A list as a line.
struct Line {
    number: String,
    class: String,
    office: String,
    state: String,
    style: &'static str,
    many: String,
    at: DateTime<Utc>,
}

fn style(state: BatchState) -> &'static str {
    match state {
        BatchState::Prepared | BatchState::Approved => "soon",
        BatchState::Confirmed => "late",
        BatchState::Done | BatchState::Refused => "",
    }
}

fn line(page: &Page, batch: &Batch) -> Line {
    Line {
        number: batch.number.clone(),
        class: class(page, &batch.class),
        office: office(page, batch.office.as_deref()),
        state: page.label("retention-list", batch.state.code()),
        style: style(batch.state),
        many: page.number(batch.many),
        at: batch.prepared_at,
    }
}

#[derive(Template)]
#[template(path = "retention-lists.html")]
struct Lists {
    page: Page,
    lines: Vec<Line>,
    /// Reference, when she asked, how.
    wishes: Vec<(String, DateTime<Utc>, String)>,
}

fn problem(error: BatchError) -> Problem {
    match error {
        BatchError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    }
}

pub(super) async fn all(
    State(desk): State<RetentionDesk>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let found = batches(&desk, &actor).await.map_err(problem)?;
    let wishes = requests(&desk, &actor).await.map_err(|error| match error {
        RequestError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    })?;
    let wishes = wishes
        .into_iter()
        .map(|wish| (wish.reference, wish.asked_at, page.label("retention-way", &wish.way)))
        .collect();
    let lines = found.iter().map(|batch| line(&page, batch)).collect();
    Ok(render(StatusCode::OK, &Lists { page, lines, wishes }))
}

#[derive(Template)]
#[template(path = "retention-list.html")]
struct OneList {
    page: Page,
    errors: Errors,
    line: Line,
    /// What was said and by whom.
    said: Vec<(String, String)>,
    /// Reference, due, state, style.
    entries: Vec<(String, DateTime<Utc>, String, &'static str)>,
    /// The decision that is open to this person.
    next: &'static str,
    may_refuse: bool,
    wished: bool,
}

async fn page_of(
    desk: &desk::RetentionDesk,
    session: StaffSession,
    number: &str,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, staff, .. } = session;
    let (found, entries) = batch(desk, &actor, number).await.map_err(problem)?;
    let people: Vec<_> = [found.approved_by, found.confirmed_by].into_iter().flatten().collect();
    let house = page.site().house.clone();
    let names = Directory::new(house).names(&people).await.map_err(|e| Problem::because(&e))?;
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    let mut said = Vec::new();
    if let Some(one) = found.approved_by {
        said.push((page.t("retention-approved-by"), name(one)));
    }
    if let Some(other) = found.confirmed_by {
        said.push((page.t("retention-confirmed-by"), name(other)));
        said.push((page.t("retention-erased-of-it"), page.number(found.erased)));
    }
    let next = match found.state {
        BatchState::Prepared => "approve",
        BatchState::Approved if found.approved_by != Some(staff.id) => "confirm",
        _ => "",
    };
    let style = |state| match state {
        EntryState::Held | EntryState::Barred => "soon",
        EntryState::Waiting | EntryState::Erased | EntryState::Left => "",
    };
    let entries = entries
        .into_iter()
        .map(|entry| {
            let state = page.label("retention-entry", entry.state.code());
            (entry.reference, entry.due_at, state, style(entry.state))
        })
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(
        status,
        &OneList {
            line: line(&page, &found),
            said,
            entries,
            next,
            may_refuse: matches!(found.state, BatchState::Prepared | BatchState::Approved),
            wished: found.class == ON_REQUEST,
            page,
            errors,
        },
    ))
}

pub(super) async fn show(
    State(desk): State<RetentionDesk>,
    Path(number): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, &number, Errors::none()).await
}

#[derive(Deserialize)]
pub(super) struct Decided {
    #[serde(default)]
    decision: String,
}

pub(super) async fn decide(
    State(desk): State<RetentionDesk>,
    Path(number): Path<String>,
    session: StaffSession,
    Form(sent): Form<Decided>,
) -> Result<Response, Problem> {
    let done = match sent.decision.as_str() {
        "approve" => approve(&desk, &session.actor, &number).await,
        "confirm" => confirm(&desk, &session.actor, &number).await,
        "refuse" => refuse(&desk, &session.actor, &number).await,
        _ => Err(BatchError::NotFound),
    };
    let mut errors = Errors::none();
    match done {
        Ok(()) => return Ok(Redirect::to(&format!("/staff/retention/lists/{number}")).into_response()),
        Err(BatchError::SamePerson) => errors.add(&session.page, "list", "retention-error-same-person"),
        Err(BatchError::Decided) => errors.add(&session.page, "list", "retention-error-decided"),
        Err(other) => return Err(problem(other)),
    }
    page_of(&desk, session, &number, errors).await
}

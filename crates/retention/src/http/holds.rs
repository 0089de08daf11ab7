//! Legal holds: those that stand, and the form that puts one.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{Directory, References, StaffSession};
use haqqi_kernel::{Action, Reference, SubjectKind, judge, read_day};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;
use uuid::Uuid;

use super::day;
use crate::RetentionDesk;
use crate::holds::{Hold, HoldError, NewHold, On, end_hold, holds, put_hold};
use crate::model::GROUNDS;

struct Row {
    hold: Hold,
    ground: String,
    review: String,
    by: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "retention-holds.html")]
struct HoldsPage {
    page: Page,
    errors: Errors,
    rows: Vec<Row>,
    grounds: Vec<(String, String)>,
    all_offices: bool,
    typed: Typed,
}

#[derive(Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    reference: String,
    #[serde(default)]
    ground: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    review: String,
}

async fn page_of(
    desk: &RetentionDesk,
    session: StaffSession,
    errors: Errors,
    typed: Typed,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, staff, .. } = session;
    let scope = judge(&actor, Action::PutHold).map_err(|_| Problem::not_found())?;
    let all = holds(desk, &actor).await.map_err(|error| Problem::because(&error))?;
    let people: Vec<Uuid> = all.iter().map(|hold| hold.put_by).collect();
    let house = page.site().house.clone();
    let names = Directory::new(house).names(&people).await.map_err(|e| Problem::because(&e))?;
    let rows = all
        .into_iter()
        .map(|hold| Row {
            ground: page.label("retention-ground", &hold.ground),
            review: day(&page, hold.review_on),
            by: names.get(&hold.put_by).cloned().unwrap_or_default(),
            own: hold.put_by == staff.id,
            hold,
        })
        .collect();
    let grounds = GROUNDS.map(|code| (code.to_owned(), page.label("retention-ground", code))).to_vec();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let all_offices = scope.everything();
    Ok(render(status, &HoldsPage { page, errors, rows, grounds, all_offices, typed }))
}

pub(super) async fn show(
    State(desk): State<RetentionDesk>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, Errors::none(), Typed::default()).await
}

/// What a reference names, if it is something that can be held.
pub(super) async fn on(references: &dyn References, reference: Reference) -> Option<On> {
    match references.find(reference).await? {
        (SubjectKind::Complaint, id) => Some(On::Complaint(id)),
        (SubjectKind::Establishment, id) => Some(On::Establishment(id)),
        _ => None,
    }
}

pub(super) async fn put(
    State(desk): State<RetentionDesk>,
    Extension(references): Extension<Arc<dyn References>>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let found = match typed.reference.parse::<Reference>() {
        Ok(reference) => on(&*references, reference).await.map(|on| (on, reference)),
        Err(_) => None,
    };
    let review = read_day(&typed.review);
    if found.is_none() {
        errors.add(&session.page, "reference", "retention-error-reference");
    }
    if review.is_none() {
        errors.add(&session.page, "review", "retention-error-review");
    }
    if let (Some((on, reference)), Some(review_on)) = (found, review) {
        let new = NewHold { on, reference, ground: typed.ground.clone(), why: typed.why.clone(), review_on };
        let (field, message) = match put_hold(&desk, &session.actor, &new).await {
            Ok(()) => return Ok(Redirect::to("/staff/retention/holds").into_response()),
            Err(HoldError::NotFound) => ("reference", "retention-error-reference"),
            Err(HoldError::Ground) => ("ground", "common-error-choose"),
            Err(HoldError::Why) => ("why", "retention-error-why"),
            Err(HoldError::Review) => ("review", "retention-error-review"),
            Err(HoldError::Changed) => ("reference", "retention-error-changed"),
            Err(other) => return Err(Problem::because(&other)),
        };
        errors.add(&session.page, field, message);
    }
    page_of(&desk, session, errors, typed).await
}

#[derive(Deserialize)]
pub(super) struct Ended {
    #[serde(default)]
    hold: String,
}

pub(super) async fn end(
    State(desk): State<RetentionDesk>,
    session: StaffSession,
    Form(sent): Form<Ended>,
) -> Result<Response, Problem> {
    let id = sent.hold.parse().map_err(|_| Problem::not_found())?;
    let mut errors = Errors::none();
    match end_hold(&desk, &session.actor, id).await {
        Ok(()) => return Ok(Redirect::to("/staff/retention/holds").into_response()),
        Err(HoldError::NotFound) => return Err(Problem::not_found()),
        Err(HoldError::SamePerson) => errors.add(&session.page, "holds", "retention-error-same-person"),
        Err(HoldError::Above) => errors.add(&session.page, "holds", "retention-error-above"),
        Err(HoldError::Changed) => errors.add(&session.page, "holds", "retention-error-decided"),
        Err(other) => return Err(Problem::because(&other)),
    }
    page_of(&desk, session, errors, Typed::default()).await
}

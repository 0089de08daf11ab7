//! The forms of an establishment's page.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::Uow;
use haqqi_web::{Errors, Form, Problem};

use crate::conflict::{DeclareError, Tie, end_tie};
use crate::desk::EstablishmentDesk;
use crate::http::show::{Typed, page_of};
use crate::http::ties::declared;
use crate::http::{fault, problem, reference};
use crate::keep::{KeepError, add_name, add_worksite, rename};
use crate::view::{Summary, by_reference};

/// What a form asks for.
enum Change {
    Name,
    Rename,
    Worksite,
}

async fn change(
    desk: EstablishmentDesk,
    text: String,
    session: StaffSession,
    typed: Typed,
    which: Change,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let summary = by_reference(&desk, &session.actor, reference).await.map_err(problem)?;
    let mut unit = desk.site.house.unit(session.actor.clone());
    let mut done = collect(&desk, &mut unit, &summary, &typed, which).await;
    if done.is_ok() {
        done = unit.commit().await.map(|_| ()).map_err(KeepError::from);
    }
    match done {
        Ok(()) => Ok(back(&text)),
        Err(error) => {
            let mut errors = Errors::none();
            fault(&session.page, &mut errors, error)?;
            page_of(&desk, session, reference, errors, Some(typed), false).await
        }
    }
}

async fn collect(
    desk: &EstablishmentDesk,
    unit: &mut Uow,
    summary: &Summary,
    typed: &Typed,
    which: Change,
) -> Result<(), KeepError> {
    match which {
        Change::Name => add_name(desk, unit, summary, &typed.text).await,
        Change::Rename => rename(desk, unit, summary, &typed.name, &typed.other_name).await,
        Change::Worksite => {
            let governorate = Some(typed.governorate.as_str()).filter(|code| !code.is_empty());
            add_worksite(desk, unit, summary, &typed.place, governorate).await.map(|_| ())
        }
    }
}

fn back(text: &str) -> Response {
    Redirect::to(&format!("/staff/establishments/{text}")).into_response()
}

pub(super) async fn name(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    change(desk, text, session, typed, Change::Name).await
}

pub(super) async fn rename_form(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    change(desk, text, session, typed, Change::Rename).await
}

pub(super) async fn worksite(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    change(desk, text, session, typed, Change::Worksite).await
}

pub(super) async fn conflict(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let summary = by_reference(&desk, &session.actor, reference).await.map_err(problem)?;
    let mut errors = Errors::none();
    match Tie::from_code(&typed.tie) {
        None => errors.add(&session.page, "tie", "common-error-choose"),
        Some(tie) => {
            if declared(&desk, &session, &summary, tie, &typed.words, &mut errors).await? {
                return Ok(back(&text));
            }
        }
    }
    page_of(&desk, session, reference, errors, Some(typed), false).await
}

/// Ends a tie that one of the own office's people declared.
pub(super) async fn tie_ended(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let summary = by_reference(&desk, &session.actor, reference).await.map_err(problem)?;
    let mut errors = Errors::none();
    match end_tie(&desk, &session.actor, &summary, &typed.who, &typed.why).await {
        Ok(()) => return Ok(back(&text)),
        Err(DeclareError::Words) => errors.add(&session.page, "why", "establishments-error-tie-why"),
        Err(DeclareError::Denied) => return Err(Problem::not_found()),
        Err(other) => return Err(Problem::because(&other)),
    }
    page_of(&desk, session, reference, errors, Some(typed), false).await
}

//! One complaint opened by two people: asking, agreeing, and everybody's eyes on it.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_kernel::{Action, Reference, SubjectKind, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::directory::Directory;
use crate::http::extract::{References, StaffSession};
use crate::openings::{
    OpeningError, OpeningState, OpeningView, ask_to_open, decide_opening, end_opening, openings,
};

struct Row {
    view: OpeningView,
    asked_by: String,
    decided_by: String,
    own: bool,
}

impl Row {
    /// Whether a second person has to agree.
    fn waits(&self) -> bool {
        self.view.state == OpeningState::Asked
    }

    /// How its state looks.
    fn style(&self) -> &'static str {
        match self.view.state {
            OpeningState::Open => "late",
            OpeningState::Asked => "soon",
            OpeningState::Refused | OpeningState::Over => "",
        }
    }

    /// Whether it is open now.
    fn is_open(&self) -> bool {
        self.view.state == OpeningState::Open
    }
}

#[derive(Template)]
#[template(path = "openings.html")]
struct OpeningsPage {
    page: Page,
    errors: Errors,
    rows: Vec<Row>,
    may_ask: bool,
    may_agree: bool,
    typed: Typed,
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    reference: String,
    #[serde(default)]
    why: String,
}

async fn page_of(
    references: &dyn References,
    session: StaffSession,
    errors: Errors,
    typed: Typed,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, staff, .. } = session;
    let house = page.site().house.clone();
    let all = openings(&house, &actor, references).await.map_err(|error| match error {
        OpeningError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    })?;
    let people: Vec<_> =
        all.iter().map(|one| one.asked_by).chain(all.iter().filter_map(|one| one.decided_by)).collect();
    let names = Directory::new(house).names(&people).await.map_err(|e| Problem::because(&e))?;
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    let rows = all
        .into_iter()
        .map(|view| Row {
            asked_by: name(view.asked_by),
            decided_by: view.decided_by.map(name).unwrap_or_default(),
            own: view.asked_by == staff.id,
            view,
        })
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = OpeningsPage {
        may_ask: judge(&actor, Action::AskToOpen).is_ok(),
        may_agree: judge(&actor, Action::AgreeToOpen).is_ok(),
        page,
        errors,
        rows,
        typed,
    };
    Ok(render(status, &shown))
}

pub(super) async fn show(
    Extension(references): Extension<Arc<dyn References>>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&*references, session, Errors::none(), Typed::default()).await
}

pub(super) async fn ask(
    Extension(references): Extension<Arc<dyn References>>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let house = session.page.site().house.clone();
    let mut errors = Errors::none();
    let found = match typed.reference.parse::<Reference>() {
        Ok(reference) => references.find(reference).await.map(|(kind, id)| (kind, id, reference)),
        Err(_) => None,
    };
    match found.filter(|(kind, _, _)| *kind == SubjectKind::Complaint) {
        None => errors.add(&session.page, "reference", "accounts-error-reference"),
        Some((_, id, reference)) => {
            match ask_to_open(&house, &session.actor, (id, reference), &typed.why, &*references).await {
                Ok(()) => return Ok(Redirect::to("/staff/openings").into_response()),
                // As if there were none: not even that it is about them is told.
                Err(OpeningError::Concerned) => {
                    errors.add(&session.page, "reference", "accounts-error-reference");
                }
                Err(OpeningError::Why) => errors.add(&session.page, "why", "accounts-error-why"),
                Err(OpeningError::NotFound) => return Err(Problem::not_found()),
                Err(other) => return Err(Problem::because(&other)),
            }
        }
    }
    page_of(&*references, session, errors, typed).await
}

#[derive(Deserialize)]
pub(super) struct Decision {
    #[serde(default)]
    opening: String,
    #[serde(default)]
    decision: String,
}

pub(super) async fn decide(
    Extension(references): Extension<Arc<dyn References>>,
    session: StaffSession,
    Form(decision): Form<Decision>,
) -> Result<Response, Problem> {
    let house = session.page.site().house.clone();
    let done = match decision.decision.as_str() {
        "agree" => decide_opening(&house, &session.actor, &decision.opening, true, &*references).await,
        "refuse" => decide_opening(&house, &session.actor, &decision.opening, false, &*references).await,
        "end" => end_opening(&house, &session.actor, &decision.opening, &*references).await,
        _ => Err(OpeningError::NotFound),
    };
    let mut errors = Errors::none();
    match done {
        Ok(()) => return Ok(Redirect::to("/staff/openings").into_response()),
        Err(OpeningError::SameOffice) => errors.add(&session.page, "openings", "accounts-error-same-office"),
        Err(OpeningError::SamePerson) => errors.add(&session.page, "openings", "accounts-error-same-person"),
        Err(OpeningError::Decided) => errors.add(&session.page, "openings", "accounts-error-decided"),
        Err(OpeningError::NotFound) => return Err(Problem::not_found()),
        Err(other) => return Err(Problem::because(&other)),
    }
    page_of(&*references, session, errors, Typed::default()).await
}

//! Adding one: what may be the same is shown first.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::add::{NewEstablishment, add};
use crate::desk::EstablishmentDesk;
use crate::http::{Choices, fault, title};
use crate::keep::KeepError;
use crate::model::Kind;

/// What the form sends.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    other_name: String,
    #[serde(default)]
    registration: String,
    #[serde(default)]
    sector: String,
    #[serde(default)]
    governorate: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    sure: String,
}

#[derive(Template)]
#[template(path = "establishment_new.html")]
struct NewPage {
    page: Page,
    errors: Errors,
    typed: Typed,
    kinds: Vec<(String, String, String)>,
    choices: Choices,
    similar: Vec<(String, String)>,
}

fn page_of(page: Page, errors: Errors, typed: Typed, similar: Vec<(String, String)>) -> Response {
    let kinds = Kind::ALL
        .iter()
        .map(|kind| {
            let code = kind.code();
            let hint = page.t(&format!("establishments-kind-{code}-hint"));
            (code.to_owned(), page.t(&format!("establishments-kind-{code}")), hint)
        })
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let choices = Choices::of(&page);
    render(status, &NewPage { page, errors, typed, kinds, choices, similar })
}

pub(super) async fn show(session: StaffSession) -> Result<Response, Problem> {
    judge(&session.actor, Action::KeepEstablishment).map_err(|_| Problem::not_found())?;
    let typed = Typed { kind: Kind::Employer.code().to_owned(), ..Typed::default() };
    Ok(page_of(session.page, Errors::none(), typed, Vec::new()))
}

pub(super) async fn submit(
    State(desk): State<EstablishmentDesk>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::KeepEstablishment).map_err(|_| Problem::not_found())?;
    let mut errors = Errors::none();
    let Some(kind) = Kind::from_code(&typed.kind) else {
        errors.add(&page, "kind", "common-error-choose");
        return Ok(page_of(page, errors, typed, Vec::new()));
    };
    let chosen = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let new = NewEstablishment {
        kind,
        name: typed.name.clone(),
        other_name: typed.other_name.clone(),
        registration: typed.registration.clone(),
        sector: chosen(&typed.sector),
        regime: None,
        governorate: chosen(&typed.governorate),
        place: typed.place.clone(),
        sure: typed.sure == "yes",
    };
    let mut unit = desk.site.house.unit(actor);
    let done = match add(&desk, &mut unit, &new).await {
        Ok(added) => unit.commit().await.map(|_| added).map_err(KeepError::from),
        Err(error) => Err(error),
    };
    match done {
        Ok(added) => Ok(Redirect::to(&format!("/staff/establishments/{}", added.reference)).into_response()),
        Err(error) => {
            let similar = match &error {
                KeepError::Similar(there) => {
                    there.iter().map(|one| (one.reference.to_string(), title(&page, one))).collect()
                }
                _ => Vec::new(),
            };
            fault(&page, &mut errors, error)?;
            Ok(page_of(page, errors, typed, similar))
        }
    }
}

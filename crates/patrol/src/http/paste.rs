//! Pasting one advertisement.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge, plain_digits};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::add::{NewAdvert, add};
use crate::desk::PatrolDesk;
use crate::http::{languages, refused};
use crate::model::{LONGEST_TEXT, Way};

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    text: String,
    place: String,
    address: String,
    seen_on: String,
    language: String,
}

/// What became of the one before.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Before {
    /// `known`: it was known, here, on this day.
    was: String,
    /// Its reference.
    of: String,
}

#[derive(Template)]
#[template(path = "patrol-new.html")]
struct PastePage {
    page: Page,
    errors: Errors,
    typed: Typed,
    languages: Vec<(String, String)>,
    known: String,
    longest: String,
}

fn page_of(page: Page, errors: Errors, typed: Typed, known: String) -> Response {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let languages = languages(&page);
    render(status, &PastePage { page, errors, typed, languages, known, longest: LONGEST_TEXT.to_string() })
}

pub(super) async fn show(
    State(desk): State<PatrolDesk>,
    session: StaffSession,
    Query(before): Query<Before>,
) -> Result<Response, Problem> {
    judge(&session.actor, Action::Patrol).map_err(|_| Problem::not_found())?;
    let today = desk.site.house.now().with_timezone(&desk.pack().zone()).date_naive();
    let typed = Typed { seen_on: today.to_string(), ..Typed::default() };
    let known = before.of.parse::<haqqi_kernel::Reference>().ok().filter(|_| before.was == "known");
    let known = known.map(|reference| reference.to_string()).unwrap_or_default();
    Ok(page_of(session.page, Errors::none(), typed, known))
}

pub(super) async fn submit(
    State(desk): State<PatrolDesk>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::Patrol).map_err(|_| Problem::not_found())?;
    let mut errors = Errors::none();
    let day = plain_digits(typed.seen_on.trim());
    let seen_on = day.parse::<chrono::NaiveDate>().ok();
    if !day.is_empty() && seen_on.is_none() {
        errors.add(&page, "seen_on", "patrol-wrong-day");
        return Ok(page_of(page, errors, typed, String::new()));
    }
    let new = NewAdvert {
        text: typed.text.clone(),
        place: typed.place.clone(),
        address: typed.address.clone(),
        seen_on,
        language: Some(typed.language.clone()).filter(|tag| !tag.is_empty()),
        feed: None,
    };
    match add(&desk, &actor, Way::Paste, &new).await {
        Ok(added) if !added.seen => {
            Ok(Redirect::to(&format!("/staff/patrol/new?was=known&of={}", added.reference)).into_response())
        }
        Ok(added) => Ok(Redirect::to(&format!("/staff/patrol/adverts/{}", added.reference)).into_response()),
        Err(error) => {
            let (field, message) = refused(error)?;
            errors.add(&page, field, message);
            Ok(page_of(page, errors, typed, String::new()))
        }
    }
}

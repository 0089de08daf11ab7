//! Adding a passkey to the own account, and taking one away. Both doors want the second factor anew.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;
use uuid::Uuid;

use crate::http::account::refused;
use crate::http::extract::{OwnSession, StaffSession};
use crate::passkey::{Made, Offer, Party, PasskeyError, add_passkey, offer_adding, remove_passkey};

#[derive(Template)]
#[template(path = "passkey.html")]
struct PasskeyPage {
    page: Page,
    errors: Errors,
    offer: Offer,
    account: String,
    person: String,
    name: String,
}

/// Whom passkeys are for under this address; where browsers allow none, there is no such page.
fn party(page: &Page) -> Result<Party, Problem> {
    Party::of(&page.site().settings.base_url).ok_or_else(Problem::not_found)
}

async fn page_of(
    session: StaffSession,
    own: Uuid,
    name: String,
    wrong: Option<(&str, &str)>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, staff, .. } = session;
    let party = party(&page)?;
    let offer = offer_adding(&page.site().house, &actor, own, &party).await.map_err(|e| refused(&e))?;
    let mut errors = Errors::none();
    if let Some((field, message)) = wrong {
        errors.add(&page, field, message);
    }
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = PasskeyPage { page, errors, offer, account: staff.sign_in, person: staff.name, name };
    Ok(render(status, &shown))
}

pub(super) async fn show(session: StaffSession, OwnSession(own): OwnSession) -> Result<Response, Problem> {
    page_of(session, own, String::new(), None).await
}

#[derive(Deserialize)]
pub(super) struct Named {
    #[serde(default)]
    name: String,
    #[serde(flatten)]
    made: Made,
}

pub(super) async fn add(
    session: StaffSession,
    OwnSession(own): OwnSession,
    Form(typed): Form<Named>,
) -> Result<Response, Problem> {
    let party = party(&session.page)?;
    let house = session.page.site().house.clone();
    let added = add_passkey(&house, &session.actor, (own, &party), &typed.name, &typed.made).await;
    let wrong = match added {
        Ok(()) => return Ok(Redirect::to("/staff/account").into_response()),
        Err(PasskeyError::Name) => ("name", "accounts-error-passkey-name"),
        Err(PasskeyError::Wrong) => ("passkey", "accounts-error-passkey"),
        Err(PasskeyError::Many) => ("passkey", "accounts-error-passkey-many"),
        Err(error) => return Err(refused(&error)),
    };
    page_of(session, own, typed.name, Some(wrong)).await
}

#[derive(Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    passkey_mark: String,
}

pub(super) async fn remove(session: StaffSession, Form(which): Form<Which>) -> Result<Response, Problem> {
    let house = session.page.site().house.clone();
    remove_passkey(&house, &session.actor, &which.passkey_mark).await.map_err(|e| refused(&e))?;
    Ok(Redirect::to("/staff/account").into_response())
}

//! Where somebody who was invited chooses password and second factor. Nobody else ever sees either.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_web::{Errors, Form, Network, Page, Problem, Site, render};
use serde::Deserialize;

use crate::invite::{AcceptError, Chosen, Invited, accept_invitation, open_invitation, reopen_invitation};

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationPage {
    page: Page,
    errors: Errors,
    code: String,
    invited: Option<Invited>,
    /// Recovery codes, shown once, when all is done.
    done: Option<Vec<String>>,
}

impl InvitationPage {
    /// The secret in groups of four, as people copy it.
    fn groups(&self) -> String {
        let secret = self.invited.as_ref().map(|invited| invited.secret.clone()).unwrap_or_default();
        let mut groups = String::new();
        for (at, letter) in secret.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                groups.push(' ');
            }
            groups.push(letter);
        }
        groups
    }

    fn render(self) -> Response {
        let status = match (&self.done, self.errors.is_empty()) {
            (Some(_), _) => StatusCode::CREATED,
            (None, true) => StatusCode::OK,
            (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        };
        render(status, &self)
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    code: String,
}

/// What no form puts right.
fn problem(error: &AcceptError) -> Problem {
    match error {
        AcceptError::Slow => Problem::too_many(),
        other => Problem::because(other),
    }
}

pub(super) async fn show(
    State(site): State<Site>,
    network: Network,
    page: Page,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let mut shown =
        InvitationPage { page, errors: Errors::none(), code: asked.code, invited: None, done: None };
    if !shown.code.trim().is_empty() {
        match open_invitation(&site.house, network, &shown.code).await {
            Ok(invited) => shown.invited = Some(invited),
            Err(AcceptError::NotFound) => {
                shown.errors.add(&shown.page, "code", "accounts-error-invitation");
            }
            Err(error) => return Err(problem(&error)),
        }
    }
    Ok(shown.render())
}

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    invitation: String,
    #[serde(default)]
    sealed: String,
    #[serde(default)]
    new_password: String,
    #[serde(default)]
    code: String,
}

pub(super) async fn accept(
    State(site): State<Site>,
    network: Network,
    page: Page,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let chosen = Chosen {
        code: typed.invitation,
        sealed: typed.sealed,
        password: typed.new_password,
        shown: typed.code,
    };
    let mut shown =
        InvitationPage { page, errors: Errors::none(), code: chosen.code.clone(), invited: None, done: None };
    let (field, message) = match accept_invitation(&site.house, network, &chosen).await {
        Ok(codes) => {
            shown.done = Some(codes);
            return Ok(shown.render());
        }
        Err(AcceptError::NotFound) => ("code", "accounts-error-invitation"),
        Err(AcceptError::Short) => ("new_password", "accounts-error-password"),
        Err(AcceptError::Breached) => ("new_password", "accounts-error-breached"),
        Err(AcceptError::Code) => ("code", "accounts-error-first-code"),
        Err(error) => return Err(problem(&error)),
    };
    shown.errors.add(&shown.page, field, message);
    shown.invited = match reopen_invitation(&site.house, network, &chosen).await {
        Ok(invited) => Some(invited),
        Err(AcceptError::NotFound) => None,
        Err(error) => return Err(problem(&error)),
    };
    Ok(shown.render())
}

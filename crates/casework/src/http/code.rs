//! The worker's own code, issued on a record: shown once, to be given to her alone.

use axum::extract::{Path, State};
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_complaints::Desk;
use haqqi_web::{Errors, Form, Problem};
use serde::Deserialize;

use crate::give_code::{GiveError, give_another_code, give_code};
use crate::http::record::{page_with_code, problem, reference};

#[derive(Default, Deserialize)]
pub(super) struct Stated {
    #[serde(default)]
    pub how: String,
    /// `yes`: another, although one was issued just now.
    #[serde(default)]
    pub another: String,
    /// When one was issued just now, in words: nobody types it.
    #[serde(skip)]
    pub just_now: String,
}

/// The field and the message of a refusal that can be put right.
fn wrong(error: &GiveError) -> Option<(&'static str, &'static str)> {
    match error {
        GiveError::Against => Some(("how", "casework-error-against")),
        GiveError::NotMet => Some(("how", "casework-code-error-not-met")),
        GiveError::JustNow(_) => Some(("another", "casework-code-error-just-now")),
        GiveError::Empty => Some(("how", "staff-error-reason")),
        _ => None,
    }
}

fn failed(error: GiveError) -> Problem {
    match error {
        GiveError::Read(error) => problem(error),
        GiveError::TooLong => Problem::too_large(),
        GiveError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

pub(super) async fn code_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(mut form): Form<Stated>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let mut code = None;
    let told = (session.page.tag(), form.how.as_str());
    let given = if form.another == "yes" {
        give_another_code(&desk, &session.actor, reference, told).await
    } else {
        give_code(&desk, &session.actor, reference, told).await
    };
    match given {
        Ok(new) => code = Some(new.to_string()),
        Err(GiveError::JustNow(at)) => {
            form.just_now = session.page.date_time(&at);
            errors.add(&session.page, "another", "casework-code-error-just-now");
        }
        Err(error) => match wrong(&error) {
            Some((field, message)) => errors.add(&session.page, field, message),
            None => return Err(failed(error)),
        },
    }
    page_with_code(&desk, session, reference, errors, form, code).await
}

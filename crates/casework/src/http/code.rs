//! The worker's own code, issued on a record: shown once, to be given to her alone.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::Desk;
use haqqi_web::{Errors, Form, Json, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
        GiveError::Empty => Some(("how", "common-error-required")),
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

/// How it was known that it was she.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Statement {
    /// How it was known that it was she; sealed on the record.
    how: String,
    /// BCP 47 tag of the statement's language.
    language: String,
    /// Another is meant, although one was issued within ten minutes, which ends.
    #[serde(default)]
    another: bool,
}

/// The new code, shown once.
#[derive(Serialize, ToSchema)]
pub(super) struct NewCode {
    /// 16 digits in groups of four.
    code: String,
}

/// Issues the worker's own code and ends those that she had. The call log must have a talk of this account with her alone
/// within the last day.
#[utoipa::path(post, path = "/api/v1/casework/complaints/{reference}/code", tag = "casework",
    request_body = Statement, params(("reference" = String, Path)),
    responses((status = 201, body = NewCode), (status = 401), (status = 404), (status = 413), (status = 422)))]
pub(super) async fn code_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(stated): Json<Statement>,
) -> Result<Response, Problem> {
    if haqqi_language::known(&stated.language).is_none() {
        return Err(Problem::unprocessable().field("language", "common-error-choose"));
    }
    let told = (stated.language.as_str(), stated.how.as_str());
    let reference = reference(&text)?;
    let given = if stated.another {
        give_another_code(&desk, &caller.actor, reference, told).await
    } else {
        give_code(&desk, &caller.actor, reference, told).await
    };
    match given {
        Ok(code) => Ok((StatusCode::CREATED, Json(NewCode { code: code.to_string() })).into_response()),
        Err(error) => match wrong(&error) {
            Some((field, message)) => Err(Problem::unprocessable().field(field, message)),
            None => Err(failed(error)),
        },
    }
}

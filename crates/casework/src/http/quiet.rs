//! Nothing goes to her phone or mailbox by itself any more: the button, and the endpoint.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, ReadError};
use haqqi_kernel::CommitError;
use haqqi_web::{Form, Pressed, Problem};

use crate::http::record::{back, problem, reference};
use crate::quiet::quiet;

fn failed(error: ReadError) -> Problem {
    match error {
        ReadError::Commit(CommitError::Stale) => Problem::conflict(),
        other => problem(other),
    }
}

pub(super) async fn quiet_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Pressed>,
) -> Result<Response, Problem> {
    quiet(&desk, &session.actor, reference(&text)?).await.map_err(failed)?;
    Ok(back(&text))
}

/// Ends what goes to the worker's phone or mailbox by itself. She takes it back herself, behind her code.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/quiet", tag = "casework",
    params(("reference" = String, Path)),
    responses((status = 204), (status = 401), (status = 404), (status = 409)))]
pub(super) async fn quiet_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<StatusCode, Problem> {
    quiet(&desk, &caller.actor, reference(&text)?).await.map_err(failed)?;
    Ok(StatusCode::NO_CONTENT)
}

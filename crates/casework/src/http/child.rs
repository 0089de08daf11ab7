//! Somebody is or may be under 18: the button, and the endpoint.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::Desk;
use haqqi_kernel::CommitError;
use haqqi_web::{Form, Pressed, Problem};

use crate::child::may_be_child;
use crate::http::record::{back, problem, reference};
use crate::whole::WholeError;

fn failed(error: WholeError) -> Problem {
    match error {
        WholeError::Read(error) => problem(error),
        WholeError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    }
}

pub(super) async fn child_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Pressed>,
) -> Result<Response, Problem> {
    may_be_child(&desk, &session.actor, reference(&text)?).await.map_err(failed)?;
    Ok(back(&text))
}

/// Notes that the worker, or whom her words mean, is or may be under 18: the child lead sees the complaint and a flag from then
/// on. It takes no consent away.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/child", tag = "casework",
    params(("reference" = String, Path)),
    responses((status = 204), (status = 401), (status = 404), (status = 409)))]
pub(super) async fn child_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<StatusCode, Problem> {
    may_be_child(&desk, &caller.actor, reference(&text)?).await.map_err(failed)?;
    Ok(StatusCode::NO_CONTENT)
}

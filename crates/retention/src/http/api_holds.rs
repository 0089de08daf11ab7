//! Legal holds, for programs.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use chrono::NaiveDate;
use haqqi_accounts::{ApiStaff, References};
use haqqi_kernel::Reference;
use haqqi_web::{Json, Problem, instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::holds::on;
use crate::RetentionDesk;
use crate::holds::{Hold, HoldError, NewHold, end_hold, holds, put_hold};

/// A hold on what may not be erased.
#[derive(Serialize, ToSchema)]
#[schema(as = LegalHold)]
pub(super) struct Held {
    /// By which it is ended.
    hold: Uuid,
    /// Of the complaint or the establishment; empty once the complaint was erased.
    reference: String,
    /// Whether it is on all of an employer's complaints.
    all: bool,
    /// `court`, `prosecution`, `audit` or `other`.
    ground: String,
    /// Why, in words.
    why: String,
    /// The day on which it is looked at again.
    review_on: String,
    /// Whether that day has come.
    late: bool,
    put_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_at: Option<String>,
}

impl Held {
    fn of(hold: Hold) -> Self {
        Self {
            hold: hold.id,
            reference: hold.reference,
            all: hold.all,
            ground: hold.ground,
            why: hold.why,
            review_on: hold.review_on.to_string(),
            late: hold.late,
            put_at: instant(hold.put_at),
            ended_at: hold.ended_at.map(instant),
        }
    }
}

fn problem(error: HoldError) -> Problem {
    let wrong = |field: &str, message| Problem::unprocessable().field(field, message);
    match error {
        HoldError::NotFound => Problem::not_found(),
        HoldError::Ground => wrong("ground", "common-error-choose"),
        HoldError::Why => wrong("why", "retention-error-why"),
        HoldError::Review => wrong("review_on", "retention-error-review"),
        HoldError::SamePerson => wrong("hold", "retention-error-same-person"),
        HoldError::Above => wrong("hold", "retention-error-above"),
        HoldError::Changed => Problem::conflict(),
        HoldError::Commit(error) => Problem::uncommitted(&error),
        other @ HoldError::Db(_) => Problem::because(&other),
    }
}

/// Holds that stand and, after them, those that ended. Reading the reasons is audited.
#[utoipa::path(get, path = "/api/v1/retention/holds", tag = "retention",
    responses((status = 200, body = Vec<Held>), (status = 401), (status = 404)))]
pub(super) async fn list(
    State(desk): State<RetentionDesk>,
    caller: ApiStaff,
) -> Result<Json<Vec<Held>>, Problem> {
    let all = holds(&desk, &caller.actor).await.map_err(problem)?;
    Ok(Json(all.into_iter().map(Held::of).collect()))
}

/// A hold to be put.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewLegalHold)]
#[serde(deny_unknown_fields)]
pub(super) struct Put {
    /// Of a complaint, or of an establishment: then on every complaint that is linked to it.
    reference: String,
    /// `court`, `prosecution`, `audit` or `other`.
    ground: String,
    /// Why, in 10 to 2000 characters; sealed.
    why: String,
    /// The day on which it is looked at again, within two years.
    #[schema(value_type = String)]
    review_on: NaiveDate,
}

/// Puts a hold. What waits on a list for being erased leaves it.
#[utoipa::path(post, path = "/api/v1/retention/holds", tag = "retention", request_body = Put,
    responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn put(
    State(desk): State<RetentionDesk>,
    Extension(references): Extension<Arc<dyn References>>,
    caller: ApiStaff,
    Json(sent): Json<Put>,
) -> Result<StatusCode, Problem> {
    let none = || Problem::unprocessable().field("reference", "retention-error-reference");
    let reference: Reference = sent.reference.parse().map_err(|_| none())?;
    let on = on(&*references, reference).await.ok_or_else(none)?;
    let new = NewHold { on, reference, ground: sent.ground, why: sent.why, review_on: sent.review_on };
    match put_hold(&desk, &caller.actor, &new).await {
        Ok(()) => Ok(StatusCode::CREATED),
        Err(HoldError::NotFound) => Err(none()),
        Err(error) => Err(problem(error)),
    }
}

/// Ends a hold that somebody else put.
#[utoipa::path(delete, path = "/api/v1/retention/holds/{hold}", tag = "retention", params(("hold" = Uuid, Path)),
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn end(
    State(desk): State<RetentionDesk>,
    Path(hold): Path<String>,
    caller: ApiStaff,
) -> Result<StatusCode, Problem> {
    let id = hold.parse().map_err(|_| Problem::not_found())?;
    end_hold(&desk, &caller.actor, id).await.map_err(problem)?;
    Ok(StatusCode::NO_CONTENT)
}

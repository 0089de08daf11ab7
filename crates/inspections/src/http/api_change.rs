//! Changing a visit as JSON: who goes, when, and whether at all.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};
use haqqi_accounts::ApiStaff;
use haqqi_web::{Json, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::api::{PersonJson, people};
use super::visit::refused;
use super::{problem, reference};
use crate::change::{cancel, candidates, reassign, reschedule};
use crate::desk::InspectionDesk;
use crate::found_on::correct_day;

/// Who goes; who leads stands first.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Team {
    /// Ids of inspectors of the office.
    team: Vec<Uuid>,
}

/// An inspector who could be sent, or could not.
#[derive(Serialize, ToSchema)]
pub(super) struct CandidateJson {
    id: Uuid,
    name: String,
    /// Free at that time and without a conflict.
    able: bool,
    /// Languages of the place that the person speaks.
    speaks: Vec<String>,
}

/// The inspectors of the office, with whether each could go.
#[utoipa::path(get, path = "/api/v1/visits/{reference}/team", tag = "inspections", params(("reference" = String, Path)),
    responses((status = 200, body = Vec<CandidateJson>), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn could_go(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Vec<CandidateJson>>, Problem> {
    let all = candidates(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let rows = all.into_iter().map(|candidate| CandidateJson {
        id: candidate.person.id,
        name: candidate.person.name,
        able: candidate.able,
        speaks: candidate.speaks,
    });
    Ok(Json(rows.collect()))
}

/// Sends other people. Whoever has a conflict with the place, or is not free, is refused.
#[utoipa::path(put, path = "/api/v1/visits/{reference}/team", tag = "inspections", params(("reference" = String, Path)),
    request_body = Team, responses((status = 200, body = Vec<PersonJson>), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn team(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Team>,
) -> Result<Json<Vec<PersonJson>>, Problem> {
    let reference = reference(&text)?;
    if let Err(error) = reassign(&desk, &caller.actor, reference, &new.team).await {
        let (field, message) = refused(error)?;
        return Err(Problem::unprocessable().field(field, message));
    }
    let able = candidates(&desk, &caller.actor, reference).await.map_err(problem)?;
    let going = able.into_iter().filter(|candidate| new.team.contains(&candidate.person.id));
    Ok(Json(people(going.map(|candidate| (candidate.person.id, candidate.person.name)).collect())))
}

/// Another time.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTime {
    /// When it begins, RFC 3339.
    starts_at: DateTime<Utc>,
}

/// Moves a visit to another time.
#[utoipa::path(put, path = "/api/v1/visits/{reference}/time", tag = "inspections", params(("reference" = String, Path)),
    request_body = NewTime, responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn time(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewTime>,
) -> Result<StatusCode, Problem> {
    if let Err(error) = reschedule(&desk, &caller.actor, reference(&text)?, new.starts_at).await {
        let (field, message) = refused(error)?;
        return Err(Problem::unprocessable().field(field, message));
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The day on which it was made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RightDay {
    /// The day, `2026-11-24`, by the office's calendar.
    day: NaiveDate,
    /// Why the record had another.
    reason: String,
}

/// Corrects the day on which a recorded visit was made: the month to file an infringement runs from it. Whoever was there
/// makes it earlier only; a planner or supervisor who was not there says either.
#[utoipa::path(put, path = "/api/v1/visits/{reference}/day", tag = "inspections", params(("reference" = String, Path)),
    request_body = RightDay, responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn right_day(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<RightDay>,
) -> Result<StatusCode, Problem> {
    if let Err(error) = correct_day(&desk, &caller.actor, reference(&text)?, new.day, &new.reason).await {
        let (field, message) = super::day::refused(error)?;
        return Err(Problem::unprocessable().field(field, message));
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Why a visit is not made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Cancellation {
    /// In words.
    reason: String,
}

/// Cancels a visit; what it answered goes back into the pool.
#[utoipa::path(post, path = "/api/v1/visits/{reference}/cancellation", tag = "inspections", params(("reference" = String, Path)),
    request_body = Cancellation, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn cancellation(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Cancellation>,
) -> Result<StatusCode, Problem> {
    if let Err(error) = cancel(&desk, &caller.actor, reference(&text)?, &new.reason).await {
        let (field, message) = refused(error)?;
        return Err(Problem::unprocessable().field(field, message));
    }
    Ok(StatusCode::CREATED)
}

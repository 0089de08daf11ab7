//! The record, the measures and the report as JSON.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::ApiStaff;
use haqqi_web::{Json, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::record::refused;
use super::{download, problem, reference};
use crate::desk::InspectionDesk;
use crate::measure::{SettleError, settle};
use crate::model::{MeasureState, Record};
use crate::report::report_file;

/// A record, with the version on which it is built.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// The version read; absent to write over whatever stands there.
    #[serde(default)]
    version: Option<i32>,
    /// The whole record.
    record: Record,
}

/// The new version.
#[derive(Serialize, ToSchema)]
pub(super) struct Saved {
    version: i32,
}

/// Saves the record as far as it is written.
#[utoipa::path(put, path = "/api/v1/visits/{reference}/record", tag = "inspections", params(("reference" = String, Path)),
    request_body = Written, responses((status = 200, body = Saved), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn record(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Written>,
) -> Result<Json<Saved>, Problem> {
    let version = crate::save::save(&desk, &caller.actor, reference(&text)?, new.version, &new.record)
        .await
        .map_err(refused)?;
    Ok(Json(Saved { version }))
}

/// What a finished visit found.
#[derive(Serialize, ToSchema)]
pub(super) struct FinishedJson {
    findings: usize,
    measures: usize,
}

/// Finishes a visit: every statement answered, each *no* with what was seen. Its report is issued by a job.
#[utoipa::path(post, path = "/api/v1/visits/{reference}/record", tag = "inspections", params(("reference" = String, Path)),
    request_body = Written, responses((status = 201, body = FinishedJson), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn finish(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Written>,
) -> Result<Response, Problem> {
    let done = crate::finish::finish(&desk, &caller.actor, reference(&text)?, new.version, &new.record)
        .await
        .map_err(refused)?;
    let body = FinishedJson { findings: done.findings, measures: done.measures };
    Ok((StatusCode::CREATED, Json(body)).into_response())
}

/// What becomes of a measure.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Settled {
    /// `imposed` or `refused` by whoever approves; `remedied`, `not-remedied` or `filed` by those who follow it up.
    to: String,
}

/// Settles a measure.
#[utoipa::path(post, path = "/api/v1/visits/{reference}/measures/{number}", tag = "inspections",
    params(("reference" = String, Path), ("number" = i32, Path)), request_body = Settled,
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn measure(
    State(desk): State<InspectionDesk>,
    Path((text, number)): Path<(String, String)>,
    caller: ApiStaff,
    Json(new): Json<Settled>,
) -> Result<StatusCode, Problem> {
    let wrong = |id| Problem::unprocessable().field("to", id);
    let number = number.parse().map_err(|_| Problem::not_found())?;
    let to = MeasureState::from_code(&new.to).ok_or_else(|| wrong("common-error-choose"))?;
    settle(&desk, &caller.actor, reference(&text)?, number, to).await.map_err(|error| match error {
        SettleError::State => wrong("inspections-error-state"),
        SettleError::NotYours => wrong("inspections-error-approver"),
        SettleError::Visit(error) => problem(error),
    })?;
    Ok(StatusCode::NO_CONTENT)
}

/// A visit's report, as issued. Reading it is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/visits/{reference}/report", tag = "inspections", params(("reference" = String, Path)),
    responses((status = 200, body = Object), (status = 401), (status = 404)))]
pub(super) async fn report(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<crate::report::Report>, Problem> {
    Ok(Json(crate::report::report(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?))
}

/// A visit's report as a PDF, in each language of the staff.
#[utoipa::path(get, path = "/api/v1/visits/{reference}/report.pdf", tag = "inspections", params(("reference" = String, Path)),
    responses((status = 200, content_type = "application/pdf"), (status = 401), (status = 404)))]
pub(super) async fn report_pdf(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Response, Problem> {
    let file = report_file(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    Ok(download(file))
}

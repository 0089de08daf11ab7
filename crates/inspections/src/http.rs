//! The pages of those who plan, those of inspectors on the road, and the same as JSON.

mod api;
mod api_change;
mod api_field;
mod day;
mod field;
mod form;
mod plan;
mod record;
mod visit;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use haqqi_kernel::{CommitError, Reference, ReferenceKind};
use haqqi_web::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::desk::{InspectionDesk, VisitError};
use crate::report::ReportFile;

/// The staff pages of this room.
pub fn pages(desk: InspectionDesk) -> Router {
    Router::new()
        .route("/staff/visits", get(plan::show).post(plan::batch))
        .route("/staff/visits/{reference}", get(visit::show))
        .route("/staff/visits/{reference}/team", post(visit::team))
        .route("/staff/visits/{reference}/time", post(visit::time))
        .route("/staff/visits/{reference}/day", get(day::show).post(day::correct))
        .route("/staff/visits/{reference}/cancel", post(visit::cancel_form))
        .route("/staff/visits/{reference}/measures/{number}", post(visit::measure))
        .route("/staff/visits/{reference}/report", get(visit::report))
        .route("/field/visits", get(field::page))
        .route("/field/visits/{reference}", get(field::sheet))
        .route("/field/visits/{reference}/record", get(record::show).post(record::submit))
        .route("/field/visits/{reference}/measures/{number}", post(field::measure))
        .route("/field/visits/{reference}/report", get(visit::report))
        .with_state(desk)
}

/// The endpoints of this room.
pub fn api(desk: InspectionDesk) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(api::visits, api::make))
        .routes(routes!(api::pool))
        .routes(routes!(api::visit))
        .routes(routes!(api_change::could_go, api_change::team))
        .routes(routes!(api_change::time))
        .routes(routes!(api_change::right_day))
        .routes(routes!(api_change::cancellation))
        .routes(routes!(api_field::record))
        .routes(routes!(api_field::finish))
        .routes(routes!(api_field::measure))
        .routes(routes!(api_field::report))
        .routes(routes!(api_field::report_pdf))
        .with_state(desk)
}

/// A visit's reference in an address; any other is not found.
fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse::<Reference>()
        .ok()
        .filter(|reference| reference.kind() == ReferenceKind::Visit)
        .ok_or_else(Problem::not_found)
}

fn problem(error: VisitError) -> Problem {
    match error {
        VisitError::NotFound => Problem::not_found(),
        VisitError::State => Problem::unprocessable().field("state", "inspections-error-state"),
        VisitError::Commit(CommitError::Stale) => Problem::conflict(),
        VisitError::Press(error) => {
            tracing::error!(%error, "a report cannot be printed");
            Problem::unavailable()
        }
        other => Problem::because(&other),
    }
}

/// A report as a download; its file name is its number.
fn download(file: ReportFile) -> Response {
    let name = format!("attachment; filename=\"{}.pdf\"", file.number);
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (headers, file.pdf).into_response()
}

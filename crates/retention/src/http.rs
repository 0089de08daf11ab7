//! The pages: schedule and numbers, lists, holds, wishes, the report. Beside them, the same for programs.

mod api;
mod api_holds;
mod holds;
mod lists;
mod overview;
mod report;
mod wish;

use axum::Router;
use axum::routing::{get, post};
use chrono::{DateTime, NaiveDate, Utc};
use haqqi_web::Page;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::RetentionDesk;
use crate::model::ON_REQUEST;

/// The staff pages of this room.
pub fn pages(desk: RetentionDesk) -> Router {
    Router::new()
        .route("/staff/retention", get(overview::show))
        .route("/staff/retention/lists", get(lists::all))
        .route("/staff/retention/lists/{number}", get(lists::show).post(lists::decide))
        .route("/staff/retention/holds", get(holds::show).post(holds::put))
        .route("/staff/retention/holds/end", post(holds::end))
        .route("/staff/retention/report", get(report::show).post(report::download))
        .route("/staff/complaints/{reference}/erasure", get(wish::show).post(wish::record))
        .route("/staff/complaints/{reference}/erasure/decision", post(wish::decide))
        .with_state(desk)
}

/// The endpoints of this room.
pub fn api(desk: RetentionDesk) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(api::overview))
        .routes(routes!(api::lists))
        .routes(routes!(api::list, api::decide_list))
        .routes(routes!(api::wishes))
        .routes(routes!(api::wish, api::record_wish))
        .routes(routes!(api::decide_wish))
        .routes(routes!(api_holds::list, api_holds::put))
        .routes(routes!(api_holds::end))
        .with_state(desk)
}

/// The name of a class.
fn class(page: &Page, code: &str) -> String {
    let code = if code == ON_REQUEST { "on-request" } else { code };
    page.label("retention-class", code)
}

/// The name of an office; what belongs to none says so.
fn office(page: &Page, code: Option<&str>) -> String {
    code.map_or_else(|| page.t("retention-no-office"), |code| page.label("office", code))
}

/// A day as the reader writes days: noon of it in the house's zone is the same day everywhere.
fn day(page: &Page, day: NaiveDate) -> String {
    page.date(&day.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc())
}

/// The first instant of a day in the pack's zone.
fn midnight(page: &Page, day: NaiveDate) -> Option<DateTime<Utc>> {
    page.read_time(&format!("{day}T00:00"))
}

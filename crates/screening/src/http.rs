//! The staff's pages and endpoints of flags.

mod api;
mod flag;
mod measured;
mod pieces;
mod said;

use axum::Router;
use axum::routing::{get, post};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::desk::ScreeningDesk;

pub use pieces::{Piece, pieces};

/// The staff pages of this room.
pub fn pages(desk: ScreeningDesk) -> Router {
    Router::new()
        .route("/staff/flags", get(flag::list))
        .route("/staff/flags/{reference}", get(flag::show))
        .route("/staff/flags/{reference}/safety", post(flag::safety))
        .route("/staff/flags/{reference}/merits", post(flag::merits))
        .route("/staff/screening", get(measured::show))
        .route("/staff/screening/table.csv", get(measured::table))
        .with_state(desk)
}

/// The endpoints of this room.
pub fn api(desk: ScreeningDesk) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(api::list))
        .routes(routes!(api::read))
        .routes(routes!(api::safety))
        .routes(routes!(api::merits))
        .routes(routes!(api::measure))
        .with_state(desk)
}

//! The worker's pages and the public endpoints.

mod api;
mod complain;
mod draft;
mod first;
mod mine;
mod receipt;
mod seal;

use axum::Router;
use axum::routing::{get, post};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Desk;

/// The worker's pages.
pub fn pages(desk: Desk) -> Router {
    Router::new()
        .route("/", get(first::suggest))
        .route("/leave", get(mine::away))
        .route("/{language}/", get(first::show))
        .route("/{language}/complain", get(complain::begin).post(complain::step))
        .route("/{language}/receipt", get(receipt::show))
        .route("/{language}/receipt/print", get(receipt::print))
        .route("/{language}/receipt/pdf", get(receipt::pdf))
        .route("/{language}/return", get(mine::ask).post(mine::enter_page))
        .route("/{language}/mine", get(mine::show))
        .route("/{language}/mine/write", post(mine::write))
        .route("/{language}/mine/leave", post(mine::leave))
        .with_state(desk)
}

/// The public endpoints.
pub fn api(desk: Desk) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(api::create))
        .routes(routes!(api::read))
        .routes(routes!(api::receipt))
        .routes(routes!(api::write))
        .with_state(desk)
}

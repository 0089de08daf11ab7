//! Who is at the door, as extractors, and the pages of sign-in, the own account and people.

mod account;
mod extract;
mod nav;
mod people;
mod sign_in;

use axum::Router;
use axum::routing::{get, post};
use haqqi_web::Site;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use extract::{ApiStaff, OnDuty, StaffSession};
pub use nav::home;

/// The staff pages of this room.
pub fn pages(site: Site) -> Router {
    Router::new()
        .route("/staff/sign-in", get(sign_in::show).post(sign_in::submit))
        .route("/staff/sign-out", post(sign_in::leave))
        .route("/staff/account", get(account::show))
        .route("/staff/people", get(people::show).post(people::add))
        .route("/staff/people/disable", post(people::disable))
        .route("/staff/people/badge", post(people::badge))
        .with_state(site)
}

/// The endpoints of this room.
pub fn api(site: Site) -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(account::me)).with_state(site)
}

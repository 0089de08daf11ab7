//! Who is at the door, as extractors, and the pages of sign-in, the own account and people.

mod account;
mod audit;
mod extract;
mod invitation;
mod nav;
mod openings;
mod passkeys;
mod people;
mod person;
mod provider;
mod sign_in;
mod step_up;
mod tokens;
mod waiting;

use std::sync::Arc;

use axum::routing::{get, post};
use axum::{Extension, Router};
use haqqi_web::Site;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::provider::Provider;

pub use extract::{ApiStaff, Arrival, Known, OnDuty, References, StaffSession, arrival};
pub use nav::home;
pub use step_up::{StepUp, step_up};

/// The staff pages of this room.
pub fn pages(site: Site) -> Router {
    pages_with(site, None)
}

/// The staff pages of this room, with another provider of sign-ins beside the house's own.
pub fn pages_with(site: Site, provider: Option<Arc<Provider>>) -> Router {
    Router::new()
        .route("/staff/sign-in", get(sign_in::show).post(sign_in::submit))
        .route("/staff/sign-in/provider", get(provider::begin))
        .route("/staff/sign-in/back", get(provider::back))
        .route("/staff/sign-in/code", get(provider::second).post(provider::show_second))
        .route("/staff/sign-out", post(sign_in::leave))
        .route("/staff/account", get(account::show))
        .route("/staff/account/end", post(account::end))
        .route("/staff/account/recovery", post(account::recovery))
        .route("/staff/account/token", post(tokens::make))
        .route("/staff/account/password", get(account::password).post(account::set_password))
        .route("/staff/account/passkey", get(passkeys::show).post(passkeys::add))
        .route("/staff/account/remove-passkey", post(passkeys::remove))
        .route("/staff/account/provider", post(provider::begin_link))
        .route("/staff/account/unlink-provider", post(provider::end_link))
        .route("/staff/confirm", get(account::ask_again).post(account::again))
        .route("/staff/start", get(account::start))
        .route("/staff/audit", get(audit::show))
        .route("/staff/audit/export", post(audit::export))
        .route("/staff/openings", get(openings::show).post(openings::ask))
        .route("/staff/openings/decide", post(openings::decide))
        .route("/staff/people/of/{name}", get(person::show))
        .route("/staff/people/of/{name}/roles", post(person::roles))
        .route("/staff/people/of/{name}/reach", post(person::reach))
        .route("/staff/people/of/{name}/trained", post(person::trained))
        .route("/staff/people/of/{name}/shut", post(person::shut))
        .route("/staff/people/of/{name}/open", post(person::reopen))
        .route("/staff/people/of/{name}/end", post(person::end))
        .route("/staff/people/of/{name}/invite", post(person::invite))
        .route("/staff/people/waiting", get(waiting::show).post(waiting::decide))
        .route("/staff/invitation", get(invitation::show).post(invitation::accept))
        .route("/staff/people", get(people::show).post(people::add))
        .route("/staff/people/badge", post(people::badge))
        .layer(Extension(provider::Way(provider)))
        .with_state(site)
}

/// The endpoints of this room.
pub fn api(site: Site) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(account::me))
        .routes(routes!(tokens::api_list))
        .routes(routes!(tokens::api_end))
        .with_state(site)
}

//! The coordinator's, the approver's and the agency's pages and endpoints.

mod agency;
mod api;
mod api_agency;
mod approval;
mod case;
mod compose;
mod consent;
mod content;
mod fault;
mod ground;
mod list;
mod reply;

use axum::Router;
use axum::routing::{get, post};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use content::ContentPart;

use crate::desk::ReferralDesk;

/// The staff's and the agencies' pages of this room.
pub fn pages(desk: ReferralDesk) -> Router {
    Router::new()
        .route("/staff/referrals", get(list::cases))
        .route("/staff/referrals/register", get(list::register))
        .route("/staff/referrals/{reference}", get(case::show))
        .route("/staff/referrals/{reference}/protection", post(case::protection))
        .route("/staff/referrals/{reference}/close", post(case::close_form))
        .route("/staff/referrals/{reference}/consents/{number}/withdraw", post(case::withdraw))
        .route("/staff/referrals/{reference}/consent", get(consent::show).post(consent::record))
        .route("/staff/referrals/{reference}/ground", get(ground::show).post(ground::record))
        .route("/staff/referrals/{reference}/hand-over", get(compose::show).post(compose::look))
        .route("/staff/referrals/{reference}/hand-over/send", post(compose::send_form))
        .route("/staff/approvals", get(approval::list))
        .route("/staff/approvals/{reference}", get(approval::show))
        .route("/staff/approvals/{reference}/{number}", post(approval::decide))
        .route("/staff/hand-overs", get(agency::list))
        .route("/staff/hand-overs/{reference}", get(agency::show))
        .route("/staff/hand-overs/{reference}/answer", post(agency::answer_form))
        .route("/staff/hand-overs/{reference}/withdrawal", post(agency::take_note_form))
        .route("/staff/hand-overs/{reference}/reply", get(reply::show).post(reply::write))
        .route("/staff/hand-overs/{reference}/noted", post(reply::noted_form))
        .with_state(desk)
}

/// The endpoints of this room.
pub fn api(desk: ReferralDesk) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(api::list))
        .routes(routes!(api::read))
        .routes(routes!(api::consent))
        .routes(routes!(api::withdraw))
        .routes(routes!(api::ground))
        .routes(routes!(api::offered))
        .routes(routes!(api::look))
        .routes(routes!(api::send_it))
        .routes(routes!(api::protection))
        .routes(routes!(api::closure))
        .routes(routes!(api::approvals_list))
        .routes(routes!(api::approve))
        .routes(routes!(api::register))
        .routes(routes!(api_agency::list))
        .routes(routes!(api_agency::read))
        .routes(routes!(api_agency::answer_it))
        .routes(routes!(api_agency::withdrawal))
        .routes(routes!(api_agency::reply_to))
        .with_state(desk)
}

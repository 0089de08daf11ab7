//! The officer's pages and endpoints.

mod alike;
mod api;
mod api_record;
mod api_wages;
mod asks;
mod clocks;
mod code;
mod evidence;
mod filers;
mod helps;
mod late;
mod notices;
mod queue;
mod quiet;
mod queue_tools;
mod reach;
mod record;
mod retaliation;
mod roster;
mod search;
mod settlement;
mod translation;
mod visits;
mod wages;
mod wages_form;
mod wages_lines;
mod words;
mod workplace;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use haqqi_complaints::Desk;
use haqqi_web::takes_files;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::request_visit::VisitDesk;

/// The staff pages of this room.
pub fn pages(desk: Desk) -> Router {
    Router::new()
        .route("/staff/", get(queue::show))
        .route("/staff/complaints", get(queue::complaints))
        .route("/staff/complaints/{reference}", get(record::show))
        .route("/staff/complaints/{reference}/acknowledge", post(record::acknowledge_form))
        .route("/staff/complaints/{reference}/assess", post(record::assess_form))
        .route("/staff/complaints/{reference}/message", post(record::message_form))
        .route("/staff/complaints/{reference}/close", post(settlement::close_form))
        .route("/staff/complaints/{reference}/settlement", post(settlement::decide_form))
        .route("/staff/complaints/{reference}/wages", get(wages::show).post(wages::submit))
        .route("/staff/complaints/{reference}/code", post(code::code_form))
        .route("/staff/complaints/{reference}/quiet", post(quiet::quiet_form))
        .route("/staff/complaints/{reference}/together", post(filers::together_form))
        .route("/staff/complaints/{reference}/sight", post(filers::sight_form))
        .route("/staff/complaints/{reference}/alike", post(alike::decide_form))
        .route("/staff/complaints/{reference}/employer-contact", post(retaliation::contact_form))
        .route("/staff/complaints/{reference}/check-in", post(retaliation::check_in_form))
        .route("/staff/complaints/{reference}/retaliation", post(retaliation::looked_form))
        .route("/staff/call-backs/{reference}", get(helps::call).post(helps::call_ended))
        .route("/staff/wordings/{reference}", get(helps::wording).post(helps::wording_settled))
        .route("/staff/complaints/{reference}/withdrawal", post(asks::withdrawal_form))
        .route("/staff/complaints/{reference}/objection", post(asks::objection_form))
        .route("/staff/complaints/{reference}/clock", post(clocks::settle_form))
        .route("/staff/views", post(queue_tools::save))
        .route("/staff/views/remove", post(queue_tools::remove))
        .route("/staff/hand-over", post(queue_tools::hand_over_form))
        .route("/staff/assign", post(queue_tools::give_form))
        .route("/staff/search", get(search::show).post(search::submit))
        .route("/staff/words", get(words::show).post(words::check_form))
        .route("/staff/notices", get(notices::show))
        .route("/staff/notices/seen", post(notices::seen))
        .route("/staff/notices/mail", post(notices::mail))
        .route("/staff/late", get(late::list))
        .route("/staff/late/{deadline}", get(late::why).post(late::say))
        .route("/staff/roster", get(roster::show).post(roster::add))
        .route("/staff/roster/remove", post(roster::remove))
        .route("/staff/complaints/{reference}/workplace", post(workplace::link_form))
        .route("/staff/complaints/{reference}/workplace/new", post(workplace::add_form))
        .route("/staff/translations/{item}", get(translation::show).post(translation::submit))
        .route("/staff/translations/{item}/back", post(translation::back))
        .route("/staff/translations/{item}/voice", get(evidence::voice))
        .route("/staff/complaints/{reference}/evidence/{number}/{which}", get(evidence::file))
        .with_state(desk)
}

/// The staff pages that take files.
pub fn uploads(desk: Desk) -> Router {
    let most = desk.evidence.longest_form();
    let routes = Router::new()
        .route("/staff/complaints/{reference}/evidence", post(evidence::add_form))
        .with_state(desk);
    takes_files(routes, most)
}

/// The endpoints that take files.
pub fn upload_api(desk: Desk) -> OpenApiRouter {
    let most = desk.evidence.longest_form();
    OpenApiRouter::new()
        .routes(routes!(evidence::api_add))
        .layer(DefaultBodyLimit::max(most))
        .with_state(desk)
}

/// The endpoints of this room.
pub fn api(desk: Desk) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(api::queue))
        .routes(routes!(api_record::read))
        .routes(routes!(evidence::api_file))
        .routes(routes!(evidence::api_voice))
        .routes(routes!(api::acknowledge))
        .routes(routes!(api::assess))
        .routes(routes!(api::message))
        .routes(routes!(settlement::close_json))
        .routes(routes!(settlement::read_json, settlement::decide_json))
        .routes(routes!(api_wages::read, api_wages::save))
        .routes(routes!(filers::together_json))
        .routes(routes!(filers::sight_json))
        .routes(routes!(search::api))
        .routes(routes!(queue_tools::give_json))
        .routes(routes!(queue_tools::hand_over_json))
        .routes(routes!(alike::read_json, alike::decide_json))
        .routes(routes!(retaliation::read_json, retaliation::check_in_json))
        .routes(routes!(retaliation::contact_json))
        .routes(routes!(retaliation::looked_json))
        .routes(routes!(code::code_json))
        .routes(routes!(quiet::quiet_json))
        .routes(routes!(notices::api_list))
        .routes(routes!(notices::api_seen))
        .routes(routes!(late::api_list))
        .routes(routes!(late::api_say))
        .routes(routes!(roster::api_read, roster::api_add))
        .routes(routes!(roster::api_remove))
        .routes(routes!(workplace::suggestions, workplace::link_one))
        .routes(routes!(asks::withdrawal_json))
        .routes(routes!(asks::objection_json))
        .routes(routes!(clocks::settle_json))
        .routes(routes!(words::check_json))
        .routes(routes!(api::to_translate, api::translate))
        .routes(routes!(translation::api_back))
        .with_state(desk)
}

/// The pages of asking for a visit.
pub fn visit_pages(desk: VisitDesk) -> Router {
    Router::new()
        .route("/staff/complaints/{reference}/visit", get(visits::show).post(visits::submit))
        .route("/staff/complaints/{reference}/visit/seen", post(visits::seen))
        .with_state(desk)
}

/// The endpoints of asking for a visit.
pub fn visit_api(desk: VisitDesk) -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(visits::list_json, visits::ask_json)).with_state(desk)
}

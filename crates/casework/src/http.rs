//! The officer's pages and endpoints.

mod absences;
mod alike;
mod api;
mod api_mediation;
mod api_pay;
mod api_record;
mod api_wages;
mod asks;
mod call_interpreter;
mod calls;
mod child;
mod clocks;
mod closing;
mod clusters;
mod code;
mod contact;
mod domestic;
mod evidence;
mod filers;
mod helps;
mod here;
mod indicators;
mod late;
mod looked;
mod mediation;
mod mediator;
mod notices;
mod pay;
mod queue;
mod queue_tools;
mod quiet;
mod reach;
mod record;
mod rescreen;
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

pub use record::{found, problem, reference};

/// The staff pages of this room.
pub fn pages(desk: Desk) -> Router {
    Router::new()
        .route("/staff/", get(queue::show))
        .route("/staff/complaints", get(queue::complaints))
        .route("/staff/complaints/{reference}", get(record::show))
        .route("/staff/complaints/{reference}/acknowledge", post(record::acknowledge_form))
        .route("/staff/complaints/{reference}/assess", post(record::assess_form))
        .route("/staff/complaints/{reference}/message", post(record::message_form))
        .route("/staff/complaints/{reference}/personal", post(record::reveal_form))
        .route("/staff/complaints/{reference}/again", post(record::again_form))
        .route("/staff/complaints/{reference}/calls", get(calls::show).post(calls::submit))
        .route("/staff/complaints/{reference}/again-safe", get(rescreen::show).post(rescreen::submit))
        .route("/staff/complaints/{reference}/close", get(closing::show).post(closing::close_form))
        .route("/staff/complaints/{reference}/close/complete", post(settlement::complete_form))
        .route("/staff/complaints/{reference}/close/take-back", post(settlement::take_back_form))
        .route("/staff/complaints/{reference}/here", get(here::show))
        .route("/staff/complaints/{reference}/indicators", get(indicators::show).post(indicators::submit))
        .route("/staff/complaints/{reference}/looked", get(looked::show))
        .route("/staff/complaints/{reference}/copy", get(looked::copy))
        .route("/staff/complaints/{reference}/settlement", post(settlement::decide_form))
        .route("/staff/complaints/{reference}/wages", get(wages::show).post(wages::submit))
        .route("/staff/complaints/{reference}/code", post(code::code_form))
        .route("/staff/complaints/{reference}/contact", post(contact::settle_form))
        .route("/staff/complaints/{reference}/child", post(child::child_form))
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
        .route("/staff/complaints/{reference}/her-days", post(clocks::days_form))
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
        .route("/staff/absences", get(absences::show).post(absences::add))
        .route("/staff/absences/end", post(absences::end))
        .route("/staff/roster", get(roster::show).post(roster::add))
        .route("/staff/roster/remove", post(roster::remove))
        .route("/staff/complaints/{reference}/workplace", post(workplace::link_form))
        .route("/staff/complaints/{reference}/workplace/new", post(workplace::add_form))
        .route("/staff/calls-to-interpret/{item}", get(call_interpreter::show))
        .route("/staff/calls-to-interpret/{item}/back", post(call_interpreter::back))
        .route("/staff/call-backs/{reference}/arrange", post(helps::call_arranged))
        .route("/staff/translations/{item}", get(translation::show).post(translation::submit))
        .route("/staff/translations/{item}/back", post(translation::back))
        .route("/staff/translations/{item}/voice", get(evidence::voice))
        .route("/staff/complaints/{reference}/evidence/{number}/{which}", get(evidence::file))
        .merge(recovery())
        .with_state(desk)
}

/// Pay, papers and mediation.
fn recovery() -> Router<Desk> {
    Router::new()
        .route("/staff/complaints/{reference}/pay", get(pay::show).post(pay::agree_form))
        .route("/staff/complaints/{reference}/pay/{number}", post(pay::see_form))
        .route("/staff/complaints/{reference}/papers", post(pay::paper_form))
        .route("/staff/complaints/{reference}/mediation", get(mediation::show).post(mediation::plan_form))
        .route("/staff/complaints/{reference}/mediation/{number}", post(mediation::kept_form))
        .route("/staff/complaints/{reference}/joint", post(mediation::joint_form))
        .route("/staff/complaints/{reference}/joint/decision", post(mediation::joint_decide_form))
        .route("/staff/homes", get(domestic::show))
        .route("/staff/clusters", get(clusters::list))
        .route("/staff/clusters/{reference}", get(clusters::show))
        .route("/staff/mediations", get(mediator::list))
        .route("/staff/mediations/{reference}", get(mediator::hold))
        .route("/staff/mediations/{reference}/{number}", post(mediator::hold_form))
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
        .routes(routes!(absences::api_read, absences::api_add))
        .routes(routes!(absences::api_end))
        .routes(routes!(api::queue))
        .routes(routes!(api_record::read))
        .routes(routes!(evidence::api_file))
        .routes(routes!(evidence::api_voice))
        .routes(routes!(api::acknowledge))
        .routes(routes!(api::assess))
        .routes(routes!(api::message))
        .routes(routes!(closing::close_json))
        .routes(routes!(settlement::complete_json))
        .routes(routes!(settlement::take_back_json))
        .routes(routes!(calls::list_json, calls::note_json))
        .routes(routes!(rescreen::submit_json))
        .routes(routes!(indicators::read_json, indicators::say_json))
        .routes(routes!(api_mediation::read, api_mediation::plan))
        .routes(routes!(api_mediation::kept))
        .routes(routes!(api_mediation::mine))
        .routes(routes!(api_mediation::hold))
        .routes(routes!(api_mediation::ask))
        .routes(routes!(api_mediation::decide))
        .routes(routes!(api_pay::pay_json, api_pay::agree_json, api_pay::see_json))
        .routes(routes!(api_pay::papers_json, api_pay::paper_json))
        .routes(routes!(api_pay::again_json))
        .routes(routes!(settlement::read_json, settlement::decide_json))
        .routes(routes!(api_wages::read, api_wages::save))
        .routes(routes!(filers::together_json))
        .routes(routes!(filers::sight_json))
        .routes(routes!(search::api))
        .routes(routes!(queue_tools::give_json))
        .routes(routes!(queue_tools::hand_over_json))
        .routes(routes!(alike::read_json, alike::decide_json))
        .routes(routes!(clusters::list_json))
        .routes(routes!(clusters::read_json))
        .routes(routes!(retaliation::read_json, retaliation::check_in_json))
        .routes(routes!(retaliation::contact_json))
        .routes(routes!(retaliation::looked_json))
        .routes(routes!(contact::settle_json))
        .routes(routes!(child::child_json))
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
        .routes(routes!(clocks::days_json, clocks::note_json))
        .routes(routes!(api::to_translate, api::translate))
        .routes(routes!(translation::api_back))
        .routes(routes!(call_interpreter::api_show))
        .routes(routes!(call_interpreter::api_back))
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

//! The worker's pages and the public endpoints.

mod act;
mod api;
mod api_act;
mod api_evidence;
mod api_keep;
mod api_texts;
mod call_me;
mod complain;
mod danger;
mod days;
mod draft;
mod evidence;
mod fields;
mod filed;
mod filed_evidence;
mod first;
mod hooks;
mod inspector;
mod intake;
mod keep;
mod later;
mod leave;
mod mine;
mod once;
mod reach;
mod read_over;
mod receipt;
mod resume;
mod resumed;
mod rows;
mod seal;
mod sheet;
mod texts;
mod verify;
mod voice;
mod with_me;
mod wording;

pub use api_evidence::{PieceAnswer, refuse_whole, which_file};
pub use days::{AskedDay, asked_days, day_field, read_days};
pub use evidence::{ANY_SORT, Taken, evidence_problem, file_size, say_refused, take_files};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, head, post};
use haqqi_web::takes_files;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use hooks::Doors;

use crate::Desk;

/// The worker's pages.
pub fn pages(desk: Desk) -> Router {
    Router::new()
        .route("/", get(first::suggest))
        .route("/leave", get(mine::away))
        .route("/{language}/", get(first::show))
        .route("/{language}/complain", get(complain::begin).post(complain::step))
        .route("/{language}/danger", get(danger::show).post(danger::tell))
        .route("/{language}/call-me", get(call_me::show).post(call_me::ask))
        .route("/{language}/wording", get(wording::show).post(wording::tell))
        .route("/{language}/complain/later", post(later::file))
        .route("/{language}/offline", get(later::page))
        .route("/{language}/receipt", get(receipt::show))
        .route("/{language}/receipt/print", get(receipt::print))
        .route("/{language}/receipt/pdf", get(receipt::pdf))
        .route("/{language}/receipt/photo", get(keep::photo))
        .route("/{language}/receipt/send", get(keep::send).post(keep::send_form))
        .route("/{language}/receipt/words", get(keep::words).post(keep::words_form))
        .route("/verify", get(verify::begin))
        .route("/verify/key", get(verify::key))
        .route("/{language}/verify", get(verify::ask).post(verify::check))
        .route("/{language}/return", get(mine::ask).post(mine::enter_page))
        .route("/{language}/mine", get(mine::show))
        .route("/{language}/mine/write", post(mine::write))
        .route("/{language}/mine/leave", post(mine::leave))
        .route("/{language}/mine/others", get(with_me::others_show).post(with_me::others_submit))
        .route("/{language}/mine/filer", get(with_me::sight_show).post(with_me::sight_submit))
        .route("/staff/intake", get(intake::show).post(intake::submit))
        .route("/staff/intake/paper", post(intake::paper))
        .route("/staff/filed", get(filed::list))
        .route("/staff/filed/{reference}/evidence", get(filed_evidence::filed_show))
        .route("/staff/filed/new", get(filed::begin).post(filed::submit))
        .route("/{language}/mine/voice", get(voice::write))
        .route("/{language}/complain/voice", get(voice::begin))
        .route("/{language}/evidence", get(evidence::show))
        .route("/{language}/evidence/{number}/{which}", get(evidence::file))
        .route("/{language}/mine/days", get(days::show).post(days::submit))
        .route("/{language}/mine/digits", post(mine::digits))
        .route("/{language}/left", get(leave::advice))
        .route("/{language}/left/tell", get(leave::begin).post(leave::tell))
        .route("/{language}/receipt/notice", get(leave::notice))
        .merge(act::routes())
        .with_state(desk.clone())
        .merge(inspector::pages(desk))
}

/// The worker's pages that take files.
pub fn uploads(desk: Desk) -> Router {
    let most = desk.evidence.longest_form();
    let routes = Router::new()
        .route("/{language}/evidence", post(evidence::add))
        .route("/staff/filed/{reference}/evidence", post(filed_evidence::filed_add))
        .route("/{language}/upload", post(resume::begin_page))
        .route(
            "/{language}/upload/{token}",
            head(resume::progress_page).patch(resume::piece_page).delete(resume::end_page),
        )
        .route("/{language}/mine/voice", post(voice::send))
        .route("/{language}/complain/voice", post(voice::file))
        .with_state(desk);
    takes_files(routes, most)
}

/// The public endpoints.
pub fn api(desk: Desk) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(api::create))
        .routes(routes!(api::read))
        .routes(routes!(api::receipt))
        .routes(routes!(api_act::contact))
        .routes(routes!(api_act::withdrawal))
        .routes(routes!(api_act::reopening))
        .routes(routes!(api_act::objection))
        .routes(routes!(api_act::feedback))
        .routes(routes!(api_act::days, api_act::tell))
        .routes(routes!(leave::create))
        .routes(routes!(api_keep::words))
        .routes(routes!(api_keep::note))
        .routes(routes!(api_keep::verify))
        .routes(routes!(api::write))
        .routes(routes!(with_me::others_json))
        .routes(routes!(with_me::sight_json))
        .routes(routes!(intake::intake_json))
        .routes(routes!(filed::list_json, filed::file_json))
        .routes(routes!(api_texts::read))
        .routes(routes!(api_texts::complete))
        .routes(routes!(api_evidence::list))
        .routes(routes!(api_evidence::read))
        .with_state(desk.clone())
        .merge(inspector::api(desk))
}

/// The public endpoints that take files.
pub fn upload_api(desk: Desk) -> OpenApiRouter {
    let most = desk.evidence.longest_form();
    OpenApiRouter::new()
        .routes(routes!(api_evidence::add))
        .routes(routes!(api_evidence::say_back))
        .routes(routes!(api_evidence::file))
        .routes(routes!(filed_evidence::filed_json))
        .routes(routes!(resume::create))
        .routes(routes!(resume::look, resume::put, resume::give_up))
        .layer(DefaultBodyLimit::max(most))
        .with_state(desk)
}

/// The staff's pages of texts that came in, and of those that may not have arrived.
pub fn text_pages(desk: Desk) -> Router {
    Router::new()
        .route("/staff/texts/{reference}", get(texts::show))
        .route("/staff/texts/{reference}/complaint", post(texts::complete))
        .route("/staff/texts/{reference}/aside", post(texts::aside))
        .route("/staff/texts/{reference}/seen", post(texts::seen))
        .with_state(desk)
}

/// The doors through which gateways and platforms bring texts. One whose secret is not set does not exist.
pub fn hooks(desk: Desk, doors: Doors) -> Router {
    hooks::routes(desk, doors)
}

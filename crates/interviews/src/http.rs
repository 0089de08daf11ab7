//! The pages of an interview: the asker's, and the worker's screen.

mod asker;
mod days;
mod hers;
mod offline;

use axum::Router;
use axum::routing::{get, post};
use haqqi_casework::VisitDesk;

/// The pages of this room.
pub fn pages(desk: VisitDesk) -> Router {
    Router::new()
        .route("/staff/complaints/{reference}/interview", get(asker::show).post(asker::submit))
        .route("/staff/complaints/{reference}/interview/break", post(asker::break_form))
        .route("/staff/complaints/{reference}/interview/lend", post(asker::lend_form))
        .route("/staff/complaints/{reference}/interview/her", get(hers::show).post(hers::tap))
        .route("/staff/complaints/{reference}/interview/stop", post(hers::stop_form))
        .route("/field/visits/{reference}/interview", get(asker::show).post(asker::submit))
        .route("/field/visits/{reference}/interview/break", post(asker::break_form))
        .route("/field/visits/{reference}/interview/lend", post(asker::lend_form))
        .route("/field/visits/{reference}/interview/her", get(hers::show).post(hers::tap))
        .route("/field/visits/{reference}/interview/stop", post(hers::stop_form))
        .route("/field/visits/{reference}/interview/kept", post(offline::take))
        .route("/field/interview", get(offline::show))
        .route("/field/interview/words/{language}", get(offline::words))
        .route("/staff/days", get(days::show))
        .with_state(desk)
}

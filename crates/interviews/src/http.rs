//! The pages of an interview: the asker's, and the worker's screen.

mod asker;
mod days;
mod hers;

use axum::Router;
use axum::routing::{get, post};
use haqqi_complaints::Desk;

/// The pages of this room.
pub fn pages(desk: Desk) -> Router {
    Router::new()
        .route("/staff/complaints/{reference}/interview", get(asker::show).post(asker::submit))
        .route("/staff/complaints/{reference}/interview/break", post(asker::break_form))
        .route("/staff/complaints/{reference}/interview/lend", post(asker::lend_form))
        .route("/staff/complaints/{reference}/interview/her", get(hers::show).post(hers::tap))
        .route("/staff/complaints/{reference}/interview/stop", post(hers::stop_form))
        .route("/staff/days", get(days::show))
        .with_state(desk)
}

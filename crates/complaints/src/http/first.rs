//! The first page.

use askama::Template;
use axum::extract::State;
use axum::http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use haqqi_web::{Page, WorkerPage, render};

use crate::Desk;

#[derive(Template)]
#[template(path = "first.html")]
struct First {
    page: Page,
    everything: bool,
}

/// `/`: the first page in the language that the browser suggests, with every language to choose at the top.
pub(super) async fn suggest(State(desk): State<Desk>, headers: HeaderMap) -> Response {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let language = desk.site.languages.negotiate(wanted);
    render(StatusCode::OK, &First { page: Page::for_worker(desk.site, language, "/"), everything: true })
}

pub(super) async fn show(WorkerPage(page): WorkerPage) -> Response {
    let mut response = render(StatusCode::OK, &First { page, everything: false });
    // It tells nothing of whoever reads it: the phone may keep it, for when there is no line.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

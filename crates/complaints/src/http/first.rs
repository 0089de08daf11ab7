//! The first page.

use askama::Template;
use axum::extract::State;
use axum::http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Utc};
use haqqi_web::{Page, WorkerPage, render};

use crate::Desk;

#[derive(Template)]
#[template(path = "first.html")]
struct First {
    page: Page,
    everything: bool,
    /// Nobody is there until then, and what is sent now is read later than promised.
    nobody_until: Option<DateTime<Utc>>,
}

/// Until when nobody is there, where words that come now are read late. A page that cannot ask says what is promised.
async fn nobody_until(desk: &Desk) -> Option<DateTime<Utc>> {
    let office = desk.site.pack.identity().default_office.as_str();
    let clock = desk.clocks().begin("acknowledgement", desk.site.house.now(), Some(office)).ok()?;
    desk.promise(Some(office), clock.began_at, clock.due_at).await.ok()?.nobody_until
}

/// `/`: the first page in the language that the browser suggests, with every language to choose at the top.
pub(super) async fn suggest(State(desk): State<Desk>, headers: HeaderMap) -> Response {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let language = desk.site.languages.negotiate(wanted);
    let nobody_until = nobody_until(&desk).await;
    let page = Page::for_worker(desk.site, language, "/");
    render(StatusCode::OK, &First { page, everything: true, nobody_until })
}

pub(super) async fn show(State(desk): State<Desk>, WorkerPage(page): WorkerPage) -> Response {
    let nobody_until = nobody_until(&desk).await;
    let mut response = render(StatusCode::OK, &First { page, everything: false, nobody_until });
    // It tells nothing of whoever reads it: the phone may keep it, for when there is no line.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

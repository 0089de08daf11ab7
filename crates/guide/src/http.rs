//! The public pages. They may be kept by a browser: nothing in them is anybody's.

mod index;
mod offices;
mod topic;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{FromRef, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::NaiveDate;
use haqqi_web::{Page, Site, WorkerPage, render};

use crate::guide::Guide;
use crate::shown::Reader;

/// The site and its public pages.
#[derive(Clone)]
struct Hall {
    site: Site,
    guide: Arc<Guide>,
}

impl FromRef<Hall> for Site {
    fn from_ref(hall: &Hall) -> Self {
        hall.site.clone()
    }
}

/// The public pages of this room.
pub fn pages(site: Site, guide: Arc<Guide>) -> Router {
    Router::new()
        .route("/{language}/guide", get(index::show))
        .route("/{language}/guide/{topic}", get(topic::show))
        .route("/{language}/offices", get(offices::show))
        .route("/{language}/guide.json", get(list))
        .with_state(Hall { site, guide })
}

/// The addresses of a language's public pages that a browser may keep for when there is no network.
#[must_use]
pub fn kept(page: &Page) -> Vec<String> {
    let topics = page.site().pack.topics().iter().map(|topic| page.at(&format!("/guide/{}", topic.code)));
    [page.at("/guide"), page.at("/offices")].into_iter().chain(topics).collect()
}

/// The same for a script: a JSON list of addresses.
async fn list(State(_): State<Hall>, WorkerPage(page): WorkerPage) -> Response {
    keepable(axum::Json(kept(&page)).into_response())
}

/// The day, by the calendar of the pack's zone.
fn today(page: &Page) -> NaiveDate {
    page.site().house.now().with_timezone(&page.site().pack.zone()).date_naive()
}

fn reader(page: &Page) -> Reader<'_> {
    Reader { pack: &page.site().pack, language: page.language(), today: today(page) }
}

/// A page that a browser may keep for the day: figures change at midnight, not within it.
fn public(page: &impl Template) -> Response {
    keepable(render(StatusCode::OK, page))
}

fn keepable(mut response: Response) -> Response {
    if response.status() == StatusCode::OK {
        response.headers_mut().insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=300, stale-if-error=604800"),
        );
    }
    response
}

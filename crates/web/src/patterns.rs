//! The pattern page, in the demonstration only: each component, in the page's language and direction. The browser
//! tests photograph it.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{Redirect, Response};
use axum::routing::get;
use chrono::{DateTime, TimeDelta, Utc};

use crate::form::Errors;
use crate::page::{Page, WorkerPage};
use crate::problem::render;
use crate::site::Site;

#[derive(Template)]
#[template(path = "patterns.html")]
struct Patterns {
    page: Page,
    errors: Errors,
    options: Vec<(String, String)>,
    choices: Vec<(String, String, String)>,
    rows: Vec<(String, String)>,
    entries: Vec<(String, String, String)>,
    bars: Vec<(String, i64, i64)>,
    late: DateTime<Utc>,
    soon: DateTime<Utc>,
    good: DateTime<Utc>,
}

pub(crate) fn routes(site: Site) -> Router {
    let first = site.languages.worker().first().map_or("en", |language| language.tag());
    let home = format!("/{first}/patterns");
    Router::new()
        .route("/patterns", get(move || async move { Redirect::to(&home) }))
        .route("/{language}/patterns", get(show))
        .with_state(site)
}

async fn show(WorkerPage(page): WorkerPage) -> Response {
    let now = page.site().house.now();
    let mut errors = Errors::none();
    errors.add(&page, "sample-text", "common-error-required");
    let codes = ["a", "b", "c"];
    let texts = [page.t("common-yes"), page.t("common-no"), page.t("common-unknown")];
    let pairs = || codes.iter().zip(&texts).map(|(code, text)| ((*code).to_owned(), text.clone()));
    let patterns = Patterns {
        options: pairs().collect(),
        choices: pairs().map(|(code, text)| (code, text, page.t("common-optional"))).collect(),
        rows: pairs().map(|(_, text)| (page.t("web-patterns-field"), text)).collect(),
        entries: pairs().map(|(_, text)| (page.machine_time(&now), page.date_time(&now), text)).collect(),
        bars: pairs().zip([120, 75, 18]).map(|((_, text), n)| (text, n, n * 100 / 120)).collect(),
        late: now - TimeDelta::minutes(52),
        soon: now + TimeDelta::minutes(461),
        good: now + TimeDelta::minutes(3000),
        errors,
        page,
    };
    render(StatusCode::OK, &patterns)
}

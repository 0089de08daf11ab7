//! The pattern pages, in the demonstration only: each component once, in the page's language and direction, on the
//! worker's side and on the staff's. The browser tests photograph them.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{Redirect, Response};
use axum::routing::get;
use chrono::{DateTime, TimeDelta, Utc};

use crate::form::Errors;
use crate::page::{NavItem, Page, StaffUser, WorkerPage};
use crate::problem::render;
use crate::site::Site;
use crate::static_files;

/// What the samples say; both sides show the same.
struct Samples {
    errors: Errors,
    options: Vec<(String, String)>,
    choices: Vec<(String, String, String)>,
    checked: Vec<String>,
    rows: Vec<(String, String)>,
    entries: Vec<(String, String, String)>,
    bars: Vec<(String, i64, i64)>,
    heads: Vec<String>,
    queue: Vec<(DateTime<Utc>, &'static str, i64, String)>,
    icons: Vec<&'static str>,
    late: DateTime<Utc>,
    soon: DateTime<Utc>,
    good: DateTime<Utc>,
}

impl Samples {
    fn of(page: &Page) -> Self {
        let now = page.site().house.now();
        let (late, soon, good) =
            (now - TimeDelta::minutes(52), now + TimeDelta::minutes(461), now + TimeDelta::minutes(3000));
        let mut errors = Errors::none();
        errors.add(page, "sample-text", "common-error-required");
        errors.add(page, "sample-checks", "common-error-choose");
        let codes = ["a", "b", "c"];
        let texts = [page.t("common-yes"), page.t("common-no"), page.t("common-unknown")];
        let pairs = || codes.iter().zip(&texts).map(|(code, text)| ((*code).to_owned(), text.clone()));
        Self {
            errors,
            options: pairs().collect(),
            choices: pairs().map(|(code, text)| (code, text, page.t("common-optional"))).collect(),
            checked: vec!["a".to_owned(), "c".to_owned()],
            rows: pairs().map(|(_, text)| (page.t("web-patterns-field"), text)).collect(),
            entries: pairs().map(|(_, text)| (page.machine_time(&now), page.date_time(&now), text)).collect(),
            bars: pairs().zip([120, 75, 18]).map(|((_, text), n)| (text, n, n * 100 / 120)).collect(),
            heads: ["web-patterns-clocks", "web-patterns-field", "common-next"].map(|id| page.t(id)).to_vec(),
            queue: vec![
                (late, "late", 8, page.t("web-patterns-field")),
                (soon, "soon", 31, page.t("common-error-choose")),
                (good, "good", 88, page.t("web-patterns-empty")),
            ],
            icons: static_files::icons().collect(),
            late,
            soon,
            good,
        }
    }
}

#[derive(Template)]
#[template(path = "patterns.html")]
struct WorkerPatterns {
    page: Page,
    s: Samples,
}

#[derive(Template)]
#[template(path = "patterns_staff.html")]
struct StaffPatterns {
    page: Page,
    s: Samples,
}

pub(crate) fn routes(site: Site) -> Router {
    let first = site.languages.worker().first().map_or("en", |language| language.tag());
    let home = format!("/{first}/patterns");
    Router::new()
        .route("/patterns", get(move || async move { Redirect::to(&home) }))
        .route("/{language}/patterns", get(worker))
        .route("/staff/patterns", get(staff))
        .with_state(site)
}

async fn worker(WorkerPage(page): WorkerPage) -> Response {
    render(StatusCode::OK, &WorkerPatterns { s: Samples::of(&page), page })
}

async fn staff(mut page: Page) -> Response {
    let nav = [("/staff/patterns", "web-patterns-title"), ("/staff/", "common-home")];
    page.user = Some(StaffUser {
        name: page.t("web-patterns-title"),
        nav: nav.map(|(href, text)| NavItem { href, text }).to_vec(),
        bell: 0,
    });
    render(StatusCode::OK, &StaffPatterns { s: Samples::of(&page), page })
}

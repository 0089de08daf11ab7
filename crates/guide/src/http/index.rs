//! All topics, and the search over them.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_web::{Page, WorkerPage, render};
use serde::Deserialize;

use super::{Hall, public, reader, today};
use crate::offices::offices;
use crate::search::{Found, Index};
use crate::shown::Reader;

/// Longest question that is looked at, in characters.
const LONGEST: usize = 200;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "guide_index.html")]
struct IndexPage {
    page: Page,
    asked: String,
    found: Vec<Found>,
    topics: Vec<(String, String, String)>,
}

/// The offices can be found by name and place too.
fn with_offices(page: &Page, index: &mut Index) {
    for office in offices(page) {
        let text = format!("{} {} {}", office.serves, office.address, office.way);
        let found = Found {
            to: format!("/offices#{}", office.code),
            title: page.t("guide-offices-title"),
            heading: office.name,
            begins: if office.address.is_empty() { office.serves } else { office.address },
        };
        index.add(found, &text);
    }
}

/// What answers, in the reader's language; where nothing does, the words may be of another language that is offered:
/// the topic is then shown in the reader's.
fn search(hall: &Hall, page: &Page, asked: &str) -> Vec<Found> {
    let own = hall.guide.index(reader(page), |index| with_offices(page, index)).find(asked);
    if !own.is_empty() {
        return own;
    }
    let today = today(page);
    for language in hall.site.languages.worker().iter().filter(|language| *language != page.language()) {
        let other = Reader { pack: &hall.site.pack, language, today };
        let there = Page::for_worker(hall.site.clone(), language.clone(), "/guide");
        let found = hall.guide.index(other, |index| with_offices(&there, index)).find(asked);
        let mut seen = Vec::new();
        let mut told = Vec::new();
        for place in found {
            let path = place.to.split('#').next().unwrap_or_default().to_owned();
            let title = match path.strip_prefix("/guide/") {
                Some(code) => hall.guide.show(code, reader(page)).map(|shown| shown.title),
                None => Some(page.t("guide-offices-title")),
            };
            if let (Some(title), false) = (title, seen.contains(&path)) {
                told.push(Found { to: path.clone(), title, heading: String::new(), begins: String::new() });
                seen.push(path);
            }
        }
        if !told.is_empty() {
            return told;
        }
    }
    Vec::new()
}

pub(super) async fn show(
    State(hall): State<Hall>,
    WorkerPage(page): WorkerPage,
    Query(query): Query<Asked>,
) -> Response {
    let asked: String = query.q.trim().chars().take(LONGEST).collect();
    let found = if asked.is_empty() { Vec::new() } else { search(&hall, &page, &asked) };
    let all = hall.guide.show_all(reader(&page));
    let topics = all.into_iter().map(|shown| (shown.topic, shown.icon, shown.title)).collect();
    let shown = IndexPage { page, found, topics, asked };
    // What somebody looked for is hers: only the list itself may be kept.
    if shown.asked.is_empty() { public(&shown) } else { render(StatusCode::OK, &shown) }
}

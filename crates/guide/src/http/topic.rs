//! One topic.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use haqqi_pack::Texts;
use haqqi_web::{Page, Problem, WorkerPage};

use super::{Hall, public, reader};
use crate::shown::{Shown, ShownBlock};

/// A number at which a person answers.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) number: String,
    pub(super) when: String,
}

#[derive(Template)]
#[template(path = "guide_topic.html")]
struct TopicPage {
    page: Page,
    shown: Shown,
    lines: Vec<Line>,
    /// The group of texts to offer a call about; empty where none is needed.
    about: &'static str,
    others: Vec<(String, String, String)>,
}

/// Every number of the pack, danger first.
pub(super) fn lines(page: &Page) -> Vec<Line> {
    let site = page.site();
    let today = super::today(page);
    let mut lines: Vec<(bool, Line)> = site
        .pack
        .hotlines()
        .iter()
        .map(|line| {
            let when = match (line.always, line.opens, line.closes) {
                (false, Some(opens), Some(closes)) => crate::offices::from_to(page, today, opens, closes),
                _ => page.t("guide-line-always"),
            };
            let name = page.label("hotline", &line.code);
            (!line.danger, Line { name, number: line.number.clone(), when })
        })
        .collect();
    lines.sort_by_key(|(later, _)| *later);
    lines.into_iter().map(|(_, line)| line).collect()
}

pub(super) async fn show(
    State(hall): State<Hall>,
    WorkerPage(page): WorkerPage,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let shown = hall.guide.show(&code, reader(&page)).ok_or_else(Problem::not_found)?;
    let others = hall
        .guide
        .show_all(reader(&page))
        .into_iter()
        .filter(|other| other.topic != shown.topic)
        .map(|other| (other.topic, other.icon, other.title))
        .collect();
    let texts = hall.site.pack.topic(&code).and_then(|topic| topic.texts).map_or("", Texts::code);
    let about = if page.is_checked(texts) { "" } else { texts };
    let lines = lines(&page);
    Ok(public(&TopicPage { page, shown, lines, about, others }))
}

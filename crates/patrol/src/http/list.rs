//! The patrol's first page: what waits for a person, and the ways in.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge};
use haqqi_language::Args;
use haqqi_web::{Page, Problem, render};
use serde::Deserialize;

use crate::desk::PatrolDesk;
use crate::http::{day, language, languages};
use crate::list::{AdvertRow, Filter, adverts};
use crate::model::{Decision, Level};

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// `open`, a decision, or `all`.
    pub state: String,
    /// A level, `all`; nothing: those with indicators.
    pub level: String,
    /// An indicator.
    pub indicator: String,
    /// A language.
    pub language: String,
    /// The page, from 0.
    pub page: u64,
}

impl Asked {
    pub(super) fn filter(&self) -> Filter {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Filter {
            decision: Decision::from_code(&self.state),
            open: self.state.is_empty() || self.state == "open",
            level: Level::from_code(&self.level),
            marked: self.level.is_empty(),
            indicator: some(&self.indicator),
            language: some(&self.language),
            page: self.page.min(10_000),
        }
    }

    fn next(&self) -> String {
        let coded = |text: &str| -> String {
            text.bytes()
                .map(|byte| match byte {
                    byte if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') => {
                        char::from(byte).to_string()
                    }
                    byte => format!("%{byte:02X}"),
                })
                .collect()
        };
        format!(
            "/staff/patrol?state={}&level={}&indicator={}&language={}&page={}",
            coded(&self.state),
            coded(&self.level),
            coded(&self.indicator),
            coded(&self.language),
            self.page.min(10_000) + 1
        )
    }
}

/// A row as lists show it.
pub(super) struct Shown {
    pub reference: String,
    pub title: String,
    pub language: String,
    pub level: String,
    pub style: &'static str,
    pub indicators: Vec<String>,
    pub seen: String,
    pub decision: String,
}

impl Shown {
    pub(super) fn of(page: &Page, row: &AdvertRow) -> Self {
        let style = match row.level {
            Level::Strong => "late",
            Level::Look => "soon",
            Level::Nothing => "",
        };
        Self {
            reference: row.reference.to_string(),
            title: row.title.clone(),
            language: language(page, &row.language),
            level: page.t(&format!("patrol-level-{}", row.level.code())),
            style,
            indicators: row.indicators.iter().map(|code| page.label("advert", code)).collect(),
            seen: seen(page, row),
            decision: row
                .decision
                .map(|made| page.t(&format!("patrol-decision-{}", made.code())))
                .unwrap_or_default(),
        }
    }
}

/// “Seen 14 times in 3 places since …”.
pub(super) fn seen(page: &Page, row: &AdvertRow) -> String {
    let places = i64::try_from(row.places).unwrap_or(i64::MAX);
    if row.sightings <= 1 {
        let args = Args::new().set("place", row.place.as_str()).set("day", day(page, row.last_seen));
        return page.ta("patrol-seen-once", &args);
    }
    let args = Args::new()
        .set("times", i64::from(row.sightings))
        .set("places", places)
        .set("since", day(page, row.first_seen))
        .set("last", day(page, row.last_seen));
    page.ta("patrol-seen-often", &args)
}

#[derive(Template)]
#[template(path = "patrol.html")]
struct ListPage {
    page: Page,
    asked: Asked,
    states: Vec<(String, String)>,
    levels: Vec<(String, String)>,
    indicators: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    rows: Vec<Shown>,
    next: String,
}

pub(super) async fn show(
    State(desk): State<PatrolDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    if judge(&actor, Action::Patrol).is_err() {
        judge(&actor, Action::ReadPatrol).map_err(|_| Problem::not_found())?;
        return Ok(Redirect::to("/staff/patrol/report").into_response());
    }
    let found = adverts(&desk, &actor, &asked.filter()).await.map_err(|error| Problem::because(&error))?;
    let made = Decision::ALL.iter().map(|one| one.code());
    let states = std::iter::once("open")
        .chain(made)
        .map(|code| (code.to_owned(), page.t(&format!("patrol-decision-{code}"))))
        .chain(std::iter::once(("all".to_owned(), page.t("staff-show-all"))))
        .collect();
    let level = |code: &str| (code.to_owned(), page.t(&format!("patrol-level-{code}")));
    let mut levels: Vec<(String, String)> = Level::ALL.iter().rev().map(|one| level(one.code())).collect();
    levels.push(("all".to_owned(), page.t("staff-show-all")));
    let today = desk.site.house.now().date_naive();
    let named = desk.assessor.list(today).into_iter();
    let indicators = named.map(|code| (code.to_owned(), page.label("advert", code))).collect();
    let rows = found.rows.iter().map(|row| Shown::of(&page, row)).collect();
    let next = if found.more { asked.next() } else { String::new() };
    let languages = languages(&page);
    Ok(render(StatusCode::OK, &ListPage { page, asked, states, levels, indicators, languages, rows, next }))
}

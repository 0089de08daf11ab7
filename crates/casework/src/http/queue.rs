//! The first page of the day: what burns, what is due, what is mine.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::TimeDelta;
use haqqi_accounts::{StaffSession, home};
use haqqi_complaints::{Desk, Summary, list, summary};
use haqqi_kernel::{Action, Reference, judge};
use haqqi_web::{Page, Problem, render};
use haqqi_worklist::{Counts, Cursor, Filter, ItemKind, QueueRow, Sight, counts, queue};
use serde::Deserialize;

use crate::http::record::problem;

/// Rows on a page.
const ROWS: u64 = 50;

/// What is asked of the queue.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    view: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    office: String,
    #[serde(default)]
    after: String,
}

/// A row as the page shows it.
struct Shown {
    row: QueueRow,
    link: String,
    level: &'static str,
    share: i64,
}

impl Shown {
    /// Which labels of the pack its label is one of.
    fn labels(&self) -> &'static str {
        if self.row.kind == ItemKind::HerClock.code() { "deadline" } else { "kind" }
    }
}

#[derive(Template)]
#[template(path = "queue.html")]
struct QueuePage {
    page: Page,
    counts: Counts,
    in_time: String,
    rows: Vec<Shown>,
    kinds: Vec<(String, String)>,
    kind: String,
    view: String,
    next: String,
}

pub(super) async fn show(
    State(desk): State<Desk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    // Who has no work of a queue begins elsewhere.
    let Ok(sight) = Sight::of(&actor) else { return Ok(Redirect::to(home(&actor)).into_response()) };
    let house = &desk.site.house;
    let now = house.now();
    let chosen = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let filter = Filter {
        mine: asked.view == "mine",
        burning: asked.view == "burning",
        unrouted: asked.view == "unrouted",
        from: (asked.view == "soon").then_some(now),
        before: (asked.view == "soon").then(|| now + TimeDelta::hours(6)),
        office: chosen(&asked.office),
        kind: chosen(&asked.kind),
        ..Filter::default()
    };
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let found = queue(house, &sight, &filter, Cursor::decode(&asked.after), ROWS).await.map_err(failed)?;
    let counts = counts(house, &sight, now + TimeDelta::hours(6)).await.map_err(failed)?;
    let in_time = counts.read_in_time_per_mille.map_or_else(|| "–".to_owned(), |n| page.per_cent(n));
    let rows = found
        .rows
        .into_iter()
        .map(|row| {
            let share = row.percent_left(now);
            let level = if row.danger || share < 15 {
                "late"
            } else if share < 50 {
                "soon"
            } else {
                "good"
            };
            Shown { link: row.link(actor.account()), row, level, share }
        })
        .collect();
    let kinds =
        sight.kinds().into_iter().map(|kind| (kind.code().to_owned(), page.t(&work(kind.code())))).collect();
    let next = found.next.map_or_else(String::new, |cursor| {
        format!(
            "/staff/?view={}&kind={}&office={}&after={}",
            asked.view,
            asked.kind,
            asked.office,
            cursor.encode()
        )
    });
    let cookie = page.language_cookie();
    let kind = filter.kind.filter(|code| ItemKind::from_code(code).is_ok()).unwrap_or_default();
    let shown = QueuePage { page, counts, in_time, rows, kinds, kind, view: asked.view, next };
    Ok(([(SET_COOKIE, cookie)], render(StatusCode::OK, &shown)).into_response())
}

/// The label of a kind of work.
pub(super) fn work(code: &str) -> String {
    format!("work-{code}")
}

#[derive(Template)]
#[template(path = "complaints.html")]
struct ComplaintsPage {
    page: Page,
    /// Whether those who work in homes have a list of their own for this account.
    homes: bool,
    rows: Vec<Summary>,
    next: String,
}

/// Where the list goes on: behind this reference.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Behind {
    #[serde(default)]
    before: String,
}

pub(super) async fn complaints(
    State(desk): State<Desk>,
    session: StaffSession,
    Query(asked): Query<Behind>,
) -> Result<Response, Problem> {
    let before = match asked.before.parse::<Reference>() {
        Ok(reference) => {
            let scope = judge(&session.actor, Action::ReadComplaint).map_err(|_| Problem::not_found())?;
            Some(summary(&desk, &scope, reference).await.map_err(problem)?.id)
        }
        // Anything else is the first page.
        Err(_) => None,
    };
    let rows = list(&desk, &session.actor, before, ROWS).await.map_err(problem)?;
    let homes = judge(&session.actor, Action::WorkComplaint).is_ok();
    let full = u64::try_from(rows.len()).is_ok_and(|many| many == ROWS);
    let last = rows.last().filter(|_| full);
    let next = last.map_or_else(String::new, |row| format!("/staff/complaints?before={}", row.reference));
    Ok(render(StatusCode::OK, &ComplaintsPage { page: session.page, homes, rows, next }))
}

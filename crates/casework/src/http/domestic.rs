//! The follow-up list of those who work in homes.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Desk, Summary};
use haqqi_web::{Page, Problem, render};
use serde::Deserialize;

use super::record::problem;
use crate::domestic::{Turn, in_homes};

#[derive(Template)]
#[template(path = "domestic.html")]
struct DomesticPage {
    page: Page,
    rows: Vec<(Summary, String)>,
    next: String,
}

/// What is asked of the list.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    after: String,
}

pub(super) async fn show(
    State(desk): State<Desk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let found = in_homes(&desk, &actor, Turn::from_code(&asked.after)).await.map_err(problem)?;
    let rows = found
        .rows
        .into_iter()
        .map(|row| {
            let met = row.met.map_or_else(|| page.t("casework-homes-never"), |at| page.date(&at));
            (row.complaint, met)
        })
        .collect();
    let next = found.next.map(|turn| format!("/staff/homes?after={}", turn.code())).unwrap_or_default();
    Ok(render(StatusCode::OK, &DomesticPage { page, rows, next }))
}

//! The follow-up list of those who work in homes.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Desk, Summary};
use haqqi_web::{Page, Problem, render};

use super::record::problem;
use crate::domestic::in_homes;

#[derive(Template)]
#[template(path = "domestic.html")]
struct DomesticPage {
    page: Page,
    rows: Vec<(Summary, String)>,
}

pub(super) async fn show(State(desk): State<Desk>, session: StaffSession) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let rows = in_homes(&desk, &actor).await.map_err(problem)?;
    let rows = rows
        .into_iter()
        .map(|row| {
            let met = row.met.map_or_else(|| page.t("casework-homes-never"), |at| page.date(&at));
            (row.complaint, met)
        })
        .collect();
    Ok(render(StatusCode::OK, &DomesticPage { page, rows }))
}

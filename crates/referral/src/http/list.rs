//! The cases by what is due, and the register of transfers.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_web::{Page, Problem, render};
use haqqi_worklist::Cursor;
use serde::Deserialize;
use uuid::Uuid;

use crate::desk::ReferralDesk;
use crate::held::CaseRow;
use crate::http::fault::problem;
use crate::model::CaseState;
use crate::open;
use crate::register::{Transfer, transfers};

/// Rows on a page.
const ROWS: u64 = 50;

/// What is asked of a list.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub view: String,
    #[serde(default)]
    pub after: String,
}

#[derive(Template)]
#[template(path = "referrals.html")]
struct CasesPage {
    page: Page,
    rows: Vec<CaseRow>,
    closed: bool,
    next: String,
}

impl CasesPage {
    /// How the time left looks: what is over is late.
    fn level(&self, row: &CaseRow) -> &'static str {
        let now = self.page.site().house.now();
        if row.danger() || row.due_at <= now { "late" } else { "soon" }
    }

    fn open(&self, row: &CaseRow) -> bool {
        row.state != CaseState::Closed
    }
}

pub(super) async fn cases(
    State(desk): State<ReferralDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let closed = asked.view == "closed";
    let after = Cursor::decode(&asked.after);
    let (rows, next) = open::cases(&desk, &session.actor, closed, after, ROWS).await.map_err(problem)?;
    let view = if closed { "closed" } else { "open" };
    let next = next
        .map_or_else(String::new, |cursor| format!("/staff/referrals?view={view}&after={}", cursor.encode()));
    Ok(render(StatusCode::OK, &CasesPage { page: session.page, rows, closed, next }))
}

#[derive(Template)]
#[template(path = "register.html")]
struct RegisterPage {
    page: Page,
    rows: Vec<Transfer>,
    next: String,
}

impl RegisterPage {
    fn items(&self, row: &Transfer) -> String {
        let shown: Vec<String> =
            row.items.iter().map(|item| self.page.t(&format!("referral-item-{item}"))).collect();
        self.page.language().list(&shown)
    }
}

pub(super) async fn register(
    State(desk): State<ReferralDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let before = Uuid::parse_str(&asked.after).ok();
    let rows = transfers(&desk, &session.actor, before, ROWS).await.map_err(problem)?;
    let full = u64::try_from(rows.len()).unwrap_or(u64::MAX) == ROWS;
    let next = rows
        .last()
        .filter(|_| full)
        .map_or_else(String::new, |row| format!("/staff/referrals/register?after={}", row.id.simple()));
    Ok(render(StatusCode::OK, &RegisterPage { page: session.page, rows, next }))
}

//! The register: look for one, or read it page by page.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge};
use haqqi_web::{Page, Problem, render};
use serde::Deserialize;

use crate::desk::EstablishmentDesk;
use crate::http::{Choices, problem, title};
use crate::model::Kind;
use crate::search::{Match, Search, Why, search};

/// Rows on a page.
const ROWS: usize = 50;

/// What is asked of the register.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    sector: String,
    #[serde(default)]
    governorate: String,
    #[serde(default)]
    office: String,
    #[serde(default)]
    after: String,
}

impl Asked {
    pub(super) fn search(&self, most: usize) -> Search {
        let chosen = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Search {
            q: self.q.chars().take(crate::LONGEST_NAME).collect(),
            governorate: chosen(&self.governorate),
            office: chosen(&self.office),
            sector: chosen(&self.sector),
            kind: Kind::from_code(&self.kind),
            after: self.after.parse().ok(),
            most,
        }
    }

    /// The next page's address: whatever was asked, and where to go on.
    fn next(&self, after: &str) -> String {
        let pair = |(name, value): (&str, &str)| {
            let value: String = value.bytes().map(percent).collect();
            format!("{name}={value}")
        };
        let asked = [
            ("q", self.q.as_str()),
            ("kind", &self.kind),
            ("sector", &self.sector),
            ("governorate", &self.governorate),
            ("office", &self.office),
            ("after", after),
        ];
        let pairs: Vec<String> = asked.into_iter().filter(|(_, value)| !value.is_empty()).map(pair).collect();
        format!("/staff/establishments?{}", pairs.join("&"))
    }
}

/// A byte as it may stand in an address.
fn percent(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

/// A row as the page shows it.
struct Shown {
    title: String,
    row: Match,
    why: String,
}

#[derive(Template)]
#[template(path = "establishments.html")]
struct ListPage {
    page: Page,
    asked: Asked,
    rows: Vec<Shown>,
    choices: Choices,
    may_add: bool,
    next: String,
}

pub(super) async fn show(
    State(desk): State<EstablishmentDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let found = search(&desk, &actor, &asked.search(ROWS)).await.map_err(problem)?;
    let next = found.next.map_or_else(String::new, |after| asked.next(&after.to_string()));
    let rows = found
        .rows
        .into_iter()
        .map(|row| Shown {
            title: title(&page, &row.summary),
            why: match row.why {
                Why::Listed => String::new(),
                why => page.t(&format!("establishments-why-{}", why.code())),
            },
            row,
        })
        .collect();
    let may_add = judge(&actor, Action::KeepEstablishment).is_ok();
    let choices = Choices::of(&page);
    Ok(render(StatusCode::OK, &ListPage { page, asked, rows, choices, may_add, next }))
}

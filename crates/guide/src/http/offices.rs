//! Offices and opening hours.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use haqqi_web::{Page, WorkerPage};

use super::topic::{Line, lines};
use super::{Hall, public, today};
use crate::offices::{OfficeView, Opening, offices, openings, shut};

#[derive(Template)]
#[template(path = "guide_offices.html")]
struct OfficesPage {
    page: Page,
    offices: Vec<OfficeView>,
    openings: Vec<Opening>,
    shut: String,
    lines: Vec<Line>,
    /// Whether of some office nothing is known but its name.
    bare: bool,
}

pub(super) async fn show(State(_): State<Hall>, WorkerPage(page): WorkerPage) -> Response {
    let today = today(&page);
    let offices = offices(&page);
    public(&OfficesPage {
        bare: offices.iter().any(OfficeView::is_bare),
        offices,
        openings: openings(&page, today),
        shut: shut(&page, today),
        lines: lines(&page),
        page,
    })
}

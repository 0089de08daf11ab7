//! The receipt: on the page, to print, and as PDF. Rendered on request from a sealed cookie of 30 minutes; the code is
//! stored nowhere in the clear. A paper that the employer finds proves no complaint (`safeguards.md` 12).

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use haqqi_documents::{Block, Paper, PressError};
use haqqi_web::{Page, Problem, WorkerPage, render};
use serde::{Deserialize, Serialize};

use crate::Desk;
use crate::file::Filed;
use crate::http::seal::RECEIPT;

/// What a receipt shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Receipt {
    pub reference: String,
    pub code: String,
    pub filer: bool,
    pub received_at: DateTime<Utc>,
    pub acknowledge_by: DateTime<Utc>,
    /// Danger was told: whom to call stands first.
    #[serde(default)]
    pub danger: bool,
}

impl Receipt {
    pub(super) fn of(filed: &Filed) -> Self {
        let code = filed.code.as_ref().or(filed.filer_receipt.as_ref());
        Self {
            reference: filed.reference.to_string(),
            code: code.map(ToString::to_string).unwrap_or_default(),
            filer: filed.code.is_none(),
            received_at: filed.received_at,
            acknowledge_by: filed.read_by,
            danger: filed.danger,
        }
    }
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    page: Page,
    receipt: Receipt,
}

#[derive(Template)]
#[template(path = "receipt_print.html")]
struct PrintPage {
    page: Page,
    receipt: Receipt,
}

fn kept(desk: &Desk, headers: &HeaderMap) -> Result<Receipt, Problem> {
    RECEIPT
        .read(&desk.site, headers)
        .ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, "complaints-problem-receipt"))
}

pub(super) async fn show(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers)?;
    Ok(render(StatusCode::OK, &ReceiptPage { page, receipt }))
}

pub(super) async fn print(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers)?;
    Ok(render(StatusCode::OK, &PrintPage { page, receipt }))
}

pub(super) async fn pdf(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers)?;
    printed(&desk, &page, &receipt).await
}

/// The receipt as a file to keep. Name, title and content are those of a note.
pub(super) async fn printed(desk: &Desk, page: &Page, receipt: &Receipt) -> Result<Response, Problem> {
    let pdf = desk.press.print(vec![paper(page, receipt)]).await.map_err(|error| match error {
        PressError::NoFont { .. } => {
            tracing::error!(%error, language = page.tag(), "a paper cannot be printed");
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "complaints-problem-paper")
        }
        other => Problem::because(&other),
    })?;
    let head = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"note.pdf\""),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((StatusCode::OK, head, pdf).into_response())
}

/// The paper: without sender, and without a word that tells what the number is for (`safeguards.md` 12).
fn paper(page: &Page, receipt: &Receipt) -> Paper {
    let isolated = |text: String| format!("\u{2068}{text}\u{2069}");
    let mut times = vec![(page.t("complaints-paper-date"), isolated(page.date_time(&receipt.received_at)))];
    if !receipt.filer {
        // Who files for another is told nothing of what happens when.
        times.push((page.t("complaints-paper-until"), isolated(page.moment(&receipt.acknowledge_by))));
    }
    let mut numbers = page.help_numbers();
    numbers.extend(Some(page.danger_number()).filter(|number| !number.is_empty()));
    if !numbers.is_empty() {
        times.push((page.t("complaints-paper-call"), numbers.join("\n")));
    }
    Paper::new(page.language(), page.attribute("complaints-paper-title"))
        .with(Block::Code { label: page.t("complaints-paper-number"), code: receipt.reference.clone() })
        .with(Block::Code { label: page.t("complaints-paper-code"), code: receipt.code.clone() })
        .with(Block::Pairs(times))
        .with(Block::text(page.t("complaints-paper-keep")))
}

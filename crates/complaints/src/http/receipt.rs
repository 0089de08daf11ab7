//! The receipt: on the page, and to print. Rendered on request from a sealed cookie of 30 minutes; the code is
//! stored nowhere in the clear. A paper that the employer finds proves no complaint (`safeguards.md` 12).

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Utc};
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
}

impl Receipt {
    pub(super) fn of(filed: &Filed) -> Self {
        let code = filed.code.as_ref().or(filed.filer_receipt.as_ref());
        Self {
            reference: filed.reference.to_string(),
            code: code.map(ToString::to_string).unwrap_or_default(),
            filer: filed.code.is_none(),
            received_at: filed.received_at,
            acknowledge_by: filed.acknowledge_by,
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

//! The receipt: on the page, to print, and as PDF. Rendered on request from a sealed cookie of 30 minutes; the code is
//! stored nowhere in the clear. A paper that the employer finds proves no complaint (`safeguards.md` 12): its square
//! holds letters that only the code opens, and no address.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use haqqi_documents::{Block, Paper, PressError, qr_svg};
use haqqi_kernel::{ReceiptCode, Statement};
use haqqi_web::{Page, Problem, Site, WorkerPage, render};
use serde::{Deserialize, Serialize};

use crate::Desk;
use crate::come_back::{Entered, ReturnError, enter};
use crate::file::Filed;
use crate::http::seal::{MINE, RECEIPT};
use crate::receipt_again::ReceiptAgain;

/// What a receipt shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Receipt {
    pub reference: String,
    pub code: String,
    pub filer: bool,
    pub received_at: DateTime<Utc>,
    /// Before when a person reads it: by the clock where it is kept, and the true time where it is shown.
    pub acknowledge_by: DateTime<Utc>,
    /// Nobody is there until then, and the clock runs out before.
    #[serde(skip)]
    pub nobody_until: Option<DateTime<Utc>>,
    /// Danger was told: whom to call stands first.
    #[serde(default)]
    pub danger: bool,
    #[serde(default)]
    pub office: Option<String>,
    /// A notice of leaving: it says what it is, and what it is not.
    #[serde(default)]
    pub leaving: bool,
}

impl Receipt {
    /// The same once more, for whoever holds this code.
    pub(super) fn again(again: &ReceiptAgain, code: &ReceiptCode, filer: bool) -> Self {
        Self {
            reference: again.reference.to_string(),
            code: code.to_string(),
            filer,
            received_at: again.received_at,
            acknowledge_by: again.promise.by,
            nobody_until: again.promise.nobody_until,
            danger: false,
            office: again.office.clone(),
            leaving: false,
        }
    }

    pub(super) fn of(filed: &Filed) -> Self {
        let code = filed.code.as_ref().or(filed.filer_receipt.as_ref());
        Self {
            reference: filed.reference.to_string(),
            code: code.map(ToString::to_string).unwrap_or_default(),
            filer: filed.code.is_none(),
            received_at: filed.received_at,
            acknowledge_by: filed.read_by,
            nobody_until: None,
            danger: filed.danger,
            office: filed.office.clone().filter(|_| filed.code.is_some()),
            leaving: false,
        }
    }

    /// Whoever holds it, as long as its code opens something.
    ///
    /// # Errors
    /// [`ReturnError::Unknown`] once the code was ended.
    pub(super) async fn enter(&self, desk: &Desk) -> Result<(Entered, ReceiptCode), ReturnError> {
        let reference = self.reference.parse().map_err(|_| ReturnError::Unknown)?;
        let code = self.code.parse::<ReceiptCode>().map_err(|_| ReturnError::Unknown)?;
        Ok((enter(desk, reference, &code).await?, code))
    }

    /// What of it is signed; a filer's says no more than that it arrived.
    pub(super) fn statement(&self) -> Option<Statement> {
        Some(Statement {
            reference: self.reference.parse().ok()?,
            received_at: self.received_at,
            promised_at: (!self.filer).then_some(self.acknowledge_by),
            office: self.office.clone(),
        })
    }

    /// The signed receipt as letters that only the code opens; takes some milliseconds.
    pub(super) fn letters(&self, site: &Site) -> String {
        let code = self.code.parse::<ReceiptCode>().ok();
        self.statement().zip(code).map_or_else(String::new, |(statement, code)| {
            site.house.vault().lock_receipt(&statement, &code, site.house.entropy())
        })
    }

    /// The letters as a square.
    fn square(&self, site: &Site) -> String {
        qr_svg(&self.letters(site)).unwrap_or_default()
    }
}

/// The cookie that keeps the receipt shown while she sends a large file.
pub(super) fn stay_shown(desk: &Desk, headers: &HeaderMap) -> Option<String> {
    RECEIPT.read::<Receipt>(&desk.site, headers).map(|receipt| RECEIPT.keep(&desk.site, &receipt))
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    page: Page,
    receipt: Receipt,
    office: String,
    square: String,
}

#[derive(Template)]
#[template(path = "receipt_print.html")]
struct PrintPage {
    page: Page,
    receipt: Receipt,
    square: String,
}

/// Shows a receipt that has just been made. What was open before is put away: on a shared phone the next paper or photo
/// must not go to another's complaint.
pub(super) fn receipt_shown(desk: &Desk, page: &Page, receipt: &Receipt) -> Response {
    let cookies = [RECEIPT.keep(&desk.site, receipt), MINE.forget(&desk.site)];
    let cookies = AppendHeaders(cookies.map(|cookie| (header::SET_COOKIE, cookie)));
    (cookies, Redirect::to(&page.at("/receipt"))).into_response()
}

/// The receipt that the browser holds, with the time that can be kept by the roster as it stands.
pub(super) async fn kept(desk: &Desk, headers: &HeaderMap) -> Result<Receipt, Problem> {
    let receipt: Receipt = RECEIPT
        .read(&desk.site, headers)
        .ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, "complaints-problem-receipt"))?;
    // A code that was renewed meanwhile must not be kept, photographed or printed.
    receipt.enter(desk).await.map_err(|error| match error {
        ReturnError::Unknown => Problem::new(StatusCode::GONE, "complaints-problem-code-ended"),
        other => Problem::because(&other),
    })?;
    let office = receipt.office.as_deref();
    let promise = desk.promise(office, receipt.received_at, receipt.acknowledge_by).await;
    let promise = promise.map_err(|e| Problem::because(&e))?;
    Ok(Receipt { acknowledge_by: promise.by, nobody_until: promise.nobody_until, ..receipt })
}

pub(super) async fn show(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers).await?;
    let office = receipt.office.as_deref().map(|office| page.label("office", office)).unwrap_or_default();
    let square = receipt.square(&desk.site);
    Ok(render(StatusCode::OK, &ReceiptPage { page, receipt, office, square }))
}

pub(super) async fn print(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers).await?;
    let square = receipt.square(&desk.site);
    Ok(render(StatusCode::OK, &PrintPage { page, receipt, square }))
}

pub(super) async fn pdf(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers).await?;
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
    let letters = receipt.letters(page.site());
    Paper::new(page.language(), page.attribute("complaints-paper-title"))
        .with(Block::Code { label: page.t("complaints-paper-number"), code: receipt.reference.clone() })
        .with(Block::Code { label: page.t("complaints-paper-code"), code: receipt.code.clone() })
        .with(Block::Pairs(times))
        .with(Block::text(page.t("complaints-paper-keep")))
        .with(Block::Qr { content: letters, label: page.attribute("complaints-paper-title") })
}

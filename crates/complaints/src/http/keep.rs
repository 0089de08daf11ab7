//! How she keeps her code: as a photograph, in a mailbox or on a phone that is hers alone, or as two words because she can keep
//! nothing. The titles of these pages are those of a note.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use haqqi_documents::qr_svg;
use haqqi_kernel::ReceiptCode;
use haqqi_web::{Errors, Form, Page, Problem, WorkerPage, render};
use serde::Deserialize;

use crate::Desk;
use crate::come_back::Entered;
use crate::http::mine::{marked, of_this, problem};
use crate::http::receipt::{Receipt, kept};
use crate::keep::{KeepError, keep_words, send_note};

#[derive(Template)]
#[template(path = "keep.html")]
struct KeepPage {
    page: Page,
    errors: Errors,
    way: &'static str,
    done: bool,
    receipt: Receipt,
    square: String,
    address: String,
    /// What is asked for, and as what the browser takes it.
    asked: &'static str,
    kind: &'static str,
}

fn shown(page: Page, way: &'static str, receipt: Receipt, done: bool) -> KeepPage {
    let (errors, square, address) = (Errors::none(), String::new(), String::new());
    let (asked, kind) = ("complaints-keep-mailbox", "email");
    KeepPage { page, errors, way, done, receipt, square, address, asked, kind }
}

/// The page that asks where to send it: to a phone only where the house has a way to it.
fn sending(desk: &Desk, page: Page, receipt: Receipt, done: bool) -> KeepPage {
    let shown = shown(page, "send", receipt, done);
    if desk.texts { KeepPage { asked: "complaints-keep-number", kind: "text", ..shown } } else { shown }
}

#[derive(Deserialize)]
pub(super) struct With {
    #[serde(default)]
    with: String,
}

/// To be photographed. A square that holds number and code is there only when she asks for it.
pub(super) async fn photo(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    Query(with): Query<With>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers).await?;
    let mut photo = shown(page, "photo", receipt, with.with == "code");
    photo.square = if photo.done {
        qr_svg(&format!("{} {}", photo.receipt.reference, photo.receipt.code)).unwrap_or_default()
    } else {
        qr_svg(&photo.receipt.letters(&desk.site)).unwrap_or_default()
    };
    Ok(render(StatusCode::OK, &photo))
}

/// The worker behind a receipt: a filer's is none.
async fn herself(desk: &Desk, receipt: &Receipt) -> Result<(Entered, ReceiptCode), Problem> {
    let (entered, code) = receipt.enter(desk).await.map_err(problem)?;
    if entered.is_herself() { Ok((entered, code)) } else { Err(Problem::not_found()) }
}

pub(super) async fn send(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers).await?;
    let (entered, _) = herself(&desk, &receipt).await?;
    let page = marked(&desk, page, &entered);
    Ok(render(StatusCode::OK, &sending(&desk, page, receipt, false)))
}

#[derive(Deserialize)]
pub(super) struct Mailbox {
    #[serde(default)]
    address: String,
    #[serde(default)]
    hers_alone: String,
}

pub(super) async fn send_form(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    Form(typed): Form<Mailbox>,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers).await?;
    let (entered, code) = herself(&desk, &receipt).await?;
    of_this(&desk, &page, &entered)?;
    let alone = typed.hers_alone == "yes";
    match send_note(&desk, &entered, &code, &typed.address, alone).await {
        Ok(()) => Ok(render(StatusCode::OK, &sending(&desk, page, receipt, true))),
        Err(KeepError::Address) => {
            let mut errors = Errors::none();
            let message = if alone { "complaints-error-address" } else { "complaints-keep-error-alone" };
            errors.add(&page, "address", message);
            let back = KeepPage { errors, address: typed.address, ..sending(&desk, page, receipt, false) };
            Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &back))
        }
        Err(KeepError::Return(error)) => Err(problem(error)),
        Err(other) => Err(Problem::because(&other)),
    }
}

pub(super) async fn words(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers).await?;
    let (entered, _) = herself(&desk, &receipt).await?;
    let page = marked(&desk, page, &entered);
    Ok(render(StatusCode::OK, &shown(page, "words", receipt, false)))
}

#[derive(Deserialize)]
pub(super) struct TwoWords {
    #[serde(default)]
    first: String,
    #[serde(default)]
    second: String,
}

pub(super) async fn words_form(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    Form(typed): Form<TwoWords>,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers).await?;
    let (entered, _) = herself(&desk, &receipt).await?;
    of_this(&desk, &page, &entered)?;
    match keep_words(&desk, &entered, &typed.first, &typed.second).await {
        Ok(()) => Ok(render(StatusCode::OK, &shown(page, "words", receipt, true))),
        Err(KeepError::Words) => {
            let mut errors = Errors::none();
            errors.add(&page, "first", "complaints-keep-error-words");
            let back = KeepPage { errors, ..shown(page, "words", receipt, false) };
            Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &back))
        }
        Err(KeepError::Return(error)) => Err(problem(error)),
        Err(other) => Err(Problem::because(&other)),
    }
}

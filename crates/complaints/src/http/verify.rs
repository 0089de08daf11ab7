//! Is this receipt genuine? Checked with the code, by number or by the letters of the square; the key is published, so
//! that anybody can check the letters without this house.

use askama::Template;
use axum::extract::State;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_kernel::{ReceiptCode, Reference, Statement, open_receipt};
use haqqi_language::Args;
use haqqi_web::{Errors, Form, Network, Page, Problem, WorkerPage, render};
use serde::Deserialize;

use crate::Desk;
use crate::attempts::try_to_enter;
use crate::come_back::ReturnError;
use crate::http::mine::problem;
use crate::receipt_again::receipt_again;

#[derive(Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    reference: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    letters: String,
    #[serde(default)]
    ticket: String,
}

#[derive(Template)]
#[template(path = "verify.html")]
struct VerifyPage {
    page: Page,
    errors: Errors,
    asked: Asked,
    ticket: String,
    found: Option<Statement>,
}

/// `/verify`, as somebody types it: in the language that the browser suggests.
pub(super) async fn begin(State(desk): State<Desk>, headers: HeaderMap) -> Response {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let language = desk.site.languages.negotiate(wanted);
    Redirect::to(&format!("/{}/verify", language.tag())).into_response()
}

/// The published key, as text: algorithm and base64.
pub(super) async fn key(State(desk): State<Desk>) -> Response {
    let key = data_encoding::BASE64.encode(&desk.site.house.vault().receipt_key());
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], format!("ed25519 {key}\n")).into_response()
}

pub(super) async fn ask(WorkerPage(page): WorkerPage) -> Response {
    let (errors, asked, ticket) = (Errors::none(), Asked::default(), String::new());
    render(StatusCode::OK, &VerifyPage { page, errors, asked, ticket, found: None })
}

/// What a number and a code, or letters and a code, say.
///
/// # Errors
/// [`ReturnError::Unknown`] where they say nothing.
pub(super) async fn said(
    desk: &Desk,
    network: Network,
    reference: Option<Reference>,
    code: Option<&ReceiptCode>,
    letters: &str,
    ticket: &str,
) -> Result<Statement, ReturnError> {
    if !letters.trim().is_empty() {
        let key = desk.site.house.vault().receipt_key();
        return open_receipt(letters, code, &key).map_err(|_| ReturnError::Unknown);
    }
    let (Some(reference), Some(code)) = (reference, code) else { return Err(ReturnError::Unknown) };
    let entered = try_to_enter(desk, network, reference, code, ticket).await?;
    let again = receipt_again(desk, &entered).await?;
    Ok(Statement {
        reference: again.reference,
        received_at: again.received_at,
        promised_at: entered.is_herself().then_some(again.promise.by),
        office: again.office,
    })
}

pub(super) async fn check(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    network: Network,
    Form(asked): Form<Asked>,
) -> Result<Response, Problem> {
    let (mut errors, mut ticket) = (Errors::none(), String::new());
    let reference = asked.reference.parse::<Reference>().ok();
    let code = asked.code.parse::<ReceiptCode>().ok();
    let found = match said(&desk, network, reference, code.as_ref(), &asked.letters, &asked.ticket).await {
        Ok(found) => Some(found),
        Err(ReturnError::Unknown) => {
            errors.add(&page, "reference", "complaints-verify-bad");
            None
        }
        Err(ReturnError::Wait(wait)) => {
            let args = Args::new().set("seconds", wait.seconds);
            errors.add_with(&page, "code", "complaints-error-wait", &args);
            ticket = wait.ticket;
            None
        }
        Err(other) => return Err(problem(other)),
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &VerifyPage { page, errors, asked, ticket, found }))
}

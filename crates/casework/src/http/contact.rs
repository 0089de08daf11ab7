//! How she may be reached, changed by a code that somebody on the staff has seen: a second person confirms or refuses it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, SettleError, Summary, settle_contact, waiting_contact};
use haqqi_kernel::{Actor, CommitError};
use haqqi_language::left_to_right;
use haqqi_web::{Errors, Form, Json, Page, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::http::record::{Typed, back, page_of, problem, reference};
use crate::reveal::masked;

/// The two answers, as the form and the endpoint name them.
const ANSWERS: [&str; 2] = ["confirm", "refuse"];

/// What waits, as the record shows it.
pub(super) struct Panel {
    /// Since when.
    pub since: String,
    pub rows: Vec<(String, String)>,
    pub answers: Vec<(String, String, String)>,
}

impl Panel {
    pub(super) async fn of(
        desk: &Desk,
        actor: &Actor,
        page: &Page,
        complaint: &Summary,
        revealed: bool,
    ) -> Result<Option<Self>, Problem> {
        if !complaint.contact_waits {
            return Ok(None);
        }
        let Some(waiting) = waiting_contact(desk, actor, complaint.reference).await.map_err(failed)? else {
            return Ok(None);
        };
        let contact = &waiting.contact;
        let address = if revealed { contact.address.clone() } else { masked(&contact.address) };
        let channel = page.t(&format!("casework-channel-{}", contact.channel.code()));
        let openness = page.t(&format!("casework-secret-{}", waiting.confidentiality.code()));
        let rows = [
            ("casework-reach", channel),
            ("casework-address", left_to_right(&address)),
            ("casework-secret", openness),
        ];
        Ok(Some(Self {
            since: page.date_time(&waiting.since),
            rows: rows
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(id, value)| (page.t(id), value))
                .collect(),
            answers: ANSWERS
                .map(|code| {
                    (code.to_owned(), page.t(&format!("casework-contact-answer-{code}")), String::new())
                })
                .to_vec(),
        }))
    }
}

/// The field and the message of a refusal that a person can put right.
fn wrong(error: &SettleError) -> Option<(&'static str, &'static str)> {
    match error {
        SettleError::Empty => Some(("contact_why", "staff-error-reason")),
        SettleError::SamePerson => Some(("contact_answer", "casework-contact-error-same")),
        _ => None,
    }
}

fn failed(error: SettleError) -> Problem {
    match error {
        SettleError::Read(error) => problem(error),
        SettleError::TooLong => Problem::too_large(),
        SettleError::Nothing | SettleError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    }
}

/// An answer of the list: whether it confirms.
fn answered(code: &str) -> Option<bool> {
    ANSWERS.contains(&code).then_some(code == "confirm")
}

#[derive(Deserialize)]
pub(super) struct Settled {
    #[serde(default)]
    contact_answer: String,
    #[serde(default)]
    contact_why: String,
}

pub(super) async fn settle_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Settled>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    match answered(&form.contact_answer) {
        None => errors.add(&session.page, "contact_answer", "common-error-choose"),
        Some(confirm) => {
            match settle_contact(&desk, &session.actor, reference, confirm, &form.contact_why).await {
                Ok(()) => return Ok(back(&text)),
                Err(error) => match wrong(&error) {
                    Some((field, message)) => errors.add(&session.page, field, message),
                    None => return Err(failed(error)),
                },
            }
        }
    }
    let typed = Typed { contact_why: form.contact_why, ..Typed::default() };
    page_of(&desk, session, reference, errors, typed, None).await
}

/// Whether a changed contact holds.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactAnswer {
    /// `confirm`, or `refuse`: then all her codes end.
    answer: String,
    /// How it was checked; needed to refuse. For the office alone.
    #[serde(default)]
    why: String,
}

/// Confirms or refuses a changed contact that waits: never by who issued her a code. 409 where none waits.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/contact", tag = "casework", params(("reference" = String, Path)),
    request_body = ContactAnswer, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn settle_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<ContactAnswer>,
) -> Result<Response, Problem> {
    let confirm = answered(&new.answer)
        .ok_or_else(|| Problem::unprocessable().field("answer", "common-error-choose"))?;
    match settle_contact(&desk, &caller.actor, reference(&text)?, confirm, &new.why).await {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(error) => Err(match wrong(&error) {
            Some(("contact_why", message)) => Problem::unprocessable().field("why", message),
            Some((_, message)) => Problem::unprocessable().field("answer", message),
            None => failed(error),
        }),
    }
}

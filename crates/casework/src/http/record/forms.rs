//! The forms of the record itself: next step, assessment, message; personal fields, and opening it again.

use axum::extract::{Path, State};
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Desk, summary};
use haqqi_kernel::{Action, CommitError, Reference, judge};
use haqqi_web::{Errors, Form, Problem};
use serde::Deserialize;

use super::{Typed, back, page_of, problem, reference};
use crate::acknowledge::{AcknowledgeError, acknowledge};
use crate::assess::{AssessError, assess};
use crate::mark::mark;
use crate::message::{MessageError, message};
use crate::open_again::{OpenAgainError, open_again};
use crate::reveal::{RevealError, reveal};

/// Whether something has happened since a form was made. A form that carries no mark is taken as it is.
pub(in crate::http) async fn stale(
    desk: &Desk,
    session: &StaffSession,
    reference: Reference,
    sent: &str,
) -> Result<bool, Problem> {
    if sent.is_empty() {
        return Ok(false);
    }
    let scope = judge(&session.actor, Action::ReadComplaint).map_err(|_| Problem::not_found())?;
    let complaint = summary(desk, &scope, reference).await.map_err(problem)?;
    Ok(mark(desk, &complaint).await.map_err(|e| Problem::because(&e))? != sent)
}

#[derive(Deserialize)]
pub(in crate::http) struct Step {
    #[serde(default)]
    step: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    mark: String,
}

pub(in crate::http) async fn acknowledge_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Step>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let typed = Typed { why: form.why.clone(), step: form.step.clone(), ..Typed::default() };
    if stale(&desk, &session, reference, &form.mark).await? {
        return page_of(&desk, session, reference, Errors::none(), Typed { stale: true, ..typed }, None)
            .await;
    }
    let mut errors = Errors::none();
    match acknowledge(&desk, &session.actor, reference, &form.step, &form.why).await {
        Ok(_) => return Ok(back(&text)),
        Err(AcknowledgeError::Step) => errors.add(&session.page, "step", "common-error-choose"),
        Err(AcknowledgeError::Urgency) => errors.add(&session.page, "step", "casework-error-urgency"),
        Err(AcknowledgeError::Contact) => errors.add(&session.page, "step", "casework-error-contact"),
        Err(AcknowledgeError::NoCode) => errors.add(&session.page, "step", "casework-error-no-code"),
        Err(AcknowledgeError::Why) => errors.add(&session.page, "why", "staff-error-reason"),
        Err(AcknowledgeError::NotRead) => errors.add(&session.page, "step", "casework-error-not-read"),
        Err(AcknowledgeError::Already) => errors.add(&session.page, "step", "casework-error-already"),
        Err(AcknowledgeError::Commit(CommitError::Stale)) => return Err(Problem::conflict()),
        Err(AcknowledgeError::Read(error)) => return Err(problem(error)),
        Err(other) => return Err(Problem::because(&other)),
    }
    page_of(&desk, session, reference, errors, typed, None).await
}

#[derive(Deserialize)]
pub(in crate::http) struct Assessment {
    #[serde(default)]
    next: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    mark: String,
}

pub(in crate::http) async fn assess_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Assessment>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let typed = Typed { note: form.note.clone(), step: form.next.clone(), ..Typed::default() };
    if stale(&desk, &session, reference, &form.mark).await? {
        return page_of(&desk, session, reference, Errors::none(), Typed { stale: true, ..typed }, None)
            .await;
    }
    let mut errors = Errors::none();
    match assess(&desk, &session.actor, reference, &form.next, &form.note).await {
        Ok(()) => return Ok(back(&text)),
        Err(AssessError::Empty) => errors.add(&session.page, "note", "common-error-required"),
        Err(AssessError::Step) => errors.add(&session.page, "next", "common-error-choose"),
        Err(AssessError::NotRead) => errors.add(&session.page, "next", "casework-error-not-read"),
        Err(AssessError::Contact) => errors.add(&session.page, "next", "casework-error-contact"),
        Err(AssessError::NoCode) => errors.add(&session.page, "next", "casework-error-no-code"),
        Err(AssessError::State) => errors.add(&session.page, "note", "casework-error-acknowledge-first"),
        Err(AssessError::TooLong) => return Err(Problem::too_large()),
        Err(AssessError::Commit(CommitError::Stale)) => return Err(Problem::conflict()),
        Err(AssessError::Read(error)) => return Err(problem(error)),
        Err(other) => return Err(Problem::because(&other)),
    }
    page_of(&desk, session, reference, errors, typed, None).await
}

#[derive(Deserialize)]
pub(in crate::http) struct Message {
    #[serde(default)]
    language: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    mark: String,
}

pub(in crate::http) async fn message_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Message>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let typed = Typed { message: form.body.clone(), ..Typed::default() };
    if stale(&desk, &session, reference, &form.mark).await? {
        return page_of(&desk, session, reference, Errors::none(), Typed { stale: true, ..typed }, None)
            .await;
    }
    let mut errors = Errors::none();
    match message(&desk, &session.actor, reference, &form.language, &form.body).await {
        Ok(()) => return Ok(back(&text)),
        Err(MessageError::Empty) => errors.add(&session.page, "body", "common-error-required"),
        Err(MessageError::Language) => errors.add(&session.page, "language", "common-error-choose"),
        Err(MessageError::NoCode) => errors.add(&session.page, "body", "casework-error-nobody-reads"),
        Err(MessageError::NotAcknowledged) => {
            errors.add(&session.page, "body", "casework-error-acknowledge-first")
        }
        Err(MessageError::TooLong) => return Err(Problem::too_large()),
        Err(MessageError::Read(error)) => return Err(problem(error)),
        Err(other) => return Err(Problem::because(&other)),
    }
    page_of(&desk, session, reference, errors, typed, None).await
}

#[derive(Deserialize)]
pub(in crate::http) struct Reveal {
    #[serde(default)]
    purpose: String,
}

/// Personal fields, for a purpose: the page once more, with them.
pub(in crate::http) async fn reveal_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Reveal>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let revealed = match reveal(&desk, &session.actor, reference, &form.purpose).await {
        Ok(()) => true,
        Err(RevealError::Purpose) => {
            errors.add(&session.page, "purpose", "common-error-choose");
            false
        }
        Err(RevealError::Read(error)) => return Err(problem(error)),
        Err(RevealError::Commit(error)) => return Err(Problem::uncommitted(&error)),
    };
    let typed = Typed { revealed, ..Typed::default() };
    page_of(&desk, session, reference, errors, typed, None).await
}

#[derive(Deserialize)]
pub(in crate::http) struct Again {
    #[serde(default)]
    again: String,
    #[serde(default)]
    mark: String,
}

pub(in crate::http) async fn again_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Again>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let typed = Typed { again: form.again.clone(), ..Typed::default() };
    if stale(&desk, &session, reference, &form.mark).await? {
        return page_of(&desk, session, reference, Errors::none(), Typed { stale: true, ..typed }, None)
            .await;
    }
    let mut errors = Errors::none();
    match open_again(&desk, &session.actor, reference, &form.again).await {
        Ok(()) => return Ok(back(&text)),
        Err(OpenAgainError::Empty) => errors.add(&session.page, "again", "staff-error-reason"),
        Err(OpenAgainError::State) => errors.add(&session.page, "again", "casework-again-error-state"),
        Err(OpenAgainError::TooLong) => return Err(Problem::too_large()),
        Err(OpenAgainError::Read(error)) => return Err(problem(error)),
        Err(OpenAgainError::Commit(error)) => return Err(Problem::uncommitted(&error)),
        Err(other) => return Err(Problem::because(&other)),
    }
    page_of(&desk, session, reference, errors, typed, None).await
}

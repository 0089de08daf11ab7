//! The coordinator's reply to an agency's question, and having looked at an answer.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::Reference;
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::desk::ReferralDesk;
use crate::held::HandOverRow;
use crate::http::fault::{on_form, problem, reference};
use crate::open::open_referral;
use crate::receive::{Note, case_of};
use crate::reply::{noted, reply};

#[derive(Template)]
#[template(path = "reply.html")]
struct ReplyPage {
    page: Page,
    errors: Errors,
    case: Reference,
    row: HandOverRow,
    notes: Vec<Note>,
    form: Written,
}

pub(super) async fn show(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none(), Written::default()).await
}

async fn page_of(
    desk: &ReferralDesk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    form: Written,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let case = case_of(desk, &actor, reference).await.map_err(problem)?;
    let opened = open_referral(desk, &actor, case).await.map_err(problem)?;
    let found = opened.hand_overs.into_iter().find(|(row, _)| row.reference == reference);
    let (row, notes) = found.ok_or_else(Problem::not_found)?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &ReplyPage { errors, case, row, notes, form, page }))
}

/// The words.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    words: String,
}

pub(super) async fn write(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Written>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    match reply(&desk, &session.actor, reference, &form.words).await {
        Ok(case) => return Ok(Redirect::to(&format!("/staff/referrals/{case}")).into_response()),
        Err(error) => on_form(&session.page, &mut errors, error)?,
    }
    page_of(&desk, session, reference, errors, form).await
}

pub(super) async fn noted_form(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Written>,
) -> Result<Response, Problem> {
    let case = noted(&desk, &session.actor, reference(&text)?).await.map_err(problem)?;
    Ok(Redirect::to(&format!("/staff/referrals/{case}")).into_response())
}

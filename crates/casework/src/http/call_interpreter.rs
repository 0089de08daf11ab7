//! An interpreter's page of one call: the language, when, and how to join. As a page and as JSON.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{CallBackError, CallToInterpret, Desk};
use haqqi_web::{Errors, Form, Json, Page, Problem, instant, render};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::translation::{Back, TypedBack, not_back, reasons};
use crate::call_interpreter::{call_to_interpret, give_call_back};
use crate::give_back::BackReason;

#[derive(Template)]
#[template(path = "call_to_interpret.html")]
struct CallPage {
    page: Page,
    errors: Errors,
    item: Uuid,
    rows: Vec<(String, String)>,
    arranged: bool,
    reasons: Vec<(String, String, String)>,
}

fn problem(error: CallBackError) -> Problem {
    match error {
        CallBackError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    }
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    item: Uuid,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let (call, officer) = call_to_interpret(desk, &actor, item).await.map_err(problem)?;
    let CallToInterpret { language, due_at, joint } = call;
    let mut rows = vec![(page.t("casework-language"), page.language_name(&language))];
    let arranged = joint.is_some();
    match joint {
        Some(joint) => {
            rows.push((page.t("casework-call-interpreted-at"), page.moment(&joint.at)));
            rows.push((page.t("casework-call-officer"), officer));
            rows.push((page.t("casework-call-how"), joint.how));
        }
        None => rows.push((page.t("casework-call-before"), page.moment(&due_at))),
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let reasons = reasons(&page);
    Ok(render(status, &CallPage { page, errors, item, rows, arranged, reasons }))
}

pub(super) async fn show(
    State(desk): State<Desk>,
    session: StaffSession,
    Path(item): Path<Uuid>,
) -> Result<Response, Problem> {
    page_of(&desk, session, item, Errors::none()).await
}

pub(super) async fn back(
    State(desk): State<Desk>,
    session: StaffSession,
    Path(item): Path<Uuid>,
    Form(form): Form<TypedBack>,
) -> Result<Response, Problem> {
    let Some(reason) = BackReason::from_code(&form.reason) else {
        let mut errors = Errors::none();
        errors.add(&session.page, "reason", "common-error-choose");
        return page_of(&desk, session, item, errors).await;
    };
    give_call_back(&desk, &session.actor, item, reason).await.map_err(not_back)?;
    Ok(Redirect::to("/staff/").into_response())
}

/// A call to interpret: nothing of whom it is with.
#[derive(Serialize, ToSchema)]
pub(super) struct CallJson {
    language: String,
    /// Before when somebody must call.
    due_at: String,
    /// When the officer calls, once that was said.
    at: Option<String>,
    /// Who calls.
    officer: Option<String>,
    /// How to join.
    how: Option<String>,
}

/// The call that the interpreter has.
#[utoipa::path(get, path = "/api/v1/calls-to-interpret/{item}", tag = "casework", params(("item" = Uuid, Path)),
    responses((status = 200, body = CallJson), (status = 401), (status = 404)))]
pub(super) async fn api_show(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path(item): Path<Uuid>,
) -> Result<Json<CallJson>, Problem> {
    let (call, officer) = call_to_interpret(&desk, &caller.actor, item).await.map_err(problem)?;
    let (at, how) = call.joint.map(|joint| (instant(joint.at), joint.how)).unzip();
    Ok(Json(CallJson {
        language: call.language,
        due_at: instant(call.due_at),
        officer: at.as_ref().map(|_| officer),
        at,
        how,
    }))
}

/// Gives the call back: a conflict of interest is declared, or it cannot be done. Another interpreter is looked for.
#[utoipa::path(post, path = "/api/v1/calls-to-interpret/{item}/back", tag = "casework", params(("item" = Uuid, Path)),
    request_body = Back,
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn api_back(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path(item): Path<Uuid>,
    Json(back): Json<Back>,
) -> Result<StatusCode, Problem> {
    give_call_back(&desk, &caller.actor, item, back.reason()?).await.map_err(not_back)?;
    Ok(StatusCode::NO_CONTENT)
}

//! Hand-overs as JSON: the agency's side, and the coordinator's reply.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::ApiStaff;
use haqqi_web::{Json, Problem};
use haqqi_worklist::Cursor;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::answer::{Answer, answer, take_note};
use crate::desk::ReferralDesk;
use crate::http::api::{Asked, hand_over};
use crate::http::fault::{problem, reference};
use crate::receive::{hand_overs, open_hand_over};
use crate::reply::reply;

/// Rows of one answer.
const ROWS: u64 = 100;

/// The hand-overs to the own agency that wait for an answer; `view=answered` for the others.
#[utoipa::path(get, path = "/api/v1/hand-overs", tag = "referral",
    params(("view" = Option<String>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Object), (status = 401), (status = 404)))]
pub(super) async fn list(
    State(desk): State<ReferralDesk>,
    caller: ApiStaff,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Problem> {
    let after = Cursor::decode(&asked.after);
    let waiting = asked.view != "answered";
    let (rows, next) = hand_overs(&desk, &caller.actor, waiting, after, ROWS).await.map_err(problem)?;
    let rows: Vec<Value> = rows.iter().map(|row| hand_over(row, &[])).collect();
    Ok(Json(json!({ "rows": rows, "next": next.map(|cursor| cursor.encode()) })))
}

/// Opens a hand-over: what was shared, and nothing else. Reading it is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/hand-overs/{reference}", tag = "referral", params(("reference" = String, Path)),
    responses((status = 200, body = Object), (status = 401), (status = 404)))]
pub(super) async fn read(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Value>, Problem> {
    let opened = open_hand_over(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let mut body = hand_over(&opened.row, &opened.notes);
    if let Some(object) = body.as_object_mut() {
        object.insert("content".to_owned(), json!(opened.content));
    }
    Ok(Json(body))
}

/// Answers: `accept` with `words` and `contact`, `decline` with `reason` (and `words`), `ask` with `words`.
#[utoipa::path(post, path = "/api/v1/hand-overs/{reference}/answer", tag = "referral", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201, body = Object), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn answer_it(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(said): Json<Answer>,
) -> Result<Response, Problem> {
    let state = answer(&desk, &caller.actor, reference(&text)?, &said).await.map_err(problem)?;
    Ok((StatusCode::CREATED, Json(json!({ "state": state.code() }))).into_response())
}

/// The agency has taken note that consent was withdrawn.
#[utoipa::path(post, path = "/api/v1/hand-overs/{reference}/withdrawal", tag = "referral", params(("reference" = String, Path)),
    responses((status = 201), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn withdrawal(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Response, Problem> {
    take_note(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    Ok(StatusCode::CREATED.into_response())
}

/// Words.
#[derive(Deserialize)]
pub(super) struct Words {
    words: String,
}

/// The coordinator's reply to the agency's question.
#[utoipa::path(post, path = "/api/v1/hand-overs/{reference}/reply", tag = "referral", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn reply_to(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Words>,
) -> Result<Response, Problem> {
    reply(&desk, &caller.actor, reference(&text)?, &new.words).await.map_err(problem)?;
    Ok(StatusCode::CREATED.into_response())
}

//! Cases, grounds and hand-overs as JSON, for the inspectorate's side.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use haqqi_accounts::ApiStaff;
use haqqi_web::{Json, Problem, instant};
use haqqi_worklist::Cursor;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::approve::{approvals, decide_disclosure};
use crate::close::{close, set_protection};
use crate::compose::{Draft, offer, preview};
use crate::consent::{ConsentForm, record_consent, withdraw_consent};
use crate::desk::ReferralDesk;
use crate::ground::{GroundForm, record_ground};
use crate::held::{CaseRow, HandOverRow};
use crate::http::fault::{problem, reference};
use crate::model::Basis;
use crate::open::{cases, open_referral};
use crate::receive::Note;
use crate::register::transfers;
use crate::send::{Sending, send};

/// Rows of one answer.
const ROWS: u64 = 100;

fn case(row: &CaseRow) -> Value {
    json!({
        "reference": row.reference.to_string(),
        "flag": row.flag.to_string(),
        "complaint": row.complaint_reference.to_string(),
        "level": row.level.code(),
        "age": row.age,
        "language": row.language,
        "office": row.office,
        "state": row.state.code(),
        "due_at": instant(row.due_at),
        "protection_status": row.protection,
        "protection_status_at": row.protection_at.map(instant),
        "opened_at": instant(row.opened_at),
        "closed_at": row.closed_at.map(instant),
        "outcome": row.outcome,
    })
}

/// A hand-over's coded side with what was said about it.
pub(super) fn hand_over(row: &HandOverRow, notes: &[Note]) -> Value {
    let notes: Vec<Value> = notes
        .iter()
        .map(|note| json!({ "kind": note.kind, "words": note.words, "at": instant(note.at) }))
        .collect();
    json!({
        "reference": row.reference.to_string(),
        "receiver": row.agency,
        "purpose": row.purpose,
        "ground": row.ground,
        "items": row.items,
        "danger": row.danger,
        "state": row.state.code(),
        "sent_at": instant(row.sent_at),
        "due_at": instant(row.due_at),
        "answered_at": row.answered_at.map(instant),
        "reason": row.reason,
        "consent_withdrawn_at": row.consent_withdrawn_at.map(instant),
        "notes": notes,
    })
}

/// What is asked of a list.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub view: String,
    #[serde(default)]
    pub after: String,
}

/// The cases that the token's owner may see, by what is due.
#[utoipa::path(get, path = "/api/v1/referrals", tag = "referral",
    params(("view" = Option<String>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Object), (status = 401), (status = 404)))]
pub(super) async fn list(
    State(desk): State<ReferralDesk>,
    caller: ApiStaff,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Problem> {
    let after = Cursor::decode(&asked.after);
    let closed = asked.view == "closed";
    let (rows, next) = cases(&desk, &caller.actor, closed, after, ROWS).await.map_err(problem)?;
    let rows: Vec<Value> = rows.iter().map(case).collect();
    Ok(Json(json!({ "rows": rows, "next": next.map(|cursor| cursor.encode()) })))
}

/// Opens a case: reading it is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/referrals/{reference}", tag = "referral", params(("reference" = String, Path)),
    responses((status = 200, body = Object), (status = 401), (status = 404)))]
pub(super) async fn read(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Value>, Problem> {
    let opened = open_referral(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let consents: Vec<Value> = opened
        .consents
        .iter()
        .map(|row| {
            json!({
                "number": row.number, "receiver": row.receiver, "purpose": row.purpose, "answer": row.answer,
                "asked_at": instant(row.asked_at), "ends_at": row.ends_at.map(instant), "language": row.language,
                "how": row.how, "interpreter": row.interpreter, "alone": row.alone,
                "withdrawn_at": row.withdrawn_at.map(instant), "words": row.words,
                "said_at": row.said_at.map(instant),
            })
        })
        .collect();
    let grounds: Vec<Value> = opened
        .grounds
        .iter()
        .map(|row| {
            json!({
                "number": row.number, "kind": row.kind, "receiver": row.receiver, "purpose": row.purpose,
                "article": row.article, "order_number": row.order_number, "recorded_at": instant(row.recorded_at),
                "needs_approval": row.approver.is_some(), "decision": row.decision, "words": row.words,
                "view": row.view, "decision_words": row.decision_words,
            })
        })
        .collect();
    let sent: Vec<Value> = opened.hand_overs.iter().map(|(row, notes)| hand_over(row, notes)).collect();
    let history: Vec<Value> = opened
        .history
        .iter()
        .map(|entry| json!({ "what": entry.what, "to": entry.to, "at": instant(entry.at) }))
        .collect();
    let mut body = case(&opened.row);
    if let Some(object) = body.as_object_mut() {
        object.insert("consents".to_owned(), consents.into());
        object.insert("grounds".to_owned(), grounds.into());
        object.insert("hand_overs".to_owned(), sent.into());
        object.insert("history".to_owned(), history.into());
    }
    Ok(Json(body))
}

fn created(body: Value) -> Response {
    (StatusCode::CREATED, Json(body)).into_response()
}

/// Records her answer, yes or no, for one receiver and one purpose. A yes rests on a talk in private that the call log of
/// the complaint shows since the case was opened (`heard_by`: the sign-in name of who noted it, empty for oneself), or, with
/// `how` = `messages`, on words of hers with a code that nobody else has seen.
#[utoipa::path(post, path = "/api/v1/referrals/{reference}/consents", tag = "referral", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201, body = Object), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn consent(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(form): Json<ConsentForm>,
) -> Result<Response, Problem> {
    let number = record_consent(&desk, &caller.actor, reference(&text)?, &form).await.map_err(problem)?;
    Ok(created(json!({ "number": number, "basis": format!("consent-{number}") })))
}

/// She takes a yes back.
#[utoipa::path(post, path = "/api/v1/referrals/{reference}/consents/{number}/withdrawal", tag = "referral",
    params(("reference" = String, Path), ("number" = i32, Path)),
    responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn withdraw(
    State(desk): State<ReferralDesk>,
    caller: ApiStaff,
    Path((text, number)): Path<(String, i32)>,
) -> Result<Response, Problem> {
    withdraw_consent(&desk, &caller.actor, reference(&text)?, number).await.map_err(problem)?;
    Ok(StatusCode::CREATED.into_response())
}

/// Records another ground. Where another person must approve, nothing can go out on it before.
#[utoipa::path(post, path = "/api/v1/referrals/{reference}/grounds", tag = "referral", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201, body = Object), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn ground(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(form): Json<GroundForm>,
) -> Result<Response, Problem> {
    let number = record_ground(&desk, &caller.actor, reference(&text)?, &form).await.map_err(problem)?;
    Ok(created(json!({ "number": number, "basis": format!("ground-{number}") })))
}

/// The bases that hold now, and the items that could be shared.
#[utoipa::path(get, path = "/api/v1/referrals/{reference}/offer", tag = "referral", params(("reference" = String, Path)),
    responses((status = 200, body = Object), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn offered(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Value>, Problem> {
    let offer = offer(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let bases: Vec<Value> = offer
        .bases
        .iter()
        .map(|(code, basis)| {
            let (receiver, purpose) = basis.target();
            let ground = match basis {
                Basis::Consent(_) => "consent",
                Basis::Ground(ground) => ground.kind.code(),
            };
            json!({ "basis": code, "ground": ground, "receiver": receiver, "purpose": purpose })
        })
        .collect();
    let items: Vec<Value> =
        offer.items.iter().map(|item| json!({ "item": item.code(), "default": item.by_default() })).collect();
    Ok(Json(json!({ "bases": bases, "items": items })))
}

/// Exactly what the receiver would see. Nothing is sent; `seen` goes with the sending.
#[utoipa::path(post, path = "/api/v1/referrals/{reference}/hand-overs/preview", tag = "referral", params(("reference" = String, Path)),
    request_body = Object, responses((status = 200, body = Object), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn look(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(draft): Json<Draft>,
) -> Result<Json<Value>, Problem> {
    let shown = preview(&desk, &caller.actor, reference(&text)?, &draft).await.map_err(problem)?;
    Ok(Json(json!({ "content": shown.content, "seen": shown.seen })))
}

/// Sends a hand-over that was previewed: the draft with `seen`. The header `Idempotency-Key` (or `key`) makes the same
/// request send once.
#[utoipa::path(post, path = "/api/v1/referrals/{reference}/hand-overs", tag = "referral", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201, body = Object), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn send_it(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    headers: HeaderMap,
    Json(mut sending): Json<Sending>,
) -> Result<Response, Problem> {
    if let Some(key) = headers.get("idempotency-key").and_then(|value| value.to_str().ok()) {
        key.clone_into(&mut sending.key);
    }
    if sending.key.is_empty() {
        // Without a key of the caller's, what was previewed is sent once.
        sending.key.clone_from(&sending.seen);
    }
    let sent = send(&desk, &caller.actor, reference(&text)?, &sending).await.map_err(problem)?;
    Ok(created(json!({ "reference": sent.to_string() })))
}

/// A status of protection.
#[derive(Deserialize)]
pub(super) struct Status {
    status: String,
}

/// Notes the protection status, dated now.
#[utoipa::path(post, path = "/api/v1/referrals/{reference}/protection", tag = "referral", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn protection(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Status>,
) -> Result<Response, Problem> {
    set_protection(&desk, &caller.actor, reference(&text)?, &new.status).await.map_err(problem)?;
    Ok(StatusCode::CREATED.into_response())
}

/// An outcome.
#[derive(Deserialize)]
pub(super) struct Closure {
    outcome: String,
}

/// Closes a case with an outcome. Refused while an agency owes an answer.
#[utoipa::path(post, path = "/api/v1/referrals/{reference}/closure", tag = "referral", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn closure(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Closure>,
) -> Result<Response, Problem> {
    close(&desk, &caller.actor, reference(&text)?, &new.outcome).await.map_err(problem)?;
    Ok(StatusCode::CREATED.into_response())
}

/// What waits for the token's owner as the named approver.
#[utoipa::path(get, path = "/api/v1/approvals", tag = "referral", responses((status = 200, body = Object), (status = 401), (status = 404)))]
pub(super) async fn approvals_list(
    State(desk): State<ReferralDesk>,
    caller: ApiStaff,
) -> Result<Json<Value>, Problem> {
    let rows = approvals(&desk, &caller.actor).await.map_err(problem)?;
    let rows: Vec<Value> = rows
        .into_iter()
        .map(|(case, number, at)| {
            json!({ "reference": case.to_string(), "number": number, "proposed_at": instant(at) })
        })
        .collect();
    Ok(Json(rows.into()))
}

/// An approval or a refusal.
#[derive(Deserialize)]
pub(super) struct Approval {
    approve: bool,
    words: String,
}

/// Approves or refuses a disclosure without consent. Only the approver named may, and never who proposed it.
#[utoipa::path(post, path = "/api/v1/approvals/{reference}/{number}", tag = "referral",
    params(("reference" = String, Path), ("number" = i32, Path)),
    request_body = Object, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn approve(
    State(desk): State<ReferralDesk>,
    caller: ApiStaff,
    Path((text, number)): Path<(String, i32)>,
    Json(new): Json<Approval>,
) -> Result<Response, Problem> {
    decide_disclosure(&desk, &caller.actor, reference(&text)?, number, new.approve, &new.words)
        .await
        .map_err(problem)?;
    Ok(StatusCode::CREATED.into_response())
}

/// The register of transfers, newest first.
#[utoipa::path(get, path = "/api/v1/transfers", tag = "referral", params(("after" = Option<String>, Query)),
    responses((status = 200, body = Object), (status = 401), (status = 404)))]
pub(super) async fn register(
    State(desk): State<ReferralDesk>,
    caller: ApiStaff,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Problem> {
    let before = Uuid::parse_str(&asked.after).ok();
    let rows = transfers(&desk, &caller.actor, before, ROWS).await.map_err(problem)?;
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "at": instant(row.at), "referral": row.case, "hand_over": row.hand_over, "receiver": row.receiver,
                "purpose": row.purpose, "ground": row.ground, "article": row.article, "items": row.items,
            })
        })
        .collect();
    Ok(Json(rows.into()))
}

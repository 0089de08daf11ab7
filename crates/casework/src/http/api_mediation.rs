//! Sessions of mediation, and the joint session that she asks for herself, as JSON.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, Utc};
use haqqi_accounts::ApiStaff;
use haqqi_complaints::Desk;
use haqqi_web::{Json, Problem, instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::mediation::{ask_wrong, decision_wrong, failed, held_wrong, joint_failed, plan_wrong};
use super::record::reference;
use crate::joint::{JointError, ask_joint, decide_joint, joint_request};
use crate::mediation::{
    Came, HeldSession, Party, PlanSession, hold_session, note_kept, plan_session, sessions, sessions_to_hold,
};
use crate::pay::NewInstalment;

/// A session.
#[derive(Serialize, ToSchema)]
pub(super) struct SessionAnswer {
    number: i32,
    /// RFC 3339.
    at: String,
    /// Name of who holds it.
    mediator: String,
    /// `worker`, `employer`, `interpreter`, `companion`, `lawyer`.
    parties: Vec<&'static str>,
    /// `planned`, `agreed`, `not-agreed`, `adjourned`, `not-held`, `kept`, `broken`.
    state: &'static str,
    minutes: String,
    terms: String,
}

/// The joint session that she asked for in private.
#[derive(Serialize, ToSchema)]
pub(super) struct JointAnswer {
    at: String,
    words: String,
    /// `approved` or `refused`; absent while it waits.
    decision: Option<String>,
}

/// Sessions of a complaint, and what she asked for.
#[derive(Serialize, ToSchema)]
pub(super) struct MediationAnswer {
    sessions: Vec<SessionAnswer>,
    /// Absent where she asked for none, and for who may not read the record.
    joint: Option<JointAnswer>,
}

/// The sessions of a complaint. Reading them is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/mediation", tag = "casework",
    params(("reference" = String, Path)),
    responses((status = 200, body = MediationAnswer), (status = 401), (status = 404)))]
pub(super) async fn read(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<MediationAnswer>, Problem> {
    let (complaint, all) = sessions(&desk, &caller.actor, reference(&text)?).await.map_err(failed)?;
    let joint = match joint_request(&desk, &caller.actor, &complaint).await {
        Ok(asked) => asked,
        // A mediator holds the session, and reads no record.
        Err(JointError::Read(_)) => None,
        Err(error) => return Err(joint_failed(error)),
    };
    let sessions = all.into_iter().map(|one| SessionAnswer {
        number: one.number,
        at: instant(one.at),
        mediator: one.mediator,
        parties: one.parties.into_iter().map(Party::code).collect(),
        state: one.state.code(),
        minutes: one.minutes,
        terms: one.terms,
    });
    Ok(Json(MediationAnswer {
        sessions: sessions.collect(),
        joint: joint.map(|asked| JointAnswer {
            at: instant(asked.at),
            words: asked.words,
            decision: asked.decision,
        }),
    }))
}

/// A session to be held.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewSession {
    /// RFC 3339.
    at: DateTime<Utc>,
    /// Account of who holds it.
    mediator: Uuid,
    /// `worker`, `employer`, `interpreter`, `companion`, `lawyer`.
    parties: Vec<String>,
}

/// A refusal that names a field, where one is wrong.
fn refused(wrong: Option<(&'static str, &'static str)>, otherwise: impl FnOnce() -> Problem) -> Problem {
    wrong.map_or_else(otherwise, |(field, message)| Problem::unprocessable().field(field, message))
}

/// Plans a session, unless something bars it.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/mediation", tag = "casework",
    params(("reference" = String, Path)), request_body = NewSession,
    responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn plan(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewSession>,
) -> Result<Response, Problem> {
    let parties: Option<Vec<Party>> = new.parties.iter().map(|code| Party::from_code(code)).collect();
    let parties = parties
        .ok_or_else(|| Problem::unprocessable().field("parties", "casework-mediation-error-parties"))?;
    let new = PlanSession { at: new.at, mediator: new.mediator, parties };
    plan_session(&desk, &caller.actor, reference(&text)?, &new).await.map_err(|error| {
        // The form's field is one box for each party.
        let wrong = plan_wrong(&error);
        let wrong = wrong.map(|(field, why)| (if field == "party" { "parties" } else { field }, why));
        refused(wrong, || failed(error))
    })?;
    Ok(StatusCode::CREATED.into_response())
}

/// An instalment of what was agreed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Agreed {
    due_on: NaiveDate,
    /// Minor units of the pack's currency.
    amount: i64,
}

/// What came of a session.
#[derive(Deserialize, ToSchema)]
#[schema(as = SessionOutcome)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    /// `agreed`, `not-agreed`, `adjourned`, `not-held`.
    came: String,
    minutes: String,
    #[serde(default)]
    terms: String,
    #[serde(default)]
    pay: Vec<Agreed>,
}

/// Writes what came of a session, as its mediator.
#[utoipa::path(put, path = "/api/v1/mediations/{reference}/{number}", tag = "casework",
    params(("reference" = String, Path), ("number" = i32, Path)), request_body = Outcome,
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn hold(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path((text, number)): Path<(String, i32)>,
    Json(told): Json<Outcome>,
) -> Result<StatusCode, Problem> {
    let came = Came::from_code(&told.came)
        .ok_or_else(|| Problem::unprocessable().field("came", "common-error-choose"))?;
    let pay = told.pay.into_iter().map(|one| NewInstalment { due_on: one.due_on, amount: one.amount });
    let held = HeldSession { came, minutes: told.minutes, terms: told.terms, pay: pay.collect() };
    hold_session(&desk, &caller.actor, reference(&text)?, number, &held)
        .await
        .map_err(|error| refused(held_wrong(&error), || failed(error)))?;
    Ok(StatusCode::NO_CONTENT)
}

/// A session that somebody is to hold.
#[derive(Serialize, ToSchema)]
pub(super) struct ToHold {
    reference: String,
    /// RFC 3339.
    at: String,
}

/// The sessions that the account is to hold.
#[utoipa::path(get, path = "/api/v1/mediations", tag = "casework",
    responses((status = 200, body = Vec<ToHold>), (status = 401), (status = 404)))]
pub(super) async fn mine(State(desk): State<Desk>, caller: ApiStaff) -> Result<Json<Vec<ToHold>>, Problem> {
    let rows = sessions_to_hold(&desk, &caller.actor).await.map_err(failed)?;
    let row = |(complaint, at): (haqqi_complaints::Summary, DateTime<Utc>)| ToHold {
        reference: complaint.reference.to_string(),
        at: instant(at),
    };
    Ok(Json(rows.into_iter().map(row).collect()))
}

/// Whether what they agreed was kept.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WasKept {
    kept: bool,
}

/// Says whether what they agreed was kept.
#[utoipa::path(put, path = "/api/v1/casework/{reference}/mediation/{number}", tag = "casework",
    params(("reference" = String, Path), ("number" = i32, Path)), request_body = WasKept,
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn kept(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path((text, number)): Path<(String, i32)>,
    Json(told): Json<WasKept>,
) -> Result<StatusCode, Problem> {
    note_kept(&desk, &caller.actor, reference(&text)?, number, told.kept).await.map_err(failed)?;
    Ok(StatusCode::NO_CONTENT)
}

/// What she asked for in private.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskedJoint {
    words: String,
}

/// Notes that she asked for a joint session herself, in a private talk.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/joint", tag = "casework",
    params(("reference" = String, Path)), request_body = AskedJoint,
    responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn ask(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(asked): Json<AskedJoint>,
) -> Result<Response, Problem> {
    ask_joint(&desk, &caller.actor, reference(&text)?, &asked.words)
        .await
        .map_err(|error| refused(ask_wrong(&error).map(|why| ("words", why)), || joint_failed(error)))?;
    Ok(StatusCode::CREATED.into_response())
}

/// A second person's decision.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct JointDecision {
    approve: bool,
    /// Needed to refuse.
    #[serde(default)]
    note: String,
}

/// Approves or refuses the joint session, as another than who noted it.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/joint/decision", tag = "casework",
    params(("reference" = String, Path)), request_body = JointDecision,
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn decide(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(decision): Json<JointDecision>,
) -> Result<StatusCode, Problem> {
    decide_joint(&desk, &caller.actor, reference(&text)?, decision.approve, &decision.note).await.map_err(
        |error| {
            let wrong = decision_wrong(&error);
            let wrong = wrong.map(|(field, why)| (if field == "decision" { "approve" } else { field }, why));
            refused(wrong, || joint_failed(error))
        },
    )?;
    Ok(StatusCode::NO_CONTENT)
}

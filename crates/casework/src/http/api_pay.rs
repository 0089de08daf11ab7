//! Pay that was agreed, papers given back, and opening again, as JSON.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use haqqi_accounts::ApiStaff;
use haqqi_complaints::Desk;
use haqqi_kernel::Action;
use haqqi_web::{Json, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pay::{failed, paper_wrong, papers_failed, wrong};
use super::record::{found, problem, reference};
use crate::open_again::{OpenAgainError, open_again};
use crate::papers::{NewPaper, note_paper, papers};
use crate::pay::{
    Evidence, NewInstalment, PayError, PayState, Recovered, Seen, agree_pay, instalments, recovered, see_pay,
};

/// An instalment of what was agreed. Amounts are minor units of the pack's currency.
#[derive(Serialize, ToSchema)]
pub(super) struct InstalmentAnswer {
    number: i32,
    /// The day on which it is due, as `2026-12-01`.
    due_on: String,
    amount: i64,
    received: i64,
    /// `due`, `paid`, `part`, `missed`, `replaced`.
    state: &'static str,
    /// `worker`, `bank`, `receipt`, `office`, `employer`.
    evidence: Option<&'static str>,
}

/// What was agreed, and what follows from what was seen of it.
#[derive(Serialize, ToSchema)]
pub(super) struct PayAnswer {
    /// The outcome that follows; absent while something waits, and where nothing was agreed or recovered.
    outcome: Option<&'static str>,
    instalments: Vec<InstalmentAnswer>,
}

/// Pay that was agreed, with what was seen of it. Reading it is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/pay", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = PayAnswer), (status = 401), (status = 404)))]
pub(super) async fn pay_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<PayAnswer>, Problem> {
    let complaint = found(&desk, &caller.actor, Action::WorkComplaint, &text).await?;
    let all = instalments(&desk, &caller.actor, &complaint).await.map_err(failed)?;
    let outcome = recovered(&all).and_then(Recovered::outcome);
    let instalments = all.into_iter().map(|one| InstalmentAnswer {
        number: one.number,
        due_on: one.due_on.to_string(),
        amount: one.amount,
        received: one.received,
        state: one.state.code(),
        evidence: one.evidence.map(Evidence::code),
    });
    Ok(Json(PayAnswer { outcome, instalments: instalments.collect() }))
}

/// An instalment to be agreed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct InstalmentAgreed {
    /// The day on which it is due, as `2026-12-01`.
    #[schema(value_type = String)]
    due_on: NaiveDate,
    /// In minor units.
    amount: i64,
}

/// What was agreed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PayAgreed {
    /// By day; those that were due before are replaced.
    instalments: Vec<InstalmentAgreed>,
}

fn refused(error: PayError) -> Problem {
    match wrong(&error) {
        Some((_, message)) if matches!(error, PayError::Evidence) => {
            Problem::unprocessable().field("evidence", message)
        }
        Some((_, message)) => Problem::unprocessable().field("instalments", message),
        None => failed(error),
    }
}

/// Keeps what was agreed.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/pay", tag = "casework", params(("reference" = String, Path)),
    request_body = PayAgreed, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn agree_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<PayAgreed>,
) -> Result<Response, Problem> {
    let agreed = new.instalments.into_iter();
    let agreed: Vec<_> = agreed.map(|one| NewInstalment { due_on: one.due_on, amount: one.amount }).collect();
    agree_pay(&desk, &caller.actor, reference(&text)?, &agreed).await.map_err(refused)?;
    Ok(StatusCode::CREATED.into_response())
}

/// What was seen of an instalment.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PaySeen {
    /// Which.
    number: i32,
    /// `paid`, `part`, `missed`.
    state: String,
    /// What she has of it, where it is a part.
    #[serde(default)]
    amount: Option<i64>,
    /// `worker`, `bank`, `receipt`, `office`, `employer`; needed where anything was paid.
    #[serde(default)]
    evidence: Option<String>,
    /// For the office alone.
    #[serde(default)]
    note: String,
}

/// Keeps what was seen of an instalment.
#[utoipa::path(put, path = "/api/v1/casework/{reference}/pay", tag = "casework", params(("reference" = String, Path)),
    request_body = PaySeen, responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn see_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<PaySeen>,
) -> Result<Response, Problem> {
    let choose = |field: &'static str| Problem::unprocessable().field(field, "common-error-choose");
    let state = PayState::SEEN.into_iter().find(|state| state.code() == new.state);
    let evidence = match new.evidence.as_deref() {
        None => None,
        Some(code) => Some(Evidence::from_code(code).ok_or_else(|| choose("evidence"))?),
    };
    let seen =
        Seen { state: state.ok_or_else(|| choose("state"))?, amount: new.amount, evidence, note: new.note };
    match see_pay(&desk, &caller.actor, reference(&text)?, new.number, &seen).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(PayError::Amount) => Err(Problem::unprocessable().field("amount", "casework-pay-error-part")),
        Err(error) => Err(refused(error)),
    }
}

/// A paper that she has again.
#[derive(Serialize, ToSchema)]
pub(super) struct PaperAnswer {
    paper: String,
    holder: Option<String>,
    /// The day on which it was seen.
    seen_on: String,
    note: String,
}

/// The papers that she has again. Reading them is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/papers", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = [PaperAnswer]), (status = 401), (status = 404)))]
pub(super) async fn papers_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Vec<PaperAnswer>>, Problem> {
    let complaint = found(&desk, &caller.actor, Action::WorkComplaint, &text).await?;
    let all = papers(&desk, &caller.actor, &complaint).await.map_err(papers_failed)?;
    let answer = all.into_iter().map(|one| PaperAnswer {
        paper: one.paper,
        holder: one.holder,
        seen_on: one.seen_on.to_string(),
        note: one.note,
    });
    Ok(Json(answer.collect()))
}

/// A paper that was given back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PaperSeen {
    /// `passport`, `identity-card`, `permit`, `contract`, `bank-card`, `other`.
    paper: String,
    /// Who had it, a holder of the pack.
    #[serde(default)]
    holder: Option<String>,
    /// The day on which somebody of the office saw it in her hand.
    #[schema(value_type = String)]
    seen_on: NaiveDate,
    /// For the office alone.
    #[serde(default)]
    note: String,
}

/// Notes that she has a paper again.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/papers", tag = "casework", params(("reference" = String, Path)),
    request_body = PaperSeen, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn paper_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<PaperSeen>,
) -> Result<Response, Problem> {
    let new = NewPaper { paper: new.paper, holder: new.holder, seen_on: new.seen_on, note: new.note };
    match note_paper(&desk, &caller.actor, reference(&text)?, &new).await {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(error) => Err(match paper_wrong(&error) {
            Some((field, message)) => Problem::unprocessable().field(field, message),
            None => papers_failed(error),
        }),
    }
}

/// Why it is opened again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Again {
    /// For the office alone.
    why: String,
}

/// Opens a closed complaint again.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/reopening", tag = "casework", params(("reference" = String, Path)),
    request_body = Again, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn again_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Again>,
) -> Result<Response, Problem> {
    match open_again(&desk, &caller.actor, reference(&text)?, &new.why).await {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(OpenAgainError::Empty) => Err(Problem::unprocessable().field("why", "staff-error-reason")),
        Err(OpenAgainError::State) => {
            Err(Problem::unprocessable().field("why", "casework-again-error-state"))
        }
        Err(OpenAgainError::TooLong) => Err(Problem::too_large()),
        Err(OpenAgainError::Read(error)) => Err(problem(error)),
        Err(OpenAgainError::Commit(error)) => Err(Problem::uncommitted(&error)),
        Err(other) => Err(Problem::because(&other)),
    }
}

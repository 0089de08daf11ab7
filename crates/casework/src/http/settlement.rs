//! Closing with an outcome, and a settlement that waits for a second person: on the record, and as JSON.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, Summary, read_amount, summary};
use haqqi_kernel::{Action, Actor, CommitError, judge};
use haqqi_language::Args;
use haqqi_web::{Errors, Form, Json, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::record::{TypedClosing, back, page_closing, problem, reference};
use crate::close::{CloseError, Closing, Settled, close_settled};
use crate::settlement::{
    SettlementError, Terms, decide_settlement, may_decide_settlement, waiting_settlement,
};

/// A settlement that waits, as the record shows it.
pub(super) struct WaitingPanel {
    pub rows: Vec<(String, String)>,
    pub may_decide: bool,
}

impl WaitingPanel {
    pub(super) async fn of(
        desk: &Desk,
        actor: &Actor,
        page: &Page,
        complaint: &Summary,
    ) -> Result<Option<Self>, Problem> {
        let waiting = waiting_settlement(desk, actor, complaint).await.map_err(failed)?;
        let Some(waiting) = waiting else { return Ok(None) };
        let mut rows = vec![
            (page.t("casework-outcome"), page.label("outcome", &waiting.outcome)),
            (page.t("casework-settlement-amount"), page.money(waiting.terms.amount)),
        ];
        if let Some(computed) = waiting.terms.computed {
            rows.push((page.t("casework-settlement-computed"), page.money(computed)));
            rows.push((page.t("casework-settlement-short"), page.money(waiting.terms.short())));
        }
        rows.push((page.t("casework-settlement-reason"), waiting.terms.reason.clone()));
        rows.push((page.t("casework-settlement-since"), page.date_time(&waiting.at)));
        Ok(Some(Self { rows, may_decide: may_decide_settlement(actor, complaint, waiting.by) }))
    }
}

fn failed(error: SettlementError) -> Problem {
    match error {
        SettlementError::Read(error) => problem(error),
        SettlementError::TooLong => Problem::too_large(),
        SettlementError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// Both amounts and their difference, in words.
fn warning(page: &Page, terms: &Terms) -> String {
    let args = Args::new()
        .set("amount", page.money(terms.amount))
        .set("computed", page.money(terms.computed.unwrap_or_default()))
        .set("short", page.money(terms.short()));
    page.ta("casework-settlement-below", &args)
}

/// The field of a refusal and the message that says it.
fn wrong(error: &CloseError) -> Option<(&'static str, &'static str)> {
    match error {
        CloseError::Outcome => Some(("outcome", "common-error-choose")),
        CloseError::State => Some(("outcome", "casework-error-state")),
        CloseError::WithdrawalOpen => Some(("outcome", "casework-withdrawal-asked-first")),
        CloseError::FlagOpen => Some(("outcome", "casework-error-flag")),
        CloseError::NothingKept => Some(("outcome", "casework-error-nothing-kept")),
        CloseError::SettlementWaits => Some(("outcome", "casework-settlement-waits")),
        CloseError::Amount => Some(("amount", "casework-settlement-error-amount")),
        CloseError::Below(_) => Some(("reason", "casework-settlement-error-below")),
        _ => None,
    }
}

fn close_failed(error: CloseError) -> Problem {
    match error {
        CloseError::Commit(CommitError::Unique(_)) => Problem::conflict(),
        CloseError::Commit(error) => Problem::uncommitted(&error),
        CloseError::TooLong => Problem::too_large(),
        CloseError::Read(error) => problem(error),
        other => Problem::because(&other),
    }
}

#[derive(Deserialize)]
pub(super) struct OutcomeForm {
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    reason: String,
}

pub(super) async fn close_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<OutcomeForm>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let mut closing = TypedClosing {
        outcome: form.outcome.clone(),
        amount: form.amount.clone(),
        reason: form.reason.clone(),
        ..TypedClosing::default()
    };
    let Ok(amount) = read_amount(&form.amount, desk.site.pack.currency_decimals()) else {
        errors.add(&session.page, "amount", "casework-wages-error-amount");
        return page_closing(&desk, session, reference, errors, closing).await;
    };
    let settled = Settled { amount, reason: form.reason };
    match close_settled(&desk, &session.actor, reference, &form.outcome, &settled).await {
        Ok(_) => return Ok(back(&text)),
        Err(error) => {
            let Some((field, message)) = wrong(&error) else { return Err(close_failed(error)) };
            if let CloseError::Below(terms) = &error {
                closing.warning = Some(warning(&session.page, terms));
            }
            errors.add(&session.page, field, message);
        }
    }
    page_closing(&desk, session, reference, errors, closing).await
}

/// An outcome.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    /// A code of the closed list.
    outcome: String,
    /// What a settlement gives her, in minor units.
    #[serde(default)]
    amount: Option<i64>,
    /// Why she should get less than is computed to be owed to her: then a second person must approve.
    #[serde(default)]
    reason: String,
}

/// What became of it.
#[derive(Serialize, ToSchema)]
pub(super) struct ClosingAnswer {
    /// `closed`, or `waits` for a second person.
    closing: &'static str,
}

/// Closes a complaint with exactly one outcome. A settlement below what is computed to be owed to her waits for a second
/// person (202).
#[utoipa::path(post, path = "/api/v1/casework/{reference}/closure", tag = "casework", params(("reference" = String, Path)),
    request_body = Outcome, responses((status = 201, body = ClosingAnswer), (status = 202, body = ClosingAnswer), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn close_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Outcome>,
) -> Result<Response, Problem> {
    let settled = Settled { amount: new.amount, reason: new.reason };
    match close_settled(&desk, &caller.actor, reference(&text)?, &new.outcome, &settled).await {
        Ok(Closing::Closed) => {
            Ok((StatusCode::CREATED, Json(ClosingAnswer { closing: "closed" })).into_response())
        }
        Ok(Closing::Proposed) => {
            Ok((StatusCode::ACCEPTED, Json(ClosingAnswer { closing: "waits" })).into_response())
        }
        Err(error) => match wrong(&error) {
            Some((field, message)) => Err(Problem::unprocessable().field(field, message)),
            None => Err(close_failed(error)),
        },
    }
}

/// The field of a refusal to decide, and the message that says it.
fn undecided(error: &SettlementError) -> Option<(&'static str, &'static str)> {
    match error {
        SettlementError::Nothing => Some(("settlement", "casework-settlement-error-nothing")),
        SettlementError::SamePerson => Some(("settlement", "casework-settlement-error-same")),
        SettlementError::Empty => Some(("settlement_note", "common-error-required")),
        SettlementError::FlagOpen => Some(("settlement", "casework-error-flag")),
        SettlementError::WithdrawalOpen => Some(("settlement", "casework-withdrawal-asked-first")),
        SettlementError::Changed => Some(("settlement", "casework-settlement-changed")),
        SettlementError::State => Some(("settlement", "casework-error-state")),
        _ => None,
    }
}

#[derive(Deserialize)]
pub(super) struct DecisionForm {
    #[serde(default)]
    settlement: String,
    #[serde(default)]
    settlement_note: String,
}

pub(super) async fn decide_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<DecisionForm>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let approve = match form.settlement.as_str() {
        "approve" => Some(true),
        "refuse" => Some(false),
        _ => None,
    };
    match approve {
        None => errors.add(&session.page, "settlement", "common-error-choose"),
        Some(approve) => {
            match decide_settlement(&desk, &session.actor, reference, approve, &form.settlement_note).await {
                Ok(()) => return Ok(back(&text)),
                Err(error) => match undecided(&error) {
                    Some((field, message)) => errors.add(&session.page, field, message),
                    None => return Err(failed(error)),
                },
            }
        }
    }
    let closing = TypedClosing { note: form.settlement_note, ..TypedClosing::default() };
    page_closing(&desk, session, reference, errors, closing).await
}

/// A settlement that waits. Amounts are minor units of the pack's currency.
#[derive(Serialize, ToSchema)]
pub(super) struct WaitingAnswer {
    outcome: String,
    /// What she gets.
    amount: i64,
    /// What she is owed at least, by the last calculation.
    computed: Option<i64>,
    /// The number of that calculation.
    calculation: Option<i32>,
    reason: String,
    /// Whether this account may decide it.
    may_decide: bool,
}

/// The settlement that waits for a second person: reading it is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/settlement", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = WaitingAnswer), (status = 401), (status = 404)))]
pub(super) async fn read_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<WaitingAnswer>, Problem> {
    let scope = judge(&caller.actor, Action::WorkComplaint).map_err(|_| Problem::not_found())?;
    let complaint = summary(&desk, &scope, reference(&text)?).await.map_err(problem)?;
    let waiting = waiting_settlement(&desk, &caller.actor, &complaint).await.map_err(failed)?;
    let waiting = waiting.ok_or_else(Problem::not_found)?;
    let may_decide = may_decide_settlement(&caller.actor, &complaint, waiting.by);
    let Terms { amount, computed, calculation, reason } = waiting.terms;
    Ok(Json(WaitingAnswer { outcome: waiting.outcome, amount, computed, calculation, reason, may_decide }))
}

/// A decision on a settlement.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SettlementDecision {
    /// Closes the complaint; else it stays open.
    approve: bool,
    /// Why; needed for a refusal.
    #[serde(default)]
    note: String,
}

/// Approves or refuses a settlement that is below what is owed to her: a supervisor who did not propose it.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/settlement", tag = "casework", params(("reference" = String, Path)),
    request_body = SettlementDecision, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn decide_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<SettlementDecision>,
) -> Result<Response, Problem> {
    match decide_settlement(&desk, &caller.actor, reference(&text)?, new.approve, &new.note).await {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(error) => match undecided(&error) {
            Some((field, message)) => {
                let field = match field {
                    "settlement_note" => "note",
                    _ => "approve",
                };
                Err(Problem::unprocessable().field(field, message))
            }
            None => Err(failed(error)),
        },
    }
}

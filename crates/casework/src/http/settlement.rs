//! A closing that waits: for a second person, or for the translation of what she is told. On the record, and as JSON.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, Summary};
use haqqi_kernel::{Action, Actor, judge};
use haqqi_web::{Errors, Form, Json, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::record::{Typed, back, found, page_of, problem, reference, stale};
use crate::closing::{
    SettlementError, complete_closing, decide_settlement, may_decide_settlement, take_back_closing,
    waiting_settlement,
};

/// A closing that waits, as the record shows it.
pub(super) struct WaitingPanel {
    pub rows: Vec<(String, String)>,
    pub second: bool,
    pub translated: bool,
    pub may_decide: bool,
    pub may_complete: bool,
    pub may_take_back: bool,
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
        let mut rows = vec![(page.t("casework-outcome"), page.label("outcome", &waiting.outcome))];
        if let Some(because) = &waiting.because {
            rows.push((page.t("casework-closing-because"), page.label("reason", because)));
        }
        if !waiting.content.done.is_empty() {
            rows.push((page.t("casework-closing-done"), waiting.content.done.clone()));
        }
        if let Some(to) = &waiting.content.transfer {
            rows.push((page.t("casework-closing-receiver"), page.label("agency", &to.receiver)));
            rows.push((page.t("casework-closing-ground"), page.label("ground", &to.ground)));
        }
        if let Some(terms) = &waiting.terms {
            rows.push((page.t("casework-settlement-amount"), page.money(terms.amount)));
            let owed = [
                ("casework-settlement-computed", terms.computed),
                ("casework-settlement-claimed", terms.claimed),
            ];
            for (id, sum) in owed {
                rows.extend(sum.map(|sum| (page.t(id), page.money(sum))));
            }
            if terms.short() > 0 {
                rows.push((page.t("casework-settlement-short"), page.money(terms.short())));
                rows.push((page.t("casework-settlement-reason"), terms.reason.clone()));
            }
        }
        rows.push((page.t("casework-settlement-since"), page.date_time(&waiting.at)));
        let works = judge(actor, Action::WorkComplaint).is_ok();
        let own = actor.account().is_some() && actor.account() == waiting.by;
        Ok(Some(Self {
            rows,
            may_decide: waiting.second && may_decide_settlement(actor, complaint, waiting.by),
            may_complete: works && !waiting.second && waiting.translated,
            may_take_back: works && own,
            second: waiting.second,
            translated: waiting.translated,
        }))
    }
}

pub(super) fn failed(error: SettlementError) -> Problem {
    match error {
        SettlementError::Read(error) => problem(error),
        SettlementError::TooLong => Problem::too_large(),
        SettlementError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// The field of a refusal to decide, and the message that says it.
fn undecided(error: &SettlementError) -> Option<(&'static str, &'static str)> {
    match error {
        SettlementError::Nothing => Some(("settlement", "casework-settlement-error-nothing")),
        SettlementError::SamePerson => Some(("settlement", "casework-settlement-error-same")),
        SettlementError::Second => Some(("settlement", "casework-settlement-waits")),
        SettlementError::Untranslated => Some(("settlement", "casework-closing-untranslated")),
        SettlementError::Empty => Some(("settlement_note", "staff-error-reason")),
        SettlementError::FlagOpen => Some(("settlement", "casework-error-flag")),
        SettlementError::WithdrawalOpen => Some(("settlement", "casework-withdrawal-asked-first")),
        SettlementError::ClockRuns => Some(("settlement", "casework-closing-error-clock")),
        SettlementError::PayWaits => Some(("settlement", "casework-closing-error-waits")),
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
    #[serde(default)]
    mark: String,
}

/// Back to the record, or the record with what stands in the way.
async fn answered(
    desk: &Desk,
    session: StaffSession,
    text: &str,
    done: Result<(), SettlementError>,
    typed: Typed,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    match done {
        Ok(()) => return Ok(back(text)),
        Err(error) => match undecided(&error) {
            Some((field, message)) => errors.add(&session.page, field, message),
            None => return Err(failed(error)),
        },
    }
    page_of(desk, session, reference(text)?, errors, typed, None).await
}

pub(super) async fn decide_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<DecisionForm>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let typed = Typed { settlement_note: form.settlement_note.clone(), ..Typed::default() };
    if stale(&desk, &session, reference, &form.mark).await? {
        return page_of(&desk, session, reference, Errors::none(), Typed { stale: true, ..typed }, None)
            .await;
    }
    let approve = match form.settlement.as_str() {
        "approve" => true,
        "refuse" => false,
        _ => {
            let mut errors = Errors::none();
            errors.add(&session.page, "settlement", "common-error-choose");
            return page_of(&desk, session, reference, errors, typed, None).await;
        }
    };
    let done = decide_settlement(&desk, &session.actor, reference, approve, &form.settlement_note).await;
    answered(&desk, session, &text, done, typed).await
}

pub(super) async fn complete_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Nothing>,
) -> Result<Response, Problem> {
    let done = complete_closing(&desk, &session.actor, reference(&text)?).await;
    answered(&desk, session, &text, done, Typed::default()).await
}

pub(super) async fn take_back_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Nothing>,
) -> Result<Response, Problem> {
    let done = take_back_closing(&desk, &session.actor, reference(&text)?).await;
    answered(&desk, session, &text, done, Typed::default()).await
}

/// A form with nothing but its token.
#[derive(Deserialize)]
pub(super) struct Nothing {}

/// A closing that waits. Amounts are minor units of the pack's currency.
#[derive(Serialize, ToSchema)]
pub(super) struct WaitingAnswer {
    outcome: String,
    /// The reason, a code.
    because: Option<String>,
    /// Whether a second person must approve it.
    second: bool,
    /// Whether she can read what she is told.
    translated: bool,
    /// What she gets, of a settlement.
    amount: Option<i64>,
    /// What she is owed at least, by the highest calculation.
    computed: Option<i64>,
    /// What she herself says is missing.
    claimed: Option<i64>,
    /// The number of that calculation.
    calculation: Option<i32>,
    /// Why she should get less.
    reason: String,
    /// Whether this account may decide it.
    may_decide: bool,
}

/// The closing that waits: reading it is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/settlement", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = WaitingAnswer), (status = 401), (status = 404)))]
pub(super) async fn read_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<WaitingAnswer>, Problem> {
    let complaint = found(&desk, &caller.actor, Action::WorkComplaint, &text).await?;
    let waiting = waiting_settlement(&desk, &caller.actor, &complaint).await.map_err(failed)?;
    let waiting = waiting.ok_or_else(Problem::not_found)?;
    let may_decide = waiting.second && may_decide_settlement(&caller.actor, &complaint, waiting.by);
    let terms = waiting.terms;
    Ok(Json(WaitingAnswer {
        outcome: waiting.outcome,
        because: waiting.because,
        second: waiting.second,
        translated: waiting.translated,
        amount: terms.as_ref().map(|terms| terms.amount),
        computed: terms.as_ref().and_then(|terms| terms.computed),
        claimed: terms.as_ref().and_then(|terms| terms.claimed),
        calculation: terms.as_ref().and_then(|terms| terms.calculation),
        reason: terms.map(|terms| terms.reason).unwrap_or_default(),
        may_decide,
    }))
}

/// A decision on a closing.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SettlementDecision {
    /// Closes the complaint; else it stays open.
    approve: bool,
    /// Why; needed for a refusal.
    #[serde(default)]
    note: String,
}

fn json_answer(done: Result<(), SettlementError>) -> Result<Response, Problem> {
    match done {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(error) => match undecided(&error) {
            Some(("settlement_note", message)) => Err(Problem::unprocessable().field("note", message)),
            Some((_, message)) => Err(Problem::unprocessable().field("approve", message)),
            None => Err(failed(error)),
        },
    }
}

/// Approves or refuses a closing that needs a second person: a supervisor who did not propose it.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/settlement", tag = "casework", params(("reference" = String, Path)),
    request_body = SettlementDecision, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn decide_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<SettlementDecision>,
) -> Result<Response, Problem> {
    json_answer(decide_settlement(&desk, &caller.actor, reference(&text)?, new.approve, &new.note).await)
}

/// Carries out a closing that waited for nothing but its translation.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/closure/completion", tag = "casework", params(("reference" = String, Path)),
    responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn complete_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Response, Problem> {
    json_answer(complete_closing(&desk, &caller.actor, reference(&text)?).await)
}

/// Whoever proposed a closing takes it back.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/closure/taken-back", tag = "casework", params(("reference" = String, Path)),
    responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn take_back_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Response, Problem> {
    json_answer(take_back_closing(&desk, &caller.actor, reference(&text)?).await)
}

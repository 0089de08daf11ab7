//! A case: her answers, the grounds, the hand-overs and what the agencies say, the history; and the small forms.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{Directory, StaffSession};
use haqqi_kernel::{Action, Reference, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;
use uuid::Uuid;

use crate::close::{close, set_protection};
use crate::consent::withdraw_consent;
use crate::desk::ReferralDesk;
use crate::http::fault::{on_form, problem, reference};
use crate::model::{CaseOutcome, CaseState, HandOverState, ProtectionStatus};
use crate::open::{Happened, OpenedCase, OpenedConsent, OpenedGround, open_referral};

#[derive(Template)]
#[template(path = "referral.html")]
struct CasePage {
    page: Page,
    errors: Errors,
    case: OpenedCase,
    rows: Vec<(String, String)>,
    entries: Vec<(String, String, String)>,
    statuses: Vec<(String, String)>,
    outcomes: Vec<(String, String)>,
    names: HashMap<Uuid, String>,
    may_work: bool,
    may_read_complaint: bool,
}

impl CasePage {
    fn open(&self) -> bool {
        self.case.row.state != CaseState::Closed
    }

    fn consent_tag(&self, consent: &OpenedConsent) -> (&'static str, &'static str) {
        let now = self.page.site().house.now();
        match (consent.answer.as_str(), consent.withdrawn_at, consent.ends_at) {
            (_, Some(_), _) => ("referral-consent-withdrawn", "late"),
            ("yes", _, Some(end)) if end <= now => ("referral-consent-ended", "soon"),
            ("yes", ..) => ("referral-consent-yes", "good"),
            _ => ("referral-consent-no", "late"),
        }
    }

    /// Where the record shows that she said it.
    fn said(&self, consent: &OpenedConsent) -> String {
        match (consent.said_at, consent.heard_by) {
            (Some(at), Some(by)) => {
                let date = self.page.date_time(&at);
                let args = haqqi_language::Args::new().set("date", date.as_str());
                self.page.ta("referral-said-in-talk", &args.set("who", self.person(&by).as_str()))
            }
            (Some(at), None) => self.page.t1("referral-said-in-message", "date", self.page.date_time(&at)),
            (None, _) => self.page.t("referral-said-nowhere"),
        }
    }

    fn may_withdraw(&self, consent: &OpenedConsent) -> bool {
        self.may_work && consent.answer == "yes" && consent.withdrawn_at.is_none()
    }

    fn ground_tag(&self, ground: &OpenedGround) -> (&'static str, &'static str) {
        match (ground.decision.as_deref(), ground.approver) {
            (Some("approved"), _) => ("referral-ground-approved", "good"),
            (Some(_), _) => ("referral-ground-refused", "late"),
            (None, Some(_)) => ("referral-ground-waits", "soon"),
            (None, None) => ("referral-ground-holds", "good"),
        }
    }

    fn person(&self, id: &Uuid) -> String {
        self.names.get(id).cloned().unwrap_or_else(|| self.page.t("staff-not-recorded"))
    }

    fn items(&self, items: &[String]) -> String {
        let shown: Vec<String> =
            items.iter().map(|item| self.page.t(&format!("referral-item-{item}"))).collect();
        self.page.language().list(&shown)
    }

    fn asked(&self, state: &HandOverState) -> bool {
        *state == HandOverState::Asked
    }

    fn ended(&self, state: &HandOverState) -> bool {
        !state.waits()
    }
}

pub(super) async fn show(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none()).await
}

async fn page_of(
    desk: &ReferralDesk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let case = open_referral(desk, &actor, reference).await.map_err(problem)?;
    let row = &case.row;
    let mut rows = vec![
        (page.t("referral-flag"), row.flag.to_string()),
        (page.t("referral-level"), page.label("level", row.level.code())),
        (page.t("referral-age"), page.label("referral-age", &row.age)),
        (page.t("referral-language"), page.language_name(&row.language)),
        (page.t("referral-opened"), page.date_time(&row.opened_at)),
        (page.t("referral-protection"), page.label("referral-protection", &row.protection)),
    ];
    if let Some(office) = &row.office {
        rows.push((page.t("referral-office"), page.label("office", office)));
    }
    if let Some(at) = &row.protection_at {
        rows.push((page.t("referral-protection-since"), page.date_time(at)));
    }
    if let (Some(at), Some(outcome)) = (&row.closed_at, &row.outcome) {
        rows.push((page.t("referral-closed"), page.date_time(at)));
        rows.push((page.t("referral-outcome"), page.label("referral-outcome", outcome)));
    }
    let entries = case
        .history
        .iter()
        .map(|entry| (page.machine_time(&entry.at), page.date_time(&entry.at), happened(&page, entry)))
        .collect();
    let approvers = case.grounds.iter().filter_map(|ground| ground.approver);
    let heard = case.consents.iter().filter_map(|consent| consent.heard_by);
    let people: Vec<Uuid> = approvers.chain(heard).collect();
    let names = Directory::new(desk.site.house.clone()).names(&people).await;
    let names = names.map_err(|e| Problem::because(&e))?;
    let codes = |prefix: &str, codes: Vec<&'static str>| -> Vec<(String, String)> {
        codes.into_iter().map(|code| (code.to_owned(), page.label(prefix, code))).collect()
    };
    let statuses =
        codes("referral-protection", ProtectionStatus::ALL.iter().map(|status| status.code()).collect());
    let outcomes = codes("referral-outcome", CaseOutcome::ALL.iter().map(|o| o.code()).collect());
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = CasePage {
        may_work: judge(&actor, Action::WorkReferral).is_ok(),
        may_read_complaint: judge(&actor, Action::ReadComplaint).is_ok(),
        errors,
        rows,
        entries,
        statuses,
        outcomes,
        names,
        case,
        page,
    };
    Ok(render(status, &shown))
}

/// What happened; where the answer matters, with it.
fn happened(page: &Page, entry: &Happened) -> String {
    let what = page.label("event", &entry.what);
    let how = match (entry.what.as_str(), entry.to.as_deref()) {
        ("referral.consent", Some(to)) => page.label("referral-consented", to),
        ("hand-over.answered", Some(to)) => page.label("referral-hand-over", to),
        _ => return what,
    };
    format!("{what}: {how}")
}

fn back(text: &str) -> Response {
    Redirect::to(&format!("/staff/referrals/{text}")).into_response()
}

/// The one choice of a small form.
#[derive(Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    status: String,
    #[serde(default)]
    outcome: String,
}

pub(super) async fn protection(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Chosen>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    match set_protection(&desk, &session.actor, reference, &form.status).await {
        Ok(()) => return Ok(back(&text)),
        Err(error) => on_form(&session.page, &mut errors, error)?,
    }
    page_of(&desk, session, reference, errors).await
}

pub(super) async fn close_form(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Chosen>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    match close(&desk, &session.actor, reference, &form.outcome).await {
        Ok(()) => return Ok(back(&text)),
        Err(error) => on_form(&session.page, &mut errors, error)?,
    }
    page_of(&desk, session, reference, errors).await
}

pub(super) async fn withdraw(
    State(desk): State<ReferralDesk>,
    session: StaffSession,
    Path((text, number)): Path<(String, i32)>,
    Form(_): Form<Chosen>,
) -> Result<Response, Problem> {
    withdraw_consent(&desk, &session.actor, reference(&text)?, number).await.map_err(problem)?;
    Ok(back(&text))
}

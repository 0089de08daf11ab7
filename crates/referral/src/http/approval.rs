//! The second person's page: what waits for this approver, and the decision.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use haqqi_accounts::{Directory, StaffSession};
use haqqi_kernel::Reference;
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;
use uuid::Uuid;

use crate::approve::{ToApprove, approvals, decide_disclosure, to_approve};
use crate::desk::ReferralDesk;
use crate::held::CaseRow;
use crate::http::fault::{on_form, problem, reference};

#[derive(Template)]
#[template(path = "approvals.html")]
struct ApprovalsPage {
    page: Page,
    rows: Vec<(Reference, i32, DateTime<Utc>)>,
}

pub(super) async fn list(
    State(desk): State<ReferralDesk>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let rows = approvals(&desk, &session.actor).await.map_err(problem)?;
    Ok(render(StatusCode::OK, &ApprovalsPage { page: session.page, rows }))
}

#[derive(Template)]
#[template(path = "approval.html")]
struct ApprovalPage {
    page: Page,
    errors: Errors,
    case: CaseRow,
    ground: ToApprove,
    rows: Vec<(String, String)>,
    choices: Vec<(String, String, String)>,
    form: Decided,
}

pub(super) async fn show(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none(), Decided::default()).await
}

async fn page_of(
    desk: &ReferralDesk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    form: Decided,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let (case, grounds) = to_approve(desk, &actor, reference).await.map_err(problem)?;
    // One decision a page: the next waits behind it.
    let ground = grounds.into_iter().next().ok_or_else(Problem::not_found)?;
    let by: Vec<Uuid> = ground.by.into_iter().collect();
    let names: HashMap<Uuid, String> =
        Directory::new(desk.site.house.clone()).names(&by).await.map_err(|e| Problem::because(&e))?;
    let mut rows = vec![
        (page.t("referral-ground"), page.label("ground", &ground.kind)),
        (page.t("referral-receiver"), page.label("agency", &ground.receiver)),
        (page.t("referral-purpose"), page.label("service", &ground.purpose)),
        (page.t("referral-level"), page.label("level", case.level.code())),
        (page.t("referral-age"), page.label("referral-age", &case.age)),
        (page.t("referral-told"), page.label("referral-told", &ground.told_first)),
    ];
    if let Some(article) = &ground.article {
        rows.push((page.t("referral-article"), page.label("article", article)));
    }
    if ground.apparent {
        rows.push((page.t("referral-apparent"), page.t("common-yes")));
    }
    if let Some(name) = by.first().and_then(|id| names.get(id)) {
        rows.push((page.t("referral-proposed-by"), name.clone()));
    }
    // An override of her “no” must be one that the second person sees.
    for (purpose, answer, withdrawn, at) in &ground.answers {
        let said = match (answer.as_str(), *withdrawn) {
            (_, true) => "referral-she-withdrew",
            ("yes", false) => "referral-she-said-yes",
            _ => "referral-she-said-no",
        };
        let what = [page.label("service", purpose), page.t(said), page.date(at)].join(" · ");
        rows.push((page.t("referral-she-answered"), what));
    }
    if ground.answers.is_empty() {
        rows.push((page.t("referral-she-answered"), page.t("referral-she-was-not-asked")));
    }
    let choices = ["approve", "refuse"]
        .map(|code| (code.to_owned(), page.label("referral-decide", code), String::new()))
        .to_vec();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &ApprovalPage { errors, case, ground, rows, choices, form, page }))
}

/// The decision.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Decided {
    decision: String,
    words: String,
}

pub(super) async fn decide(
    State(desk): State<ReferralDesk>,
    session: StaffSession,
    Path((text, number)): Path<(String, i32)>,
    Form(form): Form<Decided>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let approve = match form.decision.as_str() {
        "approve" => Some(true),
        "refuse" => Some(false),
        _ => None,
    };
    match approve {
        None => errors.add(&session.page, "decision", "common-error-choose"),
        Some(approve) => {
            match decide_disclosure(&desk, &session.actor, reference, number, approve, &form.words).await {
                Ok(()) => return Ok(Redirect::to("/staff/approvals").into_response()),
                Err(error) => on_form(&session.page, &mut errors, error)?,
            }
        }
    }
    page_of(&desk, session, reference, errors, form).await
}

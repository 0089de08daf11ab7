//! The form for another ground.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, Reference, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::desk::ReferralDesk;
use crate::ground::{GroundForm, may_approve, record_ground};
use crate::held::{CaseRow, Held};
use crate::http::consent::{target, targets};
use crate::http::fault::{on_form, problem, reference};
use crate::model::Told;

/// The form as it is posted: receiver and purpose are one choice.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    target: String,
    kind: String,
    article: String,
    order_number: String,
    apparent: String,
    told_first: String,
    words: String,
    view: String,
    approver: String,
}

#[derive(Template)]
#[template(path = "ground.html")]
struct GroundPage {
    page: Page,
    errors: Errors,
    case: CaseRow,
    form: Posted,
    targets: Vec<(String, String)>,
    kinds: Vec<(String, String, String)>,
    tolds: Vec<(String, String, String)>,
    articles: Vec<(String, String)>,
    approvers: Vec<(String, String)>,
}

pub(super) async fn show(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none(), Posted::default()).await
}

async fn page_of(
    desk: &ReferralDesk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    form: Posted,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let scope = judge(&actor, Action::WorkReferral).map_err(|_| Problem::not_found())?;
    let case = Held::reach(&desk.site.house, &scope, reference).await.map_err(problem)?.row;
    let pack = desk.pack();
    let today = desk.clocks.calendar(case.office.as_deref()).date(desk.site.house.now());
    let kinds = pack
        .grounds()
        .iter()
        .filter(|ground| ground.code != "consent")
        .map(|ground| {
            let hint = page.t(&format!("referral-ground-hint-{}", ground.code));
            (ground.code.clone(), page.label("ground", &ground.code), hint)
        })
        .collect();
    let tolds = Told::ALL
        .iter()
        .map(|told| (told.code().to_owned(), page.label("referral-told", told.code()), String::new()))
        .collect();
    let articles = pack
        .articles()
        .iter()
        .filter(|article| article.obliges_to_tell)
        .filter(|article| pack.article(&article.code, today).is_some_and(|now| std::ptr::eq(now, *article)))
        .map(|article| (article.code.clone(), page.label("article", &article.code)))
        .collect();
    let approvers = may_approve(desk, &actor, case.complaint).await.map_err(problem)?;
    let approvers = approvers.into_iter().map(|person| (person.sign_in, person.name)).collect();
    let targets = targets(desk, &page);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = GroundPage { errors, case, form, targets, kinds, tolds, articles, approvers, page };
    Ok(render(status, &shown))
}

pub(super) async fn record(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(posted): Form<Posted>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let (receiver, purpose) = target(&posted.target);
    let form = GroundForm {
        kind: posted.kind.clone(),
        receiver,
        purpose,
        article: posted.article.clone(),
        order_number: posted.order_number.clone(),
        apparent: posted.apparent.clone(),
        told_first: posted.told_first.clone(),
        words: posted.words.clone(),
        view: posted.view.clone(),
        approver: posted.approver.clone(),
    };
    let mut errors = Errors::none();
    match record_ground(&desk, &session.actor, reference, &form).await {
        Ok(_) => return Ok(Redirect::to(&format!("/staff/referrals/{text}")).into_response()),
        Err(error) => on_form(&session.page, &mut errors, error)?,
    }
    page_of(&desk, session, reference, errors, posted).await
}

//! The agency's pages: the hand-overs to it, one of them, and the answer.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::Reference;
use haqqi_pack::Decision;
use haqqi_web::{Errors, Form, Page, Problem, render};
use haqqi_worklist::Cursor;
use serde::Deserialize;

use crate::answer::{Answer, answer, take_note};
use crate::desk::ReferralDesk;
use crate::held::HandOverRow;
use crate::http::content::ContentPart;
use crate::http::fault::{on_form, problem, reference};
use crate::http::list::Asked;
use crate::receive::{OpenedHandOver, case_of, hand_overs, open_hand_over};

/// Rows on a page.
const ROWS: u64 = 50;

#[derive(Template)]
#[template(path = "hand_overs.html")]
struct HandOversPage {
    page: Page,
    rows: Vec<HandOverRow>,
    waiting: bool,
    next: String,
}

impl HandOversPage {
    fn level(&self, row: &HandOverRow) -> &'static str {
        let now = self.page.site().house.now();
        if row.danger || row.due_at <= now { "late" } else { "soon" }
    }
}

pub(super) async fn list(
    State(desk): State<ReferralDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let waiting = asked.view != "answered";
    let after = Cursor::decode(&asked.after);
    let (rows, next) = hand_overs(&desk, &session.actor, waiting, after, ROWS).await.map_err(problem)?;
    let view = if waiting { "waiting" } else { "answered" };
    let next = next.map_or_else(String::new, |cursor| {
        format!("/staff/hand-overs?view={view}&after={}", cursor.encode())
    });
    Ok(render(StatusCode::OK, &HandOversPage { page: session.page, rows, waiting, next }))
}

#[derive(Template)]
#[template(path = "hand_over.html")]
struct HandOverPage {
    page: Page,
    errors: Errors,
    hand_over: OpenedHandOver,
    content: String,
    reasons: Vec<(String, String)>,
    answers: Vec<(String, String, String)>,
    form: Answered,
}

impl HandOverPage {
    fn waits(&self) -> bool {
        self.hand_over.row.state.waits()
    }
}

pub(super) async fn show(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    if session.actor.is_staff() {
        // The queue leads a coordinator here as well: the case is where the hand-over is for staff.
        let case = case_of(&desk, &session.actor, reference).await.map_err(problem)?;
        return Ok(Redirect::to(&format!("/staff/referrals/{case}")).into_response());
    }
    page_of(&desk, session, reference, Errors::none(), Answered::default()).await
}

async fn page_of(
    desk: &ReferralDesk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    form: Answered,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let hand_over = open_hand_over(desk, &actor, reference).await.map_err(problem)?;
    let content = hand_over
        .content
        .as_ref()
        .map(|content| ContentPart::of(&page, content).markup())
        .unwrap_or_default();
    let reasons = desk
        .pack()
        .reasons_for(Decision::Decline)
        .map(|reason| (reason.code.clone(), page.label("reason", &reason.code)))
        .collect();
    let answers = ["accept", "decline", "ask"]
        .map(|code| {
            let hint = page.t(&format!("referral-agency-{code}-hint"));
            (code.to_owned(), page.t(&format!("referral-agency-{code}")), hint)
        })
        .to_vec();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &HandOverPage { errors, hand_over, content, reasons, answers, form, page }))
}

/// What the answer's form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answered {
    answer: String,
    reason: String,
    words: String,
    contact: String,
}

pub(super) async fn answer_form(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Answered>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let (words, contact, reason) = (form.words.clone(), form.contact.clone(), form.reason.clone());
    let said = match form.answer.as_str() {
        "accept" if contact.trim().is_empty() => {
            errors.add(&session.page, "contact", "common-error-required");
            None
        }
        "accept" => Some(Answer::Accept { words, contact }),
        "decline" => Some(Answer::Decline { reason, words }),
        "ask" => Some(Answer::Ask { words }),
        _ => {
            errors.add(&session.page, "answer", "common-error-choose");
            None
        }
    };
    if let Some(said) = said {
        match answer(&desk, &session.actor, reference, &said).await {
            Ok(_) => return Ok(Redirect::to(&format!("/staff/hand-overs/{text}")).into_response()),
            Err(error) => on_form(&session.page, &mut errors, error)?,
        }
    }
    page_of(&desk, session, reference, errors, form).await
}

pub(super) async fn take_note_form(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Answered>,
) -> Result<Response, Problem> {
    take_note(&desk, &session.actor, reference(&text)?).await.map_err(problem)?;
    Ok(Redirect::to(&format!("/staff/hand-overs/{text}")).into_response())
}

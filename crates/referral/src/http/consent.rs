//! The form for her answer.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, Reference, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::consent::{ConsentForm, record_consent};
use crate::desk::ReferralDesk;
use crate::held::{CaseRow, Held};
use crate::http::fault::{on_form, problem, reference};
use crate::model::{Answered, How, Interpreter, Present};
use crate::said::talks_of;

/// Receivers with the purposes they take, as one choice each: `receiver/purpose`.
pub(super) fn targets(desk: &ReferralDesk, page: &Page) -> Vec<(String, String)> {
    let mut targets = Vec::new();
    for agency in desk.pack().agencies().iter().filter(|agency| agency.referral) {
        let all: Vec<String> = desk.pack().services().iter().map(|service| service.code.clone()).collect();
        // A body that lists no services takes any purpose.
        let purposes = if agency.services.is_empty() { &all } else { &agency.services };
        for purpose in purposes {
            let text = format!("{} · {}", page.label("agency", &agency.code), page.label("service", purpose));
            targets.push((format!("{}/{purpose}", agency.code), text));
        }
    }
    targets
}

/// Receiver and purpose of such a choice.
pub(super) fn target(text: &str) -> (String, String) {
    let (receiver, purpose) = text.split_once('/').unwrap_or((text, ""));
    (receiver.to_owned(), purpose.to_owned())
}

/// The form as it is posted: receiver and purpose are one choice.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    target: String,
    answer: String,
    ends: String,
    language: String,
    how: String,
    interpreter: String,
    alone: String,
    present: Vec<String>,
    limits_told: String,
    heard_by: String,
    words: String,
}

#[derive(Template)]
#[template(path = "consent.html")]
struct ConsentPage {
    page: Page,
    errors: Errors,
    case: CaseRow,
    form: Posted,
    targets: Vec<(String, String)>,
    answers: Vec<(String, String, String)>,
    hows: Vec<(String, String, String)>,
    interpreters: Vec<(String, String, String)>,
    alones: Vec<(String, String, String)>,
    presents: Vec<(String, String, String)>,
    languages: Vec<(String, String)>,
    talks: Vec<(String, String)>,
}

pub(super) async fn show(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none(), None).await
}

async fn page_of(
    desk: &ReferralDesk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    form: Option<Posted>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let scope = judge(&actor, Action::WorkReferral).map_err(|_| Problem::not_found())?;
    let held = Held::reach(&desk.site.house, &scope, reference).await.map_err(problem)?;
    let talks = talks_of(desk, &held).await.map_err(problem)?;
    let talks = talks
        .into_iter()
        .map(|talk| {
            let text = format!("{} · {}", page.date_time(&talk.at), talk.name);
            (talk.sign_in, text)
        })
        .collect();
    let case = held.row;
    let form = form.unwrap_or_else(|| Posted { language: case.language.clone(), ..Posted::default() });
    let options = |prefix: &str, codes: Vec<&'static str>| -> Vec<(String, String, String)> {
        codes.into_iter().map(|code| (code.to_owned(), page.label(prefix, code), String::new())).collect()
    };
    let answers = options("referral-answer", Answered::ALL.iter().map(|answer| answer.code()).collect());
    let hows = options("referral-how", How::ALL.iter().map(|how| how.code()).collect());
    let interpreters =
        options("referral-interpreter", Interpreter::ALL.iter().map(|who| who.code()).collect());
    let alones = options("common", vec!["yes", "no"]);
    let presents = options("referral-present", Present::ALL.iter().map(|who| who.code()).collect());
    let languages =
        haqqi_language::KNOWN.iter().map(|known| (known.tag.to_owned(), known.own_name.to_owned())).collect();
    let targets = targets(desk, &page);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(
        status,
        &ConsentPage {
            errors,
            case,
            form,
            targets,
            answers,
            hows,
            interpreters,
            alones,
            presents,
            languages,
            talks,
            page,
        },
    ))
}

pub(super) async fn record(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(posted): Form<Posted>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let (receiver, purpose) = target(&posted.target);
    let form = ConsentForm {
        receiver,
        purpose,
        answer: posted.answer.clone(),
        ends: posted.ends.clone(),
        language: posted.language.clone(),
        how: posted.how.clone(),
        interpreter: posted.interpreter.clone(),
        alone: posted.alone.clone(),
        present: posted.present.clone(),
        limits_told: posted.limits_told.clone(),
        heard_by: posted.heard_by.clone(),
        words: posted.words.clone(),
    };
    let mut errors = Errors::none();
    match record_consent(&desk, &session.actor, reference, &form).await {
        Ok(_) => return Ok(Redirect::to(&format!("/staff/referrals/{text}")).into_response()),
        Err(error) => on_form(&session.page, &mut errors, error)?,
    }
    page_of(&desk, session, reference, errors, Some(posted)).await
}

//! The worker's side of an interview: one thing a screen, in her language, with pictures that tell nobody anything. Always
//! at one address, so that no step back shows what was asked; in a session that is lent and opens nothing else; hidden by a
//! touch beside it, which ends that session.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_casework::reference;
use haqqi_complaints::Desk;
use haqqi_kernel::{Actor, Reference};
use haqqi_web::{Form, Page, Problem, render};
use serde::Deserialize;

use super::asker::lost;
use crate::interview::{
    AGE, ConsentItem, HerStep, Interview, InterviewState, Said, WhyStopped, answer, consent, her_step,
    settle_answers, stop,
};

/// What may be tapped: what is sent, the picture, the words.
type Tap = (&'static str, &'static str, String);

#[derive(Template)]
#[template(path = "hers.html")]
struct HerPage {
    page: Page,
    /// The asker's address of the interview.
    at: String,
    words: String,
    /// Where somebody speaks the words, if anybody has recorded them.
    recording: String,
    /// To what an answer belongs.
    about: String,
    taps: Vec<Tap>,
    may_stop: bool,
    over: bool,
    danger: bool,
}

/// What she tapped, and to what it belongs.
#[derive(Deserialize)]
pub(super) struct Tapped {
    #[serde(default)]
    about: String,
    #[serde(default)]
    said: String,
}

/// What is sent of the question what becomes of her answers.
const ANSWERS: &str = "answers";

/// What she reads when it is over.
fn over_id(one: &Interview) -> &'static str {
    match (one.state, one.why) {
        (InterviewState::Ended, _) => "interviews-hers-over-ended",
        (InterviewState::Declined, _) => "interviews-hers-over-declined",
        (_, Some(WhyStopped::Danger)) => "interviews-hers-over-danger",
        (_, Some(WhyStopped::Child)) => "interviews-hers-over-child",
        _ if one.weighed => "interviews-hers-over-kept",
        _ => "interviews-hers-over-stopped",
    }
}

/// For how many months what comes of it is kept after her complaint is closed, by the pack.
fn months(desk: &Desk) -> i64 {
    let row = desk.site.pack.retention("complaint-closed");
    let months = row.and_then(|row| row.months.or(row.days.map(|days| days.div_ceil(30))));
    months.map_or(0, i64::from)
}

fn screen(desk: &Desk, page: Page, at: String, one: &Interview, step: &HerStep) -> HerPage {
    let tap = |code: &'static str, picture: &'static str, id: &str| (code, picture, page.t(id));
    let three = || {
        vec![
            tap(Said::Yes.code(), "sun", "common-yes"),
            tap(Said::No.code(), "cloud", "common-no"),
            tap(Said::Skip.code(), "leaf", "interviews-hers-skip"),
        ]
    };
    let two = || three().into_iter().take(2).collect();
    let (id, about, taps) = match step {
        HerStep::Consent(item) => {
            (format!("interviews-hers-consent-{}", item.code()), item.code().to_owned(), two())
        }
        HerStep::Age => ("interviews-hers-age".to_owned(), AGE.to_owned(), three()),
        HerStep::Question(question, ask) => (ask.clone(), question.clone(), three()),
        HerStep::Stopping => {
            let taps = vec![
                tap("destroy", "cloud", "interviews-hers-destroy"),
                tap("keep", "sun", "interviews-hers-keep"),
            ];
            ("interviews-hers-stopped".to_owned(), ANSWERS.to_owned(), taps)
        }
        HerStep::Over => (over_id(one).to_owned(), String::new(), Vec::new()),
    };
    let words = match step {
        HerStep::Consent(ConsentItem::Kept) => page.tn(&id, "months", months(desk)),
        _ => page.t(&id),
    };
    HerPage {
        recording: page.recording(&id).unwrap_or_default(),
        may_stop: matches!(step, HerStep::Consent(_) | HerStep::Age | HerStep::Question(..)),
        over: *step == HerStep::Over,
        danger: one.why == Some(WhyStopped::Danger),
        words,
        about,
        taps,
        at,
        page,
    }
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let at = format!("/staff/complaints/{text}/interview");
    let (one, step) = match her_step(&desk, &session.actor, reference(&text)?).await {
        Ok(found) => found,
        Err(error) => {
            lost(error)?;
            return Ok(Redirect::to(&at).into_response());
        }
    };
    // Her screen is on the device that was given to her alone: its owner reads along on no other.
    if !session.lent {
        return Ok(Redirect::to(&at).into_response());
    }
    let page = session.page.for_her(&one.language).unwrap_or(session.page);
    Ok(render(StatusCode::OK, &screen(&desk, page, at, &one, &step)))
}

/// Nothing of hers is done in a session that was not given to her; a stranger learns nothing by trying.
async fn not_hers(desk: &Desk, actor: &Actor, of: Reference, text: &str) -> Result<Response, Problem> {
    if let Err(error) = her_step(desk, actor, of).await {
        lost(error)?;
    }
    Ok(Redirect::to(&format!("/staff/complaints/{text}/interview")).into_response())
}

fn again(text: &str) -> Response {
    Redirect::to(&format!("/staff/complaints/{text}/interview/her")).into_response()
}

pub(super) async fn tap(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(tapped): Form<Tapped>,
) -> Result<Response, Problem> {
    let (of, actor) = (reference(&text)?, &session.actor);
    if !session.lent {
        return not_hers(&desk, actor, of, &text).await;
    }
    let said = Said::from_code(&tapped.said);
    let done = match (ConsentItem::from_code(&tapped.about), said) {
        _ if tapped.about == ANSWERS => settle_answers(&desk, actor, of, tapped.said == "keep").await,
        (Some(item), Some(said @ (Said::Yes | Said::No))) => {
            consent(&desk, actor, of, item, said == Said::Yes).await
        }
        (None, Some(said)) => answer(&desk, actor, of, &tapped.about, said).await,
        // Nothing was tapped: whose screen it is not learns nothing of it all the same.
        _ => her_step(&desk, actor, of).await.map(drop),
    };
    if let Err(error) = done {
        lost(error)?;
    }
    Ok(again(&text))
}

pub(super) async fn stop_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<haqqi_web::Pressed>,
) -> Result<Response, Problem> {
    let (of, actor) = (reference(&text)?, &session.actor);
    if !session.lent {
        return not_hers(&desk, actor, of, &text).await;
    }
    if let Err(error) = stop(&desk, actor, of).await {
        lost(error)?;
    }
    Ok(again(&text))
}

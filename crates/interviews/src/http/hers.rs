//! The worker's side of an interview: one thing a screen, in her language, with pictures that tell nobody anything. Always
//! at one address, so that no step back shows what was asked; in a session that is lent and opens nothing else; hidden by a
//! touch beside it, which ends that session.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_casework::{VisitDesk, reference};
use haqqi_kernel::{Actor, Reference, ReferenceKind};
use haqqi_screening::engine::ASK_AGE;
use haqqi_web::{Form, Page, Problem, render};
use serde::Deserialize;

use super::asker::{address, lost};
use crate::interview::{
    AGE, ConsentItem, HerStep, Interview, Said, WhyStopped, answer, consent, her_step, settle_answers, stop,
};
use crate::words::{months, over_id, words_id};

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
    /// How she tells us herself, where nobody has filed for her.
    yourself: String,
    numbers: Vec<String>,
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

fn screen(desk: &VisitDesk, page: Page, of: Reference, one: &Interview, step: &HerStep) -> HerPage {
    let visit = of.kind() == ReferenceKind::Visit;
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
        HerStep::Age => (ASK_AGE.to_owned(), AGE.to_owned(), three()),
        HerStep::Question(question, ask) => (ask.clone(), question.clone(), three()),
        HerStep::Stopping => {
            let taps = vec![
                tap("destroy", "cloud", "interviews-hers-destroy"),
                tap("keep", "sun", "interviews-hers-keep"),
            ];
            ("interviews-hers-stopped".to_owned(), ANSWERS.to_owned(), taps)
        }
        HerStep::Over => (over_id(one.state, one.why, one.weighed).to_owned(), String::new(), Vec::new()),
    };
    let id = words_id(visit, &id);
    let over = *step == HerStep::Over;
    let words = match step {
        HerStep::Consent(ConsentItem::Kept) => page.tn(&id, "months", months(desk)),
        _ => page.t(&id),
    };
    HerPage {
        recording: page.recording(&id).unwrap_or_default(),
        may_stop: matches!(step, HerStep::Consent(_) | HerStep::Age | HerStep::Question(..)),
        over,
        danger: one.why == Some(WhyStopped::Danger),
        yourself: if over && visit {
            page.t1("interviews-hers-visit-yourself", "address", &desk.complaints.site.settings.base_url)
        } else {
            String::new()
        },
        numbers: if over && visit { page.help_numbers() } else { Vec::new() },
        words,
        about,
        taps,
        at: address(of),
        page,
    }
}

pub(super) async fn show(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let of = reference(&text)?;
    let at = address(of);
    let (one, step) = match her_step(&desk, &session.actor, of).await {
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
    Ok(render(StatusCode::OK, &screen(&desk, page, of, &one, &step)))
}

/// Nothing of hers is done in a session that was not given to her; a stranger learns nothing by trying.
async fn not_hers(desk: &VisitDesk, actor: &Actor, of: Reference) -> Result<Response, Problem> {
    if let Err(error) = her_step(desk, actor, of).await {
        lost(error)?;
    }
    Ok(Redirect::to(&address(of)).into_response())
}

fn again(of: Reference) -> Response {
    Redirect::to(&format!("{}/her", address(of))).into_response()
}

pub(super) async fn tap(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(tapped): Form<Tapped>,
) -> Result<Response, Problem> {
    let (of, actor) = (reference(&text)?, &session.actor);
    if !session.lent {
        return not_hers(&desk, actor, of).await;
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
    Ok(again(of))
}

pub(super) async fn stop_form(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<haqqi_web::Pressed>,
) -> Result<Response, Problem> {
    let (of, actor) = (reference(&text)?, &session.actor);
    if !session.lent {
        return not_hers(&desk, actor, of).await;
    }
    if let Err(error) = stop(&desk, actor, of).await {
        lost(error)?;
    }
    Ok(again(of))
}

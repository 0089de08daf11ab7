//! Mediation: the officer's page, on which a session is planned or said why it is barred. The mediator's pages stand in
//! `mediator.rs`.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Desk, Summary};
use haqqi_kernel::{Action, CommitError, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;
use uuid::Uuid;

use super::pay::{failed as pay_failed, wrong as pay_wrong};
use super::record::{problem, reference};
use crate::bars::{Bar, all_bars, bars};
use crate::joint::{JointError, ask_joint, decide_joint, joint_request};
use crate::mediation::{
    MediationError, Party, PlanSession, Session, mediators, note_kept, plan_session, sessions,
};

type Choice = (String, String, String);

/// A session as the page shows it.
pub(super) struct Shown {
    pub(super) number: i32,
    pub(super) title: String,
    pub(super) rows: Vec<(String, String)>,
    pub(super) agreed: bool,
    pub(super) planned: bool,
}

impl Shown {
    pub(super) fn of(page: &Page, one: &Session) -> Self {
        let parties = one.parties.iter().map(|party| page.t(&format!("casework-party-{}", party.code())));
        let mut rows = vec![
            (page.t("casework-mediation-mediator"), one.mediator.clone()),
            (page.t("casework-mediation-parties"), parties.collect::<Vec<_>>().join(" · ")),
        ];
        let said = [("casework-mediation-minutes", &one.minutes), ("casework-mediation-terms", &one.terms)];
        rows.extend(
            said.into_iter()
                .filter(|(_, words)| !words.is_empty())
                .map(|(id, words)| (page.t(id), words.clone())),
        );
        let state = page.t(&format!("casework-session-{}", one.state.code()));
        Self {
            number: one.number,
            title: format!("{} · {state}", page.date_time(&one.at)),
            rows,
            agreed: one.state.was_agreed(),
            planned: one.state == crate::mediation::SessionState::Planned,
        }
    }
}

#[derive(Template)]
#[template(path = "mediation.html")]
struct MediationPage {
    page: Page,
    errors: Errors,
    complaint: Summary,
    sessions: Vec<Shown>,
    /// What bars it, whether she asked or not.
    barred: Vec<String>,
    /// She asked for it and a supervisor approved.
    lifted: String,
    joint: Vec<(String, String)>,
    waits: bool,
    may_decide: bool,
    open: bool,
    mediators: Vec<(String, String)>,
    parties: Vec<Choice>,
    typed: Typed,
}

/// What was typed on the officer's page.
#[derive(Deserialize, Default, Clone)]
pub(super) struct Typed {
    #[serde(default)]
    at: String,
    #[serde(default)]
    mediator: String,
    #[serde(default)]
    party: Vec<String>,
    #[serde(default)]
    words: String,
    #[serde(default)]
    decision: String,
    #[serde(default)]
    note: String,
}

pub(super) fn failed(error: MediationError) -> Problem {
    match error {
        MediationError::Read(error) => problem(error),
        MediationError::Nothing => Problem::not_found(),
        MediationError::TooLong => Problem::too_large(),
        MediationError::Pay(error) => pay_failed(error),
        MediationError::Commit(CommitError::Unique(_)) => Problem::conflict(),
        MediationError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

pub(super) fn joint_failed(error: JointError) -> Problem {
    match error {
        JointError::Read(error) => problem(error),
        JointError::TooLong => Problem::too_large(),
        JointError::Already | JointError::Nothing => Problem::conflict(),
        JointError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// The field of a plan that is wrong, and why.
pub(super) fn plan_wrong(error: &MediationError) -> Option<(&'static str, &'static str)> {
    Some(match error {
        MediationError::Barred(_) => ("at", "casework-barred"),
        MediationError::Time => ("at", "casework-mediation-error-time"),
        MediationError::Mediator => ("mediator", "common-error-choose"),
        MediationError::Parties => ("party", "casework-mediation-error-parties"),
        MediationError::State => ("at", "casework-error-state"),
        _ => return None,
    })
}

/// The field of what came of a session that is wrong, and why.
pub(super) fn held_wrong(error: &MediationError) -> Option<(&'static str, &'static str)> {
    Some(match error {
        MediationError::Barred(_) => ("came", "casework-barred-now"),
        MediationError::Time => ("came", "casework-mediation-error-early"),
        MediationError::Empty => ("minutes", "casework-mediation-error-minutes"),
        MediationError::State => ("came", "casework-error-state"),
        MediationError::Pay(error) => return pay_wrong(error),
        _ => return None,
    })
}

/// Why what she asked for was not noted.
pub(super) fn ask_wrong(error: &JointError) -> Option<&'static str> {
    Some(match error {
        JointError::Empty => "staff-error-reason",
        JointError::NotMet => "casework-joint-error-not-met",
        JointError::State => "casework-error-state",
        _ => return None,
    })
}

/// The field of a decision on a joint session that is wrong, and why.
pub(super) fn decision_wrong(error: &JointError) -> Option<(&'static str, &'static str)> {
    Some(match error {
        JointError::Empty => ("note", "staff-error-reason"),
        JointError::SamePerson => ("decision", "casework-joint-error-same"),
        _ => return None,
    })
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    text: &str,
    typed: Typed,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::WorkComplaint).map_err(|_| Problem::not_found())?;
    let (complaint, all) = sessions(desk, &actor, reference(text)?).await.map_err(failed)?;
    let barred = all_bars(desk, &actor, &complaint).await.map_err(problem)?;
    let left = bars(desk, &actor, &complaint).await.map_err(problem)?;
    let asked = joint_request(desk, &actor, &complaint).await.map_err(joint_failed)?;
    let waits = asked.as_ref().is_some_and(|asked| asked.decision.is_none());
    let may_decide = waits
        && judge(&actor, Action::ApproveSettlement)
            .is_ok_and(|scope| scope.covers(complaint.office.as_deref(), None, false, false))
        && asked.as_ref().is_some_and(|asked| asked.by != actor.account());
    let joint = asked.map_or_else(Vec::new, |asked| {
        let state = asked.decision.as_deref().unwrap_or("waits");
        vec![
            (page.t("casework-joint-words"), asked.words),
            (page.t("casework-settlement-since"), page.date_time(&asked.at)),
            (page.t("casework-state"), page.t(&format!("casework-joint-{state}"))),
        ]
    });
    let people = mediators(&desk.site.house, &complaint).await.map_err(|e| Problem::because(&e))?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = MediationPage {
        sessions: all.iter().map(|one| Shown::of(&page, one)).collect(),
        lifted: if barred.is_empty() || !left.is_empty() {
            String::new()
        } else if barred == [Bar::Wish] {
            page.t("casework-barred-agreed")
        } else {
            page.t("casework-barred-lifted")
        },
        barred: barred.iter().map(|bar| page.t(&format!("casework-bar-{}", bar.code()))).collect(),
        joint,
        waits,
        may_decide,
        open: complaint.acknowledged_at.is_some() && complaint.closed_at.is_none(),
        mediators: people.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        parties: Party::ALL
            .map(|party| {
                let text = page.t(&format!("casework-party-{}", party.code()));
                (party.code().to_owned(), text, String::new())
            })
            .to_vec(),
        typed,
        errors,
        complaint,
        page,
    };
    Ok(render(status, &shown))
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let typed = Typed { party: vec!["worker".to_owned(), "employer".to_owned()], ..Typed::default() };
    page_of(&desk, session, &text, typed, Errors::none()).await
}

fn here(text: &str) -> Response {
    Redirect::to(&format!("/staff/complaints/{text}/mediation")).into_response()
}

pub(super) async fn plan_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let mediator = typed.mediator.parse::<Uuid>().ok();
    match (session.page.read_time(&typed.at), mediator) {
        (None, _) => errors.add(&session.page, "at", "casework-error-time"),
        (_, None) => errors.add(&session.page, "mediator", "common-error-choose"),
        (Some(at), Some(mediator)) => {
            let parties = typed.party.iter().filter_map(|code| Party::from_code(code)).collect();
            let new = PlanSession { at, mediator, parties };
            let planned = plan_session(&desk, &session.actor, reference(&text)?, &new).await;
            let Err(error) = planned else { return Ok(here(&text)) };
            let (field, message) = plan_wrong(&error).ok_or_else(|| failed(error))?;
            errors.add(&session.page, field, message);
        }
    }
    page_of(&desk, session, &text, typed, errors).await
}

pub(super) async fn joint_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let asked = ask_joint(&desk, &session.actor, reference(&text)?, &typed.words).await;
    let Err(error) = asked else { return Ok(here(&text)) };
    let message = ask_wrong(&error).ok_or_else(|| joint_failed(error))?;
    errors.add(&session.page, "words", message);
    page_of(&desk, session, &text, typed, errors).await
}

pub(super) async fn joint_decide_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let approve = match typed.decision.as_str() {
        "approve" => Some(true),
        "refuse" => Some(false),
        _ => None,
    };
    let (field, message) = match approve {
        None => ("decision", "common-error-choose"),
        Some(approve) => {
            let decided = decide_joint(&desk, &session.actor, reference(&text)?, approve, &typed.note).await;
            let Err(error) = decided else { return Ok(here(&text)) };
            decision_wrong(&error).ok_or_else(|| joint_failed(error))?
        }
    };
    errors.add(&session.page, field, message);
    page_of(&desk, session, &text, typed, errors).await
}

#[derive(Deserialize)]
pub(super) struct Kept {
    #[serde(default)]
    kept: String,
}

pub(super) async fn kept_form(
    State(desk): State<Desk>,
    Path((text, number)): Path<(String, i32)>,
    session: StaffSession,
    Form(form): Form<Kept>,
) -> Result<Response, Problem> {
    let kept = form.kept == "yes";
    note_kept(&desk, &session.actor, reference(&text)?, number, kept).await.map_err(failed)?;
    Ok(here(&text))
}

//! The asker's side of an interview: how she is met, and afterwards the graded result and the next safe step. No answer is
//! ever here.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{Directory, StaffSession, lend};
use haqqi_casework::{CallError, Interpreter, Private, VisitDesk, Way, problem, reference};
use haqqi_complaints::ReadError;
use haqqi_inspections::VisitError;
use haqqi_kernel::{CommitError, Reference, ReferenceKind};
use haqqi_screening::Level;
use haqqi_web::{Errors, Form, Page, Pressed, Problem, render};
use serde::Deserialize;
use uuid::Uuid;

use crate::ground::{Ground, ground};
use crate::interview::{
    BeginError, BeginInterview, Interview, InterviewError, InterviewState, WhyStopped, begin, break_off,
    goes_on, house, interviews, is_trained, may_begin,
};

/// An interview as who asks sees it.
struct Shown {
    at: String,
    machine: String,
    rows: Vec<(String, String)>,
    /// What is to be done now, where it is over.
    step: String,
}

#[derive(Template)]
#[template(path = "interview.html")]
struct InterviewPage {
    page: Page,
    errors: Errors,
    /// Of the complaint or the visit.
    reference: Reference,
    /// Where its own record is.
    record: String,
    /// The address of this page.
    at: String,
    at_visit: bool,
    /// How many were asked alike at the visit.
    asked: i64,
    /// One goes on, and this person asks.
    mine: bool,
    /// One goes on: nobody begins another.
    open: bool,
    may_begin: bool,
    /// Whether it is noted that who looks was trained for it.
    trained: bool,
    shown: Vec<Shown>,
    /// How private it has to be, and why none is begun now.
    private_hint: String,
    not_now: String,
    ways: Vec<(String, String)>,
    privates: Vec<(String, String)>,
    interpreters: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    youngs: Vec<(String, String, String)>,
    typed: Typed,
}

/// How she is met, as it was typed.
#[derive(Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    language: String,
    #[serde(default)]
    way: String,
    #[serde(default)]
    private: String,
    #[serde(default)]
    interpreter: String,
    #[serde(default)]
    declared: String,
    #[serde(default)]
    young: String,
}

impl Typed {
    /// The command, or the first field without an answer. At a visit nobody is asked where they are.
    fn read(&self, at_visit: bool) -> Result<BeginInterview, &'static str> {
        Ok(BeginInterview {
            language: Some(self.language.clone()).filter(|tag| !tag.is_empty()).ok_or("language")?,
            way: if at_visit { Way::Visit } else { Way::from_code(&self.way).ok_or("way")? },
            private: Private::from_code(&self.private).ok_or("private")?,
            interpreter: Interpreter::from_code(&self.interpreter).ok_or("interpreter")?,
            declared: self.declared == "yes",
            young: match self.young.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
        })
    }
}

/// The record of what an interview is about.
fn record_of(reference: Reference) -> String {
    let room = if reference.kind() == ReferenceKind::Visit { "field/visits" } else { "staff/complaints" };
    format!("/{room}/{reference}")
}

/// Where who asks begins an interview, and finds what came of it.
pub(super) fn address(reference: Reference) -> String {
    format!("{}/interview", record_of(reference))
}

/// Whether it was weighed and nobody knows her age: of a child the questions would have stopped.
fn of_unknown_age(one: &Interview) -> bool {
    one.weighed && one.why != Some(WhyStopped::Child) && one.profile.as_deref() == Some("child")
}

/// What is to be done after an interview: of danger and of a child first, then what the instrument says.
pub(super) fn step(page: &Page, at_visit: bool, one: &Interview) -> String {
    let of = if at_visit { "interviews-next-visit" } else { "interviews-next" };
    let known = |code: &str| page.label(of, code);
    match (one.state, one.why) {
        (InterviewState::Stopped, Some(WhyStopped::Danger)) => known("danger"),
        (InterviewState::Stopped, Some(WhyStopped::Child)) => known("child-lead"),
        _ if one.level == Some(Level::Danger) => known("danger"),
        (InterviewState::Declined, _) => known("declined"),
        // Both rules were asked, and those for children are the graver: her age is the next question.
        _ if of_unknown_age(one) => known("age"),
        _ if one.weighed => {
            one.route.as_deref().filter(|route| !route.is_empty()).map(known).unwrap_or_default()
        }
        (InterviewState::Stopped, _) => known("stopped"),
        _ => String::new(),
    }
}

fn shown(page: &Page, at_visit: bool, one: &Interview, names: &HashMap<Uuid, String>) -> Shown {
    let level = |level: Option<Level>| match level {
        Some(level) => page.label("level", level.code()),
        None => page.t("interviews-level-none"),
    };
    let mut state = page.t(&format!("interviews-state-{}", one.state.code()));
    if let Some(why) = one.why {
        state = format!("{state}: {}", page.t(&format!("interviews-why-{}", why.code())));
    }
    let mut rows = vec![(page.t("interviews-state"), state)];
    if let Some(name) = names.get(&one.asker) {
        rows.push((page.t("interviews-by"), name.clone()));
    }
    rows.push((page.t("casework-language"), page.language_name(&one.language)));
    // Of a child no questions were asked: that there is one is all that there is to tell.
    if one.weighed && one.why != Some(WhyStopped::Child) {
        rows.push((page.t("interviews-certain"), level(one.level)));
        rows.push((page.t("interviews-possible"), level(one.possible)));
        if let Some(profile) = &one.profile {
            let age = if of_unknown_age(one) { "unknown" } else { profile };
            rows.push((page.t("interviews-profile"), page.t(&format!("casework-age-{age}"))));
        }
    }
    Shown {
        at: page.date_time(&one.begun_at),
        machine: page.machine_time(&one.begun_at),
        rows,
        step: step(page, at_visit, one),
    }
}

fn not_now(ground: &Ground) -> &'static str {
    if ground.is_visit() { "interviews-error-visit" } else { "interviews-error-state" }
}

async fn page_of(
    desk: &VisitDesk,
    session: StaffSession,
    reference: Reference,
    typed: Typed,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let ground = ground(desk, &actor, reference).await.map_err(read)?;
    let site = &desk.complaints.site;
    let mut all = interviews(desk, ground.id()).await.map_err(|e| Problem::because(&e))?;
    let asked = all.iter().filter(|one| one.ended_at.is_some()).count();
    let may_begin = may_begin(&ground, house(desk).now());
    if ground.is_visit() {
        // Of a visit who asked sees what they asked themselves, and once it is over how many were asked, and no more.
        all.retain(|one| may_begin && Some(one.asker) == actor.account());
    }
    let trained = match actor.account() {
        Some(account) => is_trained(house(desk), account).await.map_err(|e| Problem::because(&e))?,
        None => false,
    };
    let ids: Vec<Uuid> = all.iter().map(|one| one.asker).collect();
    let names = Directory::new(site.house.clone()).names(&ids).await;
    let names = names.map_err(|e| Problem::because(&e))?;
    let open = all.iter().find(|one| one.state.is_open());
    let choice = |list: &str, code: &str| (code.to_owned(), page.t(&format!("casework-call-{list}-{code}")));
    let tags = site.languages.worker().iter().map(haqqi_language::Language::tag);
    let mut languages: Vec<(String, String)> =
        tags.map(|tag| (tag.to_owned(), page.language_name(tag))).collect();
    // Her own first, or those that are spoken there.
    let likely = match &ground {
        Ground::Complaint(complaint) => vec![complaint.language.clone()],
        Ground::Visit(visit) => visit.languages.clone(),
    };
    languages.sort_by_key(|(tag, _)| !likely.contains(tag));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = InterviewPage {
        mine: open.is_some_and(|one| Some(one.asker) == actor.account()),
        open: open.is_some(),
        may_begin,
        trained,
        // Of what was kept without a line, who asked learns nothing afterwards (decision 0042).
        shown: all
            .iter()
            .filter(|one| !one.kept)
            .map(|one| shown(&page, ground.is_visit(), one, &names))
            .collect(),
        asked: i64::try_from(asked).unwrap_or(i64::MAX),
        at_visit: ground.is_visit(),
        at: address(reference),
        record: record_of(reference),
        reference,
        private_hint: page.t(if ground.is_visit() {
            "interviews-visit-private-hint"
        } else {
            "interviews-private-hint"
        }),
        not_now: page.t(not_now(&ground)),
        ways: [Way::Counter, Way::Visit].map(|one| choice("way", one.code())).to_vec(),
        privates: [Private::Alone, Private::NotAlone].map(|one| choice("private", one.code())).to_vec(),
        interpreters: Interpreter::ALL.map(|one| choice("interpreter", one.code())).to_vec(),
        languages,
        youngs: [("yes", "common-yes"), ("no", "common-no")]
            .map(|(code, id)| (code.to_owned(), page.t(id), String::new()))
            .to_vec(),
        typed,
        errors,
        page,
    };
    Ok(render(status, &shown))
}

pub(super) async fn show(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Typed::default(), Errors::none()).await
}

/// Why it does not begin: the field and the message that says it.
fn wrong(at_visit: bool, error: &BeginError) -> Option<(&'static str, &'static str)> {
    Some(match error {
        BeginError::State => {
            ("language", if at_visit { "interviews-error-visit" } else { "interviews-error-state" })
        }
        BeginError::NotAlone | BeginError::Call(CallError::Private) => ("private", "interviews-error-alone"),
        BeginError::Way => ("way", "common-error-choose"),
        BeginError::Party => ("interpreter", "interviews-error-party"),
        BeginError::Undeclared => ("declared", "interviews-error-declared"),
        BeginError::Language => ("language", "common-error-choose"),
        BeginError::Young => ("young", "common-error-choose"),
        BeginError::Open => ("language", "interviews-error-open"),
        BeginError::Decides => ("language", "interviews-error-decides"),
        BeginError::Untrained => ("language", "interviews-error-untrained"),
        _ => return None,
    })
}

fn failed(error: BeginError) -> Problem {
    match error {
        BeginError::Visit(VisitError::NotFound) => Problem::not_found(),
        BeginError::Read(error) | BeginError::Call(CallError::Read(error)) => problem(error),
        BeginError::Commit(error) | BeginError::Call(CallError::Commit(error)) => {
            Problem::uncommitted(&error)
        }
        other => Problem::because(&other),
    }
}

/// What went wrong with an interview that goes on; where none does, the asker's page says how things stand.
pub(super) fn lost(error: InterviewError) -> Result<(), Problem> {
    match error {
        // Another tab was faster: what is asked now is shown.
        InterviewError::Nothing | InterviewError::Commit(CommitError::Stale | CommitError::Unique(_)) => {
            Ok(())
        }
        other => Err(read(other)),
    }
}

fn read(error: InterviewError) -> Problem {
    match error {
        InterviewError::Visit(VisitError::NotFound) | InterviewError::Read(ReadError::NotFound) => {
            Problem::not_found()
        }
        InterviewError::Read(error) => problem(error),
        InterviewError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

pub(super) async fn submit(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let of = reference(&text)?;
    let at = address(of);
    match typed.read(of.kind() == ReferenceKind::Visit) {
        Err(field) => errors.add(&session.page, field, "common-error-choose"),
        Ok(new) => match begin(&desk, &session.actor, of, &new).await {
            Ok(InterviewState::Consenting) => return give_screen(&desk, &session, &at).await,
            Ok(_) => return Ok(Redirect::to(&at).into_response()),
            Err(error) => match wrong(of.kind() == ReferenceKind::Visit, &error) {
                Some((field, message)) => errors.add(&session.page, field, message),
                None => return Err(failed(error)),
            },
        },
    }
    page_of(&desk, session, of, typed, errors).await
}

/// The session is hers from now on, and opens her screen alone; whoever lends it signs in anew afterwards.
async fn give_screen(desk: &VisitDesk, session: &StaffSession, at: &str) -> Result<Response, Problem> {
    let mut unit = house(desk).unit(session.actor.clone());
    lend(&mut unit, session.staff.id, session.session, at);
    unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
    Ok(Redirect::to(&format!("{at}/her")).into_response())
}

/// Gives her the screen again of an interview that goes on.
pub(super) async fn lend_form(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Pressed>,
) -> Result<Response, Problem> {
    let of = reference(&text)?;
    let at = address(of);
    match goes_on(&desk, &session.actor, of).await {
        Ok(()) => give_screen(&desk, &session, &at).await,
        Err(error) => {
            lost(error)?;
            Ok(Redirect::to(&at).into_response())
        }
    }
}

pub(super) async fn break_form(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Pressed>,
) -> Result<Response, Problem> {
    let of = reference(&text)?;
    if let Err(error) = break_off(&desk, &session.actor, of).await {
        lost(error)?;
    }
    Ok(Redirect::to(&address(of)).into_response())
}

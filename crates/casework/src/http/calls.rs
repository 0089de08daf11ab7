//! The call log: how she may be reached is read before anything is noted. As a page and as JSON.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use haqqi_accounts::{ApiStaff, Directory, StaffSession};
use haqqi_complaints::{Desk, Summary, open};
use haqqi_kernel::{Action, judge};
use haqqi_web::{Errors, Form, Json, Page, Problem, instant, render};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reach::Reach;
use super::record::{found, personal, problem, reference, stale};
use crate::bars::bars;
use crate::calls::{
    Attempt, CallError, Interpreter, NewAttempt, Person, Private, Tried, Way, attempts, note_attempt,
};
use crate::comes_back::ComesBack;
use crate::mark::mark;
use crate::to_ask::{ToAsk, to_ask};

type Choice = (String, String);

/// What was typed.
#[derive(Deserialize, Default, Clone)]
pub(super) struct Typed {
    #[serde(default)]
    person: String,
    #[serde(default)]
    way: String,
    #[serde(default)]
    at: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    interpreter: String,
    #[serde(default)]
    private: String,
    #[serde(default)]
    result: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    next_at: String,
    #[serde(default)]
    mark: String,
}

/// An attempt as the page shows it.
struct Shown {
    at: String,
    machine: String,
    what: String,
    more: Vec<(String, String)>,
    alone: bool,
    /// Why a talk in private is not counted as one, or nothing.
    uncounted: String,
}

#[derive(Template)]
#[template(path = "calls.html")]
struct CallsPage {
    page: Page,
    errors: Errors,
    complaint: Summary,
    mark: String,
    stale: bool,
    reach: Reach,
    personal: Vec<(String, String)>,
    /// Why the employer is not spoken with.
    barred: Vec<String>,
    /// What is asked beside: for what, and each question in the reader's language and in hers.
    to_ask: Vec<(String, Vec<(String, String)>)>,
    hers: String,
    rows: Vec<Shown>,
    persons: Vec<Choice>,
    ways: Vec<Choice>,
    languages: Vec<Choice>,
    interpreters: Vec<Choice>,
    privates: Vec<Choice>,
    results: Vec<Choice>,
    may_note: bool,
    typed: Typed,
}

fn failed(error: CallError) -> Problem {
    match error {
        CallError::Read(error) => problem(error),
        CallError::TooLong => Problem::too_large(),
        CallError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    text: &str,
    typed: Typed,
    errors: Errors,
    stale: bool,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let because = |e: sea_orm::DbErr| Problem::because(&e);
    let complaint = found(desk, &actor, Action::ReadComplaint, text).await?;
    let record = open(desk, &actor, complaint.reference, "call").await.map_err(problem)?;
    let all = attempts(desk, &actor, &complaint).await.map_err(failed)?;
    let by = all.iter().map(|one| one.by);
    let names = Directory::new(desk.site.house.clone()).names_of(by).await.map_err(because)?;
    let rows = all
        .iter()
        .map(|one| {
            let by = one.by.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
            row_of(&page, one, by)
        })
        .collect();
    let barred = bars(desk, &actor, &complaint).await.map_err(problem)?;
    let hers = desk.site.languages.for_worker(&complaint.language).filter(|own| own.tag() != page.tag());
    let asked = |one: ToAsk| {
        let title = match &one.indicator {
            Some(name) => page.label("indicator", name),
            None => page.t("casework-ask-age"),
        };
        let both = |id: &String| (page.t(id), hers.as_ref().map_or_else(String::new, |own| own.text(id)));
        (title, one.questions.iter().map(both).collect())
    };
    let open = complaint.closed_at.is_none();
    let to_ask =
        if open { to_ask(desk, &complaint).await.map_err(|e| Problem::because(&e))? } else { Vec::new() };
    let to_ask = to_ask.into_iter().map(asked).collect();
    let choice = |list: &str, code: &str| (code.to_owned(), page.t(&format!("casework-call-{list}-{code}")));
    let tags = desk.site.pack.languages().iter().map(|language| language.tag.clone());
    let mut tags: Vec<String> = tags.collect();
    if !tags.contains(&complaint.language) {
        tags.insert(0, complaint.language.clone());
    }
    let status = match (stale, errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let shown = CallsPage {
        mark: mark(desk, &complaint).await.map_err(because)?,
        stale,
        reach: Reach::of(&page, &record, ComesBack::to(desk, &complaint).await.map_err(because)?),
        personal: personal(&page, &record, false),
        barred: barred.iter().map(|bar| page.t(&format!("casework-bar-{}", bar.code()))).collect(),
        to_ask,
        hers: complaint.language.clone(),
        rows,
        persons: Person::ALL.map(|one| choice("person", one.code())).to_vec(),
        ways: Way::ALL.map(|one| choice("way", one.code())).to_vec(),
        languages: tags.into_iter().map(|tag| (tag.clone(), page.language_name(&tag))).collect(),
        interpreters: Interpreter::ALL.map(|one| choice("interpreter", one.code())).to_vec(),
        privates: Private::ALL.map(|one| choice("private", one.code())).to_vec(),
        results: Tried::ALL.map(|one| choice("result", one.code())).to_vec(),
        may_note: judge(&actor, Action::WorkComplaint).is_ok()
            && complaint.acknowledged_at.is_some()
            && complaint.closed_at.is_none(),
        typed,
        errors,
        complaint,
        page,
    };
    Ok(render(status, &shown))
}

fn row_of(page: &Page, one: &Attempt, by: String) -> Shown {
    let said = |list: &str, code: &str| page.t(&format!("casework-call-{list}-{code}"));
    let mut more = vec![(page.t("casework-call-private"), said("private", one.private.code()))];
    if let Some(language) = &one.language {
        more.push((page.t("casework-language"), page.language_name(language)));
    }
    if one.interpreter != Interpreter::None {
        more.push((page.t("casework-call-interpreter"), said("interpreter", one.interpreter.code())));
    }
    if !by.is_empty() {
        more.push((page.t("casework-call-by"), by));
    }
    if !one.note.is_empty() {
        more.push((page.t("casework-note"), one.note.clone()));
    }
    if let Some(next) = &one.next_at {
        more.push((page.t("casework-call-next"), page.date_time(next)));
    }
    Shown {
        at: page.date_time(&one.at),
        machine: page.machine_time(&one.at),
        what: format!(
            "{} · {} · {}",
            said("person", one.person.code()),
            said("way", one.way.code()),
            said("result", one.result.code())
        ),
        more,
        alone: one.met_alone(),
        uncounted: if one.private == Private::NotUnderstood {
            page.t("casework-call-uncounted")
        } else {
            String::new()
        },
    }
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, &text, Typed::default(), Errors::none(), false).await
}

/// The field of a refusal and the message that says it.
fn wrong(error: &CallError) -> Option<(&'static str, &'static str)> {
    Some(match error {
        CallError::State => ("person", "casework-error-acknowledge-first"),
        CallError::Time => ("next_at", "casework-call-error-time"),
        CallError::ContactWaits => ("way", "casework-contact-error-waits"),
        CallError::NeverCall => ("way", "casework-never-call"),
        CallError::NoMessage => ("way", "casework-no-message"),
        CallError::Barred(_) => ("person", "casework-call-error-barred"),
        CallError::Language => ("language", "common-error-choose"),
        CallError::Private => ("private", "casework-call-error-private"),
        _ => return None,
    })
}

/// What cannot be read of the form: a field and its message.
fn read(page: &Page, typed: &Typed) -> Result<NewAttempt, (&'static str, &'static str)> {
    let choose = |field: &'static str| (field, "common-error-choose");
    let time = |field: &'static str, text: &str| match text.trim() {
        "" => Ok(None),
        text => page.read_time(text).map(Some).ok_or((field, "casework-error-time")),
    };
    Ok(NewAttempt {
        person: Person::from_code(&typed.person).ok_or(choose("person"))?,
        way: Way::from_code(&typed.way).ok_or(choose("way"))?,
        result: Tried::from_code(&typed.result).ok_or(choose("result"))?,
        private: if typed.private.is_empty() {
            Private::Unknown
        } else {
            Private::from_code(&typed.private).ok_or(choose("private"))?
        },
        interpreter: if typed.interpreter.is_empty() {
            Interpreter::None
        } else {
            Interpreter::from_code(&typed.interpreter).ok_or(choose("interpreter"))?
        },
        language: Some(typed.language.clone()).filter(|tag| !tag.is_empty()),
        at: time("at", &typed.at)?,
        next_at: time("next_at", &typed.next_at)?,
        note: typed.note.clone(),
    })
}

pub(super) async fn submit(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    if stale(&desk, &session, reference, &typed.mark).await? {
        return page_of(&desk, session, &text, typed, Errors::none(), true).await;
    }
    let mut errors = Errors::none();
    match read(&session.page, &typed) {
        Err((field, message)) => errors.add(&session.page, field, message),
        Ok(new) => match note_attempt(&desk, &session.actor, reference, &new).await {
            Ok(()) => return Ok(Redirect::to(&format!("/staff/complaints/{text}/calls")).into_response()),
            Err(error) => match wrong(&error) {
                Some((field, message)) => errors.add(&session.page, field, message),
                None => return Err(failed(error)),
            },
        },
    }
    page_of(&desk, session, &text, typed, errors, false).await
}

/// An attempt to reach somebody.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCall {
    /// `worker`, `trusted`, `filer`, `employer`, `other`.
    person: String,
    /// `phone`, `text`, `mail`, `counter`, `visit`.
    way: String,
    /// `spoke`, `no-answer`, `somebody-else`, `unsafe`, `refused`.
    result: String,
    /// `alone`, `not-alone`, `unknown`; `not-understood` where neither had the other's language and nobody interpreted,
    /// which is noted of a talk alone as well that was neither in her language, by who has it, nor interpreted.
    #[serde(default)]
    private: Option<String>,
    /// `none`, `staff`, `outside`, `party`.
    #[serde(default)]
    interpreter: Option<String>,
    /// The language in which it was spoken.
    #[serde(default)]
    language: Option<String>,
    /// When, if not now (RFC 3339).
    #[serde(default)]
    at: Option<DateTime<Utc>>,
    /// When it is to be tried again (RFC 3339).
    #[serde(default)]
    next_at: Option<DateTime<Utc>>,
    /// For the office alone.
    #[serde(default)]
    note: String,
}

/// An attempt, as it was noted.
#[derive(Serialize, ToSchema)]
pub(super) struct CallAnswer {
    at: String,
    person: &'static str,
    way: &'static str,
    result: &'static str,
    private: &'static str,
    interpreter: &'static str,
    language: Option<String>,
    note: String,
    next_at: Option<String>,
}

/// All attempts to reach somebody about a complaint. Reading them is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/contacts", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = [CallAnswer]), (status = 401), (status = 404)))]
pub(super) async fn list_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Vec<CallAnswer>>, Problem> {
    let complaint = found(&desk, &caller.actor, Action::ReadComplaint, &text).await?;
    let all = attempts(&desk, &caller.actor, &complaint).await.map_err(failed)?;
    let answer = |one: Attempt| CallAnswer {
        at: instant(one.at),
        person: one.person.code(),
        way: one.way.code(),
        result: one.result.code(),
        private: one.private.code(),
        interpreter: one.interpreter.code(),
        language: one.language,
        note: one.note,
        next_at: one.next_at.map(instant),
    };
    Ok(Json(all.into_iter().map(answer).collect()))
}

/// Notes an attempt. Refused where she asked never to be called, and where the employer is not to be spoken with.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/contacts", tag = "casework", params(("reference" = String, Path)),
    request_body = NewCall, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn note_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewCall>,
) -> Result<Response, Problem> {
    let choose = |field: &'static str| Problem::unprocessable().field(field, "common-error-choose");
    let private = new.private.as_deref().unwrap_or("unknown");
    let interpreter = new.interpreter.as_deref().unwrap_or("none");
    let attempt = NewAttempt {
        person: Person::from_code(&new.person).ok_or_else(|| choose("person"))?,
        way: Way::from_code(&new.way).ok_or_else(|| choose("way"))?,
        result: Tried::from_code(&new.result).ok_or_else(|| choose("result"))?,
        private: Private::from_code(private).ok_or_else(|| choose("private"))?,
        interpreter: Interpreter::from_code(interpreter).ok_or_else(|| choose("interpreter"))?,
        language: new.language,
        at: new.at,
        next_at: new.next_at,
        note: new.note,
    };
    match note_attempt(&desk, &caller.actor, reference(&text)?, &attempt).await {
        Ok(()) => Ok(StatusCode::CREATED.into_response()),
        Err(error) => Err(match wrong(&error) {
            Some((field, message)) => Problem::unprocessable().field(field, message),
            None => failed(error),
        }),
    }
}

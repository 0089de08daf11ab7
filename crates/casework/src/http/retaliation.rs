//! On a record: when she is asked whether she is punished, what came of it, and a suspicion that waits.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, Summary};
use haqqi_kernel::{Action, Actor, judge};
use haqqi_web::{Errors, Form, Json, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::http::record::{Typed, back, found, page_of, problem, reference};
use crate::retaliation::{
    CheckInAnswer, CheckInError, check_in, check_ins, looked_into, note_employer_contact, suspected,
};

/// What an officer found who looked into it.
const FOUND: [&str; 2] = ["punished", "not-found"];

/// What was typed into its forms, when one was refused.
#[derive(Default)]
pub(super) struct TypedPanel {
    pub came: String,
    pub came_note: String,
    pub found: String,
    pub found_note: String,
}

/// The panel.
#[derive(Default)]
pub(super) struct Panel {
    /// Only once somebody has read the complaint.
    pub shown: bool,
    /// Whether this person works on it.
    pub may: bool,
    /// Whether she may be called or written to at all.
    pub safe: bool,
    /// Whether somebody must look into it.
    pub suspected: bool,
    /// The days, with what came of them.
    pub rows: Vec<(String, String)>,
    /// The next day, for the form; nothing when none is to come.
    pub next: String,
    pub answers: Vec<(String, String, String)>,
    pub founds: Vec<(String, String, String)>,
}

impl Panel {
    /// The panel of a record.
    pub(super) async fn of(
        desk: &Desk,
        actor: &Actor,
        page: &Page,
        complaint: &Summary,
    ) -> Result<Self, Problem> {
        let house = &desk.site.house;
        let apart = desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.against_worker);
        if complaint.acknowledged_at.is_none() || apart {
            return Ok(Self::default());
        }
        let days = check_ins(house, complaint.id).await.map_err(|e| Problem::because(&e))?;
        let suspected = suspected(house, complaint.id).await.map_err(|e| Problem::because(&e))?;
        let rows = days.iter().map(|day| {
            let came = match day.answer {
                Some(answer) => page.t(&format!("casework-check-in-{}", answer.code())),
                None => page.t1("casework-check-in-until", "date", page.date(&day.due_at)),
            };
            (page.label("deadline", &day.clock), came)
        });
        let next = days.iter().find(|day| day.answer.is_none());
        let choice = |id: String, code: &str| (code.to_owned(), page.t(&id), String::new());
        Ok(Self {
            shown: true,
            may: judge(actor, Action::WorkComplaint).is_ok(),
            safe: complaint.reached_safely(),
            suspected,
            next: next.map_or_else(String::new, |day| day.id.simple().to_string()),
            rows: rows.collect(),
            answers: CheckInAnswer::ALL
                .map(|answer| choice(format!("casework-check-in-{}", answer.code()), answer.code()))
                .to_vec(),
            founds: FOUND.map(|code| choice(format!("casework-retaliation-{code}"), code)).to_vec(),
        })
    }
}

/// The field and the message of what a person can put right; `note` is the field of the note.
fn wrong(error: &CheckInError, note: &'static str) -> Option<(&'static str, &'static str)> {
    match error {
        CheckInError::Empty => Some((note, "staff-error-reason")),
        CheckInError::Nothing => Some((note, "casework-check-in-error-nothing")),
        CheckInError::NotAcknowledged => Some((note, "casework-error-state")),
        _ => None,
    }
}

fn failed(error: CheckInError) -> Problem {
    match error {
        CheckInError::TooLong => Problem::too_large(),
        CheckInError::Read(error) => problem(error),
        CheckInError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// The page again with what is wrong, or where it came from.
async fn answered(
    desk: &Desk,
    text: &str,
    session: StaffSession,
    (note, typed): (&'static str, TypedPanel),
    done: Result<(), CheckInError>,
) -> Result<Response, Problem> {
    let Err(error) = done else { return Ok(back(text)) };
    let Some((field, message)) = wrong(&error, note) else { return Err(failed(error)) };
    let mut errors = Errors::none();
    errors.add(&session.page, field, message);
    refusing(desk, session, text, errors, typed).await
}

/// The page again, with what was typed.
async fn refusing(
    desk: &Desk,
    session: StaffSession,
    text: &str,
    errors: Errors,
    typed: TypedPanel,
) -> Result<Response, Problem> {
    let typed = Typed { retaliation: typed, ..Typed::default() };
    page_of(desk, session, reference(text)?, errors, typed, None).await
}

pub(super) async fn contact_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Nothing>,
) -> Result<Response, Problem> {
    let done = note_employer_contact(&desk, &session.actor, reference(&text)?).await;
    answered(&desk, &text, session, ("came_note", TypedPanel::default()), done).await
}

/// A form that only has its token.
#[derive(Deserialize)]
pub(super) struct Nothing {}

#[derive(Deserialize)]
pub(super) struct Came {
    #[serde(default)]
    day: String,
    #[serde(default)]
    came: String,
    #[serde(default)]
    came_note: String,
}

pub(super) async fn check_in_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Came>,
) -> Result<Response, Problem> {
    let this = reference(&text)?;
    let typed =
        TypedPanel { came: form.came.clone(), came_note: form.came_note.clone(), ..TypedPanel::default() };
    let Some(answer) = CheckInAnswer::from_code(&form.came) else {
        let mut errors = Errors::none();
        errors.add(&session.page, "came", "common-error-choose");
        return refusing(&desk, session, &text, errors, typed).await;
    };
    let day = Uuid::parse_str(&form.day).unwrap_or_default();
    let done = check_in(&desk, &session.actor, this, day, answer, &form.came_note).await;
    answered(&desk, &text, session, ("came_note", typed), done).await
}

#[derive(Deserialize)]
pub(super) struct Looked {
    #[serde(default)]
    found: String,
    #[serde(default)]
    found_note: String,
}

pub(super) async fn looked_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Looked>,
) -> Result<Response, Problem> {
    let this = reference(&text)?;
    let typed = TypedPanel {
        found: form.found.clone(),
        found_note: form.found_note.clone(),
        ..TypedPanel::default()
    };
    if !FOUND.contains(&form.found.as_str()) {
        let mut errors = Errors::none();
        errors.add(&session.page, "found", "common-error-choose");
        return refusing(&desk, session, &text, errors, typed).await;
    }
    let done = looked_into(&desk, &session.actor, this, form.found == "punished", &form.found_note).await;
    answered(&desk, &text, session, ("found_note", typed), done).await
}

/// A day on which she is asked.
#[derive(Serialize, ToSchema)]
pub(super) struct DayAnswer {
    id: Uuid,
    /// The clock, a code of the pack.
    clock: String,
    due_at: DateTime<Utc>,
    /// `well`, `not-reached`, `punished`, `unneeded`; absent while it is to come.
    answer: Option<&'static str>,
}

/// The plan of asking her.
#[derive(Serialize, ToSchema)]
pub(super) struct PlanAnswer {
    /// Whether she may be called or written to at all.
    safe: bool,
    /// Whether somebody must look into a suspicion.
    suspected: bool,
    days: Vec<DayAnswer>,
}

/// When she is asked whether she is punished, and what came of it.
#[utoipa::path(get, path = "/api/v1/casework/complaints/{reference}/check-in", tag = "casework",
    params(("reference" = String, Path)),
    responses((status = 200, body = PlanAnswer), (status = 401), (status = 404)))]
pub(super) async fn read_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<PlanAnswer>, Problem> {
    let complaint = found(&desk, &caller.actor, Action::ReadComplaint, &text).await?;
    let house = &desk.site.house;
    let days = check_ins(house, complaint.id).await.map_err(|e| Problem::because(&e))?;
    let suspected = suspected(house, complaint.id).await.map_err(|e| Problem::because(&e))?;
    let days = days.into_iter().map(|day| DayAnswer {
        id: day.id,
        clock: day.clock,
        due_at: day.due_at,
        answer: day.answer.map(CheckInAnswer::code),
    });
    Ok(Json(PlanAnswer { safe: complaint.reached_safely(), suspected, days: days.collect() }))
}

/// What came of asking her.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckedIn {
    /// The day's id.
    day: Uuid,
    /// `well`, `not-reached`, `punished`, `unneeded`.
    answer: String,
    /// How she was met, or tried to be: sealed.
    note: String,
}

/// Notes what came of asking her.
#[utoipa::path(post, path = "/api/v1/casework/complaints/{reference}/check-in", tag = "casework",
    request_body = CheckedIn, params(("reference" = String, Path)),
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn check_in_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<CheckedIn>,
) -> Result<Response, Problem> {
    let unknown = || Problem::unprocessable().field("answer", "common-error-choose");
    let answer = CheckInAnswer::from_code(&new.answer).ok_or_else(unknown)?;
    said(check_in(&desk, &caller.actor, reference(&text)?, new.day, answer, &new.note).await)
}

/// The answer to a program.
fn said(done: Result<(), CheckInError>) -> Result<Response, Problem> {
    match done {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(error) => Err(match wrong(&error, "note") {
            Some((field, message)) => Problem::unprocessable().field(field, message),
            None => failed(error),
        }),
    }
}

/// Notes that the employer was spoken or written to: from now on somebody asks her, safely, whether she is punished.
#[utoipa::path(post, path = "/api/v1/casework/complaints/{reference}/employer-contact", tag = "casework",
    params(("reference" = String, Path)),
    responses((status = 204), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn contact_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Response, Problem> {
    said(note_employer_contact(&desk, &caller.actor, reference(&text)?).await)
}

/// What an officer found who looked into a suspicion.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LookedInto {
    /// She is punished, or was.
    punished: bool,
    /// What was found: sealed.
    note: String,
}

/// Says what was found of a suspicion that she is punished.
#[utoipa::path(post, path = "/api/v1/casework/complaints/{reference}/retaliation", tag = "casework",
    request_body = LookedInto, params(("reference" = String, Path)),
    responses((status = 204), (status = 401), (status = 404), (status = 413), (status = 422)))]
pub(super) async fn looked_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<LookedInto>,
) -> Result<Response, Problem> {
    said(looked_into(&desk, &caller.actor, reference(&text)?, new.punished, &new.note).await)
}

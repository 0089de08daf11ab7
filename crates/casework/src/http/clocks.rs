//! The clocks that run against the worker, on her record: the days, and what became of those that somebody must see to.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{
    AskedDay, DaysError, Desk, HerClock, OpenedComplaint, ToldDays, asked_days, clocks_of, day_field,
    days_for_staff, days_version, is_her_clock, note_days, read_days, summary,
};
use haqqi_kernel::{Action, Actor, CommitError, judge};
use haqqi_language::Args;
use haqqi_web::{Errors, Form, Json, Page, Problem};
use haqqi_worklist::owed;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::her_clock::{ClockAnswer, ClockError, settle_clock};
use crate::http::pay::day_of;
use crate::http::record::{Typed, back, page_of, page_with_errors, problem, reference};

/// What was typed into the form of her days, field by field.
pub(super) struct TypedDays {
    fields: Vec<(String, String)>,
    /// What the days were last changed at when it was typed; none where somebody was faster, and they are shown anew.
    seen: Option<i32>,
}

impl TypedDays {
    fn of(&self, name: &str) -> String {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

/// What the record shows of them.
pub(super) struct Clocks {
    /// Each last day, in words, and the article that it rests on.
    pub days: Vec<(String, String)>,
    /// The days that start them.
    pub asked: Vec<AskedDay>,
    /// What the days were last changed at.
    pub version: i32,
    /// What was typed is given back.
    pub typed: bool,
    /// Code and name of those that wait for somebody.
    pub waiting: Vec<(String, String)>,
    /// What may be answered.
    pub answers: Vec<(String, String, String)>,
}

impl Clocks {
    pub(super) async fn of(
        desk: &Desk,
        actor: &Actor,
        page: &Page,
        record: &OpenedComplaint,
        typed: Option<&TypedDays>,
    ) -> Result<Self, Problem> {
        let scope = judge(actor, Action::ReadComplaint).map_err(|_| Problem::not_found())?;
        let days = days_for_staff(desk, actor, &scope, record.summary.id).await.map_err(problem)?;
        let office = record.summary.office.as_deref();
        let say = |clock: &HerClock| {
            let what = page.label("deadline", &clock.code);
            let args = Args::new().set("what", what).set("date", day_of(page, clock.by));
            let said = page.ta(if clock.past { "casework-days-past" } else { "casework-days-ask" }, &args);
            (said, clock.article.as_deref().map(|code| page.label("article", code)).unwrap_or_default())
        };
        let known = |event: &str| match typed {
            Some(typed) => typed.of(&day_field(event)),
            None => days.get(event).map(ToString::to_string).unwrap_or_default(),
        };
        let version = match typed.and_then(|typed| typed.seen) {
            Some(seen) => seen,
            None => days_version(desk, record.summary.id).await.map_err(|e| Problem::because(&e))?,
        };
        let open = owed(&desk.site.house, record.summary.id).await.map_err(|e| Problem::because(&e))?;
        let hers = open.into_iter().filter(|owed| is_her_clock(&desk.site.pack, &owed.clock));
        Ok(Self {
            asked: asked_days(desk, page, known),
            version,
            typed: typed.is_some(),
            days: clocks_of(desk, office, &days).iter().map(say).collect(),
            waiting: hers.map(|owed| (owed.clock.clone(), page.label("deadline", &owed.clock))).collect(),
            answers: ClockAnswer::ALL
                .map(|answer| {
                    let id = format!("casework-clock-{}", answer.code());
                    (answer.code().to_owned(), page.t(&id), String::new())
                })
                .to_vec(),
        })
    }
}

fn failed(error: ClockError) -> Problem {
    match error {
        ClockError::Read(error) => problem(error),
        ClockError::Nothing | ClockError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    }
}

/// What became of a clock.
#[derive(Deserialize)]
pub(super) struct Settled {
    #[serde(default)]
    clock: String,
    #[serde(default)]
    clock_answer: String,
}

pub(super) async fn settle_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Settled>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let Some(answer) = ClockAnswer::from_code(&form.clock_answer) else {
        let mut errors = Errors::none();
        errors.add(&session.page, "clock_answer", "common-error-choose");
        return page_with_errors(&desk, session, reference, errors, String::new()).await;
    };
    settle_clock(&desk, &session.actor, reference, &form.clock, answer).await.map_err(failed)?;
    Ok(back(&text))
}

/// What became of a clock that runs against the worker.
#[derive(Deserialize, ToSchema)]
#[schema(as = ClockAnswered)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAnswer {
    /// `asked` (in time), `told` (she knows the day and decides herself), `unneeded`, `missed`.
    answer: String,
}

/// Notes what became of a clock that runs against the worker, and ends the work. 409 where nothing waits.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/clocks/{clock}", tag = "casework",
    params(("reference" = String, Path), ("clock" = String, Path, description = "A deadline's code of the pack")),
    request_body = NewAnswer, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn settle_json(
    State(desk): State<Desk>,
    Path((text, clock)): Path<(String, String)>,
    caller: ApiStaff,
    Json(new): Json<NewAnswer>,
) -> Result<StatusCode, Problem> {
    let answer = ClockAnswer::from_code(&new.answer)
        .ok_or_else(|| Problem::unprocessable().field("answer", "common-error-choose"))?;
    settle_clock(&desk, &caller.actor, reference(&text)?, &clock, answer).await.map_err(failed)?;
    Ok(StatusCode::CREATED)
}

/// The days as an officer notes them. An empty field is a day that nobody knows.
pub(super) async fn days_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut typed = TypedDays { fields: pairs, seen: None };
    let seen = typed.of("version").trim().parse().map_err(|_| Problem::bad_request())?;
    let (mut errors, mut stale) = (Errors::none(), false);
    let days = read_days(&desk, &session.page, &mut errors, WRONG, |field| typed.of(field));
    if errors.is_empty() {
        match note_days(&desk, &session.actor, reference, &days, seen).await {
            Ok(()) => return Ok(back(&text)),
            Err(DaysError::Day(event) | DaysError::Unknown(event)) => {
                errors.add(&session.page, &day_field(&event), WRONG);
            }
            Err(DaysError::Waits(event)) => errors.add(&session.page, &day_field(&event), WAITS),
            Err(DaysError::Changed) => stale = true,
            Err(error) => return Err(not_noted(error)),
        }
    }
    typed.seen = (!stale).then_some(seen);
    let typed = Typed { days: Some(typed), stale, ..Typed::default() };
    page_of(&desk, session, reference, errors, typed, None).await
}

/// What is said of a day that is taken away while its clock waits.
const WAITS: &str = "casework-days-error-waits";
/// What is said of a day that cannot be.
const WRONG: &str = "casework-days-error";

fn not_noted(error: DaysError) -> Problem {
    match error {
        DaysError::Changed => Problem::conflict(),
        DaysError::Read(error) => problem(error),
        DaysError::Day(event) | DaysError::Unknown(event) => {
            Problem::unprocessable().field(format!("days.{event}"), WRONG)
        }
        DaysError::Waits(event) => Problem::unprocessable().field(format!("days.{event}"), WAITS),
        DaysError::Return(_) => Problem::not_found(),
    }
}

/// The days that start clocks against the worker.
#[derive(Deserialize, ToSchema)]
#[schema(as = DaysNoted)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDays {
    /// The event, a code of the pack → the day, `2026-11-24`. They take the place of all that were told before.
    #[schema(value_type = std::collections::HashMap<String, String>)]
    days: ToldDays,
    /// `version` as it was read (0 before any): another answers 409.
    version: i32,
}

/// A clock that runs against the worker.
#[derive(Serialize, ToSchema)]
#[schema(as = ClockAgainstHer)]
pub(super) struct ShownClock {
    /// A code of the pack.
    clock: String,
    /// The last day on which to ask.
    by: String,
    /// Whether the day is past.
    past: bool,
    /// Whether a lawyer has approved that it is shown to her as law.
    law: bool,
    /// The article, a code of the pack.
    article: Option<String>,
    /// Whether somebody must see to it now.
    waits: bool,
}

/// The days, and the clocks that run from them.
#[derive(Serialize, ToSchema)]
#[schema(as = DaysAgainstHer)]
pub(super) struct ShownDays {
    /// The event, a code of the pack → the day.
    #[schema(value_type = std::collections::HashMap<String, String>)]
    days: ToldDays,
    /// Sent back with a change.
    version: i32,
    /// The earliest first.
    clocks: Vec<ShownClock>,
}

async fn shown_days(desk: &Desk, actor: &Actor, text: &str) -> Result<Json<ShownDays>, Problem> {
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| Problem::not_found())?;
    let complaint = summary(desk, &scope, reference(text)?).await.map_err(problem)?;
    let version = days_version(desk, complaint.id).await.map_err(|e| Problem::because(&e))?;
    let days = days_for_staff(desk, actor, &scope, complaint.id).await.map_err(problem)?;
    let open = owed(&desk.site.house, complaint.id).await.map_err(|e| Problem::because(&e))?;
    let shown = |clock: HerClock| ShownClock {
        waits: open.iter().any(|owed| owed.clock == clock.code),
        by: clock.by.to_string(),
        past: clock.past,
        law: clock.law,
        article: clock.article,
        clock: clock.code,
    };
    let clocks = clocks_of(desk, complaint.office.as_deref(), &days).into_iter().map(shown).collect();
    Ok(Json(ShownDays { days, version, clocks }))
}

/// The days that start clocks against the worker, as told or learnt, and the last days on which to ask.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/days", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = ShownDays), (status = 401), (status = 404)))]
pub(super) async fn days_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<ShownDays>, Problem> {
    shown_days(&desk, &caller.actor, &text).await
}

/// Notes the days that start clocks against the worker: what she told at the counter, or a paper shows.
#[utoipa::path(put, path = "/api/v1/casework/{reference}/days", tag = "casework", params(("reference" = String, Path)),
    request_body = NewDays,
    responses((status = 200, body = ShownDays), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn note_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewDays>,
) -> Result<Json<ShownDays>, Problem> {
    note_days(&desk, &caller.actor, reference(&text)?, &new.days, new.version).await.map_err(not_noted)?;
    shown_days(&desk, &caller.actor, &text).await
}

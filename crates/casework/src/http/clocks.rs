//! The clocks that run against the worker, on her record: the days, and what became of those that somebody must see to.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{NaiveTime, TimeDelta};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, HerClock, OpenedComplaint, clocks_of, days_for_staff, is_her_clock};
use haqqi_kernel::{Action, Actor, CommitError, judge};
use haqqi_language::Args;
use haqqi_web::{Errors, Form, Json, Page, Problem};
use haqqi_worklist::owed;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::her_clock::{ClockAnswer, ClockError, settle_clock};
use crate::http::record::{back, page_with_errors, problem, reference};

/// What the record shows of them.
pub(super) struct Clocks {
    /// Each day, in words.
    pub days: Vec<String>,
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
    ) -> Result<Self, Problem> {
        let scope = judge(actor, Action::ReadComplaint).map_err(|_| Problem::not_found())?;
        let days = days_for_staff(desk, actor, &scope, record.summary.id).await.map_err(problem)?;
        let office = record.summary.office.as_deref();
        let calendar = desk.clocks().calendar(office);
        let say = |clock: &HerClock| {
            let noon = calendar.instant(clock.by, NaiveTime::MIN) + TimeDelta::hours(12);
            let what = page.label("deadline", &clock.code);
            let args = Args::new().set("what", what).set("date", page.date(&noon));
            page.ta(if clock.past { "casework-days-past" } else { "casework-days-ask" }, &args)
        };
        let open = owed(&desk.site.house, record.summary.id).await.map_err(|e| Problem::because(&e))?;
        let hers = open.into_iter().filter(|owed| is_her_clock(&desk.site.pack, &owed.clock));
        Ok(Self {
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

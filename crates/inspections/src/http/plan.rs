//! The planner's page: the pool, making a batch, the visits in order of their time.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, Actor, CommitError, Reference, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use super::problem;
use crate::batch::{BatchError, MakeBatch, make_batch};
use crate::desk::InspectionDesk;
use crate::list::{ListedVisit, VisitFilter, list, pool};
use crate::model::VisitState;

/// Visits on one page.
pub(super) const ON_A_PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage {
    page: Page,
    errors: Errors,
    requests: Vec<(String, String, String)>,
    chosen: Vec<String>,
    offices: Vec<(String, String)>,
    typed: Batch,
    visits: Vec<ListedVisit>,
    states: Vec<(String, String)>,
    state: String,
    next: String,
    waiting: usize,
    conflicts: usize,
    coming: usize,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    after: String,
}

#[derive(Deserialize, Default, Clone)]
pub(super) struct Batch {
    #[serde(default)]
    office: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    opens: String,
    #[serde(default)]
    closes: String,
    #[serde(default)]
    requests: Vec<String>,
    #[serde(default)]
    routine: String,
    #[serde(default)]
    order: String,
}

/// Where a page of visits ended.
pub(super) fn cursor_of(visit: &ListedVisit) -> String {
    format!("{}_{}", visit.row.starts_at.timestamp_micros(), visit.row.reference)
}

/// Where the page before ended.
pub(super) fn read_cursor(text: &str) -> Option<(DateTime<Utc>, Reference)> {
    let (at, reference) = text.split_once('_')?;
    Some((DateTime::from_timestamp_micros(at.parse().ok()?)?, reference.parse().ok()?))
}

pub(super) async fn show(
    State(desk): State<InspectionDesk>,
    Query(asked): Query<Asked>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, Errors::none(), Batch::default(), &asked).await
}

/// The offices for which the actor plans: the own one, or all.
fn offices(desk: &InspectionDesk, actor: &Actor, page: &Page) -> Vec<(String, String)> {
    let Ok(scope) = judge(actor, Action::ScheduleVisit) else { return Vec::new() };
    desk.pack()
        .offices()
        .iter()
        .filter(|office| office.inspections && scope.covers(Some(&office.code), None, false, false))
        .map(|office| (office.code.clone(), page.label("office", &office.code)))
        .collect()
}

async fn page_of(
    desk: &InspectionDesk,
    session: StaffSession,
    errors: Errors,
    typed: Batch,
    asked: &Asked,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let pooled = pool(desk, &actor).await.map_err(problem)?;
    let state = VisitState::from_code(&asked.state);
    let open = VisitFilter { open_only: true, ..VisitFilter::default() };
    let coming = list(desk, &actor, &open, 500).await.map_err(problem)?;
    let filter = VisitFilter {
        state,
        open_only: state.is_none(),
        after: read_cursor(&asked.after),
        ..VisitFilter::default()
    };
    let mut visits = list(desk, &actor, &filter, ON_A_PAGE + 1).await.map_err(problem)?;
    let more = visits.len() > usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX);
    visits.truncate(usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX));
    let next = match visits.last().filter(|_| more) {
        Some(last) => format!("/staff/visits?state={}&after={}", asked.state, cursor_of(last)),
        None => String::new(),
    };
    let requests = pooled
        .iter()
        .map(|request| {
            let place = request.workplace.as_ref().map(|place| place.shown()).unwrap_or_default();
            let sections: Vec<String> =
                request.sections.iter().map(|code| page.label("section", code)).collect();
            let hint = format!(
                "{} · {} · {} · {}",
                request.reference,
                page.label("office", &request.office),
                page.left(&request.due_at),
                sections.join(", ")
            );
            (request.reference.to_string(), place, hint)
        })
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = PlanPage {
        offices: offices(desk, &actor, &page),
        states: VisitState::ALL
            .iter()
            .map(|state| (state.code().to_owned(), page.t(&format!("inspections-state-{}", state.code()))))
            .collect(),
        state: asked.state.clone(),
        waiting: pooled.len(),
        conflicts: coming.iter().filter(|visit| visit.conflict).count(),
        coming: coming.len(),
        chosen: typed.requests.clone(),
        errors,
        requests,
        typed,
        visits,
        next,
        page,
    };
    Ok(render(status, &shown))
}

/// Reads what was typed into a command.
fn command(page: &Page, typed: &Batch, errors: &mut Errors) -> Option<MakeBatch> {
    let day = NaiveDate::parse_from_str(typed.day.trim(), "%Y-%m-%d").ok();
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let (opens, closes) = (time(&typed.opens), time(&typed.closes));
    for (field, missing) in [("day", day.is_none()), ("opens", opens.is_none()), ("closes", closes.is_none())]
    {
        if missing {
            errors.add(page, field, "inspections-error-time");
        }
    }
    let requests: Option<Vec<Reference>> = typed.requests.iter().map(|text| text.parse().ok()).collect();
    if requests.is_none() {
        errors.add(page, "requests", "inspections-error-request");
    }
    let routine = if typed.routine.trim().is_empty() { Some(0) } else { typed.routine.trim().parse().ok() };
    if routine.is_none() {
        errors.add(page, "routine", "inspections-error-number");
    }
    Some(MakeBatch {
        office: typed.office.clone(),
        day: day?,
        opens: opens?,
        closes: closes?,
        requests: requests?,
        routine: routine?,
        order: typed.order.clone(),
    })
}

pub(super) async fn batch(
    State(desk): State<InspectionDesk>,
    session: StaffSession,
    Form(typed): Form<Batch>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    if let Some(command) = command(&session.page, &typed, &mut errors) {
        let page = &session.page;
        match make_batch(&desk, &session.actor, &command).await {
            Ok(_) => return Ok(Redirect::to("/staff/visits").into_response()),
            Err(BatchError::NotFound) if judge(&session.actor, Action::ScheduleVisit).is_err() => {
                return Err(Problem::not_found());
            }
            Err(BatchError::NotFound) => errors.add(page, "office", "common-error-choose"),
            Err(BatchError::Request) => errors.add(page, "requests", "inspections-error-request"),
            Err(BatchError::Hours) => errors.add(page, "day", "inspections-error-hours"),
            Err(BatchError::TooFewRoutine) => errors.add(page, "office", "inspections-error-routine"),
            Err(BatchError::Order) => errors.add(page, "order", "inspections-error-order"),
            Err(BatchError::Team) => errors.add(page, "day", "inspections-error-no-team"),
            Err(BatchError::Commit(CommitError::Stale)) => return Err(Problem::conflict()),
            Err(other) => return Err(Problem::because(&other)),
        }
    }
    let asked = Asked { state: String::new(), after: String::new() };
    page_of(&desk, session, errors, typed, &asked).await
}

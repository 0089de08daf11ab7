//! One visit for those who plan: who goes and when, what became of it, the measures that wait for an approval.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{NaiveDate, NaiveTime};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, Actor, CommitError, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;
use uuid::Uuid;

use super::day::shown_day;
use super::{download, problem, reference};
use crate::change::{ChangeError, cancel, candidates, reassign, reschedule};
use crate::desk::{InspectionDesk, VisitError};
use crate::measure::{SettleError, settle};
use crate::model::{MeasureState, VisitState};
use crate::open::{OpenedVisit, open};
use crate::report::report_file;

/// A measure as pages show it, with what may be done about it.
pub(super) struct ShownMeasure {
    pub number: i32,
    pub name: String,
    pub state: String,
    pub due: String,
    pub words: String,
    pub choices: Vec<(String, String)>,
}

/// A finding as pages show it.
pub(super) struct ShownFinding {
    pub item: String,
    pub article: String,
    pub severity: String,
    pub grave: bool,
    pub workers: String,
    pub words: String,
}

#[derive(Template)]
#[template(path = "visit.html")]
struct VisitPage {
    page: Page,
    errors: Errors,
    visit: OpenedVisit,
    rows: Vec<(String, String)>,
    planned: bool,
    conflict: bool,
    people: Vec<(String, String, String)>,
    team: Vec<String>,
    day: String,
    time: String,
    reason: String,
    found_on: String,
    findings: Vec<ShownFinding>,
    measures: Vec<ShownMeasure>,
}

/// What a sheet says, the same rows for every visit.
pub(super) fn sheet_rows(page: &Page, visit: &OpenedVisit) -> Vec<(String, String)> {
    let labels = |prefix: &str, codes: &[String]| {
        let all: Vec<String> = codes.iter().map(|code| page.label(prefix, code)).collect();
        if all.is_empty() { page.t("inspections-none-known") } else { all.join(" · ") }
    };
    let row = &visit.row;
    let place = visit.workplace.as_ref();
    let governorate = place.and_then(|p| p.governorate.as_ref()).map(|code| page.label("governorate", code));
    let mut address = visit.addresses.clone();
    address.extend(governorate);
    let spoken: Vec<String> = row.languages.iter().map(|tag| page.language_name(tag)).collect();
    let mut rows = vec![
        (page.t("inspections-when"), page.moment(&row.starts_at)),
        (page.t("inspections-establishment"), visit.names.join(" · ")),
        (
            page.t("inspections-report-register"),
            place.map(|place| place.reference.clone()).unwrap_or_default(),
        ),
        (page.t("inspections-address"), address.join(" · ")),
        (page.t("inspections-sector"), page.label("sector", &row.sector)),
        (page.t("inspections-regime"), page.label("regime", &row.regime)),
        (page.t("inspections-office"), page.label("office", &row.office)),
        (page.t("inspections-team"), names(visit).join(" · ")),
        (page.t("inspections-sections"), labels("section", &row.sections)),
        (page.t("inspections-languages"), spoken.join(" · ")),
        (page.t("inspections-hazards"), labels("hazard", &row.hazards)),
    ];
    if !visit.heirs.is_empty() {
        let heirs: Vec<String> = visit.heirs.iter().map(|(_, name)| name.clone()).collect();
        rows.push((page.t("inspections-heirs"), heirs.join(" · ")));
    }
    if let Some(order) = &visit.order {
        rows.push((page.t("inspections-order"), order.clone()));
    }
    for row in &mut rows {
        if row.1.is_empty() {
            row.1 = page.t("inspections-not-known");
        }
    }
    rows
}

fn names(visit: &OpenedVisit) -> Vec<String> {
    visit.team.iter().map(|(_, name)| name.clone()).collect()
}

/// The findings of an opened visit, in words.
pub(super) fn shown_findings(page: &Page, visit: &OpenedVisit) -> Vec<ShownFinding> {
    visit
        .findings
        .iter()
        .map(|finding| ShownFinding {
            item: page.label("item", &finding.item),
            article: page.label("article", &finding.article),
            severity: page.t(&format!("inspections-severity-{}", finding.severity)),
            grave: finding.severity == "grave",
            workers: finding.workers.map(|workers| page.number(i64::from(workers))).unwrap_or_default(),
            words: finding.words.clone(),
        })
        .collect()
}

/// The measures of an opened visit, in words, with what this actor may do about each.
pub(super) fn shown_measures(page: &Page, actor: &Actor, visit: &OpenedVisit) -> Vec<ShownMeasure> {
    let was_there = visit.team.iter().chain(&visit.heirs).any(|(who, _)| Some(*who) == actor.account());
    visit
        .measures
        .iter()
        .map(|measure| {
            let approver = measure.approval.as_deref().and_then(haqqi_kernel::Role::from_code);
            let may_approve = approver.is_some_and(|role| actor.has(role)) && !was_there;
            let may_follow = was_there || judge(actor, Action::ScheduleVisit).is_ok();
            let choices = MeasureState::TABLE
                .iter()
                .filter(|(from, _)| *from == measure.state)
                .filter(|(from, _)| if *from == MeasureState::Proposed { may_approve } else { may_follow })
                .map(|(_, to)| (to.code().to_owned(), page.t(&format!("inspections-settle-{}", to.code()))))
                .collect();
            ShownMeasure {
                number: measure.number,
                name: page.label("measure", &measure.code),
                state: page.t(&format!("inspections-measure-state-{}", measure.state.code())),
                due: measure.due_at.map(|at| page.date_time(&at)).unwrap_or_default(),
                words: measure.words.clone(),
                choices,
            }
        })
        .collect()
}

#[derive(Default, Clone)]
struct Typed {
    team: Option<Vec<String>>,
    day: Option<String>,
    time: Option<String>,
    reason: String,
}

pub(super) async fn show(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, &text, Errors::none(), Typed::default()).await
}

async fn page_of(
    desk: &InspectionDesk,
    session: StaffSession,
    text: &str,
    errors: Errors,
    typed: Typed,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let reference = reference(text)?;
    if judge(&actor, Action::ScheduleVisit).is_err() {
        // Work in the queue leads here; an inspector's own page is another.
        judge(&actor, Action::RecordVisit).map_err(|_| Problem::not_found())?;
        return Ok(Redirect::to(&format!("/field/visits/{reference}")).into_response());
    }
    let visit = open(desk, &actor, reference).await.map_err(problem)?;
    let planned = visit.row.state == VisitState::Planned;
    let candidates =
        if planned { candidates(desk, &actor, reference).await.map_err(problem)? } else { Vec::new() };
    let going: Vec<String> = visit.team.iter().map(|(who, _)| who.to_string()).collect();
    let conflict = planned && candidates.iter().any(|c| !c.able && going.contains(&c.person.id.to_string()));
    let people = candidates
        .into_iter()
        .filter(|candidate| candidate.able)
        .map(|candidate| {
            let spoken: Vec<String> = candidate.speaks.iter().map(|tag| page.language_name(tag)).collect();
            (candidate.person.id.to_string(), candidate.person.name, spoken.join(", "))
        })
        .collect();
    let zone = desk.pack().office_zone(&visit.row.office);
    let local = visit.row.starts_at.with_timezone(&zone);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = VisitPage {
        rows: sheet_rows(&page, &visit),
        found_on: shown_day(desk, &page, &visit),
        findings: shown_findings(&page, &visit),
        measures: shown_measures(&page, &actor, &visit),
        team: typed.team.unwrap_or(going),
        day: typed.day.unwrap_or_else(|| local.format("%Y-%m-%d").to_string()),
        time: typed.time.unwrap_or_else(|| local.format("%H:%M").to_string()),
        reason: typed.reason,
        planned,
        conflict,
        people,
        errors,
        visit,
        page,
    };
    Ok(render(status, &shown))
}

fn back(text: &str) -> Response {
    Redirect::to(&format!("/staff/visits/{text}")).into_response()
}

/// The field and message of a refused change, or the problem that it is.
pub(super) fn refused(error: ChangeError) -> Result<(&'static str, &'static str), Problem> {
    match error {
        ChangeError::Team => Ok(("people", "inspections-error-team")),
        ChangeError::Conflict => Ok(("people", "inspections-error-conflict")),
        ChangeError::Taken => Ok(("people", "inspections-error-taken")),
        ChangeError::Two => Ok(("people", "inspections-error-two")),
        ChangeError::Time => Ok(("day", "inspections-error-time")),
        ChangeError::Reason => Ok(("reason", "staff-error-reason")),
        ChangeError::Visit(VisitError::State) => Ok(("people", "inspections-error-state")),
        ChangeError::Visit(VisitError::Commit(CommitError::Stale)) => Err(Problem::conflict()),
        ChangeError::Visit(error) => Err(problem(error)),
    }
}

#[derive(Deserialize)]
pub(super) struct People {
    #[serde(default)]
    people: Vec<String>,
}

pub(super) async fn team(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<People>,
) -> Result<Response, Problem> {
    let chosen: Option<Vec<Uuid>> = form.people.iter().map(|id| id.parse().ok()).collect();
    let reference = reference(&text)?;
    let done = reassign(&desk, &session.actor, reference, &chosen.unwrap_or_default()).await;
    let Err(error) = done else { return Ok(back(&text)) };
    let (field, message) = refused(error)?;
    let mut errors = Errors::none();
    errors.add(&session.page, field, message);
    let typed = Typed { team: Some(form.people), ..Typed::default() };
    page_of(&desk, session, &text, errors, typed).await
}

#[derive(Deserialize)]
pub(super) struct When {
    #[serde(default)]
    day: String,
    #[serde(default)]
    time: String,
}

pub(super) async fn time(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<When>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let day = NaiveDate::parse_from_str(form.day.trim(), "%Y-%m-%d");
    let time = NaiveTime::parse_from_str(form.time.trim(), "%H:%M");
    if let (Ok(day), Ok(time)) = (day, time) {
        // All offices of a pack are in its zone save those that name another, whose calendar the clocks know.
        let visit = open(&desk, &session.actor, reference).await.map_err(problem)?;
        let at = desk.clocks.calendar(Some(&visit.row.office)).instant(day, time);
        match reschedule(&desk, &session.actor, reference, at).await {
            Ok(()) => return Ok(back(&text)),
            Err(error) => {
                let (field, message) = refused(error)?;
                errors.add(&session.page, if field == "people" { "day" } else { field }, message);
            }
        }
    } else {
        errors.add(&session.page, "day", "inspections-error-time");
    }
    let typed = Typed { day: Some(form.day), time: Some(form.time), ..Typed::default() };
    page_of(&desk, session, &text, errors, typed).await
}

#[derive(Deserialize)]
pub(super) struct Why {
    #[serde(default)]
    reason: String,
}

pub(super) async fn cancel_form(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Why>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let done = cancel(&desk, &session.actor, reference, &form.reason).await;
    let Err(error) = done else { return Ok(back(&text)) };
    let (field, message) = refused(error)?;
    let mut errors = Errors::none();
    errors.add(&session.page, field, message);
    page_of(&desk, session, &text, errors, Typed { reason: form.reason, ..Typed::default() }).await
}

#[derive(Deserialize)]
pub(super) struct Settled {
    #[serde(default)]
    pub to: String,
}

/// Settles a measure for a page; answers where to go.
pub(super) async fn settle_form(
    desk: &InspectionDesk,
    session: &StaffSession,
    text: &str,
    number: &str,
    form: &Settled,
) -> Result<(), Problem> {
    let number = number.parse().map_err(|_| Problem::not_found())?;
    let to = MeasureState::from_code(&form.to).ok_or_else(Problem::unprocessable)?;
    match settle(desk, &session.actor, reference(text)?, number, to).await {
        Ok(()) => Ok(()),
        Err(SettleError::State) => Err(Problem::unprocessable().field("to", "inspections-error-state")),
        Err(SettleError::NotYours) => Err(Problem::unprocessable().field("to", "inspections-error-approver")),
        Err(SettleError::Visit(error)) => Err(problem(error)),
    }
}

pub(super) async fn measure(
    State(desk): State<InspectionDesk>,
    Path((text, number)): Path<(String, String)>,
    session: StaffSession,
    Form(form): Form<Settled>,
) -> Result<Response, Problem> {
    settle_form(&desk, &session, &text, &number, &form).await?;
    Ok(back(&text))
}

pub(super) async fn report(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let file = report_file(&desk, &session.actor, reference(&text)?).await.map_err(problem)?;
    Ok(download(file))
}

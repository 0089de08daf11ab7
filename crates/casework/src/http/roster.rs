//! The duty roster as a page and as JSON.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::{ApiStaff, Directory, StaffSession};
use haqqi_complaints::Desk;
use haqqi_kernel::plain_digits;
use haqqi_web::{Errors, Form, Json, Page, Problem, instant, render};
use haqqi_worklist::ALARM;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::roster::{RosterError, for_roster, put_on_duty, roster, take_off_duty};

/// A shift as the page shows it.
struct Shown {
    id: Uuid,
    name: String,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    now: bool,
    /// Of the nation, where an office's roster is kept.
    national: bool,
    /// Whether it may be taken off here.
    kept: bool,
}

#[derive(Template)]
#[template(path = "roster.html")]
struct RosterPage {
    page: Page,
    errors: Errors,
    shifts: Vec<Shown>,
    /// Start, end, whether it is near.
    gaps: Vec<(DateTime<Utc>, DateTime<Utc>, bool)>,
    people: Vec<(String, String)>,
    /// The office whose roster is kept here, in words; none for the nation's.
    office: Option<String>,
    typed: Typed,
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    who: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    hours: String,
}

fn problem(error: RosterError) -> Problem {
    match error {
        RosterError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    }
}

pub(super) async fn show(State(desk): State<Desk>, session: StaffSession) -> Result<Response, Problem> {
    page_of(&desk, session, Errors::none(), Typed::default()).await
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    errors: Errors,
    typed: Typed,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let shown = roster(desk, &actor).await.map_err(problem)?;
    let house = &desk.site.house;
    let now = house.now();
    let directory = Directory::new(house.clone());
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let ids: Vec<Uuid> = shown.shifts.iter().map(|shift| shift.staff).collect();
    let names: HashMap<Uuid, String> = directory.names(&ids).await.map_err(failed)?;
    let shifts = shown
        .shifts
        .iter()
        .map(|shift| Shown {
            id: shift.id,
            name: names.get(&shift.staff).cloned().unwrap_or_default(),
            from: shift.from,
            to: shift.to,
            now: shift.from <= now && now < shift.to,
            national: shown.office.is_some() && shift.office.is_none(),
            kept: shift.office == shown.office,
        })
        .collect();
    let gaps = shown.gaps.iter().map(|gap| (gap.from, gap.to, gap.from < now + ALARM)).collect();
    let office = shown.office.as_deref().map(|office| page.label("office", office));
    let people = for_roster(desk, &actor).await.map_err(problem)?;
    let people = people.into_iter().map(|person| (person.sign_in, person.name)).collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &RosterPage { page, errors, shifts, gaps, people, office, typed }))
}

pub(super) async fn add(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let from = session.page.read_time(&typed.from);
    let hours = plain_digits(&typed.hours).trim().parse::<u32>().ok();
    if from.is_none() {
        errors.add(&session.page, "from", "casework-error-time");
    }
    if hours.is_none() {
        errors.add(&session.page, "hours", "casework-error-shift");
    }
    if let (Some(from), Some(hours)) = (from, hours) {
        let length = TimeDelta::hours(i64::from(hours.min(1000)));
        match put_on_duty(&desk, &session.actor, &typed.who, from, length).await {
            Ok(_) => return Ok(Redirect::to("/staff/roster").into_response()),
            Err(RosterError::Person) => errors.add(&session.page, "who", "common-error-choose"),
            Err(RosterError::Time) => errors.add(&session.page, "hours", "casework-error-shift"),
            Err(other) => return Err(problem(other)),
        }
    }
    page_of(&desk, session, errors, typed).await
}

#[derive(Deserialize)]
pub(super) struct Which {
    shift: Uuid,
}

pub(super) async fn remove(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(which): Form<Which>,
) -> Result<Response, Problem> {
    take_off_duty(&desk, &session.actor, which.shift).await.map_err(problem)?;
    Ok(Redirect::to("/staff/roster").into_response())
}

/// A shift.
#[derive(Serialize, ToSchema)]
struct ShiftRow {
    id: Uuid,
    /// Account of who is on duty.
    staff: Uuid,
    /// The office whose roster it is on; none for the nation's.
    office: Option<String>,
    /// RFC 3339.
    from: String,
    /// RFC 3339.
    to: String,
}

/// A time in which nobody is on duty.
#[derive(Serialize, ToSchema)]
struct GapRow {
    from: String,
    to: String,
}

/// The roster of the 14 days ahead.
#[derive(Serialize, ToSchema)]
pub(super) struct RosterAnswer {
    shifts: Vec<ShiftRow>,
    gaps: Vec<GapRow>,
}

/// The national duty roster of the 14 days ahead with that of the own office, and the national gaps.
#[utoipa::path(get, path = "/api/v1/roster", tag = "casework",
    responses((status = 200, body = RosterAnswer), (status = 401), (status = 404)))]
pub(super) async fn api_read(
    State(desk): State<Desk>,
    caller: ApiStaff,
) -> Result<Json<RosterAnswer>, Problem> {
    let shown = roster(&desk, &caller.actor).await.map_err(problem)?;
    let shifts = shown.shifts.iter().map(|shift| ShiftRow {
        id: shift.id,
        staff: shift.staff,
        office: shift.office.clone(),
        from: instant(shift.from),
        to: instant(shift.to),
    });
    let gaps = shown.gaps.iter().map(|gap| GapRow { from: instant(gap.from), to: instant(gap.to) });
    Ok(Json(RosterAnswer { shifts: shifts.collect(), gaps: gaps.collect() }))
}

/// A shift to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewShift {
    /// The name under which who is to be on duty signs in.
    sign_in: String,
    /// RFC 3339.
    from: DateTime<Utc>,
    /// 1 to 24.
    hours: u32,
}

/// Puts a duty officer on the national roster; by an office's supervisor, a colleague on that office's.
#[utoipa::path(post, path = "/api/v1/roster", tag = "casework", request_body = NewShift,
    responses((status = 201, body = Object), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn api_add(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Json(new): Json<NewShift>,
) -> Result<Response, Problem> {
    let length = TimeDelta::hours(i64::from(new.hours.min(1000)));
    match put_on_duty(&desk, &caller.actor, &new.sign_in, new.from, length).await {
        Ok(id) => Ok((StatusCode::CREATED, Json(serde_json::json!({ "id": id }))).into_response()),
        Err(RosterError::Person) => Err(Problem::unprocessable().field("sign_in", "common-error-choose")),
        Err(RosterError::Time) => Err(Problem::unprocessable().field("hours", "casework-error-shift")),
        Err(other) => Err(problem(other)),
    }
}

/// Takes a shift off the roster.
#[utoipa::path(delete, path = "/api/v1/roster/{shift}", tag = "casework", params(("shift" = Uuid, Path)),
    responses((status = 204), (status = 401), (status = 404)))]
pub(super) async fn api_remove(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path(shift): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    take_off_duty(&desk, &caller.actor, shift).await.map_err(problem)?;
    Ok(StatusCode::NO_CONTENT)
}

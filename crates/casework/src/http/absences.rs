//! Who is away, and who stands in: one's own absences, and those of the people to whom one gives work.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use haqqi_accounts::{
    AbsenceError, AbsenceView, ApiStaff, Directory, NewAbsence, StaffSession, StaffView, end_absence,
    may_note_absence, may_stand_in, note_absence,
};
use haqqi_complaints::Desk;
use haqqi_kernel::{Action, Actor, judge};
use haqqi_web::{Errors, Form, Json, Page, Problem, instant, render};
use haqqi_worklist::{loads, shifts};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// An absence as the page shows it.
struct Shown {
    id: Uuid,
    name: String,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    deputy: Option<String>,
    now: bool,
    /// On the duty roster in that time: somebody else has to be found.
    on_roster: bool,
    /// Open work that waits for who is away, where nobody stands in.
    waits: Option<i64>,
}

#[derive(Template)]
#[template(path = "absences.html")]
struct AbsencesPage {
    page: Page,
    errors: Errors,
    rows: Vec<Shown>,
    /// Who may be away: one's own account first.
    people: Vec<(String, String)>,
    /// Who may stand in for one of them.
    deputies: Vec<(String, String)>,
    /// Gives work to others.
    gives: bool,
    /// Keeps the duty roster.
    keeps: bool,
    typed: Typed,
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    who: String,
    from: String,
    until: String,
    deputy: String,
}

fn problem(error: AbsenceError) -> Problem {
    match error {
        AbsenceError::NotFound => Problem::not_found(),
        AbsenceError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// Everybody, and the people among them whose absences this account may note, itself first; and the absences of these.
struct Reached {
    everybody: Vec<StaffView>,
    people: Vec<StaffView>,
    absences: Vec<AbsenceView>,
}

/// Whom this account reaches; not found for who may note no absence.
async fn reached(desk: &Desk, actor: &Actor) -> Result<Reached, Problem> {
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let directory = Directory::new(desk.site.house.clone());
    let everybody = directory.everybody().await.map_err(failed)?;
    let mut people: Vec<StaffView> = everybody
        .iter()
        .filter(|person| may_note_absence(actor, person) && !person.disabled)
        .cloned()
        .collect();
    if people.is_empty() {
        return Err(Problem::not_found());
    }
    people.sort_by_key(|person| (Some(person.id) != actor.account(), person.name.clone()));
    let mut absences = directory.absences().await.map_err(failed)?;
    absences.retain(|absence| people.iter().any(|person| person.id == absence.staff));
    Ok(Reached { everybody, people, absences })
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
    let Reached { everybody, people, absences } = reached(desk, &actor).await?;
    let house = &desk.site.house;
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let names: HashMap<Uuid, &String> = everybody.iter().map(|person| (person.id, &person.name)).collect();
    let name = |id: Uuid| names.get(&id).map(|name| (*name).clone()).unwrap_or_default();
    let load = loads(house).await.map_err(failed)?;
    let now = house.now();
    let last = absences.iter().map(|absence| absence.until).max().unwrap_or(now);
    let shifts = shifts(house, None, now, last).await.map_err(failed)?;
    let rows = absences.iter().map(|absence| Shown {
        id: absence.id,
        name: name(absence.staff),
        from: absence.from,
        until: absence.until,
        deputy: absence.deputy.map(name),
        now: absence.from <= now,
        on_roster: shifts.iter().any(|shift| {
            shift.staff == absence.staff && shift.from < absence.until && absence.from < shift.to
        }),
        waits: match absence.deputy {
            None => load.get(&absence.staff).copied(),
            Some(_) => None,
        },
    });
    let code = |person: &StaffView| (person.id.simple().to_string(), person.name.clone());
    let rows = rows.collect();
    let deputies = everybody.iter().filter(|deputy| people.iter().any(|away| may_stand_in(deputy, away)));
    let deputies = deputies.map(code).collect();
    let gives = judge(&actor, Action::AssignWork).is_ok();
    let keeps = judge(&actor, Action::ManageRoster).is_ok();
    let people = people.iter().map(code).collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = AbsencesPage { page, errors, rows, people, deputies, gives, keeps, typed };
    Ok(render(status, &shown))
}

pub(super) async fn add(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let page = &session.page;
    let (from, until) = (page.read_time(&typed.from), page.read_time(&typed.until));
    for (field, value) in [("from", &from), ("until", &until)] {
        if value.is_none() {
            errors.add(page, field, "casework-error-time");
        }
    }
    let staff = Uuid::parse_str(&typed.who).ok();
    if staff.is_none() {
        errors.add(page, "who", "common-error-choose");
    }
    let deputy = match typed.deputy.as_str() {
        "" => None,
        id => Some(Uuid::parse_str(id).unwrap_or(Uuid::nil())),
    };
    if let (Some(from), Some(until), Some(staff)) = (from, until, staff) {
        let new = NewAbsence { staff, from, until, deputy };
        match note_absence(&desk.site.house, &session.actor, new).await {
            Ok(_) => return Ok(Redirect::to("/staff/absences").into_response()),
            Err(AbsenceError::Time) => errors.add(page, "until", "casework-absence-error-time"),
            Err(AbsenceError::Deputy) => errors.add(page, "deputy", "casework-absence-error-deputy"),
            Err(other) => return Err(problem(other)),
        }
    }
    page_of(&desk, session, errors, typed).await
}

#[derive(Deserialize)]
pub(super) struct Which {
    absence: Uuid,
}

pub(super) async fn end(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(which): Form<Which>,
) -> Result<Response, Problem> {
    end_absence(&desk.site.house, &session.actor, which.absence).await.map_err(problem)?;
    Ok(Redirect::to("/staff/absences").into_response())
}

/// An absence.
#[derive(Serialize, ToSchema)]
pub(super) struct AbsenceRow {
    id: Uuid,
    /// Account of who is away.
    staff: Uuid,
    /// RFC 3339.
    from: String,
    /// RFC 3339.
    until: String,
    /// Account of who stands in.
    deputy: Option<Uuid>,
}

/// The absences that are not over: one's own, and those of the people to whom one gives work.
#[utoipa::path(get, path = "/api/v1/absences", tag = "casework",
    responses((status = 200, body = Vec<AbsenceRow>), (status = 401), (status = 404)))]
pub(super) async fn api_read(
    State(desk): State<Desk>,
    caller: ApiStaff,
) -> Result<Json<Vec<AbsenceRow>>, Problem> {
    let Reached { absences, .. } = reached(&desk, &caller.actor).await?;
    let rows = absences.into_iter().map(|absence| AbsenceRow {
        id: absence.id,
        staff: absence.staff,
        from: instant(absence.from),
        until: instant(absence.until),
        deputy: absence.deputy,
    });
    Ok(Json(rows.collect()))
}

/// An absence to be noted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAbsenceRow {
    /// Account of who is away.
    staff: Uuid,
    /// RFC 3339.
    from: DateTime<Utc>,
    /// RFC 3339.
    until: DateTime<Utc>,
    /// Account of who stands in: of the same office, with a role in common.
    #[serde(default)]
    deputy: Option<Uuid>,
}

/// Notes an absence.
#[utoipa::path(post, path = "/api/v1/absences", tag = "casework", request_body = NewAbsenceRow,
    responses((status = 201, body = Object), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn api_add(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Json(new): Json<NewAbsenceRow>,
) -> Result<Response, Problem> {
    let new = NewAbsence { staff: new.staff, from: new.from, until: new.until, deputy: new.deputy };
    match note_absence(&desk.site.house, &caller.actor, new).await {
        Ok(id) => Ok((StatusCode::CREATED, Json(serde_json::json!({ "id": id }))).into_response()),
        Err(AbsenceError::Time) => {
            Err(Problem::unprocessable().field("until", "casework-absence-error-time"))
        }
        Err(AbsenceError::Deputy) => {
            Err(Problem::unprocessable().field("deputy", "casework-absence-error-deputy"))
        }
        Err(other) => Err(problem(other)),
    }
}

/// Ends an absence.
#[utoipa::path(delete, path = "/api/v1/absences/{absence}", tag = "casework",
    params(("absence" = Uuid, Path)), responses((status = 204), (status = 401), (status = 404)))]
pub(super) async fn api_end(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path(absence): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    end_absence(&desk.site.house, &caller.actor, absence).await.map_err(problem)?;
    Ok(StatusCode::NO_CONTENT)
}

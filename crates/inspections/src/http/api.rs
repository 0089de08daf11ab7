//! Visits and their plan as JSON.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{NaiveDate, NaiveTime};
use haqqi_accounts::ApiStaff;
use haqqi_kernel::{CommitError, Reference};
use haqqi_web::{Json, Problem, instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::plan::{ON_A_PAGE, cursor_of, read_cursor};
use super::{problem, reference};
use crate::batch::{BatchError, MakeBatch, make_batch};
use crate::desk::InspectionDesk;
use crate::list::{ListedVisit, VisitFilter, list};
use crate::model::VisitState;
use crate::open::open;
use crate::row::VisitRow;

/// A person of a visit.
#[derive(Serialize, ToSchema)]
pub(super) struct PersonJson {
    id: Uuid,
    name: String,
}

pub(super) fn people(team: Vec<(Uuid, String)>) -> Vec<PersonJson> {
    team.into_iter().map(|(id, name)| PersonJson { id, name }).collect()
}

/// A visit. Every visit has the same members; none says why it is made.
#[derive(Serialize, ToSchema)]
pub(super) struct VisitJson {
    reference: String,
    state: &'static str,
    starts_at: String,
    ends_at: String,
    office: String,
    establishment: String,
    names: Vec<String>,
    sector: String,
    regime: String,
    home: bool,
    sections: Vec<String>,
    languages: Vec<String>,
    hazards: Vec<String>,
    team: Vec<PersonJson>,
    /// The day on which it was made, as it stands; once its record is closed.
    found_on: Option<NaiveDate>,
    version: i32,
}

fn visit_json(
    row: VisitRow,
    establishment: String,
    names: Vec<String>,
    team: Vec<(Uuid, String)>,
) -> VisitJson {
    VisitJson {
        reference: row.reference.to_string(),
        state: row.state.code(),
        starts_at: instant(row.starts_at),
        ends_at: instant(row.ends_at),
        office: row.office,
        establishment,
        names,
        sector: row.sector,
        regime: row.regime,
        home: row.home,
        sections: row.sections,
        languages: row.languages,
        hazards: row.hazards,
        team: people(team),
        found_on: row.found_on,
        version: row.version,
    }
}

fn listed_json(visit: ListedVisit) -> VisitJson {
    let (establishment, names) =
        visit.workplace.map(|place| (place.reference, place.names)).unwrap_or_default();
    visit_json(visit.row, establishment, names, visit.team)
}

/// What is asked of the list.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: Option<String>,
    #[serde(default)]
    after: Option<String>,
}

/// A page of visits.
#[derive(Serialize, ToSchema)]
pub(super) struct Visits {
    visits: Vec<VisitJson>,
    next: Option<String>,
}

/// Visits in order of their time: an inspector's own, a planner's office's.
#[utoipa::path(get, path = "/api/v1/visits", tag = "inspections",
    params(("state" = Option<String>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Visits), (status = 401), (status = 404)))]
pub(super) async fn visits(
    State(desk): State<InspectionDesk>,
    caller: ApiStaff,
    Query(asked): Query<Asked>,
) -> Result<Json<Visits>, Problem> {
    let state = match asked.state.as_deref() {
        Some(code) => Some(
            VisitState::from_code(code)
                .ok_or_else(|| Problem::unprocessable().field("state", "common-error-choose"))?,
        ),
        None => None,
    };
    let after = asked.after.as_deref().and_then(read_cursor);
    let filter = VisitFilter { state, after, ..VisitFilter::default() };
    let most = usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX);
    let mut found = list(&desk, &caller.actor, &filter, ON_A_PAGE + 1).await.map_err(problem)?;
    let more = found.len() > most;
    found.truncate(most);
    let next = found.last().filter(|_| more).map(cursor_of);
    Ok(Json(Visits { visits: found.into_iter().map(listed_json).collect(), next }))
}

/// A batch to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewBatch {
    /// The office whose inspectors go.
    office: String,
    /// The first day, `2026-11-25`.
    day: NaiveDate,
    /// From when on visits begin, `08:30`, by the office's clock.
    opens: String,
    /// When the last one ends.
    closes: String,
    /// References of requests of the pool.
    #[serde(default)]
    requests: Vec<String>,
    /// How many routine visits are wanted; never fewer than the requests ask for.
    #[serde(default)]
    routine: usize,
    /// The judicial order under which homes are entered.
    #[serde(default)]
    order: String,
}

/// The visits made, requested and routine alike, in order of time.
#[derive(Serialize, ToSchema)]
pub(super) struct Made {
    visits: Vec<String>,
}

/// Makes a batch of visits: the requests named, among at least as many routine ones.
#[utoipa::path(post, path = "/api/v1/visits", tag = "inspections", request_body = NewBatch,
    responses((status = 201, body = Made), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn make(
    State(desk): State<InspectionDesk>,
    caller: ApiStaff,
    Json(new): Json<NewBatch>,
) -> Result<Response, Problem> {
    let wrong = |field: &'static str, id: &'static str| Problem::unprocessable().field(field, id);
    let time = |field: &'static str, text: &str| {
        NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| wrong(field, "inspections-error-time"))
    };
    let requests: Option<Vec<Reference>> = new.requests.iter().map(|text| text.parse().ok()).collect();
    let command = MakeBatch {
        office: new.office,
        day: new.day,
        opens: time("opens", &new.opens)?,
        closes: time("closes", &new.closes)?,
        requests: requests.ok_or_else(|| wrong("requests", "inspections-error-request"))?,
        routine: new.routine,
        order: new.order,
    };
    let made = make_batch(&desk, &caller.actor, &command).await.map_err(|error| match error {
        BatchError::NotFound => Problem::not_found(),
        BatchError::Request => wrong("requests", "inspections-error-request"),
        BatchError::Hours => wrong("day", "inspections-error-hours"),
        BatchError::TooFewRoutine => wrong("office", "inspections-error-routine"),
        BatchError::Order => wrong("order", "inspections-error-order"),
        BatchError::Team => wrong("day", "inspections-error-no-team"),
        BatchError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    })?;
    let visits = made.iter().map(Reference::to_string).collect();
    Ok((StatusCode::CREATED, Json(Made { visits })).into_response())
}

/// A request of the pool.
#[derive(Serialize, ToSchema)]
pub(super) struct RequestJson {
    reference: String,
    office: String,
    establishment: Option<String>,
    names: Vec<String>,
    sections: Vec<String>,
    hazards: Vec<String>,
    languages: Vec<String>,
    due_at: String,
}

/// The pool of requests, for those who plan. For everybody else there is none.
#[utoipa::path(get, path = "/api/v1/visit-requests", tag = "inspections",
    responses((status = 200, body = Vec<RequestJson>), (status = 401), (status = 404)))]
pub(super) async fn pool(
    State(desk): State<InspectionDesk>,
    caller: ApiStaff,
) -> Result<Json<Vec<RequestJson>>, Problem> {
    let pooled = crate::list::pool(&desk, &caller.actor).await.map_err(problem)?;
    let rows = pooled.into_iter().map(|request| RequestJson {
        reference: request.reference.to_string(),
        office: request.office,
        establishment: request.workplace.as_ref().map(|place| place.reference.clone()),
        names: request.workplace.map(|place| place.names).unwrap_or_default(),
        sections: request.sections,
        hazards: request.hazards,
        languages: request.languages,
        due_at: instant(request.due_at),
    });
    Ok(Json(rows.collect()))
}

/// A visit's sheet, with the record as far as it is written.
#[derive(Serialize, ToSchema)]
pub(super) struct Sheet {
    #[serde(flatten)]
    visit: VisitJson,
    addresses: Vec<String>,
    order: Option<String>,
    record: crate::model::Record,
    findings: Vec<FindingJson>,
    measures: Vec<MeasureJson>,
    day_corrected: Option<CorrectedJson>,
    report: Option<String>,
}

/// That the day was corrected after the record was closed. A report that was issued before stays as it was.
#[derive(Serialize, ToSchema)]
struct CorrectedJson {
    by: String,
    at: String,
    why: String,
}

/// A finding.
#[derive(Serialize, ToSchema)]
struct FindingJson {
    number: i32,
    item: String,
    article: String,
    article_in_force_since: Option<String>,
    severity: String,
    workers: Option<i32>,
    measure: Option<String>,
    words: String,
}

/// A measure.
#[derive(Serialize, ToSchema)]
struct MeasureJson {
    number: i32,
    code: String,
    class: String,
    state: &'static str,
    due_at: Option<String>,
    approval: Option<String>,
    words: String,
}

/// Opens a visit: its sheet and its record. Reading it is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/visits/{reference}", tag = "inspections", params(("reference" = String, Path)),
    responses((status = 200, body = Sheet), (status = 401), (status = 404)))]
pub(super) async fn visit(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Sheet>, Problem> {
    let opened = open(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let establishment = opened.workplace.map(|place| place.reference).unwrap_or_default();
    Ok(Json(Sheet {
        visit: visit_json(opened.row, establishment, opened.names, opened.team),
        addresses: opened.addresses,
        order: opened.order,
        record: opened.record,
        findings: opened
            .findings
            .into_iter()
            .map(|finding| FindingJson {
                number: finding.number,
                item: finding.item,
                article: finding.article,
                article_in_force_since: finding.article_from,
                severity: finding.severity,
                workers: finding.workers,
                measure: finding.measure,
                words: finding.words,
            })
            .collect(),
        measures: opened
            .measures
            .into_iter()
            .map(|measure| MeasureJson {
                number: measure.number,
                code: measure.code,
                class: measure.class,
                state: measure.state.code(),
                due_at: measure.due_at.map(instant),
                approval: measure.approval,
                words: measure.words,
            })
            .collect(),
        day_corrected: opened.corrected.map(|told| CorrectedJson {
            by: told.by,
            at: instant(told.at),
            why: told.why,
        }),
        report: opened.report,
    }))
}

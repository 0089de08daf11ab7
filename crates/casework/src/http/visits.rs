//! Asking for a visit, and what it found, as a page and as JSON.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Source, Summary};
use haqqi_establishments::summary_of;
use haqqi_inspections::AskError;
use haqqi_kernel::{Actor, CommitError, Role};
use haqqi_web::{Errors, Form, Json, Page, Pressed, Problem, instant, render};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::record::{problem, reference};
use crate::request_visit::{
    RequestVisit, RequestVisitError, VisitDesk, is_small_office, request_visit, requested_visits,
    seen_result, visit_case,
};

/// A request as the page shows it.
struct ShownRequest {
    asked: String,
    state: String,
    source: String,
    consent: String,
    visited: String,
    found: Vec<(String, String)>,
    measures: Vec<(String, String)>,
    made: bool,
}

#[derive(Template)]
#[template(path = "visit_request.html")]
struct VisitRequestPage {
    page: Page,
    errors: Errors,
    complaint: Summary,
    place: String,
    linked: bool,
    home: bool,
    small: bool,
    may_agree: bool,
    requests: Vec<ShownRequest>,
    sections: Vec<(String, String, String)>,
    hazards: Vec<(String, String, String)>,
    languages: Vec<(String, String, String)>,
    sources: Vec<(String, String, String)>,
    offices: Vec<(String, String)>,
    typed: Typed,
}

#[derive(Deserialize, Default, Clone)]
pub(super) struct Typed {
    #[serde(default)]
    sections: Vec<String>,
    #[serde(default)]
    hazards: Vec<String>,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default)]
    office: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    consent: String,
    #[serde(default)]
    small_office: String,
    #[serde(default)]
    asked_in_private: String,
}

pub(super) async fn show(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, &text, Errors::none(), None).await
}

async fn page_of(
    desk: &VisitDesk,
    session: StaffSession,
    text: &str,
    errors: Errors,
    typed: Option<Typed>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let complaint = visit_case(desk, &actor, reference(text)?).await.map_err(problem)?;
    let house = &desk.complaints.site.house;
    let because = |error: sea_orm::DbErr| Problem::because(&error);
    let place = match complaint.establishment {
        Some(id) => summary_of(house, id).await.map_err(because)?,
        None => None,
    };
    let requests = requested_visits(desk, &actor, &complaint).await.map_err(problem)?;
    let pack = &desk.complaints.site.pack;
    let typed = typed.unwrap_or_else(|| Typed {
        office: complaint.office.clone().unwrap_or_default(),
        source: Source::Blind.code().to_owned(),
        languages: vec![complaint.language.clone()],
        ..Typed::default()
    });
    let choice = |prefix: &str, code: &str| (code.to_owned(), page.label(prefix, code), String::new());
    let regime = place.as_ref().map(|place| place.regime.clone()).unwrap_or_default();
    let mut tags: Vec<String> = pack.languages().iter().map(|language| language.tag.clone()).collect();
    if !tags.contains(&complaint.language) {
        tags.push(complaint.language.clone());
    }
    let small = match &complaint.office {
        Some(office) => is_small_office(desk, office).await.map_err(because)?,
        None => true,
    };
    let shown = VisitRequestPage {
        sections: desk.inspections.sections(&regime).iter().map(|code| choice("section", code)).collect(),
        hazards: pack.hazards().iter().map(|hazard| choice("hazard", &hazard.code)).collect(),
        languages: tags
            .into_iter()
            .map(|tag| (tag.clone(), page.language_name(&tag), String::new()))
            .collect(),
        sources: ["blind", "named"]
            .into_iter()
            .map(|code| {
                let hint = page.t(&format!("casework-visit-source-{code}-hint"));
                (code.to_owned(), page.t(&format!("casework-visit-source-{code}")), hint)
            })
            .collect(),
        offices: pack
            .offices()
            .iter()
            .filter(|office| office.inspections)
            .map(|office| (office.code.clone(), page.label("office", &office.code)))
            .collect(),
        requests: requests.iter().map(|request| shown_request(&page, request)).collect(),
        linked: place.is_some(),
        home: place.as_ref().is_some_and(haqqi_establishments::Summary::is_home),
        place: place
            .map(|place| place.name.unwrap_or_else(|| place.reference.to_string()))
            .unwrap_or_default(),
        may_agree: actor.has(Role::Supervisor),
        small,
        complaint,
        typed,
        errors,
        page,
    };
    let status = if shown.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &shown))
}

fn shown_request(page: &Page, request: &crate::request_visit::RequestedVisit) -> ShownRequest {
    let result = request.result.as_ref();
    ShownRequest {
        asked: page.date_time(&request.link.asked_at),
        state: page.t(&format!("casework-visit-told-{}", request.link.told.code())),
        source: page.t(&format!("casework-visit-source-{}", request.link.source.code())),
        consent: request.link.consent.clone().unwrap_or_default(),
        visited: result.and_then(|r| r.visited_at).map(|at| page.date_time(&at)).unwrap_or_default(),
        made: result.is_some_and(|r| r.visited_at.is_some()),
        found: result
            .map(|r| r.findings.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|finding| (page.label("item", &finding.item), page.label("article", &finding.article)))
            .collect(),
        measures: result
            .map(|r| r.measures.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|measure| {
                let due = measure.due_at.map(|at| page.date_time(&at)).unwrap_or_default();
                (page.label("measure", &measure.code), due)
            })
            .collect(),
    }
}

/// What is wrong, by field, or the problem that it is.
fn refused(error: RequestVisitError) -> Result<(&'static str, &'static str), Problem> {
    match error {
        RequestVisitError::NotLinked => Ok(("sections", "casework-visit-error-link")),
        RequestVisitError::State => Ok(("sections", "casework-visit-error-state")),
        RequestVisitError::Consent => Ok(("consent", "casework-visit-error-consent")),
        RequestVisitError::SmallOffice => Ok(("office", "casework-visit-error-small")),
        RequestVisitError::FlagOpen => Ok(("sections", "casework-visit-error-flag")),
        RequestVisitError::NotMet => Ok(("sections", "casework-visit-error-not-met")),
        RequestVisitError::Barred => Ok(("source", "casework-visit-error-barred")),
        RequestVisitError::Ask(AskError::Office) => Ok(("office", "common-error-choose")),
        RequestVisitError::Ask(AskError::Sections) => Ok(("sections", "common-error-choose")),
        RequestVisitError::Ask(AskError::Hazard) => Ok(("hazards", "common-error-choose")),
        RequestVisitError::Ask(AskError::Language) => Ok(("languages", "common-error-choose")),
        RequestVisitError::Ask(AskError::Establishment) => Ok(("sections", "casework-visit-error-link")),
        RequestVisitError::Read(error) => Err(problem(error)),
        RequestVisitError::Commit(CommitError::Stale) => Err(Problem::conflict()),
        other => Err(Problem::because(&other)),
    }
}

pub(super) async fn submit(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let wish = RequestVisit {
        office: Some(typed.office.clone()),
        sections: typed.sections.iter().cloned().collect(),
        hazards: typed.hazards.iter().cloned().collect(),
        languages: typed.languages.iter().cloned().collect(),
        source: Source::from_code(&typed.source).unwrap_or_default(),
        consent: typed.consent.clone(),
        small_office: typed.small_office == "yes",
        asked_in_private: typed.asked_in_private == "yes",
    };
    match request_visit(&desk, &session.actor, reference, &wish).await {
        Ok(()) => Ok(back(&text)),
        Err(error) => {
            let (field, message) = refused(error)?;
            let mut errors = Errors::none();
            errors.add(&session.page, field, message);
            page_of(&desk, session, &text, errors, Some(typed)).await
        }
    }
}

fn back(text: &str) -> Response {
    Redirect::to(&format!("/staff/complaints/{text}/visit")).into_response()
}

pub(super) async fn seen(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Pressed>,
) -> Result<Response, Problem> {
    seen_result(&desk, &session.actor, reference(&text)?).await.map_err(|error| match error {
        RequestVisitError::Read(error) => problem(error),
        other => Problem::because(&other),
    })?;
    Ok(back(&text))
}

/// A visit to be asked for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRequest {
    /// The office that visits; absent is the complaint's own.
    #[serde(default)]
    office: Option<String>,
    /// Sections of the checklist.
    sections: BTreeSet<String>,
    /// Hazards; they always pass on, without their source.
    #[serde(default)]
    hazards: BTreeSet<String>,
    /// Languages spoken there.
    #[serde(default)]
    languages: BTreeSet<String>,
    /// `blind` or `named`.
    #[serde(default)]
    source: Option<String>,
    /// For `named`: where her written consent is kept.
    #[serde(default)]
    consent: String,
    /// It was seen that one person may be officer and inspector there.
    #[serde(default)]
    small_office: bool,
    /// She asked for it in private, although a grave flag is open.
    #[serde(default)]
    asked_in_private: bool,
}

/// Asks for a visit of the workplace that the complaint is linked to.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/visit-requests", tag = "casework", params(("reference" = String, Path)),
    request_body = NewRequest, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn ask_json(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewRequest>,
) -> Result<StatusCode, Problem> {
    let source = match new.source.as_deref() {
        None => Source::Blind,
        Some(code) => Source::from_code(code)
            .ok_or_else(|| Problem::unprocessable().field("source", "common-error-choose"))?,
    };
    let wish = RequestVisit {
        office: new.office,
        sections: new.sections,
        hazards: new.hazards,
        languages: new.languages,
        source,
        consent: new.consent,
        small_office: new.small_office,
        asked_in_private: new.asked_in_private,
    };
    match request_visit(&desk, &caller.actor, reference(&text)?, &wish).await {
        Ok(()) => Ok(StatusCode::CREATED),
        Err(error) => {
            let (field, message) = refused(error)?;
            Err(Problem::unprocessable().field(field, message))
        }
    }
}

/// A request, with what it led to.
#[derive(Serialize, ToSchema)]
#[schema(as = VisitRequestOfComplaint)]
pub(super) struct RequestJson {
    asked_at: String,
    /// `waiting`, `planned`, `visited`, `reported`.
    state: &'static str,
    source: &'static str,
    visited_at: Option<String>,
    #[schema(value_type = Vec<Object>)]
    findings: Vec<haqqi_inspections::FoundThere>,
    #[schema(value_type = Vec<Object>)]
    measures: Vec<haqqi_inspections::ImposedThere>,
}

/// The visits that were asked for because of a complaint. Reading them is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/visit-requests", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = Vec<RequestJson>), (status = 401), (status = 404)))]
pub(super) async fn list_json(
    State(desk): State<VisitDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Vec<RequestJson>>, Problem> {
    let actor: &Actor = &caller.actor;
    let complaint = visit_case(&desk, actor, reference(&text)?).await.map_err(problem)?;
    let visits = requested_visits(&desk, actor, &complaint).await.map_err(problem)?;
    Ok(Json(
        visits
            .into_iter()
            .map(|visit| RequestJson {
                asked_at: instant(visit.link.asked_at),
                state: visit.link.told.code(),
                source: visit.link.source.code(),
                visited_at: visit.result.as_ref().and_then(|result| result.visited_at).map(instant),
                findings: visit.result.as_ref().map(|r| r.findings.clone()).unwrap_or_default(),
                measures: visit.result.map(|r| r.measures).unwrap_or_default(),
            })
            .collect(),
    ))
}

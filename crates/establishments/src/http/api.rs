//! The register as JSON.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::ApiStaff;
use haqqi_kernel::CommitError;
use haqqi_web::{Json, Problem, instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::add::{NewEstablishment, add};
use crate::conflict::{DeclareError, Declared, Tie, declare, declared_ties, tie_to};
use crate::desk::EstablishmentDesk;
use crate::history::history;
use crate::http::list::Asked;
use crate::http::{problem, reference, refused};
use crate::keep::{add_name, add_worksite, rename};
use crate::search::{Match, search};
use crate::view::{KnownName, Summary, Worksite, by_reference, names_of};

/// Rows of one answer.
const ROWS: usize = 100;

/// An establishment's clear side.
#[derive(Serialize, ToSchema)]
pub(super) struct Establishment {
    reference: String,
    /// `employer`, `household`, `agency`, `broker`.
    kind: &'static str,
    /// Absent where it is sealed.
    name: Option<String>,
    other_name: Option<String>,
    registration: Option<String>,
    sector: Option<String>,
    regime: String,
    governorate: Option<String>,
    office: Option<String>,
    worksites: Vec<Site>,
}

/// A worksite.
#[derive(Serialize, ToSchema)]
struct Site {
    place: Option<String>,
    governorate: Option<String>,
    office: Option<String>,
}

impl Site {
    fn of(site: &Worksite) -> Self {
        Self { place: site.place.clone(), governorate: site.governorate.clone(), office: site.office.clone() }
    }
}

impl Establishment {
    fn of(summary: &Summary) -> Self {
        Self {
            reference: summary.reference.to_string(),
            kind: summary.kind.code(),
            name: summary.name.clone(),
            other_name: summary.other_name.clone(),
            registration: summary.registration.clone(),
            sector: summary.sector.clone(),
            regime: summary.regime.clone(),
            governorate: summary.governorate.clone(),
            office: summary.office.clone(),
            worksites: summary.worksites.iter().map(Site::of).collect(),
        }
    }
}

/// One that was found, how alike it is and why.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundOne {
    #[serde(flatten)]
    establishment: Establishment,
    /// 0 to 1000.
    score: u16,
    /// `listed`, `number`, `same`, `sound`, `part`, `trade`, `sister`, `sealed`.
    why: &'static str,
}

impl FoundOne {
    fn of(row: &Match) -> Self {
        Self { establishment: Establishment::of(&row.summary), score: row.score, why: row.why.code() }
    }
}

/// A page of the register.
#[derive(Serialize, ToSchema)]
pub(super) struct Rows {
    rows: Vec<FoundOne>,
    /// To be sent as `after` for the next page.
    next: Option<String>,
}

/// The register: by likeness where `q` has a name, in any script; else by name.
#[utoipa::path(get, path = "/api/v1/establishments", tag = "establishments",
    params(("q" = Option<String>, Query), ("kind" = Option<String>, Query), ("sector" = Option<String>, Query),
        ("governorate" = Option<String>, Query), ("office" = Option<String>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Rows), (status = 401), (status = 404)))]
pub(super) async fn list(
    State(desk): State<EstablishmentDesk>,
    caller: ApiStaff,
    Query(asked): Query<Asked>,
) -> Result<Json<Rows>, Problem> {
    let found = search(&desk, &caller.actor, &asked.search(ROWS)).await.map_err(problem)?;
    let next = found.next.map(|reference| reference.to_string());
    Ok(Json(Rows { rows: found.rows.iter().map(FoundOne::of).collect(), next }))
}

/// A reference.
#[derive(Serialize, ToSchema)]
pub(super) struct Created {
    reference: String,
}

/// Adds an establishment: `kind` and `name` are needed. 422 on `sure` where the register has some that may be the same:
/// look at them, then send `"sure": true`.
#[utoipa::path(post, path = "/api/v1/establishments", tag = "establishments", request_body = Object,
    responses((status = 201, body = Created), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn create(
    State(desk): State<EstablishmentDesk>,
    caller: ApiStaff,
    Json(new): Json<NewEstablishment>,
) -> Result<Response, Problem> {
    let mut unit = desk.site.house.unit(caller.actor);
    let added = add(&desk, &mut unit, &new).await.map_err(refused)?;
    unit.commit().await.map_err(|error| refused(error.into()))?;
    let body = Created { reference: added.reference.to_string() };
    Ok((StatusCode::CREATED, Json(body)).into_response())
}

/// A name and what it is.
#[derive(Serialize, ToSchema)]
struct OneName {
    /// `main`, `other`, `further`, `former`.
    role: &'static str,
    /// Absent where it is sealed.
    text: Option<String>,
}

impl OneName {
    fn of(name: &KnownName) -> Self {
        Self { role: name.role.code(), text: name.text.clone() }
    }
}

/// Something that happened there.
#[derive(Serialize, ToSchema)]
struct Entry {
    what: String,
    at: String,
}

/// One establishment, whole.
#[derive(Serialize, ToSchema)]
pub(super) struct Whole {
    #[serde(flatten)]
    establishment: Establishment,
    names: Vec<OneName>,
    history: Vec<Entry>,
}

/// One establishment with its names and what the place has seen.
#[utoipa::path(get, path = "/api/v1/establishments/{reference}", tag = "establishments", params(("reference" = String, Path)),
    responses((status = 200, body = Whole), (status = 401), (status = 404)))]
pub(super) async fn read(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Whole>, Problem> {
    let summary = by_reference(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let names = names_of(&desk, &caller.actor, &summary).await.map_err(problem)?;
    let happened = history(&desk, &caller.actor, summary.id).await.map_err(problem)?;
    let entry = |entry: &crate::history::Happened| Entry { what: entry.what.clone(), at: instant(entry.at) };
    Ok(Json(Whole {
        establishment: Establishment::of(&summary),
        names: names.iter().map(OneName::of).collect(),
        history: happened.iter().map(entry).collect(),
    }))
}

/// A further name.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewName {
    text: String,
}

/// Adds a further name.
#[utoipa::path(post, path = "/api/v1/establishments/{reference}/names", tag = "establishments", params(("reference" = String, Path)),
    request_body = NewName, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn name(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewName>,
) -> Result<StatusCode, Problem> {
    let summary = by_reference(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let mut unit = desk.site.house.unit(caller.actor);
    add_name(&desk, &mut unit, &summary, &new.text).await.map_err(refused)?;
    unit.commit().await.map_err(|error| refused(error.into()))?;
    Ok(StatusCode::CREATED)
}

/// The listed names.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Listed {
    name: String,
    #[serde(default)]
    other_name: String,
}

/// Puts the listed names right; what they were stays as a former name.
#[utoipa::path(put, path = "/api/v1/establishments/{reference}/listed-names", tag = "establishments", params(("reference" = String, Path)),
    request_body = Listed, responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn rename_one(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Listed>,
) -> Result<StatusCode, Problem> {
    let summary = by_reference(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let mut unit = desk.site.house.unit(caller.actor);
    rename(&desk, &mut unit, &summary, &new.name, &new.other_name).await.map_err(refused)?;
    unit.commit().await.map_err(|error| refused(error.into()))?;
    Ok(StatusCode::NO_CONTENT)
}

/// A worksite to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewSite {
    place: String,
    #[serde(default)]
    governorate: Option<String>,
}

/// Adds a worksite.
#[utoipa::path(post, path = "/api/v1/establishments/{reference}/worksites", tag = "establishments", params(("reference" = String, Path)),
    request_body = NewSite, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn worksite(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewSite>,
) -> Result<StatusCode, Problem> {
    let summary = by_reference(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let mut unit = desk.site.house.unit(caller.actor);
    let place = new.place.as_str();
    add_worksite(&desk, &mut unit, &summary, place, new.governorate.as_deref()).await.map_err(refused)?;
    unit.commit().await.map_err(|error| refused(error.into()))?;
    Ok(StatusCode::CREATED)
}

/// What ties the caller to it: `kinship`, `friendship`, `money`, `work`, `neighbour`, `other`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTie {
    tie: Tie,
    #[serde(default)]
    words: String,
}

/// A tie that was declared.
#[derive(Serialize, ToSchema)]
pub(super) struct DeclaredTie {
    establishment: String,
    /// `kinship`, `friendship`, `money`, `work`, `neighbour`, `other`.
    tie: &'static str,
    at: chrono::DateTime<chrono::Utc>,
}

/// What the token's owner has declared.
#[utoipa::path(get, path = "/api/v1/ties", tag = "establishments",
    responses((status = 200, body = Vec<DeclaredTie>), (status = 401), (status = 404)))]
pub(super) async fn ties(
    State(desk): State<EstablishmentDesk>,
    caller: ApiStaff,
) -> Result<Json<Vec<DeclaredTie>>, Problem> {
    let all = declared_ties(&desk, &caller.actor).await.map_err(problem)?;
    let row = |(summary, one): (Summary, Declared)| DeclaredTie {
        establishment: summary.reference.to_string(),
        tie: one.tie.code(),
        at: one.at,
    };
    Ok(Json(all.into_iter().map(row).collect()))
}

/// Declares a conflict of interest of the token's owner.
#[utoipa::path(post, path = "/api/v1/establishments/{reference}/conflict", tag = "establishments", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn conflict(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<NewTie>,
) -> Result<StatusCode, Problem> {
    let summary = tie_to(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let summary = summary.ok_or_else(Problem::not_found)?;
    let mut unit = desk.site.house.unit(caller.actor);
    let failed = |error: DeclareError| match error {
        DeclareError::Denied => Problem::not_found(),
        DeclareError::Words => Problem::unprocessable().field("words", "establishments-error-long"),
        DeclareError::Already | DeclareError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    };
    declare(&desk, &mut unit, &summary, new.tie, &new.words).await.map_err(failed)?;
    unit.commit().await.map_err(|error| failed(error.into()))?;
    Ok(StatusCode::CREATED)
}

//! The panel of a record on which workplace it is about: what she told, what the register has that may be it and why,
//! and the forms that link one or add one.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, OpenedComplaint};
use haqqi_establishments::{FieldProblem, KeepError, Kind, NewEstablishment, Summary, summary_of};
use haqqi_kernel::{Action, Actor, CommitError, Reference, judge};
use haqqi_web::{Errors, Form, Json, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::http::record::{back, page_with, problem, reference};
use crate::link::{LinkError, Workplace, link, suggest};

/// What the panel's forms send, and keep when one is refused.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    pub establishment: String,
    #[serde(default)]
    pub other: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub other_name: String,
    #[serde(default)]
    pub new_kind: String,
    #[serde(default)]
    pub sector: String,
    #[serde(default)]
    pub governorate: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub sure: String,
}

/// The panel.
#[derive(Default)]
pub(super) struct Panel {
    /// Whether this person works with the register; else only what she told is shown.
    pub may: bool,
    pub told: Vec<(String, String)>,
    /// Reference and name of the one it is linked to.
    pub linked: Option<(String, String)>,
    /// Reference, name, why.
    pub suggestions: Vec<(String, String, String)>,
    pub kinds: Vec<(String, String)>,
    pub sectors: Vec<(String, String)>,
    pub governorates: Vec<(String, String)>,
    pub typed: Typed,
}

/// What a heading calls it.
fn title(page: &Page, summary: &Summary) -> String {
    match summary.name_for(page.tag()) {
        Some(name) => name.to_owned(),
        None => page.t(&format!("establishments-kind-{}", summary.kind.code())),
    }
}

impl Panel {
    /// The panel of an opened record.
    pub(super) async fn of(
        desk: &Desk,
        actor: &Actor,
        page: &Page,
        record: &OpenedComplaint,
        typed: Option<Typed>,
    ) -> Result<Self, Problem> {
        let told = [("casework-employer", &record.employer.name), ("casework-place", &record.employer.place)]
            .into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(id, text)| (page.t(id), text.clone()))
            .collect();
        if judge(actor, Action::ReadEstablishment).is_err() || judge(actor, Action::WorkComplaint).is_err() {
            return Ok(Self { told, ..Self::default() });
        }
        let linked = match record.summary.establishment {
            Some(id) => summary_of(&desk.site.house, id).await.map_err(|e| Problem::because(&e))?,
            None => None,
        };
        let found = suggest(desk, actor, record).await.map_err(refused)?;
        let place = record.summary.governorate.as_ref();
        let suggestions = found
            .iter()
            .filter(|row| linked.as_ref().is_none_or(|linked| linked.id != row.summary.id))
            .map(|row| {
                let mut why = vec![page.t(&format!("establishments-why-{}", row.why.code()))];
                why.extend(row.summary.sector.iter().map(|code| page.label("sector", code)));
                if let Some(governorate) = &row.summary.governorate {
                    let near = page.t("casework-workplace-near");
                    let name = page.label("governorate", governorate);
                    why.push(if Some(governorate) == place { near } else { name });
                }
                let reference = row.summary.reference.to_string();
                (reference, title(page, &row.summary), page.language().list(&why))
            })
            .collect();
        let pack = &desk.site.pack;
        let labelled = |prefix: &str, code: &str| (code.to_owned(), page.label(prefix, code));
        let kinds = Kind::ALL.iter().map(|kind| labelled("establishments-kind", kind.code())).collect();
        Ok(Self {
            may: true,
            told,
            linked: linked.map(|linked| (linked.reference.to_string(), title(page, &linked))),
            suggestions,
            kinds,
            sectors: pack.sectors().iter().map(|row| labelled("sector", &row.code)).collect(),
            governorates: pack.governorates().iter().map(|row| labelled("governorate", &row.code)).collect(),
            // Her spelling of the name is not put into the form: in the register it might tell whose it is.
            typed: typed.unwrap_or_else(|| Typed {
                governorate: record.summary.governorate.clone().unwrap_or_default(),
                new_kind: Kind::Employer.code().to_owned(),
                ..Typed::default()
            }),
        })
    }
}

/// The field and the message of what a person can put right.
fn fault(error: &LinkError) -> Option<(&'static str, &'static str)> {
    match error {
        LinkError::Establishment => Some(("other", "casework-error-workplace")),
        LinkError::Closed => Some(("other", "casework-error-state")),
        LinkError::Already => Some(("other", "casework-error-linked")),
        LinkError::Keep(KeepError::Similar(_)) => Some(("sure", "establishments-error-similar")),
        LinkError::Keep(KeepError::Field { field, problem }) => Some((
            field,
            match problem {
                FieldProblem::Empty => "common-error-required",
                FieldProblem::TooLong => "establishments-error-long",
                FieldProblem::Unknown => "common-error-choose",
                FieldProblem::Regime => "establishments-error-regime",
                FieldProblem::Unreadable => "establishments-error-unreadable",
                FieldProblem::Unchanged => "establishments-error-unchanged",
            },
        )),
        _ => None,
    }
}

/// The answer to a program, and to a person for what no form can put right.
fn refused(error: LinkError) -> Problem {
    match (fault(&error), error) {
        (Some((field, message)), _) => Problem::unprocessable().field(field, message),
        (None, LinkError::Read(error)) => problem(error),
        (None, LinkError::Keep(KeepError::Denied)) => Problem::not_found(),
        (None, LinkError::Commit(CommitError::Stale)) => Problem::conflict(),
        (None, other) => Problem::because(&other),
    }
}

async fn submit(
    desk: Desk,
    text: String,
    session: StaffSession,
    typed: Typed,
    workplace: Result<Workplace, (&'static str, &'static str)>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let wrong = match workplace {
        Err(wrong) => wrong,
        Ok(workplace) => match link(&desk, &session.actor, reference, &workplace).await {
            Ok(_) => return Ok(back(&text)),
            Err(error) => match fault(&error) {
                Some(wrong) => wrong,
                None => return Err(refused(error)),
            },
        },
    };
    let mut errors = Errors::none();
    errors.add(&session.page, wrong.0, wrong.1);
    page_with(&desk, session, reference, errors, typed).await
}

/// Links one of the register: a suggestion, or the one whose reference was typed.
pub(super) async fn link_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let chosen = if typed.other.trim().is_empty() { &typed.establishment } else { &typed.other };
    let workplace = match chosen.parse::<Reference>() {
        Ok(reference) => Ok(Workplace::Known(reference)),
        Err(_) if chosen.trim().is_empty() => Err(("other", "common-error-choose")),
        Err(_) => Err(("other", "casework-error-workplace")),
    };
    submit(desk, text, session, typed, workplace).await
}

/// Adds one to the register and links it.
pub(super) async fn add_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let chosen = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let workplace = match Kind::from_code(&typed.new_kind) {
        None => Err(("new_kind", "common-error-choose")),
        Some(kind) => Ok(Workplace::New(Box::new(NewEstablishment {
            kind,
            name: typed.name.clone(),
            other_name: typed.other_name.clone(),
            registration: String::new(),
            sector: chosen(&typed.sector),
            regime: None,
            governorate: chosen(&typed.governorate),
            place: typed.place.clone(),
            sure: typed.sure == "yes",
        }))),
    };
    submit(desk, text, session, typed, workplace).await
}

/// The workplace: `establishment`, a reference of the register, or `new`, an establishment to be added.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    #[serde(default)]
    establishment: Option<String>,
    #[serde(default)]
    new: Option<NewEstablishment>,
}

/// Which it is linked to now.
#[derive(Serialize, ToSchema)]
pub(super) struct Linked {
    establishment: String,
}

/// Links a complaint to a workplace of the register, or adds one and links it.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/workplace", tag = "casework", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201, body = Linked), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn link_one(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(named): Json<Named>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let unknown = || Problem::unprocessable().field("establishment", "casework-error-workplace");
    let workplace = match (named.establishment, named.new) {
        (Some(known), None) => Workplace::Known(known.parse().map_err(|_| unknown())?),
        (None, Some(new)) => Workplace::New(Box::new(new)),
        _ => return Err(Problem::unprocessable().field("establishment", "common-error-choose")),
    };
    let linked = link(&desk, &caller.actor, reference, &workplace).await.map_err(refused)?;
    Ok((StatusCode::CREATED, Json(Linked { establishment: linked.to_string() })).into_response())
}

/// One that may be it.
#[derive(Serialize, ToSchema)]
pub(super) struct Suggestion {
    establishment: String,
    name: Option<String>,
    other_name: Option<String>,
    governorate: Option<String>,
    /// 0 to 1000.
    score: u16,
    why: &'static str,
}

/// Workplaces of the register that may be the one she told of. Her words are opened for it: an entry of the audit.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/workplace", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = Vec<Suggestion>), (status = 401), (status = 404)))]
pub(super) async fn suggestions(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Vec<Suggestion>>, Problem> {
    let record = haqqi_complaints::open(&desk, &caller.actor, reference(&text)?, "workplace")
        .await
        .map_err(problem)?;
    let found = suggest(&desk, &caller.actor, &record).await.map_err(refused)?;
    let rows = found.into_iter().map(|row| Suggestion {
        establishment: row.summary.reference.to_string(),
        name: row.summary.name,
        other_name: row.summary.other_name,
        governorate: row.summary.governorate,
        score: row.score,
        why: row.why.code(),
    });
    Ok(Json(rows.collect()))
}

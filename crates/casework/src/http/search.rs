//! The search: a form that is posted, so that no number or name stands in an address, a log or a browser's history.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, State as Stands};
use haqqi_kernel::{Action, judge};
use haqqi_web::{Errors, Form, Json, Page, Problem, render};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::http::record::problem;
use crate::search::{Asked, How, SearchError, SearchFound, search};

/// What is typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    q: String,
    kind: String,
    state: String,
    outcome: String,
    after: String,
}

impl Typed {
    fn asked(&self) -> Asked {
        let chosen = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Asked {
            q: self.q.clone(),
            kind: chosen(&self.kind),
            state: chosen(&self.state),
            outcome: chosen(&self.outcome),
            after: self.after.parse().ok(),
        }
    }
}

/// A row: address, reference, words.
struct Row {
    href: String,
    reference: String,
    name: String,
    more: String,
    tag: String,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    page: Page,
    errors: Errors,
    typed: Typed,
    kinds: Vec<(String, String)>,
    states: Vec<(String, String)>,
    outcomes: Vec<(String, String)>,
    /// Whether anything was looked for.
    looked: bool,
    /// As what it was looked for, in words.
    how: String,
    complaints: Vec<Row>,
    workplaces: Vec<Row>,
    work: Vec<Row>,
    next: String,
}

fn page_of(
    desk: &Desk,
    page: Page,
    errors: Errors,
    typed: Typed,
    found: Option<SearchFound>,
) -> Result<Response, Problem> {
    let pack = &desk.site.pack;
    let labelled = |prefix: &str, code: &str| (code.to_owned(), page.label(prefix, code));
    let kinds = pack.kinds().iter().map(|kind| labelled("kind", &kind.code)).collect();
    let states = Stands::ALL.iter().map(|state| labelled("casework-state", state.code())).collect();
    let outcomes = pack.outcomes().iter().map(|outcome| labelled("outcome", &outcome.code)).collect();
    let looked = found.as_ref().is_some_and(|found| found.how != How::Nothing);
    let found = found.unwrap_or(SearchFound {
        how: How::Nothing,
        complaints: Vec::new(),
        workplaces: Vec::new(),
        work: Vec::new(),
        next: None,
    });
    let complaints = found
        .complaints
        .iter()
        .map(|row| Row {
            href: format!("/staff/complaints/{}", row.reference),
            reference: row.reference.to_string(),
            name: page.label("kind", &row.kind),
            more: page.date(&row.received_at),
            tag: match &row.outcome {
                Some(outcome) => page.label("outcome", outcome),
                None => page.label("casework-state", row.state.code()),
            },
        })
        .collect();
    let workplaces = found
        .workplaces
        .iter()
        .map(|row| Row {
            href: format!("/staff/establishments/{}", row.summary.reference),
            reference: row.summary.reference.to_string(),
            name: match row.summary.name_for(page.tag()) {
                Some(name) => name.to_owned(),
                None => page.t(&format!("establishments-kind-{}", row.summary.kind.code())),
            },
            more: row
                .summary
                .governorate
                .as_ref()
                .map_or_else(String::new, |code| page.label("governorate", code)),
            tag: page.t(&format!("establishments-why-{}", row.why.code())),
        })
        .collect();
    let work = found
        .work
        .iter()
        .map(|row| Row {
            href: row.link(None),
            reference: row.reference.clone(),
            name: page.label("work", &row.kind),
            more: String::new(),
            tag: String::new(),
        })
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let how =
        if looked { page.t(&format!("casework-search-as-{}", found.how.code())) } else { String::new() };
    let next = found.next.map_or_else(String::new, |next| next.to_string());
    Ok(render(
        status,
        &SearchPage {
            errors,
            typed,
            kinds,
            states,
            outcomes,
            looked,
            how,
            complaints,
            workplaces,
            work,
            next,
            page,
        },
    ))
}

/// The empty form.
pub(super) async fn show(State(desk): State<Desk>, session: StaffSession) -> Result<Response, Problem> {
    judge(&session.actor, Action::ReadQueue).map_err(|_| Problem::not_found())?;
    page_of(&desk, session.page, Errors::none(), Typed::default(), None)
}

fn failed(error: SearchError) -> Problem {
    match error {
        SearchError::Denied => Problem::not_found(),
        SearchError::TooMany => Problem::too_many(),
        SearchError::TooLong => Problem::unprocessable().field("q", "casework-search-error-long"),
        SearchError::Code(field) => Problem::unprocessable().field(field, "common-error-choose"),
        SearchError::Read(error) => problem(error),
        SearchError::Commit(error) => Problem::uncommitted(&error),
        SearchError::Db(error) => Problem::because(&error),
    }
}

/// What was found.
pub(super) async fn submit(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let found = match search(&desk, &session.actor, &typed.asked()).await {
        Ok(found) => Some(found),
        Err(SearchError::TooLong) => {
            errors.add(&session.page, "q", "casework-search-error-long");
            None
        }
        Err(SearchError::Code(field)) => {
            errors.add(&session.page, field, "common-error-choose");
            None
        }
        Err(error) => return Err(failed(error)),
    };
    page_of(&desk, session.page, errors, typed, found)
}

/// What is looked for. All that is set must hold.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SearchFor {
    /// A reference, a telephone number, or an employer's name in any script.
    q: String,
    /// A kind of complaint, a code of the pack.
    kind: String,
    /// A state.
    state: String,
    /// An outcome of the closed list.
    outcome: String,
    /// The reference behind which the page begins.
    after: String,
}

/// A complaint that was found.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundComplaint {
    reference: String,
    kind: String,
    state: &'static str,
    outcome: Option<String>,
    received_at: chrono::DateTime<chrono::Utc>,
}

/// What was found.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundAnswer {
    /// As what it was looked for: `reference`, `phone`, `employer`, `codes`, `nothing`.
    how: &'static str,
    complaints: Vec<FoundComplaint>,
    /// References of the register.
    workplaces: Vec<String>,
    /// Where the next page begins.
    next: Option<String>,
}

/// Searches references, exact telephone numbers, employers in any script, kinds, states and outcomes, within what this
/// account may see. What people told cannot be searched. Each search is an entry of the audit.
#[utoipa::path(post, path = "/api/v1/search", tag = "casework", request_body = SearchFor,
    responses((status = 200, body = FoundAnswer), (status = 401), (status = 404), (status = 422), (status = 429)))]
pub(super) async fn api(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Json(wanted): Json<SearchFor>,
) -> Result<Json<FoundAnswer>, Problem> {
    let SearchFor { q, kind, state, outcome, after } = wanted;
    let typed = Typed { q, kind, state, outcome, after };
    let found = search(&desk, &caller.actor, &typed.asked()).await.map_err(failed)?;
    let complaints = found.complaints.into_iter().map(|row| FoundComplaint {
        reference: row.reference.to_string(),
        kind: row.kind,
        state: row.state.code(),
        outcome: row.outcome,
        received_at: row.received_at,
    });
    Ok(Json(FoundAnswer {
        how: found.how.code(),
        complaints: complaints.collect(),
        workplaces: found.workplaces.iter().map(|row| row.summary.reference.to_string()).collect(),
        next: found.next.map(|next| next.to_string()),
    }))
}

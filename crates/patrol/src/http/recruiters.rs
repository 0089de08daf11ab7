//! Recruiters: the list, and one with its contacts, its advertisements and the link to the register.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, Actor, Reference, ReferenceKind, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::desk::PatrolDesk;
use crate::http::list::Shown;
use crate::http::{day, reference, unlinked};
use crate::recruiter::{
    LinkError, OpenedRecruiter, RecruiterRow, link_recruiter, open_recruiter, recruiters, suggestions,
};

/// A recruiter as lists show it.
pub(super) struct Line {
    pub reference: String,
    pub title: String,
    pub mask: String,
    pub adverts: String,
    pub sightings: String,
    pub last: String,
    pub linked: bool,
}

impl Line {
    pub(super) fn of(page: &Page, row: &RecruiterRow) -> Self {
        let named = row.name.clone();
        Self {
            reference: row.reference.to_string(),
            mask: if named.is_some() { row.mask.clone() } else { String::new() },
            title: named.unwrap_or_else(|| row.mask.clone()),
            adverts: page.number(row.adverts),
            sightings: page.number(row.sightings),
            last: row.last_seen.map(|last| day(page, last)).unwrap_or_default(),
            linked: row.linked,
        }
    }
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: u64,
}

#[derive(Template)]
#[template(path = "patrol-recruiters.html")]
struct ListPage {
    page: Page,
    rows: Vec<Line>,
    next: String,
}

pub(super) async fn list(
    State(desk): State<PatrolDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let nth = asked.page.min(10_000);
    let (found, more) = recruiters(&desk, &actor, nth).await.map_err(unlinked)?;
    let rows = found.iter().map(|row| Line::of(&page, row)).collect();
    let next = if more { format!("/staff/patrol/recruiters?page={}", nth + 1) } else { String::new() };
    Ok(render(StatusCode::OK, &ListPage { page, rows, next }))
}

#[derive(Template)]
#[template(path = "patrol-recruiter.html")]
struct RecruiterPage {
    page: Page,
    errors: Errors,
    line: Line,
    contacts: Vec<(String, String)>,
    indicators: Vec<(String, String)>,
    adverts: Vec<Shown>,
    beside: Vec<Line>,
    linked: Option<(String, String, String)>,
    offered: Vec<(String, String, String)>,
    typed: String,
}

async fn page_of(
    desk: &PatrolDesk,
    actor: &Actor,
    page: Page,
    opened: &OpenedRecruiter,
    errors: Errors,
    typed: String,
) -> Result<Response, Problem> {
    let named = |summary: &haqqi_establishments::Summary| {
        let name = summary.name_for(page.tag()).map(str::to_owned);
        name.unwrap_or_else(|| page.t(&format!("establishments-kind-{}", summary.kind.code())))
    };
    let linked = opened.establishment.as_ref().map(|(summary, at)| {
        let at = at.map(|at| page.date(&at)).unwrap_or_default();
        (summary.reference.to_string(), named(summary), at)
    });
    let offered = match linked {
        Some(_) => Vec::new(),
        None => suggestions(desk, actor, opened.row.name.as_deref())
            .await
            .map_err(|error| Problem::because(&error))?
            .iter()
            .map(|one| {
                let kind = page.t(&format!("establishments-kind-{}", one.summary.kind.code()));
                (one.summary.reference.to_string(), named(&one.summary), kind)
            })
            .collect(),
    };
    let contact =
        |(sort, value): &(String, String)| (page.t(&format!("patrol-contact-{sort}")), value.clone());
    let shown = RecruiterPage {
        line: Line::of(&page, &opened.row),
        contacts: opened.contacts.iter().map(contact).collect(),
        indicators: opened
            .indicators
            .iter()
            .map(|(code, many)| (page.label("advert", code), page.number(*many)))
            .collect(),
        adverts: opened.adverts.iter().map(|row| Shown::of(&page, row)).collect(),
        beside: opened.beside.iter().map(|row| Line::of(&page, row)).collect(),
        linked,
        offered,
        typed,
        errors,
        page,
    };
    let status = if shown.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &shown))
}

pub(super) async fn show(
    State(desk): State<PatrolDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let reference = reference(&text, ReferenceKind::Recruiter)?;
    let opened = open_recruiter(&desk, &actor, reference).await.map_err(unlinked)?;
    page_of(&desk, &actor, page, &opened, Errors::none(), String::new()).await
}

/// What was typed or pressed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    /// A reference of the register.
    establishment: String,
    /// The link is taken away.
    unlink: String,
}

pub(super) async fn submit(
    State(desk): State<PatrolDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::Patrol).map_err(|_| Problem::not_found())?;
    let reference = reference(&text, ReferenceKind::Recruiter)?;
    let to = if typed.unlink.is_empty() {
        Some(typed.establishment.parse::<Reference>().map_err(|_| LinkError::Establishment))
    } else {
        None
    };
    let done = match to.transpose() {
        Ok(to) => link_recruiter(&desk, &actor, reference, to).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/staff/patrol/recruiters/{reference}")).into_response()),
        Err(LinkError::Establishment) => {
            let mut errors = Errors::none();
            errors.add(&page, "establishment", "patrol-error-establishment");
            let opened = open_recruiter(&desk, &actor, reference).await.map_err(unlinked)?;
            page_of(&desk, &actor, page, &opened, errors, typed.establishment).await
        }
        Err(error) => Err(unlinked(error)),
    }
}

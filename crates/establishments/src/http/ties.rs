//! A person's own ties: everybody of the staff says which workplaces they are tied to, whether or not they look anything up
//! in the register, for whoever hears what workers told must not hear it of a cousin's firm.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::CommitError;
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::conflict::{DeclareError, Tie, declare, declared_ties, for_tie, tie_to};
use crate::desk::EstablishmentDesk;
use crate::http::{problem, reference, title};
use crate::view::Summary;

/// What is looked for, and what is declared of one that was found.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    establishment: String,
    #[serde(default)]
    tie: String,
    #[serde(default)]
    words: String,
}

#[derive(Template)]
#[template(path = "ties.html")]
struct TiesPage {
    page: Page,
    errors: Errors,
    asked: Asked,
    /// What was declared: which, what ties, when.
    declared: Vec<(String, String, String)>,
    /// What was found: reference, title, a hint where it is.
    found: Vec<(String, String, String)>,
    ties: Vec<(String, String)>,
}

fn place(page: &Page, summary: &Summary) -> String {
    let governorate = summary.governorate.as_deref().map(|code| page.label("governorate", code));
    let kind = page.label("establishments-kind", summary.kind.code());
    [Some(kind), governorate, Some(summary.reference.to_string())]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

async fn page_of(
    desk: &EstablishmentDesk,
    session: StaffSession,
    asked: Asked,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let label = |tie: Tie| page.t(&format!("establishments-tie-{}", tie.code()));
    let declared = declared_ties(desk, &actor).await.map_err(problem)?;
    let declared = declared
        .into_iter()
        .map(|(summary, one)| (title(&page, &summary), label(one.tie), page.date(&one.at)))
        .collect();
    let found = for_tie(desk, &actor, &asked.q).await.map_err(problem)?;
    let found = found
        .iter()
        .map(|summary| (summary.reference.to_string(), title(&page, summary), place(&page, summary)))
        .collect();
    let ties = Tie::ALL.into_iter().map(|tie| (tie.code().to_owned(), label(tie))).collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &TiesPage { page, errors, asked, declared, found, ties }))
}

/// Declares a tie that a form sends; whether it stands now, declared before or not. What is wrong is said on the form.
pub(super) async fn declared(
    desk: &EstablishmentDesk,
    session: &StaffSession,
    summary: &Summary,
    tie: Tie,
    words: &str,
    errors: &mut Errors,
) -> Result<bool, Problem> {
    let mut unit = desk.site.house.unit(session.actor.clone());
    let mut done = declare(desk, &mut unit, summary, tie, words).await;
    if done.is_ok() {
        done = unit.commit().await.map(|_| ()).map_err(DeclareError::from);
    }
    match done {
        Ok(()) | Err(DeclareError::Already) => return Ok(true),
        Err(DeclareError::Words) => errors.add(&session.page, "words", "establishments-error-long"),
        Err(DeclareError::Denied) => return Err(Problem::not_found()),
        Err(DeclareError::Commit(CommitError::Stale)) => return Err(Problem::conflict()),
        Err(other) => return Err(Problem::because(&other)),
    }
    Ok(false)
}

pub(super) async fn show(
    State(desk): State<EstablishmentDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    page_of(&desk, session, asked, Errors::none()).await
}

pub(super) async fn submit(
    State(desk): State<EstablishmentDesk>,
    session: StaffSession,
    Form(asked): Form<Asked>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let tie = Tie::from_code(&asked.tie);
    if tie.is_none() {
        errors.add(&session.page, "tie", "common-error-choose");
    }
    let chosen = match reference(&asked.establishment) {
        Ok(reference) => tie_to(&desk, &session.actor, reference).await.map_err(problem)?,
        Err(_) => None,
    };
    if chosen.is_none() {
        errors.add(&session.page, "establishment", "common-error-choose");
    }
    if let (Some(tie), Some(summary)) = (tie, chosen)
        && declared(&desk, &session, &summary, tie, &asked.words, &mut errors).await?
    {
        return Ok(Redirect::to("/staff/ties").into_response());
    }
    page_of(&desk, session, asked, errors).await
}

//! What is owed, as a page: facts in, lines out, each calculation that was saved.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{Directory, StaffSession};
use haqqi_complaints::{Desk, Summary};
use haqqi_kernel::CommitError;
use haqqi_wages::{Calculation, Ending, Facts, Nationality};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use super::record::{problem, reference};
use super::wages_form::{Row, Typed, say};
use super::wages_lines::Shown;
use crate::wages::{WagesError, WagesOf, save_wages, try_wages, wages_of};

/// A calculation that was saved.
struct Earlier {
    number: i32,
    label: String,
    amount: String,
    shown: bool,
}

#[derive(Template)]
#[template(path = "wages.html")]
struct WagesPage {
    page: Page,
    errors: Errors,
    complaint: Summary,
    shown: Option<Shown>,
    /// Who saved it and when; nothing where it is not saved.
    saved: Option<String>,
    earlier: Vec<Earlier>,
    typed: Typed,
    rows: Vec<Row>,
    regimes: Vec<(String, String)>,
    nationalities: Vec<(String, String)>,
    endings: Vec<(String, String)>,
    yes_no: Vec<(String, String)>,
}

/// Which calculation is looked at.
#[derive(Deserialize, Default)]
pub(super) struct Which {
    #[serde(default)]
    n: String,
}

pub(super) fn failed(error: WagesError) -> Problem {
    match error {
        WagesError::Read(error) => problem(error),
        WagesError::Commit(CommitError::Unique(_)) => Problem::conflict(),
        WagesError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let of = wages_of(&desk, &session.actor, reference(&text)?).await.map_err(failed)?;
    let number =
        if which.n.is_empty() { None } else { Some(which.n.parse().map_err(|_| Problem::not_found())?) };
    let chosen = match number {
        Some(number) => {
            let found =
                of.saved.iter().find(|saved| saved.number == number).ok_or_else(Problem::not_found)?;
            Some((number, found.facts.clone(), found.calculation.clone()))
        }
        None => of.saved.first().map(|last| (last.number, last.facts.clone(), last.calculation.clone())),
    };
    let typed = Typed::from_facts(&of.facts, desk.site.pack.currency_decimals());
    page_of(&desk, session, of, Errors::none(), typed, chosen).await
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    of: WagesOf,
    errors: Errors,
    typed: Typed,
    chosen: Option<(i32, Facts, Calculation)>,
) -> Result<Response, Problem> {
    let page = session.page;
    let by = of.saved.iter().map(|saved| saved.by);
    let names = Directory::new(desk.site.house.clone()).names_of(by).await;
    let names = names.map_err(|e| Problem::because(&e))?;
    let number = chosen.as_ref().map(|(number, ..)| *number);
    let label = |saved: &crate::wages::Saved| {
        let who = saved.by.and_then(|by| names.get(&by)).cloned().unwrap_or_default();
        let args = haqqi_language::Args::new()
            .set("number", i64::from(saved.number))
            .set("who", who)
            .set("time", page.date_time(&saved.at));
        page.ta("casework-wages-saved", &args)
    };
    let earlier = of
        .saved
        .iter()
        .map(|saved| Earlier {
            number: saved.number,
            label: label(saved),
            amount: page.money(saved.calculation.least),
            shown: Some(saved.number) == number,
        })
        .collect();
    let pack = &desk.site.pack;
    let labelled = |prefix: &str, code: &str| (code.to_owned(), page.label(prefix, code));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = WagesPage {
        saved: of.saved.iter().find(|saved| Some(saved.number) == number).map(label),
        shown: chosen.map(|(_, facts, found)| Shown::of(&page, &facts, &found)),
        rows: typed.rows(&errors),
        regimes: pack.regimes().iter().map(|regime| labelled("regime", &regime.code)).collect(),
        nationalities: Nationality::ALL
            .map(|one| labelled("casework-wages-nationality", one.code()))
            .to_vec(),
        endings: Ending::ALL.map(|one| labelled("casework-wages-ending", one.code())).to_vec(),
        yes_no: ["yes", "no"].map(|code| labelled("casework-wages", code)).to_vec(),
        complaint: of.complaint,
        earlier,
        typed,
        errors,
        page,
    };
    Ok(render(status, &shown))
}

pub(super) async fn submit(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let of = wages_of(&desk, &session.actor, reference).await.map_err(failed)?;
    let mut typed = Typed::of(pairs);
    let mut errors = Errors::none();
    if typed.get("do") == "more" {
        typed.add_rows();
        return page_of(&desk, session, of, errors, typed, None).await;
    }
    let decimals = desk.site.pack.currency_decimals();
    let (facts, rows) = typed.facts(&session.page, decimals, &mut errors);
    if !errors.is_empty() {
        return page_of(&desk, session, of, errors, typed, None).await;
    }
    let done = if typed.get("do") == "save" {
        match save_wages(&desk, &session.actor, reference, &facts).await {
            Ok(_) => return Ok(Redirect::to(&format!("/staff/complaints/{text}/wages")).into_response()),
            Err(error) => Err(error),
        }
    } else {
        try_wages(&desk, &session.actor, reference, &facts).await
    };
    let chosen = match done {
        Ok(found) => Some((0, facts, found)),
        Err(WagesError::Facts(faults)) => {
            say(&mut errors, &session.page, &faults, &rows);
            None
        }
        Err(WagesError::Nothing) => {
            errors.add(&session.page, "m1-month", "casework-wages-error-nothing");
            None
        }
        Err(WagesError::State) => {
            errors.add(&session.page, "m1-month", "casework-error-state");
            None
        }
        Err(other) => return Err(failed(other)),
    };
    page_of(&desk, session, of, errors, typed, chosen).await
}

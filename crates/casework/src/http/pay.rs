//! Pay that was agreed, followed until she has it, and the papers that she has again. As a page and as JSON.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Desk, Summary, read_amount};
use haqqi_kernel::{Action, CommitError, judge, read_day};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use super::closing::recovered_id;
use super::record::{found, problem, reference};
use crate::papers::{NewPaper, PAPERS, PaperError, note_paper, papers};
use crate::pay::{
    Evidence, NewInstalment, PayError, PayState, Seen, agree_pay, instalments, recovered, see_pay,
};

type Choice = (String, String);

/// How many instalments the form offers at once.
const LINES: usize = 6;

/// An instalment as the page shows it.
struct Shown {
    number: i32,
    due: String,
    amount: String,
    state: String,
    rows: Vec<(String, String)>,
    open: bool,
}

#[derive(Template)]
#[template(path = "pay.html")]
struct PayPage {
    page: Page,
    errors: Errors,
    complaint: Summary,
    rows: Vec<Shown>,
    recovered: String,
    states: Vec<Choice>,
    evidence: Vec<Choice>,
    lines: Vec<(usize, String, String)>,
    papers: Vec<(String, String)>,
    kinds: Vec<Choice>,
    holders: Vec<Choice>,
    may_work: bool,
    may_agree: bool,
    typed: Typed,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    days: Vec<String>,
    amounts: Vec<String>,
    seen: SeenForm,
    /// The instalment of which something was seen.
    number: i32,
    paper: PaperForm,
}

pub(super) fn failed(error: PayError) -> Problem {
    match error {
        PayError::Read(error) => problem(error),
        PayError::TooLong => Problem::too_large(),
        PayError::Nothing => Problem::not_found(),
        PayError::Commit(CommitError::Unique(_)) => Problem::conflict(),
        PayError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

pub(super) fn papers_failed(error: PaperError) -> Problem {
    match error {
        PaperError::Read(error) => problem(error),
        PaperError::TooLong => Problem::too_large(),
        PaperError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    text: &str,
    typed: Typed,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let complaint = found(desk, &actor, Action::ReadComplaint, text).await?;
    let all = instalments(desk, &actor, &complaint).await.map_err(failed)?;
    let given_back = papers(desk, &actor, &complaint).await.map_err(papers_failed)?;
    let may_work = judge(&actor, Action::WorkComplaint).is_ok();
    let open = complaint.acknowledged_at.is_some() && complaint.closed_at.is_none();
    let rows = all
        .iter()
        .filter(|one| one.state != PayState::Replaced)
        .map(|one| {
            let mut rows = Vec::new();
            if one.received > 0 && one.received < one.amount {
                rows.push((page.t("casework-pay-received"), page.money(one.received)));
            }
            if let Some(evidence) = one.evidence {
                let seen = page.t(&format!("casework-pay-evidence-{}", evidence.code()));
                rows.push((page.t("casework-pay-evidence"), seen));
            }
            if !one.note.is_empty() {
                rows.push((page.t("casework-note"), one.note.clone()));
            }
            Shown {
                number: one.number,
                due: day_of(&page, one.due_on),
                amount: page.money(one.amount),
                state: page.t(&format!("casework-pay-state-{}", one.state.code())),
                rows,
                open: complaint.acknowledged_at.is_some() && may_work,
            }
        })
        .collect();
    let value = |all: &[String], at: usize| all.get(at).cloned().unwrap_or_default();
    let shown = PayPage {
        rows,
        recovered: recovered(&all).map(|found| page.t(recovered_id(found))).unwrap_or_default(),
        states: PayState::SEEN
            .map(|state| (state.code().to_owned(), page.t(&format!("casework-pay-state-{}", state.code()))))
            .to_vec(),
        evidence: Evidence::ALL
            .map(|one| (one.code().to_owned(), page.t(&format!("casework-pay-evidence-{}", one.code()))))
            .to_vec(),
        lines: (0..LINES).map(|at| (at + 1, value(&typed.days, at), value(&typed.amounts, at))).collect(),
        papers: given_back
            .into_iter()
            .map(|one| {
                let holder = one.holder.as_deref().map(|code| page.label("holder", code));
                let mut said = vec![day_of(&page, one.seen_on)];
                said.extend(holder);
                said.extend(Some(one.note).filter(|note| !note.is_empty()));
                (page.t(&format!("casework-paper-{}", one.paper)), said.join(" · "))
            })
            .collect(),
        kinds: PAPERS.map(|code| (code.to_owned(), page.t(&format!("casework-paper-{code}")))).to_vec(),
        holders: desk
            .site
            .pack
            .holders()
            .iter()
            .map(|row| (row.code.clone(), page.label("holder", &row.code)))
            .collect(),
        may_work: may_work && complaint.acknowledged_at.is_some(),
        may_agree: may_work && open,
        typed,
        errors,
        complaint,
        page,
    };
    let status = if shown.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &shown))
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, &text, Typed::default(), Errors::none()).await
}

fn here(text: &str) -> Response {
    Redirect::to(&format!("/staff/complaints/{text}/pay")).into_response()
}

/// A day in words: its noon, which is the same day in every zone that we know.
pub(super) fn day_of(page: &Page, day: NaiveDate) -> String {
    page.date(&(day.and_time(NaiveTime::MIN) + TimeDelta::hours(12)).and_utc())
}

#[derive(Deserialize, Default)]
pub(super) struct Agreed {
    #[serde(default)]
    day: Vec<String>,
    #[serde(default)]
    amount: Vec<String>,
}

/// The lines that were filled, or the field of the first that cannot be read.
pub(super) fn read_lines(
    days: &[String],
    amounts: &[String],
    decimals: u8,
) -> Result<Vec<NewInstalment>, (String, &'static str)> {
    let mut agreed = Vec::new();
    for (at, (day, amount)) in days.iter().zip(amounts).enumerate() {
        if day.trim().is_empty() && amount.trim().is_empty() {
            continue;
        }
        let due_on = read_day(day).ok_or_else(|| (format!("day-{}", at + 1), "casework-wages-error-date"))?;
        let minor = read_amount(amount, decimals).ok().flatten();
        let amount = minor.ok_or_else(|| (format!("amount-{}", at + 1), "casework-wages-error-amount"))?;
        agreed.push(NewInstalment { due_on, amount });
    }
    Ok(agreed)
}

/// The field of a refusal and the message that says it.
pub(super) fn wrong(error: &PayError) -> Option<(&'static str, &'static str)> {
    Some(match error {
        PayError::Amount => ("amount-1", "casework-pay-error-amount"),
        PayError::FlagOpen => ("amount-1", "casework-pay-error-flag"),
        PayError::Day => ("day-1", "casework-pay-error-day"),
        PayError::Evidence => ("evidence", "casework-pay-error-evidence"),
        PayError::State => ("day-1", "casework-error-state"),
        _ => return None,
    })
}

pub(super) async fn agree_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Agreed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    match read_lines(&form.day, &form.amount, desk.site.pack.currency_decimals()) {
        Err((field, message)) => errors.add(&session.page, &field, message),
        Ok(agreed) => match agree_pay(&desk, &session.actor, reference(&text)?, &agreed).await {
            Ok(()) => return Ok(here(&text)),
            Err(error) => match wrong(&error) {
                Some((field, message)) => errors.add(&session.page, field, message),
                None => return Err(failed(error)),
            },
        },
    }
    let typed = Typed { days: form.day, amounts: form.amount, ..Typed::default() };
    page_of(&desk, session, &text, typed, errors).await
}

#[derive(Deserialize, Default)]
pub(super) struct SeenForm {
    #[serde(default)]
    state: String,
    #[serde(default)]
    part: String,
    #[serde(default)]
    evidence: String,
    #[serde(default)]
    note: String,
}

pub(super) async fn see_form(
    State(desk): State<Desk>,
    Path((text, number)): Path<(String, i32)>,
    session: StaffSession,
    Form(form): Form<SeenForm>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let state = PayState::SEEN.into_iter().find(|state| state.code() == form.state);
    let part = read_amount(&form.part, desk.site.pack.currency_decimals());
    match (state, part) {
        (None, _) => errors.add(&session.page, "state", "common-error-choose"),
        (_, Err(_)) => errors.add(&session.page, "part", "casework-wages-error-amount"),
        (Some(state), Ok(amount)) => {
            let evidence = Evidence::from_code(&form.evidence);
            let seen = Seen { state, amount, evidence, note: form.note.clone() };
            match see_pay(&desk, &session.actor, reference(&text)?, number, &seen).await {
                Ok(()) => return Ok(here(&text)),
                Err(PayError::Amount) => errors.add(&session.page, "part", "casework-pay-error-part"),
                Err(error) => match wrong(&error) {
                    Some((field, message)) => errors.add(&session.page, field, message),
                    None => return Err(failed(error)),
                },
            }
        }
    }
    page_of(&desk, session, &text, Typed { seen: form, number, ..Typed::default() }, errors).await
}

#[derive(Deserialize, Default)]
pub(super) struct PaperForm {
    #[serde(default)]
    paper: String,
    #[serde(default)]
    holder: String,
    #[serde(default)]
    seen_on: String,
    #[serde(default)]
    paper_note: String,
}

/// The field of a refusal and the message that says it.
pub(super) fn paper_wrong(error: &PaperError) -> Option<(&'static str, &'static str)> {
    Some(match error {
        PaperError::Paper => ("paper", "common-error-choose"),
        PaperError::Holder => ("holder", "common-error-choose"),
        PaperError::Day => ("seen_on", "casework-wages-error-date"),
        PaperError::State => ("paper", "casework-error-acknowledge-first"),
        _ => return None,
    })
}

pub(super) async fn paper_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<PaperForm>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    match read_day(&form.seen_on) {
        None => errors.add(&session.page, "seen_on", "casework-wages-error-date"),
        Some(seen_on) => {
            let new = NewPaper {
                paper: form.paper.clone(),
                holder: Some(form.holder.clone()).filter(|code| !code.is_empty()),
                seen_on,
                note: form.paper_note.clone(),
            };
            match note_paper(&desk, &session.actor, reference(&text)?, &new).await {
                Ok(()) => return Ok(here(&text)),
                Err(error) => match paper_wrong(&error) {
                    Some((field, message)) => errors.add(&session.page, field, message),
                    None => return Err(papers_failed(error)),
                },
            }
        }
    }
    page_of(&desk, session, &text, Typed { paper: form, ..Typed::default() }, errors).await
}

//! Closing, on a page of its own: the outcome first, then what that outcome asks for. And as JSON.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, Summary, read_amount};
use haqqi_kernel::{Action, CommitError};
use haqqi_language::Args;
use haqqi_web::{Errors, Form, Json, Page, Problem, render};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::record::{back, found, languages, problem, reference, stale};
use crate::close::{CloseComplaint, CloseError, Closing, Settled, Transfer, close};
use crate::closing::Terms;
use crate::comes_back::ComesBack;
use crate::mark::mark;
use crate::pay::{Recovered, instalments, recovered};
use crate::rescreen::asked_again;

/// What was typed to close it.
#[derive(Deserialize, Default, Clone)]
pub(super) struct Typed {
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    because: String,
    #[serde(default)]
    done: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    receiver: String,
    #[serde(default)]
    ground: String,
    #[serde(default)]
    article: String,
    #[serde(default)]
    mark: String,
}

/// What an outcome asks for.
#[derive(Default)]
struct Wants {
    because: Vec<(String, String)>,
    amounts: bool,
    /// Pay is followed: the amount is what was received.
    followed: bool,
    transfer: bool,
    second: bool,
}

#[derive(Template)]
#[template(path = "close.html")]
struct ClosePage {
    page: Page,
    errors: Errors,
    complaint: Summary,
    mark: String,
    stale: bool,
    outcomes: Vec<(String, String)>,
    wants: Option<Wants>,
    /// When she was asked again about safety, for a settlement.
    again: Option<String>,
    recovered: String,
    receivers: Vec<(String, String)>,
    grounds: Vec<(String, String)>,
    articles: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    /// She would get less than is owed to her.
    warning: String,
    welfare: bool,
    /// Nobody comes back with a code: why, in words.
    no_code: String,
    typed: Typed,
}

/// What a refusal shows beside the fields.
#[derive(Default)]
struct Told {
    warning: String,
    welfare: bool,
    stale: bool,
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    text: &str,
    typed: Typed,
    errors: Errors,
    told: Told,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let because = |e: sea_orm::DbErr| Problem::because(&e);
    let complaint = found(desk, &actor, Action::WorkComplaint, text).await?;
    let pack = &desk.site.pack;
    let pay = instalments(desk, &actor, &complaint).await.map_err(|e| Problem::because(&e))?;
    let found = recovered(&pay);
    let wants = pack.outcome(&typed.outcome).map(|row| Wants {
        because: pack
            .closing_reasons(&row.code)
            .map(|reason| (reason.code.clone(), page.label("reason", &reason.code)))
            .collect(),
        amounts: row.amounts,
        followed: found.is_some(),
        transfer: row.transfer,
        second: row.second,
    });
    // What was typed stays, whatever was chosen.
    let wants = wants.or_else(|| (!errors.is_empty() || told.stale).then(Wants::default));
    let today = desk.clocks().calendar(complaint.office.as_deref()).date(desk.site.house.now());
    let articles = pack
        .articles()
        .iter()
        .filter(|row| pack.article(&row.code, today).is_some_and(|held| std::ptr::eq(held, *row)));
    let status = match (told.stale, errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let shown = ClosePage {
        mark: mark(desk, &complaint).await.map_err(because)?,
        stale: told.stale,
        outcomes: pack.outcomes().iter().map(|o| (o.code.clone(), page.label("outcome", &o.code))).collect(),
        wants,
        again: asked_again(desk, &complaint).await.map_err(because)?.map(|at| page.date_time(&at)),
        recovered: found.map(|found| page.t(recovered_id(found))).unwrap_or_default(),
        receivers: pack
            .agencies()
            .iter()
            .filter(|agency| agency.complaints)
            .map(|agency| (agency.code.clone(), page.label("agency", &agency.code)))
            .collect(),
        grounds: pack.grounds().iter().map(|g| (g.code.clone(), page.label("ground", &g.code))).collect(),
        articles: articles.map(|row| (row.code.clone(), page.label("article", &row.code))).collect(),
        languages: languages(desk, &page, &complaint),
        warning: told.warning,
        welfare: told.welfare,
        no_code: ComesBack::to(desk, &complaint)
            .await
            .map_err(because)?
            .said()
            .map(|nobody| page.t(nobody))
            .unwrap_or_default(),
        typed,
        errors,
        complaint,
        page,
    };
    Ok(render(status, &shown))
}

pub(super) fn recovered_id(found: Recovered) -> &'static str {
    match found {
        Recovered::Waits => "casework-recovered-waits",
        Recovered::All => "casework-recovered-all",
        Recovered::Part => "casework-recovered-part",
        Recovered::Unverified => "casework-recovered-unverified",
        Recovered::Nothing => "casework-recovered-nothing",
    }
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Query(typed): Query<Typed>,
) -> Result<Response, Problem> {
    let typed = Typed { outcome: typed.outcome, ..Typed::default() };
    page_of(&desk, session, &text, typed, Errors::none(), Told::default()).await
}

/// All amounts and their difference, in words.
fn warning(page: &Page, terms: &Terms) -> String {
    let args = Args::new()
        .set("amount", page.money(terms.amount))
        .set("computed", page.money(terms.owed()))
        .set("short", page.money(terms.short()));
    page.ta("casework-settlement-below", &args)
}

/// The field of a refusal and the message that says it.
fn wrong(error: &CloseError) -> Option<(&'static str, &'static str)> {
    Some(match error {
        CloseError::Outcome => ("outcome", "common-error-choose"),
        CloseError::Because => ("because", "common-error-choose"),
        CloseError::Done => ("done", "staff-error-reason"),
        CloseError::Words => ("words", "casework-closing-error-words"),
        CloseError::Language => ("language", "common-error-choose"),
        CloseError::State => ("outcome", "casework-error-state"),
        CloseError::WithdrawalOpen => ("outcome", "casework-withdrawal-asked-first"),
        CloseError::FlagOpen => ("outcome", "casework-error-flag"),
        CloseError::NothingKept => ("outcome", "casework-error-nothing-kept"),
        CloseError::ClockRuns(_) => ("outcome", "casework-closing-error-clock"),
        CloseError::SettlementWaits => ("outcome", "casework-settlement-waits"),
        CloseError::NotMet => ("outcome", "casework-closing-error-not-met"),
        CloseError::Attempts(..) => ("outcome", "casework-closing-error-attempts"),
        CloseError::NotAsked(_) => ("outcome", "casework-closing-error-asked"),
        CloseError::Untranslated => ("outcome", "casework-closing-error-untranslated"),
        CloseError::Welfare => ("outcome", "casework-closing-error-welfare"),
        CloseError::NotAskedAgain => ("outcome", "casework-closing-error-again"),
        CloseError::Recovered(Some(Recovered::Waits)) => ("outcome", "casework-closing-error-waits"),
        CloseError::Recovered(_) => ("outcome", "casework-closing-error-recovered"),
        CloseError::Receiver => ("receiver", "common-error-choose"),
        CloseError::Ground => ("ground", "casework-closing-error-ground"),
        CloseError::Article => ("article", "common-error-choose"),
        CloseError::Amount => ("amount", "casework-settlement-error-amount"),
        CloseError::Below(_) => ("reason", "casework-settlement-error-below"),
        _ => return None,
    })
}

fn failed(error: CloseError) -> Problem {
    match error {
        CloseError::Commit(CommitError::Unique(_)) => Problem::conflict(),
        CloseError::Commit(error) => Problem::uncommitted(&error),
        CloseError::TooLong => Problem::too_large(),
        CloseError::Read(error) => problem(error),
        other => Problem::because(&other),
    }
}

pub(super) async fn close_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    if stale(&desk, &session, reference, &typed.mark).await? {
        let told = Told { stale: true, ..Told::default() };
        return page_of(&desk, session, &text, typed, Errors::none(), told).await;
    }
    let mut errors = Errors::none();
    let mut told = Told::default();
    let Ok(amount) = read_amount(&typed.amount, desk.site.pack.currency_decimals()) else {
        errors.add(&session.page, "amount", "casework-wages-error-amount");
        return page_of(&desk, session, &text, typed, errors, told).await;
    };
    let new = CloseComplaint {
        outcome: typed.outcome.clone(),
        because: typed.because.clone(),
        done: typed.done.clone(),
        words: typed.words.clone(),
        language: typed.language.clone(),
        settled: Settled { amount, reason: typed.reason.clone() },
        transfer: Transfer {
            receiver: typed.receiver.clone(),
            ground: typed.ground.clone(),
            article: typed.article.clone(),
        },
    };
    match close(&desk, &session.actor, reference, &new).await {
        Ok(_) => return Ok(back(&text)),
        Err(error) => {
            let Some((field, message)) = wrong(&error) else { return Err(failed(error)) };
            match &error {
                CloseError::Below(terms) => told.warning = warning(&session.page, terms),
                CloseError::Welfare => told.welfare = true,
                _ => {}
            }
            match error {
                CloseError::Attempts(tried, wanted) => {
                    let number = |n: usize| session.page.number(i64::try_from(n).unwrap_or(i64::MAX));
                    let args = Args::new().set("tried", number(tried)).set("wanted", number(wanted));
                    errors.add_with(&session.page, field, message, &args);
                }
                CloseError::NotAsked(days) => {
                    let args = Args::new().set("days", i64::from(days));
                    errors.add_with(&session.page, field, message, &args);
                }
                _ => errors.add(&session.page, field, message),
            }
        }
    }
    page_of(&desk, session, &text, typed, errors, told).await
}

/// An outcome.
#[derive(Deserialize, ToSchema)]
#[schema(as = ClosingOutcome)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    /// A code of the closed list.
    outcome: String,
    /// A reason of the pack for this outcome.
    because: String,
    /// What was done, for the office alone.
    done: String,
    /// What she is told.
    words: String,
    /// The language of that; another than hers waits for its translation (202).
    language: String,
    /// What a settlement gives her, in minor units; where pay was followed, what was received counts instead.
    #[serde(default)]
    amount: Option<i64>,
    /// Why she should get less than is owed to her: then a second person must approve.
    #[serde(default)]
    reason: String,
    /// The body that goes on with it.
    #[serde(default)]
    receiver: String,
    /// The ground on which it goes there.
    #[serde(default)]
    ground: String,
    /// The article, where the ground needs one.
    #[serde(default)]
    article: String,
}

/// What became of it.
#[derive(Serialize, ToSchema)]
pub(super) struct ClosingAnswer {
    /// `closed`, `waits` for a second person, or `translation` is waited for.
    closing: &'static str,
}

/// Closes a complaint with exactly one outcome. What needs a second person or a translation waits (202).
#[utoipa::path(post, path = "/api/v1/casework/{reference}/closure", tag = "casework", params(("reference" = String, Path)),
    request_body = Outcome, responses((status = 201, body = ClosingAnswer), (status = 202, body = ClosingAnswer), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub(super) async fn close_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<Outcome>,
) -> Result<Response, Problem> {
    let new = CloseComplaint {
        outcome: new.outcome,
        because: new.because,
        done: new.done,
        words: new.words,
        language: new.language,
        settled: Settled { amount: new.amount, reason: new.reason },
        transfer: Transfer { receiver: new.receiver, ground: new.ground, article: new.article },
    };
    let (status, closing) = match close(&desk, &caller.actor, reference(&text)?, &new).await {
        Ok(Closing::Closed) => (StatusCode::CREATED, "closed"),
        Ok(Closing::Proposed) => (StatusCode::ACCEPTED, "waits"),
        Ok(Closing::Translating) => (StatusCode::ACCEPTED, "translation"),
        // The page says how many; a program is told the rule.
        Err(CloseError::Attempts(..)) => {
            return Err(Problem::unprocessable().field("outcome", "casework-closing-error-tried"));
        }
        Err(CloseError::NotAsked(_)) => {
            return Err(Problem::unprocessable().field("outcome", "casework-closing-error-unasked"));
        }
        Err(error) => {
            return Err(match wrong(&error) {
                Some((field, message)) => Problem::unprocessable().field(field, message),
                None => failed(error),
            });
        }
    };
    Ok((status, Json(ClosingAnswer { closing })).into_response())
}

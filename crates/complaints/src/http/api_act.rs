//! What she can do with her complaint, as JSON: each is the use case of its page.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use chrono::NaiveDate;
use haqqi_web::{Json, Network, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Desk;
use crate::ask::{AskError, ask_to_withdraw, her_row, object};
use crate::change_contact::{ContactError, change_contact};
use crate::come_back::Entered;
use crate::days::{DaysError, clocks_of, days_of_worker, tell_days};
use crate::feedback::HowItWent;
use crate::http::act;
use crate::http::api::{herself, problem};
use crate::http::reach::wrong;
use crate::model::{Confidentiality, Contact};
use crate::reopen::reopen;

fn refused(error: AskError) -> Problem {
    match error {
        AskError::Return(error) => problem(error),
        AskError::Empty => Problem::unprocessable().field("words", "common-error-required"),
        AskError::Late => Problem::unprocessable().field("words", "complaints-object-late"),
        AskError::State | AskError::Already => Problem::conflict(),
    }
}

/// How she may be reached from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewContact {
    /// Takes the place of all that was given before.
    #[schema(value_type = Object)]
    contact: Contact,
    /// `confidential`, `anonymous` or `open`.
    #[schema(value_type = String)]
    confidentiality: Confidentiality,
}

/// Changes contact and confidentiality. 202 where somebody at the office has seen her code: a second person confirms first.
#[utoipa::path(put, path = "/api/v1/complaints/{reference}/contact", tag = "complaints", request_body = NewContact,
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 202), (status = 204), (status = 401), (status = 404), (status = 409), (status = 422), (status = 429)))]
pub(super) async fn contact(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    Json(new): Json<NewContact>,
) -> Result<StatusCode, Problem> {
    let entered = herself(&desk, network, &reference, &headers).await?;
    match change_contact(&desk, &entered, &new.contact, new.confidentiality).await {
        Ok(true) => Ok(StatusCode::NO_CONTENT),
        Ok(false) => Ok(StatusCode::ACCEPTED),
        Err(ContactError::Field { field, problem, channel }) => {
            Err(Problem::unprocessable().field(field, wrong(field, problem, channel).1))
        }
        Err(ContactError::Return(error)) => Err(problem(error)),
    }
}

/// Words beside it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// At most 64 KiB; a message like any other.
    #[serde(default)]
    words: String,
}

/// Asks to take the complaint back. It goes on until somebody has spoken with her alone. 409 when it is asked for
/// already, or closed.
#[utoipa::path(post, path = "/api/v1/complaints/{reference}/withdrawal", tag = "complaints", request_body = Words,
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 202), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422), (status = 429)))]
pub(super) async fn withdrawal(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    Json(words): Json<Words>,
) -> Result<StatusCode, Problem> {
    let entered = herself(&desk, network, &reference, &headers).await?;
    ask_to_withdraw(&desk, &entered, &words.words).await.map_err(refused)?;
    Ok(StatusCode::ACCEPTED)
}

/// Opens a closed complaint again, within the pack's days. 409 when it is open; 422 when the time is over.
#[utoipa::path(post, path = "/api/v1/complaints/{reference}/reopening", tag = "complaints",
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422), (status = 429)))]
pub(super) async fn reopening(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let entered = herself(&desk, network, &reference, &headers).await?;
    reopen(&desk, &entered).await.map_err(refused)?;
    Ok(StatusCode::CREATED)
}

/// Objects to the outcome: an officer who did not decide it looks at it. Words are needed.
#[utoipa::path(post, path = "/api/v1/complaints/{reference}/objection", tag = "complaints", request_body = Words,
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 202), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422), (status = 429)))]
pub(super) async fn objection(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    Json(words): Json<Words>,
) -> Result<StatusCode, Problem> {
    let entered = herself(&desk, network, &reference, &headers).await?;
    object(&desk, &entered, &words.words).await.map_err(refused)?;
    Ok(StatusCode::ACCEPTED)
}

/// How it went.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Feedback {
    /// `helped`, `little` or `not-at-all`.
    answer: String,
    /// A message beside it.
    #[serde(default)]
    words: String,
}

/// Says how it went: counted, once.
#[utoipa::path(post, path = "/api/v1/complaints/{reference}/feedback", tag = "complaints", request_body = Feedback,
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422), (status = 429)))]
pub(super) async fn feedback(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    Json(new): Json<Feedback>,
) -> Result<StatusCode, Problem> {
    let entered = herself(&desk, network, &reference, &headers).await?;
    let answer = HowItWent::from_code(&new.answer)
        .ok_or_else(|| Problem::unprocessable().field("answer", "common-error-choose"))?;
    act::feedback(&desk, &entered, answer, &new.words).await.map_err(refused)?;
    Ok(StatusCode::CREATED)
}

/// The days that start clocks: event, a code of the pack, to day.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Days {
    /// Takes the place of all that was told before.
    #[schema(value_type = Object)]
    days: BTreeMap<String, NaiveDate>,
}

/// A clock that runs against her.
#[derive(Serialize, ToSchema)]
pub(super) struct Clock {
    /// A code of the pack.
    clock: String,
    /// The last day on which to ask.
    by: String,
    /// Whether a lawyer has approved that it is shown as law; else say “ask by …”.
    law: bool,
    /// Whether the day is past.
    past: bool,
    /// The article, a code of the pack, where it may be shown as law.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
}

/// The clocks that run against the worker, from the days that she told.
#[derive(Serialize, ToSchema)]
pub(super) struct Clocks {
    clocks: Vec<Clock>,
}

async fn clocks_for(desk: &Desk, entered: &Entered) -> Result<Json<Clocks>, Problem> {
    let row = her_row(desk, entered).await.map_err(problem)?;
    let days = days_of_worker(desk, entered).await.map_err(problem)?;
    let clocks = clocks_of(desk, row.office.as_deref(), &days).into_iter();
    let clocks = clocks.map(|c| Clock {
        clock: c.code,
        by: c.by.to_string(),
        law: c.law,
        past: c.past,
        article: c.article.filter(|_| c.law),
    });
    Ok(Json(Clocks { clocks: clocks.collect() }))
}

/// Tells the days that start clocks, and gets the last days on which to ask.
#[utoipa::path(put, path = "/api/v1/complaints/{reference}/days", tag = "complaints", request_body = Days,
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 200, body = Clocks), (status = 401), (status = 404), (status = 409), (status = 422), (status = 429)))]
pub(super) async fn tell(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    Json(new): Json<Days>,
) -> Result<Json<Clocks>, Problem> {
    let entered = herself(&desk, network, &reference, &headers).await?;
    match tell_days(&desk, &entered, &new.days).await {
        Ok(()) => clocks_for(&desk, &entered).await,
        Err(DaysError::Unknown(code)) => {
            Err(Problem::unprocessable().field(format!("days.{code}"), "common-error-choose"))
        }
        Err(DaysError::Day(code)) => {
            Err(Problem::unprocessable().field(format!("days.{code}"), "complaints-left-error-day"))
        }
        Err(DaysError::Return(error)) => Err(problem(error)),
        Err(other) => Err(Problem::because(&other)),
    }
}

/// The last days on which to ask, from the days that she told.
#[utoipa::path(get, path = "/api/v1/complaints/{reference}/days", tag = "complaints",
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 200, body = Clocks), (status = 401), (status = 404), (status = 422), (status = 429)))]
pub(super) async fn days(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
) -> Result<Json<Clocks>, Problem> {
    let entered = herself(&desk, network, &reference, &headers).await?;
    clocks_for(&desk, &entered).await
}

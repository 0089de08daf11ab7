//! What is owed, as JSON.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::ApiStaff;
use haqqi_complaints::Desk;
use haqqi_wages::{Calculation, Facts, Fault, FieldFault};
use haqqi_web::{Json, Problem, instant};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::record::reference;
use super::wages::failed;
use crate::wages::{Saved, WagesError, save_wages, wages_of};

/// A calculation that was saved. Amounts are minor units of the pack's currency.
#[derive(Serialize, ToSchema)]
pub(super) struct SavedAnswer {
    /// 1 for the first.
    number: i32,
    /// RFC 3339.
    at: String,
    /// Account of who saved it.
    by: Option<Uuid>,
    /// The pack by whose rows it was worked out.
    pack: String,
    /// What it was worked out from.
    #[schema(value_type = Object)]
    facts: Facts,
    /// Lines, total at least and at most (absent: it cannot be said), and what may be kept back at most.
    #[schema(value_type = Object)]
    calculation: Calculation,
}

/// What is owed.
#[derive(Serialize, ToSchema)]
pub(super) struct WagesAnswer {
    currency: String,
    /// The newest first.
    calculations: Vec<SavedAnswer>,
    /// The facts to begin with: the last ones, or what she told.
    #[schema(value_type = Object)]
    facts: Facts,
}

impl From<Saved> for SavedAnswer {
    fn from(saved: Saved) -> Self {
        Self {
            number: saved.number,
            at: instant(saved.at),
            by: saved.by,
            pack: saved.pack,
            facts: saved.facts,
            calculation: saved.calculation,
        }
    }
}

/// The calculations of what is owed on a complaint: reading them is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/wages", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = WagesAnswer), (status = 401), (status = 404)))]
pub(super) async fn read(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<WagesAnswer>, Problem> {
    let of = wages_of(&desk, &caller.actor, reference(&text)?).await.map_err(failed)?;
    Ok(Json(WagesAnswer {
        currency: desk.site.pack.currency().to_owned(),
        calculations: of.saved.into_iter().map(SavedAnswer::from).collect(),
        facts: of.facts,
    }))
}

/// The message that says what cannot be.
fn message(fault: &FieldFault) -> &'static str {
    match fault.fault {
        Fault::Regime => "casework-wages-error-regime",
        Fault::Date => "casework-wages-error-date",
        Fault::Order => "casework-wages-error-order",
        Fault::Month => "casework-wages-error-month",
        Fault::Twice => "casework-wages-error-twice",
        Fault::Outside => "casework-wages-error-outside",
        Fault::Amount => "casework-wages-error-amount",
        Fault::Hours => "casework-wages-error-hours",
        Fault::Days => "casework-wages-error-days",
        Fault::TooMany => "casework-wages-error-too-many",
        Fault::TooLarge => "casework-wages-error-too-large",
    }
}

/// Works out what is owed from these facts and saves it, as the next calculation. What is absent is not known.
#[utoipa::path(post, path = "/api/v1/casework/{reference}/wages", tag = "casework", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201, body = SavedAnswer), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn save(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(facts): Json<Facts>,
) -> Result<Response, Problem> {
    match save_wages(&desk, &caller.actor, reference(&text)?, &facts).await {
        Ok(saved) => Ok((StatusCode::CREATED, Json(SavedAnswer::from(saved))).into_response()),
        Err(WagesError::Facts(faults)) => {
            let begin = Problem::unprocessable();
            Err(faults.iter().fold(begin, |problem, fault| problem.field(&fault.field, message(fault))))
        }
        Err(WagesError::Nothing) => {
            Err(Problem::unprocessable().field("months", "casework-wages-error-nothing"))
        }
        Err(WagesError::State) => Err(Problem::unprocessable().field("months", "casework-error-state")),
        Err(other) => Err(failed(other)),
    }
}

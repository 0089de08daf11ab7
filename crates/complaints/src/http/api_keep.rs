//! Keeping the code, and checking a receipt, as JSON.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use haqqi_kernel::{ReceiptCode, Reference};
use haqqi_web::{Json, Network, Problem, instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Desk;
use crate::http::api::{at_the_door, problem};
use crate::http::verify::said;
use crate::keep::{KeepError, keep_words, send_note};

/// Two words of her own choice.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TwoWords {
    /// One, of three letters and more.
    first: String,
    /// The other.
    second: String,
}

/// Keeps two words in place of the code, for who can keep nothing: said on the telephone, they get her a new code.
#[utoipa::path(put, path = "/api/v1/complaints/{reference}/words", tag = "complaints", request_body = TwoWords,
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 204), (status = 401), (status = 404), (status = 422), (status = 429)))]
pub(super) async fn words(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    Json(words): Json<TwoWords>,
) -> Result<StatusCode, Problem> {
    let (entered, _) = at_the_door(&desk, network, &reference, &headers).await?;
    match keep_words(&desk, &entered, &words.first, &words.second).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(error) => Err(refused(error)),
    }
}

/// Where to send number and code.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Mailbox {
    /// A mail address.
    address: String,
    /// Must be true: nothing goes out unless the mailbox is hers alone.
    hers_alone: bool,
}

/// Sends number and code to a mailbox that is hers alone, in neutral words.
#[utoipa::path(post, path = "/api/v1/complaints/{reference}/note", tag = "complaints", request_body = Mailbox,
    params(("reference" = String, Path), ("Receipt-Code" = String, Header, description = "16 digits")),
    responses((status = 202), (status = 401), (status = 404), (status = 422), (status = 429)))]
pub(super) async fn note(
    State(desk): State<Desk>,
    Path(reference): Path<String>,
    network: Network,
    headers: HeaderMap,
    Json(to): Json<Mailbox>,
) -> Result<StatusCode, Problem> {
    let (entered, code) = at_the_door(&desk, network, &reference, &headers).await?;
    match send_note(&desk, &entered, &code, &to.address, to.hers_alone).await {
        Ok(()) => Ok(StatusCode::ACCEPTED),
        Err(error) => Err(refused(error)),
    }
}

fn refused(error: KeepError) -> Problem {
    match error {
        KeepError::Words => Problem::unprocessable().field("first", "complaints-keep-error-words"),
        KeepError::Address => Problem::unprocessable().field("address", "complaints-keep-error-alone"),
        KeepError::Return(error) => problem(error),
        other => Problem::because(&other),
    }
}

/// A receipt to be checked: number and code, or the letters of its square and the code.
#[derive(Default, Deserialize, ToSchema)]
#[schema(as = WordsToCheck)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Asked {
    /// The number.
    reference: String,
    /// 16 digits.
    code: String,
    /// The letters that a reader of the square gets; then the number is not needed.
    letters: String,
}

/// What a genuine receipt says.
#[derive(Serialize, ToSchema)]
pub(super) struct Genuine {
    reference: String,
    /// When it was received (RFC 3339).
    received_at: String,
    /// Before when a person reads it (RFC 3339); not on a filer's.
    #[serde(skip_serializing_if = "Option::is_none")]
    promised_at: Option<String>,
    /// Office, a code of the pack; not on a filer's.
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<String>,
    /// The signed receipt as the letters of its square, locked with the code; where number and code were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    letters: Option<String>,
}

/// Checks a receipt. 404 where the letters, or number and code, are not of this house. To check without it, take the
/// key from `/verify/key` and run `haqqi verify`.
#[utoipa::path(post, path = "/api/v1/receipts/verification", tag = "complaints", request_body = Asked,
    responses((status = 200, body = Genuine), (status = 404), (status = 422), (status = 429)))]
pub(super) async fn verify(
    State(desk): State<Desk>,
    network: Network,
    Json(asked): Json<Asked>,
) -> Result<Json<Genuine>, Problem> {
    let reference = asked.reference.parse::<Reference>().ok();
    let code = asked.code.parse::<ReceiptCode>().ok();
    let found = said(&desk, network, reference, code.as_ref(), &asked.letters, "").await.map_err(problem)?;
    let vault = desk.site.house.vault();
    let letters = code
        .filter(|_| asked.letters.trim().is_empty())
        .map(|code| vault.lock_receipt(&found, &code, desk.site.house.entropy()));
    Ok(Json(Genuine {
        letters,
        reference: found.reference.to_string(),
        received_at: instant(found.received_at),
        promised_at: found.promised_at.map(instant),
        office: found.office,
    }))
}

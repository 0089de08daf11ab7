//! The doors for texts that come in: Kannel's, with a password, and a signed one for every other platform.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64;
use haqqi_web::Problem;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::Desk;
use crate::inbound::{Carrier, Inbound, InboundError, take_inbound};

/// The user's name with which Kannel comes.
const USER: &str = "kannel";
/// How far a signed message's time may be from ours, either way (Standard Webhooks).
const TOLERANCE: TimeDelta = TimeDelta::minutes(5);
/// How long a message of a platform that cannot sign stays the same message: its id is what it is known by.
const LONGEST_ID: usize = 200;

/// The secrets of the doors. A door without one is shut.
#[derive(Clone, Default)]
pub struct Doors {
    /// The password with which Kannel comes to `/hooks/sms`.
    pub kannel: Option<String>,
    /// The key with which messages to `/hooks/message` are signed.
    pub signing: Option<Vec<u8>>,
    /// The token of a platform that cannot sign.
    pub token: Option<String>,
}

impl Doors {
    /// The key of a signing secret: `whsec_` and base64, at least 24 bytes.
    ///
    /// # Errors
    /// A line that says what is wrong with it.
    pub fn signing_key(text: &str) -> Result<Vec<u8>, String> {
        let text = text.trim();
        let key = BASE64
            .decode(text.strip_prefix("whsec_").unwrap_or(text).as_bytes())
            .map_err(|_| "it is not base64".to_owned())?;
        if key.len() < 24 {
            return Err("it is shorter than 24 bytes".to_owned());
        }
        Ok(key)
    }
}

#[derive(Clone)]
struct Hooks {
    desk: Desk,
    doors: Arc<Doors>,
}

pub(super) fn routes(desk: Desk, doors: Doors) -> Router {
    let mut router = Router::new();
    if doors.kannel.is_some() {
        router = router.route("/hooks/sms", post(from_kannel));
    }
    if doors.signing.is_some() || doors.token.is_some() {
        router = router.route("/hooks/message", post(from_platform));
    }
    router
        .route("/hooks/sms/report/{token}/{status}", get(report))
        .with_state(Hooks { desk, doors: Arc::new(doors) })
}

fn of<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}

impl Hooks {
    /// Whether two secrets are the same, in constant time.
    fn same(&self, given: &str, wanted: &str) -> bool {
        let vault = self.desk.site.house.vault();
        vault.web_tag_matches("hook", given.as_bytes(), &vault.web_tag("hook", wanted.as_bytes()))
    }
}

fn problem(error: &InboundError) -> Problem {
    match error {
        InboundError::Empty => Problem::unprocessable(),
        InboundError::TooLong => Problem::too_large(),
        other => {
            tracing::error!(error = %other, "a text that came in cannot be stored; it is to be brought again");
            Problem::unavailable()
        }
    }
}

/// The words of a body in the letters that its header names; nothing for what is no text.
fn words(headers: &HeaderMap, body: &[u8]) -> Option<String> {
    let kind = of(headers, "content-type").to_ascii_lowercase();
    if of(headers, "x-kannel-coding") == "1" || kind.starts_with("application/octet-stream") {
        return None;
    }
    if kind.contains("utf-16be") {
        let units = body.chunks_exact(2).map(|pair| match pair {
            [high, low] => u16::from_be_bytes([*high, *low]),
            _ => 0,
        });
        return Some(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect());
    }
    Some(String::from_utf8_lossy(body).into_owned())
}

/// A text from Kannel's `post-url`. The answer is empty: Kannel would send it to the phone.
async fn from_kannel(
    State(hooks): State<Hooks>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let wanted = hooks.doors.kannel.as_deref().unwrap_or_default();
    let given = of(&headers, "authorization").strip_prefix("Basic ").unwrap_or_default();
    let known = BASE64.encode(format!("{USER}:{wanted}").as_bytes());
    if wanted.is_empty() || !hooks.same(given, &known) {
        return Err(Problem::unauthorized());
    }
    let from = of(&headers, "x-kannel-from").trim().to_owned();
    if from.is_empty() {
        return Err(Problem::bad_request());
    }
    // A picture or a ring tone: nothing that we could keep as words, and nothing that Kannel should bring again.
    let Some(body) = words(&headers, &body) else { return Ok(StatusCode::OK.into_response()) };
    let outside = format!("{}\n{}\n{body}", of(&headers, "x-kannel-to"), of(&headers, "x-kannel-time"));
    let text = Inbound { way: Carrier::Sms, from, body, outside, language: None };
    match take_inbound(&hooks.desk, &text).await {
        Ok(_) | Err(InboundError::Empty) => Ok(StatusCode::OK.into_response()),
        Err(error) => Err(problem(&error)),
    }
}

/// What a platform brings.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Brought {
    channel: Carrier,
    from: String,
    text: String,
    #[serde(default)]
    language: Option<String>,
}

/// What it may say at once.
#[derive(Serialize)]
struct Said {
    answer: String,
}

/// Whether the message is signed with our key, at this time (Standard Webhooks: `v1`, HMAC-SHA-256 over id, time and
/// body).
fn is_signed(key: &[u8], headers: &HeaderMap, body: &[u8], now: DateTime<Utc>) -> bool {
    let at = of(headers, "webhook-timestamp");
    let Some(time) = at.parse::<i64>().ok().and_then(|at| DateTime::from_timestamp(at, 0)) else {
        return false;
    };
    if (now - time).abs() > TOLERANCE {
        return false;
    }
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(key) else { return false };
    let mac = mac.chain_update(format!("{}.{at}.", of(headers, "webhook-id"))).chain_update(body);
    let signatures = of(headers, "webhook-signature").split(' ').filter_map(|one| one.strip_prefix("v1,"));
    signatures
        .filter_map(|one| BASE64.decode(one.as_bytes()).ok())
        .any(|one| mac.clone().verify_slice(&one).is_ok())
}

async fn from_platform(
    State(hooks): State<Hooks>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let id = of(&headers, "webhook-id");
    let bearer = of(&headers, "authorization").strip_prefix("Bearer ").unwrap_or_default();
    let now = hooks.desk.site.house.now();
    let signed = hooks.doors.signing.as_ref().is_some_and(|key| is_signed(key, &headers, &body, now));
    let named =
        hooks.doors.token.as_ref().is_some_and(|token| !token.is_empty() && hooks.same(bearer, token));
    if !signed && !named {
        return Err(Problem::unauthorized());
    }
    if id.is_empty() || id.len() > LONGEST_ID {
        return Err(Problem::bad_request());
    }
    if !of(&headers, header::CONTENT_TYPE.as_str()).starts_with("application/json") {
        return Err(Problem::media_type());
    }
    let brought: Brought = serde_json::from_slice(&body).map_err(|_| Problem::unprocessable())?;
    if brought.from.trim().is_empty() {
        return Err(Problem::unprocessable().field("from", "web-error-shape"));
    }
    let text = Inbound {
        way: brought.channel,
        from: brought.from,
        body: brought.text,
        outside: id.to_owned(),
        language: brought.language,
    };
    let taken = take_inbound(&hooks.desk, &text).await.map_err(|error| problem(&error))?;
    Ok(axum::Json(Said { answer: taken.answer.unwrap_or_default() }).into_response())
}

/// Kannel's report of what became of a message.
async fn report(
    State(hooks): State<Hooks>,
    Path((token, status)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let status = status.parse::<u32>().map_err(|_| Problem::not_found())?;
    let ours = haqqi_messaging::take_report(&hooks.desk.site.house, &token, status).await;
    match ours {
        Ok(true) => Ok(StatusCode::OK.into_response()),
        Ok(false) => Err(Problem::not_found()),
        Err(error) => Err(Problem::because(&error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(id: &str, at: &str, body: &str) -> HeaderMap {
        let mac = Hmac::<Sha256>::new_from_slice(&[7; 32]).unwrap().chain_update(format!("{id}.{at}.{body}"));
        let mut headers = HeaderMap::new();
        headers.insert("webhook-id", id.parse().unwrap());
        headers.insert("webhook-timestamp", at.parse().unwrap());
        let signature = format!("v1,AAAA v1,{}", BASE64.encode(&mac.finalize().into_bytes()));
        headers.insert("webhook-signature", signature.parse().unwrap());
        headers
    }

    #[test]
    fn only_what_is_signed_now_and_as_it_is_comes_in() {
        let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let headers = signed("a", "1700000000", "{}");
        assert!(is_signed(&[7; 32], &headers, b"{}", now));
        assert!(is_signed(&[7; 32], &headers, b"{}", now + TimeDelta::minutes(5)));
        assert!(!is_signed(&[7; 32], &headers, b"{}", now + TimeDelta::seconds(301)), "too old");
        assert!(!is_signed(&[7; 32], &headers, b"{}", now - TimeDelta::seconds(301)), "from the future");
        assert!(!is_signed(&[7; 32], &headers, b"{ }", now), "other words");
        assert!(!is_signed(&[8; 32], &headers, b"{}", now), "another key");
        let mut other = headers.clone();
        other.insert("webhook-id", "b".parse().unwrap());
        assert!(!is_signed(&[7; 32], &other, b"{}", now), "another id");
        assert!(!is_signed(&[7; 32], &HeaderMap::new(), b"{}", now), "nothing");
    }

    #[test]
    fn words_are_read_in_the_letters_that_kannel_names() {
        let with = |kind: &str, coding: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("content-type", kind.parse().unwrap());
            headers.insert("x-kannel-coding", coding.parse().unwrap());
            headers
        };
        let utf16 = with("text/plain; charset=\"UTF-16BE\"", "2");
        assert_eq!(words(&utf16, b"\x09\x86\x09\xaa").as_deref(), Some("আপ"));
        assert_eq!(words(&with("text/plain; charset=\"UTF-8\"", "0"), "é".as_bytes()).as_deref(), Some("é"));
        assert_eq!(words(&with("application/octet-stream", "1"), b"\x01"), None);
    }

    #[test]
    fn a_signing_secret_is_long_enough_or_refused() {
        assert!(Doors::signing_key(&format!("whsec_{}\n", BASE64.encode(&[1; 32]))).is_ok());
        assert!(Doors::signing_key("whsec_AAAA").is_err());
        assert!(Doors::signing_key("not base64 at all").is_err());
    }
}

//! Reading forms and JSON. What cannot be read is refused with an answer that says what to do.

use axum::body::Bytes;
use axum::extract::{FromRef, FromRequest, OriginalUri, Request};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use haqqi_language::Args;
use serde::de::DeserializeOwned;

use crate::page::{Page, session_cookie, token};
use crate::problem::Problem;
use crate::site::Site;

/// The longest body without files.
pub(crate) const LONGEST_BODY: usize = 1024 * 1024;

/// A form, read. On staff pages its `token` field must be the session's.
pub struct Form<T>(pub T);

/// A form of nothing but a button.
#[derive(serde::Deserialize)]
pub struct Pressed {}

/// Why a form could not be read; a [`Problem`] for the shell to show.
pub type FormError = Problem;

/// The bytes behind percent signs, to see whether they are text at all.
fn decoded(body: &[u8]) -> Vec<u8> {
    let hex = |c: u8| char::from(c).to_digit(16).and_then(|d| u8::try_from(d).ok());
    let mut out = Vec::with_capacity(body.len());
    let mut bytes = body.iter().copied();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut ahead = bytes.clone();
            if let (Some(high), Some(low)) = (ahead.next().and_then(hex), ahead.next().and_then(hex)) {
                out.push(high * 16 + low);
                bytes = ahead;
                continue;
            }
        }
        out.push(byte);
    }
    out
}

/// Whether the body says that it is of this kind, whatever its letters' case and parameters.
pub(crate) fn is_of_kind(request: &Request, wanted: &str) -> bool {
    let said = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    said.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case(wanted))
}

async fn body_of(request: Request) -> Result<Bytes, Problem> {
    Bytes::from_request(request, &()).await.map_err(|rejection| {
        if rejection.into_response().status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
            Problem::too_large()
        } else {
            Problem::bad_request()
        }
    })
}

impl<S, T> FromRequest<S> for Form<T>
where
    Site: FromRef<S>,
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let site = Site::from_ref(state);
        if !is_of_kind(&request, "application/x-www-form-urlencoded") {
            return Err(Problem::media_type());
        }
        let path = request
            .extensions()
            .get::<OriginalUri>()
            .map_or_else(|| request.uri().path().to_owned(), |OriginalUri(uri)| uri.path().to_owned());
        let staff = path.starts_with("/staff/") || path.starts_with("/field/");
        let expected = staff.then(|| token(&site, session_cookie(request.headers()).unwrap_or_default()));
        let body = body_of(request).await?;
        let plain = decoded(&body);
        if std::str::from_utf8(&plain).is_err() || plain.contains(&0) {
            return Err(Problem::bad_request());
        }
        if let Some(expected) = expected {
            #[derive(serde::Deserialize)]
            struct Token {
                #[serde(default)]
                token: String,
            }
            let sent = serde_html_form::from_bytes::<Token>(&body).map(|t| t.token).unwrap_or_default();
            if !bool::from(subtle::ConstantTimeEq::ct_eq(sent.as_bytes(), expected.as_bytes())) {
                return Err(Problem::expired());
            }
        }
        serde_html_form::from_bytes(&body).map(Self).map_err(|_| Problem::bad_request())
    }
}

/// Whether a text in this JSON holds U+0000, which is in no language and which PostgreSQL cannot keep.
fn holds_nul(body: &[u8]) -> bool {
    fn within(value: &serde_json::Value) -> bool {
        match value {
            serde_json::Value::String(text) => text.contains('\0'),
            serde_json::Value::Array(all) => all.iter().any(within),
            serde_json::Value::Object(all) => {
                all.iter().any(|(key, value)| key.contains('\0') || within(value))
            }
            _ => false,
        }
    }
    // Read a second time only where it is written at all.
    body.windows(6).any(|window| window == br"\u0000")
        && serde_json::from_slice(body).is_ok_and(|value| within(&value))
}

/// A JSON body, read. Unknown keys are the type's to refuse.
pub struct Json<T>(pub T);

/// A JSON body, read, and the bytes that came: where the same request sent twice must be known again.
pub struct JsonBytes<T>(pub T, pub Bytes);

impl<S, T> FromRequest<S> for Json<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        JsonBytes::from_request(request, state).await.map(|JsonBytes(value, _)| Self(value))
    }
}

impl<S, T> FromRequest<S> for JsonBytes<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Problem;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Problem> {
        if !is_of_kind(&request, "application/json") {
            return Err(Problem::media_type());
        }
        let body = body_of(request).await?;
        if holds_nul(&body) {
            return Err(Problem::bad_request());
        }
        let mut read = serde_json::Deserializer::from_slice(&body);
        let value = serde_path_to_error::deserialize(&mut read).map_err(|error| {
            if !error.inner().is_data() {
                return Problem::bad_request();
            }
            let field = error.path().to_string();
            match field.as_str() {
                "." => Problem::unprocessable(),
                _ => Problem::unprocessable().field(field, "web-error-shape"),
            }
        })?;
        read.end().map_err(|_| Problem::bad_request())?;
        Ok(Self(value, body))
    }
}

impl<T: serde::Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// What is wrong with a form, field by field, in the order of the page.
#[derive(Clone, Default)]
pub struct Errors(Vec<(String, String)>);

impl Errors {
    /// Nothing is wrong.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Says what is wrong with a field.
    pub fn add(&mut self, page: &Page, field: &str, message: &str) {
        self.0.push((field.to_owned(), page.t(message)));
    }

    /// Says what is wrong with a field, with arguments.
    pub fn add_with(&mut self, page: &Page, field: &str, message: &str, args: &Args) {
        self.0.push((field.to_owned(), page.ta(message, args)));
    }

    /// Says what is wrong with a field, in words that were put together already.
    pub fn add_text(&mut self, field: &str, text: &str) {
        self.0.push((field.to_owned(), text.to_owned()));
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All, as (field, text).
    #[must_use]
    pub fn all(&self) -> &[(String, String)] {
        &self.0
    }

    /// What is wrong with this field, or an empty text.
    #[must_use]
    pub fn of(&self, field: &str) -> &str {
        self.0.iter().find(|(name, _)| name == field).map_or("", |(_, text)| text)
    }
}

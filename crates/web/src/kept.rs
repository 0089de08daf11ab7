//! What a person typed into a form that could not be taken because a session had ended: shown back to her, so that it
//! is not lost. It is kept nowhere; it only goes back to whoever has just sent it.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::form::LONGEST_BODY;
use crate::problem::Problem;

/// Secrets and what the machine put into the form.
const NOT_SHOWN: [&str; 6] = ["token", "password", "code", "key", "step", "go"];
/// Shorter values are codes and numbers, chosen again in a moment.
const SHORTEST: usize = 12;

/// What was typed, if the request is a form.
#[derive(Default)]
pub(crate) struct Kept(Vec<String>);

impl Kept {
    /// Takes a copy of the form that a request sends.
    pub(crate) async fn of(request: Request) -> Result<(Request, Self), Problem> {
        if !is_form(request.method(), request.headers()) || request.uri().path().starts_with("/api/") {
            return Ok((request, Self::default()));
        }
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, LONGEST_BODY).await.map_err(|_| Problem::too_large())?;
        let pairs: Vec<(String, String)> = serde_html_form::from_bytes(&bytes).unwrap_or_default();
        let typed = pairs.into_iter().filter(|(name, _)| !NOT_SHOWN.contains(&name.as_str()));
        let words = typed.map(|(_, value)| value.trim().to_owned());
        let kept = words.filter(|words| words.chars().count() >= SHORTEST).collect();
        Ok((Request::from_parts(parts, Body::from(bytes)), Self(kept)))
    }

    /// An answer that sends a form's sender to the sign-in page would lose what was typed: it becomes a refusal, which
    /// shows it.
    pub(crate) fn guard(&self, response: Response) -> Response {
        let to = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("");
        let away = response.status() == StatusCode::SEE_OTHER && to.starts_with("/staff/sign-in?next=");
        if away && !self.0.is_empty() { Problem::expired().into_response() } else { response }
    }

    /// The words, for the page of this problem: only where a session had ended.
    pub(crate) fn shown_with(self, problem: &Problem) -> Vec<String> {
        if *problem == Problem::expired() { self.0 } else { Vec::new() }
    }
}

fn is_form(method: &Method, headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    *method == Method::POST && kind.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
}

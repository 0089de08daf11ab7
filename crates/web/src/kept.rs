//! What a person typed into a form that could not be taken because a session had ended, because it was too much, or
//! because she must wait for her turn: it goes back to her, so that it is not lost. It is kept nowhere; it only goes back
//! to whoever has just sent it.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::form::LONGEST_BODY;
use crate::problem::Problem;

/// Secrets and what the machine put into the form.
const NOT_SHOWN: [&str; 9] =
    ["token", "once", "password", "new_password", "code", "key", "call_key", "step", "go"];
/// So much of a form that is too long to be taken is still read, so that its words can be given back.
const LONGEST_KEPT: usize = 4 * LONGEST_BODY;
/// So long a value was typed, whatever it looks like.
const SHORTEST: usize = 12;
/// The fields in which somebody types freely: even one plain word of theirs may be all that was to be said.
const FREE: [&str; 8] = ["note", "why", "words", "body", "message", "reason", "remarks", "how"];

/// What was sent, field by field, if the request is a form.
#[derive(Clone, Default)]
pub(crate) struct Kept(Vec<(String, String)>);

/// The fields of a form with files, which only its room can read. Laid into the extensions of an answer that refuses it,
/// they go back to the sender as any other form's do.
#[derive(Clone)]
pub struct Sent(pub Vec<(String, String)>);

impl Kept {
    /// What the room read of a form with files.
    pub(crate) fn take(&mut self, response: &mut Response) {
        if let Some(Sent(fields)) = response.extensions_mut().remove::<Sent>() {
            self.0 = fields;
        }
    }

    /// Takes a copy of the form that a request sends. One that is too long is refused, with its words.
    pub(crate) async fn of(request: Request) -> Result<(Request, Self), (Problem, Self)> {
        if !is_form(request.method(), request.headers()) || request.uri().path().starts_with("/api/") {
            return Ok((request, Self::default()));
        }
        let (parts, body) = request.into_parts();
        let read = to_bytes(body, LONGEST_KEPT).await;
        let bytes = read.map_err(|_| (Problem::too_large(), Self::default()))?;
        let pairs = serde_html_form::from_bytes(&bytes).unwrap_or_default();
        if bytes.len() > LONGEST_BODY {
            return Err((Problem::too_large(), Self(pairs)));
        }
        Ok((Request::from_parts(parts, Body::from(bytes)), Self(pairs)))
    }

    /// All that was sent.
    pub(crate) fn fields(&self) -> &[(String, String)] {
        &self.0
    }

    /// What was typed and is worth to be shown again.
    fn words(self) -> Vec<String> {
        let typed = self.0.into_iter().filter(|(name, _)| !NOT_SHOWN.contains(&name.as_str()));
        let words = typed.map(|(name, value)| (name, value.trim().to_owned()));
        words.filter(|(name, words)| is_typed(name, words)).map(|(_, words)| words).collect()
    }

    /// An answer that sends a form's sender to the sign-in page would lose what was typed: it becomes a refusal, which
    /// shows it.
    pub(crate) fn guard(&self, response: Response) -> Response {
        let to = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("");
        let problem = match to.split_once('?') {
            Some(("/staff/sign-in", _)) => Problem::expired(),
            Some(("/staff/confirm", _)) => Problem::confirm(),
            _ => return response,
        };
        let lost = response.status() == StatusCode::SEE_OTHER && !self.clone().words().is_empty();
        if lost { problem.into_response() } else { response }
    }

    /// The words, for the page of this problem: where a session had ended, the second factor was old, they were too many, or
    /// somebody was faster.
    pub(crate) fn shown_with(self, problem: &Problem) -> Vec<String> {
        let told = [Problem::expired(), Problem::confirm(), Problem::too_large(), Problem::conflict()];
        if told.contains(problem) { self.words() } else { Vec::new() }
    }

    /// The value of a field.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

/// Whether a value was typed, and is none of the codes and numbers that are chosen again in a moment.
fn is_typed(name: &str, value: &str) -> bool {
    let coded = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.:+".contains(c);
    let code = value.chars().count() < SHORTEST && value.chars().all(coded);
    !value.is_empty() && (!code || FREE.contains(&name))
}

fn is_form(method: &Method, headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    *method == Method::POST && kind.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_notes_are_given_back_and_codes_and_secrets_are_not() {
        let sent = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            Kept(pairs.collect()).words()
        };
        assert_eq!(
            sent(&[("note", "Call at 5"), ("why", "urgent"), ("x", "نعم"), ("step", "Call me at five")]),
            ["Call at 5", "urgent", "نعم"]
        );
        let chosen = [("outcome", "settled_paid"), ("step", "wait"), ("day", "2026-11-24"), ("note", "  ")];
        assert_eq!(sent(&chosen), ["settled_paid"], "twelve letters may be a word of theirs");
        assert!(
            sent(&[
                ("password", "a long secret"),
                ("new_password", "a longer secret"),
                ("token", "0123456789abcdef"),
                ("code", "1")
            ])
            .is_empty()
        );
    }
}

//! What went wrong, for a person as a page in the person's language that says what to do, for a program as a
//! problem document (RFC 9457). A handler returns a [`Problem`]; the shell renders it.

use askama::Template;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use haqqi_kernel::CommitError;
use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// A problem: status, and the id of the messages that explain it (`<id>-title`, `<id>`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    id: &'static str,
    fields: Vec<(String, &'static str)>,
    /// For a program that must wait: the seconds, and what lets it through afterwards.
    ticket: Option<(u32, String)>,
}

impl Problem {
    /// A problem with this status, explained by the messages `<id>-title` and `<id>`.
    #[must_use]
    pub fn new(status: StatusCode, id: &'static str) -> Self {
        Self { status, id, fields: Vec::new(), ticket: None }
    }

    /// 404: there is none, or it is not for this account.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "common-problem-not-found")
    }

    /// 400: what was sent could not be read.
    #[must_use]
    pub fn bad_request() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "common-problem-bad-request")
    }

    /// 401: who is it?
    #[must_use]
    pub fn unauthorized() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "web-problem-unauthorized")
    }

    /// 403: this form did not come from here, or this account may not.
    #[must_use]
    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN, "common-problem-forbidden")
    }

    /// 403: the form's token is not this session's.
    #[must_use]
    pub fn expired() -> Self {
        Self::new(StatusCode::FORBIDDEN, "web-problem-expired")
    }

    /// 403: what was sent needs the second factor shown anew.
    #[must_use]
    pub fn confirm() -> Self {
        Self::new(StatusCode::FORBIDDEN, "accounts-problem-confirm")
    }

    /// 409: changed by another in the meantime, or still under way.
    #[must_use]
    pub fn conflict() -> Self {
        Self::new(StatusCode::CONFLICT, "web-problem-conflict")
    }

    /// 408: what was being sent stopped coming.
    pub(crate) fn timed_out() -> Self {
        Self::new(StatusCode::REQUEST_TIMEOUT, "common-problem-try-again")
    }

    /// 413: more than fits.
    #[must_use]
    pub fn too_large() -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "common-problem-too-large")
    }

    /// 415: another kind of content than this door takes.
    #[must_use]
    pub fn media_type() -> Self {
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "common-problem-bad-request")
    }

    /// 422: understood, but it cannot be done like this.
    #[must_use]
    pub fn unprocessable() -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "web-problem-unprocessable")
    }

    /// 429: too many requests.
    #[must_use]
    pub fn too_many() -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "common-problem-too-many")
    }

    /// The same for a program: so many seconds to wait, and a ticket to be sent with the next try.
    #[must_use]
    pub fn with_ticket(mut self, seconds: u32, ticket: String) -> Self {
        self.ticket = Some((seconds, ticket));
        self
    }

    /// 429, on a worker's page: a moment to wait, with everything that she typed; then she is let through.
    #[must_use]
    pub fn wait() -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "web-wait")
    }

    /// 500: our fault. Log the cause before.
    #[must_use]
    pub fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "common-problem-try-again")
    }

    /// 503: not now.
    #[must_use]
    pub fn unavailable() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "common-problem-try-again")
    }

    /// The problem behind a bare status, as the server's own parts answer it.
    pub(crate) fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::UNAUTHORIZED => Self::unauthorized(),
            StatusCode::FORBIDDEN => Self::forbidden(),
            StatusCode::NOT_FOUND => Self::not_found(),
            StatusCode::METHOD_NOT_ALLOWED => Self::method(),
            StatusCode::CONFLICT => Self::conflict(),
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::media_type(),
            StatusCode::UNPROCESSABLE_ENTITY => Self::unprocessable(),
            StatusCode::TOO_MANY_REQUESTS => Self::too_many(),
            other if other.is_client_error() => Self::new(other, "common-problem-bad-request"),
            other => Self::new(other, "common-problem-try-again"),
        }
    }

    /// 405: this address is opened in another way.
    #[must_use]
    pub fn method() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "common-problem-method")
    }

    /// Logs what went wrong inside, once, here at the boundary, and answers 500. The cause must hold nothing personal.
    #[must_use]
    pub fn because(cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(cause = %cause, "a request failed");
        Self::internal()
    }

    /// A unit that was not committed: changed in the meantime is 409; a database that does not take it (a full disk,
    /// a server that is away) is 503, for the same request may well work later. Nothing of it was written.
    #[must_use]
    pub fn uncommitted(cause: &CommitError) -> Self {
        match cause {
            CommitError::Stale => Self::conflict(),
            CommitError::Db(_) | CommitError::Closed => {
                tracing::error!(%cause, "nothing was written");
                Self::unavailable()
            }
            CommitError::Unique(_) => Self::because(cause),
        }
    }

    /// Names a field and the message that says what is wrong with it.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>, message: &'static str) -> Self {
        self.fields.push((field.into(), message));
        self
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The problem as it is shown: a document under `/api`, else a page, with the words that must not be lost.
    pub(crate) fn show(&self, site: &Site, uri: &Uri, headers: &HeaderMap, kept: Vec<String>) -> Response {
        let path = uri.path();
        let mut response = if path.starts_with("/api/") || path == "/api" {
            let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or("en");
            let language = site.languages.negotiate(wanted);
            let plain = |id: &str| haqqi_language::strip_isolation(&site.words(&language, id));
            let errors: Vec<_> = self
                .fields
                .iter()
                .map(|(field, message)| json!({ "field": field, "code": message, "detail": plain(message) }))
                .collect();
            let mut body = json!({
                "type": format!("urn:haqqi:problem:{}", self.id.rsplit("problem-").next().unwrap_or("other")),
                "title": plain(&format!("{}-title", self.id)),
                "status": self.status.as_u16(),
                "detail": plain(self.id),
            });
            if let (false, Some(object)) = (errors.is_empty(), body.as_object_mut()) {
                object.insert("errors".to_owned(), errors.into());
            }
            if let (Some((seconds, ticket)), Some(object)) = (&self.ticket, body.as_object_mut()) {
                object.insert("wait_seconds".to_owned(), (*seconds).into());
                object.insert("ticket".to_owned(), ticket.as_str().into());
            }
            let content = [(header::CONTENT_TYPE, "application/problem+json")];
            (self.status, content, body.to_string()).into_response()
        } else {
            let first = path.trim_start_matches('/').split('/').next().unwrap_or("");
            if first == "staff" || first == "field" {
                let page = Page::for_staff(site.clone(), uri, headers);
                render(
                    self.status,
                    &StaffProblem {
                        title: page.t(&format!("{}-title", self.id)),
                        text: page.t(self.id),
                        fields: self.fields.iter().map(|(_, message)| page.t(message)).collect(),
                        kept,
                        confirm: *self == Self::confirm(),
                        page,
                    },
                )
            } else {
                let spoken = site.languages.for_worker(first);
                let choose = spoken.is_none();
                let language = spoken.unwrap_or_else(|| {
                    let wanted =
                        headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or("");
                    site.languages.negotiate(wanted)
                });
                let page = Page::for_worker(site.clone(), language, "/");
                render(
                    self.status,
                    &WorkerProblem {
                        title: page.t(&format!("{}-title", self.id)),
                        text: page.t(self.id),
                        fields: self.fields.iter().map(|(_, message)| page.t(message)).collect(),
                        choose,
                        kept,
                        page,
                    },
                )
            }
        };
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if self.status == StatusCode::TOO_MANY_REQUESTS {
            let seconds = self.ticket.as_ref().map_or(60, |(seconds, _)| *seconds);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl Site {
    /// A message in this language: a staff text where the staff has it, else in English.
    fn words(&self, language: &haqqi_language::Language, id: &str) -> String {
        if language.has(id) {
            return language.text(id);
        }
        let staff = self.languages.for_staff(language.tag()).filter(|staff| staff.has(id));
        staff.unwrap_or_else(|| self.languages.english()).text(id)
    }
}

impl IntoResponse for Problem {
    /// Leaves itself for the shell, which knows the reader's language.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "problem_worker.html")]
struct WorkerProblem {
    page: Page,
    title: String,
    text: String,
    fields: Vec<String>,
    /// Whether the address names no language that is offered, so that one is chosen here.
    choose: bool,
    kept: Vec<String>,
}

#[derive(Template)]
#[template(path = "problem_staff.html")]
struct StaffProblem {
    page: Page,
    title: String,
    text: String,
    fields: Vec<String>,
    /// Whether the second factor is to be shown before it is sent again.
    confirm: bool,
    kept: Vec<String>,
}

/// Renders a template as a page.
pub fn render(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => Problem::because(&error).into_response(),
    }
}

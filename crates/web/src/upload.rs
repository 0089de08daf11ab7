//! Files on their way in: a multipart form, part by part, so that no file is ever whole in memory.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::StatusCode;
use http_body_util::BodyExt;

use crate::form::is_of_kind;
use crate::page::Page;
use crate::problem::Problem;

/// Who sends nothing for so long has gone.
const PATIENCE: Duration = Duration::from_secs(30);
/// A whole upload over a slow line: 200 MB at some 100 kB a second.
pub(crate) const LONGEST_UPLOAD: Duration = Duration::from_secs(40 * 60);
/// The longest text beside the files, in bytes.
const LONGEST_TEXT: usize = 128 * 1024;

/// Routes whose bodies hold files: `most` bytes in all instead of the shell's limit. Mount them by
/// [`crate::shell_with_uploads`], which gives them time as well.
pub fn takes_files<S: Clone + Send + Sync + 'static>(routes: Router<S>, most: usize) -> Router<S> {
    routes.layer(DefaultBodyLimit::max(most))
}

/// The bytes of a body that is one file or a piece of one, as they come.
pub struct Stream(Body);

/// The line broke in the middle, or nothing came for too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineBroke;

impl Stream {
    /// The body of a request.
    #[must_use]
    pub fn of(request: Request) -> Self {
        Self(request.into_body())
    }

    /// More of its bytes; nothing at the end.
    ///
    /// # Errors
    /// [`LineBroke`]; nothing more comes.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, LineBroke> {
        loop {
            match tokio::time::timeout(PATIENCE, self.0.frame()).await {
                Ok(None) => return Ok(None),
                Ok(Some(Ok(frame))) => {
                    // What follows a body as trailers is no part of it.
                    if let Ok(bytes) = frame.into_data() {
                        return Ok(Some(bytes));
                    }
                }
                Ok(Some(Err(_))) | Err(_) => return Err(LineBroke),
            }
        }
    }
}

/// A multipart form, read part by part.
pub struct Upload(Multipart);

/// One part of it.
pub struct Part<'a>(Field<'a>);

fn problem(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::too_large()
    } else {
        Problem::bad_request()
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_of_kind(&request, "multipart/form-data") {
            return Err(Problem::media_type());
        }
        Multipart::from_request(request, state).await.map(Self).map_err(|_| Problem::bad_request())
    }
}

impl Upload {
    /// Whether a request says that it brings files.
    #[must_use]
    pub fn is_one(request: &Request) -> bool {
        is_of_kind(request, "multipart/form-data")
    }

    /// The next part.
    ///
    /// # Errors
    /// The form ends in the middle, is no form, is too long, or stops coming.
    pub async fn part(&mut self) -> Result<Option<Part<'_>>, Problem> {
        match tokio::time::timeout(PATIENCE, self.0.next_field()).await {
            Ok(Ok(part)) => Ok(part.map(Part)),
            Ok(Err(error)) => Err(problem(&error)),
            Err(_) => Err(Problem::timed_out()),
        }
    }

    /// Whether the token of this page stands first in the form: before it nothing is taken.
    ///
    /// # Errors
    /// As [`Upload::part`] and [`Part::text`].
    pub async fn is_from(&mut self, page: &Page) -> Result<bool, Problem> {
        match self.part().await? {
            Some(part) if part.name() == "token" => Ok(page.is_form_token(&part.text().await?)),
            _ => Ok(false),
        }
    }

    /// Reads what is left and forgets it, so that the answer reaches a browser that is still sending.
    ///
    /// # Errors
    /// As [`Upload::part`].
    pub async fn drain(&mut self) -> Result<(), Problem> {
        while let Some(mut part) = self.part().await? {
            while part.chunk().await?.is_some() {}
        }
        Ok(())
    }
}

impl Part<'_> {
    /// The field's name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.name().unwrap_or_default()
    }

    /// The name that the sender gives the file; `None` for a field of text.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        self.0.file_name().map(str::to_owned)
    }

    /// More of its bytes.
    ///
    /// # Errors
    /// The form ends in the middle, is too long, or stops coming.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Problem> {
        match tokio::time::timeout(PATIENCE, self.0.chunk()).await {
            Ok(Ok(chunk)) => Ok(chunk),
            Ok(Err(error)) => Err(problem(&error)),
            Err(_) => Err(Problem::timed_out()),
        }
    }

    /// All of it as text.
    ///
    /// # Errors
    /// It is longer than 128 KiB, no text, or as [`Part::chunk`].
    pub async fn text(mut self) -> Result<String, Problem> {
        let mut bytes = Vec::new();
        while let Some(chunk) = self.chunk().await? {
            if bytes.len() + chunk.len() > LONGEST_TEXT {
                return Err(Problem::too_large());
            }
            bytes.extend_from_slice(&chunk);
        }
        if bytes.contains(&0) {
            return Err(Problem::bad_request());
        }
        String::from_utf8(bytes).map_err(|_| Problem::bad_request())
    }
}

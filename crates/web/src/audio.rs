//! Recordings of what pages say, for people who listen: an index of words and recordings in one language, asked for only
//! when somebody taps *listen*, and the recordings.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use haqqi_language::Language;
use haqqi_pack::{Spoken, digest_of};
use serde_json::{Map, Value};

use crate::download::part_of;
use crate::problem::Problem;
use crate::site::Site;

/// The routes of recordings.
pub(crate) fn routes(site: Site) -> Router {
    Router::new()
        .route("/audio/{tag}/index.json", get(index))
        .route("/audio/{tag}/message/{id}", get(spoken))
        .with_state(site)
}

/// A recording that says what the message says now.
fn says<'a>(language: &Language, id: &str, spoken: &'a Spoken) -> Option<(&'a Spoken, String)> {
    // A message with values, or of another version of the words, is not what was recorded.
    let words = language.plain_words(id)?;
    let fits = spoken.says.as_ref().is_none_or(|says| *says == digest_of(&words));
    fits.then_some((spoken, words))
}

impl Site {
    /// Where a recording of this message is, as the message says it now.
    pub(crate) fn recording(&self, language: &Language, id: &str) -> Option<String> {
        let spoken = self.pack.audio().get(language.tag(), id)?;
        says(language, id, spoken).map(|_| format!("/audio/{}/message/{id}", language.tag()))
    }

    /// Where the index of a language's recordings is; empty where there are none.
    pub(crate) fn audio_index(&self, language: &Language) -> String {
        let tag = language.tag();
        let any = self.pack.audio().of(tag).any(|(id, spoken)| says(language, id, spoken).is_some());
        if any { format!("/audio/{tag}/index.json") } else { String::new() }
    }
}

async fn index(State(site): State<Site>, Path(tag): Path<String>) -> Result<Response, Problem> {
    let language = site.languages.for_worker(&tag).ok_or_else(Problem::not_found)?;
    let mut words = Map::new();
    for (id, spoken) in site.pack.audio().of(language.tag()) {
        if let Some((_, said)) = says(&language, id, spoken) {
            words.insert(said, Value::from(id));
        }
    }
    let head = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=3600")];
    Ok((head, Value::Object(words).to_string()).into_response())
}

async fn spoken(
    State(site): State<Site>,
    Path((tag, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let language = site.languages.for_worker(&tag).ok_or_else(Problem::not_found)?;
    let found = site.pack.audio().get(language.tag(), &id).and_then(|spoken| says(&language, &id, spoken));
    let (spoken, _) = found.ok_or_else(Problem::not_found)?;
    let bytes = tokio::fs::read(&spoken.file).await.map_err(|error| Problem::because(&error))?;
    let size = bytes.len() as u64;
    let head = [
        (header::CONTENT_TYPE, spoken.media.to_owned()),
        (header::CACHE_CONTROL, "public, max-age=86400".to_owned()),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
    ];
    match part_of(&headers, size) {
        Some(Ok(range)) => {
            let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
            let part = bytes.get(place(*range.start())..=place(*range.end())).unwrap_or_default().to_vec();
            let told = format!("bytes {}-{}/{size}", range.start(), range.end());
            Ok((StatusCode::PARTIAL_CONTENT, head, [(header::CONTENT_RANGE, told)], part).into_response())
        }
        Some(Err(())) => Err(Problem::new(StatusCode::RANGE_NOT_SATISFIABLE, "common-problem-bad-request")),
        None => Ok((head, bytes).into_response()),
    }
}

//! What is sent twice is done once: by the `Idempotency-Key` of a program, by the key that a form carries.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use haqqi_kernel::idempotency::{Fresh, Replay, look_up};
use haqqi_web::{Page, Problem};

use crate::Desk;

/// The longest idempotency key.
const LONGEST_KEY: usize = 255;

/// A program's request.
pub(super) enum Once {
    /// Not seen: it goes on, and its answer is kept where it named a key.
    Go(Option<Fresh>),
    /// Seen with the same body: the answer that it got.
    Answered(Response),
}

fn key_of(headers: &HeaderMap) -> Result<Option<&str>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let text = value.to_str().map_err(|_| Problem::bad_request())?;
    if text.is_empty() || text.len() > LONGEST_KEY { Err(Problem::bad_request()) } else { Ok(Some(text)) }
}

/// Looks whether this request was answered before. `door` keeps the keys of different endpoints apart.
///
/// # Errors
/// 400 for a key that is none, 422 for one that came with another body, 409 while the first is under way.
pub(super) async fn by_key(
    desk: &Desk,
    door: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Once, Problem> {
    let Some(key) = key_of(headers)? else { return Ok(Once::Go(None)) };
    match look_up(&desk.site.house, &desk.under_way, door, key, body).await {
        Ok(Replay::Fresh(fresh)) => Ok(Once::Go(Some(fresh))),
        Ok(Replay::Answered(answer)) => Ok(Once::Answered(created(answer))),
        Ok(Replay::OtherBody) => {
            Err(Problem::unprocessable().field("Idempotency-Key", "complaints-error-key"))
        }
        Ok(Replay::UnderWay) => Err(Problem::conflict()),
        Err(error) => Err(Problem::because(&error)),
    }
}

/// The answer to what was created, as JSON that was written already.
pub(super) fn created(answer: Vec<u8>) -> Response {
    (StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], answer).into_response()
}

/// Looks whether a form was taken before. With other words, or without a key, it is another one.
///
/// # Errors
/// The database's.
pub(super) async fn by_form(
    desk: &Desk,
    page: &Page,
    door: &str,
    key: &str,
    body: &[u8],
) -> Result<Replay, Problem> {
    let key = if key.len() == 32 { key.to_owned() } else { page.form_key() };
    let ask = |key: String| async move { look_up(&desk.site.house, &desk.under_way, door, &key, body).await };
    let replay = match ask(key).await {
        Ok(Replay::OtherBody) => ask(page.form_key()).await,
        replay => replay,
    };
    replay.map_err(|e| Problem::because(&e))
}

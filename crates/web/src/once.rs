//! A staff form that is sent twice is taken once. Each form carries a key of its own beside the session's token; the
//! same form with the same words is answered as it was the first time: led to the same page. What was refused is not
//! kept, so a form that came back with its errors may be sent again.
//!
//! The answer is kept right after the handler's own commit, not within it: if the process dies between the two, a
//! form sent again is taken again, which for a person at a desk is better than an answer that never comes.

use std::time::Duration;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_kernel::Actor;
use haqqi_kernel::idempotency::{Fresh, Replay, UnderWay, look_up};

use crate::problem::Problem;
use crate::site::Site;

/// The field that holds the key; the `token` macro of the components writes it.
const FIELD: &str = "once";
/// How long the second of two waits for the first, looking again each time.
const WAITS: u32 = 200;
const WAIT: Duration = Duration::from_millis(50);

/// A form on its way.
pub(crate) enum Once {
    /// It carries no key, or nobody is signed in: it goes on as it is.
    Free,
    /// Not seen: it goes on, and its answer is kept.
    First(Fresh),
    /// Seen: the answer.
    Again(Response),
}

impl Once {
    /// Looks whether this form was sent before in this session.
    pub(crate) async fn of(
        site: &Site,
        under_way: &UnderWay,
        session: &str,
        path: &str,
        form: &[(String, String)],
    ) -> Self {
        let key = form.iter().find(|(name, _)| name == FIELD).map(|(_, key)| key.as_str());
        let Some(key) = key.filter(|key| key.len() == 32 && !session.is_empty()) else { return Self::Free };
        if !path.starts_with("/staff/") && !path.starts_with("/field/") {
            return Self::Free;
        }
        // The words are part of the key: the same form sent with other words is another sending.
        let words = serde_json::to_string(&(key, session, path, form)).unwrap_or_default();
        for _ in 0..WAITS {
            match look_up(&site.house, under_way, "staff-form", &words, words.as_bytes()).await {
                Ok(Replay::Fresh(fresh)) => return Self::First(fresh),
                Ok(Replay::Answered(to)) => {
                    let to = String::from_utf8(to).unwrap_or_else(|_| path.to_owned());
                    return Self::Again(Redirect::to(&to).into_response());
                }
                Ok(Replay::UnderWay) => tokio::time::sleep(WAIT).await,
                Ok(Replay::OtherBody) => return Self::Free,
                Err(error) => return Self::Again(Problem::because(&error).into_response()),
            }
        }
        Self::Again(Problem::conflict().into_response())
    }

    /// Where the answer to a form that was taken leads; nothing if it was refused.
    pub(crate) fn led_to(answer: &Response) -> Option<String> {
        let to = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
        to.filter(|_| answer.status() == StatusCode::SEE_OTHER).map(ToOwned::to_owned)
    }

    /// Keeps where a form that was taken led to.
    pub(crate) async fn keep(self, site: &Site, to: Option<String>) {
        let (Self::First(fresh), Some(to)) = (self, to) else { return };
        let mut unit = site.house.unit(Actor::System);
        fresh.keep(&mut unit, to.as_bytes());
        if let Err(error) = unit.commit().await {
            tracing::warn!(%error, "a form's answer is not kept; sent again, it would be taken again");
        }
    }
}

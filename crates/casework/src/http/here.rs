//! Who else has a record open, asked again and again by its page while somebody is at it.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::StaffSession;
use haqqi_complaints::Desk;
use haqqi_web::{Page, Problem};
use serde::Serialize;

use super::record::{problem, reference};
use crate::looked::still_here;

/// What the page says.
#[derive(Serialize)]
struct Told {
    /// The whole sentence, in the reader's language; nothing where nobody else is there.
    also: String,
}

/// The sentence that names who is there too.
pub(super) fn sentence(page: &Page, names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    // Each name keeps its own direction.
    let names: Vec<String> = names.iter().map(|name| format!("\u{2068}{name}\u{2069}")).collect();
    format!("{} {}", page.t("casework-also"), names.join(", "))
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let names = still_here(&desk, &session.actor, reference(&text)?).await.map_err(problem)?;
    let told = Told { also: sentence(&session.page, &names) };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(told)).into_response())
}

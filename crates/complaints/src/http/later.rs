//! What a phone without a line kept, locked, and sends by itself when there is one again; and the page that it shows
//! until then. The phone holds the stamp of the form and the locked words, never the key: that is sealed in the stamp.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use data_encoding::BASE64URL_NOPAD;
use haqqi_web::{Json, Page, Problem, Stamp, Visit, WorkerPage, render};
use serde::{Deserialize, Serialize};

use crate::Desk;
use crate::http::complain::{Taken, faults, take};
use crate::http::draft::Draft;

/// The form as the phone kept it.
#[derive(Deserialize)]
pub(super) struct Locked {
    stamp: String,
    /// Pairs of name and value as JSON, locked with the key of the stamp.
    locked: String,
}

/// What she is shown once she opens it with her PIN.
#[derive(Serialize)]
struct Told {
    number: String,
    code: String,
    received: String,
}

/// Files what was kept. The answer is locked with the same key; sent again, it is the same complaint and the same
/// answer. A value that its field cannot hold is set aside behind her words: there is nobody to ask.
pub(super) async fn file(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    visit: Visit,
    Json(kept): Json<Locked>,
) -> Result<Response, Problem> {
    let stamp = Stamp::read(&desk.site, &kept.stamp).ok_or_else(Problem::unprocessable)?;
    let locked = BASE64URL_NOPAD.decode(kept.locked.as_bytes()).map_err(|_| Problem::unprocessable())?;
    let plain = stamp.unlock(&locked).ok_or_else(Problem::unprocessable)?;
    let pairs: Vec<(String, String)> =
        serde_json::from_slice(&plain).map_err(|_| Problem::unprocessable())?;
    if pairs.iter().any(|(_, value)| value.contains('\0')) {
        return Err(Problem::unprocessable());
    }
    let mut draft = Draft::of(pairs);
    if draft.get("key").len() != 32 {
        return Err(Problem::unprocessable());
    }
    visit.file(&desk.site, &kept.stamp, "").await?;
    while let (errors, Some(_)) = faults(&desk, &page, &draft) {
        let field = errors.all().first().map(|(field, _)| field.clone()).unwrap_or_default();
        if field == "narrative" || draft.get(&field).is_empty() {
            return Err(Problem::unprocessable());
        }
        draft.set_aside(&field);
    }
    let receipt = match take(&desk, &page, &draft).await? {
        Taken::Filed(receipt) => receipt,
        Taken::Other => return Err(Problem::conflict()),
    };
    let told = Told {
        number: receipt.reference.clone(),
        code: receipt.code.clone(),
        received: haqqi_language::strip_isolation(&page.date_time(&receipt.received_at)),
    };
    let told = serde_json::to_vec(&told).map_err(|e| Problem::because(&e))?;
    let locked = stamp.lock(&desk.site, &told).ok_or_else(Problem::internal)?;
    Ok(axum::Json(serde_json::json!({ "locked": BASE64URL_NOPAD.encode(&locked) })).into_response())
}

#[derive(Template)]
#[template(path = "offline.html")]
struct Offline {
    page: Page,
}

/// The page for a phone without a line. It holds nobody's words, so that the phone may keep it.
pub(super) async fn page(WorkerPage(page): WorkerPage) -> Response {
    let mut response = render(StatusCode::OK, &Offline { page });
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-cache"));
    response
}

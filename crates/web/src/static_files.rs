//! Style sheet, scripts and icons: inside the binary, under paths that hold the digest of them all, so that they may be
//! kept forever and a module finds the others beside itself.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::problem::Problem;

struct File {
    name: &'static str,
    kind: &'static str,
    body: &'static str,
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// To add a file, name it here. A module is loaded where an element names it in `data-module`.
const FILES: &[File] = &[
    File { name: "haqqi.css", kind: "text/css; charset=utf-8", body: include_str!("../static/haqqi.css") },
    File { name: "haqqi.js", kind: SCRIPT, body: include_str!("../static/haqqi.js") },
    File { name: "here.js", kind: SCRIPT, body: include_str!("../static/here.js") },
    File { name: "queue.js", kind: SCRIPT, body: include_str!("../static/queue.js") },
    File { name: "passkey.js", kind: SCRIPT, body: include_str!("../static/passkey.js") },
    File { name: "steps.js", kind: SCRIPT, body: include_str!("../static/steps.js") },
    File { name: "later.js", kind: SCRIPT, body: include_str!("../static/later.js") },
    File { name: "waiting.js", kind: SCRIPT, body: include_str!("../static/waiting.js") },
    File { name: "listen.js", kind: SCRIPT, body: include_str!("../static/listen.js") },
    File { name: "resume.js", kind: SCRIPT, body: include_str!("../static/resume.js") },
    File { name: "voice.js", kind: SCRIPT, body: include_str!("../static/voice.js") },
    File { name: "hers.js", kind: SCRIPT, body: include_str!("../static/hers.js") },
    File { name: "asked.js", kind: SCRIPT, body: include_str!("../static/asked.js") },
    File { name: "locked.js", kind: SCRIPT, body: include_str!("../static/locked.js") },
    File { name: "icons.svg", kind: "image/svg+xml", body: include_str!("../static/icons.svg") },
];

/// The digest of all files, their names included.
fn digest() -> &'static str {
    static DIGEST: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    DIGEST.get_or_init(|| {
        let mut all = Sha256::new();
        for file in FILES {
            all.update(file.name);
            all.update([0]);
            all.update(file.body);
            all.update([0]);
        }
        data_encoding::HEXLOWER.encode(&all.finalize()).chars().take(12).collect()
    })
}

/// The path of a static file.
pub(crate) fn path_of(name: &str) -> String {
    let known = FILES.iter().any(|file| file.name == name);
    if known { format!("/static/{}/{name}", digest()) } else { String::new() }
}

/// The names of the sprite's icons, as the file has them.
pub(crate) fn icons() -> impl Iterator<Item = &'static str> {
    let sprite = include_str!("../static/icons.svg");
    sprite.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

pub(crate) async fn serve(Path((asked, name)): Path<(String, String)>) -> Response {
    let Some(file) = FILES.iter().find(|file| file.name == name && digest() == asked) else {
        return Problem::not_found().into_response();
    };
    let headers =
        [(header::CONTENT_TYPE, file.kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (StatusCode::OK, headers, file.body).into_response()
}

/// The service worker. It stands at the root, for its address is its reach, and is asked for anew each time.
pub(crate) async fn worker() -> Response {
    let headers = [(header::CONTENT_TYPE, SCRIPT), (header::CACHE_CONTROL, "no-cache")];
    (StatusCode::OK, headers, include_str!("../static/w.js")).into_response()
}

//! Style sheet, script and icons: inside the binary, under paths that hold the digest of their content, so that
//! they may be kept forever.

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

const FILES: [File; 5] = [
    File { name: "haqqi.css", kind: "text/css; charset=utf-8", body: include_str!("../static/haqqi.css") },
    File {
        name: "haqqi.js",
        kind: "text/javascript; charset=utf-8",
        body: include_str!("../static/haqqi.js"),
    },
    File {
        name: "listen.js",
        kind: "text/javascript; charset=utf-8",
        body: include_str!("../static/listen.js"),
    },
    File {
        name: "voice.js",
        kind: "text/javascript; charset=utf-8",
        body: include_str!("../static/voice.js"),
    },
    File { name: "icons.svg", kind: "image/svg+xml", body: include_str!("../static/icons.svg") },
];

fn digest(file: &File) -> &'static str {
    static DIGESTS: std::sync::OnceLock<Vec<(&'static str, String)>> = std::sync::OnceLock::new();
    let digests = DIGESTS.get_or_init(|| {
        FILES
            .iter()
            .map(|file| {
                let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(file.body));
                (file.name, digest.chars().take(12).collect())
            })
            .collect()
    });
    digests.iter().find(|(name, _)| *name == file.name).map_or("", |(_, digest)| digest)
}

/// The path of a static file.
pub(crate) fn path_of(name: &str) -> String {
    FILES
        .iter()
        .find(|file| file.name == name)
        .map_or_else(String::new, |file| format!("/static/{}/{name}", digest(file)))
}

/// The names of the sprite's icons, as the file has them.
pub(crate) fn icons() -> impl Iterator<Item = &'static str> {
    let sprite = include_str!("../static/icons.svg");
    sprite.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

pub(crate) async fn serve(Path((asked, name)): Path<(String, String)>) -> Response {
    let Some(file) = FILES.iter().find(|file| file.name == name && digest(file) == asked) else {
        return Problem::not_found().into_response();
    };
    let headers =
        [(header::CONTENT_TYPE, file.kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (StatusCode::OK, headers, file.body).into_response()
}

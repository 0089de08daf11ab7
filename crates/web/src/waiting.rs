//! The page on which somebody waits for her turn. What she typed stands in it and is sent again from it: by her, or by
//! script once the time has passed or the phone has done the work. A page that was only to be read comes by itself.

use askama::Template;
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::Response;

use crate::kept::Kept;
use crate::page::Page;
use crate::problem::render;
use crate::site::Site;
use crate::turn::{BITS, Turn};

/// What is not sent again: the field that no person sees, and an answer that has been looked at.
const LEFT_OUT: [&str; 2] = ["website", "work"];
/// The longest form that is sent back, in bytes.
const LONGEST: usize = 256 * 1024;

#[derive(Template)]
#[template(path = "waiting.html")]
struct Waiting {
    page: Page,
    path: String,
    seconds: u32,
    /// What to send again; none where nothing was typed.
    fields: Option<Vec<(String, String)>>,
    riddle: String,
    bits: u32,
}

/// The language of the page that was asked for, or else one that the browser wishes.
fn page_of(site: &Site, uri: &Uri, headers: &HeaderMap) -> Page {
    let first = uri.path().trim_start_matches('/').split('/').next().unwrap_or("");
    let language = site.languages.for_worker(first).unwrap_or_else(|| {
        let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or("");
        site.languages.negotiate(wanted)
    });
    Page::for_worker(site.clone(), language, "/")
}

/// The page, with the turn in a cookie.
pub(crate) fn show(
    site: &Site,
    (method, uri, headers): (&Method, &Uri, &HeaderMap),
    turn: &Turn,
    kept: &Kept,
) -> Response {
    let seconds = turn.seconds_left(site).max(1);
    let fields: Vec<_> =
        kept.fields().iter().filter(|(name, _)| !LEFT_OUT.contains(&name.as_str())).cloned().collect();
    let size: usize = fields.iter().map(|(name, value)| name.len() + value.len()).sum();
    let again = !fields.is_empty() && size <= LONGEST;
    let waiting = Waiting {
        page: page_of(site, uri, headers),
        path: uri.path().to_owned(),
        seconds,
        fields: again.then_some(fields),
        riddle: turn.riddle().to_owned(),
        bits: BITS,
    };
    let mut response = render(StatusCode::TOO_MANY_REQUESTS, &waiting);
    let put = |response: &mut Response, name: HeaderName, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().append(name, value);
        }
    };
    put(&mut response, RETRY_AFTER, seconds.to_string());
    put(&mut response, SET_COOKIE, turn.header(site));
    if method == Method::GET {
        put(&mut response, HeaderName::from_static("refresh"), seconds.to_string());
    }
    response
}

//! Everything around the rooms' pages: refusals of what comes from elsewhere, budgets, limits, problems shown in
//! the reader's language, security headers, compression.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, OriginalUri, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use haqqi_kernel::idempotency::UnderWay;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::audio;
use crate::form::LONGEST_BODY;
use crate::gate::{Gate, Visit};
use crate::kept::Kept;
use crate::once::Once;
use crate::page::{Page, session_cookie};
use crate::patterns;
use crate::problem::Problem;
use crate::site::Site;
use crate::static_files;
use crate::upload::LONGEST_UPLOAD;
use crate::waiting;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
                      media-src 'self' blob:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; \
                      worker-src 'self'; base-uri 'none'";

/// Whatever takes longer is given up.
const LONGEST_ANSWER: Duration = Duration::from_secs(30);

#[derive(Clone)]
struct Around {
    site: Site,
    gate: Gate,
    under_way: UnderWay,
}

/// Puts the shell around the rooms' routes.
pub fn shell(rooms: Router, site: &Site) -> Router {
    shell_with_uploads(rooms, Router::new(), site)
}

/// The same, with routes whose bodies hold files: they get more time.
pub fn shell_with_uploads(rooms: Router, uploads: Router, site: &Site) -> Router {
    let around = Around { site: site.clone(), gate: Gate::new(site), under_way: UnderWay::default() };
    let mut router = rooms
        .route("/static/{digest}/{name}", get(static_files::serve))
        .route("/w.js", get(static_files::worker))
        .route("/health/live", get(|| async { "live\n" }))
        .merge(audio::routes(site.clone()));
    if site.settings.demo {
        router = router.merge(patterns::routes(site.clone()));
    }
    router
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_ANSWER))
        .merge(uploads.layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_UPLOAD)))
        .fallback(|| async { Problem::not_found() })
        .method_not_allowed_fallback(|| async { Problem::method() })
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
            tracing::error!("a handler panicked");
            Problem::internal().into_response()
        }))
        .layer(from_fn_with_state(around, through))
        .layer(CompressionLayer::new().gzip(true))
}

/// Whether a request that changes something comes from a page of this site, as far as the browser says. Old phones
/// say nothing; then the token in the form decides.
fn from_here(site: &Site, request: &Request) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    // Bearer tokens are not sent by a browser on its own.
    if request.uri().path().starts_with("/api/") {
        return true;
    }
    let header_of = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(fetch_site) = header_of("sec-fetch-site") {
        return matches!(fetch_site, "same-origin" | "none");
    }
    match (header_of("origin"), header_of("host")) {
        (Some("null") | None, _) => true,
        (Some(origin), host) => {
            origin == site.settings.base_url
                || host.is_some_and(|host| origin.split("://").nth(1) == Some(host))
        }
    }
}

/// The problem that an answer stands for: the one a handler left, or the one behind a bare status, for the
/// server's own parts (time limits, refused paths and queries) speak one language only or none.
fn problem_of(response: &Response) -> Option<Problem> {
    let left = response.extensions().get::<Problem>().cloned();
    left.or_else(|| {
        let status = response.status();
        let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let bare = kind.is_none_or(|kind| kind.starts_with("text/plain"));
        ((status.is_client_error() || status.is_server_error()) && bare).then(|| Problem::of(status))
    })
}

/// What of a handler's answer stays when the problem is shown in its place.
const KEPT: [header::HeaderName; 7] = [
    header::SET_COOKIE,
    header::ALLOW,
    header::RETRY_AFTER,
    header::WWW_AUTHENTICATE,
    // Where a file in pieces goes on.
    header::HeaderName::from_static("upload-offset"),
    header::HeaderName::from_static("tus-resumable"),
    header::HeaderName::from_static("tus-version"),
];

/// The cookie that keeps the staff side's language once somebody has asked for it.
fn language_to_keep(site: &Site, request: &Request, uri: &Uri) -> Option<HeaderValue> {
    let staff = uri.path().starts_with("/staff/") || uri.path().starts_with("/field/");
    let asked = uri.query()?.split('&').find_map(|pair| pair.strip_prefix("lang="))?;
    if !staff || request.method() != Method::GET || site.languages.for_staff(asked).is_none() {
        return None;
    }
    HeaderValue::from_str(&Page::for_staff(site.clone(), uri, request.headers()).language_cookie()).ok()
}

/// Lets a request through to the rooms; a form of the staff side that was taken before is answered as it was.
async fn once(around: &Around, request: Request, next: Next, uri: &Uri, kept: &Kept) -> Response {
    let site = &around.site;
    let session = session_cookie(request.headers()).unwrap_or_default().to_owned();
    match Once::of(site, &around.under_way, &session, uri.path(), kept.fields()).await {
        Once::Again(answer) => answer,
        first => {
            let answer = next.run(request).await;
            let to = Once::led_to(&answer);
            first.keep(site, to).await;
            answer
        }
    }
}

/// Files of the shell and questions of operators: they cost nothing, tell nothing, and are not counted.
fn is_quiet(uri: &Uri) -> bool {
    uri.path().starts_with("/static/") || uri.path().starts_with("/health/") || uri.path() == "/w.js"
}

/// Whether this is a page or form of the workers' side.
fn is_worker(uri: &Uri) -> bool {
    !["/staff/", "/field/", "/api/"].iter().any(|side| uri.path().starts_with(side))
}

/// Whether it is the worker's page for danger, which a flood does not hold up.
fn is_danger(uri: &Uri) -> bool {
    is_worker(uri) && uri.path().split('/').nth(2) == Some("danger")
}

/// Lets a request through the gate to the rooms. Workers are asked to wait, others to come again.
async fn pass(
    around: &Around,
    uri: &Uri,
    (visit, kept): (&mut Visit, &mut Kept),
    request: Request,
    next: Next,
) -> Response {
    let site = &around.site;
    // What a gateway brings is let in by its secret, and all of it comes from one address.
    let gateway = uri.path().starts_with("/hooks/");
    let may_ask = || if is_danger(uri) { visit.may_ask_in_danger(site) } else { visit.may_ask(site) };
    let mut allowed = is_quiet(uri) || gateway || may_ask();
    if !allowed && uri.path().starts_with("/api/") {
        return visit.come_again(site).into_response();
    }
    if !allowed && !is_worker(uri) {
        return Problem::too_many().into_response();
    }
    let mut request = match Kept::of(request).await {
        Ok((request, sent)) => {
            *kept = sent;
            request
        }
        Err((problem, sent)) => {
            *kept = sent;
            return problem.into_response();
        }
    };
    let came = kept.get("work").is_some_and(|answer| visit.answers(site, answer));
    allowed = allowed || (came && visit.may_ask(site));
    if !allowed {
        return Problem::wait().into_response();
    }
    request.extensions_mut().insert(visit.clone());
    let mut response = once(around, request, next, uri, kept).await;
    kept.take(&mut response);
    let mut response = kept.guard(response);
    let cookie = visit.cookie(site).filter(|_| came).and_then(|cookie| HeaderValue::from_str(&cookie).ok());
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

async fn through(State(around): State<Around>, mut request: Request, next: Next) -> Response {
    let site = &around.site;
    let uri =
        request.extensions().get::<OriginalUri>().map_or_else(|| request.uri().clone(), |uri| uri.0.clone());
    let headers = request.headers().clone();
    let method = request.method().clone();
    let language = language_to_keep(site, &request, &uri);
    let started = std::time::Instant::now();
    let quiet = is_quiet(&uri);
    let mut visit = around.gate.visit(site, &mut request);
    let mut kept = Kept::default();
    let mut response = if from_here(site, &request) {
        pass(&around, &uri, (&mut visit, &mut kept), request, next).await
    } else {
        Problem::forbidden().into_response()
    };
    if let Some(problem) = problem_of(&response).filter(|_| !uri.path().starts_with("/health/")) {
        let before = std::mem::take(response.headers_mut());
        response = if problem == Problem::wait() {
            waiting::show(site, (&method, &uri, &headers), &visit.turn(site), &kept)
        } else {
            problem.show(site, &uri, &headers, kept.shown_with(&problem))
        };
        for name in KEPT {
            let mut values = before.get_all(&name).iter();
            if let Some(first) = values.next() {
                response.headers_mut().insert(name.clone(), first.clone());
            }
            for value in values {
                response.headers_mut().append(name.clone(), value.clone());
            }
        }
    }
    if let Some(cookie) = language {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    if !quiet {
        // Paths hold references, so only the first piece is logged, and no address ever.
        let door = uri.path().split('/').nth(1).unwrap_or("");
        let took = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::debug!(http.method = %method, http.door = door, http.status = response.status().as_u16(), took_ms = took, "answered");
    }
    secure(site, response, quiet)
}

fn secure(site: &Site, mut response: Response, quiet: bool) -> Response {
    let headers = response.headers_mut();
    let mut put = |name: header::HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    put(header::CONTENT_SECURITY_POLICY, POLICY);
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::X_FRAME_OPTIONS, "DENY");
    put(header::REFERRER_POLICY, "no-referrer");
    put(
        header::HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
    );
    put(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if !quiet {
        put(header::CACHE_CONTROL, "no-store");
    }
    if site.settings.secure() {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    response
}

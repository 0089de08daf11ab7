//! The page for signing in, and the way out.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_web::{Errors, Form, Network, Page, Pressed, Problem, SESSION_COOKIES, Site, render};
use serde::Deserialize;

use crate::http::extract::cookie;
use crate::http::nav;
use crate::session;
use crate::sign_in::{Origin, SignIn, SignInError, sign_in_from};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    errors: Errors,
    name: String,
    next: String,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

/// Only pages of the staff side of this site: anything else would send a person away who trusts us.
pub(super) fn local(next: &str) -> Option<&str> {
    let inside = next.starts_with("/staff/") || next.starts_with("/field/");
    let plain = next.chars().all(|c| c.is_ascii_alphanumeric() || "/-._".contains(c)) && !next.contains("//");
    (inside && plain).then_some(next)
}

pub(super) async fn show(page: Page, Query(asked): Query<Asked>) -> Response {
    let cookie = page.language_cookie();
    let next = local(&asked.next).unwrap_or_default().to_owned();
    let response =
        render(StatusCode::OK, &SignInPage { page, errors: Errors::none(), name: String::new(), next });
    ([(SET_COOKIE, cookie)], response).into_response()
}

pub(super) async fn submit(
    State(site): State<Site>,
    network: Network,
    headers: HeaderMap,
    page: Page,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let name = typed.name.clone();
    let attempt = SignIn { name: typed.name, password: typed.password, code: typed.code };
    let from = Origin { network, device: device(&headers), agent: agent(&headers) };
    let session = match sign_in_from(&site.house, &from, attempt).await {
        Ok(session) => session,
        Err(SignInError::Wrong) => {
            let mut errors = Errors::none();
            errors.add(&page, "name", "accounts-sign-in-wrong");
            let next = local(&typed.next).unwrap_or_default().to_owned();
            return Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &SignInPage { page, errors, name, next }));
        }
        Err(SignInError::Slow) => return Err(Problem::too_many()),
        Err(SignInError::Db(error)) => return Err(Problem::because(&error)),
        Err(SignInError::Commit(error)) => return Err(Problem::because(&error)),
    };
    let held = session::held(&site.house, &session.cookie).await.map_err(|e| Problem::because(&e))?;
    let home = held.as_ref().map_or("/staff/", |held| nav::home(&held.person.actor(false)));
    let to = local(&typed.next).filter(|next| *next != "/staff/").unwrap_or(home);
    let cookie = set_cookie(&site, &session.cookie, 12 * 3600);
    let mut response = ([(SET_COOKIE, cookie)], Redirect::to(to)).into_response();
    if let Ok(mark) = device_cookie(&site, &session.device).parse() {
        response.headers_mut().append(SET_COOKIE, mark);
    }
    Ok(response)
}

/// The names of the mark that a sign-in leaves in the browser: with the prefix where the site is served over TLS.
const DEVICE_COOKIES: [&str; 2] = ["__Host-device", "device"];

/// The mark that an earlier sign-in left in this browser.
fn device(headers: &HeaderMap) -> Option<String> {
    let jar = axum_extra::extract::CookieJar::from_headers(headers);
    DEVICE_COOKIES.iter().find_map(|name| jar.get(name)).map(|cookie| cookie.value().to_owned())
}

/// The mark as a cookie for half a year. It opens nothing: wrong tries from this browser are counted by themselves.
fn device_cookie(site: &Site, value: &str) -> String {
    let [bound, plain] = DEVICE_COOKIES;
    let (name, secure) = if site.settings.secure() { (bound, "; Secure") } else { (plain, "") };
    format!("{name}={value}; Path=/; Max-Age=15552000; HttpOnly; SameSite=Strict{secure}")
}

/// What a browser says that it is, in two words from a short list: enough to know one's own, and no fingerprint.
fn agent(headers: &HeaderMap) -> Option<String> {
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
        ("curl", "curl"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let said = headers.get(USER_AGENT)?.to_str().ok()?;
    let find = |list: &[(&str, &'static str)]| {
        list.iter().find(|(sign, _)| said.contains(sign)).map(|(_, name)| *name)
    };
    let words: Vec<&str> = [find(&BROWSERS), find(&SYSTEMS)].into_iter().flatten().collect();
    (!words.is_empty()).then(|| words.join(", "))
}

pub(super) async fn leave(
    State(site): State<Site>,
    headers: HeaderMap,
    Form(_): Form<Pressed>,
) -> Result<Response, Problem> {
    if let Some(cookie) = cookie(&headers) {
        session::end_session(&site.house, &cookie).await.map_err(|e| Problem::because(&e))?;
    }
    Ok(([(SET_COOKIE, set_cookie(&site, "", 0))], Redirect::to("/staff/sign-in")).into_response())
}

fn set_cookie(site: &Site, value: &str, seconds: u32) -> String {
    let [bound, plain] = SESSION_COOKIES;
    let (name, secure) = if site.settings.secure() { (bound, "; Secure") } else { (plain, "") };
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn next_leads_nowhere_else() {
        for good in ["/staff/", "/staff/complaints/C-26-7KQ4M2-X", "/field/visits"] {
            assert_eq!(local(good), Some(good));
        }
        for bad in [
            "https://evil.example/",
            "//evil.example",
            "/staff//evil",
            "/staff/\\evil",
            "/en/",
            "javascript:x",
            "/staff/?next=x",
        ] {
            assert_eq!(local(bad), None, "{bad}");
        }
    }
}

//! The page for signing in, and the way out.

use askama::Template;
use axum::Extension;
use axum::extract::{Query, State};
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_web::{Errors, Form, Network, Page, Problem, SESSION_COOKIES, Site, render};
use serde::Deserialize;

use crate::http::extract::cookie;
use crate::http::nav;
use crate::http::provider::Way;
use crate::passkey::{Answer, Offer, Party, offer_sign_in, sign_in_by_passkey};
use crate::session::{self, NewSession};
use crate::sign_in::{Origin, SignIn, SignInError, sign_in_from};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    errors: Errors,
    name: String,
    next: String,
    /// What the passkey's form carries.
    carried: Vec<(String, String)>,
    offer: Option<Offer>,
    /// What the button of the other provider says, if there is one.
    provider: Option<String>,
}

/// The page for signing in, with what is wrong.
fn page_with(
    page: Page,
    way: &Way,
    status: StatusCode,
    errors: Errors,
    (name, next): (String, &str),
) -> Response {
    let site = page.site();
    let offer = Party::of(&site.settings.base_url).map(|party| offer_sign_in(&site.house, &party));
    let next = local(next).unwrap_or_default().to_owned();
    let provider = way.label(&page);
    let carried = vec![("next".to_owned(), next.clone())];
    render(status, &SignInPage { page, errors, name, next, carried, offer, provider })
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub(super) next: String,
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
    #[serde(flatten)]
    passkey: Answer,
}

/// Only pages of the staff side of this site: anything else would send a person away who trusts us.
pub(super) fn local(next: &str) -> Option<&str> {
    let inside = next.starts_with("/staff/") || next.starts_with("/field/");
    let plain = next.chars().all(|c| c.is_ascii_alphanumeric() || "/-._".contains(c)) && !next.contains("//");
    (inside && plain).then_some(next)
}

pub(super) async fn show(Extension(way): Extension<Way>, page: Page, Query(asked): Query<Asked>) -> Response {
    let cookie = page.language_cookie();
    let response = page_with(page, &way, StatusCode::OK, Errors::none(), (String::new(), &asked.next));
    ([(SET_COOKIE, cookie)], response).into_response()
}

pub(super) async fn submit(
    State(site): State<Site>,
    Extension(way): Extension<Way>,
    network: Network,
    headers: HeaderMap,
    page: Page,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let name = typed.name.clone();
    let from = from_here(network, &headers);
    let party = Party::of(&site.settings.base_url).filter(|_| !typed.passkey.challenge.is_empty());
    let (signed_in, (field, message)) = match &party {
        Some(party) => {
            let signed_in = sign_in_by_passkey(&site.house, &from, party, &typed.passkey).await;
            (signed_in, ("passkey", "accounts-error-passkey"))
        }
        None => {
            let attempt = SignIn { name: typed.name, password: typed.password, code: typed.code };
            (sign_in_from(&site.house, &from, attempt).await, ("name", "accounts-sign-in-wrong"))
        }
    };
    match signed_in {
        Ok(session) => enter(&site, &session, &typed.next).await,
        Err(SignInError::Wrong) => {
            let mut errors = Errors::none();
            errors.add(&page, field, message);
            Ok(page_with(page, &way, StatusCode::UNPROCESSABLE_ENTITY, errors, (name, &typed.next)))
        }
        Err(SignInError::Slow) => Err(Problem::too_many()),
        Err(SignInError::Db(error)) => Err(Problem::because(&error)),
        Err(SignInError::Commit(error)) => Err(Problem::because(&error)),
    }
}

/// Where a request comes from.
pub(super) fn from_here(network: Network, headers: &HeaderMap) -> Origin {
    Origin { network, device: device(headers), agent: agent(headers) }
}

/// Lets somebody in who was signed in just now: the cookies, and where to.
pub(super) async fn enter(site: &Site, session: &NewSession, next: &str) -> Result<Response, Problem> {
    let held = session::held(&site.house, &session.cookie).await.map_err(|e| Problem::because(&e))?;
    let home = held.as_ref().map_or("/staff/", |held| nav::home(&held.person.actor(false)));
    let to = local(next).filter(|next| *next != "/staff/").unwrap_or(home);
    let cookie = set_cookie(site, &session.cookie, 12 * 3600);
    let mut response = ([(SET_COOKIE, cookie)], Redirect::to(to)).into_response();
    if let Ok(mark) = device_cookie(site, &session.device).parse() {
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

/// Where somebody goes who signs out.
#[derive(serde::Deserialize)]
pub(super) struct Leaving {
    /// `days`: to the calendar, for whoever hides what is on the screen.
    #[serde(default)]
    to: String,
}

pub(super) async fn leave(
    State(site): State<Site>,
    headers: HeaderMap,
    Form(leaving): Form<Leaving>,
) -> Result<Response, Problem> {
    if let Some(cookie) = cookie(&headers) {
        session::end_session(&site.house, &cookie).await.map_err(|e| Problem::because(&e))?;
    }
    let to = if leaving.to == "days" { "/staff/days" } else { "/staff/sign-in" };
    Ok(([(SET_COOKIE, set_cookie(&site, "", 0))], Redirect::to(to)).into_response())
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

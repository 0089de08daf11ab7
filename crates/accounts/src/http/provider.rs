//! Signing in by the provider, and linking the own account to one there. Without a provider there are no such pages.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{Query, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_kernel::CommitError;
use haqqi_web::{Errors, Form, Network, Page, Problem, Site, render};
use serde::Deserialize;

use crate::http::extract::{OwnSession, StaffSession, cookie};
use crate::http::sign_in::{Asked, enter as let_in, from_here, local};
use crate::provider::{
    Back, BackError, EnterError, Entered, LinkError, Pending, Provider, Returned, enter, finish, link, unlink,
};
use crate::session;
use crate::sign_in::SignInError;

/// The provider, if there is one.
#[derive(Clone)]
pub(super) struct Way(pub(super) Option<Arc<Provider>>);

impl Way {
    fn provider(&self) -> Result<Arc<Provider>, Problem> {
        self.0.clone().ok_or_else(Problem::not_found)
    }

    /// What the button says, if there is a provider.
    pub(super) fn label(&self, page: &Page) -> Option<String> {
        self.0.as_ref().map(|provider| provider.label(page.tag()).to_owned())
    }
}

/// The names of what the browser keeps meanwhile: with the prefix where the site is served over TLS.
const FLOW: [&str; 2] = ["__Host-provider", "provider"];
const PENDING: [&str; 2] = ["__Host-second", "second"];

fn kept(headers: &HeaderMap, names: [&str; 2]) -> Option<String> {
    let jar = axum_extra::extract::CookieJar::from_headers(headers);
    names.iter().find_map(|name| jar.get(name)).map(|cookie| cookie.value().to_owned())
}

/// An answer with a cookie, or without one that was there. It comes back from the provider's page, so it is not strict.
fn keeping(site: &Site, [bound, plain]: [&str; 2], value: &str, answer: impl IntoResponse) -> Response {
    let (name, secure) = if site.settings.secure() { (bound, "; Secure") } else { (plain, "") };
    let seconds = if value.is_empty() { 0 } else { 600 };
    let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let mut response = answer.into_response();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

#[derive(Template)]
#[template(path = "provider.html")]
struct ProviderPage {
    page: Page,
    title: String,
    text: String,
    /// Where to go on.
    to: String,
    words: String,
}

/// The page that says what became of a sign-in at the provider, and leads to the password.
fn told(page: Page, status: StatusCode, message: &str) -> Response {
    let words = page.t("accounts-sign-in-title");
    told_with(page, status, message, ("/staff/sign-in", words))
}

/// The same for who is signed in, and goes on at the own account.
fn told_at_home(page: Page, status: StatusCode, message: &str) -> Response {
    let words = page.t("accounts-account-title");
    told_with(page, status, message, ("/staff/account", words))
}

fn told_with(page: Page, status: StatusCode, message: &str, (to, words): (&str, String)) -> Response {
    let (title, text) = (page.t("accounts-provider-title"), page.t(message));
    render(status, &ProviderPage { page, title, text, to: to.to_owned(), words })
}

fn failed(page: Page, error: BackError) -> Response {
    let (status, message) = match error {
        BackError::NotBegun => (StatusCode::UNPROCESSABLE_ENTITY, "accounts-provider-not-begun"),
        BackError::Refused => (StatusCode::UNPROCESSABLE_ENTITY, "accounts-provider-refused"),
        BackError::Away => (StatusCode::SERVICE_UNAVAILABLE, "accounts-provider-away"),
    };
    told(page, status, message)
}

/// To the provider, to sign in.
pub(super) async fn begin(
    State(site): State<Site>,
    Extension(way): Extension<Way>,
    page: Page,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let provider = way.provider()?;
    Ok(match provider.begin(&site.house, local(&asked.next).unwrap_or_default(), None).await {
        Ok(begun) => keeping(&site, FLOW, &begun.cookie, Redirect::to(&begun.to)),
        Err(error) => failed(page, error),
    })
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

/// To the provider, to link: a page that says so, for a form may lead nowhere else.
pub(super) async fn begin_link(
    session: StaffSession,
    OwnSession(own): OwnSession,
    Extension(way): Extension<Way>,
    Form(_): Form<Nothing>,
) -> Result<Response, Problem> {
    let provider = way.provider()?;
    let page = session.page;
    let site = page.site().clone();
    Ok(match provider.begin(&site.house, "", Some(own)).await {
        Err(_) => told_at_home(page, StatusCode::SERVICE_UNAVAILABLE, "accounts-provider-away"),
        Ok(begun) => {
            let label = provider.label(page.tag()).to_owned();
            let (text, words) =
                (page.t("accounts-provider-leave"), page.t1("accounts-provider-go", "provider", label));
            let shown =
                ProviderPage { title: page.t("accounts-provider-link"), text, to: begun.to, words, page };
            keeping(&site, FLOW, &begun.cookie, render(StatusCode::OK, &shown))
        }
    })
}

pub(super) async fn end_link(
    session: StaffSession,
    Extension(way): Extension<Way>,
    Form(_): Form<Nothing>,
) -> Result<Response, Problem> {
    way.provider()?;
    let house = session.page.site().house.clone();
    unlink(&house, &session.actor, session.staff.id).await.map_err(|e| Problem::uncommitted(&e))?;
    Ok(Redirect::to("/staff/account").into_response())
}

/// Back from the provider.
pub(super) async fn back(
    State(site): State<Site>,
    Extension(way): Extension<Way>,
    network: Network,
    headers: HeaderMap,
    page: Page,
    Query(back): Query<Back>,
) -> Result<Response, Problem> {
    let provider = way.provider()?;
    let returned = provider.back(&site.house, kept(&headers, FLOW).as_deref(), &back).await;
    let answer = match returned {
        Err(error) => failed(page, error),
        Ok(returned) if returned.session.is_some() => come_to_link(&site, &headers, page, &returned).await?,
        Ok(returned) => match enter(&site.house, &from_here(network, &headers), &returned).await {
            Ok(Entered::In(session)) => let_in(&site, &session, &returned.next).await?,
            Ok(Entered::Asked(pending)) => {
                keeping(&site, PENDING, &pending, Redirect::to("/staff/sign-in/code"))
            }
            Err(EnterError::Unknown) => {
                told(page, StatusCode::UNPROCESSABLE_ENTITY, "accounts-provider-unknown")
            }
            Err(EnterError::SignIn(error)) => return Err(Problem::because(&error)),
        },
    };
    // What was begun is over, however it ended.
    Ok(keeping(&site, FLOW, "", answer))
}

/// Links, if the session that began it is still the one in this browser.
async fn come_to_link(
    site: &Site,
    headers: &HeaderMap,
    page: Page,
    returned: &Returned,
) -> Result<Response, Problem> {
    let held = match cookie(headers) {
        Some(cookie) => session::held(&site.house, &cookie).await.map_err(|e| Problem::because(&e))?,
        None => None,
    };
    let Some(held) = held.filter(|held| Some(held.id) == returned.session) else {
        return Ok(failed(page, BackError::NotBegun));
    };
    let actor = held.person.actor(false);
    match link(&site.house, &actor, held.person.id, &returned.tag).await {
        Ok(()) => Ok(Redirect::to("/staff/account").into_response()),
        Err(LinkError::Taken) => {
            Ok(told_at_home(page, StatusCode::UNPROCESSABLE_ENTITY, "accounts-provider-taken"))
        }
        Err(LinkError::Commit(error)) => Err(Problem::uncommitted(&error)),
    }
}

#[derive(Template)]
#[template(path = "second.html")]
struct SecondPage {
    page: Page,
    errors: Errors,
}

fn pending(site: &Site, headers: &HeaderMap) -> Option<Pending> {
    kept(headers, PENDING).and_then(|cookie| Pending::opened(&site.house, &cookie))
}

/// Asks for our second factor.
pub(super) async fn second(
    State(site): State<Site>,
    Extension(way): Extension<Way>,
    headers: HeaderMap,
    page: Page,
) -> Result<Response, Problem> {
    way.provider()?;
    Ok(match pending(&site, &headers) {
        Some(_) => render(StatusCode::OK, &SecondPage { page, errors: Errors::none() }),
        None => failed(page, BackError::NotBegun),
    })
}

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    code: String,
}

pub(super) async fn show_second(
    State(site): State<Site>,
    Extension(way): Extension<Way>,
    network: Network,
    headers: HeaderMap,
    page: Page,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    way.provider()?;
    let Some(pending) = pending(&site, &headers) else { return Ok(failed(page, BackError::NotBegun)) };
    match finish(&site.house, &from_here(network, &headers), &pending, &typed.code).await {
        Ok(session) => {
            let answer = let_in(&site, &session, &pending.next).await?;
            Ok(keeping(&site, PENDING, "", answer))
        }
        Err(SignInError::Wrong) => {
            let mut errors = Errors::none();
            errors.add(&page, "code", "accounts-error-code");
            Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &SecondPage { page, errors }))
        }
        Err(SignInError::Slow) => Err(Problem::too_many()),
        Err(SignInError::Commit(error @ (CommitError::Db(_) | CommitError::Closed))) => {
            Err(Problem::uncommitted(&error))
        }
        Err(error) => Err(Problem::because(&error)),
    }
}

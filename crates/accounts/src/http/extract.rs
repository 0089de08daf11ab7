//! Who is at the door: a session for pages, a bearer token for the API, never the other way round.

use std::sync::Arc;

use async_trait::async_trait;
use axum::Extension;
use axum::extract::{FromRef, FromRequestParts, OriginalUri};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_kernel::Actor;
use haqqi_web::{Page, Problem, SESSION_COOKIES, Site, StaffUser};
use uuid::Uuid;

use crate::directory::StaffView;
use crate::http::nav;
use crate::{session, token};

/// Tells whether a person is on duty right now. The composition root puts one into the requests' extensions.
#[async_trait]
pub trait OnDuty: Send + Sync {
    /// Whether the national roster has this person on duty.
    async fn on_duty(&self, staff: Uuid) -> bool;

    /// How many notices this person has not seen.
    async fn unseen(&self, staff: Uuid) -> u64;
}

async fn actor<S: Send + Sync>(parts: &mut Parts, state: &S, staff: &StaffView) -> Actor {
    let roster = Extension::<Arc<dyn OnDuty>>::from_request_parts(parts, state).await;
    let on_duty = match roster {
        Ok(Extension(roster)) => roster.on_duty(staff.id).await,
        Err(_) => false,
    };
    staff.actor(on_duty)
}

/// A person signed in on the staff pages.
pub struct StaffSession {
    /// Who acts.
    pub actor: Actor,
    /// Who it is.
    pub staff: StaffView,
    /// The page in the person's language, with menu and name.
    pub page: Page,
}

impl<S> FromRequestParts<S> for StaffSession
where
    Site: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let site = Site::from_ref(state);
        let OriginalUri(uri) =
            OriginalUri::from_request_parts(parts, state).await.unwrap_or(OriginalUri(parts.uri.clone()));
        let cookie = cookie(&parts.headers);
        let person = match cookie {
            Some(cookie) => session::person_of(&site.house, &cookie)
                .await
                .map_err(|e| Problem::because(&e).into_response())?,
            None => None,
        };
        let Some(staff) = person else {
            let here = if parts.method == axum::http::Method::GET { uri.path() } else { "/staff/" };
            return Err(Redirect::to(&format!("/staff/sign-in?next={here}")).into_response());
        };
        let actor = actor(parts, state, &staff).await;
        let mut page = Page::for_staff(site, &uri, &parts.headers);
        let bell = match Extension::<Arc<dyn OnDuty>>::from_request_parts(parts, state).await {
            Ok(Extension(roster)) => roster.unseen(staff.id).await,
            Err(_) => 0,
        };
        page.user = Some(StaffUser { name: staff.name.clone(), nav: nav::of(&actor), bell });
        Ok(Self { actor, staff, page })
    }
}

/// The session cookie's value.
pub(crate) fn cookie(headers: &axum::http::HeaderMap) -> Option<String> {
    let jar = axum_extra::extract::CookieJar::from_headers(headers);
    SESSION_COOKIES.iter().find_map(|name| jar.get(name)).map(|cookie| cookie.value().to_owned())
}

/// A person who calls the API with a token.
pub struct ApiStaff {
    /// Who acts.
    pub actor: Actor,
    /// Who it is.
    pub staff: StaffView,
}

impl<S> FromRequestParts<S> for ApiStaff
where
    Site: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let site = Site::from_ref(state);
        let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let sent =
            header.and_then(|value| value.strip_prefix("Bearer ")).ok_or_else(Problem::unauthorized)?;
        let staff = token::person_of(&site.house, sent)
            .await
            .map_err(|e| Problem::because(&e))?
            .ok_or_else(Problem::unauthorized)?;
        let actor = actor(parts, state, &staff).await;
        Ok(Self { actor, staff })
    }
}

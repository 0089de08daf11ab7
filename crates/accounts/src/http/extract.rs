//! Who is at the door: a session for pages, a bearer token for the API, never the other way round.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use axum::Extension;
use axum::extract::{FromRef, FromRequestParts, OriginalUri};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Reference, SubjectKind, judge};
use haqqi_language::Args;
use haqqi_web::{Page, Problem, SESSION_COOKIES, Site, StaffUser};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::directory::StaffView;
use crate::http::nav;
use crate::openings::Concerned;
use crate::{invite, openings, second, session, signs, token};

/// Tells whether a person is on duty right now. The composition root puts one into the requests' extensions.
#[async_trait]
pub trait OnDuty: Send + Sync {
    /// Whether the national roster has this person on duty.
    async fn on_duty(&self, staff: Uuid) -> bool;

    /// How many notices this person has not seen.
    async fn unseen(&self, staff: Uuid) -> u64;

    /// Whether somebody has to be found for the national roster soon.
    async fn wanted(&self) -> bool {
        false
    }
}

/// Tells which subject a reference names, and the other way round, and about whose office a complaint is: the rooms know,
/// and the composition root asks them.
#[async_trait]
pub trait References: Concerned {
    /// The subject of a reference.
    async fn find(&self, reference: Reference) -> Option<(SubjectKind, Uuid)>;
    /// The references of subjects, as far as they have one.
    async fn names(&self, subjects: &[Uuid]) -> HashMap<Uuid, String>;
}

/// Somebody who is known at the door.
pub struct Known {
    /// Who acts.
    pub actor: Actor,
    /// Who it is.
    pub staff: StaffView,
    /// The session, for pages.
    pub session: Option<Uuid>,
    /// Until when the second factor counts as just shown; a token has none.
    pub fresh_until: Option<DateTime<Utc>>,
    /// The session is lent to somebody else: it opens one screen alone.
    pub lent: bool,
    /// For what a token was made right after its owner had shown the second factor: what else no token does.
    pub named: Vec<Action>,
}

/// What the gate found at the door, for the extractors behind it.
#[derive(Clone)]
pub struct Arrival(pub Option<Arc<Known>>);

/// What a lent session opens, below the address for which it is lent.
const LENT: [&str; 2] = ["/her", "/stop"];

/// Who is at the door of this route.
///
/// # Errors
/// The database's error.
pub async fn arrival(
    site: &Site,
    headers: &HeaderMap,
    route: &str,
    roster: &dyn OnDuty,
) -> Result<Option<Known>, DbErr> {
    let house = &site.house;
    let mut lent = false;
    let (staff, token, session, fresh_until) = if route.starts_with("/api/") {
        let header = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let Some(sent) = header.and_then(|value| value.strip_prefix("Bearer ")) else { return Ok(None) };
        let Some((staff, lets)) = token::held(house, sent).await? else { return Ok(None) };
        (staff, Some(lets), None, None)
    } else {
        let Some(cookie) = cookie(headers) else { return Ok(None) };
        let Some(held) = session::held(house, &cookie).await? else { return Ok(None) };
        if let Some(at) = &held.lent {
            // Whoever sits before it is not its owner, whatever address they try.
            if !LENT.iter().any(|screen| route.strip_prefix(at.as_str()) == Some(screen)) {
                return Ok(None);
            }
            lent = true;
        }
        (held.person, None, Some(held.id), Some(held.fresh_until))
    };
    let actor = staff.actor(roster.on_duty(staff.id).await);
    let opened = if judge(&actor, Action::AskToOpen).is_ok() {
        openings::opened_to(house, staff.id).await?
    } else {
        Vec::new()
    };
    let (only, named) = token.map(|lets| (lets.only, lets.named)).unzip();
    let actor = actor.arriving(only, opened);
    Ok(Some(Known { actor, staff, session, fresh_until, lent, named: named.unwrap_or_default() }))
}

/// Nobody is on duty: for a room that is served without the composition root.
struct Nobody;

#[async_trait]
impl OnDuty for Nobody {
    async fn on_duty(&self, _: Uuid) -> bool {
        false
    }

    async fn unseen(&self, _: Uuid) -> u64 {
        0
    }
}

/// What the gate found, or what is found now where there is none.
async fn known<S>(parts: &mut Parts, state: &S, site: &Site) -> Result<Option<Arc<Known>>, Problem>
where
    S: Send + Sync,
{
    if let Some(Arrival(known)) = parts.extensions.get::<Arrival>() {
        return Ok(known.clone());
    }
    let roster = Extension::<Arc<dyn OnDuty>>::from_request_parts(parts, state).await;
    let roster = roster.map_or_else(|_| Arc::new(Nobody) as Arc<dyn OnDuty>, |Extension(roster)| roster);
    let route = parts
        .extensions
        .get::<OriginalUri>()
        .map_or_else(|| parts.uri.path().to_owned(), |OriginalUri(uri)| uri.path().to_owned());
    let found = arrival(site, &parts.headers, &route, &*roster).await.map_err(|e| Problem::because(&e))?;
    Ok(found.map(Arc::new))
}

/// A person signed in on the staff pages.
pub struct StaffSession {
    /// Who acts.
    pub actor: Actor,
    /// Who it is.
    pub staff: StaffView,
    /// The page in the person's language, with menu and name.
    pub page: Page,
    /// Which session it is.
    pub session: Uuid,
    /// It is lent to somebody else ([`crate::lend`]).
    pub lent: bool,
}

/// What this person must see on every page.
async fn alarms(
    page: &Page,
    actor: &Actor,
    staff: &StaffView,
    roster: &dyn OnDuty,
    references: Option<Arc<dyn References>>,
) -> Result<Vec<(&'static str, String)>, DbErr> {
    let house = &page.site().house;
    let signs = signs::look(house, actor, staff.id).await?;
    let mut alarms = Vec::new();
    if let Some(references) = references.filter(|_| signs.opened) {
        let many = openings::noise(house, actor, &*references).await?;
        if many > 0 {
            alarms.push(("/staff/openings", page.tn("accounts-openings-alarm", "count", many)));
        }
    }
    // Who may fill the national roster may have no queue in which the gap stands.
    if judge(actor, Action::ManageRoster).is_ok_and(|scope| scope.everything()) && roster.wanted().await {
        alarms.push(("/staff/roster", page.t("casework-roster-alarm")));
    }
    if signs.waits && judge(actor, Action::ConfirmPeople).is_ok() {
        let waiting = second::waiting(house, actor).await.unwrap_or_default();
        let many = waiting.iter().filter(|one| one.asked_by != Some(staff.id)).count();
        if many > 0 {
            alarms.push(("/staff/people/waiting", page.tn("accounts-waiting-alarm", "count", many)));
        }
    }
    let own = if signs.waits { second::own_waiting(house, staff).await? } else { None };
    if let Some((own, code)) = own {
        let roles: Vec<String> = own.roles.iter().map(|role| page.label("role", role.code())).collect();
        let also: Vec<String> = own.also.iter().map(|code| page.label("office", code)).collect();
        let args = Args::new().set("roles", page.language().list(&roles)).set("code", code);
        let args = args.set("offices", page.language().list(&also));
        let told = if also.is_empty() { "accounts-own-waits" } else { "accounts-own-waits-also" };
        alarms.push(("/staff/account", page.ta(told, &args)));
    }
    let anew = if signs.anew { invite::asked_anew(house, staff.id).await? } else { None };
    if let Some(since) = anew {
        let since = page.date_time(&since);
        alarms.push(("/staff/account", page.t1("accounts-asked-anew", "since", since)));
    }
    Ok(alarms)
}

/// Which session it is, for the pages about sessions themselves.
pub(crate) struct OwnSession(pub(crate) Uuid);

impl<S> FromRequestParts<S> for OwnSession
where
    Site: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let site = Site::from_ref(state);
        let known = known(parts, state, &site).await.map_err(IntoResponse::into_response)?;
        let session = known.and_then(|known| known.session);
        session.map(Self).ok_or_else(|| Redirect::to("/staff/sign-in").into_response())
    }
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
        let known = known(parts, state, &site).await.map_err(IntoResponse::into_response)?;
        let Some((known, own)) = known.and_then(|known| known.session.map(|own| (known, own))) else {
            let here = if parts.method == axum::http::Method::GET { uri.path() } else { "/staff/" };
            return Err(Redirect::to(&format!("/staff/sign-in?next={here}")).into_response());
        };
        let (actor, staff) = (known.actor.clone(), known.staff.clone());
        let mut page = Page::for_staff(site, &uri, &parts.headers);
        let roster = Extension::<Arc<dyn OnDuty>>::from_request_parts(parts, state).await;
        let roster = roster.map_or_else(|_| Arc::new(Nobody) as Arc<dyn OnDuty>, |Extension(roster)| roster);
        let bell = roster.unseen(staff.id).await;
        let because = |error: DbErr| Problem::because(&error).into_response();
        let references = Extension::<Arc<dyn References>>::from_request_parts(parts, state).await;
        let references = references.ok().map(|Extension(references)| references);
        page.alarms = alarms(&page, &actor, &staff, &*roster, references).await.map_err(because)?;
        page.user = Some(StaffUser { name: staff.name.clone(), nav: nav::of(&actor), bell });
        Ok(Self { actor, staff, page, session: own, lent: known.lent })
    }
}

/// The session cookie's value.
pub(crate) fn cookie(headers: &HeaderMap) -> Option<String> {
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
        let known = known(parts, state, &site).await?;
        // A session opens no endpoint.
        let known = known.filter(|known| known.session.is_none()).ok_or_else(Problem::unauthorized)?;
        Ok(Self { actor: known.actor.clone(), staff: known.staff.clone() })
    }
}

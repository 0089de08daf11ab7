//! The house's doors: for each route, who may stand before its handler at all. The gate refuses everybody else before a
//! word of theirs is read, so that a handler that asks the judge late, or about something else, gives nothing away. A
//! handler still asks the judge, who alone says how far a permission reaches.
//!
//! A route without a decision here is shut, and the matrix of the tests names it.

mod fresh;
mod outside;
mod table;
#[cfg(test)]
mod tests;
mod work;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{Arrival, Known, OnDuty, StepUp, arrival, step_up};
use haqqi_kernel::{Action, Actor, judge};
use haqqi_web::{Problem, Site};

use fresh::{by_person, is_fresh_door, refuses};
use outside::OUTSIDE;
use table::TABLE;
use work::WORK;

pub(crate) use fresh::refusing;

/// Who may stand at a door.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Need {
    /// Anybody.
    Anybody,
    /// Whoever has a reference and a code, or a receipt in the hand: the room itself asks for them.
    Code,
    /// A gateway that knows its secret: the room itself asks for it.
    Gateway,
    /// Anybody who is signed in, or has a token.
    SignedIn,
    /// Whoever may do one of these.
    May(&'static [Action]),
}

/// The decision for a route, by method and path as it is mounted.
static DECISIONS: LazyLock<HashMap<&'static str, Need>> = LazyLock::new(|| {
    TABLE
        .iter()
        .chain(OUTSIDE)
        .chain(WORK)
        .flat_map(|(need, routes)| routes.iter().map(|route| (*route, *need)))
        .collect()
});

/// What the gate asks.
#[derive(Clone)]
pub(crate) struct Gate {
    pub site: Site,
    pub roster: Arc<dyn OnDuty>,
}

/// The answer was given by the gate, not by a room. For the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ByTheGate;

fn refused(answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    response.extensions_mut().insert(ByTheGate);
    response
}

/// The page that a form stands on: where somebody begins again once the second factor is fresh.
fn page_of(route: &str, path: &str) -> String {
    if DECISIONS.contains_key(format!("GET {route}").as_str()) {
        return path.to_owned();
    }
    path.rsplit_once('/').map_or_else(|| "/staff/".to_owned(), |(page, _)| page.to_owned())
}

fn is_fresh(gate: &Gate, known: &Known) -> bool {
    // A token comes to endpoints alone, and none of these doors is one.
    known.fresh_until.is_none_or(|until| until > gate.site.house.now())
}

/// Lets a request to its room, or refuses it.
pub(crate) async fn pass(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    let Some(path) = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()) else {
        return next.run(request).await;
    };
    let method = request.method().clone();
    let asked = if method == Method::HEAD { "GET" } else { method.as_str() };
    let route = format!("{asked} {path}");
    let decision =
        DECISIONS.get(route.as_str()).or_else(|| DECISIONS.get(format!("{method} {path}").as_str()));
    let Some(need) = decision else {
        // Another method than those that are mounted: the router answers that.
        if DECISIONS.keys().any(|known| known.split_once(' ').is_some_and(|(_, there)| there == path)) {
            return next.run(request).await;
        }
        tracing::error!(http.route = %path, "a route without a decision is shut");
        return refused(Problem::not_found());
    };
    let actions: &[Action] = match need {
        Need::Anybody | Need::Code | Need::Gateway => return next.run(request).await,
        // Whoever asks for the head alone has read nothing, and the audit would say that they had.
        _ if method == Method::HEAD => return refused(Problem::method()),
        Need::SignedIn => &[],
        Need::May(actions) => actions,
    };
    // By the address itself: a session that is lent opens one screen of one interview.
    let here = request.uri().path();
    let known = match arrival(&gate.site, request.headers(), here, &*gate.roster).await {
        Ok(known) => known.map(Arc::new),
        Err(error) => return refused(Problem::because(&error)),
    };
    if let Some(known) = &known {
        let may =
            |who: &Actor| actions.is_empty() || actions.iter().any(|action| judge(who, *action).is_ok());
        let query = request.uri().query().unwrap_or_default();
        // Whose roles would allow it is told why the token does not.
        if known.session.is_none() && may(known.actor.who()) && refuses(&route, query, &known.named) {
            return refused(by_person());
        }
        if !may(&known.actor) {
            return refused(Problem::not_found());
        }
        if is_fresh_door(&route) && !is_fresh(&gate, known) {
            let Some(session) = known.session.filter(|_| method == Method::POST) else {
                let back = page_of(&path, request.uri().path());
                return refused(Redirect::to(&format!("/staff/confirm?next={back}")));
            };
            // What was typed goes along, and the post goes on once the second factor is there.
            request.extensions_mut().insert(Arrival(Some(Arc::clone(known))));
            match step_up(&gate.site, session, request).await {
                StepUp::Through(again) => request = again,
                StepUp::Answer(answer) => return refused(answer),
            }
        }
    }
    // Who is nobody is turned away by the room, which may have words to give back.
    request.extensions_mut().insert(Arrival(known));
    next.run(request).await
}

//! Doors that want the second factor anew, unless it was shown in the last minutes: where a person's name is opened, where a
//! worker's code is handed out, where much leaves the house at once, and where it is said who may do what.
//!
//! A token has no second factor. So beside each of these doors stands what a program meets that would do the same.

use axum::Router;
use axum::routing::post;
use haqqi_accounts::ApiStaff;
use haqqi_kernel::Action;
use haqqi_web::Problem;

use Program::{Named, NotAsked, Nothing, Refused};

/// What a program meets in the place of a page that wants the second factor anew.
#[derive(Debug, Clone, Copy)]
pub(super) enum Program {
    /// No endpoint does it.
    Nothing,
    /// This address says that a person does it, at the page; `POST` alone.
    Refused(&'static str),
    /// This endpoint does all but that: asked by this name in the query, it refuses.
    NotAsked(&'static str, &'static str),
    /// This endpoint, with a token that its owner made for the action right after showing the second factor.
    Named(&'static str, Action),
}

/// The doors, and beside each the program's.
pub(super) const FRESH: &[(&str, Program)] = &[
    ("POST /staff/establishments/{reference}/open", Refused("/api/v1/establishments/{reference}/opening")),
    ("POST /staff/complaints/{reference}/personal", NotAsked("GET /api/v1/casework/{reference}", "purpose")),
    ("POST /staff/complaints/{reference}/code", Refused("/api/v1/casework/complaints/{reference}/code")),
    ("GET /staff/complaints/{reference}/copy", Nothing),
    ("POST /staff/account/recovery", Nothing),
    ("POST /staff/account/token", Refused("/api/v1/tokens")),
    ("GET /staff/account/passkey", Nothing),
    ("POST /staff/account/passkey", Nothing),
    ("POST /staff/account/remove-passkey", Nothing),
    ("POST /staff/account/provider", Nothing),
    ("POST /staff/account/unlink-provider", Nothing),
    ("POST /staff/audit/export", Nothing),
    ("POST /staff/openings", Nothing),
    ("POST /staff/openings/decide", Nothing),
    (
        "POST /staff/retention/lists/{number}",
        Named("POST /api/v1/retention/lists/{number}", Action::ApproveErasure),
    ),
    ("POST /staff/retention/report", Nothing),
    (
        "POST /staff/complaints/{reference}/erasure/decision",
        Named("POST /api/v1/retention/wishes/{reference}/decision", Action::ApproveErasure),
    ),
    ("POST /staff/people", Nothing),
    ("POST /staff/people/badge", Nothing),
    ("POST /staff/people/waiting", Nothing),
    ("POST /staff/people/of/{name}/roles", Nothing),
    ("POST /staff/people/of/{name}/reach", Nothing),
    ("POST /staff/people/of/{name}/trained", Nothing),
    ("POST /staff/people/of/{name}/open", Nothing),
    ("POST /staff/people/of/{name}/invite", Nothing),
    ("POST /staff/people/of/{name}/shut", Nothing),
    ("POST /staff/people/of/{name}/end", Nothing),
];

/// A page that asks no second factor anew, for a telephone desk could not work so; but whose code goes to a person all
/// the same, and to no program.
pub(super) const BY_PERSON: &[(&str, Program)] = &[("POST /staff/words", Refused("/api/v1/casework/words"))];

/// Whether this door wants the second factor anew.
pub(super) fn is_fresh_door(route: &str) -> bool {
    FRESH.iter().any(|(door, _)| *door == route)
}

/// Both lists.
pub(super) fn programs() -> impl Iterator<Item = &'static (&'static str, Program)> {
    FRESH.iter().chain(BY_PERSON)
}

/// Whether a token is refused at this endpoint, as it is asked now, whatever its owner may do. `named` is what it was made
/// for right after its owner had shown the second factor.
pub(super) fn refuses(route: &str, query: &str, named: &[Action]) -> bool {
    programs().any(|(_, program)| match program {
        Nothing => false,
        Refused(path) => route.strip_prefix("POST ") == Some(*path),
        NotAsked(endpoint, name) => {
            route == *endpoint && query.split('&').any(|pair| pair.split('=').next() == Some(*name))
        }
        Named(endpoint, action) => route == *endpoint && !named.contains(action),
    })
}

/// What a program is told where a person does it, at the page.
pub(super) fn by_person() -> Problem {
    Problem::new(axum::http::StatusCode::FORBIDDEN, "accounts-problem-by-person")
}

/// The addresses that say so. The gate speaks first to whoever has a token; here nobody else is known.
pub(crate) fn refusing() -> Router<haqqi_web::Site> {
    let paths = programs().filter_map(|(_, program)| match program {
        Refused(path) => Some(*path),
        _ => None,
    });
    paths.fold(Router::new(), |router, path| router.route(path, post(async |_: ApiStaff| by_person())))
}

//! The staff's pages and endpoints of the patrol.

mod advert;
mod api;
mod feeds;
mod list;
mod paste;
mod recruiters;
mod report;
mod sheet;

use axum::Router;
use axum::routing::{get, post};
use haqqi_kernel::{Reference, ReferenceKind};
use haqqi_web::{Page, Problem, takes_files};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::add::{AddError, Wrong};
use crate::desk::PatrolDesk;
use crate::open::ReadError;
use crate::recruiter::LinkError;

/// Room for the other fields of a form with a file, in bytes.
const BESIDE_A_FILE: usize = 64 * 1024;

/// The staff pages of this room.
pub fn pages(desk: PatrolDesk) -> Router {
    Router::new()
        .route("/staff/patrol", get(list::show))
        .route("/staff/patrol/new", get(paste::show).post(paste::submit))
        .route("/staff/patrol/sheet", get(sheet::show))
        .route("/staff/patrol/sheet/example.csv", get(sheet::example))
        .route("/staff/patrol/adverts/{reference}", get(advert::show).post(advert::submit))
        .route("/staff/patrol/recruiters", get(recruiters::list))
        .route("/staff/patrol/recruiters/{reference}", get(recruiters::show).post(recruiters::submit))
        .route("/staff/patrol/feeds", get(feeds::show).post(feeds::submit))
        .route("/staff/patrol/feeds/{feed}", post(feeds::change))
        .route("/staff/patrol/report", get(report::show))
        .route("/staff/patrol/report.csv", get(report::download))
        .with_state(desk)
}

/// The staff pages that take files.
pub fn uploads(desk: PatrolDesk) -> Router {
    let most = crate::sheet::LONGEST_SHEET.max(crate::fetch::LONGEST_FEED) + BESIDE_A_FILE;
    let routes = Router::new()
        .route("/staff/patrol/sheet", post(sheet::submit))
        .route("/staff/patrol/feed-file", post(feeds::file))
        .with_state(desk);
    takes_files(routes, most)
}

/// The endpoints of this room.
pub fn api(desk: PatrolDesk) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(api::list, api::create))
        .routes(routes!(api::read))
        .routes(routes!(api::decision))
        .routes(routes!(api::periodical))
        .with_state(desk)
}

fn reference(text: &str, kind: ReferenceKind) -> Result<Reference, Problem> {
    let reference: Reference = text.parse().map_err(|_| Problem::not_found())?;
    if reference.kind() == kind { Ok(reference) } else { Err(Problem::not_found()) }
}

fn unread(error: ReadError) -> Problem {
    match error {
        ReadError::NotFound => Problem::not_found(),
        ReadError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

fn unlinked(error: LinkError) -> Problem {
    match error {
        LinkError::NotFound => Problem::not_found(),
        LinkError::Establishment => {
            Problem::unprocessable().field("establishment", "patrol-error-establishment")
        }
        LinkError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// The message of what is wrong with a field of an advertisement.
fn message(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::Empty => "common-error-required",
        Wrong::Long => "patrol-wrong-long",
        Wrong::Day => "patrol-wrong-day",
        Wrong::Address => "patrol-wrong-address",
        Wrong::Unknown => "common-error-choose",
    }
}

/// The field and the message of a refusal that a person can put right; a problem for what is worse.
fn refused(error: AddError) -> Result<(&'static str, &'static str), Problem> {
    match error {
        AddError::Field(field, wrong) => Ok((field, message(wrong))),
        AddError::NotFound => Err(Problem::not_found()),
        AddError::Commit(error) => Err(Problem::uncommitted(&error)),
        AddError::Db(error) => Err(Problem::because(&error)),
    }
}

/// A day in the words of the page.
fn day(page: &Page, day: chrono::NaiveDate) -> String {
    page.date(&day.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc())
}

/// A language by its own name, or that nothing tells it.
fn language(page: &Page, tag: &str) -> String {
    if tag == "und" { page.t("patrol-language-unknown") } else { page.language_name(tag) }
}

/// The languages that a form offers.
fn languages(page: &Page) -> Vec<(String, String)> {
    let all = page.site().pack.languages().iter();
    all.map(|one| (one.tag.clone(), page.language_name(&one.tag))).collect()
}

//! The staff's pages and endpoints of the register.

mod add;
mod api;
mod change;
mod list;
mod show;
mod ties;

use axum::Router;
use axum::routing::{get, post};
use haqqi_kernel::{CommitError, Reference, ReferenceKind};
use haqqi_web::{Errors, Page, Problem};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::desk::EstablishmentDesk;
use crate::keep::{FieldProblem, KeepError};
use crate::view::{ReadError, Summary};

/// The staff pages of this room.
pub fn pages(desk: EstablishmentDesk) -> Router {
    Router::new()
        .route("/staff/establishments", get(list::show))
        .route("/staff/establishments/new", get(add::show).post(add::submit))
        .route("/staff/establishments/{reference}", get(show::show))
        .route("/staff/establishments/{reference}/names", post(change::name))
        .route("/staff/establishments/{reference}/rename", post(change::rename_form))
        .route("/staff/establishments/{reference}/worksites", post(change::worksite))
        .route("/staff/establishments/{reference}/conflict", post(change::conflict))
        .route("/staff/establishments/{reference}/conflict/end", post(change::tie_ended))
        .route("/staff/establishments/{reference}/open", post(show::open))
        .route("/staff/ties", get(ties::show).post(ties::submit))
        .with_state(desk)
}

/// The endpoints of this room.
pub fn api(desk: EstablishmentDesk) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(api::list))
        .routes(routes!(api::create))
        .routes(routes!(api::read))
        .routes(routes!(api::name))
        .routes(routes!(api::rename_one))
        .routes(routes!(api::worksite))
        .routes(routes!(api::conflict))
        .routes(routes!(api::ties))
        .with_state(desk)
}

/// What a list or a heading calls it: its name for this reader, else what kind it is.
fn title(page: &Page, summary: &Summary) -> String {
    match summary.name_for(page.tag()) {
        Some(name) => name.to_owned(),
        None => page.t(&format!("establishments-kind-{}", summary.kind.code())),
    }
}

fn reference(text: &str) -> Result<Reference, Problem> {
    let reference: Reference = text.parse().map_err(|_| Problem::not_found())?;
    if reference.kind() == ReferenceKind::Establishment { Ok(reference) } else { Err(Problem::not_found()) }
}

fn problem(error: ReadError) -> Problem {
    match error {
        ReadError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    }
}

fn message(problem: FieldProblem) -> &'static str {
    match problem {
        FieldProblem::Empty => "common-error-required",
        FieldProblem::TooLong => "establishments-error-long",
        FieldProblem::Unknown => "common-error-choose",
        FieldProblem::Regime => "establishments-error-regime",
        FieldProblem::Unreadable => "establishments-error-unreadable",
        FieldProblem::Unchanged => "establishments-error-unchanged",
    }
}

/// What is wrong, on the form; what is worse, as a problem.
fn fault(page: &Page, errors: &mut Errors, error: KeepError) -> Result<(), Problem> {
    match error {
        KeepError::Field { field, problem } => errors.add(page, field, message(problem)),
        KeepError::Similar(_) => errors.add(page, "sure", "establishments-error-similar"),
        KeepError::Denied => return Err(Problem::not_found()),
        KeepError::Commit(CommitError::Stale) => return Err(Problem::conflict()),
        other => return Err(Problem::because(&other)),
    }
    Ok(())
}

/// The same for a program.
fn refused(error: KeepError) -> Problem {
    match error {
        KeepError::Field { field, problem } => Problem::unprocessable().field(field, message(problem)),
        KeepError::Similar(_) => Problem::unprocessable().field("sure", "establishments-error-similar"),
        KeepError::Denied => Problem::not_found(),
        KeepError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    }
}

/// The choices of the register's forms, labelled.
struct Choices {
    kinds: Vec<(String, String)>,
    sectors: Vec<(String, String)>,
    governorates: Vec<(String, String)>,
    offices: Vec<(String, String)>,
}

impl Choices {
    fn of(page: &Page) -> Self {
        let pack = &page.site().pack;
        let labelled = |prefix: &str, code: &str| (code.to_owned(), page.label(prefix, code));
        Self {
            kinds: crate::Kind::ALL.iter().map(|kind| labelled("establishments-kind", kind.code())).collect(),
            sectors: pack.sectors().iter().map(|row| labelled("sector", &row.code)).collect(),
            governorates: pack.governorates().iter().map(|row| labelled("governorate", &row.code)).collect(),
            offices: pack.offices().iter().map(|row| labelled("office", &row.code)).collect(),
        }
    }
}

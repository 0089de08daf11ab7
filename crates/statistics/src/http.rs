//! The page of figures, its download, and the endpoint.

mod api;
mod committee;
mod page;
mod papers;
mod publish;

use axum::Router;
use axum::routing::{get, post};
use haqqi_documents::Press;
use haqqi_web::{Problem, Site, takes_files};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::ask::FiguresError;
use crate::model::PeriodError;

/// The staff pages of this room.
pub fn pages(site: Site) -> Router {
    Router::new()
        .route("/staff/figures", get(page::show))
        .route("/staff/figures.csv", get(page::download))
        .route("/staff/figures/public", get(publish::show).post(publish::publish))
        .route("/staff/figures/public/withdraw", post(publish::withdraw))
        .route("/staff/papers", get(papers::show))
        .route("/staff/papers/{id}/withdraw", post(papers::withdraw_form))
        .with_state(site)
}

/// The staff page that takes files.
pub fn uploads(site: Site) -> Router {
    let most = crate::LONGEST_PAPER * (site.pack.staff_languages().len() + 1);
    let routes = Router::new().route("/staff/papers", post(papers::submit)).with_state(site);
    takes_files(routes, most)
}

/// The committee's public page, in the languages of the staff.
pub fn public_pages(site: Site, press: Press) -> Router {
    Router::new()
        .route("/{language}/committee", get(committee::show))
        .route("/{language}/committee/{file}", get(committee::file))
        .route("/{language}/committee/papers/{file}", get(committee::paper_file))
        .with_state(committee::Shelf { site, press })
}

/// The endpoints of this room.
pub fn api(site: Site) -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(api::read)).with_state(site)
}

/// The field and the message of what was asked wrongly; a problem for what is worse.
fn refused(error: FiguresError) -> Result<(&'static str, &'static str), Problem> {
    match error {
        FiguresError::NotFound => Err(Problem::not_found()),
        FiguresError::Day(field) => Ok((field, "statistics-error-day")),
        FiguresError::Unknown => Ok(("period", "common-error-choose")),
        FiguresError::Office => Ok(("office", "common-error-choose")),
        FiguresError::Period(PeriodError::Order) => Ok(("to", "statistics-error-order")),
        FiguresError::Period(PeriodError::Long) => Ok(("to", "statistics-error-long")),
        FiguresError::Db(error) => Err(Problem::because(&error)),
    }
}

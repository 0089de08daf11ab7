//! A sheet of advertisements: the columns, an example, and what became of each row.

use askama::Template;
use axum::extract::{FromRequest, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge};
use haqqi_web::{Errors, Page, Problem, Upload, render};

use crate::desk::PatrolDesk;
use crate::model::LONGEST_PLACE;
use crate::sheet::{COLUMNS, LONGEST_SHEET, MOST_ROWS, SheetError, Taken, take_sheet};

/// The example that can be downloaded: one row, invented.
const EXAMPLE: &str = "\u{feff}text,place,address,seen_on,language\r\n\
\"Invented example. Housemaids wanted, visa fee 200 paid by the worker, send your passport by message.\",Example Daily,https://example.org/jobs/1,2026-01-15,en\r\n";

/// What became of a sheet or a feed, as the page shows it.
pub(super) struct Outcome {
    pub added: String,
    pub again: String,
    pub known: String,
    /// Number, column, why.
    pub bad: Vec<(String, String, String)>,
}

impl Outcome {
    pub(super) fn of(page: &Page, taken: &Taken) -> Self {
        let row = |one: &crate::sheet::BadRow| {
            let why = page.t(&format!("patrol-row-{}", one.why));
            (page.number(one.number), one.column.to_owned(), why)
        };
        Self {
            added: page.number(taken.added),
            again: page.number(taken.seen_again),
            known: page.number(taken.known),
            bad: taken.bad.iter().map(row).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "patrol-sheet.html")]
struct SheetPage {
    page: Page,
    errors: Errors,
    columns: Vec<(String, String)>,
    most: usize,
    outcome: Option<Outcome>,
}

fn page_of(page: Page, errors: Errors, outcome: Option<Outcome>) -> Response {
    let column =
        |name: &&str| ((*name).to_owned(), page.t(&format!("patrol-column-{}", name.replace('_', "-"))));
    let columns = COLUMNS.iter().map(column).collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    render(status, &SheetPage { page, errors, columns, most: MOST_ROWS, outcome })
}

pub(super) async fn show(State(_): State<PatrolDesk>, session: StaffSession) -> Result<Response, Problem> {
    judge(&session.actor, Action::Patrol).map_err(|_| Problem::not_found())?;
    Ok(page_of(session.page, Errors::none(), None))
}

pub(super) async fn example(State(_): State<PatrolDesk>, session: StaffSession) -> Result<Response, Problem> {
    judge(&session.actor, Action::Patrol).map_err(|_| Problem::not_found())?;
    let heads = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"advertisements.csv\""),
    ];
    Ok((heads, EXAMPLE).into_response())
}

/// The fields of a form and its one file. A file that is too long is read to its end and forgotten.
pub(super) struct Brought {
    pub fields: Vec<(String, String)>,
    pub file: Vec<u8>,
    /// What the file is called, without what tells its kind.
    pub called: String,
    pub long: bool,
}

impl Brought {
    pub(super) fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }
}

/// Reads a form with a file, whose token stands first.
pub(super) async fn brought(upload: &mut Upload, page: &Page, most: usize) -> Result<Brought, Problem> {
    if !upload.is_from(page).await? {
        upload.drain().await?;
        return Err(Problem::expired());
    }
    let mut brought = Brought { fields: Vec::new(), file: Vec::new(), called: String::new(), long: false };
    while let Some(mut part) = upload.part().await? {
        if part.name() != "file" {
            brought.fields.push((part.name().to_owned(), part.text().await?));
            continue;
        }
        let name = part.file_name().unwrap_or_default();
        let called = name.rsplit_once('.').map_or(name.as_str(), |(called, _)| called);
        brought.called = called.chars().filter(|c| !c.is_control()).take(LONGEST_PLACE).collect();
        while let Some(chunk) = part.chunk().await? {
            if brought.file.len() + chunk.len() > most {
                brought.long = true;
                brought.file.clear();
            }
            if !brought.long {
                brought.file.extend_from_slice(&chunk);
            }
        }
    }
    Ok(brought)
}

pub(super) async fn submit(
    State(desk): State<PatrolDesk>,
    session: StaffSession,
    request: Request,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::Patrol).map_err(|_| Problem::not_found())?;
    let mut upload = Upload::from_request(request, &desk).await?;
    let brought = brought(&mut upload, &page, LONGEST_SHEET).await?;
    let mut errors = Errors::none();
    if brought.long {
        errors.add(&page, "file", "patrol-error-file-long");
        return Ok(page_of(page, errors, None));
    }
    if brought.file.is_empty() {
        errors.add(&page, "file", "common-error-required");
        return Ok(page_of(page, errors, None));
    }
    let message = match take_sheet(&desk, &actor, &brought.file).await {
        Ok(taken) => {
            let outcome = Some(Outcome::of(&page, &taken));
            return Ok(page_of(page, errors, outcome));
        }
        Err(SheetError::NoText) => "patrol-error-no-text",
        Err(SheetError::Heads) => "patrol-error-heads",
        Err(SheetError::NotFound) => return Err(Problem::not_found()),
        Err(SheetError::Commit(error)) => return Err(Problem::uncommitted(&error)),
        Err(SheetError::Db(error)) => return Err(Problem::because(&error)),
    };
    errors.add(&page, "file", message);
    Ok(page_of(page, errors, None))
}

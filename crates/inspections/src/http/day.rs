//! The day on which a recorded visit was made, put right with a reason.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::CommitError;
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use super::form::day_of;
use super::{problem, reference};
use crate::desk::{InspectionDesk, VisitError};
use crate::found_on::{DayError, correct_day};
use crate::model::{NO_SUCH_DAY, VisitState};
use crate::open::{OpenedVisit, open};

#[derive(Template)]
#[template(path = "day.html")]
struct DayPage {
    page: Page,
    errors: Errors,
    visit: OpenedVisit,
    stands: String,
    /// Whether this reader was there, and can only make it earlier.
    was_there: bool,
    day: String,
    reason: String,
}

/// The day of a recorded visit, in words.
pub(super) fn shown_day(desk: &InspectionDesk, page: &Page, visit: &OpenedVisit) -> String {
    let calendar = desk.clocks.calendar(Some(&visit.row.office));
    visit.row.found_on.map(|day| page.date(&calendar.noon(day))).unwrap_or_default()
}

/// What is sent.
#[derive(Default, Deserialize)]
pub(super) struct Told {
    #[serde(default)]
    day: String,
    #[serde(default)]
    reason: String,
}

pub(super) async fn show(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, &text, Errors::none(), None).await
}

async fn page_of(
    desk: &InspectionDesk,
    session: StaffSession,
    text: &str,
    errors: Errors,
    told: Option<Told>,
) -> Result<Response, Problem> {
    let visit = open(desk, &session.actor, reference(text)?).await.map_err(problem)?;
    if !matches!(visit.row.state, VisitState::Finished | VisitState::Reported) {
        return Ok(Redirect::to(&format!("/staff/visits/{text}")).into_response());
    }
    let told = told.unwrap_or_else(|| Told {
        day: visit.row.found_on.map(|day| day.to_string()).unwrap_or_default(),
        reason: String::new(),
    });
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = DayPage {
        stands: shown_day(desk, &session.page, &visit),
        was_there: visit.team.iter().chain(&visit.heirs).any(|(who, _)| *who == session.staff.id),
        day: told.day,
        reason: told.reason,
        errors,
        visit,
        page: session.page,
    };
    Ok(render(status, &shown))
}

pub(super) async fn correct(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(told): Form<Told>,
) -> Result<Response, Problem> {
    let (field, message) = match day_of(&told.day) {
        Ok(Some(day)) => {
            let done = correct_day(&desk, &session.actor, reference(&text)?, day, &told.reason).await;
            let Err(error) = done else {
                return Ok(Redirect::to(&format!("/staff/visits/{text}")).into_response());
            };
            refused(error)?
        }
        Ok(None) | Err(_) => ("day", NO_SUCH_DAY),
    };
    let mut errors = Errors::none();
    errors.add(&session.page, field, message);
    page_of(&desk, session, &text, errors, Some(told)).await
}

/// The field and message of a refused correction, or the problem that it is.
pub(super) fn refused(error: DayError) -> Result<(&'static str, &'static str), Problem> {
    match error {
        DayError::Day => Ok(("day", NO_SUCH_DAY)),
        DayError::NotYours => Ok(("day", "inspections-error-day-later")),
        DayError::Reason => Ok(("reason", "staff-error-reason")),
        DayError::Visit(VisitError::State) => Ok(("day", "inspections-error-state")),
        DayError::Visit(VisitError::Commit(CommitError::Stale)) => Err(Problem::conflict()),
        DayError::Visit(error) => Err(problem(error)),
    }
}

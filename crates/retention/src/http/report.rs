//! The report of what was erased, to read, to print, and to take along with a signature.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use haqqi_accounts::StaffSession;
use haqqi_kernel::read_day;
use haqqi_web::{Errors, Form, Page, Problem, attachment, render};
use serde::Deserialize;

use super::{class, midnight};
use crate::RetentionDesk;
use crate::report::{ReportError, report, report_lines};

#[derive(Template)]
#[template(path = "retention-report.html")]
struct ReportPage {
    page: Page,
    errors: Errors,
    from: String,
    until: String,
    /// Class, schedule, number.
    sums: Vec<(String, String, String)>,
    complete: String,
}

/// The days that are asked for, both included; this year where nothing is said.
#[derive(Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

fn problem(error: ReportError) -> Problem {
    match error {
        ReportError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    }
}

struct Span {
    days: (String, String),
    at: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

fn span(page: &Page, asked: &Asked) -> Span {
    let today = page.site().house.now().with_timezone(&page.site().pack.zone()).date_naive();
    let or = |typed: &str, else_day: NaiveDate| {
        if typed.trim().is_empty() { Some(else_day) } else { read_day(typed) }
    };
    let from = or(&asked.from, today.with_ordinal(1).unwrap_or(today));
    let until = or(&asked.until, today);
    let shown = |day: Option<NaiveDate>, typed: &str| day.map_or(typed.to_owned(), |day| day.to_string());
    let days = (shown(from, &asked.from), shown(until, &asked.until));
    let at = from.zip(until).filter(|(from, until)| from <= until).and_then(|(from, until)| {
        Some((midnight(page, from)?, midnight(page, until.checked_add_days(Days::new(1))?)?))
    });
    Span { days, at }
}

async fn page_of(
    desk: &RetentionDesk,
    session: StaffSession,
    asked: &Asked,
    too_many: bool,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let span = span(&page, asked);
    let mut errors = Errors::none();
    let (mut sums, mut complete) = (Vec::new(), String::new());
    match span.at {
        None => errors.add(&page, "from", "retention-error-days"),
        Some(_) if too_many => errors.add(&page, "from", "retention-error-too-many"),
        Some((from, until)) => {
            let found = report(desk, &actor, from, until).await.map_err(problem)?;
            sums = found
                .sums
                .iter()
                .map(|sum| (class(&page, &sum.class), sum.pack.clone(), page.number(sum.many)))
                .collect();
            complete = match (found.last, found.complete) {
                (None, _) => String::new(),
                (Some(_), None) => page.t("retention-backups-unknown"),
                (Some(_), Some(at)) => page.t1("retention-complete", "at", page.date(&at)),
            };
        }
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (from, until) = span.days;
    Ok(render(status, &ReportPage { page, errors, from, until, sums, complete }))
}

pub(super) async fn show(
    State(desk): State<RetentionDesk>,
    Query(asked): Query<Asked>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, &asked, false).await
}

pub(super) async fn download(
    State(desk): State<RetentionDesk>,
    session: StaffSession,
    Form(asked): Form<Asked>,
) -> Result<Response, Problem> {
    let Some((from, until)) = span(&session.page, &asked).at else {
        return page_of(&desk, session, &asked, false).await;
    };
    match report_lines(&desk, &session.actor, from, until).await {
        Ok(lines) => {
            let name = format!("erased-{}.jsonl", desk.site().house.now().format("%Y-%m-%d"));
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_static("application/jsonl; charset=utf-8")),
                (header::CONTENT_DISPOSITION, attachment(&name)),
            ];
            Ok((headers, lines).into_response())
        }
        Err(ReportError::TooMany) => page_of(&desk, session, &asked, true).await,
        Err(other) => Err(problem(other)),
    }
}

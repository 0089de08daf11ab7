//! How well the screening does in use: a page and, to be taken along, the same as JSON.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeZone, Utc};
use haqqi_accounts::StaffSession;
use haqqi_web::{Errors, Page, Problem, render};
use serde::Deserialize;

use crate::desk::ScreeningDesk;
use crate::http::flag::problem;
use crate::measured::{LEVELS, Tally, measured};

/// Whole days of the pack's calendar.
pub(super) struct Period {
    first: NaiveDate,
    last: NaiveDate,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Period {
    /// From the first day to the last; without them the twelve months until today. Nothing where one is no day, or they are
    /// the wrong way round.
    pub fn of(desk: &ScreeningDesk, first: &str, last: &str) -> Option<Self> {
        let today = desk.today();
        let last = if last.is_empty() { today } else { last.parse().ok()? };
        let first =
            if first.is_empty() { last.checked_sub_months(Months::new(12))? } else { first.parse().ok()? };
        let zone = desk.site.pack.zone();
        let begins = |day: NaiveDate| {
            let at = zone.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest()?;
            Some(at.with_timezone(&Utc))
        };
        let (from, until) = (begins(first)?, begins(last.checked_add_days(Days::new(1))?)?);
        (first <= last).then_some(Self { first, last, from, until })
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

/// A row of a table: what it is of, and the numbers.
struct Row {
    name: String,
    tally: Tally,
}

#[derive(Template)]
#[template(path = "measured.html")]
struct MeasuredPage {
    page: Page,
    errors: Errors,
    from: String,
    to: String,
    indicators: Vec<Row>,
    languages: Vec<Row>,
    rows: Vec<(String, String)>,
}

pub(super) async fn show(
    State(desk): State<ScreeningDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let mut errors = Errors::none();
    let period = match Period::of(&desk, &asked.from, &asked.to) {
        Some(period) => period,
        None => {
            errors.add(&page, "from", "screening-error-period");
            Period::of(&desk, "", "").ok_or_else(Problem::not_found)?
        }
    };
    let found = measured(&desk, &actor, period.from, period.until).await.map_err(problem)?;
    let indicators = desk
        .screener
        .list(desk.today())
        .into_iter()
        .map(|name| Row {
            name: page.label("indicator", name),
            tally: found.indicators.get(name).copied().unwrap_or_default(),
        })
        .collect();
    let languages = found
        .languages
        .iter()
        .map(|(tag, tally)| Row { name: page.language_name(tag), tally: *tally })
        .collect();
    let number = |many: Option<&u64>| page.number(many.copied().unwrap_or_default());
    let mut rows: Vec<(String, String)> = LEVELS
        .iter()
        .map(|level| (page.label("level", level.code()), number(found.raised.get(level.code()))))
        .collect();
    for code in ["escalate", "interview", "watch", "propose-dismissal", "dismiss"] {
        rows.push((page.label("screening-decided", code), number(found.decisions.get(code))));
    }
    if let Some((middle, slow)) = found.hours {
        rows.push((page.t("screening-measured-middle"), page.tn("screening-measured-hours", "many", middle)));
        rows.push((page.t("screening-measured-slow"), page.tn("screening-measured-hours", "many", slow)));
    }
    rows.push((page.t("screening-measured-back"), page.number(found.came_back)));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (from, to) = (period.first.to_string(), period.last.to_string());
    Ok(render(status, &MeasuredPage { page, errors, from, to, indicators, languages, rows }))
}

//! The periodical: on a page that prints, and as a table.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge, plain_digits};
use haqqi_language::Args;
use haqqi_web::{Errors, Page, Problem, render, sheet};
use serde::Deserialize;

use crate::desk::PatrolDesk;
use crate::http::{day, language, unlinked};
use crate::report::{Counted, Period, Report, report, table};

/// What the address asks for; this month without it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    from: String,
    to: String,
}

impl Asked {
    /// The period.
    ///
    /// # Errors
    /// The field that is not right.
    pub(super) fn period(&self, desk: &PatrolDesk) -> Result<Period, &'static str> {
        let today = desk.site.house.now().with_timezone(&desk.pack().zone()).date_naive();
        let month = Period::month(today);
        let read = |typed: &str, field, other: NaiveDate| match plain_digits(typed.trim()).as_str() {
            "" => Ok(other),
            typed => typed.parse::<NaiveDate>().map_err(|_| field),
        };
        let from = read(&self.from, "from", month.from)?;
        let last = if self.from.trim().is_empty() { month.to } else { Period::month(from).to };
        Period::new(from, read(&self.to, "to", last)?).ok_or("to")
    }
}

/// A recruiter as the report shows it.
struct Recruiter {
    reference: String,
    name: String,
    linked: bool,
    adverts: String,
    sightings: String,
}

/// A counted report in words.
struct Shown {
    days: String,
    counted: String,
    all: Vec<(String, String)>,
    /// Heading, and under it what, how many advertisements, how many sightings.
    tables: Vec<(&'static str, Vec<[String; 3]>)>,
    indicators: Vec<[String; 5]>,
    decisions: Vec<(String, String)>,
    recruiters: Vec<Recruiter>,
}

#[derive(Template)]
#[template(path = "patrol-report.html")]
struct ReportPage {
    page: Page,
    errors: Errors,
    asked: Asked,
    shown: Option<Shown>,
    bars: Vec<(String, u64, u64)>,
    opens: bool,
}

fn shown(page: &Page, found: &Report) -> Shown {
    let lines = |all: &[Counted], label: &dyn Fn(&str) -> String| {
        let each = all.iter();
        each.map(|one| [label(&one.code), page.number(one.adverts), page.number(one.sightings)]).collect()
    };
    let indicator = |code: &str| page.label("advert", code);
    let days = Args::new().set("from", day(page, found.period.from)).set("to", day(page, found.period.to));
    Shown {
        days: page.ta("patrol-report-days", &days),
        counted: page.t1("patrol-report-counted", "at", page.date_time(&found.counted_at)),
        all: vec![
            (page.t("patrol-report-all"), page.number(found.adverts)),
            (page.t("patrol-report-new"), page.number(found.new)),
            (page.t("patrol-report-sightings"), page.number(found.sightings)),
            (page.t("patrol-report-open"), page.number(found.open)),
        ],
        tables: vec![
            ("patrol-level", lines(&found.levels, &|code| page.t(&format!("patrol-level-{code}")))),
            ("patrol-places", lines(&found.places, &str::to_owned)),
            ("patrol-language", lines(&found.languages, &|code| language(page, code))),
        ],
        indicators: found
            .indicators
            .iter()
            .map(|one| {
                let precision = one.precision().map(|share| page.per_cent(share));
                [
                    indicator(&one.code),
                    page.number(one.adverts),
                    page.number(one.right),
                    page.number(one.wrong),
                    precision.unwrap_or_else(|| match one.judged() {
                        0 => page.t("patrol-report-unjudged"),
                        all => {
                            let some = Args::new().set("some", page.number(one.right));
                            page.ta("screening-measured-of", &some.set("all", page.number(all)))
                        }
                    }),
                ]
            })
            .collect(),
        decisions: found
            .decisions
            .iter()
            .map(|(one, many)| (page.t(&format!("patrol-decision-{}", one.code())), page.number(*many)))
            .collect(),
        recruiters: found
            .recruiters
            .iter()
            .map(|one| Recruiter {
                reference: one.reference.to_string(),
                name: one.name.clone(),
                linked: one.linked,
                adverts: page.number(one.adverts),
                sightings: page.number(one.sightings),
            })
            .collect(),
    }
}

/// Indicators as percent of the most found.
fn bars(page: &Page, found: &Report) -> Vec<(String, u64, u64)> {
    let most = found.indicators.iter().map(|one| one.adverts).max().unwrap_or(0).max(1);
    let bar = |one: &crate::report::Measured| {
        (page.label("advert", &one.code), one.adverts, one.adverts * 100 / most)
    };
    found.indicators.iter().map(bar).collect()
}

pub(super) async fn show(
    State(desk): State<PatrolDesk>,
    session: StaffSession,
    Query(mut asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::ReadPatrol).map_err(|_| Problem::not_found())?;
    let mut errors = Errors::none();
    let found = match asked.period(&desk) {
        Ok(period) => Some(report(&desk, &actor, period).await.map_err(unlinked)?),
        Err(field) => {
            errors.add(&page, field, "patrol-report-error-days");
            None
        }
    };
    if let Some(found) = &found {
        asked.from = found.period.from.to_string();
        asked.to = found.period.to.to_string();
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let opens = judge(&actor, Action::Patrol).is_ok();
    let bars = found.as_ref().map(|found| bars(&page, found)).unwrap_or_default();
    let shown = found.as_ref().map(|found| shown(&page, found));
    Ok(render(status, &ReportPage { page, errors, asked, shown, bars, opens }))
}

pub(super) async fn download(
    State(desk): State<PatrolDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let wrong = |field| Problem::unprocessable().field(field, "patrol-report-error-days");
    let period = asked.period(&desk).map_err(wrong)?;
    let found = report(&desk, &actor, period).await.map_err(unlinked)?;
    sheet(&format!("patrol-{}-{}", period.from, period.to), table(&page, &found))
}

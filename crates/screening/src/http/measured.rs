//! How well the screening does in use: a page and, to be taken along, the same as JSON.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeZone, Utc};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Actor, plain_digits};
use haqqi_language::Args;
use haqqi_web::{Errors, Page, Problem, render, sheet};
use serde::Deserialize;

use crate::desk::ScreeningDesk;
use crate::engine::Level;
use crate::http::flag::problem;
use crate::measured::{Tally, Times, may_measure, measured};

/// Whole days of the pack's calendar.
pub(super) struct Period {
    first: NaiveDate,
    last: NaiveDate,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Period {
    /// From the first day to the last; without them the twelve months until today.
    ///
    /// # Errors
    /// The field that is wrong: one that is no day, or the first where they are the wrong way round.
    pub fn of(desk: &ScreeningDesk, first: &str, last: &str) -> Result<Self, &'static str> {
        let day = |text: &str, field: &'static str| match plain_digits(text).trim() {
            "" => Ok(None),
            day => day.parse::<NaiveDate>().map(Some).map_err(|_| field),
        };
        let last = day(last, "to")?.unwrap_or_else(|| desk.today());
        let first = day(first, "from")?.or_else(|| last.checked_sub_months(Months::new(12))).ok_or("from")?;
        Self::between(desk, first, last).ok_or("from")
    }

    /// The same for a program or a table: what is wrong is a problem, and who may not measure finds nothing.
    pub fn asked(desk: &ScreeningDesk, actor: &Actor, first: &str, last: &str) -> Result<Self, Problem> {
        Self::of(desk, first, last).map_err(|field| {
            if may_measure(actor) {
                Problem::unprocessable().field(field, "screening-error-period")
            } else {
                Problem::not_found()
            }
        })
    }

    fn between(desk: &ScreeningDesk, first: NaiveDate, last: NaiveDate) -> Option<Self> {
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
    /// The share that was confirmed; of few how many of how many.
    share: String,
}

fn row(page: &Page, name: String, tally: Tally) -> Row {
    let share = match (tally.precision(), tally.cleared()) {
        (Some(share), _) => page.tn("screening-measured-percent", "many", share),
        (None, 0) => "–".to_owned(),
        (None, all) => {
            let args = Args::new().set("some", page.number(tally.confirmed)).set("all", page.number(all));
            page.ta("screening-measured-of", &args)
        }
    };
    Row { name, tally, share }
}

/// How long decisions take, as far as so many tell something.
fn times(page: &Page, times: Times) -> Vec<(String, String)> {
    let hours = |id: &str, many: i64| (page.t(id), page.tn("screening-measured-hours", "many", many));
    let mut rows = vec![(page.t("screening-measured-decided"), page.number(times.decided))];
    rows.extend((times.decided > 1).then(|| hours("screening-measured-middle", times.middle)));
    rows.extend(times.slow.map(|slow| hours("screening-measured-slow", slow)));
    rows.push(hours("screening-measured-longest", times.longest));
    rows
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
    /// Each indicator with its languages, where any was judged.
    crossed: Vec<(String, Vec<Row>)>,
    nationalities: Vec<Row>,
    rows: Vec<(String, String)>,
}

pub(super) async fn show(
    State(desk): State<ScreeningDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let period = match Period::of(&desk, &asked.from, &asked.to) {
        Ok(period) => period,
        // What was typed stays, and nothing is counted of another time than was asked for.
        Err(_) if !may_measure(&actor) => return Err(Problem::not_found()),
        Err(field) => {
            let mut errors = Errors::none();
            errors.add(&page, field, "screening-error-period");
            let shown = MeasuredPage {
                page,
                errors,
                from: asked.from,
                to: asked.to,
                indicators: Vec::new(),
                languages: Vec::new(),
                crossed: Vec::new(),
                nationalities: Vec::new(),
                rows: Vec::new(),
            };
            return Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &shown));
        }
    };
    let found = measured(&desk, &actor, period.from, period.until).await.map_err(problem)?;
    let indicators = desk
        .screener
        .list(desk.today())
        .into_iter()
        .map(|name| {
            let tally = found.indicators.get(name).copied().unwrap_or_default();
            row(&page, page.label("indicator", name), tally)
        })
        .collect();
    let languages =
        found.languages.iter().map(|(tag, tally)| row(&page, page.language_name(tag), *tally)).collect();
    let crossed = desk
        .screener
        .list(desk.today())
        .into_iter()
        .map(|name| {
            let own = found.crossed.iter().filter(|one| one.indicator == name);
            let rows = own.map(|one| row(&page, page.language_name(&one.language), one.tally)).collect();
            (page.label("indicator", name), rows)
        })
        .filter(|(_, rows): &(String, Vec<Row>)| !rows.is_empty())
        .collect();
    let nationalities =
        found.nationalities.iter().map(|(code, tally)| row(&page, nation(&page, code), *tally)).collect();
    let number = |many: Option<&u64>| page.number(many.copied().unwrap_or_default());
    let mut rows: Vec<(String, String)> = Level::FLAGS
        .iter()
        .map(|level| (page.label("level", level.code()), number(found.raised.get(level.code()))))
        .collect();
    for code in ["escalate", "interview", "watch", "propose-dismissal", "dismiss"] {
        rows.push((page.label("screening-decided", code), number(found.decisions.get(code))));
    }
    rows.extend(found.hours.into_iter().flat_map(|hours| times(&page, hours)));
    rows.push((page.t("screening-measured-back"), page.number(found.came_back)));
    let (from, to) = (period.first.to_string(), period.last.to_string());
    let errors = Errors::none();
    Ok(render(
        StatusCode::OK,
        &MeasuredPage { page, errors, from, to, indicators, languages, crossed, nationalities, rows },
    ))
}

/// What a nationality is called; who told none is a group of their own.
fn nation(page: &Page, code: &str) -> String {
    if code.is_empty() { page.t("screening-measured-untold") } else { code.to_owned() }
}

/// The same as a table to be taken along: each indicator in each language, then the sums, then nationalities.
pub(super) async fn table(
    State(desk): State<ScreeningDesk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let period = Period::asked(&desk, &actor, &asked.from, &asked.to)?;
    let found = measured(&desk, &actor, period.from, period.until).await.map_err(problem)?;
    let heads = [
        "screening-measured-indicator",
        "screening-language",
        "screening-measured-nationality",
        "screening-found-confirmed",
        "screening-found-not-so",
        "screening-found-unclear",
        "screening-measured-missed",
        "screening-measured-share",
    ];
    let line = |indicator: &str, language: &str, nationality: String, tally: &Tally| {
        let label = |id: &str| if id.is_empty() { String::new() } else { page.label("indicator", id) };
        let name = if language.is_empty() { String::new() } else { page.language_name(language) };
        let counts =
            [tally.confirmed, tally.not_so, tally.unclear, tally.missed].map(|many| many.to_string());
        let share = tally.precision().map(|share| share.to_string()).unwrap_or_default();
        [label(indicator), name, nationality].into_iter().chain(counts).chain([share]).collect()
    };
    let mut rows = vec![heads.map(|id| page.t(id)).to_vec()];
    rows.extend(
        found.crossed.iter().map(|one| line(&one.indicator, &one.language, String::new(), &one.tally)),
    );
    rows.extend(found.indicators.iter().map(|(id, tally)| line(id, "", String::new(), tally)));
    rows.extend(found.languages.iter().map(|(tag, tally)| line("", tag, String::new(), tally)));
    rows.extend(found.nationalities.iter().map(|(code, tally)| line("", "", nation(&page, code), tally)));
    sheet(&format!("screening-{}-{}", period.first, period.last), rows)
}

//! Her days, and the last days on which to ask.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_kernel::read_day;
use haqqi_language::Args;
use haqqi_pack::label;
use haqqi_web::{Errors, Form, Page, Problem, WorkerPage, render};

use crate::Desk;
use crate::come_back::{Entered, ReturnError};
use crate::days::{DaysError, HerClock, ToldDays, clocks_of, days_asked, days_of_worker, noon, tell_days};
use crate::http::mine::{door, marked, of_this, problem};

/// One clock as a sentence: “ask by …” until a lawyer has approved the row.
pub(super) fn sentence(desk: &Desk, page: &Page, clock: &HerClock) -> String {
    let what = page.language().attribute(&label("deadline", &clock.code));
    let args = Args::new().set("what", what).set("date", page.date(&noon(desk, clock.by)));
    let id = match (clock.past, clock.law) {
        (true, _) => "complaints-clock-past",
        (false, true) => "complaints-clock-law",
        (false, false) => "complaints-clock-ask",
    };
    page.ta(id, &args)
}

/// The sentences of her clocks.
pub(super) async fn sentences(
    desk: &Desk,
    page: &Page,
    entered: &Entered,
    office: Option<&str>,
) -> Result<Vec<String>, ReturnError> {
    let days = days_of_worker(desk, entered).await?;
    Ok(clocks_of(desk, office, &days).iter().map(|clock| sentence(desk, page, clock)).collect())
}

/// A form's field begins so.
const DAY: &str = "day-";

/// The field of the day of an event, a code of the pack.
#[must_use]
pub fn day_field(event: &str) -> String {
    format!("{DAY}{event}")
}

/// A day that a form asks for.
#[derive(Debug, Clone)]
pub struct AskedDay {
    /// Its field.
    pub field: String,
    /// The question, in the page's language.
    pub question: String,
    /// What was typed, or is known.
    pub value: String,
}

/// The days that a form asks for, by the pack; `value` of an event.
pub fn asked_days(desk: &Desk, page: &Page, value: impl Fn(&str) -> String) -> Vec<AskedDay> {
    let of = |event: String| AskedDay {
        question: page.label("start", &event),
        value: value(&event),
        field: day_field(&event),
    };
    days_asked(&desk.site.pack).into_iter().map(of).collect()
}

/// The days that were typed; what is no day is said at its field, by this message.
pub fn read_days(
    desk: &Desk,
    page: &Page,
    errors: &mut Errors,
    message: &str,
    typed: impl Fn(&str) -> String,
) -> ToldDays {
    let mut days = ToldDays::new();
    for event in days_asked(&desk.site.pack) {
        let field = day_field(&event);
        let value = typed(&field);
        match read_day(&value) {
            Some(day) => drop(days.insert(event, day)),
            None if value.trim().is_empty() => {}
            None => errors.add(page, &field, message),
        }
    }
    days
}

/// What is said of what is no day, or none that can be.
pub(super) const NO_DAY: &str = "complaints-left-error-day";

#[derive(Template)]
#[template(path = "days.html")]
struct DaysPage {
    page: Page,
    errors: Errors,
    asked: Vec<AskedDay>,
}

fn shown(desk: &Desk, page: Page, errors: Errors, value: impl Fn(&str) -> String) -> Response {
    let asked = asked_days(desk, &page, value);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    render(status, &DaysPage { page, errors, asked })
}

pub(super) async fn show(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entered = door(&desk, &headers).await?.filter(Entered::is_herself);
    let Some(entered) = entered else { return Ok(Redirect::to(&page.at("/return")).into_response()) };
    let days = days_of_worker(&desk, &entered).await.map_err(problem)?;
    let page = marked(&desk, page, &entered);
    let value = |event: &str| days.get(event).map(ToString::to_string).unwrap_or_default();
    Ok(shown(&desk, page, Errors::none(), value))
}

pub(super) async fn submit(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let entered = door(&desk, &headers).await?.filter(Entered::is_herself).ok_or_else(Problem::expired)?;
    of_this(&desk, &page, &entered)?;
    let typed = |field: &str| {
        pairs.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let mut errors = Errors::none();
    let days = read_days(&desk, &page, &mut errors, NO_DAY, typed);
    if errors.is_empty() {
        match tell_days(&desk, &entered, &days).await {
            Ok(()) => return Ok(Redirect::to(&page.at("/mine")).into_response()),
            Err(DaysError::Day(code) | DaysError::Unknown(code)) => {
                errors.add(&page, &day_field(&code), NO_DAY);
            }
            Err(DaysError::Return(error)) => return Err(problem(error)),
            Err(other) => return Err(Problem::because(&other)),
        }
    }
    Ok(shown(&desk, page, errors, |event| typed(&day_field(event))))
}

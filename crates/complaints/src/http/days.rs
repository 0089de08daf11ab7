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

/// A day that is asked for: its field, the question, what was typed.
pub(super) struct Asked {
    pub field: String,
    pub question: String,
    pub value: String,
}

/// The days that are asked for, by the pack.
pub(super) fn asked(desk: &Desk, page: &Page, value: impl Fn(&str) -> String) -> Vec<Asked> {
    let of = |code: String| {
        let field = format!("day-{code}");
        Asked { question: page.label("start", &code), value: value(&field), field }
    };
    days_asked(&desk.site.pack).into_iter().map(of).collect()
}

/// The days that were typed; what is no day is said at its field.
pub(super) fn read_days(
    desk: &Desk,
    page: &Page,
    errors: &mut Errors,
    value: impl Fn(&str) -> String,
) -> ToldDays {
    let mut days = ToldDays::new();
    for one in asked(desk, page, value) {
        match (one.value.trim(), read_day(&one.value)) {
            ("", _) => {}
            (_, Some(day)) => {
                let code = one.field.trim_start_matches("day-").to_owned();
                days.insert(code, day);
            }
            (_, None) => errors.add(page, &one.field, "complaints-left-error-day"),
        }
    }
    days
}

#[derive(Template)]
#[template(path = "days.html")]
struct DaysPage {
    page: Page,
    errors: Errors,
    asked: Vec<Asked>,
}

fn shown(desk: &Desk, page: Page, errors: Errors, value: impl Fn(&str) -> String) -> Response {
    let asked = asked(desk, &page, value);
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
    let value =
        |field: &str| days.get(field.trim_start_matches("day-")).map(ToString::to_string).unwrap_or_default();
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
    let days = read_days(&desk, &page, &mut errors, typed);
    if errors.is_empty() {
        match tell_days(&desk, &entered, &days).await {
            Ok(()) => return Ok(Redirect::to(&page.at("/mine")).into_response()),
            Err(DaysError::Day(code) | DaysError::Unknown(code)) => {
                errors.add(&page, &format!("day-{code}"), "complaints-left-error-day");
            }
            Err(DaysError::Return(error)) => return Err(problem(error)),
            Err(other) => return Err(Problem::because(&other)),
        }
    }
    Ok(shown(&desk, page, errors, typed))
}

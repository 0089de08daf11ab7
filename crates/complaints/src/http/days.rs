//! Her days, and the last days on which to ask.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_language::Args;
use haqqi_pack::label;
use haqqi_web::{Errors, Form, Page, Problem, WorkerPage, render};

use crate::Desk;
use crate::come_back::{Entered, ReturnError};
use crate::days::{DaysError, HerClock, ToldDays, clocks_of, days_asked, days_of_worker, noon, tell_days};
use crate::http::leave::read_day;
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

/// A day that is asked for: field, question, value, what is wrong.
struct Asked {
    field: String,
    question: String,
    value: String,
}

#[derive(Template)]
#[template(path = "days.html")]
struct DaysPage {
    page: Page,
    errors: Errors,
    asked: Vec<Asked>,
}

fn shown(desk: &Desk, page: Page, errors: Errors, value: impl Fn(&str) -> String) -> Response {
    let asked = days_asked(&desk.site.pack)
        .into_iter()
        .map(|code| Asked {
            question: page.label("start", &code),
            value: value(&code),
            field: format!("day-{code}"),
        })
        .collect();
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
    let value = |code: &str| days.get(code).map(ToString::to_string).unwrap_or_default();
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
    let typed = |code: &str| {
        let field = format!("day-{code}");
        pairs.iter().find(|(name, _)| *name == field).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let mut errors = Errors::none();
    let mut days = ToldDays::new();
    for code in days_asked(&desk.site.pack) {
        let value = typed(&code);
        if value.trim().is_empty() {
            continue;
        }
        match read_day(&value) {
            Some(day) => {
                days.insert(code, day);
            }
            None => errors.add(&page, &format!("day-{code}"), "complaints-left-error-day"),
        }
    }
    if errors.is_empty() {
        match tell_days(&desk, &entered, &days).await {
            Ok(()) => return Ok(Redirect::to(&page.at("/mine")).into_response()),
            Err(DaysError::Day(code) | DaysError::Unknown(code)) => {
                errors.add(&page, &format!("day-{code}"), "complaints-left-error-day");
            }
            Err(DaysError::Return(error)) => return Err(problem(error)),
        }
    }
    Ok(shown(&desk, page, errors, typed))
}

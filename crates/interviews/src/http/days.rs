//! The working days of this month, for anybody: what a screen shows that was hidden in the middle of an interview. It tells
//! nothing of anybody.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{Datelike, Days};
use haqqi_casework::VisitDesk;
use haqqi_web::{Page, render};

/// A day: its number, and whether people work.
struct Day {
    number: String,
    works: bool,
    today: bool,
}

#[derive(Template)]
#[template(path = "days.html")]
struct DaysPage {
    page: Page,
    month: String,
    days: Vec<Day>,
}

pub(super) async fn show(State(desk): State<VisitDesk>, page: Page) -> Response {
    let calendar = desk.complaints.clocks().calendar(None);
    let today = calendar.date(desk.complaints.site.house.now());
    let first = today.with_day(1).unwrap_or(today);
    let month = (0..31).filter_map(|day| first.checked_add_days(Days::new(day)));
    let month = month.take_while(|day| day.month() == today.month());
    let days = month.map(|day| Day {
        number: page.number(i64::from(day.day())),
        works: calendar.is_working_day(day),
        today: day == today,
    });
    let days = days.collect();
    let named = u8::try_from(today.month()).unwrap_or(1);
    let shown = DaysPage { month: page.month(today.year(), named), days, page };
    render(StatusCode::OK, &shown)
}

//! Making figures public: whole months, seen first as everybody will see them.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Datelike, Months, NaiveDate};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge};
use haqqi_web::{Errors, Form, Page, Problem, Site, render};
use serde::Deserialize;

use crate::http::page::{Became, Section, became, days, period_days, sections};
use crate::http::papers::{Fields, fields, in_language, words, wrong};
use crate::http::refused;
use crate::model::{Figures, Period};
use crate::release::{ReleaseError, preview, release, released};
use crate::withdrawal::{Withdrawn, withdraw_figures, withdrawn};

/// What is asked: two months, as `2026-10`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    from: String,
    to: String,
}

impl Asked {
    /// From the first day of the one month to the last day of the other.
    fn period(&self) -> Result<Period, &'static str> {
        let first = |text: &str| {
            let typed = haqqi_kernel::plain_digits(text.trim());
            format!("{typed}-01").parse::<NaiveDate>().ok()
        };
        let from = first(&self.from).ok_or("from")?;
        let last = first(&self.to).ok_or("to")?;
        let to = last.checked_add_months(Months::new(1)).and_then(|day| day.pred_opt()).ok_or("to")?;
        Period::new(from, to).map_err(|_| "to")
    }
}

#[derive(Template)]
#[template(path = "publish.html")]
struct PublishPage {
    page: Page,
    errors: Errors,
    asked: Asked,
    /// First day and name of what is public.
    before: Vec<(String, String)>,
    /// What was withdrawn, in words.
    withdrawn: Vec<String>,
    reasons: Fields,
    shown: Option<(String, Became)>,
    sections: Vec<Section>,
}

fn fault(page: &Page, errors: &mut Errors, error: ReleaseError) -> Result<(), Problem> {
    let (field, message) = match error {
        ReleaseError::NotFound => return Err(Problem::not_found()),
        ReleaseError::Months => ("from", "statistics-publish-error-month"),
        ReleaseError::Early => ("to", "statistics-publish-error-early"),
        ReleaseError::Before => ("from", "statistics-publish-error-before"),
        ReleaseError::Other(period) => {
            let what = page.t1("statistics-publish-error-other", "what", period_days(page, period));
            errors.add_text("from", &what);
            return Ok(());
        }
        ReleaseError::Figures(error) => refused(error)?,
        ReleaseError::Commit(error) => return Err(Problem::uncommitted(&error)),
        ReleaseError::Db(error) => return Err(Problem::because(&error)),
    };
    errors.add(page, field, message);
    Ok(())
}

async fn page_of(
    site: &Site,
    page: Page,
    errors: Errors,
    asked: Asked,
    figures: Option<Figures>,
) -> Result<Response, Problem> {
    let releases = released(site).await.map_err(|e| Problem::because(&e))?;
    let before = releases
        .iter()
        .map(|release| (release.figures.period.from.to_string(), days(&page, &release.figures)))
        .collect();
    let kept = withdrawn(site).await.map_err(|e| Problem::because(&e))?;
    let notices = kept.iter().map(|one| notice(&page, one)).collect();
    let reasons = fields(&page, &[], "why");
    let none = |_: &str| String::new();
    let sections = figures.as_ref().map_or_else(Vec::new, |figures| sections(&page, figures, &none));
    let shown = figures.as_ref().map(|figures| (days(&page, figures), became(&page, figures)));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(
        status,
        &PublishPage { errors, asked, before, withdrawn: notices, reasons, shown, sections, page },
    ))
}

pub(super) async fn show(
    State(site): State<Site>,
    session: StaffSession,
    Query(mut asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::PublishFigures).map_err(|_| Problem::not_found())?;
    let mut errors = Errors::none();
    let mut figures = None;
    if asked.from.is_empty() && asked.to.is_empty() {
        // The month before this one is what is asked for most.
        let today = site.house.now().with_timezone(&site.pack.zone()).date_naive();
        let month = today.checked_sub_months(Months::new(1)).unwrap_or(today);
        asked.from = format!("{}-{:02}", month.year(), month.month());
        asked.to.clone_from(&asked.from);
    } else {
        match asked.period() {
            Ok(period) => match preview(&site, &actor, period).await {
                Ok(found) => figures = Some(found),
                Err(error) => fault(&page, &mut errors, error)?,
            },
            Err(field) => errors.add(&page, field, "statistics-publish-error-month"),
        }
    }
    page_of(&site, page, errors, asked, figures).await
}

pub(super) async fn publish(
    State(site): State<Site>,
    session: StaffSession,
    Form(asked): Form<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::PublishFigures).map_err(|_| Problem::not_found())?;
    let mut errors = Errors::none();
    match asked.period() {
        Ok(period) => match release(&site, &actor, period).await {
            Ok(()) => return Ok(Redirect::to("/staff/figures/public").into_response()),
            Err(error) => fault(&page, &mut errors, error)?,
        },
        Err(field) => errors.add(&page, field, "statistics-publish-error-month"),
    }
    page_of(&site, page, errors, asked, None).await
}

/// What was withdrawn, in words.
pub(super) fn notice(page: &Page, one: &Withdrawn) -> String {
    let args = haqqi_language::Args::new()
        .set("what", period_days(page, one.period))
        .set("released", page.date(&one.released_at))
        .set("at", page.date(&one.withdrawn_at))
        .set("reason", in_language(page, &one.reason));
    page.ta("statistics-withdrawn", &args)
}

/// Withdraws what is public, with the reason that everybody reads.
pub(super) async fn withdraw(
    State(site): State<Site>,
    session: StaffSession,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::PublishFigures).map_err(|_| Problem::not_found())?;
    let from = sent.iter().find(|(name, _)| name == "day").map_or("", |(_, day)| day.as_str());
    match withdraw_figures(&site, &actor, from, &words(&page, &sent, "why")).await {
        Ok(()) => Ok(Redirect::to("/staff/figures/public").into_response()),
        Err(error) => {
            let (_, message) = wrong(error)?;
            let mut errors = Errors::none();
            errors.add(&page, "why", message);
            page_of(&site, page, errors, Asked::default(), None).await
        }
    }
}

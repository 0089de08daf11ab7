//! The page: a period, an office, each step of the way with its definition, and the same as a table to keep.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, Actor, judge};
use haqqi_language::Args;
use haqqi_pack::FigureSection;
use haqqi_web::{Errors, Page, Problem, Site, render};

use crate::ask::{Ask, choosable, figures, opens};
use crate::csv::{called, csv};
use crate::hide::FEWEST;
use crate::http::refused;
use crate::model::{Counted, Figures, Group, Period};

/// A group as the page shows it.
pub(super) struct Part {
    pub(super) label: String,
    pub(super) number: String,
}

/// A figure as the page shows it.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) definition: String,
    pub(super) unit: String,
    pub(super) number: String,
    /// The list behind it, where the reader may open one.
    pub(super) href: String,
    pub(super) parts: Vec<Part>,
    pub(super) undivided: bool,
    pub(super) bars: Vec<(String, u64, u64)>,
}

/// A part of the way.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) figures: Vec<Shown>,
}

/// What became of the complaints received.
pub(super) struct Became {
    pub(super) received: String,
    pub(super) open: String,
    pub(super) parts: Vec<Part>,
    pub(super) bars: Vec<(String, u64, u64)>,
    pub(super) hidden: bool,
}

#[derive(Template)]
#[template(path = "figures.html")]
struct FiguresPage {
    page: Page,
    errors: Errors,
    ask: Ask,
    periods: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    one_office: bool,
    shown: Option<(String, String, Became)>,
    sections: Vec<Section>,
    download: String,
    publishes: bool,
}

fn number(page: &Page, count: Option<u64>) -> String {
    count.map_or_else(|| page.tn("statistics-few", "count", FEWEST), |count| page.number(count))
}

/// Bars of what may be shown, as percent of the longest.
fn bars(groups: &[Group], label: impl Fn(&str) -> String) -> Vec<(String, u64, u64)> {
    let seen: Vec<(String, u64)> =
        groups.iter().filter_map(|group| group.count.map(|count| (label(&group.code), count))).collect();
    let most = seen.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    seen.into_iter().map(|(label, count)| (label, count, count * 100 / most)).collect()
}

/// The list behind a figure, where this reader may open one.
fn href(actor: &Actor, list: &str) -> String {
    // The list of visits is the planners'; others reach a visit from its case.
    let needed = if list == "visits" { Action::ScheduleVisit } else { opens(list) };
    if judge(actor, needed).is_ok() { format!("/staff/{list}") } else { String::new() }
}

fn shown(page: &Page, counted: &Counted, href: &dyn Fn(&str) -> String) -> Shown {
    let figure = &counted.figure;
    let label = |code: &str| called(page, counted, code);
    Shown {
        name: page.label("figure", &figure.code),
        definition: page.label("figure", &format!("{}-definition", figure.code)),
        unit: page.t(&format!("statistics-unit-{}", figure.unit.code())),
        number: number(page, counted.total),
        href: href(&figure.list),
        parts: counted
            .groups
            .iter()
            .map(|group| Part { label: label(&group.code), number: number(page, group.count) })
            .collect(),
        undivided: counted.undivided,
        bars: if figure.chart { bars(&counted.groups, label) } else { Vec::new() },
    }
}

/// The first and the last day, in words.
pub(super) fn days(page: &Page, figures: &Figures) -> String {
    period_days(page, figures.period)
}

/// The same, of a period.
pub(super) fn period_days(page: &Page, period: Period) -> String {
    let (from, until) = period.instants(&page.site().pack.zone());
    let last = until - chrono::TimeDelta::seconds(1);
    page.ta("statistics-days", &Args::new().set("from", page.date(&from)).set("to", page.date(&last)))
}

pub(super) fn became(page: &Page, figures: &Figures) -> Became {
    let cohort = &figures.cohort;
    let label = |code: &str| page.label("outcome", code);
    let mut all = bars(&cohort.closed, label);
    if let Some(open) = cohort.open {
        all.push((page.t("statistics-open"), open, 0));
        let most = all.iter().map(|(_, count, _)| *count).max().unwrap_or(0).max(1);
        for bar in &mut all {
            bar.2 = bar.1 * 100 / most;
        }
    }
    let parts = cohort
        .closed
        .iter()
        .map(|group| Part { label: label(&group.code), number: number(page, group.count) })
        .collect();
    Became {
        received: number(page, cohort.received),
        open: number(page, cohort.open),
        parts,
        bars: all,
        hidden: cohort.open.is_none() && cohort.closed.is_empty(),
    }
}

pub(super) fn sections(page: &Page, figures: &Figures, href: &dyn Fn(&str) -> String) -> Vec<Section> {
    FigureSection::ALL
        .into_iter()
        .map(|section| Section {
            title: page.t(&format!("statistics-section-{}", section.code())),
            figures: figures
                .figures
                .iter()
                .filter(|counted| counted.figure.section == section)
                .map(|counted| shown(page, counted, href))
                .collect(),
        })
        .filter(|section| !section.figures.is_empty())
        .collect()
}

/// What is asked again by the download: understood days, so that the file is the page.
fn address(figures: &Figures) -> String {
    format!(
        "/staff/figures.csv?period=days&from={}&to={}&office={}",
        figures.period.from,
        figures.period.to,
        figures.office.as_deref().unwrap_or_default()
    )
}

pub(super) async fn show(
    State(site): State<Site>,
    session: StaffSession,
    Query(mut ask): Query<Ask>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let scope = judge(&actor, Action::ReadFigures).map_err(|_| Problem::not_found())?;
    let mut errors = Errors::none();
    let found = match ask.understand(&site) {
        Ok(asked) => figures(&site, &actor, &asked).await,
        Err(error) => Err(error),
    };
    let found = match found {
        Ok(found) => Some(found),
        Err(error) => {
            let (field, message) = refused(error)?;
            errors.add(&page, field, message);
            None
        }
    };
    let periods = ["30", "90", "month", "days"]
        .map(|code| (code.to_owned(), page.t(&format!("statistics-period-{code}"))))
        .to_vec();
    let offices: Vec<(String, String)> = choosable(&site.pack, &scope)
        .into_iter()
        .map(|code| (code.to_owned(), page.label("office", code)))
        .collect();
    if let Some(found) = &found {
        // The days that were counted stand in the fields, whichever way they were asked for.
        ask.from = found.period.from.to_string();
        ask.to = found.period.to.to_string();
        if ask.period.is_empty() {
            ask.period = "30".to_owned();
        }
    }
    let days = |found: &Figures| {
        let days = days(&page, found);
        let counted = page.t1("statistics-counted", "at", page.date_time(&found.counted_at));
        (days, counted, became(&page, found))
    };
    let sections =
        found.as_ref().map_or_else(Vec::new, |found| sections(&page, found, &|list| href(&actor, list)));
    let download = found.as_ref().map_or_else(String::new, address);
    let shown = found.as_ref().map(days);
    let publishes = judge(&actor, Action::PublishFigures).is_ok();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let one_office = offices.len() < 2;
    Ok(render(
        status,
        &FiguresPage {
            errors,
            ask,
            periods,
            offices,
            one_office,
            shown,
            sections,
            download,
            publishes,
            page,
        },
    ))
}

pub(super) async fn download(
    State(site): State<Site>,
    session: StaffSession,
    Query(ask): Query<Ask>,
) -> Result<Response, Problem> {
    let field = |error| match refused(error) {
        Ok((field, message)) => Problem::unprocessable().field(field, message),
        Err(problem) => problem,
    };
    let asked = ask.understand(&site).map_err(field)?;
    let found = figures(&site, &session.actor, &asked).await.map_err(field)?;
    let name = format!("attachment; filename=\"figures-{}-{}.csv\"", found.period.from, found.period.to);
    let heads = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((heads, csv(&session.page, &found)).into_response())
}

//! The committee's public page: what was released, on the page, as a table to keep and on paper. In Arabic and English,
//! as the staff side; other languages are led there.

use askama::Template;
use axum::extract::{FromRef, Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Datelike;
use haqqi_documents::{Block, Paper, Press, PressError};
use haqqi_web::{Page, Problem, Site, WorkerPage, render};

use crate::csv::csv;
use crate::http::page::{Became, Section, became, days, sections};
use crate::http::papers::{PaperRow, in_language, row};
use crate::http::publish::notice;
use crate::publication::{PublishError, paper_of, publications};
use crate::release::{Release, released};
use crate::withdrawal::{Withdrawn, withdrawn};

/// The site and the press.
#[derive(Clone)]
pub(crate) struct Shelf {
    pub(crate) site: Site,
    pub(crate) press: Press,
}

impl FromRef<Shelf> for Site {
    fn from_ref(shelf: &Shelf) -> Self {
        shelf.site.clone()
    }
}

/// A line of the list.
struct Line {
    name: String,
    released: String,
    day: String,
}

#[derive(Template)]
#[template(path = "committee.html")]
struct CommitteePage {
    page: Page,
    lines: Vec<Line>,
    papers: Vec<PaperRow>,
    withdrawn: Vec<String>,
    /// That the figures shown take the place of others.
    corrected: String,
    shown: Option<(String, Became)>,
    sections: Vec<Section>,
}

/// The page in a language of the staff; none where this language is not one.
fn public_page(site: &Site, page: &Page) -> Option<Page> {
    let language = site.languages.for_staff(page.tag())?;
    Some(Page::for_worker(site.clone(), language, "/committee"))
}

fn name(page: &Page, release: &Release) -> String {
    if release.is_year() {
        page.t1("statistics-committee-year", "year", release.figures.period.from.year().to_string())
    } else {
        days(page, &release.figures)
    }
}

fn public(mut response: Response) -> Response {
    if response.status() == StatusCode::OK {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    }
    response
}

pub(super) async fn show(
    State(shelf): State<Shelf>,
    WorkerPage(page): WorkerPage,
) -> Result<Response, Problem> {
    let Some(page) = public_page(&shelf.site, &page) else {
        let site = &shelf.site;
        let spoken = |tag: &&str| site.languages.for_worker(tag).is_some();
        let own = site.pack.identity().default_staff_language.as_str();
        let tag =
            [own].into_iter().chain(site.pack.staff_languages().iter().map(String::as_str)).find(spoken);
        let tag = tag.ok_or_else(Problem::not_found)?;
        return Ok(Redirect::to(&format!("/{tag}/committee")).into_response());
    };
    let releases = released(&shelf.site).await.map_err(|e| Problem::because(&e))?;
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let papers = publications(&shelf.site).await.map_err(failed)?;
    let papers = papers.iter().map(|one| row(&page, one)).collect();
    let kept = withdrawn(&shelf.site).await.map_err(failed)?;
    let none = |_: &str| String::new();
    let latest = releases.first();
    let sections = latest.map_or_else(Vec::new, |latest| sections(&page, &latest.figures, &none));
    let shown = latest.map(|latest| (name(&page, latest), became(&page, &latest.figures)));
    let lines = releases
        .iter()
        .map(|release| Line {
            name: name(&page, release),
            released: page.date(&release.released_at),
            day: release.figures.period.from.to_string(),
        })
        .collect();
    let corrected = latest.map_or_else(String::new, |latest| corrected(&page, latest, &kept));
    let notices = kept.iter().map(|one| notice(&page, one)).collect();
    let shown = CommitteePage { page, lines, papers, withdrawn: notices, corrected, shown, sections };
    Ok(public(render(StatusCode::OK, &shown)))
}

/// That a release takes the place of one that was withdrawn; empty where it does not.
fn corrected(page: &Page, release: &Release, kept: &[Withdrawn]) -> String {
    let before = kept.iter().find(|one| one.period == release.figures.period);
    before.map_or_else(String::new, |one| {
        let args = haqqi_language::Args::new()
            .set("at", page.date(&one.withdrawn_at))
            .set("reason", in_language(page, &one.reason));
        page.ta("statistics-corrected", &args)
    })
}

/// A paper of the ministry: `<code>-<language>.pdf`.
pub(super) async fn paper_file(
    State(shelf): State<Shelf>,
    WorkerPage(_): WorkerPage,
    Path((_, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let name = file.strip_suffix(".pdf").and_then(|name| name.split_once('-'));
    let (code, language) = name.ok_or_else(Problem::not_found)?;
    let pdf = paper_of(&shelf.site, code, language).await.map_err(|error| match error {
        PublishError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    })?;
    let named = format!("attachment; filename=\"{code}-{language}.pdf\"");
    let head = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, named),
        (CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'".to_owned()),
    ];
    Ok(public((head, pdf).into_response()))
}

/// A release as a file: `2026-10-01.csv`, `2026-10-01.pdf`.
pub(super) async fn file(
    State(shelf): State<Shelf>,
    WorkerPage(page): WorkerPage,
    Path((_, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let page = public_page(&shelf.site, &page).ok_or_else(Problem::not_found)?;
    let (day, kind) = file.split_once('.').ok_or_else(Problem::not_found)?;
    let releases = released(&shelf.site).await.map_err(|e| Problem::because(&e))?;
    let release = releases
        .into_iter()
        .find(|release| release.figures.period.from.to_string() == day)
        .ok_or_else(Problem::not_found)?;
    let (mime, body) = match kind {
        "csv" => ("text/csv; charset=utf-8", csv(&page, &release.figures).into_bytes()),
        "pdf" => {
            let kept = withdrawn(&shelf.site).await.map_err(|e| Problem::because(&e))?;
            let paper = paper(&page, &release, &kept);
            let printed = shelf.press.print(vec![paper]).await.map_err(|error| match error {
                PressError::NoFont { .. } => {
                    tracing::error!(%error, language = page.tag(), "a paper cannot be printed");
                    Problem::unavailable()
                }
                other => Problem::because(&other),
            })?;
            ("application/pdf", printed)
        }
        _ => return Err(Problem::not_found()),
    };
    let named = format!("attachment; filename=\"figures-{day}.{kind}\"");
    Ok(public(([(CONTENT_TYPE, mime.to_owned()), (CONTENT_DISPOSITION, named)], body).into_response()))
}

/// The release on paper: for a whole year the annual report.
fn paper(page: &Page, release: &Release, kept: &[Withdrawn]) -> Paper {
    let heads = || vec![page.t("statistics-figure"), page.t("statistics-number")];
    let became = became(page, &release.figures);
    let mut rows = vec![vec![page.t("statistics-received"), became.received]];
    rows.extend(
        became
            .parts
            .into_iter()
            .map(|part| vec![format!("{} {}", page.t("statistics-closed"), part.label), part.number]),
    );
    rows.push(vec![page.t("statistics-open"), became.open]);
    let corrected = corrected(page, release, kept);
    let mut paper = Paper::new(page.language(), name(page, release))
        .sender(page.t("pack-committee"))
        .subtitle(if release.is_year() { days(page, &release.figures) } else { String::new() })
        .with(Block::text(page.t("statistics-committee-small")))
        .with(Block::heading(page.t("statistics-cohort")))
        .with(Block::table(heads(), rows));
    if !corrected.is_empty() {
        paper.push(Block::text(corrected));
    }
    for section in sections(page, &release.figures, &|_| String::new()) {
        paper.push(Block::heading(section.title));
        let mut rows = Vec::new();
        for figure in section.figures {
            rows.push(vec![figure.name, figure.number]);
            rows.extend(figure.parts.into_iter().map(|part| vec![format!("– {}", part.label), part.number]));
        }
        paper.push(Block::table(heads(), rows));
    }
    paper
}

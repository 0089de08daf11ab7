//! One establishment: what it is, its names and worksites, what the place has seen, and what can be done.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, Reference, judge};
use haqqi_web::{Errors, Form, Page, Pressed, Problem, render};
use serde::Deserialize;

use crate::conflict::{Tie, declared_by, tied_people};
use crate::desk::EstablishmentDesk;
use crate::history::history;
use crate::http::{Choices, problem, reference, title};
use crate::model::NameRole;
use crate::open::open_home;
use crate::view::{KnownName, Summary, Worksite, by_reference, names_of};

/// What the forms of the page send, and keep when one is refused.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub other_name: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub governorate: String,
    #[serde(default)]
    pub tie: String,
    #[serde(default)]
    pub words: String,
    /// Whose tie ends, and why.
    #[serde(default)]
    pub who: String,
    #[serde(default)]
    pub why: String,
}

#[derive(Template)]
#[template(path = "establishment.html")]
struct ShowPage {
    page: Page,
    errors: Errors,
    summary: Summary,
    title: String,
    rows: Vec<(String, String)>,
    names: Vec<(String, String)>,
    worksites: Vec<Worksite>,
    entries: Vec<(String, String, String)>,
    choices: Choices,
    ties: Vec<(String, String)>,
    declared: Option<String>,
    /// Who of the supervisor's people has a tie here: sign-in name and name.
    tied: Vec<(String, String)>,
    may_keep: bool,
    may_open: bool,
    opened: bool,
    typed: Typed,
}

pub(super) async fn show(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none(), None, false).await
}

/// Shows what is sealed, once: the read is recorded.
pub(super) async fn open(
    State(desk): State<EstablishmentDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Pressed>,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none(), None, true).await
}

fn rows(page: &Page, summary: &Summary) -> Vec<(String, String)> {
    let mut rows = vec![
        (page.t("establishments-kind"), page.t(&format!("establishments-kind-{}", summary.kind.code()))),
        (page.t("establishments-regime"), page.label("regime", &summary.regime)),
    ];
    for (id, prefix, code) in [
        ("establishments-sector", "sector", &summary.sector),
        ("establishments-governorate", "governorate", &summary.governorate),
        ("establishments-office", "office", &summary.office),
    ] {
        if let Some(code) = code {
            rows.push((page.t(id), page.label(prefix, code)));
        }
    }
    if let Some(registration) = &summary.registration {
        rows.push((page.t("establishments-registration"), registration.clone()));
    }
    rows
}

/// The names with what each is; a sealed one says that it is.
fn names(page: &Page, known: &[KnownName]) -> Vec<(String, String)> {
    known
        .iter()
        .map(|name| {
            let text = name.text.clone().unwrap_or_else(|| page.t("establishments-sealed"));
            (page.t(&format!("establishments-name-{}", name.role.code())), text)
        })
        .collect()
}

pub(super) async fn page_of(
    desk: &EstablishmentDesk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    typed: Option<Typed>,
    opened: bool,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let summary = by_reference(desk, &actor, reference).await.map_err(problem)?;
    let (known, worksites) = if opened {
        let home = open_home(desk, &actor, reference, "register").await.map_err(problem)?;
        (home.names, home.worksites)
    } else {
        let known = names_of(desk, &actor, &summary).await.map_err(problem)?;
        (known, summary.worksites.clone())
    };
    let happened = history(desk, &actor, summary.id).await.map_err(problem)?;
    let entries = happened
        .iter()
        .map(|entry| (page.machine_time(&entry.at), page.date(&entry.at), page.label("event", &entry.what)))
        .collect();
    let declared = declared_by(desk, &actor, &summary).await.map_err(|e| Problem::because(&e))?;
    let declared = declared.map(|declared| page.t(&format!("establishments-tie-{}", declared.tie.code())));
    let tied = tied_people(desk, &actor, &summary).await.map_err(|e| Problem::because(&e))?;
    let tie = |tie: &Tie| (tie.code().to_owned(), page.t(&format!("establishments-tie-{}", tie.code())));
    let untied = declared.is_none();
    let may_keep = untied && judge(&actor, Action::KeepEstablishment).is_ok();
    let may_open = untied
        && summary.kind.is_sealed()
        && judge(&actor, Action::OpenHome)
            .is_ok_and(|scope| scope.covers(summary.office.as_deref(), None, false, false));
    let listed = |role: NameRole| {
        let name = known.iter().rev().find(|name| name.role == role);
        name.and_then(|name| name.text.clone()).unwrap_or_default()
    };
    let typed = typed.unwrap_or_else(|| Typed {
        name: listed(NameRole::Main),
        other_name: listed(NameRole::Other),
        ..Typed::default()
    });
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = title(&page, &summary);
    Ok(render(
        status,
        &ShowPage {
            rows: rows(&page, &summary),
            names: names(&page, &known),
            choices: Choices::of(&page),
            ties: Tie::ALL.iter().map(tie).collect(),
            // A home's name is put right only by who may read what it is.
            may_keep: may_keep && (!summary.kind.is_sealed() || may_open),
            errors,
            summary,
            title,
            worksites,
            entries,
            declared,
            tied: tied.into_iter().map(|person| (person.sign_in, person.name)).collect(),
            may_open,
            opened,
            typed,
            page,
        },
    ))
}

//! Flags: the list, and the card: which indicators, from which words or answers, by which instrument, what is certain
//! and what cannot be excluded, and the two decisions.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::{Directory, StaffSession};
use haqqi_kernel::{Action, Reference, judge};
use haqqi_pack::Decision;
use haqqi_web::{Errors, Page, Problem, render};

use crate::desk::ScreeningDesk;
use crate::engine::{Level, is_turned};
use crate::http::pieces::{Piece, pieces};
use crate::http::said::said_lines;
use crate::measured::may_measure;
use crate::met::met_since;
use crate::model::FlagState;
use crate::open::{FlagError, FlagRow, OpenedFlag, flags, open_flag};

mod form;
mod found;
mod rows;
use form::Decided;
pub(super) use form::{merits, safety};
use found::{Indicators, indicators};
use rows::rows;

/// A text with its marks and its translation.
struct Told {
    by_filer: bool,
    language: String,
    pieces: Vec<Piece>,
    turned: bool,
    translation: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "flag.html")]
struct FlagPage {
    page: Page,
    errors: Errors,
    flag: OpenedFlag,
    told: Vec<Told>,
    rows: Vec<(String, String)>,
    entries: Vec<(String, String, String)>,
    safety_reasons: Vec<(String, String)>,
    merits_reasons: Vec<(String, String)>,
    safeties: Vec<(String, String, String)>,
    merits: Vec<(String, String, String)>,
    /// Procedure cards: of what, and the steps.
    cards: Vec<(String, Vec<String>)>,
    indicators: Indicators,
    said: Vec<(String, String, String)>,
    may_say: bool,
    met: bool,
    may_read_complaint: bool,
    open: bool,
    undecided: bool,
    typed: Decided,
    case: Option<(Reference, chrono::DateTime<chrono::Utc>)>,
    may_read_case: bool,
}

#[derive(Template)]
#[template(path = "flags.html")]
struct FlagsPage {
    page: Page,
    rows: Vec<FlagRow>,
    may_measure: bool,
}

pub(super) fn problem(error: FlagError) -> Problem {
    match error {
        FlagError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    }
}

pub(super) async fn list(
    State(desk): State<ScreeningDesk>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let rows = flags(&desk, &session.actor, false, None, 100).await.map_err(problem)?;
    let may_measure = may_measure(&session.actor);
    Ok(render(StatusCode::OK, &FlagsPage { page: session.page, rows, may_measure }))
}

fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

pub(super) async fn show(
    State(desk): State<ScreeningDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none(), Decided::default()).await
}

async fn page_of(
    desk: &ScreeningDesk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    typed: Decided,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let flag = open_flag(desk, &actor, reference).await.map_err(problem)?;
    let told = flag
        .words
        .iter()
        .map(|words| Told {
            by_filer: words.by_filer,
            language: words.language.clone(),
            turned: is_turned(&words.body),
            pieces: pieces(
                &page,
                &words.body,
                flag.assessment.hits.iter().filter(|hit| hit.text == words.text),
            ),
            translation: words.translation.clone(),
        })
        .collect();
    let row = &flag.row;
    let met = met_since(&desk.site.house, row).await.map_err(|e| Problem::because(&e))?;
    let is_met = met.is_some();
    let rows = rows(desk, &page, &flag, met).await.map_err(|e| Problem::because(&e))?;
    let entries = flag
        .decisions
        .iter()
        .map(|d| {
            let said = format!(
                "{}: {}. {}",
                page.label("screening-decided", &d.decision),
                page.label("reason", &d.reason),
                d.words
            );
            (page.machine_time(&d.at), page.date_time(&d.at), said)
        })
        .collect();
    let reasons = |decisions: &[Decision]| -> Vec<(String, String)> {
        decisions
            .iter()
            .flat_map(|decision| desk.pack().reasons_for(*decision))
            .map(|reason| (reason.code.clone(), page.label("reason", &reason.code)))
            .collect()
    };
    let choice = |code: &str| {
        (
            code.to_owned(),
            page.t(&format!("screening-choose-{code}")),
            page.t(&format!("screening-choose-{code}-hint")),
        )
    };
    let case = desk.escalation.case_of(row.id).await.map_err(|e| Problem::because(&e))?;
    let may_read_case = judge(&actor, Action::ReadReferral).is_ok();
    let undecided = row.state == FlagState::Open;
    let safety_reasons = reasons(&[Decision::SafetyAct, Decision::SafetySafeUntil]);
    let merits_reasons = reasons(&[
        Decision::MeritsEscalate,
        Decision::MeritsInterview,
        Decision::MeritsWatch,
        Decision::MeritsDismiss,
    ]);
    let safeties = ["act", "safe-until"].map(choice).to_vec();
    let merits = ["escalate", "interview", "watch", "dismiss"].map(choice).to_vec();
    let indicators = indicators(desk, &page, &flag, &typed).await.map_err(|e| Problem::because(&e))?;
    let by = flag.said.iter().map(|one| one.by);
    let people = Directory::new(desk.site.house.clone()).names_of(by).await;
    let people = people.map_err(|e| Problem::because(&e))?;
    let works = judge(&actor, Action::WorkComplaint);
    let danger = row.level == Level::Danger;
    let may_say =
        works.is_ok_and(|scope| scope.covers(row.office.as_deref(), None, danger, row.age == "child"));
    let said = said_lines(&page, &flag.said, &people);
    let cards = desk.screener.cards(row.level, row.age == "child", &flag.assessment);
    let cards = cards.iter().map(|card| {
        let steps = card.steps.iter().map(|step| page.label("card-step", step));
        (page.label("card-of", card.of), steps.collect())
    });
    let cards = cards.collect();
    // A form is shown only to whom its door opens.
    let open = row.state.is_open() && judge(&actor, Action::DecideFlag).is_ok();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(
        status,
        &FlagPage {
            errors,
            told,
            rows,
            entries,
            safety_reasons,
            merits_reasons,
            safeties,
            merits,
            cards,
            indicators,
            said,
            may_say,
            met: is_met,
            may_read_complaint: judge(&actor, Action::ReadComplaint).is_ok(),
            open,
            undecided,
            typed,
            case,
            may_read_case,
            flag,
            page,
        },
    ))
}

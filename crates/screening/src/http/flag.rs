//! Flags: the list, and the card: which indicators, from which words or answers, by which instrument, what is certain
//! and what cannot be excluded, and the two decisions.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::TimeDelta;
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, CommitError, Reference, judge};
use haqqi_pack::Decision;
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::decide::{DecideError, Merits, MeritsDecision, Safety, decide_merits, decide_safety};
use crate::desk::{ScreeningDesk, ToldWords};
use crate::engine::Hit;
use crate::measured::Found;
use crate::met::met_since;
use crate::model::FlagState;
use crate::open::{FlagError, FlagRow, OpenedFlag, flags, open_flag};

/// A piece of her words: plain, or marked with what it suggests.
struct Piece {
    text: String,
    marked: bool,
    indicator: String,
}

/// A text with its marks and its translation.
struct Told {
    by_filer: bool,
    language: String,
    pieces: Vec<Piece>,
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
    procedure: String,
    /// What was pointed to, and then what else a talk may show: code, name, what is chosen.
    pointed: Vec<(String, String, String)>,
    others: Vec<(String, String, String)>,
    founds: Vec<(String, String)>,
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
    Ok(render(StatusCode::OK, &FlagsPage { page: session.page, rows }))
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

/// Cuts her words at the places that suggest something. A place that overlaps an earlier one is left to it.
fn pieces(page: &Page, words: &ToldWords, hits: &[Hit]) -> Vec<Piece> {
    let plain = |text: &str| Piece { text: text.to_owned(), marked: false, indicator: String::new() };
    let mut pieces = Vec::new();
    let mut at = 0;
    for hit in hits.iter().filter(|hit| hit.text == words.text) {
        let (Some(before), Some(inside)) =
            (words.body.get(at..hit.start), words.body.get(hit.start..hit.end))
        else {
            continue;
        };
        let indicator = if hit.indicator.is_empty() {
            page.t("screening-danger")
        } else {
            page.label("indicator", &hit.indicator)
        };
        pieces.push(plain(before));
        pieces.push(Piece { text: inside.to_owned(), marked: true, indicator });
        at = hit.end;
    }
    pieces.push(plain(words.body.get(at..).unwrap_or_default()));
    pieces
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
            pieces: pieces(&page, words, &flag.assessment.hits),
            translation: words.translation.clone(),
        })
        .collect();
    let names = |ids: &[String]| {
        let shown: Vec<String> = ids.iter().map(|id| page.label("indicator", id)).collect();
        if shown.is_empty() { page.t("staff-none") } else { page.language().list(&shown) }
    };
    // The main one whatever it says, the others where they say something.
    let main = flag.assessment.instruments.first().map(|first| first.id.clone());
    let instruments: Vec<String> = flag
        .assessment
        .instruments
        .iter()
        .filter(|i| main.as_ref() == Some(&i.id) || i.dimensions.iter().any(|(_, mark)| *mark != '-'))
        .map(|i| {
            format!(
                "{} {} ({}): {} → {}",
                i.id,
                i.version,
                page.t(&format!("screening-profile-{}", i.profile)),
                i.class,
                i.class_possible
            )
        })
        .collect();
    let why: Vec<String> =
        flag.assessment.reasons.iter().map(|code| page.t(&format!("screening-why-{code}"))).collect();
    let row = &flag.row;
    let mut rows = vec![
        (page.t("screening-certain"), names(&flag.assessment.certain)),
        (page.t("screening-suggested"), names(&flag.assessment.suggested)),
        (page.t("screening-not-excluded"), names(&flag.assessment.not_excluded)),
        (page.t("screening-instruments"), instruments.join("; ")),
        (page.t("screening-why"), page.language().list(&why)),
        (page.t("screening-age"), page.t(&format!("screening-age-{}", row.age))),
        (page.t("screening-filed-by"), page.filer(&row.filed_by)),
        (
            page.t("screening-interest"),
            page.t(if row.filer_has_interest { "common-yes" } else { "common-no" }),
        ),
        (page.t("screening-raised"), page.date_time(&row.raised_at)),
    ];
    let cluster = desk.words.cluster(row.complaint).await.map_err(|e| Problem::because(&e))?;
    let met = met_since(&desk.site.house, row).await.map_err(|e| Problem::because(&e))?;
    let is_met = met.is_some();
    let met = met.map_or_else(|| page.t("screening-met-not-yet"), |at| page.date_time(&at));
    rows.push((page.t("screening-met-alone"), met));
    if let Some(many) = cluster {
        rows.push((page.t("screening-cluster"), page.tn("screening-cluster-many", "many", many)));
    }
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
    let is_pointed = |name: &str| {
        let told = flag.assessment.certain.iter().chain(&flag.assessment.suggested);
        told.into_iter().any(|one| one == name)
    };
    let asked = |name: &str| {
        let field = format!("found-{name}");
        let chosen = typed.found.get(&field).cloned().unwrap_or_default();
        (field, page.label("indicator", name), chosen)
    };
    let names = desk.screener.list(desk.today());
    let pointed = names.iter().filter(|name| is_pointed(name)).map(|name| asked(name)).collect();
    let others = names.iter().filter(|name| !is_pointed(name)).map(|name| asked(name)).collect();
    let founds = Found::ALL
        .map(|one| (one.code().to_owned(), page.t(&format!("screening-found-{}", one.code()))))
        .to_vec();
    let procedure = page.t(&format!("screening-procedure-{}", row.level.code()));
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
            procedure,
            pointed,
            others,
            founds,
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

/// What the decision's forms send.
#[derive(Default, Deserialize)]
pub(super) struct Decided {
    #[serde(default)]
    decision: String,
    #[serde(default)]
    days: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    words: String,
    /// `found-<indicator>`: what a talk showed.
    #[serde(flatten)]
    found: BTreeMap<String, String>,
}

impl Decided {
    /// What the talk showed, of what somebody chose something.
    fn found(&self) -> BTreeMap<String, Found> {
        let one = |(field, code): (&String, &String)| {
            Some((field.strip_prefix("found-")?.to_owned(), Found::from_code(code)?))
        };
        self.found.iter().filter_map(one).collect()
    }

    /// What the page proposes until somebody types something else.
    fn days_or<'a>(&'a self, proposed: &'a str) -> &'a str {
        if self.days.is_empty() { proposed } else { &self.days }
    }

    fn until(&self, desk: &ScreeningDesk) -> chrono::DateTime<chrono::Utc> {
        let days = haqqi_kernel::plain_digits(&self.days).trim().parse::<i64>().unwrap_or(0);
        desk.site.house.now() + TimeDelta::days(days.clamp(0, 60))
    }
}

/// What is wrong, on the form; what is worse, as a problem.
fn fault(page: &Page, errors: &mut Errors, error: DecideError) -> Result<(), Problem> {
    let (field, message) = match error {
        DecideError::Words => ("words", "common-error-required"),
        DecideError::NotRead => ("words", "screening-error-not-read"),
        DecideError::Untranslated => ("decision", "screening-error-untranslated"),
        DecideError::OnDuty => ("decision", "screening-error-on-duty"),
        DecideError::Reason => ("reason", "screening-error-reason"),
        DecideError::Date => ("days", "screening-error-date"),
        DecideError::State => ("decision", "screening-error-state"),
        DecideError::NotMetAlone => ("decision", "screening-error-alone"),
        DecideError::SamePerson => ("decision", "screening-error-same"),
        DecideError::Found(_) => ("found", "screening-error-found"),
        DecideError::Confirmed => ("decision", "screening-error-confirmed"),
        DecideError::Flag(error) => return Err(problem(error)),
        DecideError::Commit(CommitError::Stale) => return Err(Problem::conflict()),
        other => return Err(Problem::because(&other)),
    };
    errors.add(page, field, message);
    Ok(())
}

fn back(text: &str) -> Response {
    Redirect::to(&format!("/staff/flags/{text}")).into_response()
}

pub(super) async fn safety(
    State(desk): State<ScreeningDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Decided>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let safety = match form.decision.as_str() {
        "act" => Some(Safety::Act),
        "safe-until" => Some(Safety::SafeUntil { until: form.until(&desk) }),
        _ => None,
    };
    match safety {
        None => errors.add(&session.page, "decision", "common-error-choose"),
        Some(safety) => {
            match decide_safety(&desk, &session.actor, reference, &safety, &form.reason, &form.words).await {
                Ok(()) => return Ok(back(&text)),
                Err(error) => fault(&session.page, &mut errors, error)?,
            }
        }
    }
    page_of(&desk, session, reference, errors, form).await
}

pub(super) async fn merits(
    State(desk): State<ScreeningDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Decided>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let decision = match form.decision.as_str() {
        "escalate" => Some(MeritsDecision::Escalate),
        "interview" => Some(MeritsDecision::Interview),
        "watch" => Some(MeritsDecision::Watch { until: form.until(&desk) }),
        "dismiss" => Some(MeritsDecision::Dismiss),
        _ => None,
    };
    match decision {
        None => errors.add(&session.page, "decision", "common-error-choose"),
        Some(decision) => {
            let (reason, words) = (form.reason.clone(), form.words.clone());
            let merits = Merits { decision, reason, words, found: form.found() };
            match decide_merits(&desk, &session.actor, reference, &merits).await {
                Ok(_) => return Ok(back(&text)),
                Err(error) => fault(&session.page, &mut errors, error)?,
            }
        }
    }
    page_of(&desk, session, reference, errors, form).await
}

//! A complaint's record: her words first, translation beside; what is due; what can be done.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Author, Desk, OpenedComplaint, ReadError, Summary, TextKind, open};
use haqqi_kernel::{Action, Reference, judge};
use haqqi_pack::NextStep;
use haqqi_screening::{FlagRow, flags_of_complaint};
use haqqi_web::{Errors, Form, Page, Problem, render};
use haqqi_worklist::owed;
use serde::Deserialize;

use crate::acknowledge::{AcknowledgeError, acknowledge};
use crate::assess::{AssessError, assess};
use crate::http::alike::{Panel as AlikePanel, Typed as TypedAlike};
use crate::http::asks::Panel as Asks;
use crate::http::clocks::Clocks;
use crate::http::code::Stated;
use crate::http::evidence::{EvidenceRow, rows as rows_of_evidence};
use crate::http::filers::FilersPanel;
use crate::http::retaliation::Panel as RetaliationPanel;
use crate::http::settlement::WaitingPanel;
use crate::http::workplace::{Panel, Typed as TypedWorkplace};
use crate::message::{MessageError, message};
use crate::timeline::timeline;

/// A text with its translation beside it.
struct Pair {
    heading: String,
    language: String,
    body: String,
    translation: Option<(String, String)>,
    /// The recording that speaks it: its number, and whether a browser plays it.
    voice: Option<(i32, bool)>,
    at: chrono::DateTime<chrono::Utc>,
}

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage {
    page: Page,
    errors: Errors,
    record: OpenedComplaint,
    pairs: Vec<Pair>,
    rows: Vec<(String, String)>,
    reach: crate::http::reach::Reach,
    claims: Vec<[String; 4]>,
    missing: String,
    flags: Vec<FlagRow>,
    may_read_flags: bool,
    may_request_visit: bool,
    steps: Vec<(String, String, String)>,
    due: chrono::DateTime<chrono::Utc>,
    next: Vec<(String, String)>,
    outcomes: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    entries: Vec<(String, String, String)>,
    typed: Typed,
    code: Option<String>,
    met: Vec<(String, String, String)>,
    workplace: Panel,
    filers: FilersPanel,
    alike: AlikePanel,
    retaliation: RetaliationPanel,
    evidence: Vec<EvidenceRow>,
    may_add_evidence: bool,
    asks: Asks,
    clocks: Clocks,
    late: Vec<crate::http::late::Shown>,
    settlement: Option<WaitingPanel>,
    settlement_answers: Vec<(String, String, String)>,
    closing: TypedClosing,
}

/// What was typed into a form that was refused.
#[derive(Default)]
struct Typed {
    message: String,
    note: String,
    step: String,
    why: String,
    /// The words to what she asks for.
    asked: String,
    /// How she was met and known, for a code.
    stated: Stated,
    workplace: Option<TypedWorkplace>,
    closing: TypedClosing,
    alike: TypedAlike,
}

/// What was typed to close it.
#[derive(Default)]
pub(super) struct TypedClosing {
    pub outcome: String,
    pub amount: String,
    pub reason: String,
    /// To a settlement that waits.
    pub note: String,
    /// She would get less than is owed to her.
    pub warning: Option<String>,
}

pub(super) fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

pub(super) fn problem(error: ReadError) -> Problem {
    match error {
        ReadError::NotFound => Problem::not_found(),
        other => Problem::because(&other),
    }
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none(), Typed::default(), None).await
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    typed: Typed,
    code: Option<String>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let record = open(desk, &actor, reference, "casework").await.map_err(problem)?;
    let flags =
        flags_of_complaint(&desk.screening, record.summary.id).await.map_err(|e| Problem::because(&e))?;
    let happened = timeline(desk, record.summary.id).await.map_err(|e| Problem::because(&e))?;
    let entries = happened
        .iter()
        .map(|entry| {
            (page.machine_time(&entry.at), page.date_time(&entry.at), page.label("event", &entry.what))
        })
        .collect();
    let mut typed = typed;
    let workplace = Panel::of(desk, &actor, &page, &record, typed.workplace.take()).await?;
    let evidence = rows_of_evidence(desk, &page, &record.summary.filed_by, &record.evidence).await?;
    let may_add_evidence = judge(&actor, Action::WorkComplaint).is_ok();
    let asks = Asks::of(desk, &actor, &page, record.summary.id).await?;
    let clocks = Clocks::of(desk, &actor, &page, &record).await?;
    let late = crate::http::late::of_record(desk, &actor, record.summary.id).await?;
    let filers = FilersPanel::of(desk, &actor, &page, &record).await?;
    let alike =
        AlikePanel::of(desk, &actor, &page, &record.summary, std::mem::take(&mut typed.alike)).await?;
    let retaliation = RetaliationPanel::of(desk, &actor, &page, &record.summary).await?;
    let settlement = WaitingPanel::of(desk, &actor, &page, &record.summary).await?;
    let closing = std::mem::take(&mut typed.closing);
    let pairs = pairs(&page, &record);
    let rows = rows(&page, &record);
    let reach = crate::http::reach::Reach::of(&page, &record);
    let (claims, missing) = crate::http::reach::claims(&page, &record);
    let summary = &record.summary;
    let offered = |step: &&NextStep| summary.urgent || !step.only_danger;
    let next: Vec<(String, String)> =
        desk.site.pack.steps().iter().filter(offered).map(|step| labelled(&page, step)).collect();
    // Before it is acknowledged only what protects is offered in danger, and no call where none is safe.
    let first = |step: &&NextStep| {
        offered(step)
            && (!summary.urgent || step.for_danger)
            && (!step.needs_contact || summary.reached_safely())
    };
    let steps = desk.site.pack.steps().iter().filter(first).map(|step| labelled(&page, step));
    let steps = steps.map(|(code, label)| (code, label, String::new())).collect();
    let due = first_due(desk, summary).await?;
    let outcomes =
        desk.site.pack.outcomes().iter().map(|o| (o.code.clone(), page.label("outcome", &o.code))).collect();
    let mut languages = vec![record.summary.language.clone()];
    languages.extend(
        desk.site.pack.staff_languages().iter().filter(|tag| **tag != record.summary.language).cloned(),
    );
    let languages = languages.into_iter().map(|tag| (tag.clone(), page.language_name(&tag))).collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let may_read_flags = judge(&actor, Action::ReadFlag).is_ok();
    let may_request_visit = judge(&actor, Action::RequestVisit).is_ok();
    Ok(render(
        status,
        &RecordPage {
            errors,
            record,
            pairs,
            rows,
            reach,
            claims,
            missing,
            flags,
            may_read_flags,
            may_request_visit,
            steps,
            due,
            next,
            outcomes,
            languages,
            entries,
            typed,
            code,
            met: crate::http::code::ways(&page),
            workplace,
            filers,
            alike,
            retaliation,
            evidence,
            may_add_evidence,
            asks,
            clocks,
            late,
            settlement,
            settlement_answers: ["approve", "refuse"]
                .map(|code| (code.to_owned(), page.label("casework-settlement", code), String::new()))
                .to_vec(),
            closing,
            page,
        },
    ))
}

/// The page again, with what was typed into the workplace's forms.
pub(super) async fn page_with(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    workplace: TypedWorkplace,
) -> Result<Response, Problem> {
    let typed = Typed { workplace: Some(workplace), ..Typed::default() };
    page_of(desk, session, reference, errors, typed, None).await
}

/// The page again, with the code that was issued, or with what was stated and what is wrong with it.
pub(super) async fn page_with_code(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    stated: Stated,
    code: Option<String>,
) -> Result<Response, Problem> {
    let typed = if code.is_some() { Typed::default() } else { Typed { stated, ..Typed::default() } };
    page_of(desk, session, reference, errors, typed, code).await
}

/// The page again, with what was typed to close it or to decide a settlement.
pub(super) async fn page_closing(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    closing: TypedClosing,
) -> Result<Response, Problem> {
    page_of(desk, session, reference, errors, Typed { closing, ..Typed::default() }, None).await
}

/// The page again, with what was said of one that is alike.
pub(super) async fn page_alike(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    alike: TypedAlike,
) -> Result<Response, Problem> {
    page_of(desk, session, reference, errors, Typed { alike, ..Typed::default() }, None).await
}

/// The page again, with what was wrong with files.
pub(super) async fn page_refusing(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
) -> Result<Response, Problem> {
    page_of(desk, session, reference, errors, Typed::default(), None).await
}

fn labelled(page: &Page, step: &NextStep) -> (String, String) {
    (step.code.clone(), page.label("step", &step.code))
}

/// Before when it must be acknowledged: the nearest of the clocks that run for that.
async fn first_due(desk: &Desk, summary: &Summary) -> Result<chrono::DateTime<chrono::Utc>, Problem> {
    if summary.acknowledged_at.is_some() {
        return Ok(summary.acknowledge_by);
    }
    let owed = owed(&desk.site.house, summary.id).await.map_err(|e| Problem::because(&e))?;
    let first = owed.iter().find(|owed| ["danger", "acknowledgement"].contains(&owed.clock.as_str()));
    Ok(first.map_or(summary.acknowledge_by, |first| first.due_at))
}

/// The page again, with what is wrong, and with the words to what she asks for.
pub(super) async fn page_with_errors(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    asked: String,
) -> Result<Response, Problem> {
    page_of(desk, session, reference, errors, Typed { asked, ..Typed::default() }, None).await
}

fn pairs(page: &Page, record: &OpenedComplaint) -> Vec<Pair> {
    let heading = |author: Author, kind: TextKind| match (author, kind) {
        (Author::Staff, TextKind::Note) => page.t("casework-note"),
        (Author::Staff, TextKind::Statement) => page.t("casework-code-statement"),
        (Author::Staff, _) => page.t("casework-from-office"),
        (Author::Filer, _) => page.t("casework-from-filer"),
        (_, TextKind::Narrative) => page.t("casework-her-words"),
        _ => page.t("casework-from-worker"),
    };
    record
        .texts
        .iter()
        .filter(|text| text.kind != TextKind::Translation)
        .map(|text| Pair {
            heading: heading(text.author, text.kind),
            language: text.language.clone(),
            body: text.body.clone(),
            translation: record
                .texts
                .iter()
                .rev()
                .find(|other| other.translation_of == Some(text.id))
                .map(|other| (other.language.clone(), other.body.clone())),
            voice: record
                .evidence
                .iter()
                .find(|piece| piece.text == Some(text.id))
                .map(|piece| (piece.number, piece.showable)),
            at: text.at,
        })
        .collect()
}

fn rows(page: &Page, record: &OpenedComplaint) -> Vec<(String, String)> {
    let summary = &record.summary;
    let mut rows = vec![
        (page.t("casework-kind"), page.label("kind", &summary.kind)),
        (page.t("casework-received"), page.date_time(&summary.received_at)),
        (page.t("casework-language"), page.language_name(&summary.language)),
        (page.t("casework-filed-by"), page.filer(&summary.filed_by)),
        (page.t("casework-age"), page.t(&format!("casework-age-{}", summary.age.code()))),
        (page.t("casework-secret"), page.t(&format!("casework-secret-{}", summary.confidentiality.code()))),
    ];
    let mut add = |id: &str, value: String| {
        if !value.is_empty() {
            rows.push((page.t(id), value));
        }
    };
    add("casework-office", summary.office.as_deref().map(|o| page.label("office", o)).unwrap_or_default());
    add(
        "casework-next-step",
        summary.next_step.as_deref().map(|s| page.label("step", s)).unwrap_or_default(),
    );
    add("casework-outcome", summary.outcome.as_deref().map(|o| page.label("outcome", o)).unwrap_or_default());
    rows
}

pub(super) fn back(text: &str) -> Response {
    Redirect::to(&format!("/staff/complaints/{text}")).into_response()
}

#[derive(Deserialize)]
pub(super) struct Step {
    #[serde(default)]
    step: String,
    #[serde(default)]
    why: String,
}

pub(super) async fn acknowledge_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Step>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    match acknowledge(&desk, &session.actor, reference, &form.step, &form.why).await {
        Ok(_) => return Ok(back(&text)),
        Err(AcknowledgeError::Step) => errors.add(&session.page, "step", "common-error-choose"),
        Err(AcknowledgeError::Urgency) => errors.add(&session.page, "step", "casework-error-urgency"),
        Err(AcknowledgeError::Contact) => errors.add(&session.page, "step", "casework-error-contact"),
        Err(AcknowledgeError::Why) => errors.add(&session.page, "why", "common-error-required"),
        Err(AcknowledgeError::NotRead) => errors.add(&session.page, "step", "casework-error-not-read"),
        Err(AcknowledgeError::Already) => errors.add(&session.page, "step", "casework-error-already"),
        Err(AcknowledgeError::Commit(haqqi_kernel::CommitError::Stale)) => return Err(Problem::conflict()),
        Err(AcknowledgeError::Read(error)) => return Err(problem(error)),
        Err(other) => return Err(Problem::because(&other)),
    }
    let typed = Typed { why: form.why, step: form.step, ..Typed::default() };
    page_of(&desk, session, reference, errors, typed, None).await
}

#[derive(Deserialize)]
pub(super) struct Assessment {
    #[serde(default)]
    next: String,
    #[serde(default)]
    note: String,
}

pub(super) async fn assess_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Assessment>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    match assess(&desk, &session.actor, reference, &form.next, &form.note).await {
        Ok(()) => return Ok(back(&text)),
        Err(AssessError::Empty) => errors.add(&session.page, "note", "common-error-required"),
        Err(AssessError::Step) => errors.add(&session.page, "next", "common-error-choose"),
        Err(AssessError::State) => errors.add(&session.page, "note", "casework-error-acknowledge-first"),
        Err(AssessError::TooLong) => return Err(Problem::too_large()),
        Err(AssessError::Commit(haqqi_kernel::CommitError::Stale)) => return Err(Problem::conflict()),
        Err(AssessError::Read(error)) => return Err(problem(error)),
        Err(other) => return Err(Problem::because(&other)),
    }
    let typed = Typed { note: form.note, step: form.next, ..Typed::default() };
    page_of(&desk, session, reference, errors, typed, None).await
}

#[derive(Deserialize)]
pub(super) struct Message {
    #[serde(default)]
    language: String,
    #[serde(default)]
    body: String,
}

pub(super) async fn message_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Message>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    match message(&desk, &session.actor, reference, &form.language, &form.body).await {
        Ok(()) => return Ok(back(&text)),
        Err(MessageError::Empty) => errors.add(&session.page, "body", "common-error-required"),
        Err(MessageError::Language) => errors.add(&session.page, "language", "common-error-choose"),
        Err(MessageError::NotAcknowledged) => {
            errors.add(&session.page, "body", "casework-error-acknowledge-first")
        }
        Err(MessageError::TooLong) => return Err(Problem::too_large()),
        Err(MessageError::Read(error)) => return Err(problem(error)),
        Err(other) => return Err(Problem::because(&other)),
    }
    let typed = Typed { message: form.body, ..Typed::default() };
    page_of(&desk, session, reference, errors, typed, None).await
}

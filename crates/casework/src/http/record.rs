//! A complaint's record: her words first, translation beside; what is due; what can be done.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{Directory, StaffSession};
use haqqi_complaints::{Desk, OpenedComplaint, ReadError, Summary, erased, open, summary};
use haqqi_kernel::{Action, Actor, Reference, judge};
use haqqi_screening::{FlagRow, flags_of_complaint};
use haqqi_web::{Errors, Page, Problem, render};
use haqqi_worklist::owed;

use crate::comes_back::ComesBack;
use crate::http::alike::{Panel as AlikePanel, Typed as TypedAlike};
use crate::http::asks::Panel as Asks;
use crate::http::clocks::{Clocks, TypedDays};
use crate::http::code::Stated;
use crate::http::contact::Panel as ContactPanel;
use crate::http::evidence::{EvidenceRow, rows as rows_of_evidence};
use crate::http::filers::FilersPanel;
use crate::http::retaliation::{Panel as RetaliationPanel, TypedPanel as TypedRetaliation};
use crate::http::settlement::WaitingPanel;
use crate::http::workplace::{Panel, Typed as TypedWorkplace};
use crate::indicators::gains;
use crate::looked::{RECORD, also_here};
use crate::mark::mark;
use crate::reveal::PURPOSES;
use crate::timeline::{Happened, timeline};

mod forms;
mod parts;

pub(super) use forms::{acknowledge_form, again_form, assess_form, message_form, reveal_form, stale};
pub(super) use parts::{Names, names_of, personal};
use parts::{Pair, pairs, rows, seen, steps};

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage {
    page: Page,
    errors: Errors,
    record: OpenedComplaint,
    /// Where it stood when this page was made.
    mark: String,
    /// Who else has it open.
    also: String,
    /// What is shown only when it is asked for, with a purpose.
    personal: Vec<(String, String)>,
    revealed: bool,
    purposes: Vec<(String, String)>,
    pairs: Vec<Pair>,
    /// Opened by the inspectorate itself: what somebody saw, if anybody did.
    own: Option<Vec<(String, String)>>,
    rows: Vec<(String, String)>,
    reach: crate::http::reach::Reach,
    /// Nobody comes back with a code: why, in words.
    no_code: String,
    /// Somebody does, or may once a code is given.
    writes: bool,
    claims: Vec<[String; 4]>,
    missing: String,
    flags: Vec<FlagRow>,
    may_read_flags: bool,
    may_request_visit: bool,
    may_work: bool,
    may_say: bool,
    steps: Vec<(String, String, String)>,
    due: chrono::DateTime<chrono::Utc>,
    next: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    entries: Vec<(String, String, String)>,
    typed: Typed,
    code: Option<String>,
    workplace: Panel,
    filers: FilersPanel,
    alike: AlikePanel,
    retaliation: RetaliationPanel,
    evidence: Vec<EvidenceRow>,
    may_add_evidence: bool,
    asks: Asks,
    contact: Option<ContactPanel>,
    clocks: Clocks,
    late: Vec<crate::http::late::Shown>,
    settlement: Option<WaitingPanel>,
    settlement_answers: Vec<(String, String, String)>,
}

impl RecordPage {
    /// The first message where somebody comes back with a code and sees it, else the second.
    fn told(&self, seen: &str, nobody: &str) -> String {
        self.page.t(if self.no_code.is_empty() { seen } else { nobody })
    }
}

/// What was typed into a form that was refused.
#[derive(Default)]
pub(super) struct Typed {
    pub message: String,
    pub note: String,
    pub step: String,
    pub why: String,
    /// Why it is opened again.
    pub again: String,
    /// To a closing that waits.
    pub settlement_note: String,
    /// The words to what she asks for.
    pub asked: String,
    /// Why a changed contact is refused.
    pub contact_why: String,
    /// The days of hers.
    pub days: Option<TypedDays>,
    /// How she was known, for a code.
    pub stated: Stated,
    pub workplace: Option<TypedWorkplace>,
    /// Personal fields are shown, for this purpose.
    pub revealed: bool,
    /// Somebody was faster: the page is shown anew, with what was typed.
    pub stale: bool,
    pub alike: TypedAlike,
    pub retaliation: TypedRetaliation,
}

/// The reference in an address.
///
/// # Errors
/// *Not found*, where it is none.
pub fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// The complaint of an address, as far as this account may do this with it.
///
/// # Errors
/// *Not found* otherwise, or what the database says.
pub async fn found(desk: &Desk, actor: &Actor, action: Action, text: &str) -> Result<Summary, Problem> {
    let scope = judge(actor, action).map_err(|_| Problem::not_found())?;
    summary(desk, &scope, reference(text)?).await.map_err(problem)
}

/// What is answered where a complaint cannot be read.
pub fn problem(error: ReadError) -> Problem {
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
    let of = reference(&text)?;
    if let Some(left) =
        erased(&desk.site.house, &session.actor, of).await.map_err(|e| Problem::because(&e))?
    {
        let StaffSession { page, .. } = session;
        let class = page.label("retention-class", &left.class);
        let shown = ErasedPage { reference: of.to_string(), at: left.erased_at, class, page };
        return Ok(render(StatusCode::GONE, &shown));
    }
    page_of(&desk, session, of, Errors::none(), Typed::default(), None).await
}

/// What is left of a record that was erased: when, and by which rule.
#[derive(Template)]
#[template(path = "erased.html")]
struct ErasedPage {
    page: Page,
    reference: String,
    at: chrono::DateTime<chrono::Utc>,
    class: String,
}

pub(super) async fn page_of(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    typed: Typed,
    code: Option<String>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let record = open(desk, &actor, reference, RECORD).await.map_err(problem)?;
    let flags = flags_of_complaint(&desk.screening, record.summary.id).await.map_err(failed)?;
    let happened = timeline(desk, record.summary.id).await.map_err(failed)?;
    let entries = entries(desk, &page, &happened).await?;
    let mut typed = typed;
    let workplace = Panel::of(desk, &actor, &page, &record, typed.workplace.take()).await?;
    let evidence = rows_of_evidence(desk, &page, &record.summary.filed_by, &record.evidence).await?;
    // Two may have opened it for reading alone: nothing is offered whose door does not open for this record.
    let may_work = match judge(&actor, Action::WorkComplaint) {
        Ok(scope) => summary(desk, &scope, reference).await.is_ok(),
        Err(_) => false,
    };
    let may_say = may_work && !gains(desk, &actor, &record.summary).await.map_err(failed)?;
    let contact = ContactPanel::of(desk, &actor, &page, &record.summary, typed.revealed).await?;
    let asks = Asks::of(desk, &actor, &page, record.summary.id).await?;
    let clocks = Clocks::of(desk, &actor, &page, &record, typed.days.as_ref()).await?;
    let late = crate::http::late::of_record(desk, &actor, record.summary.id).await?;
    let filers = FilersPanel::of(desk, &actor, &page, &record).await?;
    let alike =
        AlikePanel::of(desk, &actor, &page, &record.summary, std::mem::take(&mut typed.alike)).await?;
    let retaliation = RetaliationPanel::of(desk, &actor, &page, &record.summary).await?;
    let settlement = WaitingPanel::of(desk, &actor, &page, &record.summary).await?;
    let names = names_of(desk, &record).await.map_err(failed)?;
    let pairs = pairs(&page, &record, &names);
    let own = seen(desk, &page, &record);
    let rows = rows(&page, &record);
    let back = ComesBack::to(desk, &record.summary).await.map_err(failed)?;
    let reach = crate::http::reach::Reach::of(&page, &record, back);
    let (claims, missing) = crate::http::reach::claims(&page, &record);
    let summary = &record.summary;
    let (steps, next) = steps(desk, &page, summary, back);
    let due = first_due(desk, summary).await?;
    let languages = languages(desk, &page, summary);
    let status = match (typed.stale, errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let may_read_flags = judge(&actor, Action::ReadFlag).is_ok();
    let may_request_visit = judge(&actor, Action::RequestVisit).is_ok();
    Ok(render(
        status,
        &RecordPage {
            errors,
            mark: mark(desk, summary).await.map_err(failed)?,
            also: super::here::sentence(&page, &also_here(desk, &actor, summary.id).await.map_err(failed)?),
            personal: personal(&page, &record, typed.revealed),
            revealed: typed.revealed,
            purposes: PURPOSES
                .map(|code| (code.to_owned(), page.t(&format!("casework-purpose-{code}"))))
                .to_vec(),
            record,
            pairs,
            own,
            rows,
            reach,
            no_code: back.said().map(|nobody| page.t(nobody)).unwrap_or_default(),
            writes: back.reads(),
            claims,
            missing,
            flags,
            may_read_flags,
            may_request_visit,
            may_work,
            may_say,
            steps,
            due,
            next,
            languages,
            entries,
            typed,
            code,
            workplace,
            filers,
            alike,
            retaliation,
            evidence,
            may_add_evidence: may_work,
            asks,
            contact,
            clocks,
            late,
            settlement,
            settlement_answers: ["approve", "refuse"]
                .map(|code| (code.to_owned(), page.label("casework-settlement", code), String::new()))
                .to_vec(),
            page,
        },
    ))
}

/// Languages in which one writes to her: her own first.
pub(super) fn languages(desk: &Desk, page: &Page, summary: &Summary) -> Vec<(String, String)> {
    let mut tags = vec![summary.language.clone()];
    let staff = desk.site.pack.staff_languages().iter();
    tags.extend(staff.filter(|tag| **tag != summary.language).cloned());
    tags.into_iter().map(|tag| (tag.clone(), page.language_name(&tag))).collect()
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

/// The history as the page shows it, with who did what where that is told.
async fn entries(
    desk: &Desk,
    page: &Page,
    happened: &[Happened],
) -> Result<Vec<(String, String, String)>, Problem> {
    let by = happened.iter().map(|entry| entry.by);
    let names = Directory::new(desk.site.house.clone()).names_of(by).await;
    let names = names.map_err(|e| Problem::because(&e))?;
    let entry = |one: &Happened| {
        let what = page.label("event", &one.what);
        let by = one.by.and_then(|id| names.get(&id));
        let said = by.map_or_else(|| what.clone(), |name| format!("{what} · {name}"));
        (page.machine_time(&one.at), page.date_time(&one.at), said)
    };
    Ok(happened.iter().map(entry).collect())
}

pub(super) fn back(text: &str) -> Response {
    Redirect::to(&format!("/staff/complaints/{text}")).into_response()
}

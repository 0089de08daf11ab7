//! The staff's pages of texts: one that came in, to be completed with her; and one to her that may not have arrived.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, CommitError, Reference, ReferenceKind, judge};
use haqqi_web::{Errors, Form, Page, Pressed, Problem, render};
use serde::{Deserialize, Serialize};

use crate::Desk;
use crate::check::FieldProblem;
use crate::file::{FileComplaint, FileError};
use crate::http::seal::READ_OUT;
use crate::model::{Age, Channel, Employer, Whose, Worker};
use crate::open::{ReadError, summary};
use crate::text_draft::{
    Aside, CompleteDraft, DraftError, OpenedDraft, complete_draft, open_draft, set_aside,
};
use crate::text_trouble::{TroubleError, see_to_trouble};

/// The ways of reaching her that the page offers, for the number is known.
const REACHES: [Channel; 3] = [Channel::None, Channel::Phone, Channel::Text];

/// What is read to her, for a quarter of an hour.
#[derive(Clone, Serialize, Deserialize)]
struct ReadOut {
    draft: String,
    reference: String,
    code: String,
}

#[derive(Template)]
#[template(path = "text_draft.html")]
struct DraftPage {
    page: Page,
    errors: Errors,
    draft: OpenedDraft,
    rows: Vec<(String, String)>,
    /// When each text came, and its words.
    texts: Vec<(String, String)>,
    direction: &'static str,
    typed: Typed,
    languages: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    governorates: Vec<(String, String)>,
    ages: Vec<(String, String, String)>,
    reaches: Vec<(String, String, String)>,
    whose: Vec<(String, String, String)>,
    asides: Vec<(String, String, String)>,
    read_out: Option<ReadOut>,
}

#[derive(Template)]
#[template(path = "text_trouble.html")]
struct TroublePage {
    page: Page,
    reference: Reference,
}

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    language: String,
    kind: String,
    danger: String,
    employer_name: String,
    employer_place: String,
    governorate: String,
    worker_name: String,
    age: String,
    reach: String,
    whose: String,
    when: String,
    note: String,
}

fn chosen(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl Typed {
    fn command(&self) -> CompleteDraft {
        CompleteDraft {
            told: FileComplaint {
                language: self.language.clone(),
                kind: chosen(&self.kind),
                employer: Employer {
                    name: self.employer_name.trim().to_owned(),
                    place: self.employer_place.trim().to_owned(),
                    governorate: chosen(&self.governorate),
                    ..Employer::default()
                },
                worker: Worker {
                    name: self.worker_name.trim().to_owned(),
                    age: Age::from_code(&self.age).unwrap_or_default(),
                    ..Worker::default()
                },
                danger: !self.danger.is_empty(),
                ..FileComplaint::default()
            },
            channel: Channel::from_code(&self.reach).unwrap_or_default(),
            whose: Whose::from_code(&self.whose),
            when: self.when.trim().to_owned(),
            send_note: !self.note.is_empty(),
        }
    }
}

fn problem(error: DraftError) -> Problem {
    match error {
        DraftError::NotFound => Problem::not_found(),
        DraftError::Done | DraftError::Commit(CommitError::Stale) => Problem::conflict(),
        other => Problem::because(&other),
    }
}

fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    if reference.kind() != ReferenceKind::TextDraft {
        return trouble(&desk, session, reference).await;
    }
    let read_out = READ_OUT.read::<ReadOut>(&desk.site, &headers).filter(|read| read.draft == text);
    page_of(&desk, session, reference, Errors::none(), None, read_out).await
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    typed: Option<Typed>,
    read_out: Option<ReadOut>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let draft = open_draft(desk, &actor, reference).await.map_err(problem)?;
    let pack = &desk.site.pack;
    let typed = typed.unwrap_or_else(|| Typed {
        language: draft.language.clone().unwrap_or_default(),
        danger: if draft.urgent { "yes".to_owned() } else { String::new() },
        ..Typed::default()
    });
    let triples = |codes: &[&str], prefix: &str| -> Vec<(String, String, String)> {
        codes
            .iter()
            .map(|code| ((*code).to_owned(), page.t(&format!("{prefix}{code}")), String::new()))
            .collect()
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = DraftPage {
        rows: rows(&page, &draft),
        texts: draft.texts.iter().map(|(at, body)| (page.moment(at), body.clone())).collect(),
        direction: draft.language.as_deref().map_or("auto", |tag| page.dir_of(tag)),
        languages: pack.languages().iter().map(|l| (l.tag.clone(), page.language_name(&l.tag))).collect(),
        kinds: pack.kinds_on_page().iter().map(|k| (k.code.clone(), page.label("kind", &k.code))).collect(),
        governorates: pack
            .governorates()
            .iter()
            .map(|g| (g.code.clone(), page.label("governorate", &g.code)))
            .collect(),
        ages: triples(&["adult", "child", "unknown"], "complaints-text-age-"),
        reaches: triples(&REACHES.map(Channel::code), "complaints-text-reach-"),
        whose: triples(&Whose::ALL.map(Whose::code), "complaints-text-whose-"),
        asides: triples(&Aside::ALL.map(Aside::code), "complaints-text-aside-"),
        draft,
        errors,
        typed,
        read_out,
        page,
    };
    Ok(render(status, &shown))
}

fn rows(page: &Page, draft: &OpenedDraft) -> Vec<(String, String)> {
    let yes = |yes: bool| page.t(if yes { "common-yes" } else { "complaints-text-not-said" });
    let mut rows = vec![
        (page.t("complaints-text-way"), page.t(&format!("complaints-text-way-{}", draft.way.code()))),
        // A number reads from the left on every page.
        (page.t("complaints-text-number"), format!("\u{2066}{}\u{2069}", draft.number)),
        (page.t("complaints-text-hers"), yes(draft.hers_alone)),
        (page.t("complaints-text-received"), page.date_time(&draft.received_at)),
        (page.t("complaints-text-before"), page.date_time(&draft.due_at)),
    ];
    let guessed = draft.language.as_deref().map(|tag| page.language_name(tag));
    rows.push((
        page.t("complaints-text-language"),
        guessed.unwrap_or_else(|| page.t("complaints-text-unknown")),
    ));
    if !draft.earlier.is_empty() {
        rows.push((page.t("complaints-text-earlier"), draft.earlier.join(", ")));
    }
    if let Some(complaint) = &draft.complaint {
        rows.push((page.t("complaints-text-filed"), complaint.clone()));
    }
    if let Some(outcome) = &draft.outcome {
        rows.push((page.t("complaints-text-set-aside"), page.t(&format!("complaints-text-aside-{outcome}"))));
    }
    rows
}

/// The message of a field that is wrong, and its name on this page.
fn wrong(field: &str, problem: FieldProblem) -> (&'static str, &'static str) {
    match (field, problem) {
        ("language", _) => ("language", "common-error-choose"),
        ("contact.address", _) => ("reach", "complaints-text-error-number"),
        ("contact.whose", _) => ("whose", "common-error-choose"),
        ("employer.name", _) => ("employer_name", "complaints-text-error-long"),
        ("employer.place", _) => ("employer_place", "complaints-text-error-long"),
        ("worker.name", _) => ("worker_name", "complaints-text-error-long"),
        ("contact.when", _) => ("when", "complaints-text-error-long"),
        _ => ("kind", "common-error-choose"),
    }
}

pub(super) async fn complete(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let command = typed.command();
    if command.channel != Channel::None && command.whose.is_none() {
        errors.add(&session.page, "whose", "common-error-choose");
        return page_of(&desk, session, reference, errors, Some(typed), None).await;
    }
    match complete_draft(&desk, &session.actor, reference, &command).await {
        Ok(done) => {
            let read_out = ReadOut {
                draft: reference.to_string(),
                reference: done.reference.to_string(),
                code: done.code.map(|code| code.to_string()).unwrap_or_default(),
            };
            let cookie = READ_OUT.keep(&desk.site, &read_out);
            let to = format!("/staff/texts/{reference}");
            Ok(([(SET_COOKIE, cookie)], Redirect::to(&to)).into_response())
        }
        Err(DraftError::File(FileError::Field { field, problem })) => {
            let (name, message) = wrong(field, problem);
            errors.add(&session.page, name, message);
            page_of(&desk, session, reference, errors, Some(typed), None).await
        }
        Err(other) => Err(problem(other)),
    }
}

/// Why it is set aside.
#[derive(Deserialize)]
pub(super) struct Reason {
    #[serde(default)]
    aside: String,
}

pub(super) async fn aside(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(reason): Form<Reason>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let Some(reason) = Aside::from_code(&reason.aside) else {
        errors.add(&session.page, "aside", "common-error-choose");
        return page_of(&desk, session, reference, errors, None, None).await;
    };
    match set_aside(&desk, &session.actor, reference, reason).await {
        Ok(()) => Ok(Redirect::to("/staff/").into_response()),
        Err(DraftError::Danger) => {
            errors.add(&session.page, "aside", "complaints-text-error-danger");
            page_of(&desk, session, reference, errors, None, None).await
        }
        Err(other) => Err(problem(other)),
    }
}

/// The page of a text to her that may not have arrived: coded, nothing of hers is opened.
async fn trouble(desk: &Desk, session: StaffSession, reference: Reference) -> Result<Response, Problem> {
    let scope = judge(&session.actor, Action::ReadComplaint).map_err(|_| Problem::not_found())?;
    match summary(desk, &scope, reference).await {
        Ok(_) => Ok(render(StatusCode::OK, &TroublePage { page: session.page, reference })),
        Err(ReadError::NotFound) => Err(Problem::not_found()),
        Err(other) => Err(Problem::because(&other)),
    }
}

pub(super) async fn seen(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(_): Form<Pressed>,
) -> Result<Response, Problem> {
    match see_to_trouble(&desk, &session.actor, reference(&text)?).await {
        Ok(()) => Ok(Redirect::to("/staff/").into_response()),
        Err(TroubleError::Read(ReadError::NotFound)) => Err(Problem::not_found()),
        Err(other) => Err(Problem::because(&other)),
    }
}

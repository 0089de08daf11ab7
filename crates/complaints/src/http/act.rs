//! What she can do with her complaint after it arrived: change how she is reached, take it back, open it again, object,
//! say how it went. Each page is a form of its own behind her code.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::{DateTime, Utc};
use haqqi_web::{Errors, Form, Page, Problem, WorkerPage, render};

use crate::Desk;
use crate::ask::{AskError, AskKind, Asked, ask_to_withdraw, asked, her_row, object, until};
use crate::change_contact::{ContactError, change_contact, contact_before};
use crate::come_back::{Entered, ReturnError};
use crate::entity::complaint;
use crate::feedback::{HowItWent, has_said, say_how_it_went};
use crate::her_clock::is_her_clock;
use crate::http::fields::Fields;
use crate::http::mine::{door, marked, of_this, problem};
use crate::http::reach::{Reach, contact_of, wrong as wrong_contact};
use crate::model::{Confidentiality, State as Stands};
use crate::next::{Step, what_happens_next};
use crate::reopen::reopen;
use crate::sight::sight_of;
use crate::write_back::write_back;

/// A form that she can open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    Contact,
    Withdraw,
    Reopen,
    Object,
    Feedback,
}

impl Deed {
    const ALL: [Self; 5] = [Self::Contact, Self::Withdraw, Self::Reopen, Self::Object, Self::Feedback];

    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Withdraw => "withdraw",
            Self::Reopen => "reopen",
            Self::Object => "object",
            Self::Feedback => "feedback",
        }
    }
}

/// What the page of a complaint says of the future, and what can be done.
#[derive(Default)]
pub(super) struct Ahead {
    /// Sentences on what happens next, and whether each is late.
    pub next: Vec<(String, bool)>,
    /// Since when she waits for a withdrawal or an objection.
    pub waits: Vec<String>,
    /// Links: path and message id.
    pub deeds: Vec<(&'static str, &'static str)>,
    /// The clocks that run against her, as sentences.
    pub clocks: Vec<String>,
}

/// The message of a step.
fn said(step: Step) -> &'static str {
    match step {
        Step::Read => "complaints-receipt-promise",
        Step::Assess => "complaints-next-assess",
        Step::Work => "complaints-next-work",
        Step::Answer => "complaints-next-answer",
        Step::Decide => "complaints-next-decide",
        Step::Check => "complaints-next-check",
        Step::Again => "complaints-next-again",
    }
}

fn open_one(all: &[Asked], kind: AskKind) -> Option<&Asked> {
    all.iter().find(|one| one.kind == kind && one.decided_at.is_none())
}

/// Until when a span of the pack allows it, if it does still.
fn open_until(desk: &Desk, row: &complaint::Model, code: &str) -> Option<DateTime<Utc>> {
    let closed_at = row.closed_at.filter(|_| row.state == Stands::Closed.code())?;
    until(desk, code, closed_at, row.office.as_deref()).filter(|end| desk.site.house.now() <= *end)
}

impl Ahead {
    pub(super) async fn of(desk: &Desk, page: &Page, entered: &Entered) -> Result<Self, ReturnError> {
        let house = &desk.site.house;
        let row = her_row(desk, entered).await?;
        // What she must do herself stands among her days.
        let mut owed = haqqi_worklist::owed(house, row.id).await?;
        owed.retain(|one| !is_her_clock(&desk.site.pack, &one.clock));
        let all = asked(house, row.id).await?;
        let mut ahead = Self::default();
        let promise = desk.promise(row.office.as_deref(), row.received_at, row.acknowledge_by).await?;
        for next in what_happens_next(&owed, house.now()) {
            if let (Step::Read, Some(until)) = (next.step, promise.nobody_until) {
                ahead.next.push((page.t1("complaints-nobody", "time", page.moment(&until)), next.late));
                continue;
            }
            ahead.next.push((page.t1(said(next.step), "time", page.moment(&next.before)), next.late));
        }
        for (kind, id) in [
            (AskKind::Withdrawal, "complaints-withdraw-asked"),
            (AskKind::Objection, "complaints-object-asked"),
        ] {
            if let Some(one) = open_one(&all, kind) {
                ahead.waits.push(page.t1(id, "time", page.date_time(&one.asked_at)));
            }
        }
        let closed = row.state == Stands::Closed.code();
        let mut may = |deed: Deed, id: &'static str, holds: bool| {
            if holds {
                ahead.deeds.push((deed.path(), id));
            }
        };
        may(Deed::Contact, "complaints-do-contact", true);
        may(
            Deed::Withdraw,
            "complaints-do-withdraw",
            !closed && open_one(&all, AskKind::Withdrawal).is_none(),
        );
        may(Deed::Reopen, "complaints-do-reopen", open_until(desk, &row, "reopening").is_some());
        may(
            Deed::Object,
            "complaints-do-object",
            open_one(&all, AskKind::Objection).is_none() && open_until(desk, &row, "objection").is_some(),
        );
        may(Deed::Feedback, "complaints-do-feedback", closed && !has_said(desk, row.id).await?);
        if !closed && desk.site.pack.colleague().is_some() {
            ahead.deeds.push(("others", "complaints-others"));
        }
        if sight_of(desk, row.id).await?.is_some() {
            ahead.deeds.push(("filer", "complaints-do-filer"));
        }
        ahead.clocks = crate::http::days::sentences(desk, page, entered, row.office.as_deref()).await?;
        Ok(ahead)
    }
}

/// One route a form.
pub(super) fn routes() -> Router<Desk> {
    Deed::ALL.into_iter().fold(Router::new(), |router, deed| {
        let path = format!("/{{language}}/mine/{}", deed.path());
        let show =
            move |desk: State<Desk>, page: WorkerPage, headers: HeaderMap| show(desk, page, headers, deed);
        let submit = move |desk: State<Desk>,
                           page: WorkerPage,
                           headers: HeaderMap,
                           typed: Form<Vec<(String, String)>>| {
            submit(desk, page, headers, deed, typed)
        };
        router.route(&path, get(show).post(submit))
    })
}

/// What was typed into one of them.
#[derive(Default)]
pub(super) struct Typed {
    confidentiality: String,
    words: String,
    answer: String,
    /// How she may be reached, as typed; absent where the form has just been opened.
    fields: Option<Fields>,
}

impl Typed {
    fn of(pairs: Vec<(String, String)>) -> Self {
        let fields = Fields::of(pairs);
        let text = |name: &str| fields.get(name).to_owned();
        Self {
            confidentiality: text("confidentiality"),
            words: text("words"),
            answer: text("answer"),
            fields: Some(fields),
        }
    }
}

#[derive(Template)]
#[template(path = "act.html")]
struct ActPage {
    page: Page,
    errors: Errors,
    deed: Deed,
    typed: Typed,
    end: String,
    reach: Reach,
    confidentialities: Vec<(String, String, String)>,
    answers: Vec<(String, String, String)>,
}

fn triples<const N: usize>(page: &Page, codes: [(&str, String); N]) -> Vec<(String, String, String)> {
    let hint = |id: &str| {
        let id = format!("{id}-hint");
        if page.language().has(&id) { page.t(&id) } else { String::new() }
    };
    codes.map(|(code, id)| (code.to_owned(), page.t(&id), hint(&id))).to_vec()
}

/// The form, with what was typed.
async fn form(
    desk: &Desk,
    page: Page,
    entered: &Entered,
    deed: Deed,
    errors: Errors,
    mut typed: Typed,
) -> Result<Response, Problem> {
    let row = her_row(desk, entered).await.map_err(problem)?;
    if typed.confidentiality.is_empty() {
        typed.confidentiality.clone_from(&row.confidentiality);
    }
    let code = match deed {
        Deed::Reopen => "reopening",
        _ => "objection",
    };
    let end = open_until(desk, &row, code).map(|end| page.date(&end)).unwrap_or_default();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let reach = match deed {
        Deed::Contact => reach_of(desk, &page, entered, &typed).await?,
        _ => Reach::of(&page, |_| ""),
    };
    let confidentialities =
        triples(&page, Confidentiality::ALL.map(|c| (c.code(), format!("complaints-secret-{}", c.code()))));
    let answers =
        triples(&page, HowItWent::ALL.map(|a| (a.code(), format!("complaints-feedback-{}", a.code()))));
    let page = marked(desk, page, entered);
    Ok(render(status, &ActPage { page, errors, deed, typed, end, reach, confidentialities, answers }))
}

/// Whoever came back as the worker; others are sent to the door.
async fn herself(desk: &Desk, headers: &HeaderMap) -> Result<Option<Entered>, Problem> {
    Ok(door(desk, headers).await?.filter(Entered::is_herself))
}

async fn show(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    deed: Deed,
) -> Result<Response, Problem> {
    match herself(&desk, &headers).await? {
        None => Ok(Redirect::to(&page.at("/return")).into_response()),
        Some(entered) => form(&desk, page, &entered, deed, Errors::none(), Typed::default()).await,
    }
}

/// Field and message of a refusal that she can put right.
fn wrong(error: &AskError) -> Option<(&'static str, &'static str)> {
    match error {
        AskError::Empty => Some(("words", "complaints-error-message")),
        AskError::Late => Some(("words", "complaints-object-late")),
        _ => None,
    }
}

fn refused(error: AskError) -> Problem {
    match error {
        AskError::Return(error) => problem(error),
        _ => Problem::conflict(),
    }
}

async fn submit(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    deed: Deed,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let typed = Typed::of(pairs);
    let entered = herself(&desk, &headers).await?.ok_or_else(Problem::expired)?;
    of_this(&desk, &page, &entered)?;
    let mut errors = Errors::none();
    let done = match deed {
        Deed::Contact => match contact(&desk, &entered, &typed).await {
            Ok(_) => Ok(()),
            Err(ContactError::Field { field, problem, channel }) => {
                let (field, message) = wrong_contact(field, problem, channel);
                errors.add(&page, field, message);
                return form(&desk, page, &entered, deed, errors, typed).await;
            }
            Err(ContactError::Return(error)) => return Err(problem(error)),
        },
        Deed::Withdraw => ask_to_withdraw(&desk, &entered, &typed.words).await,
        Deed::Reopen => reopen(&desk, &entered).await,
        Deed::Object => object(&desk, &entered, &typed.words).await,
        Deed::Feedback => match HowItWent::from_code(&typed.answer) {
            None => {
                errors.add(&page, "answer", "common-error-choose");
                return form(&desk, page, &entered, deed, errors, typed).await;
            }
            Some(answer) => feedback(&desk, &entered, answer, &typed.words).await,
        },
    };
    match done {
        // Asked for twice, by two pages or a second press: it is asked for.
        Ok(()) | Err(AskError::Already) => Ok(Redirect::to(&page.at("/mine")).into_response()),
        Err(error) => match wrong(&error) {
            Some((field, message)) => {
                errors.add(&page, field, message);
                form(&desk, page, &entered, deed, errors, typed).await
            }
            None => Err(refused(error)),
        },
    }
}

/// The form of how she may be reached: what she has just typed, else what she gave before.
async fn reach_of(desk: &Desk, page: &Page, entered: &Entered, typed: &Typed) -> Result<Reach, Problem> {
    let before = contact_before(desk, entered).await.map_err(problem)?;
    let Some(fields) = &typed.fields else { return Ok(Reach::before(page, &before)) };
    let mut reach = Reach::of(page, |name| fields.get(name));
    reach.keep(page, &before);
    Ok(reach)
}

async fn contact(desk: &Desk, entered: &Entered, typed: &Typed) -> Result<bool, ContactError> {
    let Some(fields) = &typed.fields else { return Ok(true) };
    let before = contact_before(desk, entered).await?;
    let value = contact_of(|name| fields.text(name));
    let contact = Reach::after(&value, &before, fields.ticked("forget_word"));
    let confidentiality = Confidentiality::from_code(&typed.confidentiality).unwrap_or_default();
    change_contact(desk, entered, &contact, confidentiality).await
}

/// The answer first, for it is counted once; the words are a message.
pub(super) async fn feedback(
    desk: &Desk,
    entered: &Entered,
    answer: HowItWent,
    words: &str,
) -> Result<(), AskError> {
    say_how_it_went(desk, entered, answer).await?;
    if !words.trim().is_empty() {
        write_back(desk, entered, words, None).await?;
    }
    Ok(())
}

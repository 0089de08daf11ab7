//! Danger: whom to call, before anything else; then one tap that tells the office. No word is needed.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_kernel::Actor;
use haqqi_kernel::idempotency::Replay;
use haqqi_web::{Errors, Form, Page, Problem, Stamp, Visit, WorkerPage, render};
use haqqi_worklist::Promise;
use serde::Deserialize;

use crate::Desk;
use crate::check::is_phone;
use crate::file::{FileComplaint, FileError, file};
use crate::http::once::by_form;
use crate::http::receipt::{Receipt, receipt_shown};
use crate::model::{Channel, Contact, Whose};

#[derive(Template)]
#[template(path = "danger.html")]
struct DangerPage {
    page: Page,
    errors: Errors,
    promise: Promise,
    key: String,
    stamp: String,
    typed: Typed,
}

/// What may be typed beside the one tap.
#[derive(Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    key: String,
    #[serde(default, rename = "where")]
    whereabouts: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    stamp: String,
    /// What no person sees, a robot fills.
    #[serde(default)]
    website: String,
}

impl Typed {
    /// The complaint that it makes. Nothing that is typed keeps it from going out: a number that cannot be one goes with
    /// her words.
    fn command(&self, language: &str) -> FileComplaint {
        let number = self.number.trim();
        let mut words = self.whereabouts.trim().to_owned();
        let contact = if is_phone(number) {
            Contact {
                channel: Channel::Phone,
                address: number.to_owned(),
                hers_alone: true,
                whose: Some(Whose::Alone),
                ..Contact::default()
            }
        } else {
            if !number.is_empty() {
                words = format!("{words}\n{number}").trim().to_owned();
            }
            Contact::default()
        };
        FileComplaint {
            language: language.to_owned(),
            narrative: words,
            contact,
            danger: true,
            ..FileComplaint::default()
        }
    }
}

async fn page_of(desk: &Desk, page: Page, errors: Errors, typed: Typed) -> Result<Response, Problem> {
    let office = desk.site.pack.identity().default_office.as_str();
    let clock = desk.clocks().begin("danger", desk.site.house.now(), Some(office));
    let clock = clock.map_err(|e| Problem::because(&e))?;
    let promise = desk.promise(Some(office), clock.began_at, clock.due_at).await;
    let promise = promise.map_err(|e| Problem::because(&e))?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (key, stamp) = (page.form_key(), Stamp::issue(&desk.site).stamp);
    Ok(render(status, &DangerPage { page, errors, promise, key, stamp, typed }))
}

pub(super) async fn show(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
) -> Result<Response, Problem> {
    page_of(&desk, page, Errors::none(), Typed::default()).await
}

pub(super) async fn tell(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    visit: Visit,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    visit.file_in_danger(&desk.site, &typed.stamp, &typed.website).await?;
    let house = &desk.site.house;
    let command = typed.command(page.tag());
    let body = serde_json::to_vec(&command).map_err(|e| Problem::because(&e))?;
    // The same page with other words, such as where she is now: told again, and read again.
    let receipt: Receipt = match by_form(&desk, &page, "danger", &typed.key, &body).await? {
        Replay::Answered(answer) => serde_json::from_slice(&answer).map_err(|e| Problem::because(&e))?,
        Replay::UnderWay | Replay::OtherBody => return Err(Problem::conflict()),
        Replay::Fresh(fresh) => {
            let mut unit = house.unit(Actor::Stranger);
            let filed = match file(&desk, &mut unit, "web", &command) {
                Ok(filed) => filed,
                Err(FileError::Field { .. }) => {
                    let mut errors = Errors::none();
                    errors.add(&page, "where", "complaints-error-long");
                    return page_of(&desk, page, errors, typed).await;
                }
                Err(other) => return Err(Problem::because(&other)),
            };
            let receipt = Receipt::of(&filed);
            fresh.keep(&mut unit, &serde_json::to_vec(&receipt).unwrap_or_default());
            unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
            receipt
        }
    };
    Ok(receipt_shown(&desk, &page, &receipt))
}

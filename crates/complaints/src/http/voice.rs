//! Speaking instead of writing: a recording that is the complaint, and a recording that is a message. Without script the
//! telephone's own recorder is opened by a field for files; with it, the page records.

use askama::Template;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use data_encoding::HEXLOWER;
use haqqi_kernel::Actor;
use haqqi_kernel::idempotency::{Replay, look_up};
use haqqi_web::{Errors, Form, Page, Problem, Upload, WorkerPage, render};

use crate::Desk;
use crate::check::{check_filer, check_spoken};
use crate::evidence::{Sort, room_for_worker, say, say_filed};
use crate::file::{FileComplaint, FileError};
use crate::http::draft::Draft;
use crate::http::evidence::{evidence_problem, file_size, say_refused, take_files};
use crate::http::mine::{door, marked, of_this};
use crate::http::receipt::{Receipt, receipt_shown};
use crate::http::resumed::{not_whole, take_named};

#[derive(Template)]
#[template(path = "voice.html")]
struct VoicePage {
    page: Page,
    errors: Errors,
    /// Where the form goes: filing, or writing back.
    to: &'static str,
    /// Whether it is a complaint that is filed.
    files: bool,
    draft: Draft,
    carried: Vec<(String, String)>,
    governorates: Vec<(String, String)>,
    limit: String,
    /// The longest file, in bytes.
    longest: u64,
}

/// What the page asks for itself; everything else that was told before is carried through it.
const SHOWN: [&str; 5] = ["narrative", "danger", "governorate", "address", "hers_alone"];

fn show(desk: &Desk, page: Page, files: bool, draft: Draft, errors: Errors) -> Response {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let governorates = desk.site.pack.governorates().iter();
    let governorates = governorates.map(|g| (g.code.clone(), page.label("governorate", &g.code))).collect();
    let mut carried = draft.hidden(&SHOWN, false, false);
    // Words that were written before are sent with the voice.
    carried.extend(
        Some(("narrative".to_owned(), draft.get("narrative").to_owned())).filter(|(_, v)| !v.is_empty()),
    );
    carried.retain(|(name, _)| name != "channel");
    let to = if files { "/complain/voice" } else { "/mine/voice" };
    let longest = desk.evidence.longest();
    let limit = file_size(&page, longest);
    let mut response =
        render(status, &VoicePage { page, errors, to, files, draft, carried, governorates, limit, longest });
    let policy = "camera=(), geolocation=(), microphone=(self), payment=(), usb=(), interest-cohort=()";
    response
        .headers_mut()
        .insert(HeaderName::from_static("permissions-policy"), HeaderValue::from_static(policy));
    response
}

pub(super) async fn begin(State(desk): State<Desk>, WorkerPage(page): WorkerPage) -> Response {
    show(&desk, page, true, Draft::default(), Errors::none())
}

fn spoken(desk: &Desk, command: &FileComplaint) -> Result<(), FileError> {
    check_filer(desk, &Actor::Stranger, command).and_then(|()| check_spoken(desk, command))
}

/// With files it is the complaint; without, it is what was typed so far on the pages where one writes.
pub(super) async fn file(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Problem> {
    if !Upload::is_one(&request) {
        let Form(pairs) = Form::<Vec<(String, String)>>::from_request(request, &desk).await?;
        return Ok(show(&desk, page, true, Draft::of(pairs), Errors::none()));
    }
    let mut upload = Upload::from_request(request, &desk).await?;
    let mut taken = take_files(&desk, &mut upload, 1, &[Sort::Sound]).await?;
    let resumed = take_named(&desk, &headers, &mut taken, 1, &[Sort::Sound]).await?;
    let mut draft = Draft::of(std::mem::take(&mut taken.fields));
    // Whoever leaves a number here wants to be called.
    if !draft.get("address").trim().is_empty() {
        let channel = if draft.get("address").contains('@') { "email" } else { "phone" };
        draft.set("channel", channel.to_owned());
    }
    let mut errors = Errors::none();
    say_refused(&page, &mut errors, &taken);
    if let Some(field) = draft.unknown_code() {
        errors.add(&page, field, "common-error-choose");
    } else if let Err(FileError::Field { field, .. }) =
        spoken(&desk, &draft.command(page.tag(), &desk.site.pack))
    {
        let (shown, message) = match field {
            "contact.address" => ("address", "complaints-error-address"),
            "narrative" => ("file", "complaints-error-long"),
            "employer.governorate" => ("governorate", "common-error-choose"),
            _ => ("file", "common-error-choose"),
        };
        errors.add(&page, shown, message);
    }
    let voice = taken.received.first_mut();
    let digest = voice.as_ref().map(|voice| *voice.digest()).or_else(|| taken.before.first().copied());
    let Some(digest) = digest.filter(|_| errors.is_empty()) else {
        return Ok(show(&desk, page, true, draft, errors));
    };
    let command = draft.command(page.tag(), &desk.site.pack);
    let house = &desk.site.house;
    // The same recording sent twice, by a tap too many, is one complaint.
    let body = [digest.as_slice(), page.tag().as_bytes(), &draft.canonical()].concat();
    let tag = house.vault().web_tag("voice", &body);
    let key = HEXLOWER.encode(&tag);
    let replay =
        look_up(house, &desk.under_way, "voice", &key, &body).await.map_err(|e| Problem::because(&e))?;
    let receipt = match replay {
        Replay::Answered(answer) => serde_json::from_slice(&answer).map_err(|e| Problem::because(&e))?,
        Replay::UnderWay | Replay::OtherBody => return Err(Problem::conflict()),
        Replay::Fresh(fresh) => {
            // It was taken before, with other answers beside it.
            let voice = voice.ok_or_else(not_whole)?;
            let filed = say_filed(&desk, "web", &command, voice, |unit, filed| {
                fresh.keep(unit, &serde_json::to_vec(&Receipt::of(filed)).unwrap_or_default());
            })
            .await
            .map_err(|error| match error {
                FileError::Field { .. } => Problem::unprocessable(),
                FileError::Commit(error) => Problem::uncommitted(&error),
                other => Problem::because(&other),
            })?;
            Receipt::of(&filed)
        }
    };
    resumed.are_kept(&desk).await;
    Ok(receipt_shown(&desk, &page, &receipt))
}

pub(super) async fn write(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    match door(&desk, &headers).await?.filter(crate::come_back::Entered::is_herself) {
        Some(entered) => {
            let page = marked(&desk, page, &entered);
            Ok(show(&desk, page, false, Draft::default(), Errors::none()))
        }
        None => Ok(Redirect::to(&page.at("/return")).into_response()),
    }
}

pub(super) async fn send(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Problem> {
    let entered = door(&desk, &headers).await?.filter(crate::come_back::Entered::is_herself);
    let entered = entered.ok_or_else(Problem::expired)?;
    of_this(&desk, &page, &entered)?;
    let (_, left) = room_for_worker(&desk, &entered).await.map_err(|e| evidence_problem(&e))?;
    let mut upload = Upload::from_request(request, &desk).await?;
    let mut taken = take_files(&desk, &mut upload, left.min(1), &[Sort::Sound]).await?;
    let resumed = take_named(&desk, &headers, &mut taken, left.min(1), &[Sort::Sound]).await?;
    let draft = Draft::of(std::mem::take(&mut taken.fields));
    let danger = draft.get("danger") == "yes";
    let mut errors = Errors::none();
    if let Some(voice) = taken.received.first_mut() {
        let said = say(&desk, &entered, voice, danger).await;
        if taken.kept(said, 1)? {
            resumed.are_kept(&desk).await;
        } else {
            resumed.are_refused(&desk).await?;
        }
    }
    if taken.refused.is_empty() && !(taken.received.is_empty() && taken.before.is_empty()) {
        return Ok(Redirect::to(&page.at("/mine")).into_response());
    }
    say_refused(&page, &mut errors, &taken);
    Ok(show(&desk, page, false, draft, errors))
}

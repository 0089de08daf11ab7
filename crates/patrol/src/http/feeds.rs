//! Feeds: which there are, how they fare, and a file of one.

use askama::Template;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, Actor, judge, plain_digits};
use haqqi_language::Args;
use haqqi_web::{Errors, Form, Page, Problem, Upload, render};
use serde::Deserialize;
use uuid::Uuid;

use crate::add::AddError;
use crate::desk::PatrolDesk;
use crate::feed::{FeedError, NewFeed, add_feed, change_feed, feeds, take_feed};
use crate::fetch::LONGEST_FEED;
use crate::http::sheet::{Outcome, brought};
use crate::http::{languages, refused};

/// Minutes that the form offers.
const OFFERED: [i32; 4] = [60, 360, 1_440, 10_080];

/// A feed as the page shows it.
struct Line {
    id: String,
    name: String,
    address: String,
    every: String,
    state: String,
    failing: bool,
    found: String,
    paused: bool,
}

/// What was typed for a new feed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    address: String,
    name: String,
    language: String,
    every: String,
}

#[derive(Template)]
#[template(path = "patrol-feeds.html")]
struct FeedsPage {
    page: Page,
    errors: Errors,
    rows: Vec<Line>,
    typed: Typed,
    languages: Vec<(String, String)>,
    offered: Vec<(String, String)>,
    outcome: Option<Outcome>,
}

fn problem(error: FeedError) -> Problem {
    match error {
        FeedError::NotFound => Problem::not_found(),
        FeedError::Commit(error) => Problem::uncommitted(&error),
        FeedError::Add(AddError::Commit(error)) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// What a page of feeds holds beside the feeds.
#[derive(Default)]
struct Beside {
    typed: Typed,
    outcome: Option<Outcome>,
}

async fn page_of(
    desk: &PatrolDesk,
    actor: &Actor,
    page: Page,
    errors: Errors,
    beside: Beside,
) -> Result<Response, Problem> {
    let all = feeds(desk, actor).await.map_err(problem)?;
    let every = |minutes: i32| page.t(&format!("patrol-every-{minutes}"));
    let line = |feed: &crate::feed::Feed| {
        let state = match (&feed.fault, feed.paused, feed.fetched_at) {
            (_, true, _) => page.t("patrol-feed-paused"),
            (Some((code, since)), ..) => {
                let why = page.t(&format!("patrol-fault-{code}"));
                let args = Args::new().set("since", page.date_time(since)).set("why", why);
                page.ta("patrol-feed-failing", &args)
            }
            (None, _, Some(at)) => page.t1("patrol-feed-well", "at", page.date_time(&at)),
            (None, _, None) => page.t("patrol-feed-new"),
        };
        let offered = OFFERED.contains(&feed.every_minutes);
        Line {
            id: feed.id.to_string(),
            name: feed.name.clone(),
            address: feed.address.clone(),
            every: if offered { every(feed.every_minutes) } else { page.number(feed.every_minutes) },
            state,
            failing: feed.fault.is_some() && !feed.paused,
            found: page.number(feed.found),
            paused: feed.paused,
        }
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = FeedsPage {
        rows: all.iter().map(line).collect(),
        languages: languages(&page),
        offered: OFFERED.iter().map(|minutes| (minutes.to_string(), every(*minutes))).collect(),
        typed: beside.typed,
        outcome: beside.outcome,
        errors,
        page,
    };
    Ok(render(status, &shown))
}

pub(super) async fn show(State(desk): State<PatrolDesk>, session: StaffSession) -> Result<Response, Problem> {
    let beside = Beside { typed: Typed { every: "360".to_owned(), ..Typed::default() }, ..Beside::default() };
    page_of(&desk, &session.actor, session.page, Errors::none(), beside).await
}

pub(super) async fn submit(
    State(desk): State<PatrolDesk>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::Patrol).map_err(|_| Problem::not_found())?;
    let new = NewFeed {
        address: typed.address.clone(),
        name: typed.name.clone(),
        language: Some(typed.language.clone()).filter(|tag| !tag.is_empty()),
        every_minutes: plain_digits(typed.every.trim()).parse().unwrap_or(0),
    };
    match add_feed(&desk, &actor, &new).await {
        Ok(_) => Ok(Redirect::to("/staff/patrol/feeds").into_response()),
        Err(FeedError::Field(field, how)) => {
            let mut errors = Errors::none();
            errors.add(&page, field, &format!("patrol-feed-error-{how}"));
            page_of(&desk, &actor, page, errors, Beside { typed, ..Beside::default() }).await
        }
        Err(error) => Err(problem(error)),
    }
}

/// What was pressed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pressed {
    act: String,
}

pub(super) async fn change(
    State(desk): State<PatrolDesk>,
    Path(id): Path<String>,
    session: StaffSession,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Problem> {
    let id = id.parse::<Uuid>().map_err(|_| Problem::not_found())?;
    change_feed(&desk, &session.actor, id, &pressed.act).await.map_err(problem)?;
    Ok(Redirect::to("/staff/patrol/feeds").into_response())
}

/// A file of a feed.
pub(super) async fn file(
    State(desk): State<PatrolDesk>,
    session: StaffSession,
    request: Request,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::Patrol).map_err(|_| Problem::not_found())?;
    let mut upload = Upload::from_request(request, &desk).await?;
    let brought = brought(&mut upload, &page, LONGEST_FEED).await?;
    let mut errors = Errors::none();
    let mut beside = Beside::default();
    let language = Some(brought.field("file_language")).filter(|tag| !tag.is_empty());
    if brought.long {
        errors.add(&page, "file", "patrol-error-file-long");
    } else if brought.file.is_empty() {
        errors.add(&page, "file", "common-error-required");
    } else {
        // A file does not say where it was seen but by its name.
        let called = brought.called.trim();
        let place = if called.is_empty() { page.t("patrol-feed-file") } else { called.to_owned() };
        match take_feed(&desk, &actor, brought.file.clone(), &place, language).await {
            Ok(taken) => beside.outcome = Some(Outcome::of(&page, &taken)),
            Err(FeedError::NoFeed) => errors.add(&page, "file", "patrol-fault-no-feed"),
            Err(FeedError::Field(field, how)) => {
                errors.add(&page, field, &format!("patrol-feed-error-{how}"));
            }
            Err(FeedError::Add(error)) => {
                let (_, message) = refused(error)?;
                errors.add(&page, "file", message);
            }
            Err(error) => return Err(problem(error)),
        }
    }
    page_of(&desk, &actor, page, errors, beside).await
}

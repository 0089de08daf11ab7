//! The patrol as JSON.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use haqqi_accounts::ApiStaff;
use haqqi_kernel::{CommitError, ReferenceKind};
use haqqi_web::{Json, Problem, instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::add::{NewAdvert, add};
use crate::decide::{DecideError, Decided, decide};
use crate::desk::PatrolDesk;
use crate::http::list::Asked;
use crate::http::report::Asked as Days;
use crate::http::{reference, refused, unlinked, unread};
use crate::list::{AdvertRow, adverts};
use crate::model::{Decision, Verdict, Way};
use crate::open::open;
use crate::report::{Counted, report};

/// An advertisement in a list: codes, and a title in which nobody can be called.
#[derive(Serialize, ToSchema)]
#[schema(as = PatrolAdvert)]
pub(super) struct Advert {
    reference: String,
    title: String,
    language: String,
    /// `nothing`, `look`, `strong`.
    level: &'static str,
    indicators: Vec<String>,
    sightings: i32,
    places: usize,
    first_seen: NaiveDate,
    last_seen: NaiveDate,
    /// `inspection`, `cybercrime`, `watch`, `nothing`; null while it is open.
    decision: Option<&'static str>,
}

impl Advert {
    fn of(row: &AdvertRow) -> Self {
        Self {
            reference: row.reference.to_string(),
            title: row.title.clone(),
            language: row.language.clone(),
            level: row.level.code(),
            indicators: row.indicators.clone(),
            sightings: row.sightings,
            places: row.places,
            first_seen: row.first_seen,
            last_seen: row.last_seen,
            decision: row.decision.map(Decision::code),
        }
    }
}

/// A page of the list.
#[derive(Serialize, ToSchema)]
#[schema(as = PatrolAdverts)]
pub(super) struct List {
    rows: Vec<Advert>,
    /// There is another page.
    more: bool,
}

/// The advertisements: `state` is `open` (the default), a decision, or `all`; `level` a level or `all` (the default: those
/// with any indicator); `page` from 0.
#[utoipa::path(get, path = "/api/v1/patrol/adverts", tag = "patrol",
    params(("state" = Option<String>, Query), ("level" = Option<String>, Query), ("indicator" = Option<String>, Query),
        ("language" = Option<String>, Query), ("page" = Option<u64>, Query)),
    responses((status = 200, body = List), (status = 401), (status = 404)))]
pub(super) async fn list(
    State(desk): State<PatrolDesk>,
    caller: ApiStaff,
    Query(asked): Query<Asked>,
) -> Result<Json<List>, Problem> {
    let found =
        adverts(&desk, &caller.actor, &asked.filter()).await.map_err(|error| Problem::because(&error))?;
    Ok(Json(List { rows: found.rows.iter().map(Advert::of).collect(), more: found.more }))
}

/// An advertisement to be taken in. `place` may be left out where there is an `address`; `seen_on` is today without it;
/// the language is guessed without it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPatrolAdvert)]
pub(super) struct New {
    text: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    seen_on: Option<NaiveDate>,
    #[serde(default)]
    language: Option<String>,
}

/// What became of it.
#[derive(Serialize, ToSchema)]
#[schema(as = PatrolAdvertAdded)]
pub(super) struct Taken {
    reference: String,
    /// Nothing like it was known.
    new: bool,
    /// It was not known to have been seen there on that day.
    seen: bool,
}

/// Takes an advertisement in: 201 where it is new, 200 where it is a sighting of one that is known. The same sent twice is
/// one sighting.
#[utoipa::path(post, path = "/api/v1/patrol/adverts", tag = "patrol", request_body = New,
    responses((status = 200, body = Taken), (status = 201, body = Taken), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn create(
    State(desk): State<PatrolDesk>,
    caller: ApiStaff,
    Json(new): Json<New>,
) -> Result<Response, Problem> {
    let new = NewAdvert {
        text: new.text,
        place: new.place,
        address: new.address,
        seen_on: new.seen_on,
        language: new.language,
        feed: None,
    };
    let added =
        add(&desk, &caller.actor, Way::Program, &new).await.map_err(|error| match refused(error) {
            Ok((field, message)) => Problem::unprocessable().field(field, message),
            Err(problem) => problem,
        })?;
    let status = if added.new { StatusCode::CREATED } else { StatusCode::OK };
    let body = Taken { reference: added.reference.to_string(), new: added.new, seen: added.seen };
    Ok((status, Json(body)).into_response())
}

/// A place in the words, in bytes of the text's UTF-8.
#[derive(Serialize, ToSchema)]
#[schema(as = PatrolHit)]
struct Place {
    start: usize,
    end: usize,
    indicator: String,
    /// The entry of the lexicon.
    entry: String,
}

/// Where it was seen.
#[derive(Serialize, ToSchema)]
#[schema(as = PatrolSighting)]
struct Seen {
    place: String,
    address: Option<String>,
    seen_on: NaiveDate,
    way: Option<&'static str>,
}

/// An advertisement with its words.
#[derive(Serialize, ToSchema)]
#[schema(as = OpenedPatrolAdvert)]
pub(super) struct Opened {
    #[serde(flatten)]
    advert: Advert,
    text: String,
    hits: Vec<Place>,
    sightings_seen: Vec<Seen>,
    /// References of who recruits.
    recruiters: Vec<String>,
}

/// Opens an advertisement. The audit says that it was read.
#[utoipa::path(get, path = "/api/v1/patrol/adverts/{reference}", tag = "patrol", params(("reference" = String, Path)),
    responses((status = 200, body = Opened), (status = 401), (status = 404)))]
pub(super) async fn read(
    State(desk): State<PatrolDesk>,
    caller: ApiStaff,
    Path(text): Path<String>,
) -> Result<Json<Opened>, Problem> {
    let reference = reference(&text, ReferenceKind::Advert)?;
    let found = open(&desk, &caller.actor, reference).await.map_err(unread)?;
    let hit = |hit: &crate::Hit| Place {
        start: hit.start,
        end: hit.end,
        indicator: hit.indicator.clone(),
        entry: hit.why.clone(),
    };
    let seen = |one: &crate::Sighting| Seen {
        place: one.place.clone(),
        address: one.address.clone(),
        seen_on: one.seen_on,
        way: one.way.map(Way::code),
    };
    Ok(Json(Opened {
        advert: Advert::of(&found.row),
        hits: found.hits.iter().map(hit).collect(),
        sightings_seen: found.sightings.iter().map(seen).collect(),
        recruiters: found.recruiters.iter().map(|row| row.reference.to_string()).collect(),
        text: found.text,
    }))
}

/// What somebody saw of an indicator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PatrolVerdict)]
struct Judged {
    indicator: String,
    /// `right` or `wrong`.
    verdict: String,
}

/// A decision.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PatrolDecision)]
pub(super) struct Made {
    /// `inspection`, `cybercrime`, `watch`, `nothing`.
    decision: String,
    /// Needed where it is passed on.
    #[serde(default)]
    note: String,
    #[serde(default)]
    verdicts: Vec<Judged>,
}

/// Decides on an advertisement. Nothing is sent by it.
#[utoipa::path(post, path = "/api/v1/patrol/adverts/{reference}/decision", tag = "patrol",
    params(("reference" = String, Path)), request_body = Made,
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn decision(
    State(desk): State<PatrolDesk>,
    caller: ApiStaff,
    Path(text): Path<String>,
    Json(made): Json<Made>,
) -> Result<StatusCode, Problem> {
    let reference = reference(&text, ReferenceKind::Advert)?;
    let choose = |field| Problem::unprocessable().field(field, "common-error-choose");
    let decision = Decision::from_code(&made.decision).ok_or_else(|| choose("decision"))?;
    let verdict = |one: Judged| Verdict::from_code(&one.verdict).map(|verdict| (one.indicator, verdict));
    let verdicts: Option<Vec<_>> = made.verdicts.into_iter().map(verdict).collect();
    let decided =
        Decided { decision, note: made.note, verdicts: verdicts.ok_or_else(|| choose("verdicts"))? };
    decide(&desk, &caller.actor, reference, &decided).await.map_err(|error| match error {
        DecideError::NotFound => Problem::not_found(),
        DecideError::Note => Problem::unprocessable().field("note", "patrol-error-note"),
        DecideError::Indicator => choose("verdicts"),
        DecideError::Commit(CommitError::Stale) => Problem::conflict(),
        DecideError::Commit(error) => Problem::uncommitted(&error),
        DecideError::Db(error) => Problem::because(&error),
    })?;
    Ok(StatusCode::NO_CONTENT)
}

/// A line of a table.
#[derive(Serialize, ToSchema)]
#[schema(as = PatrolCount)]
struct Line {
    code: String,
    adverts: u64,
    sightings: u64,
}

/// An indicator, and what people saw of it.
#[derive(Serialize, ToSchema)]
#[schema(as = PatrolIndicator)]
struct Indicator {
    code: String,
    adverts: u64,
    right: u64,
    wrong: u64,
    /// Of what people looked at, so many of a thousand were right; null before anybody looked.
    precision: Option<u64>,
}

/// Decisions of a kind.
#[derive(Serialize, ToSchema)]
#[schema(as = PatrolDecisions)]
struct Decisions {
    decision: &'static str,
    count: u64,
}

/// The periodical.
#[derive(Serialize, ToSchema)]
#[schema(as = PatrolReport)]
pub(super) struct Figures {
    from: NaiveDate,
    to: NaiveDate,
    counted_at: String,
    /// Advertisements that were seen in the period, each once.
    adverts: u64,
    new: u64,
    sightings: u64,
    /// Those that ask for a look and on which nobody decided.
    open: u64,
    levels: Vec<Line>,
    places: Vec<Line>,
    languages: Vec<Line>,
    indicators: Vec<Indicator>,
    decisions: Vec<Decisions>,
    /// By reference; names are at the page, for who may open them.
    recruiters: Vec<Line>,
}

fn lines(all: &[Counted]) -> Vec<Line> {
    let line =
        |one: &Counted| Line { code: one.code.clone(), adverts: one.adverts, sightings: one.sightings };
    all.iter().map(line).collect()
}

/// Counts a period of at most 400 days: `from` and `to`, both included; this month without them.
#[utoipa::path(get, path = "/api/v1/patrol/report", tag = "patrol",
    params(("from" = Option<String>, Query), ("to" = Option<String>, Query)),
    responses((status = 200, body = Figures), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn periodical(
    State(desk): State<PatrolDesk>,
    caller: ApiStaff,
    Query(days): Query<Days>,
) -> Result<Json<Figures>, Problem> {
    let wrong = |field| Problem::unprocessable().field(field, "patrol-report-error-days");
    let period = days.period(&desk).map_err(wrong)?;
    let found = report(&desk, &caller.actor, period).await.map_err(unlinked)?;
    Ok(Json(Figures {
        from: period.from,
        to: period.to,
        counted_at: instant(found.counted_at),
        adverts: found.adverts,
        new: found.new,
        sightings: found.sightings,
        open: found.open,
        levels: lines(&found.levels),
        places: lines(&found.places),
        languages: lines(&found.languages),
        indicators: found
            .indicators
            .iter()
            .map(|one| Indicator {
                code: one.code.clone(),
                adverts: one.adverts,
                right: one.right,
                wrong: one.wrong,
                precision: one.precision(),
            })
            .collect(),
        decisions: found
            .decisions
            .iter()
            .map(|(decision, count)| Decisions { decision: decision.code(), count: *count })
            .collect(),
        recruiters: found
            .recruiters
            .iter()
            .map(|one| Line {
                code: one.reference.to_string(),
                adverts: one.adverts,
                sightings: one.sightings,
            })
            .collect(),
    }))
}

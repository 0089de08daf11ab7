//! What ran out of its time: the list of those without a reason and with one, and the form that asks for it.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{ApiStaff, Directory, StaffSession};
use haqqi_complaints::Desk;
use haqqi_kernel::Actor;
use haqqi_pack::Decision;
use haqqi_web::{Errors, Form, Json, Page, Problem, instant, render};
use haqqi_worklist::{Breach, Sight, breach, breaches, breaches_of, explained, unexplained, words_of};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::late::{LateError, say_why_late};

/// Rows on a page.
const ROWS: u64 = 50;

/// A breach as it is shown.
pub(super) struct Shown {
    pub breach: Breach,
    pub words: String,
    pub who: String,
    pub link: String,
}

#[derive(Template)]
#[template(path = "late.html")]
struct LatePage {
    page: Page,
    rows: Vec<Shown>,
    count: u64,
    said: u64,
    given: bool,
}

#[derive(Template)]
#[template(path = "late_why.html")]
struct WhyPage {
    page: Page,
    errors: Errors,
    shown: Shown,
    reasons: Vec<(String, String)>,
    typed: Typed,
}

/// What is asked of the list.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    view: String,
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    words: String,
}

pub(super) async fn list(
    State(desk): State<Desk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let sight = Sight::of(&actor).map_err(|_| Problem::not_found())?;
    let house = &desk.site.house;
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let given = asked.view == "said";
    let count = unexplained(house, &sight).await.map_err(failed)?;
    let said = explained(house, &sight).await.map_err(failed)?;
    let rows = breaches(house, &sight, given, ROWS).await.map_err(failed)?;
    let rows = shown(&desk, &actor, rows).await?;
    Ok(render(StatusCode::OK, &LatePage { page, rows, count, said, given }))
}

pub(super) async fn why(
    State(desk): State<Desk>,
    Path(deadline): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, id(&deadline)?, Errors::none(), Typed::default()).await
}

fn id(text: &str) -> Result<Uuid, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    deadline: Uuid,
    errors: Errors,
    typed: Typed,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let sight = Sight::of(&actor).map_err(|_| Problem::not_found())?;
    let found = breach(&desk.site.house, &sight, deadline).await.map_err(|e| Problem::because(&e))?;
    let found = shown(desk, &actor, found.into_iter().collect()).await?;
    let shown = found.into_iter().next().ok_or_else(Problem::not_found)?;
    let reasons = desk.site.pack.reasons_for(Decision::Breach);
    let reasons = reasons.map(|row| (row.code.clone(), page.label("reason", &row.code))).collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &WhyPage { page, errors, shown, reasons, typed }))
}

/// Breaches with names and words; the words are opened by an audited read.
async fn shown(desk: &Desk, actor: &Actor, rows: Vec<Breach>) -> Result<Vec<Shown>, Problem> {
    let house = &desk.site.house;
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.said_by).collect();
    let names: HashMap<Uuid, String> = Directory::new(house.clone()).names(&ids).await.map_err(failed)?;
    let words = words_of(house.unit(actor.clone()), &rows).await.map_err(failed)?;
    let words: HashMap<Uuid, String> = words.into_iter().collect();
    let rows = rows.into_iter().map(|breach| Shown {
        words: words.get(&breach.deadline).cloned().unwrap_or_default(),
        who: breach.said_by.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
        link: breach.work.as_ref().map(|work| work.link(actor.account())).unwrap_or_default(),
        breach,
    });
    Ok(rows.collect())
}

/// The clocks of one complaint that ran out, for its record.
pub(super) async fn of_record(desk: &Desk, actor: &Actor, complaint: Uuid) -> Result<Vec<Shown>, Problem> {
    let rows = breaches_of(&desk.site.house, complaint).await.map_err(|e| Problem::because(&e))?;
    shown(desk, actor, rows).await
}

pub(super) async fn say(
    State(desk): State<Desk>,
    Path(deadline): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let deadline = id(&deadline)?;
    let (field, words) =
        match say_why_late(&desk, &session.actor, deadline, &typed.reason, &typed.words).await {
            Ok(()) => return Ok(Redirect::to("/staff/late").into_response()),
            Err(LateError::NotFound) => return Err(Problem::not_found()),
            Err(LateError::Already) => return Err(Problem::conflict()),
            Err(LateError::Reason) => ("reason", "common-error-choose"),
            Err(LateError::Words) => ("words", "casework-late-error-words"),
            Err(other) => return Err(Problem::because(&other)),
        };
    let mut errors = Errors::none();
    errors.add(&session.page, field, words);
    page_of(&desk, session, deadline, errors, typed).await
}

/// A clock that ran out.
#[derive(Serialize, ToSchema)]
pub(super) struct LateRow {
    /// To say why.
    deadline: Uuid,
    /// A deadline's code of the pack.
    clock: String,
    /// RFC 3339.
    due: String,
    /// When it was met after all, RFC 3339.
    met: Option<String>,
    /// A reason's code of the pack; none: nobody has said.
    reason: Option<String>,
    /// The work it hung on.
    reference: Option<String>,
}

/// What ran out of its time, the latest first.
#[derive(Serialize, ToSchema)]
pub(super) struct LateAnswer {
    /// How many are without a reason, beyond these too.
    without_reason: u64,
    rows: Vec<LateRow>,
}

/// Clocks that ran out and of which nobody has said why; with `view=said`, those with a reason.
#[utoipa::path(get, path = "/api/v1/late", tag = "casework", params(("view" = Option<String>, Query)),
    responses((status = 200, body = LateAnswer), (status = 401), (status = 404)))]
pub(super) async fn api_list(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Query(asked): Query<Asked>,
) -> Result<Json<LateAnswer>, Problem> {
    let sight = Sight::of(&caller.actor).map_err(|_| Problem::not_found())?;
    let house = &desk.site.house;
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let rows = breaches(house, &sight, asked.view == "said", ROWS).await.map_err(failed)?;
    let row = |row: Breach| LateRow {
        deadline: row.deadline,
        clock: row.clock,
        due: instant(row.due_at),
        met: row.met_at.map(instant),
        reason: row.reason,
        reference: row.work.map(|work| work.reference),
    };
    let without_reason = unexplained(house, &sight).await.map_err(failed)?;
    Ok(Json(LateAnswer { without_reason, rows: rows.into_iter().map(row).collect() }))
}

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewReason {
    /// A reason's code of the pack.
    reason: String,
    /// Words, where the reason needs them.
    #[serde(default)]
    words: String,
}

/// Says why a clock ran out. The first reason stands: 409 after it.
#[utoipa::path(post, path = "/api/v1/late/{deadline}", tag = "casework", params(("deadline" = Uuid, Path)),
    request_body = NewReason,
    responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn api_say(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path(deadline): Path<Uuid>,
    Json(new): Json<NewReason>,
) -> Result<StatusCode, Problem> {
    match say_why_late(&desk, &caller.actor, deadline, &new.reason, &new.words).await {
        Ok(()) => Ok(StatusCode::CREATED),
        Err(LateError::NotFound) => Err(Problem::not_found()),
        Err(LateError::Already) => Err(Problem::conflict()),
        Err(LateError::Reason) => Err(Problem::unprocessable().field("reason", "common-error-choose")),
        Err(LateError::Words) => Err(Problem::unprocessable().field("words", "casework-late-error-words")),
        Err(other) => Err(Problem::because(&other)),
    }
}

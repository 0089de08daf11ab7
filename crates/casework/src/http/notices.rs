//! The notices of a person: what the ladder told them, and by which mail they wish to be told.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::Desk;
use haqqi_web::{Errors, Form, Json, Page, Problem, instant, render};
use haqqi_worklist::{Notice, Sight, has_mail_way, notices, see};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::notices::{MailWayError, choose_mail};

#[derive(Template)]
#[template(path = "notices.html")]
struct NoticesPage {
    page: Page,
    errors: Errors,
    rows: Vec<Notice>,
    unseen: usize,
    mailed: bool,
    address: String,
}

pub(super) async fn show(State(desk): State<Desk>, session: StaffSession) -> Result<Response, Problem> {
    page_of(&desk, session, Errors::none(), String::new()).await
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    errors: Errors,
    address: String,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, staff, .. } = session;
    let sight = Sight::of(&actor).map_err(|_| Problem::not_found())?;
    let house = &desk.site.house;
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let rows = notices(house, &sight).await.map_err(failed)?;
    let unseen = rows.iter().filter(|row| !row.seen).count();
    let mailed = has_mail_way(house, staff.id).await.map_err(failed)?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &NoticesPage { page, errors, rows, unseen, mailed, address }))
}

/// Which notice, and whether the work is to be opened.
#[derive(Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    notice: String,
}

/// Marks one notice as seen and leads to its work, or all.
pub(super) async fn seen(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(which): Form<Which>,
) -> Result<Response, Problem> {
    let sight = Sight::of(&session.actor).map_err(|_| Problem::not_found())?;
    let one = match which.notice.as_str() {
        "" => None,
        text => Some(text.parse::<Uuid>().map_err(|_| Problem::not_found())?),
    };
    let to = mark(&desk, &session.actor, &sight, one).await?;
    Ok(Redirect::to(&to).into_response())
}

async fn mark(
    desk: &Desk,
    actor: &haqqi_kernel::Actor,
    sight: &Sight,
    one: Option<Uuid>,
) -> Result<String, Problem> {
    let account = actor.account().ok_or_else(Problem::not_found)?;
    let house = &desk.site.house;
    let to = match one {
        None => "/staff/notices".to_owned(),
        Some(id) => {
            let rows = notices(house, sight).await.map_err(|e| Problem::because(&e))?;
            let row = rows.iter().find(|row| row.id == id).ok_or_else(Problem::not_found)?;
            row.work.link(Some(account))
        }
    };
    let mut unit = house.unit(actor.clone());
    see(&mut unit, account, one);
    unit.commit().await.map_err(|e| Problem::because(&e))?;
    Ok(to)
}

/// Where to.
#[derive(Deserialize)]
pub(super) struct Way {
    #[serde(default)]
    address: String,
}

pub(super) async fn mail(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(way): Form<Way>,
) -> Result<Response, Problem> {
    let tag = session.page.tag();
    match choose_mail(&desk.site.house, &session.actor, &way.address, tag).await {
        Ok(()) => Ok(Redirect::to("/staff/notices").into_response()),
        Err(MailWayError::Address) => {
            let mut errors = Errors::none();
            errors.add(&session.page, "address", "casework-notices-error-mail");
            page_of(&desk, session, errors, way.address).await
        }
        Err(MailWayError::NotFound) => Err(Problem::not_found()),
        Err(other) => Err(Problem::because(&other)),
    }
}

/// A notice.
#[derive(Serialize, ToSchema)]
pub(super) struct NoticeRow {
    id: Uuid,
    /// `given`, or the step of the ladder: `half`, `three-quarters`, `nine-tenths`, `warning`, `breach`, `late`.
    kind: String,
    /// The clock, a deadline's code of the pack.
    clock: Option<String>,
    /// RFC 3339.
    due: Option<String>,
    /// Legal, or danger.
    urgent: bool,
    /// RFC 3339.
    at: String,
    seen: bool,
    /// The kind of work.
    work: String,
    reference: String,
}

/// The latest notices of the token's holder.
#[utoipa::path(get, path = "/api/v1/notices", tag = "casework",
    responses((status = 200, body = Vec<NoticeRow>), (status = 401), (status = 404)))]
pub(super) async fn api_list(
    State(desk): State<Desk>,
    caller: ApiStaff,
) -> Result<Json<Vec<NoticeRow>>, Problem> {
    let sight = Sight::of(&caller.actor).map_err(|_| Problem::not_found())?;
    let rows = notices(&desk.site.house, &sight).await.map_err(|e| Problem::because(&e))?;
    let row = |row: Notice| NoticeRow {
        id: row.id,
        kind: row.kind,
        clock: row.clock,
        due: row.due_at.map(instant),
        urgent: row.urgent,
        at: instant(row.at),
        seen: row.seen,
        work: row.work.kind,
        reference: row.work.reference,
    };
    Ok(Json(rows.into_iter().map(row).collect()))
}

/// Marks a notice as seen.
#[utoipa::path(post, path = "/api/v1/notices/{notice}/seen", tag = "casework", params(("notice" = Uuid, Path)),
    responses((status = 204), (status = 401), (status = 404)))]
pub(super) async fn api_seen(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Path(notice): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    let sight = Sight::of(&caller.actor).map_err(|_| Problem::not_found())?;
    mark(&desk, &caller.actor, &sight, Some(notice)).await?;
    Ok(StatusCode::NO_CONTENT)
}

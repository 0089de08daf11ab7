//! On a record: how it was taken down, what belongs with it, and whether the worker lets who filed for her see more.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, Directory, StaffSession};
use haqqi_complaints::{
    AnswerBy, Desk, Interpreted, OpenedComplaint, SIGHT_DAYS, Sight, SightError, Summary, TogetherError,
    note_sight, put_together, related, sight_of,
};
use haqqi_kernel::{Action, Actor, Reference, judge};
use haqqi_screening::talks;
use haqqi_web::{Errors, Form, Json, Page, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::http::record::{back, page_refusing, problem, reference};

/// What the record shows about who filed.
pub(super) struct FilersPanel {
    /// How it was taken down: rows of a list.
    pub intake: Vec<(String, String)>,
    /// What belongs with it, as far as this account may see.
    pub related: Vec<Summary>,
    /// Whether something may be put with it.
    pub may_join: bool,
    /// Who filed for her and may be let see more.
    pub sight: Option<Sight>,
    /// Until when they see more, in words.
    pub until: String,
    /// Who spoke with her alone: sign-in and words.
    pub heard: Vec<(String, String)>,
    /// The answers: code and words.
    pub choices: Vec<(String, String)>,
}

impl FilersPanel {
    pub(super) async fn of(
        desk: &Desk,
        actor: &Actor,
        page: &Page,
        record: &OpenedComplaint,
    ) -> Result<Self, Problem> {
        let scope = judge(actor, Action::ReadComplaint).map_err(|_| Problem::not_found())?;
        let related = related(desk, &scope, record.summary.id).await.map_err(problem)?;
        let sight = sight_of(desk, record.summary.id).await.map_err(|e| Problem::because(&e))?;
        let until = sight.as_ref().and_then(|sight| sight.until);
        let until = until.map(|until| page.date(&until)).unwrap_or_default();
        let apart = desk.site.pack.kind(&record.summary.kind).is_some_and(|kind| kind.against_worker);
        let may_join = !apart && judge(actor, Action::WorkComplaint).is_ok();
        let mut choices = vec![("no".to_owned(), page.t("casework-sight-no"))];
        choices
            .extend(SIGHT_DAYS.iter().map(|d| (d.to_string(), page.tn("casework-sight-days", "days", *d))));
        let heard =
            if sight.is_some() { spoke_alone(desk, page, &record.summary).await? } else { Vec::new() };
        let intake = taken(desk, page, record).await?;
        Ok(Self { intake, related, may_join, sight, until, heard, choices })
    }
}

/// Who spoke with her alone since she filed, the last first.
async fn spoke_alone(
    desk: &Desk,
    page: &Page,
    complaint: &Summary,
) -> Result<Vec<(String, String)>, Problem> {
    let house = &desk.site.house;
    let talks = talks(house, complaint.id, complaint.received_at).await.map_err(|e| Problem::because(&e))?;
    let by: Vec<_> = talks.iter().filter_map(|talk| talk.by).collect();
    let people = Directory::new(house.clone()).people(&by).await.map_err(|e| Problem::because(&e))?;
    let mut found: Vec<(String, String)> = Vec::new();
    for talk in talks.iter().rev() {
        let Some(person) = people.iter().find(|person| Some(person.id) == talk.by) else { continue };
        if !found.iter().any(|(sign_in, _)| *sign_in == person.sign_in) {
            let text = format!("{} · {}", page.date_time(&talk.at), person.name);
            found.push((person.sign_in.clone(), text));
        }
    }
    Ok(found)
}

/// How it was taken down, row by row.
async fn taken(desk: &Desk, page: &Page, record: &OpenedComplaint) -> Result<Vec<(String, String)>, Problem> {
    let Some(intake) = &record.intake else { return Ok(Vec::new()) };
    let interpreted = match intake.interpreted {
        Interpreted::No => page.t("casework-intake-nobody"),
        Interpreted::Staff => page.t("casework-intake-staff"),
        Interpreted::Outside => intake.words.interpreter.clone(),
    };
    let answer = match intake.answer_by {
        AnswerBy::Code => "casework-intake-by-code",
        AnswerBy::Visit => "casework-intake-by-visit",
        AnswerBy::Call => "casework-intake-by-call",
        AnswerBy::Trusted => "casework-intake-by-trusted",
    };
    let yes_no = |holds: bool| page.t(if holds { "common-yes" } else { "common-no" });
    let mut rows = vec![
        (page.t("casework-intake-herself"), yes_no(intake.herself)),
        (page.t("casework-intake-private"), yes_no(intake.private)),
        (page.t("casework-intake-interpreter"), interpreted),
        (page.t("casework-intake-answer"), page.t(answer)),
    ];
    let words = &intake.words;
    for (id, text) in [
        ("casework-intake-trusted", &words.trusted),
        ("casework-intake-known-by", &words.trusted_known_by),
        ("casework-intake-may-be-told", &words.may_be_told),
    ] {
        if !text.is_empty() {
            rows.push((page.t(id), text.clone()));
        }
    }
    if let Some(by) = intake.taken_by {
        let names = Directory::new(desk.site.house.clone()).names(&[by]).await;
        let name = names.map_err(|e| Problem::because(&e))?.remove(&by).unwrap_or_default();
        rows.push((page.t("casework-intake-taken-by"), name));
    }
    Ok(rows)
}

#[derive(Deserialize)]
pub(super) struct Together {
    #[serde(default)]
    other: String,
}

pub(super) async fn together_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Together>,
) -> Result<Response, Problem> {
    let one = reference(&text)?;
    let mut errors = Errors::none();
    let Ok(other) = form.other.trim().parse::<Reference>() else {
        errors.add(&session.page, "other", "casework-error-reference");
        return page_refusing(&desk, session, one, errors).await;
    };
    match put_together(&desk, &session.actor, one, other).await {
        Ok(()) => return Ok(back(&text)),
        Err(TogetherError::Apart) => errors.add(&session.page, "other", "casework-error-apart"),
        Err(TogetherError::NotFound | TogetherError::Read(haqqi_complaints::ReadError::NotFound)) => {
            errors.add(&session.page, "other", "casework-error-reference");
        }
        Err(other) => return Err(failed(other)),
    }
    page_refusing(&desk, session, one, errors).await
}

fn failed(error: TogetherError) -> Problem {
    match error {
        TogetherError::NotFound => Problem::not_found(),
        TogetherError::Read(error) => problem(error),
        TogetherError::Commit(haqqi_kernel::CommitError::Stale | haqqi_kernel::CommitError::Unique(_)) => {
            Problem::conflict()
        }
        other => Problem::because(&other),
    }
}

#[derive(Deserialize)]
pub(super) struct Seen {
    #[serde(default)]
    sight: String,
    #[serde(default)]
    heard_by: String,
}

pub(super) async fn sight_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Seen>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let days = match form.sight.as_str() {
        "no" => None,
        days => match days.parse() {
            Ok(days) => Some(days),
            Err(_) => {
                errors.add(&session.page, "sight", "common-error-choose");
                return page_refusing(&desk, session, reference, errors).await;
            }
        },
    };
    match note_sight(&desk, &session.actor, reference, days, &form.heard_by).await {
        Ok(()) => return Ok(back(&text)),
        Err(SightError::NotShown) => errors.add(&session.page, "heard_by", "casework-error-sight-talk"),
        Err(SightError::Period) => errors.add(&session.page, "sight", "common-error-choose"),
        Err(error) => return Err(unseen(error)),
    }
    page_refusing(&desk, session, reference, errors).await
}

fn unseen(error: SightError) -> Problem {
    match error {
        SightError::Nobody => Problem::not_found(),
        SightError::Read(error) => problem(error),
        SightError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// Another complaint of the same workplace.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Other {
    /// Its reference.
    other: String,
}

/// Puts two complaints of one workplace together. Each is still read and acknowledged by itself.
#[utoipa::path(post, path = "/api/v1/casework/complaints/{reference}/together", tag = "casework", request_body = Other,
    params(("reference" = String, Path)),
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn together_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(asked): Json<Other>,
) -> Result<Response, Problem> {
    let other = asked.other.parse::<Reference>();
    let other = other.map_err(|_| Problem::unprocessable().field("other", "casework-error-reference"))?;
    match put_together(&desk, &caller.actor, reference(&text)?, other).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(TogetherError::Apart) => Err(Problem::unprocessable().field("other", "casework-error-apart")),
        Err(error) => Err(failed(error)),
    }
}

/// What she answered when she was asked, alone, whether who filed for her may see how it goes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Answered {
    /// For how many days (30, 90 or 180); absent: no, and what held ends at once.
    #[serde(default)]
    days: Option<i64>,
    /// For a yes: the sign-in name of who spoke with her alone, as the call log shows; empty for oneself.
    #[serde(default)]
    heard_by: String,
}

/// Writes down whether who filed for her may see how it goes.
#[utoipa::path(put, path = "/api/v1/casework/complaints/{reference}/filer-sight", tag = "casework",
    request_body = Answered, params(("reference" = String, Path)),
    responses((status = 204), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn sight_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(answered): Json<Answered>,
) -> Result<Response, Problem> {
    match note_sight(&desk, &caller.actor, reference(&text)?, answered.days, &answered.heard_by).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(SightError::NotShown) => {
            Err(Problem::unprocessable().field("heard_by", "casework-error-sight-talk"))
        }
        Err(SightError::Period) => Err(Problem::unprocessable().field("days", "common-error-choose")),
        Err(error) => Err(unseen(error)),
    }
}

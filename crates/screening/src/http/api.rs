//! Flags as JSON.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, Directory};
use haqqi_kernel::{CommitError, Reference};
use haqqi_web::{Json, Problem, instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::decide::{DecideError, Merits, Safety, decide_merits, decide_safety};
use crate::desk::ScreeningDesk;
use crate::engine::Assessment;
use crate::http::flag::problem;
use crate::http::measured::Period;
use crate::measured::{Found, Measured, measured};
use crate::open::{FlagRow, flags, open_flag};

/// The coded side of a flag.
#[derive(Serialize, ToSchema)]
pub(super) struct Flag {
    reference: String,
    complaint: String,
    /// `possible`, `strong`, `danger`.
    level: &'static str,
    state: &'static str,
    office: Option<String>,
    language: String,
    kind: String,
    age: String,
    filed_by: String,
    filer_has_interest: bool,
    raised_at: String,
}

impl Flag {
    fn of(row: &FlagRow) -> Self {
        Self {
            reference: row.reference.to_string(),
            complaint: row.complaint_reference.to_string(),
            level: row.level.code(),
            state: row.state.code(),
            office: row.office.clone(),
            language: row.language.clone(),
            kind: row.kind.clone(),
            age: row.age.clone(),
            filed_by: row.filed_by.clone(),
            filer_has_interest: row.filer_has_interest,
            raised_at: instant(row.raised_at),
        }
    }
}

/// The flags that the token's owner may see, newest first.
#[utoipa::path(get, path = "/api/v1/flags", tag = "screening", responses((status = 200, body = Vec<Flag>), (status = 401), (status = 404)))]
pub(super) async fn list(
    State(desk): State<ScreeningDesk>,
    caller: ApiStaff,
) -> Result<Json<Vec<Flag>>, Problem> {
    let rows = flags(&desk, &caller.actor, false, None, 200).await.map_err(problem)?;
    Ok(Json(rows.iter().map(Flag::of).collect()))
}

fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// A flag, opened: reading it is an entry of the audit.
#[derive(Serialize)]
pub(super) struct Opened {
    #[serde(flatten)]
    flag: Flag,
    assessment: Assessment,
    /// What was judged of its indicators after talks, the first first; of one indicator the last counts.
    judged: Vec<Judged>,
    /// What was said of single indicators, the first first; of one indicator the last counts.
    said: Vec<SaidOf>,
    /// Procedure cards of the pack, in order: what people do.
    procedure: Vec<Todo>,
}

/// A procedure card.
#[derive(Serialize)]
pub(super) struct Todo {
    /// A level, or the way to which a class leads.
    of: String,
    /// Codes of `card-step-…` labels, in order.
    steps: Vec<String>,
}

/// What somebody said of an indicator.
#[derive(Serialize)]
pub(super) struct SaidOf {
    indicator: String,
    /// `yes`, `no`, `unsaid`.
    said: &'static str,
    /// `talk`, `words`, `paper`, `seen`.
    from: &'static str,
    at: String,
    /// The name of who said it.
    by: Option<String>,
}

/// What somebody judged of an indicator after a talk.
#[derive(Serialize)]
pub(super) struct Judged {
    indicator: String,
    /// `confirmed`, `not_so`, `unclear`.
    found: Found,
    at: String,
    /// The name of who judged it.
    by: Option<String>,
}

/// Opens a flag.
#[utoipa::path(get, path = "/api/v1/flags/{reference}", tag = "screening", params(("reference" = String, Path)),
    responses((status = 200, body = Object), (status = 401), (status = 404)))]
pub(super) async fn read(
    State(desk): State<ScreeningDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Opened>, Problem> {
    let opened = open_flag(&desk, &caller.actor, reference(&text)?).await.map_err(problem)?;
    let by = opened.judged.iter().map(|one| one.by).chain(opened.said.iter().map(|one| one.by));
    let names = Directory::new(desk.site.house.clone()).names_of(by).await;
    let names = names.map_err(|e| Problem::because(&e))?;
    let judged = opened.judged.into_iter().map(|one| Judged {
        by: one.by.and_then(|id| names.get(&id).cloned()),
        indicator: one.indicator,
        found: one.found,
        at: instant(one.at),
    });
    let said = opened.said.iter().map(|one| SaidOf {
        indicator: one.said.indicator.clone(),
        said: one.said.code(),
        from: one.said.basis.code(),
        at: instant(one.at),
        by: one.by.and_then(|id| names.get(&id).cloned()),
    });
    let (judged, said) = (judged.collect(), said.collect());
    let cards = desk.screener.cards(opened.row.level, opened.row.age == "child", &opened.assessment);
    let todo = cards.into_iter().map(|card| Todo {
        of: card.of.to_owned(),
        steps: card.steps.into_iter().map(str::to_owned).collect(),
    });
    let procedure = todo.collect();
    Ok(Json(Opened { flag: Flag::of(&opened.row), assessment: opened.assessment, judged, said, procedure }))
}

/// From when until when: days of the pack's calendar, the last twelve months without them.
#[derive(Deserialize)]
pub(super) struct MeasuredAsked {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

/// What talks showed against what words and answers had pointed to, of the flags that the token's owner may read. Not for who
/// reads single flags of other offices while on duty: 404.
#[utoipa::path(get, path = "/api/v1/screening/measured", tag = "screening",
    params(("from" = Option<String>, Query), ("to" = Option<String>, Query)),
    responses((status = 200, body = Object), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn measure(
    State(desk): State<ScreeningDesk>,
    Query(asked): Query<MeasuredAsked>,
    caller: ApiStaff,
) -> Result<Json<Measured>, Problem> {
    let period = Period::asked(&desk, &caller.actor, &asked.from, &asked.to)?;
    let found = measured(&desk, &caller.actor, period.from, period.until).await.map_err(problem)?;
    Ok(Json(found))
}

fn refused(error: DecideError) -> Problem {
    let (field, message) = match error {
        DecideError::Words => ("words", "staff-error-reason"),
        DecideError::NotRead => ("words", "screening-error-not-read"),
        DecideError::Untranslated => ("decision", "screening-error-untranslated"),
        DecideError::OnDuty => ("decision", "screening-error-on-duty"),
        DecideError::Reason => ("reason", "screening-error-reason"),
        DecideError::Date => ("until", "screening-error-date"),
        DecideError::State => ("decision", "screening-error-state"),
        DecideError::NotMetAlone => ("decision", "screening-error-alone"),
        DecideError::SamePerson => ("decision", "screening-error-same"),
        DecideError::Found(_) => ("found", "screening-error-found"),
        DecideError::Confirmed => ("decision", "screening-error-confirmed"),
        DecideError::Flag(error) => return problem(error),
        DecideError::Commit(CommitError::Stale) => return Problem::conflict(),
        other => return Problem::because(&other),
    };
    Problem::unprocessable().field(field, message)
}

/// A decision about safety: `act`, or `safe_until` with `until` (RFC 3339, at most 14 days ahead).
#[derive(Deserialize)]
pub(super) struct SafetyDecision {
    #[serde(flatten)]
    safety: Safety,
    reason: String,
    words: String,
}

/// Decides a flag's safety.
#[utoipa::path(post, path = "/api/v1/flags/{reference}/safety", tag = "screening", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn safety(
    State(desk): State<ScreeningDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(decided): Json<SafetyDecision>,
) -> Result<Response, Problem> {
    decide_safety(&desk, &caller.actor, reference(&text)?, &decided.safety, &decided.reason, &decided.words)
        .await
        .map_err(refused)?;
    Ok(StatusCode::CREATED.into_response())
}

/// Decides a flag's merits: `escalate`, `interview`, `watch` with `until`, `dismiss`, which
/// needs a talk in private in the call log, and in `found` for each indicator that was pointed to what it showed:
/// `confirmed`, `not_so` or `unclear`; what was judged before and is not named stays as it was. `words` are a reason of
/// at least eight letters. Dismissing danger, strong or a child only proposes it; another must agree.
#[utoipa::path(post, path = "/api/v1/flags/{reference}/merits", tag = "screening", params(("reference" = String, Path)),
    request_body = Object, responses((status = 201, body = Object), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn merits(
    State(desk): State<ScreeningDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(decided): Json<Merits>,
) -> Result<Response, Problem> {
    let state = decide_merits(&desk, &caller.actor, reference(&text)?, &decided).await.map_err(refused)?;
    Ok((StatusCode::CREATED, Json(serde_json::json!({ "state": state.code() }))).into_response())
}

//! What falls due, lists and wishes, for programs. What cannot be undone wants a token made for it by its owner.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use haqqi_accounts::ApiStaff;
use haqqi_kernel::{Action, Reference, judge};
use haqqi_web::{Json, Problem, instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::batch::{Batch, BatchError, Entry, approve, batch, batches, confirm, refuse};
use crate::holds::standing;
use crate::request::{Request, RequestError, Wish, decide_request, record_request, request_of, requests};
use crate::{RetentionDesk, due};

/// How many complaints of a class and an office are over.
#[derive(Serialize, ToSchema)]
#[schema(as = RetentionDue)]
struct DueNumbers {
    /// The class of the schedule.
    class: &'static str,
    /// A code of the pack; absent for what belongs to no office.
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<String>,
    /// Of so many the time is over now.
    now: i64,
    /// Of so many more within 90 days.
    soon: i64,
}

/// What falls due, and how much is held: numbers alone.
#[derive(Serialize, ToSchema)]
#[schema(as = RetentionOverview)]
pub(super) struct Overview {
    due: Vec<DueNumbers>,
    /// Holds that stand.
    holds: u64,
    /// After how many days the last backup is gone that holds what was erased; absent where nobody said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    backups_kept_days: Option<u16>,
}

/// What falls due, by class and office.
#[utoipa::path(get, path = "/api/v1/retention", tag = "retention",
    responses((status = 200, body = Overview), (status = 401), (status = 404)))]
pub(super) async fn overview(
    State(desk): State<RetentionDesk>,
    caller: ApiStaff,
) -> Result<Json<Overview>, Problem> {
    let scope = judge(&caller.actor, Action::ReadRetention).map_err(|_| Problem::not_found())?;
    let because = |error: sea_orm::DbErr| Problem::because(&error);
    let all = due(&desk, &caller.actor).await.map_err(because)?;
    let numbers = all.into_iter().map(|one| DueNumbers {
        class: one.class,
        office: one.office,
        now: one.now,
        soon: one.soon,
    });
    Ok(Json(Overview {
        due: numbers.collect(),
        holds: standing(&desk.site().house, &scope).await.map_err(because)?,
        backups_kept_days: desk.backups_kept_days,
    }))
}

/// A list of what is to be erased.
#[derive(Serialize, ToSchema)]
#[schema(as = ErasureList)]
pub(super) struct List {
    number: String,
    /// The class of the schedule, or `on-request`.
    class: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<String>,
    /// `prepared`, `approved`, `confirmed`, `done` or `refused`.
    state: &'static str,
    prepared_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_at: Option<String>,
    /// How many are on it.
    many: u64,
    /// How many were erased.
    erased: i32,
    /// What stands on it; only where one list is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<Vec<Listed>>,
}

/// What stands on a list.
#[derive(Serialize, ToSchema)]
#[schema(as = ErasureEntry)]
struct Listed {
    /// Empty once it was erased.
    reference: String,
    /// Since when its time is over.
    due_at: String,
    /// `waiting`, `erased`, `held`, `barred` or `left`.
    state: &'static str,
}

impl List {
    fn of(batch: Batch, entries: Option<Vec<Entry>>) -> Self {
        let listed = |entry: Entry| Listed {
            reference: entry.reference,
            due_at: instant(entry.due_at),
            state: entry.state.code(),
        };
        Self {
            number: batch.number,
            class: batch.class,
            office: batch.office,
            state: batch.state.code(),
            prepared_at: instant(batch.prepared_at),
            ended_at: batch.ended_at.map(instant),
            many: batch.many,
            erased: batch.erased,
            entries: entries.map(|all| all.into_iter().map(listed).collect()),
        }
    }
}

fn list_problem(error: BatchError) -> Problem {
    match error {
        BatchError::NotFound => Problem::not_found(),
        BatchError::SamePerson => Problem::unprocessable().field("decision", "retention-error-same-person"),
        BatchError::Decided => Problem::conflict(),
        BatchError::Commit(error) => Problem::uncommitted(&error),
        other @ BatchError::Db(_) => Problem::because(&other),
    }
}

/// The newest lists, those that wait for a decision first.
#[utoipa::path(get, path = "/api/v1/retention/lists", tag = "retention",
    responses((status = 200, body = Vec<List>), (status = 401), (status = 404)))]
pub(super) async fn lists(
    State(desk): State<RetentionDesk>,
    caller: ApiStaff,
) -> Result<Json<Vec<List>>, Problem> {
    let all = batches(&desk, &caller.actor).await.map_err(list_problem)?;
    Ok(Json(all.into_iter().map(|one| List::of(one, None)).collect()))
}

/// One list, with what stands on it.
#[utoipa::path(get, path = "/api/v1/retention/lists/{number}", tag = "retention",
    params(("number" = String, Path)),
    responses((status = 200, body = List), (status = 401), (status = 404)))]
pub(super) async fn list(
    State(desk): State<RetentionDesk>,
    Path(number): Path<String>,
    caller: ApiStaff,
) -> Result<Json<List>, Problem> {
    let (found, entries) = batch(&desk, &caller.actor, &number).await.map_err(list_problem)?;
    Ok(Json(List::of(found, Some(entries))))
}

/// What somebody decides on a list.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum OnList {
    /// The first person says yes.
    Approve,
    /// The second person does: from then on it is carried out.
    Confirm,
    /// Either says no.
    Refuse,
}

/// A decision on a list.
#[derive(Deserialize, ToSchema)]
#[schema(as = ErasureListDecision)]
#[serde(deny_unknown_fields)]
pub(super) struct ListDecision {
    decision: OnList,
}

/// Approves, confirms or refuses a list. Only by a token that its owner made for `approve-erasure`.
#[utoipa::path(post, path = "/api/v1/retention/lists/{number}", tag = "retention", request_body = ListDecision,
    params(("number" = String, Path)),
    responses((status = 200, body = List), (status = 401), (status = 403), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn decide_list(
    State(desk): State<RetentionDesk>,
    Path(number): Path<String>,
    caller: ApiStaff,
    Json(sent): Json<ListDecision>,
) -> Result<Json<List>, Problem> {
    match sent.decision {
        OnList::Approve => approve(&desk, &caller.actor, &number).await,
        OnList::Confirm => confirm(&desk, &caller.actor, &number).await,
        OnList::Refuse => refuse(&desk, &caller.actor, &number).await,
    }
    .map_err(list_problem)?;
    let (found, entries) = batch(&desk, &caller.actor, &number).await.map_err(list_problem)?;
    Ok(Json(List::of(found, Some(entries))))
}

/// A worker's wish that what she told be erased.
#[derive(Serialize, ToSchema)]
#[schema(as = ErasureWish)]
pub(super) struct Wished {
    reference: String,
    /// How she said it: `counter`, `phone`, `letter` or `message`; absent where she wished nothing yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_at: Option<String>,
    /// `granted` or `refused`.
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<String>,
    /// What stands in the way of erasing it now; only where one wish is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    bars: Option<Vec<&'static str>>,
}

impl Wished {
    fn of(request: Request) -> Self {
        Self {
            reference: request.reference,
            way: Some(request.way),
            asked_at: Some(instant(request.asked_at)),
            decided_at: request.decided_at.map(instant),
            decision: request.decision,
            bars: None,
        }
    }

    fn one(wish: Wish) -> Self {
        let bars = Some(wish.bars.iter().map(|bar| bar.code()).collect());
        let nothing = Self {
            reference: wish.reference.to_string(),
            way: None,
            asked_at: None,
            decided_at: None,
            decision: None,
            bars: None,
        };
        Self { bars, ..wish.request.map_or(nothing, Self::of) }
    }
}

fn wish_problem(error: RequestError) -> Problem {
    let wrong = |field: &str, message| Problem::unprocessable().field(field, message);
    match error {
        RequestError::NotFound => Problem::not_found(),
        RequestError::Way => wrong("way", "common-error-choose"),
        RequestError::NotShown => wrong("way", "retention-error-not-shown"),
        RequestError::Why => wrong("why", "retention-error-why"),
        RequestError::SamePerson => wrong("grant", "retention-error-same-person"),
        RequestError::Barred(_) => wrong("grant", "retention-error-barred"),
        RequestError::Changed => Problem::conflict(),
        RequestError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// Wishes that wait for a decision, the oldest first.
#[utoipa::path(get, path = "/api/v1/retention/wishes", tag = "retention",
    responses((status = 200, body = Vec<Wished>), (status = 401), (status = 404)))]
pub(super) async fn wishes(
    State(desk): State<RetentionDesk>,
    caller: ApiStaff,
) -> Result<Json<Vec<Wished>>, Problem> {
    let all = requests(&desk, &caller.actor).await.map_err(wish_problem)?;
    Ok(Json(all.into_iter().map(Wished::of).collect()))
}

/// What she wished of a complaint, and what stands in the way.
#[utoipa::path(get, path = "/api/v1/retention/wishes/{reference}", tag = "retention",
    params(("reference" = String, Path)),
    responses((status = 200, body = Wished), (status = 401), (status = 404)))]
pub(super) async fn wish(
    State(desk): State<RetentionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Wished>, Problem> {
    let found = request_of(&desk, &caller.actor, reference(&text)?).await.map_err(wish_problem)?;
    Ok(Json(Wished::one(found)))
}

/// How she said it.
#[derive(Deserialize, ToSchema)]
#[schema(as = ErasureWishSaid)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    /// `counter`, `phone`, `letter` or `message`.
    way: String,
}

/// Writes down that she wishes it. The record must show that it was she.
#[utoipa::path(post, path = "/api/v1/retention/wishes/{reference}", tag = "retention", request_body = Said,
    params(("reference" = String, Path)),
    responses((status = 201), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn record_wish(
    State(desk): State<RetentionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(said): Json<Said>,
) -> Result<StatusCode, Problem> {
    record_request(&desk, &caller.actor, reference(&text)?, &said.way).await.map_err(wish_problem)?;
    Ok(StatusCode::CREATED)
}

/// A decision on a wish.
#[derive(Deserialize, ToSchema)]
#[schema(as = ErasureWishDecision)]
#[serde(deny_unknown_fields)]
pub(super) struct WishDecision {
    /// Yes, or no.
    grant: bool,
    /// Why, in 10 to 2000 characters; sealed.
    why: String,
}

/// Grants or refuses a wish. Granted, it is a list that a second person has to confirm. Only by a token that its owner made
/// for `approve-erasure`.
#[utoipa::path(post, path = "/api/v1/retention/wishes/{reference}/decision", tag = "retention",
    request_body = WishDecision, params(("reference" = String, Path)),
    responses((status = 204), (status = 401), (status = 403), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn decide_wish(
    State(desk): State<RetentionDesk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(sent): Json<WishDecision>,
) -> Result<StatusCode, Problem> {
    let of = reference(&text)?;
    decide_request(&desk, &caller.actor, of, sent.grant, &sent.why).await.map_err(wish_problem)?;
    Ok(StatusCode::NO_CONTENT)
}

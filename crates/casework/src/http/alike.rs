//! On a record: complaints that are like it, why, and what an officer makes of them.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::{Desk, State as Stand, Summary, summary};
use haqqi_kernel::{Action, Actor, CommitError, Reference, judge};
use haqqi_web::{Errors, Form, Json, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::http::record::{back, page_alike, problem, reference};
use crate::same::{AlikeRow, KnownBy, PairAnswer, PairError, PairState, beside, decide_pair};

/// Days within which two are of the same week.
const WEEK: i32 = 7;
/// Less of the text than this is not worth a word, in thousandths.
const WORTH: i32 = 500;

/// So many that nobody has decided stand open; the weaker ones are a touch away.
const SHOWN: usize = 5;

/// The answers of the form.
const ANSWERS: [&str; 4] = ["kept-this", "kept-other", "same-workplace", "different"];

/// What the form sends, and keeps when it is refused.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    pub alike: String,
    #[serde(default)]
    pub alike_other: String,
    #[serde(default)]
    pub alike_answer: String,
    #[serde(default)]
    pub alike_known: String,
}

/// One that is alike.
pub(super) struct Shown {
    pub reference: String,
    pub kind: String,
    pub state: String,
    pub at: String,
    pub why: String,
    /// What an officer made of it, or nothing yet.
    pub decided: String,
}

/// The panel.
#[derive(Default)]
pub(super) struct Panel {
    /// Whether this person may say what they are.
    pub may: bool,
    /// The one sentence on the cluster, or nothing.
    pub cluster: String,
    /// The strongest that nobody has decided, and those that somebody has.
    pub rows: Vec<Shown>,
    /// The others.
    pub more: Vec<Shown>,
    /// What opens them, with their number.
    pub more_words: String,
    /// Those that nobody has decided: reference and words.
    pub open: Vec<(String, String)>,
    pub answers: Vec<(String, String, String)>,
    pub known: Vec<(String, String)>,
    pub typed: Typed,
}

/// Why they are alike, as one list.
fn why(page: &Page, row: &AlikeRow) -> String {
    let mut why = Vec::new();
    if let Some(workplace) = &row.workplace {
        why.push(page.t(&format!("casework-alike-workplace-{workplace}")));
    }
    if row.phone {
        why.push(page.t("casework-alike-phone"));
    }
    if row.employer_phone {
        why.push(page.t("casework-alike-employer-phone"));
    }
    if row.words >= WORTH {
        why.push(page.t1("casework-alike-words", "share", page.per_cent((row.words + 5) / 10 * 10)));
    }
    why.push(if row.days <= WEEK {
        page.t("casework-alike-week")
    } else {
        page.tn("casework-alike-days", "days", row.days)
    });
    page.language().list(&why)
}

impl Panel {
    /// The panel of a record.
    pub(super) async fn of(
        desk: &Desk,
        actor: &Actor,
        page: &Page,
        complaint: &Summary,
        typed: Typed,
    ) -> Result<Self, Problem> {
        let scope = judge(actor, Action::ReadComplaint).map_err(|_| Problem::not_found())?;
        let found = beside(desk, &scope, complaint).await.map_err(|e| Problem::because(&e))?;
        let apart = desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.against_worker);
        let decided = |row: &AlikeRow| match row.state {
            PairState::Suggested => String::new(),
            PairState::SamePerson if row.kept => page.t("casework-alike-gives-way"),
            PairState::SamePerson => page.t("casework-alike-goes-on"),
            other => page.t(&format!("casework-alike-{}", other.code())),
        };
        let rows: Vec<Shown> = found
            .rows
            .iter()
            .map(|row| Shown {
                reference: row.other.reference.to_string(),
                kind: page.label("kind", &row.other.kind),
                state: page.label("casework-state", row.other.state.code()),
                at: page.date(&row.other.received_at),
                why: why(page, row),
                decided: decided(row),
            })
            .collect();
        let open = rows.iter().filter(|row| row.decided.is_empty());
        let open: Vec<(String, String)> =
            open.map(|row| (row.reference.clone(), format!("{} · {}", row.reference, row.kind))).collect();
        // Undecided ones come first, the strongest first.
        let weaker = SHOWN.min(open.len())..open.len();
        let mut rows = rows;
        let more: Vec<Shown> = rows.drain(weaker).collect();
        let words = if complaint.state == Stand::Closed {
            "casework-alike-cluster-closed"
        } else {
            "casework-alike-cluster"
        };
        let cluster = found.cluster.map_or_else(String::new, |many| page.tn(words, "many", many));
        let hint = |code: &str| match code {
            "kept-this" | "kept-other" => page.t("casework-alike-kept-hint"),
            _ => String::new(),
        };
        Ok(Self {
            may: !apart && judge(actor, Action::WorkComplaint).is_ok(),
            cluster,
            open,
            rows,
            more_words: page.tn("casework-alike-more", "many", more.len()),
            more,
            answers: ANSWERS
                .map(|code| (code.to_owned(), page.t(&format!("casework-alike-answer-{code}")), hint(code)))
                .to_vec(),
            known: KnownBy::ALL
                .map(|known| {
                    (known.code().to_owned(), page.t(&format!("casework-alike-known-{}", known.code())))
                })
                .to_vec(),
            typed,
        })
    }
}

/// The field and the message of what a person can put right.
fn wrong(error: &PairError) -> Option<(&'static str, &'static str)> {
    match error {
        PairError::Read(haqqi_complaints::ReadError::NotFound) => {
            Some(("alike_other", "casework-error-reference"))
        }
        PairError::Apart => Some(("alike_other", "casework-alike-error-apart")),
        PairError::Group => Some(("alike_answer", "casework-alike-error-group")),
        PairError::Kept => Some(("alike_answer", "casework-alike-error-kept")),
        PairError::Closed => Some(("alike_answer", "casework-alike-error-closed")),
        _ => None,
    }
}

fn failed(error: PairError) -> Problem {
    match error {
        PairError::Read(error) => problem(error),
        PairError::Commit(CommitError::Unique(_)) => Problem::conflict(),
        PairError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

/// The answer of the form, or the field that lacks.
fn answer(
    this: Reference,
    other: Reference,
    code: &str,
    known: &str,
) -> Result<PairAnswer, (&'static str, &'static str)> {
    let kept = match code {
        "same-workplace" => return Ok(PairAnswer::SameWorkplace),
        "different" => return Ok(PairAnswer::Different),
        "kept-this" => this,
        "kept-other" => other,
        _ => return Err(("alike_answer", "common-error-choose")),
    };
    let known_by = KnownBy::from_code(known).ok_or(("alike_known", "casework-alike-error-known"))?;
    Ok(PairAnswer::SamePerson { kept, known_by })
}

pub(super) async fn decide_form(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let this = reference(&text)?;
    // Who may not reach this one learns nothing of the other.
    let scope = judge(&session.actor, Action::WorkComplaint).map_err(|_| Problem::not_found())?;
    summary(&desk, &scope, this).await.map_err(problem)?;
    let named = if typed.alike_other.trim().is_empty() { &typed.alike } else { &typed.alike_other };
    let done: Result<(), (&'static str, &'static str)> = match named.trim().parse::<Reference>() {
        Err(_) => Err(("alike_other", "casework-error-reference")),
        Ok(other) => match answer(this, other, &typed.alike_answer, &typed.alike_known) {
            Err(wrong) => Err(wrong),
            Ok(answer) => match decide_pair(&desk, &session.actor, this, other, answer).await {
                Ok(()) => return Ok(back(&text)),
                Err(error) => match wrong(&error) {
                    Some(wrong) => Err(wrong),
                    None => return Err(failed(error)),
                },
            },
        },
    };
    let mut errors = Errors::none();
    if let Err((field, message)) = done {
        errors.add(&session.page, field, message);
    }
    page_alike(&desk, session, this, errors, typed).await
}

/// A complaint that is like this one.
#[derive(Serialize, ToSchema)]
pub(super) struct AlikeAnswer {
    other: String,
    /// `suggested`, `same-person` or `same-workplace`.
    state: &'static str,
    phone: bool,
    employer_phone: bool,
    /// `linked`, `named`, `place`: the same workplace; `told`: only a name that is like it.
    workplace: Option<String>,
    /// How much of the text is the same, in thousandths.
    words: i32,
    days: i32,
    /// Whether the other goes on in place of this one.
    kept: bool,
}

/// What stands beside a complaint.
#[derive(Serialize, ToSchema)]
pub(super) struct BesideAnswer {
    /// How many tell of its workplace, with itself, where they are a cluster.
    cluster: Option<usize>,
    alike: Vec<AlikeAnswer>,
}

/// Complaints that are like this one, with reasons, as far as this account may see them.
#[utoipa::path(get, path = "/api/v1/casework/complaints/{reference}/alike", tag = "casework",
    params(("reference" = String, Path)),
    responses((status = 200, body = BesideAnswer), (status = 401), (status = 404)))]
pub(super) async fn read_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<BesideAnswer>, Problem> {
    let scope = judge(&caller.actor, Action::ReadComplaint).map_err(|_| Problem::not_found())?;
    let complaint = summary(&desk, &scope, reference(&text)?).await.map_err(problem)?;
    let found = beside(&desk, &scope, &complaint).await.map_err(|e| Problem::because(&e))?;
    let alike = found.rows.into_iter().map(|row| AlikeAnswer {
        other: row.other.reference.to_string(),
        state: row.state.code(),
        phone: row.phone,
        employer_phone: row.employer_phone,
        workplace: row.workplace,
        words: row.words,
        days: row.days,
        kept: row.kept,
    });
    Ok(Json(BesideAnswer { cluster: found.cluster, alike: alike.collect() }))
}

/// What two complaints are to each other.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Compared {
    /// The other's reference.
    other: String,
    /// `kept-this` and `kept-other` (one person told twice, and this or the other goes on), `same-workplace`,
    /// `different`.
    answer: String,
    /// For one person: `codes`, `met` or `called`.
    #[serde(default)]
    known_by: String,
}

/// Says what two complaints are to each other. Nothing is deleted, and each keeps its code, claims and clocks.
#[utoipa::path(post, path = "/api/v1/casework/complaints/{reference}/alike", tag = "casework",
    request_body = Compared, params(("reference" = String, Path)),
    responses((status = 204), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn decide_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(asked): Json<Compared>,
) -> Result<Response, Problem> {
    let this = reference(&text)?;
    let field = |field: &'static str| match field {
        "alike_answer" => "answer",
        "alike_known" => "known_by",
        _ => "other",
    };
    let refuse = |(named, message): (&'static str, &'static str)| {
        Problem::unprocessable().field(field(named), message)
    };
    let scope = judge(&caller.actor, Action::WorkComplaint).map_err(|_| Problem::not_found())?;
    summary(&desk, &scope, this).await.map_err(problem)?;
    let other = asked.other.parse::<Reference>();
    let other = other.map_err(|_| refuse(("alike_other", "casework-error-reference")))?;
    let answer = answer(this, other, &asked.answer, &asked.known_by).map_err(refuse)?;
    match decide_pair(&desk, &caller.actor, this, other, answer).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(error) => Err(match wrong(&error) {
            Some(wrong) => refuse(wrong),
            None => failed(error),
        }),
    }
}

//! “Tell us why you left, or must leave”: advice first, then one short form, then a receipt that says what it is and
//! what it is not (`safeguards.md` 14).

use askama::Template;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use haqqi_documents::{Block, Paper};
use haqqi_kernel::idempotency::{Replay, look_up};
use haqqi_kernel::{Actor, read_day};
use haqqi_web::{Errors, Form, JsonBytes, Page, Problem, Stamp, Visit, WorkerPage, render};

use crate::Desk;
use crate::file::FileError;
use crate::http::api::{FiledAnswer, field_problem};
use crate::http::once::{self, Once, created};
use crate::http::receipt::{Receipt, kept, receipt_shown};
use crate::leave::{LeaveError, LeavingNotice, tell_leaving};
use crate::model::Employer;

#[derive(Template)]
#[template(path = "leave.html")]
struct Advice {
    page: Page,
    limits: Vec<String>,
}

#[derive(Template)]
#[template(path = "leave_form.html")]
struct LeaveForm {
    page: Page,
    errors: Errors,
    typed: Typed,
    hows: Vec<(String, String, String)>,
    reasons: Vec<(String, String, String)>,
    governorates: Vec<(String, String)>,
}

/// What was typed, as it was typed.
#[derive(Default)]
struct Typed {
    key: String,
    stamp: String,
    /// What stood in the field that no person sees.
    trap: String,
    how: String,
    since: String,
    reasons: Vec<String>,
    words: String,
    employer_name: String,
    employer_place: String,
    governorate: String,
    danger: bool,
}

impl Typed {
    fn of(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "key" => typed.key = value,
                "stamp" => typed.stamp = value,
                "website" => typed.trap = value,
                "how" => typed.how = value,
                "since" => typed.since = value,
                "reason" => typed.reasons.push(value),
                "words" => typed.words = value,
                "employer_name" => typed.employer_name = value,
                "employer_place" => typed.employer_place = value,
                "governorate" => typed.governorate = value,
                "danger" => typed.danger = value == "yes",
                _ => {}
            }
        }
        typed
    }

    fn notice(&self, language: &str, since: Option<NaiveDate>) -> LeavingNotice {
        LeavingNotice {
            language: language.to_owned(),
            left: self.how == "left",
            since,
            reasons: self.reasons.clone(),
            words: self.words.clone(),
            employer: Employer {
                name: self.employer_name.trim().to_owned(),
                place: self.employer_place.trim().to_owned(),
                governorate: Some(self.governorate.clone()).filter(|code| !code.is_empty()),
                ..Employer::default()
            },
            danger: self.danger,
        }
    }
}

fn on(desk: &Desk) -> Result<(), Problem> {
    desk.site.pack.leaving_kind().map(|_| ()).ok_or_else(Problem::not_found)
}

/// The advice: before anything else.
pub(super) async fn advice(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
) -> Result<Response, Problem> {
    on(&desk)?;
    let starts = desk.site.pack.leaving_kind().map(|(_, starts)| starts.to_owned()).unwrap_or_default();
    let today = crate::days::today(&desk, None);
    let limits = crate::days::clocks_of(&desk, None, &crate::days::ToldDays::from([(starts, today)]))
        .into_iter()
        .map(|clock| crate::http::days::sentence(&desk, &page, &clock))
        .collect();
    Ok(render(StatusCode::OK, &Advice { page, limits }))
}

pub(super) async fn begin(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
) -> Result<Response, Problem> {
    on(&desk)?;
    let typed = Typed { key: page.form_key(), stamp: Stamp::issue(&desk.site).stamp, ..Typed::default() };
    Ok(shown(&desk, page, Errors::none(), typed))
}

fn shown(desk: &Desk, page: Page, errors: Errors, typed: Typed) -> Response {
    let pack = &desk.site.pack;
    let how = |code: &str, id: &str| (code.to_owned(), page.t(id), String::new());
    let hows = vec![how("left", "complaints-left-left"), how("must", "complaints-left-must")];
    let reasons = pack.leaving_reasons();
    let reasons =
        reasons.iter().map(|r| (r.code.clone(), page.label("leaving", &r.code), String::new())).collect();
    let governorates =
        pack.governorates().iter().map(|g| (g.code.clone(), page.label("governorate", &g.code))).collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    render(status, &LeaveForm { page, errors, typed, hows, reasons, governorates })
}

/// Field and message of a refusal that she can put right.
fn wrong(error: &LeaveError) -> Option<(&'static str, &'static str)> {
    match error {
        LeaveError::Empty => Some(("reason", "complaints-left-error-why")),
        LeaveError::Reason => Some(("reason", "common-error-choose")),
        LeaveError::Day => Some(("since", "complaints-left-error-day")),
        LeaveError::File(FileError::Field { field: "employer.governorate", .. }) => {
            Some(("governorate", "common-error-choose"))
        }
        LeaveError::File(FileError::Field { field: "employer.name", .. }) => {
            Some(("employer_name", "complaints-error-long"))
        }
        LeaveError::File(FileError::Field { field: "employer.place", .. }) => {
            Some(("employer_place", "complaints-error-long"))
        }
        LeaveError::File(FileError::Field { .. }) => Some(("words", "complaints-error-long")),
        _ => None,
    }
}

fn failed(error: LeaveError) -> Problem {
    match error {
        LeaveError::Off => Problem::not_found(),
        LeaveError::Commit(error) => Problem::uncommitted(&error),
        other => Problem::because(&other),
    }
}

pub(super) async fn tell(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    visit: Visit,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    on(&desk)?;
    let body = [page.tag().as_bytes(), serde_json::to_vec(&pairs).unwrap_or_default().as_slice()].concat();
    let mut typed = Typed::of(pairs);
    let mut errors = Errors::none();
    let since = read_day(&typed.since);
    if since.is_none() && !typed.since.trim().is_empty() {
        errors.add(&page, "since", "complaints-left-error-day");
    }
    if typed.how != "left" && typed.how != "must" {
        errors.add(&page, "how", "common-error-choose");
    }
    if !errors.is_empty() {
        return Ok(shown(&desk, page, errors, typed));
    }
    if typed.key.len() != 32 {
        typed.key = page.form_key();
    }
    visit.file(&desk.site, &typed.stamp, &typed.trap).await?;
    let house = &desk.site.house;
    let replay = look_up(house, &desk.under_way, "leaving", &typed.key, &body).await;
    let receipt: Receipt = match replay.map_err(|e| Problem::because(&e))? {
        Replay::Answered(answer) => serde_json::from_slice(&answer).map_err(|e| Problem::because(&e))?,
        // The same form with other words is another notice: it gets a key of its own.
        Replay::OtherBody => {
            typed.key = page.form_key();
            return Ok(shown(&desk, page, Errors::none(), typed));
        }
        Replay::UnderWay => return Err(Problem::conflict()),
        Replay::Fresh(fresh) => {
            let mut unit = house.unit(Actor::Stranger);
            match tell_leaving(&desk, &mut unit, "web", &typed.notice(page.tag(), since)) {
                Ok(filed) => {
                    let receipt = Receipt { leaving: true, ..Receipt::of(&filed) };
                    fresh.keep(&mut unit, &serde_json::to_vec(&receipt).unwrap_or_default());
                    unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
                    receipt
                }
                Err(error) => {
                    let (field, message) = wrong(&error).ok_or_else(|| failed(error))?;
                    errors.add(&page, field, message);
                    return Ok(shown(&desk, page, errors, typed));
                }
            }
        }
    };
    Ok(receipt_shown(&desk, &page, &receipt))
}

/// The paper that she means to show: who issued it, when she told, and what it does not give. Signed, and to be checked
/// without her code. It is made only when she asks for it.
pub(super) async fn notice(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = kept(&desk, &headers).await?;
    if !receipt.leaving {
        return Err(Problem::not_found());
    }
    let letters =
        receipt.statement().map(|said| desk.site.house.vault().sign_notice(&said)).unwrap_or_default();
    let isolated = |text: String| format!("\u{2068}{text}\u{2069}");
    let time = isolated(page.date_time(&receipt.received_at));
    let paper = Paper::new(page.language(), page.attribute("complaints-left-notice"))
        .sender(page.attribute("pack-authority"))
        .with(Block::text(page.t1("complaints-left-receipt", "time", time)))
        .with(Block::Code { label: page.t("complaints-paper-number"), code: receipt.reference.clone() })
        .with(Block::Qr { content: letters, label: page.attribute("complaints-verify-title") });
    let pdf = desk.press.print(vec![paper]).await.map_err(|e| Problem::because(&e))?;
    let head = [
        (CONTENT_TYPE, "application/pdf"),
        (CONTENT_DISPOSITION, "attachment; filename=\"notice.pdf\""),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((StatusCode::OK, head, pdf).into_response())
}

/// Tells why she left, or must leave. It is filed as a complaint of the kind that the pack names; the same
/// `Idempotency-Key` with the same body answers the same. 404 where the country has no such notice.
#[utoipa::path(post, path = "/api/v1/leaving-notices", tag = "complaints", request_body = Object,
    params(("Idempotency-Key" = Option<String>, Header, description = "At most 255 characters; the answer is kept 24 hours")),
    responses((status = 201, body = crate::http::api::FiledAnswer), (status = 400), (status = 404), (status = 409), (status = 413), (status = 415), (status = 422), (status = 429)))]
pub(super) async fn create(
    State(desk): State<Desk>,
    visit: Visit,
    headers: HeaderMap,
    JsonBytes(notice, body): JsonBytes<LeavingNotice>,
) -> Result<Response, Problem> {
    let house = &desk.site.house;
    let fresh = match once::by_key(&desk, "leaving-api", &headers, &body).await? {
        Once::Go(fresh) => fresh,
        Once::Answered(answer) => return Ok(answer),
    };
    visit.file_by_program(&desk.site).await?;
    let cover = desk.cover().await.map_err(|e| Problem::because(&e))?;
    let mut unit = house.unit(Actor::Stranger);
    let filed = tell_leaving(&desk, &mut unit, "api", &notice).map_err(|error| match error {
        LeaveError::File(FileError::Field { field, problem }) => field_problem(field, problem),
        other => match wrong(&other) {
            Some((field, message)) => Problem::unprocessable().field(field, message),
            None => failed(other),
        },
    })?;
    let answer =
        serde_json::to_vec(&FiledAnswer::of(&desk, &cover, &filed)).map_err(|e| Problem::because(&e))?;
    if let Some(fresh) = &fresh {
        fresh.keep(&mut unit, &answer);
    }
    unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
    Ok(created(answer))
}

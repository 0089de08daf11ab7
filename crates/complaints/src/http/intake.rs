//! Telephone and counter: one form, top to bottom in the order in which one asks. What is shown at the end is read aloud
//! or printed, once.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_kernel::idempotency::{Replay, look_up};
use haqqi_kernel::{Action, ReceiptCode, Reference, judge};
use haqqi_web::{Errors, Form, Json, Page, Problem, render};
use haqqi_worklist::Promise;

use crate::Desk;
use crate::come_back::enter;
use crate::file::FileError;
use crate::http::api::field_problem;
use crate::http::days::{AskedDay, NO_DAY, asked_days, day_field, read_days};
use crate::http::fields::{Choice, Fields, choices, form_field, message};
use crate::http::once::{self, Once, created};
use crate::http::receipt::{Receipt, printed};
use crate::intake::{
    AnswerBy, IntakeError, IntakeWords, Interpreted, TakeIntake, TakenDown, Way, take_intake,
};
use crate::keep::KeepError;
use crate::model::{Channel, Contact};
use crate::receipt_again::receipt_again;

/// A question of the pack, as asked aloud.
struct Question {
    field: String,
    text: String,
    answer: String,
}

#[derive(Template)]
#[template(path = "intake.html")]
struct IntakePage {
    page: Page,
    errors: Errors,
    typed: Fields,
    ways: Vec<Choice>,
    languages: Vec<(String, String)>,
    interpreted: Vec<Choice>,
    yes_no: Vec<Choice>,
    speakers: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    governorates: Vec<(String, String)>,
    questions: Vec<Question>,
    days: Vec<AskedDay>,
    answers: Vec<(String, String)>,
    ages: Vec<(String, String)>,
    answer_by: Vec<Choice>,
    sexes: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "intake_done.html")]
struct DonePage {
    page: Page,
    taken: TakenDown,
    promise: Promise,
    language: String,
}

fn form(desk: &Desk, page: Page, typed: Fields, errors: Errors) -> Response {
    let pack = &desk.site.pack;
    let ways =
        choices(&page, [("phone", "complaints-intake-phone"), ("counter", "complaints-intake-counter")]);
    let languages = haqqi_language::KNOWN
        .iter()
        .filter(|known| desk.site.languages.for_worker(known.tag).is_some())
        .map(|known| (known.tag.to_owned(), known.own_name.to_owned()))
        .collect();
    let interpreted = choices(
        &page,
        [
            ("no", "complaints-intake-interpreted-no"),
            ("staff", "complaints-intake-interpreted-staff"),
            ("outside", "complaints-intake-interpreted-outside"),
        ],
    );
    let answer_by = choices(
        &page,
        [
            ("code", "complaints-intake-by-code"),
            ("visit", "complaints-intake-by-visit"),
            ("call", "complaints-intake-by-call"),
            ("trusted", "complaints-intake-by-trusted"),
        ],
    );
    let yes_no = choices(&page, [("yes", "common-yes"), ("no", "common-no")]);
    let speakers = pack.filers_to_choose().map(|f| (f.code.clone(), page.label("filer", &f.code))).collect();
    let kinds =
        pack.kinds_on_page().iter().map(|kind| (kind.code.clone(), page.label("kind", &kind.code))).collect();
    let governorates =
        pack.governorates().iter().map(|g| (g.code.clone(), page.label("governorate", &g.code))).collect();
    let questions = desk.screening.questions();
    let questions = questions
        .iter()
        .map(|question| Question {
            field: format!("answer-{}", question.id),
            text: page.t(&question.ask),
            answer: typed.get(&format!("answer-{}", question.id)).to_owned(),
        })
        .collect();
    let days = asked_days(desk, &page, |event| typed.get(&day_field(event)).to_owned());
    let pair = |code: &str, id: &str| (code.to_owned(), page.t(id));
    let answers = vec![pair("yes", "common-yes"), pair("no", "common-no"), pair("unknown", "common-unknown")];
    let ages = vec![
        pair("adult", "complaints-age-adult"),
        pair("child", "complaints-age-child"),
        pair("unknown", "complaints-age-unknown"),
    ];
    let sexes = vec![pair("female", "complaints-sex-female"), pair("male", "complaints-sex-male")];
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = IntakePage {
        page,
        errors,
        typed,
        ways,
        languages,
        interpreted,
        yes_no,
        speakers,
        kinds,
        governorates,
        questions,
        days,
        answers,
        ages,
        answer_by,
        sexes,
    };
    render(status, &shown)
}

pub(super) async fn show(State(desk): State<Desk>, session: StaffSession) -> Result<Response, Problem> {
    judge(&session.actor, Action::TakeIntake).map_err(|_| Problem::not_found())?;
    Ok(form(&desk, session.page, Fields::default(), Errors::none()))
}

/// What was typed, as a command; what must be chosen and was not is said at once.
fn command(desk: &Desk, page: &Page, typed: &Fields) -> Result<TakeIntake, Errors> {
    let mut errors = Errors::none();
    let way = Way::from_code(typed.get("way"));
    if way.is_none() {
        errors.add(page, "way", "common-error-choose");
    }
    let private = match typed.get("private") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    if private.is_none() {
        errors.add(page, "private", "common-error-choose");
    }
    if typed.get("language").is_empty() {
        errors.add(page, "language", "common-error-choose");
    }
    if typed.get("filed_by").is_empty() {
        errors.add(page, "filed_by", "common-error-choose");
    }
    let days = read_days(desk, page, &mut errors, NO_DAY, |field| typed.get(field).to_owned());
    let (Some(way), Some(private), true) = (way, private, errors.is_empty()) else { return Err(errors) };
    let answer_by = AnswerBy::from_code(typed.get("answer_by")).unwrap_or_default();
    let mut told = typed.told(typed.get("language"));
    told.worker.name = typed.text("name");
    told.days = days;
    if answer_by == AnswerBy::Call {
        told.contact = Contact {
            channel: Channel::Phone,
            address: typed.text("address"),
            hers_alone: typed.ticked("hers_alone"),
            when: typed.text("when"),
            ..Contact::default()
        };
    }
    let (first, second) = (typed.text("first"), typed.text("second"));
    Ok(TakeIntake {
        way,
        interpreted: Interpreted::from_code(typed.get("interpreted")).unwrap_or_default(),
        interpreter_apart: typed.ticked("interpreter_apart"),
        private,
        answer_by,
        words: IntakeWords {
            interpreter: typed.text("interpreter"),
            trusted: typed.text("trusted"),
            trusted_known_by: typed.text("trusted_known_by"),
            may_be_told: typed.text("may_be_told"),
        },
        kept: (!first.is_empty() || !second.is_empty()).then_some((first, second)),
        told,
    })
}

/// Field and message of a refusal that can be put right in the form.
fn wrong(error: &IntakeError) -> Option<(&'static str, &'static str)> {
    match error {
        IntakeError::File(FileError::Field { field, problem }) | IntakeError::Field(field, problem) => {
            let field = form_field(field);
            let id = match field {
                "hers_alone" => "complaints-intake-error-hers",
                "answer_by" => "complaints-intake-error-trusted",
                "interpreter_apart" => "complaints-intake-error-apart",
                _ => message(field, *problem),
            };
            Some((field, id))
        }
        IntakeError::Keep(KeepError::Words) => Some(("first", "complaints-intake-error-words")),
        _ => None,
    }
}

fn failed(error: &IntakeError) -> Problem {
    match error {
        IntakeError::Denied | IntakeError::File(FileError::Denied) => Problem::not_found(),
        IntakeError::Commit(error) => Problem::uncommitted(error),
        other => Problem::because(other),
    }
}

/// What is read to her, with the time that can be kept by the roster as it stands.
async fn done(desk: &Desk, page: Page, taken: TakenDown, language: String) -> Result<Response, Problem> {
    let promise = desk.promise(None, taken.received_at, taken.acknowledge_by).await;
    let promise = promise.map_err(|e| Problem::because(&e))?;
    Ok(render(StatusCode::CREATED, &DonePage { page, taken, language, promise }))
}

pub(super) async fn submit(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, staff, .. } = session;
    judge(&actor, Action::TakeIntake).map_err(|_| Problem::not_found())?;
    let typed = Fields::of(pairs);
    let language = typed.text("language");
    let taken = match command(&desk, &page, &typed) {
        Ok(taken) => taken,
        Err(errors) => return Ok(form(&desk, page, typed, errors)),
    };
    // Sent twice, it is one complaint, and its code is shown again.
    let body = [staff.id.as_bytes().as_slice(), typed.canonical().as_slice()].concat();
    let key = typed.key(&page);
    let replay = look_up(&desk.site.house, &desk.under_way, "intake", &key, &body).await;
    let once = match replay.map_err(|e| Problem::because(&e))? {
        Replay::Fresh(once) => once,
        Replay::Answered(answer) => {
            let taken = serde_json::from_slice(&answer).map_err(|e| Problem::because(&e))?;
            return done(&desk, page, taken, language).await;
        }
        Replay::UnderWay | Replay::OtherBody => return Err(Problem::conflict()),
    };
    match take_intake(&desk, &actor, &taken, Some(&once)).await {
        Ok(taken) => done(&desk, page, taken, language).await,
        Err(error) => match wrong(&error) {
            Some((field, id)) => {
                let mut errors = Errors::none();
                errors.add(&page, field, id);
                Ok(form(&desk, page, typed, errors))
            }
            None => Err(failed(&error)),
        },
    }
}

/// The paper to hand over: neutral, in her language, for whoever spoke.
pub(super) async fn paper(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    judge(&session.actor, Action::TakeIntake).map_err(|_| Problem::not_found())?;
    let typed = Fields::of(pairs);
    let reference = typed.get("reference").parse::<Reference>().map_err(|_| Problem::not_found())?;
    let code = typed.get("code").parse::<ReceiptCode>().map_err(|_| Problem::not_found())?;
    let entered = enter(&desk, reference, &code).await.map_err(|_| Problem::not_found())?;
    let again = receipt_again(&desk, &entered).await.map_err(|e| Problem::because(&e))?;
    let languages = &desk.site.languages;
    let wanted = again.language.as_deref().unwrap_or_else(|| typed.get("language"));
    let language = languages.for_worker(wanted).unwrap_or_else(|| languages.negotiate(wanted));
    let page = Page::for_worker(desk.site.clone(), language, "/");
    printed(&desk, &page, &Receipt::again(&again, &code, !entered.is_herself())).await
}

/// Takes down what a caller tells. The same `Idempotency-Key` with the same body answers the same.
#[utoipa::path(post, path = "/api/v1/casework/intake", tag = "casework", request_body = Object,
    params(("Idempotency-Key" = Option<String>, Header, description = "At most 255 characters; the answer is kept 24 hours")),
    responses((status = 201, body = Object), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn intake_json(
    State(desk): State<Desk>,
    caller: ApiStaff,
    headers: HeaderMap,
    Json(taken): Json<TakeIntake>,
) -> Result<Response, Problem> {
    judge(&caller.actor, Action::TakeIntake).map_err(|_| Problem::not_found())?;
    let told = serde_json::to_vec(&taken).map_err(|e| Problem::because(&e))?;
    let body = [caller.staff.id.as_bytes().as_slice(), told.as_slice()].concat();
    let once = match once::by_key(&desk, "intake-json", &headers, &body).await? {
        Once::Go(once) => once,
        Once::Answered(answer) => return Ok(answer),
    };
    match take_intake(&desk, &caller.actor, &taken, once.as_ref()).await {
        Ok(taken) => Ok(created(serde_json::to_vec(&taken).map_err(|e| Problem::because(&e))?)),
        Err(IntakeError::File(FileError::Field { field, problem }) | IntakeError::Field(field, problem)) => {
            Err(field_problem(field, problem))
        }
        Err(error) => match wrong(&error) {
            Some((field, id)) => Err(Problem::unprocessable().field(field, id)),
            None => Err(failed(&error)),
        },
    }
}

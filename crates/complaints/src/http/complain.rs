//! Telling what happened: five steps, each a plain form; the answers travel in hidden fields and nothing is kept
//! before the last one is sent.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, Months};
use haqqi_kernel::Actor;
use haqqi_kernel::idempotency::{Replay, look_up};
use haqqi_pack::{Confidentiality as Feasible, Pack};
use haqqi_web::{Errors, Form, Page, Problem, Stamp, Visit, WorkerPage, render};

use crate::Desk;
use crate::check::{FieldProblem, check, check_filer};
use crate::file::{FileError, file};
use crate::http::draft::{ClaimRow, Draft, LOCK, OVER};
use crate::http::reach::{Reach, wrong};
use crate::http::read_over::{Told, read_over};
use crate::http::receipt::{Receipt, receipt_shown};
use crate::model::Confidentiality;

/// How many steps there are.
const STEPS: usize = 5;

/// The fields that each step shows.
const SHOWN: [&[&str]; STEPS] = [
    &["narrative", "kind"],
    &["filed_by", "employer_name", "employer_place", "governorate", "confidentiality", "claim_rows"],
    &["danger", "age"],
    &[
        "channel",
        "address",
        "whose",
        "when",
        "never_call",
        "no_message",
        "safe_word",
        "open_words",
        "interpreter_sex",
    ],
    &[],
];

/// A safety question as the page shows it.
struct Question {
    field: String,
    text: String,
    answer: String,
}

#[derive(Template)]
#[template(path = "complain.html")]
struct Step {
    page: Page,
    errors: Errors,
    at: usize,
    draft: Draft,
    carried: Vec<(String, String)>,
    kinds: Vec<(String, String, String)>,
    filers: Vec<(String, String)>,
    governorates: Vec<(String, String)>,
    questions: Vec<Question>,
    ages: Vec<(String, String, String)>,
    reach: Reach,
    confidentialities: Vec<(String, String, String)>,
    /// What can be done without saying who she is, for her kind of complaint: the kind's name and the words.
    can: (String, String),
    claims: Vec<ClaimRow>,
    months: Vec<(String, String)>,
    sexes: Vec<(String, String)>,
    yes_no: Vec<(String, String)>,
    rows: Vec<Told>,
}

pub(super) async fn begin(State(desk): State<Desk>, WorkerPage(page): WorkerPage) -> Response {
    let stamped = Stamp::issue(&desk.site);
    let mut draft = Draft::default();
    draft.set("key", page.form_key());
    draft.set("stamp", stamped.stamp);
    draft.set(LOCK, stamped.key);
    show(&desk, page, 1, draft, Errors::none())
}

fn value<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
}

fn number(pairs: &[(String, String)], name: &str) -> usize {
    let typed = pairs.iter().find(|(field, _)| field == name).and_then(|(_, value)| value.parse().ok());
    typed.unwrap_or(1).clamp(1, STEPS)
}

pub(super) async fn step(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    visit: Visit,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let trap = value(&pairs, "website").to_owned();
    let at = number(&pairs, "step");
    let go = Some(value(&pairs, "go")).filter(|go| !go.is_empty()).unwrap_or("next").to_owned();
    let mut draft = Draft::of(pairs);
    if draft.get("key").len() != 32 {
        draft.set("key", page.form_key());
    }
    match go.as_str() {
        "back" => return Ok(show(&desk, page, at.saturating_sub(1).max(1), draft, Errors::none())),
        "stay" => return Ok(show(&desk, page, at, draft, Errors::none())),
        "more" => {
            draft.add_claim_row();
            return Ok(show(&desk, page, at, draft, Errors::none()));
        }
        other => {
            // Read over, and changed: what she typed comes along, whatever is wrong with it.
            let step = other.strip_prefix("change-").and_then(|step| step.parse::<usize>().ok());
            if let Some(step) = step {
                return Ok(show(&desk, page, step.clamp(1, STEPS), draft, Errors::none()));
            }
        }
    }
    let (errors, fault) = faults(&desk, &page, &draft);
    // A fault is shown on the step that holds its field, and never on one that she has not reached yet.
    let reached = if go == "send" { STEPS } else { at };
    if let Some(fault) = fault.filter(|fault| *fault <= reached) {
        let shown = show(&desk, page, fault, draft, errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response());
    }
    if go == "send" {
        visit.file(&desk.site, draft.get("stamp"), &trap).await?;
        return send(&desk, page, &draft).await;
    }
    let next = if over(&desk, &draft, at) { STEPS } else { (at + 1).min(STEPS) };
    Ok(show(&desk, page, next, draft, Errors::none()))
}

/// Whether she goes back to where all of it stands to be read over: she was there, and no question opened since.
fn over(desk: &Desk, draft: &Draft, at: usize) -> bool {
    let pay = at == 1
        && draft.asks_claims(&desk.site.pack)
        && draft.claims(&desk.site.pack).is_ok_and(|c| c.is_empty());
    draft.get(OVER) == "yes" && !pay
}

/// What is wrong with the draft, and on which step.
pub(super) fn faults(desk: &Desk, page: &Page, draft: &Draft) -> (Errors, Option<usize>) {
    let mut errors = Errors::none();
    if let Some(field) = draft.unknown_code() {
        let at = SHOWN.iter().position(|shown| shown.contains(&field)).map_or(3, |at| at + 1);
        errors.add(page, field, "common-error-choose");
        return (errors, Some(at));
    }
    let pack = &desk.site.pack;
    if let Err((field, message)) = draft.claims(pack) {
        errors.add(page, &field, message);
        return (errors, Some(2));
    }
    let command = draft.command(page.tag(), pack);
    let checked = check_filer(desk, &Actor::Stranger, &command).and_then(|()| check(desk, &command));
    let Err(FileError::Field { field, problem }) = checked else { return (errors, None) };
    let (form_field, at) = match field {
        "kind" => ("kind", 1),
        "filed_by" => ("filed_by", 2),
        "employer.name" => ("employer_name", 2),
        "employer.place" => ("employer_place", 2),
        "employer.governorate" => ("governorate", 2),
        "claims" => ("claim-month-1", 2),
        "answers" => ("danger", 3),
        "interpreter_sex" => ("interpreter_sex", 4),
        contact if contact.starts_with("contact.") => {
            let (form_field, message) = wrong(contact, problem, command.contact.channel);
            errors.add(page, form_field, message);
            return (errors, Some(4));
        }
        _ => ("narrative", 1),
    };
    let message = match (form_field, problem) {
        ("narrative", FieldProblem::Empty) => "complaints-error-narrative",
        (_, FieldProblem::TooLong) => "complaints-error-long",
        (_, FieldProblem::NotYours) => "complaints-error-filer",
        _ => "common-error-choose",
    };
    errors.add(page, form_field, message);
    (errors, Some(at))
}

/// What became of a draft that was sent.
pub(super) enum Taken {
    /// It is on disk.
    Filed(Receipt),
    /// The same form with other words is another complaint: it needs a key of its own.
    Other,
}

/// Files the draft, once however often it is sent.
pub(super) async fn take(desk: &Desk, page: &Page, draft: &Draft) -> Result<Taken, Problem> {
    let house = &desk.site.house;
    let body = [page.tag().as_bytes(), draft.canonical().as_slice()].concat();
    let replay = look_up(house, &desk.under_way, "form", draft.get("key"), &body)
        .await
        .map_err(|e| Problem::because(&e))?;
    let fresh = match replay {
        Replay::Answered(answer) => {
            return serde_json::from_slice(&answer).map(Taken::Filed).map_err(|e| Problem::because(&e));
        }
        Replay::OtherBody => return Ok(Taken::Other),
        Replay::UnderWay => return Err(Problem::conflict()),
        Replay::Fresh(fresh) => fresh,
    };
    let mut unit = house.unit(Actor::Stranger);
    let filed =
        file(desk, &mut unit, "web", &draft.command(page.tag(), &desk.site.pack)).map_err(|e| match e {
            FileError::Field { .. } => Problem::unprocessable(),
            other => Problem::because(&other),
        })?;
    let receipt = Receipt::of(&filed);
    fresh.keep(&mut unit, &serde_json::to_vec(&receipt).unwrap_or_default());
    unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
    Ok(Taken::Filed(receipt))
}

async fn send(desk: &Desk, page: Page, draft: &Draft) -> Result<Response, Problem> {
    let receipt = match take(desk, &page, draft).await? {
        Taken::Filed(receipt) => receipt,
        Taken::Other => {
            let mut again = draft.clone();
            again.set("key", page.form_key());
            return Ok(show(desk, page, STEPS, again, Errors::none()));
        }
    };
    Ok(receipt_shown(desk, &page, &receipt))
}

fn show(desk: &Desk, page: Page, at: usize, mut draft: Draft, errors: Errors) -> Response {
    if at == STEPS {
        draft.set(OVER, "yes".to_owned());
    }
    let pack = &desk.site.pack;
    let hint = |id: String| if page.language().has(&id) { page.t(&id) } else { String::new() };
    let kinds = pack
        .kinds_on_page()
        .iter()
        .map(|kind| (kind.code.clone(), page.label("kind", &kind.code), kind.icon.clone()))
        .collect();
    let filers = pack
        .filers()
        .iter()
        .filter(|filer| filer.on_page)
        .map(|filer| (filer.code.clone(), page.label("filer", &filer.code)))
        .collect();
    let governorates =
        pack.governorates().iter().map(|g| (g.code.clone(), page.label("governorate", &g.code))).collect();
    let questions = desk
        .screening
        .questions()
        .iter()
        .map(|question| Question {
            field: format!("answer-{}", question.id),
            text: page.t(&question.ask),
            answer: draft.answer(&question.id).to_owned(),
        })
        .collect();
    let triple = |code: &str, id: &str| (code.to_owned(), page.t(id), hint(format!("{id}-hint")));
    let ages = vec![
        triple("adult", "complaints-age-adult"),
        triple("child", "complaints-age-child"),
        triple("unknown", "complaints-age-unknown"),
    ];
    let reach = Reach::of(&page, |name| draft.get(name));
    let confidentialities =
        Confidentiality::ALL.map(|c| triple(c.code(), &format!("complaints-secret-{}", c.code()))).to_vec();
    let can = can_be_done(pack, &page, &draft);
    let claims = if draft.asks_claims(pack) { draft.claim_rows() } else { Vec::new() };
    let months = if claims.is_empty() { Vec::new() } else { months(&page) };
    let pair = |code: &str, id: &str| (code.to_owned(), page.t(id));
    let sexes = vec![pair("female", "complaints-sex-female"), pair("male", "complaints-sex-male")];
    let yes_no = vec![pair("yes", "common-yes"), pair("no", "common-no"), pair("unknown", "common-unknown")];
    let shown = SHOWN.get(at - 1).copied().unwrap_or_default();
    let carried = draft.hidden(shown, at == 3, at == 2 && draft.asks_claims(pack));
    let rows = if at == STEPS { read_over(desk, &page, &draft) } else { Vec::new() };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    render(
        status,
        &Step {
            errors,
            at,
            carried,
            kinds,
            filers,
            governorates,
            questions,
            ages,
            reach,
            confidentialities,
            can,
            claims,
            months,
            sexes,
            yes_no,
            rows,
            draft,
            page,
        },
    )
}

/// What can and cannot be done without saying who she is, for the kind that she chose, or for one that is not known.
fn can_be_done(pack: &Pack, page: &Page, draft: &Draft) -> (String, String) {
    let chosen = pack.kind(draft.get("kind"));
    let can = chosen.or_else(|| pack.kind(&pack.identity().default_kind)).map(|kind| kind.confidentiality);
    let words = match can {
        Some(Feasible::Feasible) => "complaints-secret-can-feasible",
        Some(Feasible::Difficult) | None => "complaints-secret-can-difficult",
        Some(Feasible::Impossible) => "complaints-secret-can-impossible",
    };
    (chosen.map(|kind| page.label("kind", &kind.code)).unwrap_or_default(), page.t(words))
}

/// How many months back the page offers.
const MONTHS: u32 = 24;

/// The months that can be chosen, the latest first: code and name.
fn months(page: &Page) -> Vec<(String, String)> {
    let today = page.site().house.now().with_timezone(&page.site().pack.zone()).date_naive();
    let first = today.with_day(1).unwrap_or(today);
    (0..MONTHS)
        .filter_map(|back| first.checked_sub_months(Months::new(back)))
        .map(|month| {
            let number = u8::try_from(month.month()).unwrap_or(1);
            (month.format("%Y-%m").to_string(), page.month(month.year(), number))
        })
        .collect()
}

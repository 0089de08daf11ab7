//! One advertisement: its words with what was found in them, where it was seen, who recruits, and the decision.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{Directory, StaffSession};
use haqqi_kernel::{Action, Actor, CommitError, Reference, ReferenceKind, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};

use crate::decide::{DecideError, Decided, decide};
use crate::desk::PatrolDesk;
use crate::http::list::{Shown, seen};
use crate::http::recruiters::Line;
use crate::http::{day, language, reference, unread};
use crate::letter::letter;
use crate::model::{Decision, Verdict};
use crate::open::{OpenedAdvert, open};
use crate::recruiter::open_recruiter;

/// A piece of the text: the words, and what they suggest, in words.
struct Piece {
    words: String,
    why: String,
}

/// An indicator with its verdict.
struct Judged {
    code: String,
    label: String,
    verdict: String,
}

#[derive(Template)]
#[template(path = "patrol-advert.html")]
struct AdvertPage {
    page: Page,
    errors: Errors,
    shown: Shown,
    dir: &'static str,
    tag: String,
    seen: String,
    pieces: Vec<Piece>,
    judged: Vec<Judged>,
    rows: Vec<(String, String)>,
    sightings: Vec<(String, String, String, String)>,
    recruiters: Vec<Line>,
    made: Vec<(String, String, String)>,
    choices: Vec<(String, String, String)>,
    decision: String,
    note: String,
    letter: String,
}

async fn page_of(
    desk: &PatrolDesk,
    actor: &Actor,
    page: Page,
    advert: &OpenedAdvert,
    errors: Errors,
    typed: &[(String, String)],
) -> Result<Response, Problem> {
    let field = |name: &str| typed.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
    let labels = |codes: &[String]| {
        codes.iter().map(|code| page.label("advert", code)).collect::<Vec<_>>().join(" · ")
    };
    let pieces = advert.pieces().into_iter().map(|(words, of)| Piece { words, why: labels(&of) }).collect();
    let judged = advert.verdicts.iter().map(|(code, verdict)| Judged {
        label: page.label("advert", code),
        verdict: field(&format!("verdict_{code}"))
            .or_else(|| verdict.map(|one| one.code().to_owned()))
            .unwrap_or_default(),
        code: code.clone(),
    });
    let judged = judged.collect();
    let way = |one: Option<crate::model::Way>| {
        one.map(|way| page.t(&format!("patrol-way-{}", way.code()))).unwrap_or_default()
    };
    let sightings = advert
        .sightings
        .iter()
        .map(|one| {
            let address = one.address.clone().unwrap_or_default();
            (day(&page, one.seen_on), one.place.clone(), address, way(one.way))
        })
        .collect();
    let directory = Directory::new(desk.site.house.clone());
    let mut made = Vec::new();
    for one in &advert.decisions {
        let who = match one.by {
            Some(id) => directory.person(id).await.map_err(|e| Problem::because(&e))?,
            None => None,
        };
        let code = one.decision.map_or("open", Decision::code);
        let what = page.t(&format!("patrol-decision-{code}"));
        let what = who.map_or_else(|| what.clone(), |who| format!("{what} ({})", who.name));
        made.push((page.date_time(&one.at), what, one.note.clone().unwrap_or_default()));
    }
    let choice = |one: &Decision| {
        let id = format!("patrol-decision-{}", one.code());
        (one.code().to_owned(), page.t(&id), page.t(&format!("{id}-hint")))
    };
    let rows = vec![
        (page.t("patrol-language"), language(&page, &advert.row.language)),
        (page.t("patrol-read-with"), advert.instrument.clone()),
    ];
    let shown = AdvertPage {
        shown: Shown::of(&page, &advert.row),
        dir: page.dir_of(&advert.row.language),
        tag: advert.row.language.clone(),
        seen: seen(&page, &advert.row),
        pieces,
        judged,
        rows,
        sightings,
        recruiters: advert.recruiters.iter().map(|row| Line::of(&page, row)).collect(),
        made,
        choices: Decision::ALL.iter().map(choice).collect(),
        decision: field("decision").unwrap_or_default(),
        note: field("note").unwrap_or_default(),
        letter: words_to_copy(desk, actor, &page, advert).await?,
        errors,
        page,
    };
    let status = if shown.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &shown))
}

/// The letter or note, where the advertisement is passed on: with the contacts of who recruits, opened for it.
async fn words_to_copy(
    desk: &PatrolDesk,
    actor: &Actor,
    page: &Page,
    advert: &OpenedAdvert,
) -> Result<String, Problem> {
    let passed_on = advert
        .row
        .decision
        .filter(|decision| matches!(decision, Decision::Inspection | Decision::Cybercrime));
    let Some(decision) = passed_on else { return Ok(String::new()) };
    let mut opened = Vec::new();
    for row in &advert.recruiters {
        let one = open_recruiter(desk, actor, row.reference).await;
        opened.push(one.map_err(super::unlinked)?);
    }
    Ok(letter(page, decision, advert, &opened))
}

pub(super) async fn show(
    State(desk): State<PatrolDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let reference = reference(&text, ReferenceKind::Advert)?;
    let advert = open(&desk, &actor, reference).await.map_err(unread)?;
    page_of(&desk, &actor, page, &advert, Errors::none(), &[]).await
}

/// The verdicts of a form: `verdict_<indicator>`; nothing where one of them is no verdict.
fn verdicts(typed: &[(String, String)]) -> Option<Vec<(String, Verdict)>> {
    let said = typed.iter().filter_map(|(name, value)| Some((name.strip_prefix("verdict_")?, value)));
    said.map(|(indicator, value)| Some((indicator.to_owned(), Verdict::from_code(value)?))).collect()
}

pub(super) async fn submit(
    State(desk): State<PatrolDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::Patrol).map_err(|_| Problem::not_found())?;
    let reference: Reference = reference(&text, ReferenceKind::Advert)?;
    let field = |name: &str| typed.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value);
    let mut errors = Errors::none();
    match Decision::from_code(field("decision")).zip(verdicts(&typed)) {
        None => errors.add(&page, "decision", "common-error-choose"),
        Some((decision, verdicts)) => {
            let decided = Decided { decision, note: field("note").to_owned(), verdicts };
            match decide(&desk, &actor, reference, &decided).await {
                Ok(()) => {
                    return Ok(Redirect::to(&format!("/staff/patrol/adverts/{reference}")).into_response());
                }
                Err(DecideError::Note) => errors.add(&page, "note", "patrol-error-note"),
                Err(DecideError::NotFound | DecideError::Indicator) => return Err(Problem::not_found()),
                Err(DecideError::Commit(CommitError::Stale)) => return Err(Problem::conflict()),
                Err(DecideError::Commit(error)) => return Err(Problem::uncommitted(&error)),
                Err(DecideError::Db(error)) => return Err(Problem::because(&error)),
            }
        }
    }
    let advert = open(&desk, &actor, reference).await.map_err(unread)?;
    page_of(&desk, &actor, page, &advert, errors, &typed).await
}

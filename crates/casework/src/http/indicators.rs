//! Single indicators: what the words suggest, marked where it stands, and what somebody who knows says of each. As a page
//! and as JSON.

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{ApiStaff, Directory, StaffSession};
use haqqi_complaints::{Desk, StoredText, Summary};
use haqqi_kernel::CommitError;
use haqqi_language::Args;
use haqqi_screening::engine::Hit;
use haqqi_screening::{Basis, Level, Piece, Statement, pieces, said_of_code};
use haqqi_web::{Errors, Form, Json, Page, Problem, instant, render};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::record::{problem, reference};
use crate::indicators::{IndicatorError, Indicators, Saying, indicators, say_indicators};
use crate::whole::WholeError;

/// A text with its marks.
struct Told {
    by_filer: bool,
    spoken: bool,
    language: String,
    pieces: Vec<Piece>,
    translation: Option<(String, String)>,
}

/// An indicator in the form.
struct Asked {
    said: String,
    from: String,
    legend: String,
    /// What was said of it last, by whom and when.
    before: String,
    /// The words that suggest it, each with its entry.
    places: Vec<(String, String)>,
    chosen: String,
    chosen_from: String,
    error: String,
}

#[derive(Template)]
#[template(path = "indicators.html")]
struct IndicatorsPage {
    page: Page,
    errors: Errors,
    stale: bool,
    complaint: Summary,
    version: i32,
    told: Vec<Told>,
    suggested: Vec<Asked>,
    others: Vec<Asked>,
    /// Something stands there that is to be seen.
    others_open: bool,
    sayings: Vec<(String, String)>,
    bases: Vec<(String, String)>,
}

fn said_field(name: &str) -> String {
    format!("said-{name}")
}

fn from_field(name: &str) -> String {
    format!("from-{name}")
}

/// What is typed into the form: its version, and a pair of fields for each indicator.
type Typed = BTreeMap<String, String>;

async fn names_of(desk: &Desk, said: &[Statement]) -> Result<HashMap<Uuid, String>, Problem> {
    let names = Directory::new(desk.site.house.clone()).names_of(said.iter().map(|one| one.by)).await;
    names.map_err(|e| Problem::because(&e))
}

/// The version that was seen when it was typed.
fn seen(typed: &Typed) -> Option<i32> {
    typed.get("version").and_then(|version| version.parse().ok())
}

async fn page_of(
    desk: &Desk,
    session: StaffSession,
    text: &str,
    typed: &Typed,
    errors: Errors,
    stale: bool,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let known = indicators(desk, &actor, reference(text)?).await.map_err(failed)?;
    let people = names_of(desk, &known.said).await?;
    let standing = known.standing();
    let typed_in = |field: &str| typed.get(field).cloned().unwrap_or_default();
    let before = |one: &Statement| {
        let args = Args::new()
            .set("said", page.t(&format!("screening-said-{}", one.said.code())))
            .set("from", page.t(&format!("screening-basis-{}", one.said.basis.code())))
            .set("by", one.by.and_then(|id| people.get(&id).cloned()).unwrap_or_else(|| page.t("staff-none")))
            .set("at", page.date_time(&one.at));
        page.ta("casework-indicators-before", &args)
    };
    let asked = |name: &str| {
        let (said, from) = (said_field(name), from_field(name));
        let own = known.places.iter().filter(|hit| hit.indicator == name);
        Asked {
            legend: page.label("indicator", name),
            before: standing.get(name).map(|one| before(one)).unwrap_or_default(),
            places: own.map(|hit| (hit.phrase.clone(), hit.why.clone())).collect(),
            chosen: typed_in(&said),
            chosen_from: typed_in(&from),
            error: errors.of(&said).to_owned(),
            said,
            from,
        }
    };
    let suggested = known.suggested();
    let list = desk.screening.screener.list(desk.screening.today());
    let (first, others): (Vec<&str>, Vec<&str>) =
        list.into_iter().partition(|name| suggested.contains(name) || standing.contains_key(name));
    let code = |code: &str, id: &str| (code.to_owned(), page.t(&format!("{id}{code}")));
    let status = match (stale, errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let shown = IndicatorsPage {
        told: told(&page, &known),
        suggested: first.into_iter().map(asked).collect(),
        others: others.iter().map(|name| asked(name)).collect(),
        sayings: ["yes", "no", "unsaid"].map(|one| code(one, "screening-said-")).to_vec(),
        bases: Basis::ALL.map(|one| code(one.code(), "screening-basis-")).to_vec(),
        errors,
        stale,
        // What was seen when it was typed: only who was told that somebody was faster goes on from what stands now.
        version: seen(typed).filter(|_| !stale).unwrap_or(known.version),
        others_open: suggested.is_empty()
            || others.iter().any(|name| {
                !typed_in(&said_field(name)).is_empty() || !typed_in(&from_field(name)).is_empty()
            }),
        complaint: known.complaint.clone(),
        page: page.clone(),
    };
    Ok(render(status, &shown))
}

/// The texts, cut at what suggests anything.
fn told(page: &Page, known: &Indicators) -> Vec<Told> {
    let of = |text: &StoredText| {
        let own = known.places.iter().filter(|hit| hit.text == text.told.text.id);
        Told {
            by_filer: text.by_filer,
            spoken: text.spoken,
            language: text.told.text.language.clone(),
            pieces: pieces(page, &text.told.text.body, own),
            translation: text.translation.clone(),
        }
    };
    known.texts.iter().map(of).collect()
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, &text, &Typed::new(), Errors::none(), false).await
}

fn failed(error: IndicatorError) -> Problem {
    match error {
        IndicatorError::Read(error) => problem(error),
        IndicatorError::Commit(error) | IndicatorError::Whole(WholeError::Commit(error)) => {
            Problem::uncommitted(&error)
        }
        other => Problem::because(&other),
    }
}

/// The field that a refusal is about, as `said-<indicator>` or `said`, and the message that says why.
fn refusal(error: &IndicatorError) -> Option<(String, &'static str)> {
    match error {
        IndicatorError::State => Some(("said".to_owned(), "casework-indicators-error-closed")),
        IndicatorError::Nothing => Some(("said".to_owned(), "casework-indicators-error-nothing")),
        IndicatorError::Unknown(name) => Some((said_field(name), "common-error-choose")),
        IndicatorError::NotHeard(name) => Some((said_field(name), "casework-indicators-error-talk")),
        IndicatorError::NotRead(name) => Some((said_field(name), "casework-indicators-error-words")),
        _ => None,
    }
}

/// What is said in the form; the indicators of which only one of both was chosen are wrong.
fn sayings(form: &Typed) -> Result<BTreeMap<String, Saying>, Vec<String>> {
    let (mut all, mut wrong) = (BTreeMap::new(), Vec::new());
    for (field, value) in form {
        let Some(name) = field.strip_prefix("said-") else { continue };
        let from = form.get(&from_field(name)).map(String::as_str).unwrap_or_default();
        match (said_of_code(value), Basis::from_code(from)) {
            (Some(answer), Some(basis)) => {
                all.insert(name.to_owned(), (answer, basis));
            }
            (None, None) if value.is_empty() && from.is_empty() => {}
            _ => wrong.push(field.clone()),
        }
    }
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

pub(super) async fn submit(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Typed>,
) -> Result<Response, Problem> {
    let mut errors = Errors::none();
    let version = seen(&form).unwrap_or(-1);
    let all = match sayings(&form) {
        Ok(all) => all,
        Err(wrong) => {
            for field in wrong {
                errors.add(&session.page, &field, "casework-indicators-error-both");
            }
            return page_of(&desk, session, &text, &form, errors, false).await;
        }
    };
    match say_indicators(&desk, &session.actor, reference(&text)?, version, &all).await {
        Ok(_) => Ok(Redirect::to(&format!("/staff/complaints/{text}/indicators")).into_response()),
        Err(IndicatorError::Commit(CommitError::Stale)) => {
            page_of(&desk, session, &text, &form, errors, true).await
        }
        Err(error) => {
            let Some((field, message)) = refusal(&error) else { return Err(failed(error)) };
            errors.add(&session.page, &field, message);
            page_of(&desk, session, &text, &form, errors, false).await
        }
    }
}

/// A place in the words that suggests an indicator, in bytes from 0; the end is the one behind the last.
#[derive(Serialize, ToSchema)]
#[schema(as = IndicatorPlace)]
pub(super) struct PlaceOf {
    /// Which of the `texts`, from 0.
    text: usize,
    start: usize,
    end: usize,
    /// The words that stand there.
    words: String,
    /// Absent where the entry speaks of danger alone.
    indicator: Option<String>,
    /// The entry of the lexicon; `learned` where the words resemble those of such accounts and no phrase stands there.
    entry: String,
    /// Danger now.
    urgent: bool,
    /// A phrase stands there, and the text as a whole does not bear it: it asks to look closer, no more.
    doubtful: bool,
}

/// A text as it was told.
#[derive(Serialize, ToSchema)]
#[schema(as = IndicatorText)]
pub(super) struct TextOf {
    language: String,
    /// Who filed for her told it.
    by_filer: bool,
    /// It was spoken, and an interpreter wrote it down.
    spoken: bool,
    words: String,
}

/// What somebody said of an indicator.
#[derive(Serialize, ToSchema)]
#[schema(as = IndicatorStatement)]
pub(super) struct StatementOf {
    indicator: String,
    /// `yes`, `no`, `unsaid`.
    said: &'static str,
    /// `talk`, `words`, `paper`, `seen`.
    from: &'static str,
    /// RFC 3339.
    at: String,
    /// The name of who said it.
    by: Option<String>,
}

/// What is suggested, and what was said.
#[derive(Serialize, ToSchema)]
#[schema(as = IndicatorsAnswer)]
pub(super) struct IndicatorsAnswer {
    /// What a save names.
    version: i32,
    texts: Vec<TextOf>,
    places: Vec<PlaceOf>,
    /// The first first; of one indicator the last counts.
    said: Vec<StatementOf>,
}

/// What the words of a complaint suggest, where it stands, and what was said of single indicators. The read is audited.
#[utoipa::path(get, path = "/api/v1/casework/{reference}/indicators", tag = "casework", params(("reference" = String, Path)),
    responses((status = 200, body = IndicatorsAnswer), (status = 401), (status = 404)))]
pub(super) async fn read_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<IndicatorsAnswer>, Problem> {
    let known = indicators(&desk, &caller.actor, reference(&text)?).await.map_err(failed)?;
    let people = names_of(&desk, &known.said).await?;
    let number =
        |hit: &Hit| known.texts.iter().position(|text| text.told.text.id == hit.text).unwrap_or_default();
    let place = |hit: &Hit| PlaceOf {
        text: number(hit),
        start: hit.start,
        end: hit.end,
        words: hit.phrase.clone(),
        indicator: Some(hit.indicator.clone()).filter(|name| !name.is_empty()),
        entry: hit.why.clone(),
        urgent: hit.urgent,
        doubtful: hit.doubtful,
    };
    let statement = |one: &Statement| StatementOf {
        indicator: one.said.indicator.clone(),
        said: one.said.code(),
        from: one.said.basis.code(),
        at: instant(one.at),
        by: one.by.and_then(|id| people.get(&id).cloned()),
    };
    let text = |text: &StoredText| TextOf {
        language: text.told.text.language.clone(),
        by_filer: text.by_filer,
        spoken: text.spoken,
        words: text.told.text.body.clone(),
    };
    Ok(Json(IndicatorsAnswer {
        version: known.version,
        texts: known.texts.iter().map(text).collect(),
        places: known.places.iter().map(place).collect(),
        said: known.said.iter().map(statement).collect(),
    }))
}

/// What is said of one indicator.
#[derive(Deserialize, ToSchema)]
#[schema(as = IndicatorSaying)]
#[serde(deny_unknown_fields)]
pub(super) struct SayingOf {
    /// `yes`: it is so; `no`: it is not so; `unsaid`: she did not say.
    said: String,
    /// `talk`: she said it in a talk alone, which wants one of one's own in the call log; `words`: the words say it; `paper`: a
    /// paper was seen; `seen`: somebody saw it.
    from: String,
}

/// What is said of single indicators.
#[derive(Deserialize, ToSchema)]
#[schema(as = SayIndicators)]
#[serde(deny_unknown_fields)]
pub(super) struct SayAll {
    /// The version that was read.
    version: i32,
    /// One of ILO's eleven → what is said of it. What is not named stays as it was.
    said: BTreeMap<String, SayingOf>,
}

/// What comes of it.
#[derive(Serialize, ToSchema)]
#[schema(as = IndicatorsSaid)]
pub(super) struct Done {
    /// The level of the whole, if any indicator is present.
    level: Option<&'static str>,
}

/// Keeps what is said of single indicators: one assessment of the whole comes of it. It takes back no flag. 409 where another
/// assessment was made since the version was read.
#[utoipa::path(put, path = "/api/v1/casework/{reference}/indicators", tag = "casework", params(("reference" = String, Path)),
    request_body = SayAll,
    responses((status = 200, body = Done), (status = 401), (status = 404), (status = 409), (status = 422)))]
pub(super) async fn say_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
    Json(new): Json<SayAll>,
) -> Result<Json<Done>, Problem> {
    let mut all = BTreeMap::new();
    for (name, one) in new.said {
        let (Some(answer), Some(basis)) = (said_of_code(&one.said), Basis::from_code(&one.from)) else {
            let field = format!("said.{name}");
            return Err(Problem::unprocessable().field(field, "casework-indicators-error-both"));
        };
        all.insert(name, (answer, basis));
    }
    match say_indicators(&desk, &caller.actor, reference(&text)?, new.version, &all).await {
        Ok(level) => Ok(Json(Done { level: level.map(Level::code) })),
        Err(error) => match refusal(&error) {
            Some((field, message)) => {
                Err(Problem::unprocessable().field(field.replacen("said-", "said.", 1), message))
            }
            None => Err(failed(error)),
        },
    }
}

//! Asking for a call in her language: a number that is hers alone, safe hours, nothing else. Whoever comes from the
//! middle of a complaint brings it along, and goes back to it with nothing lost.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use haqqi_kernel::Actor;
use haqqi_kernel::idempotency::{Replay, look_up};
use haqqi_pack::Texts;
use haqqi_web::{Errors, Form, Page, Problem, WorkerPage, render};
use serde::{Deserialize, Serialize};

use crate::Desk;
use crate::call_back::{AskCallBack, CallBackError, ask_call_back, calls_are_crowded};
use crate::http::draft::Draft;

#[derive(Template)]
#[template(path = "call_me.html")]
struct CallMePage {
    page: Page,
    errors: Errors,
    typed: Typed,
    sexes: Vec<(String, String)>,
    carried: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "call_me_done.html")]
struct DonePage {
    page: Page,
    due_at: DateTime<Utc>,
    carried: Vec<(String, String)>,
}

/// The fields of this page, by names that no complaint has.
#[derive(Default, Serialize)]
struct Typed {
    key: String,
    about: String,
    number: String,
    alone: String,
    when: String,
    safe_word: String,
    sex: String,
}

impl Typed {
    fn of(pairs: &[(String, String)]) -> Self {
        let get = |name: &str| {
            pairs.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Self {
            key: get("call_key"),
            about: Texts::from_code(&get("about")).map_or("", Texts::code).to_owned(),
            number: get("number"),
            alone: get("alone"),
            when: get("call_when"),
            safe_word: get("call_word"),
            sex: get("sex"),
        }
    }

    fn wish(&self, language: &str) -> AskCallBack {
        AskCallBack {
            language: language.to_owned(),
            about: Texts::from_code(&self.about),
            number: self.number.clone(),
            hers_alone: self.alone == "yes",
            when: self.when.clone(),
            safe_word: self.safe_word.clone(),
            interpreter_sex: Some(self.sex.clone()).filter(|sex| sex == "female" || sex == "male"),
        }
    }
}

/// The complaint that she was telling, with the step where she was; nothing if there is none.
fn carried(pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    let step = pairs.iter().find(|(name, _)| name == "step").cloned();
    let draft = Draft::of(pairs).hidden(&[], false, false);
    step.into_iter().chain(draft).collect()
}

/// Which texts the link came from.
#[derive(Default, Deserialize)]
pub(super) struct About {
    #[serde(default)]
    about: String,
}

fn page_of(page: Page, errors: Errors, mut typed: Typed, carried: Vec<(String, String)>) -> Response {
    let sexes =
        ["female", "male"].map(|sex| (sex.to_owned(), page.t(&format!("complaints-sex-{sex}")))).to_vec();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    if typed.key.len() != 32 {
        typed.key = page.form_key();
    }
    render(status, &CallMePage { page, errors, typed, sexes, carried })
}

pub(super) async fn show(WorkerPage(page): WorkerPage, Query(asked): Query<About>) -> Response {
    let about = Texts::from_code(&asked.about).map_or("", Texts::code).to_owned();
    page_of(page, Errors::none(), Typed { about, ..Typed::default() }, Vec::new())
}

pub(super) async fn ask(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let house = &desk.site.house;
    let typed = Typed::of(&pairs);
    let carried = carried(pairs);
    // Come from the middle of a complaint: nothing was asked for yet.
    if typed.key.is_empty() {
        return Ok(page_of(page, Errors::none(), typed, carried));
    }
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    if calls_are_crowded(&desk).await.map_err(failed)? {
        return Err(Problem::too_many());
    }
    let body = serde_json::to_vec(&typed).map_err(|e| Problem::because(&e))?;
    let fresh = match look_up(house, &desk.under_way, "call-me", &typed.key, &body).await.map_err(failed)? {
        Replay::Fresh(fresh) => fresh,
        Replay::Answered(answer) => {
            let due_at = serde_json::from_slice(&answer).map_err(|e| Problem::because(&e))?;
            return Ok(render(StatusCode::OK, &DonePage { page, due_at, carried }));
        }
        // Changed and sent again: another request, with a key of its own.
        Replay::OtherBody => {
            return Ok(page_of(page, Errors::none(), Typed { key: String::new(), ..typed }, carried));
        }
        Replay::UnderWay => return Err(Problem::conflict()),
    };
    let mut unit = house.unit(Actor::Stranger);
    let mut errors = Errors::none();
    match ask_call_back(&desk, &mut unit, &typed.wish(page.tag())) {
        Ok(due_at) => {
            fresh.keep(&mut unit, &serde_json::to_vec(&due_at).unwrap_or_default());
            unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
            return Ok(render(StatusCode::OK, &DonePage { page, due_at, carried }));
        }
        Err(CallBackError::Number) => errors.add(&page, "number", "complaints-error-address"),
        Err(CallBackError::NotHers) => errors.add(&page, "alone", "complaints-call-error-alone"),
        Err(CallBackError::TooLong(field)) => {
            let field = if field == "when" { "call_when" } else { "call_word" };
            errors.add(&page, field, "complaints-error-long");
        }
        Err(other) => return Err(Problem::because(&other)),
    }
    Ok(page_of(page, errors, typed, carried))
}

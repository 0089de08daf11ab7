//! The record as one long form, section by section: saved as often as one likes, finished once.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge};
use haqqi_language::Args;
use haqqi_pack::Item;
use haqqi_web::{Errors, Form, Page, Problem, render};

use super::form::{Fields, fields_of, record_of};
use super::{problem, reference};
use crate::desk::{InspectionDesk, VisitError};
use crate::finish::finish;
use crate::model::{Answer, Interpreted, Observed};
use crate::open::{OpenedVisit, open};
use crate::save::{RecordError, save};

/// One statement of the form.
struct ShownItem {
    code: String,
    label: String,
    hint: String,
    answer: String,
    words: String,
    workers: String,
    measure: String,
    open: bool,
    screen: bool,
}

struct ShownSection {
    label: String,
    first: bool,
    items: Vec<ShownItem>,
}

/// One question of what an inspector looks at.
struct ShownSight {
    field: String,
    label: String,
    hint: String,
    answer: String,
}

struct MeasureField {
    code: String,
    label: String,
    hint: String,
    days: String,
    words: String,
    has_days: bool,
}

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage {
    page: Page,
    errors: Errors,
    visit: OpenedVisit,
    version: i32,
    sections: Vec<ShownSection>,
    measures: Vec<MeasureField>,
    sights: Vec<ShownSight>,
    sight_answers: Vec<(String, String, String)>,
    answers: Vec<(String, String, String)>,
    measure_options: Vec<(String, String)>,
    interpreters: Vec<(String, String, String)>,
    yes_no: Vec<(String, String, String)>,
    fields: Fields,
    answered: usize,
    all: usize,
}

impl RecordPage {
    fn typed(&self, name: &str) -> &str {
        self.fields.get(name).map(String::as_str).unwrap_or_default()
    }

    fn error(&self, name: &str, code: &str) -> &str {
        self.errors.of(&format!("{name}-{code}"))
    }

    /// Whether something is wrong with what belongs to a finding.
    fn wrong(&self, code: &str) -> bool {
        ["words", "workers", "measure"].iter().any(|name| !self.error(name, code).is_empty())
    }

    fn progress(&self) -> String {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let args = Args::new().set("done", count(self.answered)).set("all", count(self.all));
        self.page.ta("inspections-progress", &args)
    }
}

pub(super) async fn show(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    judge(&session.actor, Action::RecordVisit).map_err(|_| Problem::not_found())?;
    let visit = open(&desk, &session.actor, reference(&text)?).await.map_err(problem)?;
    if !visit.row.state.is_open() {
        return Ok(Redirect::to(&format!("/field/visits/{text}")).into_response());
    }
    let mut fields = fields_of(&visit.record);
    fields.entry("day".to_owned()).or_insert_with(|| visit.usual_day.to_string());
    let version = visit.row.version;
    page_of(&desk, session.page, visit, version, Errors::none(), fields)
}

fn page_of(
    desk: &InspectionDesk,
    page: Page,
    visit: OpenedVisit,
    version: i32,
    errors: Errors,
    fields: Fields,
) -> Result<Response, Problem> {
    let checklist = desk.pack().checklist(&visit.row.checklist).ok_or_else(Problem::not_found)?;
    let shown = |item: &Item| {
        let typed = |name: &str| fields.get(&format!("{name}-{}", item.code)).cloned().unwrap_or_default();
        let answer = typed("answer");
        let is_no = answer == Answer::No.code();
        ShownItem {
            label: page.label("item", &item.code),
            hint: page.label("article", &item.article),
            words: typed("words"),
            workers: typed("workers"),
            measure: typed("measure"),
            open: is_no || !typed("words").is_empty() || !typed("measure").is_empty(),
            screen: item.screen && is_no,
            code: item.code.clone(),
            answer,
        }
    };
    let mut sections: Vec<ShownSection> = checklist
        .under(&visit.row.regime)
        .filter(|(_, items)| !items.is_empty())
        .map(|(section, items)| ShownSection {
            label: page.label("section", &section.code),
            first: visit.row.sections.contains(&section.code),
            items: items.into_iter().map(shown).collect(),
        })
        .collect();
    // What the sheet names first stands first; the order among them stays the checklist's.
    sections.sort_by_key(|section| !section.first);
    let items = sections.iter().flat_map(|section| &section.items);
    let (all, answered) =
        items.fold((0, 0), |(all, done), item| (all + 1, done + usize::from(!item.answer.is_empty())));
    let measures = desk
        .pack()
        .measures()
        .iter()
        .map(|measure| MeasureField {
            label: page.label("measure", &measure.code),
            hint: match (measure.most_days, &measure.approval) {
                (Some(most), _) => page.tn("inspections-days-most", "days", i64::from(most)),
                (None, Some(role)) => page.t1("inspections-needs-approval", "role", page.label("role", role)),
                (None, None) => String::new(),
            },
            days: fields
                .get(&format!("days-{}", measure.code))
                .cloned()
                .unwrap_or_else(|| measure.days.map(|days| days.to_string()).unwrap_or_default()),
            words: fields.get(&format!("m-words-{}", measure.code)).cloned().unwrap_or_default(),
            has_days: measure.days.is_some() || measure.most_days.is_some(),
            code: measure.code.clone(),
        })
        .collect();
    let choice = |code: &str, id: String| (code.to_owned(), page.t(&id), String::new());
    let sights = desk
        .observations()
        .into_iter()
        .map(|question| {
            let field = format!("seen-{}", question.id);
            ShownSight {
                label: page.t(&question.ask),
                hint: if question.urgent { page.t("inspections-sight-urgent") } else { String::new() },
                answer: fields.get(&field).cloned().unwrap_or_default(),
                field,
            }
        })
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = RecordPage {
        sights,
        sight_answers: Observed::ALL
            .iter()
            .map(|seen| choice(seen.code(), format!("inspections-sight-{}", seen.code())))
            .collect(),
        answers: Answer::ALL
            .iter()
            .map(|answer| choice(answer.code(), format!("inspections-answer-{}", answer.code())))
            .collect(),
        measure_options: desk
            .pack()
            .measures()
            .iter()
            .map(|measure| (measure.code.clone(), page.label("measure", &measure.code)))
            .collect(),
        interpreters: Interpreted::ALL
            .iter()
            .map(|who| choice(who.code(), format!("inspections-interpreter-{}", who.code())))
            .collect(),
        yes_no: ["yes", "no"].iter().map(|code| choice(code, format!("inspections-alone-{code}"))).collect(),
        version,
        sections,
        measures,
        answered,
        all,
        fields,
        errors,
        visit,
        page,
    };
    Ok(render(status, &shown))
}

pub(super) async fn submit(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    judge(&session.actor, Action::RecordVisit).map_err(|_| Problem::not_found())?;
    let reference = reference(&text)?;
    let fields: Fields = sent.into_iter().collect();
    let visit = open(&desk, &session.actor, reference).await.map_err(problem)?;
    let checklist = desk.pack().checklist(&visit.row.checklist).ok_or_else(Problem::not_found)?;
    let asked = desk.observations();
    let ids: Vec<&str> = asked.iter().map(|question| question.id.as_str()).collect();
    let (record, mut wrong) = record_of(&fields, checklist, &visit.row.regime, desk.pack(), &ids);
    let version = fields.get("version").and_then(|text| text.parse().ok()).unwrap_or(visit.row.version);
    let finishes = fields.get("do").is_some_and(|what| what == "finish");
    if wrong.is_empty() {
        let done = if finishes {
            finish(&desk, &session.actor, reference, Some(version), &record).await.map(|_| ())
        } else {
            save(&desk, &session.actor, reference, Some(version), &record).await.map(|_| ())
        };
        match done {
            Ok(()) => {
                let next = if finishes { "" } else { "/record" };
                return Ok(Redirect::to(&format!("/field/visits/{reference}{next}")).into_response());
            }
            Err(RecordError::Record(found)) => wrong = found,
            Err(error) => return Err(refused(error)),
        }
    }
    let mut errors = Errors::none();
    for problem in &wrong {
        errors.add(&session.page, &problem.field, problem.message);
    }
    page_of(&desk, session.page, visit, version, errors, fields)
}

/// The problem of a record that was refused as a whole.
pub(super) fn refused(error: RecordError) -> Problem {
    match error {
        RecordError::Visit(VisitError::State) => {
            Problem::unprocessable().field("state", "inspections-error-state")
        }
        RecordError::Visit(error) => problem(error),
        RecordError::Conflict => Problem::unprocessable().field("team", "inspections-error-own-conflict"),
        RecordError::Record(wrong) => wrong
            .into_iter()
            .fold(Problem::unprocessable(), |problem, wrong| problem.field(wrong.field, wrong.message)),
        RecordError::Checklist => Problem::because(&"the pack has no longer this visit's checklist"),
    }
}

//! The parts of the record's page: texts with their translations beside them, what is known at a glance.

use std::collections::{BTreeMap, HashMap};

use haqqi_accounts::Directory;
use haqqi_complaints::{Author, Desk, OpenedComplaint, OpenedText, Summary, TextKind};
use haqqi_language::left_to_right;
use haqqi_pack::NextStep;
use haqqi_screening::Answer;
use haqqi_web::Page;
use sea_orm::DbErr;
use uuid::Uuid;

use crate::comes_back::ComesBack;
use crate::reveal::masked;

/// Words in another language, and who put them into it.
pub(super) struct Translated {
    pub language: String,
    pub body: String,
    /// Name and role of whoever translated.
    pub by: String,
    pub at: chrono::DateTime<chrono::Utc>,
}

impl Translated {
    fn of(page: &Page, text: &OpenedText, names: &Names) -> Self {
        let role = match text.author {
            Author::Interpreter => "casework-translated-interpreter",
            Author::Staff | Author::Worker | Author::Filer => "casework-translated-office",
        };
        let name = text.author_staff.and_then(|who| names.get(&who));
        let by = match name {
            Some(name) => format!("{name} · {}", page.t(role)),
            None => page.t(role),
        };
        Self { language: text.language.clone(), body: text.body.clone(), by, at: text.at }
    }
}

/// Names of staff by their accounts.
pub(in crate::http) type Names = HashMap<Uuid, String>;

/// The names of all staff who wrote texts of a record.
pub(in crate::http) async fn names_of(desk: &Desk, record: &OpenedComplaint) -> Result<Names, DbErr> {
    let ids: Vec<Uuid> = record.texts.iter().filter_map(|text| text.author_staff).collect();
    Directory::new(desk.site.house.clone()).names(&ids).await
}

/// A text with its translation beside it.
pub(super) struct Pair {
    pub heading: String,
    pub language: String,
    pub body: String,
    /// Marks in it turn the direction of letters.
    pub turned: bool,
    pub translation: Option<Translated>,
    /// The recording that speaks it: its number, and whether a browser plays it.
    pub voice: Option<(i32, bool)>,
    pub at: chrono::DateTime<chrono::Utc>,
}

pub(super) fn pairs(page: &Page, record: &OpenedComplaint, names: &Names) -> Vec<Pair> {
    let heading = |author: Author, kind: TextKind| match (author, kind) {
        (Author::Staff, TextKind::Note) => page.t("casework-note"),
        (Author::Staff, TextKind::Statement) => page.t("casework-code-statement"),
        (Author::Staff, TextKind::Answer) => page.t("casework-answer-waits"),
        (Author::Staff, _) => page.t("casework-from-office"),
        (Author::Filer, _) => page.t("casework-from-filer"),
        (_, TextKind::Narrative) => page.t("casework-her-words"),
        _ => page.t("casework-from-worker"),
    };
    record
        .texts
        .iter()
        .filter(|text| text.kind != TextKind::Translation)
        .map(|text| Pair {
            heading: heading(text.author, text.kind),
            language: text.language.clone(),
            body: text.body.clone(),
            turned: haqqi_screening::engine::is_turned(&text.body),
            translation: record
                .texts
                .iter()
                .rev()
                .find(|other| other.translation_of == Some(text.id))
                .map(|other| Translated::of(page, other, names)),
            voice: record
                .evidence
                .iter()
                .find(|piece| piece.text == Some(text.id))
                .map(|piece| (piece.number, piece.showable)),
            at: text.at,
        })
        .collect()
}

/// What was seen at a visit, where the inspectorate opened the complaint itself: question and answer, what is there first.
/// Empty where a worker was interviewed: what she answered is kept nowhere.
pub(super) fn seen(desk: &Desk, page: &Page, record: &OpenedComplaint) -> Option<Vec<(String, String)>> {
    let filer = desk.site.pack.filer(&record.summary.filed_by)?;
    if !filer.inspectorate {
        return None;
    }
    let asked: BTreeMap<&str, &str> = desk.screening.screener.asked().collect();
    let of = |wanted: Answer, says: &str| {
        let own = record.answers.iter().filter(move |(_, answer)| **answer == wanted);
        let shown = own.filter_map(|(id, _)| asked.get(id.as_str()));
        shown.map(|ask| (page.t(ask), page.t(says))).collect::<Vec<_>>()
    };
    let mut rows = of(Answer::Yes, "inspections-sight-yes");
    rows.extend(of(Answer::Unknown, "inspections-sight-not-seen"));
    Some(rows)
}

/// A step's code, label and hint, as a choice.
type Choice = (String, String, String);

/// The steps that are offered: before it is acknowledged, and after. None that reaches out to somebody where there is nobody.
pub(super) fn steps(
    desk: &Desk,
    page: &Page,
    summary: &Summary,
    back: ComesBack,
) -> (Vec<Choice>, Vec<(String, String)>) {
    let labelled = |step: &NextStep| (step.code.clone(), page.label("step", &step.code));
    let nobody = back == ComesBack::Own;
    let offered = |step: &&NextStep| {
        (summary.urgent || !step.only_danger) && !(nobody && (step.needs_code || step.needs_contact))
    };
    let reached = |step: &&NextStep| {
        !summary.urgent || !step.for_danger || !step.needs_contact || summary.reached_safely()
    };
    // Before it is acknowledged only what protects is offered in danger, and no call where none is safe.
    let first = |step: &&NextStep| {
        offered(step)
            && (!summary.urgent || step.for_danger)
            && (!step.needs_contact || summary.reached_safely())
    };
    let all = desk.site.pack.steps();
    let steps = all.iter().filter(first).map(labelled);
    let next = all.iter().filter(offered).filter(reached).map(labelled);
    (steps.map(|(code, label)| (code, label, String::new())).collect(), next.collect())
}

pub(super) fn rows(page: &Page, record: &OpenedComplaint) -> Vec<(String, String)> {
    let summary = &record.summary;
    let mut rows = vec![
        (page.t("casework-kind"), page.label("kind", &summary.kind)),
        (page.t("casework-received"), page.date_time(&summary.received_at)),
        (page.t("casework-language"), page.language_name(&summary.language)),
        (page.t("casework-filed-by"), page.filer(&summary.filed_by)),
        (page.t("casework-age"), page.t(&format!("casework-age-{}", summary.age.code()))),
        (page.t("casework-secret"), page.t(&format!("casework-secret-{}", summary.confidentiality.code()))),
    ];
    let mut add = |id: &str, value: String| {
        if !value.is_empty() {
            rows.push((page.t(id), value));
        }
    };
    add("casework-office", summary.office.as_deref().map(|o| page.label("office", o)).unwrap_or_default());
    add(
        "casework-next-step",
        summary.next_step.as_deref().map(|s| page.label("step", s)).unwrap_or_default(),
    );
    add("casework-outcome", summary.outcome.as_deref().map(|o| page.label("outcome", o)).unwrap_or_default());
    rows
}

/// What tells who she is: masked until somebody asks for it with a purpose, which is an entry of the audit.
pub(in crate::http) fn personal(
    page: &Page,
    record: &OpenedComplaint,
    revealed: bool,
) -> Vec<(String, String)> {
    let shown = |text: &str| if revealed { text.to_owned() } else { masked(text) };
    [("casework-personal-name", &record.worker.name), ("casework-address", &record.contact.address)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(id, value)| (page.t(id), left_to_right(&shown(value))))
        .collect()
}

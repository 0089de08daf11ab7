//! What the inspector writes down. It is kept whole while it is being written, and checked when it is finished.
//! There is no field for a permit or a residence, and none may be added (`safeguards.md` 11).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use haqqi_pack::{Checklist, Pack};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Answer;

/// The longest words of one field, in characters.
pub(crate) const LONGEST: usize = 4000;
/// More people than work in any one place.
const MOST_PEOPLE: u32 = 100_000;

/// One statement of the checklist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ItemRecord {
    /// Whether it is in order.
    pub answer: Option<Answer>,
    /// How many workers it concerns.
    pub workers: Option<u32>,
    /// What was seen.
    pub words: String,
    /// The measure taken because of it, a code of the pack.
    pub measure: Option<String>,
}

/// What belongs to a measure as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MeasureRecord {
    /// Days to remedy; absent is what the pack proposes.
    pub days: Option<u16>,
    /// What is asked for.
    pub words: String,
}

/// Through whom workers were understood.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Interpreted {
    /// A common language.
    #[default]
    None,
    /// An interpreter of the office.
    Office,
    /// Somebody of the workplace. It is told, because it makes the words weaker.
    Workplace,
}

impl Interpreted {
    /// Every choice, in the order of the form.
    pub const ALL: [Self; 3] = [Self::None, Self::Office, Self::Workplace];

    /// Its code in forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Office => "office",
            Self::Workplace => "workplace",
        }
    }
}

/// Talks with workers. Who they were is written nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Interviews {
    /// How many.
    pub number: Option<u32>,
    /// Whether out of sight and hearing of the employer.
    pub alone: Option<bool>,
    /// Through whom.
    pub interpreter: Interpreted,
}

/// What an inspector saw of one question of the instrument for visits. Nobody is asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Observed {
    /// It is there.
    Yes,
    /// Looked, and it is not there.
    No,
    /// Could not be seen: it may be there.
    NotSeen,
}

impl Observed {
    /// Every answer, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotSeen];

    /// Its code in forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotSeen => "not-seen",
        }
    }

    /// The one of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// The whole record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Record {
    /// The day on which the inspector was there, `2026-11-24`; absent is the planned day or, before it, today.
    pub day: Option<NaiveDate>,
    /// By item of the checklist.
    pub items: BTreeMap<String, ItemRecord>,
    /// By measure.
    pub measures: BTreeMap<String, MeasureRecord>,
    /// Who was there for the employer.
    pub present: String,
    /// Talks with workers.
    pub interviews: Interviews,
    /// What was seen without asking anybody, by question of the instrument; what is absent is not known. Only who was
    /// there reads it back, and it stands in no paper.
    pub observations: BTreeMap<String, Observed>,
    /// For the office alone.
    pub remarks: String,
}

/// What is wrong with a record, by the name of the form's field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordProblem {
    /// The field.
    pub field: String,
    /// The message.
    pub message: &'static str,
}

fn problem(field: String, message: &'static str) -> RecordProblem {
    RecordProblem { field, message }
}

/// What can be wrong with a record at any time: codes that there are not, texts and figures beyond all measure. `asked` are
/// the questions of the instrument for visits.
#[must_use]
pub fn check_draft(
    record: &Record,
    checklist: &Checklist,
    regime: &str,
    pack: &Pack,
    asked: &[&str],
) -> Vec<RecordProblem> {
    let mut wrong = Vec::new();
    for id in record.observations.keys().filter(|id| !asked.contains(&id.as_str())) {
        wrong.push(problem(format!("seen-{id}"), "common-error-choose"));
    }
    let mut long = |field: String, text: &str| {
        if text.chars().count() > LONGEST {
            wrong.push(problem(field, "inspections-error-long"));
        }
    };
    long("present".to_owned(), &record.present);
    long("remarks".to_owned(), &record.remarks);
    for (code, measure) in &record.measures {
        long(format!("m-words-{code}"), &measure.words);
    }
    for (code, item) in &record.items {
        long(format!("words-{code}"), &item.words);
    }
    let items: Vec<&str> =
        checklist.under(regime).flat_map(|(_, items)| items).map(|item| item.code.as_str()).collect();
    for (code, item) in &record.items {
        if !items.contains(&code.as_str()) {
            wrong.push(problem(format!("answer-{code}"), "common-error-choose"));
        }
        if item.measure.as_deref().is_some_and(|code| pack.measure(code).is_none()) {
            wrong.push(problem(format!("measure-{code}"), "common-error-choose"));
        }
        if item.workers.is_some_and(|workers| workers > MOST_PEOPLE) {
            wrong.push(problem(format!("workers-{code}"), "inspections-error-number"));
        }
    }
    for (code, measure) in &record.measures {
        let Some(row) = pack.measure(code) else {
            wrong.push(problem(format!("days-{code}"), "common-error-choose"));
            continue;
        };
        if let (Some(days), Some(most)) = (measure.days, row.most_days)
            && days > most
        {
            wrong.push(problem(format!("days-{code}"), "inspections-error-days"));
        }
    }
    if record.interviews.number.is_some_and(|number| number > MOST_PEOPLE) {
        wrong.push(problem("interviews".to_owned(), "inspections-error-number"));
    }
    wrong
}

/// What keeps a record from being finished: each statement has an answer, each *no* says what was seen, how many
/// workers were heard and whether alone is told.
#[must_use]
pub fn check_finish(
    record: &Record,
    checklist: &Checklist,
    regime: &str,
    pack: &Pack,
    asked: &[&str],
) -> Vec<RecordProblem> {
    let mut wrong = check_draft(record, checklist, regime, pack, asked);
    let none = ItemRecord::default();
    for item in checklist.under(regime).flat_map(|(_, items)| items) {
        let told = record.items.get(&item.code).unwrap_or(&none);
        match told.answer {
            None => wrong.push(problem(format!("answer-{}", item.code), "inspections-error-answer")),
            Some(Answer::No) => {
                if told.words.trim().is_empty() {
                    wrong.push(problem(format!("words-{}", item.code), "inspections-error-seen"));
                }
            }
            Some(_) => {
                if told.measure.is_some() {
                    wrong.push(problem(format!("measure-{}", item.code), "inspections-error-no-finding"));
                }
            }
        }
    }
    match (record.interviews.number, record.interviews.alone) {
        (None, _) => wrong.push(problem("interviews".to_owned(), "inspections-error-interviews")),
        (Some(number), None) if number > 0 => {
            wrong.push(problem("alone".to_owned(), "common-error-choose"));
        }
        _ => {}
    }
    wrong
}

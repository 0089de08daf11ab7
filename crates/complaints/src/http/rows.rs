//! The rows of a form for several workers, one fieldset each, complete without script: “more rows” sends the form back
//! with room for more and everything that was typed.

use haqqi_web::{Errors, Page};

use crate::Desk;
use crate::claims::{MOST_CLAIMS, WageClaim, amount};
use crate::file::FileError;
use crate::group::{FileGroup, GroupError, GroupWorker};
use crate::http::fields::{Fields, form_field, message, say};
use crate::http::sheet::{Worker, month};
use crate::model::{Age, Confidentiality};

/// How many rows there are at first, and how many one press adds.
const FIRST: usize = 3;
const MORE: usize = 10;
/// The fields of a row.
const OF_A_ROW: [&str; 8] = ["name", "nationality", "speaks", "phone", "when", "age", "secret", "words"];
/// The fields of a month of a row.
const OF_A_MONTH: [&str; 3] = ["month", "agreed", "paid"];

/// A field of a row: its name in the form, what was typed, what is wrong with it.
pub(super) struct Cell {
    pub name: String,
    pub value: String,
    pub wrong: String,
}

/// A month of missing pay, as it was typed.
pub(super) struct Month {
    pub month: Cell,
    pub agreed: Cell,
    pub paid: Cell,
}

/// A row as the page shows it: each field's name in the form, its value, and what is wrong with it.
pub(super) struct Row {
    pub number: usize,
    pub name: Cell,
    pub nationality: Cell,
    pub speaks: Cell,
    pub phone: Cell,
    pub when: Cell,
    pub age: Cell,
    pub secret: Cell,
    pub words: Cell,
    /// Month, agreed pay and paid pay: those that were typed, and one more to fill in.
    pub months: Vec<Month>,
    /// How a month may be written.
    pub such: String,
}

impl Row {
    /// Whether what is folded away holds something.
    pub(super) fn tells_more(&self) -> bool {
        let more = [&self.nationality, &self.when, &self.age, &self.secret, &self.words];
        let month = self.months.iter().flat_map(|month| [&month.month, &month.agreed, &month.paid]);
        more.into_iter().chain(month).any(|cell| !cell.value.is_empty() || !cell.wrong.is_empty())
    }
}

fn field(number: usize, what: &str) -> String {
    format!("w{number}-{what}")
}

/// How many rows the form has.
fn many(desk: &Desk, typed: &Fields) -> usize {
    let most = usize::from(desk.site.pack.identity().most_in_group);
    let filled = (1..=most).rev().find(|n| !is_empty(typed, *n)).unwrap_or(0);
    typed.get("rows").parse().unwrap_or(FIRST).max(filled).clamp(1, most.max(1))
}

fn is_empty(typed: &Fields, number: usize) -> bool {
    OF_A_ROW.iter().all(|what| typed.get(&field(number, what)).trim().is_empty())
        && (1..=MOST_CLAIMS).all(|month| is_no_month(typed, number, month))
}

fn month_field(number: usize, what: &str, month: usize) -> String {
    format!("w{number}-{what}-{month}")
}

fn is_no_month(typed: &Fields, number: usize, month: usize) -> bool {
    OF_A_MONTH.iter().all(|what| typed.get(&month_field(number, what, month)).trim().is_empty())
}

/// The months of a row, up to the last that was typed.
fn months(typed: &Fields, number: usize) -> usize {
    (1..=MOST_CLAIMS).rev().find(|month| !is_no_month(typed, number, *month)).unwrap_or(0)
}

/// Puts workers of a sheet into the rows behind those that are filled. Gives how many there are then.
pub(super) fn put(desk: &Desk, typed: &mut Fields, workers: &[Worker]) -> usize {
    let most = usize::from(desk.site.pack.identity().most_in_group);
    let mut at = (1..=most).rev().find(|n| !is_empty(typed, *n)).unwrap_or(0);
    for worker in workers {
        at += 1;
        for (what, value) in &worker.fields {
            typed.set(&field(at, what), value.clone());
        }
        for (month, values) in worker.months.iter().enumerate() {
            for (what, value) in OF_A_MONTH.iter().zip(values) {
                typed.set(&month_field(at, what, month + 1), value.clone());
            }
        }
    }
    typed.set("rows", many(desk, typed).max(at).to_string());
    at
}

/// How many more workers fit.
pub(super) fn room(desk: &Desk, typed: &Fields) -> usize {
    let most = usize::from(desk.site.pack.identity().most_in_group);
    most - (1..=most).rev().find(|n| !is_empty(typed, *n)).unwrap_or(0)
}

/// Room for more workers.
pub(super) fn add_rows(desk: &Desk, typed: &mut Fields) {
    let rows = many(desk, typed) + MORE;
    typed.set("rows", rows.to_string());
}

/// The rows that the page shows.
pub(super) fn rows(desk: &Desk, typed: &Fields, errors: &Errors) -> Vec<Row> {
    let of = |number: usize, what: &str| {
        let name = field(number, what);
        let (value, wrong) = (typed.get(&name).to_owned(), errors.of(&name).to_owned());
        Cell { name, value, wrong }
    };
    (1..=many(desk, typed))
        .map(|number| Row {
            number,
            name: of(number, "name"),
            nationality: of(number, "nationality"),
            speaks: of(number, "speaks"),
            phone: of(number, "phone"),
            when: of(number, "when"),
            age: of(number, "age"),
            secret: of(number, "secret"),
            words: of(number, "words"),
            months: (1..=(months(typed, number) + 1).min(MOST_CLAIMS))
                .map(|at| Month {
                    month: of(number, &format!("month-{at}")),
                    agreed: of(number, &format!("agreed-{at}")),
                    paid: of(number, &format!("paid-{at}")),
                })
                .collect(),
            such: "2026-05".to_owned(),
        })
        .collect()
}

/// The workers that were typed, each with the number of its row. A row in which nothing stands is nobody.
///
/// # Errors
/// The field of a month that cannot be read, and the message that says so.
fn workers(desk: &Desk, typed: &Fields) -> Result<Vec<(usize, GroupWorker)>, (String, &'static str)> {
    (1..=many(desk, typed))
        .filter(|number| !is_empty(typed, *number))
        .map(|number| {
            let text = |what: &str| typed.text(&field(number, what));
            let worker = GroupWorker {
                name: text("name"),
                nationality: Some(text("nationality").to_uppercase()).filter(|code| !code.is_empty()),
                language: Some(text("speaks")).filter(|tag| !tag.is_empty()),
                phone: text("phone"),
                when: text("when"),
                confidentiality: Confidentiality::from_code(&text("secret")),
                claims: claims(desk, typed, number)?,
                age: Age::from_code(&text("age")).unwrap_or_default(),
                words: typed.get(&field(number, "words")).to_owned(),
            };
            Ok((number, worker))
        })
        .collect()
}

fn claims(desk: &Desk, typed: &Fields, number: usize) -> Result<Vec<WageClaim>, (String, &'static str)> {
    let decimals = desk.site.pack.identity().currency_decimals;
    let filled = (1..=months(typed, number)).filter(|month| !is_no_month(typed, number, *month));
    filled
        .map(|at| {
            let text = |what: &str| typed.text(&month_field(number, what, at));
            let read = |what: &str| {
                amount(&text(what), decimals)
                    .map_err(|_| (month_field(number, what, at), "complaints-error-amount"))
            };
            let month = month(&text("month"));
            let month = month.ok_or_else(|| (month_field(number, "month", at), "complaints-error-month"))?;
            Ok(WageClaim { month, agreed: read("agreed")?, paid: read("paid")? })
        })
        .collect()
}

/// What the form asks for, with the number of each worker's row.
///
/// # Errors
/// The field that cannot be read, and the message that says so.
pub(super) fn group(
    desk: &Desk,
    typed: &Fields,
    language: &str,
) -> Result<(FileGroup, Vec<usize>), (String, &'static str)> {
    let (numbers, workers) = workers(desk, typed)?.into_iter().unzip();
    Ok((FileGroup { told: typed.told(language), workers, group: typed.chosen("group") }, numbers))
}

/// Says what can be put right in the form; whether it can.
pub(super) fn said(errors: &mut Errors, page: &Page, error: &GroupError, numbers: &[usize]) -> bool {
    match error {
        GroupError::Code => errors.add(page, "group", "complaints-group-error-code"),
        GroupError::Many => errors.add(page, "w1-name", "complaints-group-error-nobody"),
        GroupError::Worker(at, what, problem) => {
            let what = match *what {
                "language" => "speaks",
                "claims" => "month-1",
                other => other,
            };
            let number = numbers.get(*at).copied().unwrap_or(1);
            let id = if what == "nationality" {
                "complaints-group-error-country"
            } else {
                message(what, *problem)
            };
            errors.add(page, &field(number, what), id);
        }
        GroupError::File(FileError::Field { field, problem }) => {
            say(errors, page, form_field(field), *problem)
        }
        _ => return false,
    }
    true
}
